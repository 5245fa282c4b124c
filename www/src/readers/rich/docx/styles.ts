import { attribute, named, type XmlElement } from "../xml";
import { child, isOn, val } from "./properties";

/** A style as far as text needs it. */
interface Style {
  basedOn: string | null;
  run: XmlElement | undefined;
  paragraph: XmlElement | undefined;
}

/** Styles are based on each other no deeper than this; those that stand in a circle are based on nothing. */
const DEEPEST = 20;

/** What styles say of text: whether it is hidden or raised, and how paragraphs are numbered. */
export class Styles {
  private readonly all = new Map<string, Style>();
  private readonly known = new Map<string, unknown>();

  constructor(root: XmlElement | null) {
    for (const style of root ? named(root, "style") : []) {
      const id = attribute(style, "styleId");
      if (id === null) continue;
      const [run, paragraph] = [child(style, "rPr"), child(style, "pPr")];
      this.all.set(id, { basedOn: val(child(style, "basedOn")), run, paragraph });
    }
  }

  /** Whether a style hides its text. */
  isHidden(style: string | null): boolean {
    return this.ask("hidden", style, ({ run }) => isOn(run, "vanish")) ?? false;
  }

  /** Whether a style raises or lowers its text; null where it says nothing. */
  position(style: string | null): string | null {
    return this.ask("position", style, ({ run }) => val(run && child(run, "vertAlign")));
  }

  /** The font of a style's letters; null where it says nothing. */
  font(style: string | null): string | null {
    return this.ask("font", style, ({ run }) => {
      const fonts = run && child(run, "rFonts");
      return (fonts && (attribute(fonts, "ascii") ?? attribute(fonts, "hAnsi"))) ?? null;
    });
  }

  /** The list that a style numbers its paragraphs by, and which style says so. */
  numbering(style: string | null): { id: string; level: string | null; style: string } | null {
    return this.ask("numbering", style, ({ paragraph }, name) => {
      const found = paragraph && child(paragraph, "numPr");
      const id = val(found && child(found, "numId"));
      return found && id !== null ? { id, level: val(child(found, "ilvl")), style: name } : null;
    });
  }

  /** What the nearest style says, of those that this one is based on. */
  private ask<T>(what: string, from: string | null, of: (style: Style, name: string) => T | null): T | null {
    if (from === null) return null;
    const key = `${what} ${from}`;
    if (this.known.has(key)) return this.known.get(key) as T | null;
    let answer: T | null = null;
    let name: string | null = from;
    for (let depth = 0; name !== null && answer === null && depth < DEEPEST; depth += 1) {
      const style: Style | undefined = this.all.get(name);
      if (style) answer = of(style, name);
      name = style?.basedOn ?? null;
    }
    this.known.set(key, answer);
    return answer;
  }
}
