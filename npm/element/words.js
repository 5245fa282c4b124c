// What the element says itself, by language. The paragraph above the texts is the engine's.

const GERMAN_SIDES = { left: "Linke", right: "Rechte" };

const WORDS = {
  en: {
    left: "Left",
    right: "Right",
    comparison: (left, right) => `${left} and ${right} compared`,
    shares: (shared, all) => `${shared} of ${all} words shared`,
    moved: "Moved",
    goes: "go to its other place",
    repeats: "Repeats",
    legend: "What the marks mean",
    // What the mark is for those who do not see the sample, and what it means.
    marks: {
      differs: ["Background in the colour of differences", "other words, or words of this side alone"],
      writing: ["Underlined", "the same words with other capitals or punctuation"],
      kept: ["Background in the colour of what is shared", "kept in a reworded sentence"],
      inside: ["Dotted underline", "stands in another place of the text on the other side"],
      only: ["Stroke beside the text", "a sentence of this side alone"],
      elsewhere: [
        "Dashed stroke beside the text",
        "moved: “Moved” on the other side goes to its other place",
      ],
      repeated: ["Double stroke beside the text", "says again what stands elsewhere"],
      number: ["Number in a frame", "the number of a shared passage, the same on both sides"],
      boilerplate: ["Small and pale", "a line of the page around the text, not compared"],
      verbatim: ["Bar, filled", "words shared word for word"],
      edited: ["Bar, long dashes", "words shared in edited passages"],
      reworded: ["Bar, short dashes", "words shared in reworded passages"],
      again: ["Bar, outlined", "words that repeat a passage"],
    },
    incomplete: "A limit of work was met, so that something may be missing.",
    nothing: (side) => `There is no text for the ${side} side.`,
    missing: (side, selector) => `The ${side} side: no element is found by ${selector}.`,
    invalid: (side, selector) => `The ${side} side: ${selector} is no CSS selector.`,
    same: (left, right) => `Both sides are one element, found by ${left} and ${right}: two are needed.`,
  },
  de: {
    left: "Links",
    right: "Rechts",
    comparison: (left, right) => `${left} und ${right} im Vergleich`,
    shares: (shared, all) => `${shared} von ${all} Wörtern gemeinsam`,
    moved: "Verschoben",
    goes: "zur anderen Stelle",
    repeats: "Wiederholt",
    legend: "Was die Zeichen bedeuten",
    marks: {
      differs: ["Grund in der Farbe der Unterschiede", "andere Wörter, oder Wörter nur dieser Seite"],
      writing: [
        "Unterstrichen",
        "dieselben Wörter mit anderer Groß- und Kleinschreibung oder Zeichensetzung",
      ],
      kept: ["Grund in der Farbe des Gemeinsamen", "erhalten in einem umformulierten Satz"],
      inside: ["Punktiert unterstrichen", "steht auf der anderen Seite an anderer Stelle"],
      only: ["Strich neben dem Text", "ein Satz nur dieser Seite"],
      elsewhere: [
        "Gestrichelter Strich neben dem Text",
        "verschoben: „Verschoben“ auf der anderen Seite führt zur anderen Stelle",
      ],
      repeated: ["Doppelter Strich neben dem Text", "sagt noch einmal, was anderswo steht"],
      number: ["Zahl im Rahmen", "die Nummer einer gemeinsamen Passage, auf beiden Seiten dieselbe"],
      boilerplate: ["Klein und blass", "eine Zeile der Seite um den Text, nicht verglichen"],
      verbatim: ["Balken, gefüllt", "wörtlich gemeinsame Wörter"],
      edited: ["Balken, lange Striche", "gemeinsame Wörter in bearbeiteten Passagen"],
      reworded: ["Balken, kurze Striche", "gemeinsame Wörter in umformulierten Passagen"],
      again: ["Balken, umrandet", "Wörter, die eine Passage wiederholen"],
    },
    incomplete: "Eine Grenze der Rechenarbeit wurde erreicht; es kann etwas fehlen.",
    nothing: (side) => `Für die ${side === "left" ? "linke" : "rechte"} Seite gibt es keinen Text.`,
    missing: (side, selector) => `${GERMAN_SIDES[side]} Seite: ${selector} findet kein Element.`,
    invalid: (side, selector) => `${GERMAN_SIDES[side]} Seite: ${selector} ist kein CSS-Selektor.`,
    same: (left, right) => `Beide Seiten sind ein Element, das ${left} und ${right} finden: Es braucht zwei.`,
  },
};

/** The code of the language that the element speaks where `node` stands; English where it has no words of that one. */
export function languageAt(node) {
  for (let at = node; at; at = at.parentNode ?? at.host) {
    const code = at.getAttribute?.("lang");
    if (code) return primary(code) in WORDS ? primary(code) : "en";
  }
  return "en";
}

export const wordsOf = (language) => WORDS[language];

const primary = (code) => code.split("-")[0].toLowerCase();
