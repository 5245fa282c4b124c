import { figure } from "../figures";
import { attribute, childrenOf, type XmlElement } from "../xml";

/** A style as far as text needs it: null where it says nothing. */
interface Style {
  parent: string | null;
  isHidden: boolean | null;
  isRaised: boolean | null;
  font: string | null;
}

/** A level of a list: how its numbers are written. */
export interface Level {
  start: number;
  /** How many levels a number shows. */
  shown: number;
  /** As `%1%.%2%.`: the number of each level between signs; null where prefix and suffix say it. */
  pattern: string | null;
  prefix: string;
  suffix: string;
  /** Whether it has numbers at all: points of lists are none. */
  isNumbered: boolean;
  write: (value: number) => string;
}

/** Styles are based on each other no deeper than this; those that stand in a circle are based on nothing. */
const DEEPEST = 20;

const FORMATS: Record<string, string> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  // Of others the first sign of the sample that stands for the format.
  一: "chineseCounting",
  "①": "decimalEnclosedCircle",
  А: "russianUpper",
  а: "russianLower",
  א: "hebrew1",
  ア: "aiueoFullWidth",
  イ: "iroha",
  가: "ganada",
  甲: "ideographTraditional",
};

/** What the styles of an ODF file say of text, and how lists and headings are numbered. */
export class Styles {
  private readonly all = new Map<string, Style>();
  private readonly fonts = new Map<string, string>();
  readonly lists = new Map<string, Map<number, Level>>();
  /** How headings are numbered. */
  readonly outline = new Map<number, Level>();

  /** `roots`: the parts of a file that hold styles. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) this.gather(root);
  }

  private gather(root: XmlElement): void {
    for (const one of childrenOf(root)) {
      const name = attribute(one, "name") ?? "";
      if (one.name === "style") this.all.set(`${attribute(one, "family")} ${name}`, styleOf(one));
      else if (one.name === "font-face")
        this.fonts.set(name, (attribute(one, "font-family") ?? name).replace(/^'|'$/g, ""));
      else if (one.name === "list-style") this.lists.set(name, levelsOf(one));
      else if (one.name === "outline-style")
        for (const [at, level] of levelsOf(one)) this.outline.set(at, level);
      else if (/^((automatic-)?styles|font-face-decls)$/.test(one.name)) this.gather(one);
    }
  }

  isHidden(family: string, name: string | null): boolean {
    return this.ask(family, name, "isHidden") ?? false;
  }

  isRaised(family: string, name: string | null): boolean {
    return this.ask(family, name, "isRaised") ?? false;
  }

  /** The font of a style, by the name that the file gives it; null where none is said. */
  font(family: string, name: string | null): string | null {
    const font = this.ask(family, name, "font");
    return font === null ? null : (this.fonts.get(font) ?? font);
  }

  private ask<What extends "isHidden" | "isRaised" | "font">(
    family: string,
    name: string | null,
    what: What,
  ): Style[What] {
    let style = name === null ? undefined : this.all.get(`${family} ${name}`);
    for (let depth = 0; style && depth < DEEPEST; depth += 1) {
      const answer = style[what];
      if (answer !== null) return answer;
      style = style.parent === null ? undefined : this.all.get(`${family} ${style.parent}`);
    }
    return null;
  }
}

function styleOf(element: XmlElement): Style {
  const text = childrenOf(element).find(({ name }) => name === "text-properties");
  const display = text && attribute(text, "display");
  const position = text && attribute(text, "text-position");
  return {
    parent: attribute(element, "parent-style-name"),
    isHidden: display ? display === "none" : null,
    font: (text && (attribute(text, "font-name") ?? attribute(text, "font-family"))) ?? null,
    isRaised: position ? /^(super|[1-9])/.test(position) : null,
  };
}

function levelsOf(style: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of childrenOf(style)) {
    const at = Number(attribute(one, "level")) || 0;
    if (at > 0) levels.set(at, levelOf(one));
  }
  return levels;
}

function levelOf(element: XmlElement): Level {
  const format = attribute(element, "num-format") ?? "";
  const isSynced = attribute(element, "num-letter-sync") === "true";
  return {
    start: Number(attribute(element, "start-value") ?? 1) || 0,
    shown: Math.max(1, Number(attribute(element, "display-levels")) || 1),
    pattern: attribute(element, "num-list-format"),
    prefix: attribute(element, "num-prefix") ?? "",
    suffix: attribute(element, "num-suffix") ?? "",
    isNumbered: element.name !== "list-level-style-bullet" && format !== "",
    write: (value) => written(value, format, isSynced),
  };
}

function written(value: number, format: string, isSynced: boolean): string {
  if (/^[aA]$/.test(format) && !isSynced && value > 26) return inLetters(value, format);
  return figure(value, FORMATS[format] ?? FORMATS[format.charAt(0)] ?? "decimal");
}

/** As columns of a sheet are lettered: z, aa, ab. */
function inLetters(value: number, first: string): string {
  let text = "";
  for (let left = Math.min(value, 1e6); left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCharCode(first.charCodeAt(0) + ((left - 1) % 26)) + text;
  }
  return text;
}
