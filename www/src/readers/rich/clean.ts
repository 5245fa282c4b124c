import { CAPS } from "../../model/article";
import { ReadFailure } from "./failure";
import { OpenElements, VOID } from "./openElements";
import { HIDES, Sheets } from "./sheets";

/** Characters of an attribute that stay: names, titles and addresses are shorter, pictures kept as text are not. */
const LONGEST_VALUE = 4_000;
/** Attributes of one tag that stay; browsers compare each with all before it. */
const MOST_ATTRIBUTES = 50;
/** Characters of a title that stay: what compares it with headings takes time with the product of both. */
const LONGEST_TITLE = 1_000;

/** What holds text that is no markup: its name, and whether the text stays. */
const RAW: Record<string, boolean> = {
  script: false,
  style: false,
  iframe: false,
  textarea: false,
  title: true,
  xmp: true,
  noembed: true,
  noframes: true,
};

/** What stands in JSON-LD for the title; a very long one is compared with headings as well. */
const LONG_NAME = /"(?:headline|name)"\s*:\s*"(?:[^"\\]|\\.){1000}/;

interface Attribute {
  name: string;
  /** As it is written, without its quotation marks; null where there is none. */
  value: string | null;
}

/**
 * Rewrites HTML for the browser's parser in one pass, so that what is slow or noisy there never reaches it. Scripts,
 * styles, what comments say, handlers, bases and addresses of media go: the page's policy would report each of them. What styles hide stays hidden.
 * Forms become boxes, and pictures and frames lose their names: as properties of the document those would stand in front
 * of its own. Components of saved pages become boxes with text.
 *
 * One cleaner bounds all chapters of a book together. It needs no document, so it runs in a worker.
 */
export class Cleaner {
  private html = "";
  private at = 0;
  private out: string[] = [];
  private length = 0;
  private open = new OpenElements();
  /** For each open `template` whether it became a box. */
  private boxes: boolean[] = [];
  /** Whether the last tag ended with `/>`. */
  private slash = false;

  /** What the styles of all that is cleaned hide. */
  readonly sheets = new Sheets();

  /** `isXml`: any element may be closed at once, as in XHTML. */
  constructor(private readonly isXml = false) {}

  /** Throws `ReadFailure` where elements or text are more than the caps allow. */
  clean(html: string): string {
    [this.html, this.at, this.out, this.boxes] = [html, 0, [], []];
    this.open = this.open.afresh();
    while (this.at < html.length) this.step();
    return this.out.join("");
  }

  private step(): void {
    const { html, at } = this;
    const found = html.indexOf("<", at);
    const end = found < 0 ? html.length : found;
    if (end > at) this.text(html.slice(at, end));
    this.at = end;
    if (found < 0) return;
    const next = html.charAt(end + 1);
    if (/[a-z]/i.test(next)) this.startTag();
    else if (next === "/" && /[a-z]/i.test(html.charAt(end + 2))) this.endTag();
    else if (html.startsWith("<!--", end)) this.comment();
    else if (/[!?/]/.test(next)) this.declaration();
    else {
      this.text("&lt;");
      this.at += 1;
    }
  }

  /** Empty, it still keeps apart what stands around it: Readability makes paragraphs of that. */
  private comment(): void {
    this.at = commentEnd(this.html, this.at);
    this.open.count();
    this.out.push("<!---->");
  }

  private text(text: string): void {
    this.length += text.length;
    if (this.length > 2 * CAPS.text) throw new ReadFailure("too-large");
    this.open.text();
    this.out.push(text);
  }

