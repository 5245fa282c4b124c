import { type ParsedArticle, tidy } from "../../model/article";
import { trimLines } from "./blocks";
import { ReadFailure } from "./failure";
import { titleIn } from "./xml";

// RTF 1.9.1 as far as text needs it. The kept packages read mail bodies only or draw the page, with
// code page tables the browser has already.

/** Groups whose text is not of the document. Those that begin with `\*` are left out as well. */
const LEFT_OUT =
  /^(fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|datastore|listtable|listoverridetable|rsidtbl|xmlnstbl|fldinst|nonshppict|listtext|pntext|ftnsep|ftnsepc|aftnsep|aftnsepc|annotation|atnid|atnauthor|template|bkmkstart|bkmkend)$/;

const SIGNS: Record<string, string> = {
  tab: "\t",
  line: "\n",
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
};

const CHARSETS: Record<number, string> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};
const PAGES: Record<number, string> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};
const charsetOf = (page: number) =>
  PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : "windows-1252");

/** One decoder for each charset: making one takes longer than decoding a word. */
const decoders = new Map<string, TextDecoder>();
function decoderOf(charset: string): TextDecoder {
  const decoder = decoders.get(charset) ?? new TextDecoder(charset);
  decoders.set(charset, decoder);
  return decoder;
}

/** How deep groups may lie in each other; programs write some dozens. */
const DEEPEST = 1000;

/** What holds inside a group and ends with it. */
interface Group {
  into: "text" | "notes" | "title" | "fonts" | null;
  charset: string;
  /** How many characters stand for one `\u` where a program cannot read it. */
  substitutes: number;
  hidden: boolean;
}

/** A control word with its number, a byte, a control sign, a brace, or text. Line ends mean nothing. */
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gi;

/** Reads an RTF file: its text, and its notes at the end. */
export function readRtf(bytes: Uint8Array): ParsedArticle {
  const reader = new Rtf();
  // Bytes as characters of the same number; what they mean, the file says.
  reader.read(
    new TextDecoder("x-user-defined")
      .decode(bytes)
      .replace(/[\uF780-\uF7FF]/g, (char) => String.fromCharCode(char.charCodeAt(0) & 0xff)),
  );
  const text = [reader.out.text, reader.out.notes].map(paragraphs).filter(Boolean).join("\n\n");
  const title = titleIn(text, tidy(reader.out.title));
  return { title, byline: null, outlet: null, dated: null, language: null, text, whole: null };
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => trimLines(paragraph).trim())
    .filter(Boolean)
    .join("\n\n");
}

class Rtf {
  readonly out = { text: "", notes: "", title: "" };
  private group: Group = { into: "text", charset: "windows-1252", substitutes: 1, hidden: false };
  private readonly outer: Group[] = [];
  private readonly fonts = new Map<number, string>();
  private page = "windows-1252";
  private font = 0;
  /** Bytes of a charset that wait for the rest of their character. */
  private bytes: number[] = [];
  /** Characters still to be skipped, for they stand for one that was read. */
  private skip = 0;
  private starred = false;

  read(source: string): void {
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
      const [, word, number, byte, sign, brace, text] = token;
      if (byte) {
        this.byte(Number.parseInt(byte, 16));
        continue;
      }
      this.flush();
      if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number) || 0);
      else if (word) this.word(word.toLowerCase(), number === undefined ? null : Number(number));
      else if (sign) this.sign(sign);
      else if (brace) this.brace(brace);
      else if (text) this.text(text);
    }
    this.flush();
  }

  private add(text: string): void {
    const { into, hidden } = this.group;
    if (into && into !== "fonts" && !hidden) this.out[into] += text;
  }

  private text(text: string): void {
    const shown = text.slice(this.skip);
    this.skip = Math.max(0, this.skip - text.length);
    // Some programs write bytes as they are.
    for (const char of shown) {
      if (char > "\x7f") this.byte(char.charCodeAt(0));
      else {
        this.flush();
        this.add(char);
      }
    }
  }

  private byte(value: number): void {
    if (this.skip > 0) this.skip -= 1;
    else this.bytes.push(value);
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    this.add(decoderOf(this.group.charset).decode(new Uint8Array(this.bytes)));
    this.bytes = [];
  }

  private brace(brace: string): void {
    this.skip = 0;
    this.starred = false;
    if (this.outer.length > DEEPEST) throw new ReadFailure("too-complex");
    if (brace === "{") this.outer.push({ ...this.group });
    else this.close(this.outer.pop());
  }

  private close(before: Group | undefined): void {
    if (this.group.into === "notes" && before?.into !== "notes") this.out.notes += "\n\n";
    if (before) this.group = before;
  }

  private sign(sign: string): void {
    if (sign === "*") this.starred = true;
    else if (sign === "~") this.add("\u00a0");
    else if (sign === "_") this.add("\u2011");
    else if (sign === "\n" || sign === "\r") this.add("\n\n");
    else if (/[\\{}]/.test(sign)) this.text(sign);
  }

  private word(word: string, number: number | null): void {
    const { group, starred } = this;
    this.starred = false;
    if (word === "u" && number !== null) {
      this.add(String.fromCharCode(number & 0xffff));
      this.skip = group.substitutes;
    } else if (word === "uc") group.substitutes = Math.min(8, Math.max(0, number ?? 1));
    else if (word === "ansicpg") this.page = group.charset = charsetOf(number ?? 1252);
    else if (word === "mac") this.page = group.charset = "macintosh";
    else if (word === "f" || word === "fcharset") this.inFont(word, number ?? 0);
    else if (word === "plain") [group.charset, group.hidden] = [this.page, false];
    else if (word === "v" || word === "deleted") group.hidden = number !== 0;
    else if (Object.hasOwn(SIGNS, word)) this.add(SIGNS[word] ?? "");
    else this.destination(word, starred);
  }

  private inFont(word: string, number: number): void {
    if (this.group.into !== "fonts") {
      if (word === "f") this.group.charset = this.fonts.get(number) ?? this.page;
    } else if (word === "f") this.font = number;
    else this.fonts.set(this.font, CHARSETS[number] ?? this.page);
  }

  private destination(word: string, starred: boolean): void {
    const { group } = this;
    if (word === "fonttbl") group.into = "fonts";
    // What a program without Unicode would read; the other version follows.
    else if (word === "upr") group.into = null;
    else if (word === "title" && group.into === null) group.into = "title";
    else if (word === "footnote" && group.into === "text") group.into = "notes";
    else if (word !== "shpinst" && word !== "ud" && (starred || LEFT_OUT.test(word))) group.into = null;
    else if (word === "shptxt" || word === "ud") group.into = "text";
  }
}
