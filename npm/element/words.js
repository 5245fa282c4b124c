// What the element says itself, by language. The paragraph above the texts is the engine's.

const WORDS = {
  en: {
    left: "Left",
    right: "Right",
    comparison: (left, right) => `${left} and ${right} compared`,
    shares: (shared, all) => `${shared} of ${all} words shared`,
    moved: "Moved",
    goes: "go to its other place",
    repeats: "Repeats",
    differs: "differs",
    elsewhere: "in another place",
    kept: "kept in a reworded sentence",
    incomplete: "A limit of work was met, so that something may be missing.",
    nothing: (side) => `There is no text for the ${side === "left" ? "left" : "right"} side.`,
    missing: (selector) => `No element is found by ${selector}.`,
  },
  de: {
    left: "Links",
    right: "Rechts",
    comparison: (left, right) => `${left} und ${right} im Vergleich`,
    shares: (shared, all) => `${shared} von ${all} Wörtern gemeinsam`,
    moved: "Verschoben",
    goes: "zur anderen Stelle",
    repeats: "Wiederholt",
    differs: "verschieden",
    elsewhere: "an anderer Stelle",
    kept: "erhalten in einem umformulierten Satz",
    incomplete: "Eine Grenze der Rechenarbeit wurde erreicht; es kann etwas fehlen.",
    nothing: (side) => `Für die ${side === "left" ? "linke" : "rechte"} Seite gibt es keinen Text.`,
    missing: (selector) => `${selector} findet kein Element.`,
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
