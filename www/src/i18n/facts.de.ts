import type { Catalogue } from ".";
import { numbers } from "./numbers";

const { n, plural } = numbers("de");

/** Quotations that are not counted among the details, and why. */
function minorLine(count: number): string {
  if (count === 0) return "";
  const are = count === 1 ? "unterscheidet" : "unterscheiden";
  return ` ${plural(count, "Zitat", "Zitate")} ${are} sich nur in Länge oder Zeichen.`;
}

/** What the page says of differences of fact. */
export const factsDe: Catalogue["facts"] = {
  kinds: {
    quotation: "Zitate",
    name: "Namen",
    date: "Tage und Zeiten",
    number: "Zahlen",
    negation: "Verneinungen",
  },
  low: (kind, count) => {
    const many = {
      quotation: "Zitate",
      name: "Namen",
      date: "Tage",
      number: "Zahlen",
      negation: "Verneinungen",
    };
    const one = { quotation: "Zitat", name: "Name", date: "Tag", number: "Zahl", negation: "Verneinung" };
    return (count === 1 ? one : many)[kind];
  },
  none: {
    quotation: "Kein Zitat weicht ab.",
    name: "Kein Name weicht ab.",
    date: "Kein Tag und keine Zeit weicht ab.",
    number: "Keine Zahl weicht ab.",
    negation: "Nichts wird auf einer Seite gesagt und auf der anderen verneint.",
  },
  differ: (count, minor) => [
    plural(count, "Angabe", "Angaben"),
    ` ${count === 1 ? "weicht" : "weichen"} ab in Stellen, die beide haben.${minorLine(minor)}`,
  ],
  agree: (count) => [
    plural(count, "Angabe", "Angaben"),
    ` ${count === 1 ? "ist" : "sind"} auf beiden Seiten gleich.`,
  ],
  which: { left: "verschieden", right: "auf beiden Seiten gleich" },
  same: (named, more) =>
    `Auf beiden Seiten gleich: ${named.join(", ")}${more > 0 ? ` und ${n(more)} weitere` : ""}`,
  nothing: "–",
  says: { left: "Links steht", right: "Rechts steht" },
  inShort: "Kurz gesagt",
  minor: "Verschieden lang zitiert oder nur auf einer Seite in Anführungszeichen",
  alone: "Zitate nur auf einer Seite",
  noneAlone: "Keine.",
  notes: {
    different: (_, kind) =>
      ({
        quotation: "Verschiedene Zitate",
        name: "Verschiedene Namen",
        date: "Verschiedene Tage oder Zeiten",
        number: "Verschiedene Zahlen",
        negation: "Eine Seite sagt das Gegenteil",
      })[kind],
    "more-left": (words) => `„${words}“ nur links`,
    "more-right": (words) => `„${words}“ nur rechts`,
    altered: () => "Andere Wörter im Zitat",
    punctuated: () => "Nur andere Satzzeichen",
    capitals: () => "Nur Groß- und Kleinschreibung",
    "longer-left": () => "Das Zitat ist links länger",
    "longer-right": () => "Das Zitat ist rechts länger",
    "quoted-left": () => "Nur links in Anführungszeichen",
    "quoted-right": () => "Nur rechts in Anführungszeichen",
    "denied-left": () => "Links verneint",
    "denied-right": () => "Rechts verneint",
  },
};
