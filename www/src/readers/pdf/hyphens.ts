import type { Line } from "./layout";

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，「」]/u;
const WORD = /[\p{L}\p{M}\p{N}'’\u00ad-]+/gu;
/** The start of a word before a hyphen that ends a line, and that hyphen. */
const BROKEN = /([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)([-\u2010\u00ad])$/u;
/** The half of a word that a line begins with. */
const HALF = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/u;
/** After "pre- and post-war" or "three- to" the hyphen stands for the rest of a word. */
const AND = /^(and|or|to|und|oder|bis|et|ou|y|o)$/i;
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
  /** Whether hyphens that part words are signs of their own here, as some programs write them. */
  private readonly ownSign: boolean;
  /** Whether words are parted at all. */
  private readonly parts: boolean;

  constructor(lines: readonly Line[]) {
    for (const [at, { text }] of lines.entries()) {
      // The halves of a parted word would pass for words.
      const whole = BROKEN.test(lines[at - 1]?.text ?? "") ? text.replace(HALF, "") : text;
      const inside = whole.replace(BROKEN, "").match(WORD) ?? [];
      for (const word of inside) {
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
    const text = lines.reduce((so, line) => (so === "" ? line.text : this.joined(so, line.text)), "");
    return text.replaceAll("\u00ad", "");
  }

  /** Joins two lines: without a space between ideographs, and without a hyphen that only parts a word. */
  private joined(text: string, next: string): string {
    const [, first, sign] = text.match(BROKEN) ?? [];
    const [second] = next.match(HALF) ?? [];
    if (first && sign && second) {
      if (AND.test(second) && !this.has(first + second)) return `${text} ${next}`;
      return this.isOfWord(first, sign, second) ? text + next : text.slice(0, -1) + next;
    }
    const between = IDEOGRAPH.test(text.at(-1) ?? "") && IDEOGRAPH.test(next.at(0) ?? "") ? "" : " ";
    return `${text}${between}${next}`;
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
