import { CAPS } from "../../model/article";
import { ReadFailure } from "./failure";

// The browser's parser of XML makes ten times as much of an element as is needed here, and only on the page's
// own thread. This one knows what documents hold: elements, attributes, text, and nothing that is declared.

/** How deep elements may lie in each other; word processors write some dozens. */
const DEEPEST = 250;

/** An element with its name without prefix, and what is in it, in order. */
export interface XmlElement {
  name: string;
  nodes: (XmlElement | string)[];
  /** The attributes as they are written. */
  attributes: string;
}

/** A tag, a comment, an instruction, a declaration or a stretch that is no markup. */
const MARKUP =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[([\s\S]*?)\]\]>|!DOCTYPE[^<>[]*(?:\[[^\]]*\][^<>]*)?>)/giy;

/** Characters that declared entities may stand for in one file; documents that declare some use them a few times. */
const MOST_DECLARED = 100_000;
/** An entity that is declared in the file itself and stands for plain text. */
const ENTITY = /<!ENTITY\s+([\w.-]{1,99})\s+(?:"([^"<&%]{0,999})"|'([^'<&%]{0,999})')\s*>/g;

/** Any entity that is declared in the file itself. */
const DECLARED = /<!ENTITY\s+([\w.-]{1,99})\s/g;

/**
 * Parses XML. Throws `ReadFailure` for what is none, and for entities that a file declares and uses, but for those that stand
 * for plain text, which are resolved up to a bound. References to what nothing declares stay as they are.
 */
export function parseXml(text: string): XmlElement {
  return new Parser(text).parse();
}

class Parser {
  private at = 0;
  private count = 0;
  private readonly entities = new Map<string, string | null>();
  private declared = 0;
  private readonly top: XmlElement = { name: "", nodes: [], attributes: "" };
  private readonly open = [this.top];
  private readonly names = [""];

  constructor(private readonly text: string) {}

  parse(): XmlElement {
    const { text } = this;
    while (this.at < text.length) {
      const tag = text.indexOf("<", this.at);
      const end = tag < 0 ? text.length : tag;
      if (end > this.at) this.add(decoded(text.slice(this.at, end), this.entity));
      this.at = end;
      if (tag >= 0) this.markup();
    }
    const roots = childrenOf(this.top);
    const [root] = roots;
    if (!root || roots.length > 1 || this.open.length > 1) throw new ReadFailure("damaged");
    return root;
  }

  private add(node: XmlElement | string): void {
    const inner = this.open[this.open.length - 1];
    // Only white space may stand around the root.
    if (inner === this.top && typeof node === "string" && /[^\s\uFEFF]/.test(node))
      throw new ReadFailure("damaged");
    inner?.nodes.push(node);
  }

  /** What an entity stands for that the file declares. */
  private readonly entity = (name: string): string | undefined => {
    const value = this.entities.get(name);
    // One that stands for more than plain text may grow without end.
    if (value === null) throw new ReadFailure("damaged");
    this.declared += value?.length ?? 0;
    if (this.declared > MOST_DECLARED) throw new ReadFailure("too-complex");
    return value;
  };

  private markup(): void {
    const next = this.text.charAt(this.at + 1);
    if (next === "!" || next === "?") this.other();
    else if (next === "/") this.end();
    else this.start();
  }

  private other(): void {
    MARKUP.lastIndex = this.at;
    const found = MARKUP.exec(this.text);
    if (!found) throw new ReadFailure("damaged");
    this.at = MARKUP.lastIndex;
    if (found[1]) this.add(found[1]);
    if (!found[0].startsWith("<!D")) return;
    for (const [, name = ""] of found[0].matchAll(DECLARED)) this.entities.set(name, null);
    for (const [, name = "", double, single] of found[0].matchAll(ENTITY)) {
      if (!this.entities.get(name)) this.entities.set(name, double ?? single ?? "");
    }
  }

  private end(): void {
    const end = this.text.indexOf(">", this.at);
    const name = end < 0 ? null : this.text.slice(this.at + 2, end).trimEnd();
    if (name === null || this.open.length < 2 || this.names.pop() !== name) throw new ReadFailure("damaged");
    this.open.pop();
    this.at = end + 1;
  }

  private start(): void {
    const end = this.tagEnd();
    const isWhole = this.text[end - 1] === "/";
    const inside = this.text.slice(this.at + 1, isWhole ? end - 1 : end);
    const name = inside.match(/^[^\s"'=<>/]+/)?.[0];
    if (!name) throw new ReadFailure("damaged");
    this.count += 1;
    if (this.count > CAPS.xmlElements || this.open.length > DEEPEST) throw new ReadFailure("too-complex");
    const element = {
      name: name.slice(name.indexOf(":") + 1),
      nodes: [],
      attributes: inside.slice(name.length),
    };
    this.add(element);
    this.at = end + 1;
    if (isWhole) return;
    this.open.push(element);
    this.names.push(name);
  }

  /** Where the tag ends that begins here: at the first `>` outside of quotation marks. */
  private tagEnd(): number {
    const { text } = this;
    for (let at = this.at + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 62) return at;
      if (code === 60) break;
      if (code === 34 || code === 39) {
        at = text.indexOf(text.charAt(at), at + 1);
        if (at < 0) break;
      }
    }
    throw new ReadFailure("damaged");
  }
}

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its references resolved; those to what nothing declares stay as they are. */
function decoded(text: string, declared: (name: string) => string | undefined = () => undefined): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\w.-]{1,99}));/gi, (whole, decimal, hex, name) => {
    if (name) return (Object.hasOwn(NAMED, name) ? NAMED[name] : declared(name)) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** The child elements, in order. */
export function childrenOf(element: XmlElement): XmlElement[] {
  return element.nodes.filter((node): node is XmlElement => typeof node !== "string");
}

/** All elements of a local name in another, that one included, in order. */
export function named(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === name) found.push(element);
    for (const node of element.nodes) if (typeof node !== "string") visit(node);
  };
  visit(root);
  return found;
}

/** All text in an element. */
export function textIn(element: XmlElement | undefined): string {
  const parts: string[] = [];
  const visit = (node: XmlElement | string) => {
    if (typeof node === "string") parts.push(node);
    else for (const one of node.nodes) visit(one);
  };
  if (element) visit(element);
  return parts.join("");
}

/** The trimmed text of the first element of a local name; null when there is none. */
export function textOfFirst(root: XmlElement | null, name: string): string | null {
  return (root && textIn(named(root, name)[0]).replace(/\s+/g, " ").trim()) || null;
}

const ATTRIBUTE = /(?:^|\s)([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute by its local name, whatever its prefix. */
export function attribute(element: XmlElement, name: string): string | null {
  for (const [, whole = "", double, single] of element.attributes.matchAll(ATTRIBUTE)) {
    if (whole.slice(whole.indexOf(":") + 1) === name) return decoded(double ?? single ?? "");
  }
  return null;
}

/** A title that a document only carries along counts when the document begins with it: many are stale. */
export function titleIn(text: string, title: string | null): string | null {
  return title && text.slice(0, 2000).replace(/\s+/g, " ").includes(title) ? title : null;
}