  /** Only the one that says which HTML this is stays. */
  private declaration(): void {
    let end = this.upTo(">");
    const whole = this.html.slice(this.at, end);
    // What XML declares goes with it.
    if (/^<!d/i.test(whole) && whole.lastIndexOf("[") > whole.lastIndexOf("]"))
      end = Math.max(end, this.html.indexOf("]>", end) + 2);
    if (/^<!doctype\s+html\b[^[]*$/i.test(whole) && whole.length < 300) this.out.push(whole);
    this.at = end;
  }

  /** The place behind the next sign; the end where there is none. */
  private upTo(sign: string): number {
    const found = this.html.indexOf(sign, this.at);
    return found < 0 ? this.html.length : found + 1;
  }

  private endTag(): void {
    this.at += 2;
    const name = this.word();
    this.attributes();
    if (name === "base" || name === "style") return;
    if (name === "template" && this.boxes.pop()) this.close("div");
    else this.close(name === "form" ? "div" : name);
  }

  private close(name: string): void {
    this.open.end(name);
    this.out.push(`</${name}>`);
  }

  private startTag(): void {
    this.at += 1;
    const given = this.word();
    const attributes = this.attributes();
    // A tag that does not end is none.
    if (!attributes) return;
    const isClosed = this.slash;
    const name = this.nameFor(given, attributes);
    const isWhole = this.isXml && isClosed;
    if (Object.hasOwn(RAW, name) && !isWhole) this.raw(name, attributes);
    else if (name !== "base" && RAW[name] !== false) {
      this.start(name, attributes, isClosed);
      if (isWhole && !VOID.has(name)) this.close(name);
    }
  }

  private nameFor(name: string, attributes: readonly Attribute[]): string {
    if (name !== "template") return name === "form" ? "div" : name;
    const isBox = attributes.some((one) => /^shadowroot(mode)?$/.test(one.name));
    this.boxes.push(isBox);
    return isBox ? "div" : name;
  }

  private start(name: string, attributes: readonly Attribute[], isClosed = false): void {
    this.open.start(name, isClosed);
    const all = attributes.map((one) => written(one, name)).join("");
    const hidden = this.sheets.hides(attributes.find((one) => one.name === "class")?.value)
      ? " hidden=class"
      : "";
    this.out.push(`<${name}${all}${hidden}${isClosed ? "/" : ""}>`);
  }

  /** An element whose text is no markup. Of scripts only what tells about the page stays. */
  private raw(name: string, attributes: readonly Attribute[]): void {
    const end = name === "script" ? scriptEnd(this.html, this.at) : rawEnd(this.html, this.at, name);
    const text = this.html.slice(this.at, end);
    this.at = end;
    if (name === "style") this.sheets.learn(text);
    const isData =
      name === "script" && attributes.some(({ value }) => value?.startsWith("application/ld+json"));
    if (!RAW[name] && !(isData && !LONG_NAME.test(text))) {
      if (end < this.html.length) this.at = this.upTo(">");
      return;
    }
    this.start(name, attributes);
    this.text(name === "title" ? text.trim().slice(0, LONGEST_TITLE) : text);
  }

  /** A name of an element in small letters, and the place behind it. */
  private word(): string {
    const from = this.at;
    while (this.at < this.html.length && !ends(this.html.charCodeAt(this.at))) this.at += 1;
    const word = this.html.slice(from, this.at).toLowerCase();
    // In XML formulas, pictures and all else may have a prefix.
    const name = word.replace(/^(m(ml)?|math|svg|x?html?):/, "");
    return name.length <= 100 && /^[a-z][\w:.-]*$/.test(name) ? name : "span";
  }

  /** The attributes of a tag, and the place behind it; null when it does not end. */
  private attributes(): Attribute[] | null {
    const { html } = this;
    const found: Attribute[] = [];
    this.slash = false;
    while (this.at < html.length) {
      const code = html.charCodeAt(this.at);
      if (code === GREATER) {
        this.at += 1;
        return found;
      }
      this.slash = code === SLASH;
      if (ends(code)) this.at += 1;
      else {
        const one = this.attribute();
        if (found.length < MOST_ATTRIBUTES) found.push(one);
      }
    }
    return null;
  }

  private attribute(): Attribute {
    const { html } = this;
    const from = this.at;
    this.at += 1;
    while (this.at < html.length && !ends(html.charCodeAt(this.at)) && html[this.at] !== "=") this.at += 1;
    const name = html.slice(from, Math.min(this.at, from + 100)).toLowerCase();
    const behind = pastSpace(html, this.at);
    if (html[behind] !== "=") return { name, value: null };
    this.at = pastSpace(html, behind + 1);
    return { name, value: this.value() };
  }

  private value(): string {
    const { html } = this;
    const mark = html[this.at];
    if (mark === '"' || mark === "'") {
      const from = this.at + 1;
      this.at = from;
      this.at = this.upTo(mark);
      return html.slice(from, this.at - 1);
    }
    const from = this.at;
    while (this.at < html.length && !isSpace(html.charCodeAt(this.at)) && html[this.at] !== ">") this.at += 1;
    return html.slice(from, this.at);
  }
}

const GREATER = 62;
const SLASH = 47;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
const ends = (code: number) => isSpace(code) || code === SLASH || code === GREATER;

function pastSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && isSpace(html.charCodeAt(at))) at += 1;
  return at;
}

/** An attribute as it is written for the browser, with a space before it; nothing for what is left out. */
function written({ name, value }: Attribute, element: string): string {
  if (!/^[a-z][\w:.-]*$/.test(name) || name.startsWith("on")) return "";
  if (name === "style") return HIDES.test(value ?? "") ? " hidden" : "";
  const isNamed = name === "name" || name === "id";
  if (isNamed && /^(img|iframe|object|embed)$/.test(element)) return "";
  // Chromium asks for what is to be heard or seen also in a document that is never shown.
  if (/^(src|poster)$/.test(name) && /^(audio|video|source|track)$/.test(element)) return "";
  if (value === null) return ` ${name}`;
  const short = value.replace(/\s+/g, " ").slice(0, LONGEST_VALUE);
  return ` ${name}="${short.replace(/"/g, "&quot;")}"`;
}

/** Where a comment ends; one that does not takes all the rest. */
function commentEnd(html: string, from: number): number {
  if (html.startsWith("<!-->", from)) return from + 5;
  if (html.startsWith("<!--->", from)) return from + 6;
  const end = /--!?>/g;
  end.lastIndex = from + 4;
  return end.exec(html) ? end.lastIndex : html.length;
}

/** Where the end tag of a raw element begins; the end of all where there is none. */
function rawEnd(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The same of a script, which may hide scripts in comments, as the HTML standard has it. */
function scriptEnd(html: string, from: number): number {
  const sign = /<!--(?!-?>)|-->|<\/?script(?=[\s/>])/gi;
  sign.lastIndex = from;
  let state: "plain" | "comment" | "script in comment" = "plain";
  for (let found = sign.exec(html); found; found = sign.exec(html)) {
    const is = found[0].toLowerCase();
    if (is === "-->") state = "plain";
    else if (is === "<!--") state = state === "plain" ? "comment" : state;
    else if (is === "<script") state = state === "comment" ? "script in comment" : state;
    else if (state !== "script in comment") return found.index;
    else state = "comment";
  }
  return html.length;
}
