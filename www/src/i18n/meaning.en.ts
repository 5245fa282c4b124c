type Place = "inside" | "kept" | "not-kept" | "refused" | "full";

const places: Record<Place, string> = {
  inside: "It is part of this page.",
  kept: "It is kept in this browser.",
  "not-kept": "It is here until you close this page.",
  refused: "This browser does not keep it: it is here until you close this page.",
  full: "The browser’s storage is full: it is here until you close this page.",
};

/** What the page says of a model of meaning and of what it found. */
export const meaningEn = {
  meaning: {
    what: "With a model of meaning the page also finds sentences in other words: the file twicetold.meaning, 26 MB, from its releases. Drop it here.",
    open: "Open a model of meaning",
    opened: "Sentences in other words are found too from now on.",
    use: "Find sentences in other words",
    about: (name: string, bytes: number, licence: string, place: Place) =>
      `${name}, ${Math.round(bytes / 1e6)} MB. ${licence}. ${places[place]}`,
    forget: "Forget the model",
    inOtherWords: "In other words",
  },
};
