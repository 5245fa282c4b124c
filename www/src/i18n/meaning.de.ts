import type { meaningEn } from "./meaning.en";

const places: Record<Parameters<typeof meaningEn.meaning.about>[3], string> = {
  inside: "Es ist Teil dieser Seite.",
  kept: "Es bleibt in diesem Browser.",
  "not-kept": "Es ist da, bis Sie diese Seite schließen.",
  refused: "Dieser Browser behält es nicht: Es ist da, bis Sie diese Seite schließen.",
  full: "Der Speicher des Browsers ist voll: Es ist da, bis Sie diese Seite schließen.",
};

/** Was die Seite von einem Bedeutungsmodell sagt und von dem, was es fand. */
export const meaningDe: typeof meaningEn = {
  meaning: {
    what: "Mit einem Bedeutungsmodell findet die Seite auch Sätze in anderen Worten: die Datei twicetold.meaning, 26 MB, bei ihren Veröffentlichungen. Legen Sie sie hier ab.",
    open: "Bedeutungsmodell öffnen",
    opened: "Von nun an werden auch Sätze in anderen Worten gefunden.",
    use: "Sätze in anderen Worten finden",
    about: (name, bytes, licence, place) =>
      `${name}, ${Math.round(bytes / 1e6)} MB. ${licence}. ${places[place]}`,
    forget: "Das Modell vergessen",
    inOtherWords: "In anderen Worten",
  },
};
