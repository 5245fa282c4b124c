import { IDEOGRAPH, type Line } from "./layout";

const WORD = /[\p{L}\p{M}\p{N}'’\u00ad-]+/gu;
/** The start of a word before a hyphen that ends a line, and that hyphen. */
const BROKEN = /([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)([-\u2010\u00ad])$/u;
/** The mark of a note behind a word is not of it. */
const NOTED = /(?<=\p{L}{2})\d{1,3}$/u;
/** What no letter stands for, at the end of a line behind letters: a hyphen that is drawn by a glyph of its own. */
const UNTOLD = /(?<=\p{L}{2})[\p{Co}\p{Cc}\uFFFD]+$/u;
/** A word that is parted without a hyphen is not shorter than this, or it may be two. */
const LEAST_WHOLE = 5;
/** The half of a word that a line begins with. */
const HALF = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/u;
/** After "pre- and post-war" or "three- to" the hyphen stands for the rest of a word. */
const AND = /^(and|or|to|und|oder|bis|et|ou|y|o)$/i;
/** How far back the end of a line is looked at, in UTF-16 units. */
const LONGEST_WORD = 100;
/** Shorter halves are words too often to tell anything, but not after a hyphen: "face-to-face". */
const LEAST = 3;
/** A text that parts its words does so at the end of at least this share of its lines. */
const PARTING = 0.04;

/**
 * Joins the lines of a paragraph. Whether a hyphen at the end of a line is one of the word or only parts
 * it there, no file says; the rest of the text does, as far as it has the same words inside of lines.
 */
export class Joiner {
  /** All words as they stand inside lines, as they are written and in small letters. */
  private readonly written = new Set<string>();
  private readonly words = new Set<string>();
  /** Those that are neither the first nor the last of a line, in small letters. */
  private readonly inner = new Set<string>();
  /** Whether hyphens that part words are signs of their own here, as some programs write them. */
  private readonly ownSign: boolean;
  /** Whether words are parted at all. */
  private readonly parts: boolean;

  constructor(given: readonly Line[]) {
    const lines = given.map((line) => ({ ...line, text: line.text.replace(UNTOLD, "\u00ad") }));
    for (const [at, { text }] of lines.entries()) {
      // The halves of a parted word would pass for words.
      const whole = BROKEN.test(lines[at - 1]?.text ?? "") ? text.replace(HALF, "") : text;
      const inside = whole.replace(BROKEN, "").match(WORD) ?? [];
      for (const [at, word] of inside.entries()) {
        if (at > 0 && at < inside.length - 1) this.inner.add(word.toLowerCase());
        this.written.add(word);
        this.words.add(word.toLowerCase());
      }
    }
    const ends = lines.flatMap(({ text }) => text.match(BROKEN)?.[2] ?? []);
    this.ownSign = ends.some((sign) => sign !== "-");
    this.parts = this.ownSign || ends.length >= PARTING * lines.length;
  }

  /** The text of a paragraph. */
  text(lines: readonly Line[]): string {
    const parts: string[] = [];
    // The end of the text so far: no word goes further back.
    let end = "";
    for (const [at, { text }] of lines.entries()) {
      const line = at < lines.length - 1 ? text.replace(UNTOLD, "\u00ad") : text;
      if (end !== "") {
        const joint = this.joint(end, line);
        if (joint === null) parts.push(parts.pop()?.slice(0, -1) ?? "");
        else parts.push(joint);
      }
      parts.push(line);
      end = (end + line).slice(-LONGEST_WORD);
    }
    return parts.join("").replaceAll("\u00ad", "");
  }

  /** What stands between two lines: no space between ideographs, and null where a hyphen goes that only parts a word. */
  private joint(text: string, next: string): string | null {
    const [, first, sign] = text.match(BROKEN) ?? [];
    const second = next.match(HALF)?.[0].replace(NOTED, "");
    if (first && sign && second) {
      if (AND.test(second) && !this.has(first + second)) return " ";
      return this.isOfWord(first, sign, second) ? "" : null;
    }
    if (this.isParted(text, next)) return "";
    return IDEOGRAPH.test(text.at(-1) ?? "") && IDEOGRAPH.test(next.at(0) ?? "") ? "" : " ";
  }

  /** Whether a line ends within a word without a hyphen: the text has it whole, and its first half nowhere as a word. */
  private isParted(text: string, next: string): boolean {
    const first = text.match(/[\p{L}\p{M}]{2,40}$/u)?.[0];
    const second = next.match(/^[\p{Ll}\p{Lo}\p{M}]{2,40}/u)?.[0];
    if (!first || !second || first.length + second.length < LEAST_WHOLE) return false;
    return this.has(first + second) && !this.inner.has(first.toLowerCase());
  }

  private has(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }

  /** Whether a hyphen belongs to the word. */
  private isOfWord(first: string, sign: string, second: string): boolean {
    if (sign === "\u00ad") return false;
    // "5,000-word", "Anglo-American", "US-led": nobody parts a word there.
    const last = first.slice(first.lastIndexOf("-") + 1);
    if (/^\p{Lu}/u.test(second) && !/^\p{Lu}{2}/u.test(first)) return true;
    if (/\p{N}/u.test(last + second) || (/^\p{Lu}{2,}$/u.test(last) && /^\p{Ll}/u.test(second))) return true;
    if (this.has(first + second)) return false;
    if (this.has(`${first}-${second}`)) return true;
    if (!this.parts) return true;
    if (this.ownSign) return sign === "-";
    // Each half is a word of the text, as it is written: a German "-krieg" is not "Krieg".
    const isTelling = (half: string) => half.length >= LEAST || last !== first;
    return [last, second].every((half) => isTelling(half) && this.written.has(half));
  }
}
