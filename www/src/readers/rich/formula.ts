import { attribute, childrenOf, textIn, type XmlElement } from "./xml";

// Formulas as text in one line: Office's (ECMA-376, 22.1) and MathML. Both are trees of the same kind.

/** Signs that are only told, not seen: of a function, a product, a list, a sum. */
const UNSEEN = /[\u2061-\u2064]/g;
/** What stands for itself without brackets: a letter, a number, a word, or what is in brackets already. */
const ONE = /^(\p{L}+\p{M}*|[\d.,]+|[([|][^()[\]|]*[)\]|]|.)$/u;

/** The text of a formula. */
export function formulaText(element: XmlElement): string {
  return read(element).replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

const all = (element: XmlElement) => parts(element).map(read).join("");
const inBrackets = (text: string) => (text === "" || ONE.test(text) ? text : `(${text})`);
/** What is part of a formula: no properties, notes for programs, and nothing unseen. */
const parts = (element: XmlElement) =>
  childrenOf(element).filter(
    ({ name }) =>
      !/Pr$|^(del|moveFrom|annotation|annotation-xml|mphantom|phant|none|mprescripts)$/.test(name),
  );

function read(element: XmlElement): string {
  const { name } = element;
  if (Object.hasOwn(OFFICE, name)) return OFFICE[name]?.(element) ?? "";
  if (Object.hasOwn(MATHML, name)) return MATHML[name]?.(parts(element).map(read), element) ?? "";
  if (/^(t|mi|mn|mo|mtext|ms)$/.test(name)) return spaced(textIn(element));
  return all(element);
}

/** Signs of relation stand apart from what they relate. */
const spaced = (text: string) => (/^\s*[=<>≤≥≠≈≡∼→⇒⇔∈]\s*$/.test(text) ? ` ${text.trim()} ` : text);

/** A value of an element's properties, as `<m:begChr m:val="["/>`; null where it is not said. */
function property(element: XmlElement, name: string): string | null {
  const properties = childrenOf(element).find((child) => /Pr$/.test(child.name));
  const found = properties && childrenOf(properties).find((child) => child.name === name);
  return found ? (attribute(found, "val") ?? "") : null;
}

const inside = (element: XmlElement, name: string) =>
  childrenOf(element)
    .filter((child) => child.name === name)
    .map(all);
const first = (element: XmlElement, name: string) => inside(element, name)[0] ?? "";

const over = (a: string, b: string) => `${inBrackets(a)}/${inBrackets(b)}`;
const under = (base: string, low: string) => (low ? `${base}_${inBrackets(low)}` : base);
const power = (base: string, high: string) => {
  if (!high) return base;
  // Strokes and degrees are seen as they are.
  return /^[′″‴'*†°]+$/.test(high) ? base + high : `${base}^${inBrackets(high)}`;
};
/** What stands between two bounds is followed by what it is about. */
const sum = (base: string, low: string, high: string) =>
  power(under(base, low), high) + (/^[∑∏∐∫-∳⋂⋃]$/.test(base) ? " " : "");
const rows = (lines: readonly (readonly string[])[]) => lines.map((row) => row.join(", ")).join("; ");

const OFFICE: Record<string, (element: XmlElement) => string> = {
  f: (it) =>
    property(it, "type") === "noBar"
      ? `${first(it, "num")} ${first(it, "den")}`
      : over(first(it, "num"), first(it, "den")),
  sSup: (it) => power(inBrackets(first(it, "e")), first(it, "sup")),
  sSub: (it) => under(first(it, "e"), first(it, "sub")),
  sSubSup: (it) => power(under(first(it, "e"), first(it, "sub")), first(it, "sup")),
  sPre: (it) => `${power(under("", first(it, "sub")), first(it, "sup"))}${first(it, "e")}`,
  rad: (it) => `${first(it, "deg")}√${inBrackets(first(it, "e"))}`,
  nary: (it) => sum(property(it, "chr") ?? "∫", first(it, "sub"), first(it, "sup")) + first(it, "e"),
  d: (it) =>
    `${property(it, "begChr") ?? "("}${inside(it, "e").join(property(it, "sepChr") ?? "|")}${property(it, "endChr") ?? ")"}`,
  func: (it) => `${first(it, "fName")} ${first(it, "e")}`,
  limLow: (it) => under(first(it, "e"), first(it, "lim")),
  limUpp: (it) => power(first(it, "e"), first(it, "lim")),
  acc: (it) => `${first(it, "e")}${property(it, "chr") ?? "\u0302"}`,
  m: (it) =>
    rows(
      childrenOf(it)
        .filter(({ name }) => name === "mr")
        .map((row) => inside(row, "e")),
    ),
  eqArr: (it) => inside(it, "e").join("; "),
};

const MATHML: Record<string, (parts: string[], element: XmlElement) => string> = {
  mfrac: ([a = "", b = ""], it) =>
    /^0/.test(attribute(it, "linethickness") ?? "") ? `${a} ${b}` : over(a, b),
  msup: ([base = "", high = ""]) => power(inBrackets(base), high),
  msub: ([base = "", low = ""]) => under(base, low),
  msubsup: ([base = "", low = "", high = ""]) => sum(base, low, high),
  munder: ([base = "", low = ""]) => under(base, low),
  mover: ([base = "", high = ""]) => (/^[^\p{L}\p{N}]$/u.test(high) ? base : power(base, high)),
  munderover: ([base = "", low = "", high = ""]) => sum(base, low, high),
  msqrt: (inner) => `√${inBrackets(inner.join(""))}`,
  mroot: ([base = "", degree = ""]) => `${degree}√${inBrackets(base)}`,
  mfenced: (inner, it) =>
    `${attribute(it, "open") ?? "("}${inner.join(attribute(it, "separators")?.trim().charAt(0) || ", ")}${attribute(it, "close") ?? ")"}`,
  mtable: (lines) => lines.join("; "),
  mtr: (cells) => cells.join(", "),
  semantics: ([shown = ""]) => shown,
  mspace: () => " ",
};
