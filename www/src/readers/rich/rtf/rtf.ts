import { type ParsedArticle, tidy } from "../../../model/article";
import { trimLines } from "../blocks";
import { ReadFailure } from "../failure";
import { raised } from "../raised";
import { isSymbolic, shownByField, signOf } from "../symbols";
import { titleIn } from "../xml";
import { charsetOfFont, charsetOfPage, decoded, isLead } from "./charsets";

// RTF 1.9.1 as far as text needs it. The kept packages read mail bodies only or draw the page, with
// code page tables the browser has already.

/** Groups whose text is not of the document. Those that begin with `\*` are left out as well. */
const LEFT_OUT =
  /^(colortbl|stylesheet|pict|header[lrf]?|footer[lrf]?|themedata|datastore|listtable|listoverridetable|rsidtbl|xmlnstbl|nonshppict|nonesttables|ftnsep|ftnsepc|ftncn|aftnsep|aftnsepc|aftncn|annotation|atnid|atnauthor|template|bkmkstart|bkmkend|sp|shprslt|xe|tc|tcn|rxe|txe|mmathPict|m\w*Pr)$/i;

/** Groups of which only some groups in them are text. */
const OUTER = /^(object|do|upr|info)$/;

/** Groups that are read although they begin with `\*`. */
const KEPT = /^(shpinst|nesttableprops|moMath|moMathPara|fldinst|footnote|listtext|pntext)$/;

const SIGNS: Record<string, string> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  column: "\n\n",
  row: "\n\n",
  nestrow: "\n\n",
  cell: "\n",
  nestcell: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  zwj: "\u200d",
  zwnj: "\u200c",
  zwbo: "\u200b",
  zwnbo: "\u2060",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};

/** Parts of formulas: what stands before them, and behind. */
const FORMULA: Record<string, [string, string]> = {
  mnum: ["", "/"],
  mden: ["", ""],
  msub: ["_", ""],
  msup: ["^", ""],
  mrad: ["√", ""],
};

/** How deep groups may lie in each other; programs write some dozens. */
const DEEPEST = 1000;

/** Text that is put together: that of the document, notes and boxes, the title and what else tells about the document. */
type Into = "text" | "notes" | "box" | "title" | "font" | "field" | "list" | "formula";

/** What stands behind the last word that was put into a text: as much as tells a mark of a note. */
const TAIL = 20;
/** Parts of formulas are told apart up to this length, in UTF-16 units. */
const LONGEST_FORMULA = 4_000;

/** What holds inside a group and ends with it. */
interface Group {
  into: Into | null;
  /** Whether nothing in it is of the document, whatever it holds. */
  isGone: boolean;
  /** Where text goes that a group takes up again. */
  home: Into;
  charset: string;
  /** The name of a font whose letters are signs. */
  symbols: string | null;
  /** The font of letters of one byte. */
  single: number | null;
  /** How many characters stand for one `\u` where a program cannot read it. */
  substitutes: number;
  hidden: boolean;
  raised: boolean;
  /** The part of a formula that this group is, and where its text begins. */
  part: string | null;
  from: number;
}

interface Font {
  set: number | null;
  page: number | null;
  charset: string | null;
  symbols: string | null;
}

/** A byte that is no letter of ASCII. */
const HIGH = /[\x80-\xff]/;

const afresh = (): Record<Into, string> => ({
  text: "",
  notes: "",
  box: "",
  title: "",
  font: "",
  field: "",
  list: "",
  formula: "",
});

/** A control word with its number, a byte, a control sign, a brace, or text. Line ends mean nothing. */
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gi;

/** Reads an RTF file: its text, and its notes at the end. */
export function readRtf(bytes: Uint8Array): ParsedArticle {
  const reader = new Rtf();
  reader.read(asCharacters(bytes));
  const text = [reader.out.text, reader.out.notes].map(paragraphs).filter(Boolean).join("\n\n");
  const title = titleIn(text, tidy(reader.out.title));
  return { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

/** Bytes as characters of the same number; what they mean, the file says. */
function asCharacters(bytes: Uint8Array): string {
  const STEP = 8192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return parts.join("");
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => trimLines(paragraph).trim())
    .filter(Boolean)
    .join("\n\n");
}

class Rtf {
  readonly out: Record<Into, string> = afresh();
  /** The end of each: looking at the end of a text that grows takes as long as it is. */
  private readonly ends: Record<Into, string> = afresh();
  private group: Group = {
    into: "text",
    isGone: false,
    home: "text",
    charset: "windows-1252",
    symbols: null,
    single: null,
    substitutes: 1,
    hidden: false,
    raised: false,
    part: null,
    from: 0,
  };
  private readonly outer: Group[] = [];
  private readonly fonts = new Map<number, Font>();
  private page = "windows-1252";
  private font: Font | null = null;
  private standard = -1;
  /** Bytes of a charset that wait for the rest of their character. */
  private bytes: number[] = [];
  /** Characters still to be skipped, for they stand for one that was read. */
  private skip = 0;
  private starred = false;
  /** Whether the last word said which letters the next font is for. */
  private forLetters = false;
  /** Whether the field's instruction was read, so that its result would say the same. */
  private hasSign = false;
  /** The number that stands before the next words. */
  private label = "";
  /** Raised letters that stand together. */
  private high = "";

  read(source: string): void {
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
      const [whole, word, number, byte, sign, brace, text] = token;
      if (byte) {
        this.byte(Number.parseInt(byte, 16));
        continue;
      }
      if (text) this.text(text);
      // Between the bytes of a character lines may end.
      else if (/^[\r\n]/.test(whole)) continue;
      else if (sign && /[\\{}]/.test(sign)) this.text(sign);
      else {
        this.flush();
        if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number) || 0);
        else if (word) this.word(word, number === undefined ? null : Number(number));
        else if (sign) this.sign(sign);
        else if (brace) this.brace(brace);
      }
    }
    this.flush();
    this.lower();
    this.put("text", `\n\n${this.out.box}`);
  }

  private put(into: Into, text: string): void {
    this.out[into] += text;
    this.ends[into] = (this.ends[into] + text.slice(-TAIL)).slice(-TAIL);
  }

  private add(text: string): void {
    const { into, hidden, home } = this.group;
    if (!into || hidden || text === "") return;
    // A number of a list stands before words, or nowhere.
    if (this.label && into === home && /\S|\n\n/.test(text)) {
      if (/\S/.test(text)) this.put(into, this.label);
      this.label = "";
    }
    if (this.group.raised && (into === "text" || into === "notes") && !text.includes("\n")) {
      this.high += text;
      return;
    }
    this.lower();
    this.put(into, text);
  }

  /** Puts raised letters where they belong: a mark of a note stands apart from the word. */
  private lower(): void {
    const { high } = this;
    if (!high) return;
    this.high = "";
    const into = this.group.home === "notes" ? "notes" : "text";
    this.put(into, raised(this.ends[into], high));
  }

  private text(text: string): void {
    const shown = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    if (this.bytes.length === 0 && this.group.symbols === null && !HIGH.test(shown)) {
      this.add(shown);
      return;
    }
    // Some programs write bytes as they are.
    for (const char of shown) {
      if (char > "\x7f") this.byte(char.charCodeAt(0));
      else if (this.isOpen()) {
        this.byte(char.charCodeAt(0));
        this.flush();
      } else {
        this.flush();
        this.add(this.group.symbols ? signOf(this.group.symbols, char.charCodeAt(0)) : char);
      }
    }
  }

  /** Whether the second byte of a character is missing, which may be written as a letter. */
  private isOpen(): boolean {
    const { bytes } = this;
    let at = 0;
    while (at < bytes.length) at += isLead(this.group.charset, bytes[at] ?? 0) ? 2 : 1;
    return at > bytes.length;
  }

  private byte(value: number): void {
    if (this.skip > 0) this.skip -= 1;
    else this.bytes.push(value);
  }

  private flush(): void {
    const { bytes, group } = this;
    if (bytes.length === 0) return;
    this.bytes = [];
    const { symbols } = group;
    this.add(symbols ? bytes.map((byte) => signOf(symbols, byte)).join("") : decoded(bytes, group.charset));
  }

  private brace(brace: string): void {
    this.skip = 0;
    this.starred = false;
    if (this.outer.length > DEEPEST) throw new ReadFailure("too-complex");
    if (brace === "{") this.outer.push({ ...this.group });
    else this.close(this.outer.pop());
  }

  private close(before: Group | undefined): void {
    const { into, part, from, home } = this.group;
    if (into !== before?.into) this.lower();
    if (into === "font") {
      this.name();
      // Programs name the font of all text before they say what it is.
      if (before && before.into !== "font")
        before.charset = this.fonts.get(this.standard)?.charset ?? this.page;
    } else if (into === "field" && before?.into !== "field") this.symbol(before);
    else if (into === "list" && before?.into !== "list") this.number(before);
    else if (into === "formula" && part && part !== before?.part) this.part(part, from);
    if (into === "formula" && before?.into !== "formula") this.formula(home);
    else if ((into === "notes" || into === "box") && before?.into !== into) this.put(into, "\n\n");
    if (before) this.group = before;
  }

  /** A part of a formula ends: what is longer than a letter or number stands in brackets. */
  private part(part: string, from: number): void {
    const { formula } = this.out;
    if (formula.length > LONGEST_FORMULA) return;
    const [before = "", behind = ""] = FORMULA[part] ?? [];
    const text = formula.slice(from).trim();
    const isOne = /^(\p{L}|[\d.,]+)?$/u.test(text);
    this.out.formula = `${formula.slice(0, from)}${before}${isOne ? text : `(${text})`}${behind}`;
  }

  /** A formula ends. */
  private formula(home: Into): void {
    const { formula } = this.out;
    [this.out.formula, this.ends.formula] = ["", ""];
    this.put(home, formula);
  }

  /** A number of a list ends. Signs that only mark a point are no text. */
  private number(before: Group | undefined): void {
    const number = this.out.list.replace(/\s+/g, " ").trim();
    this.out.list = "";
    const home = before?.into;
    // Word's second sign for a point is the letter of a typewriter.
    if (home && !before.hidden && number !== "o" && /[\p{L}\p{N}]/u.test(number)) this.label = `${number} `;
  }

  /** A field's instruction ends: one for a sign of a font of signs has no other text. */
  private symbol(before: Group | undefined): void {
    const sign = shownByField(this.out.field);
    this.out.field = "";
    this.hasSign = sign !== "";
    if (before?.home) this.put(before.home, sign);
  }

  private sign(sign: string): void {
    if (sign === "*") this.starred = true;
    else if (sign === "~") this.add("\u00a0");
    else if (sign === "_") this.add("\u2011");
    else if (sign === "\n" || sign === "\r") this.paragraph("\n\n");
  }

  private paragraph(end: string): void {
    this.add(end);
    if (this.group.into !== "text" || !this.out.box) return;
    this.put("text", `${this.out.box}\n\n`);
    this.out.box = "";
  }

  private word(word: string, number: number | null): void {
    const { starred, forLetters } = this;
    [this.starred, this.forLetters] = [false, /^([lh]och|hich|dbch)$/.test(word)];
    // After the font of double-byte letters those of one byte have theirs again.
    if (word === "loch" && this.group.single !== null) this.inFont(this.group.single);
    if (word === "f" && this.group.into !== "font") this.group.single = number;
    if (word === "u" && number !== null) this.unicode(number & 0xffff);
    else if (Object.hasOwn(SIGNS, word)) {
      if (this.skip > 0) this.skip -= 1;
      else if (SIGNS[word] === "\n\n") this.paragraph("\n\n");
      else this.add(SIGNS[word] ?? "");
    } else if (word === "f" || (word === "af" && forLetters)) this.inFont(number ?? 0);
    else if (!this.setting(word, number)) this.destination(word, starred);
  }

  private unicode(code: number): void {
    const { symbols } = this.group;
    const isPrivate = code >= 0xf000 && code <= 0xf0ff;
    this.add((symbols && isPrivate && signOf(symbols, code)) || String.fromCharCode(code));
    this.skip = this.group.substitutes;
  }

  /** Words that say how what follows is to be read; whether this was one. */
  private setting(word: string, number: number | null): boolean {
    const { group } = this;
    if (word === "uc") group.substitutes = Math.min(8, Math.max(0, number ?? 1));
    else if (word === "ansicpg") this.setPage(charsetOfPage(number ?? 1252));
    else if (word === "mac") this.setPage("macintosh");
    else if (word === "pc") this.setPage("cp437");
    else if (word === "pca") this.setPage("cp850");
    else if (word === "deff") this.standard = number ?? 0;
    else if (word === "fcharset" && this.font) this.font.set = number;
    else if (word === "cpg" && this.font) this.font.page = number;
    else if (word === "plain") {
      [group.hidden, group.raised] = [false, false];
      this.inFont(this.standard);
    } else if (word === "super" || word === "up") group.raised = number !== 0;
    else if (word === "nosupersub" || word === "sub" || word === "dn") group.raised = false;
    else if (word === "v" || word === "deleted") group.hidden = number !== 0;
    else if (word === "softline") this.soft();
    else return false;
    return true;
  }

  private setPage(charset: string): void {
    this.page = charset;
    this.group.charset = charset;
  }

  /** A line that ended where the program broke it. */
  private soft(): void {
    const { into } = this.group;
    if (into && /\S$/.test(this.ends[into])) this.add(" ");
  }

  private inFont(number: number): void {
    const { group } = this;
    if (group.into === "font") {
      this.name();
      this.font = { set: null, page: null, charset: null, symbols: null };
      this.fonts.set(number, this.font);
    } else {
      const font = this.fonts.get(number);
      group.charset = font?.charset ?? this.page;
      group.symbols = font?.symbols ?? null;
    }
  }

  /** A font's name ends, and with it what is said of it. */
  private name(): void {
    const name = this.out.font.split(";")[0]?.trim() ?? "";
    this.out.font = "";
    const { font } = this;
    if (!font) return;
    font.symbols = (font.set === 2 || font.set === null) && isSymbolic(name) ? name : null;
    font.charset = font.page ? charsetOfPage(font.page) : charsetOfFont(font.set, name);
    this.font = null;
  }

  private destination(word: string, starred: boolean): void {
    const { group } = this;
    if (group.isGone) return;
    if (word === "shptxt" || word === "dptxbxtext") group.into = group.home = "box";
    else if (word === "ud" || word === "result") group.into = group.home;
    else if (word === "title" && group.into === null) group.into = "title";
    else if (OUTER.test(word)) group.into = null;
    else if (word === "field") this.hasSign = false;
    else if (LEFT_OUT.test(word) || (starred && !KEPT.test(word)) || (word === "fldrslt" && this.hasSign))
      [group.into, group.isGone] = [null, true];
    else if (group.into !== null) this.within(word);
  }

  private within(word: string): void {
    const { group } = this;
    if (word === "fonttbl") group.into = "font";
    else if (word === "listtext" || word === "pntext") group.into = "list";
    else if (word === "fldinst") group.into = "field";
    else if (word === "footnote" && group.home !== "notes") group.into = group.home = "notes";
    else if (word === "mmath" || word === "moMath") group.into = "formula";
    else if (group.into === "formula" && Object.hasOwn(FORMULA, word)) {
      [group.part, group.from] = [word, this.out.formula.length];
    }
  }
}
