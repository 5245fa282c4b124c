import { isSpace } from "../../model/spaces";

// How much text, how much of it in links, and how much running text the elements of a page hold: counted in one walk, for
// elements in elements, each looked through by itself, take the square.

/** What an element holds. */
export interface Measure {
  /** Characters, white space between words counted once. */
  text: number;
  /** Those in links. */
  links: number;
  /** Those in paragraphs of running text. */
  prose: number;
  /** How many headlines of the page, other headings and links. */
  headlines: number;
  headings: number;
  anchors: number;
}

/** Least characters of a paragraph of running text, and the greatest share of links in it. By eye on saved pages. */
const PROSE = 80;
const LINKED = 1 / 3;

/** What stands in lines of its own; all else is part of a paragraph. */
const BLOCK =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|legend|li|main|menu|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

export const isBlock = (element: Element): boolean => BLOCK.test(element.localName);

export const EMPTY: Measure = { text: 0, links: 0, prose: 0, headlines: 0, headings: 0, anchors: 0 };

/** The text of a paragraph, and how much of it is in links. */
type Line = Pick<Measure, "text" | "links">;

/** What the elements of a page hold. */
export class Measures {
  private readonly found = new Map<Node, Measure>();

  constructor(root: Element) {
    this.walk(root, false, { text: 0, links: 0 });
  }

  of(element: Element): Measure {
    return this.found.get(element) ?? EMPTY;
  }

  /** The share of an element's text that is in links, 0 to 1; 0 where it has no text. */
  linked(element: Element): number {
    const { text, links } = this.of(element);
    return text > 0 ? links / text : 0;
  }

  /** Measures an element in the line that is open around it. A block has a line of its own. */
  private walk(element: Element, inLink: boolean, around: Line): Measure {
    const isLink = inLink || element.localName === "a";
    const line = isBlock(element) ? { text: 0, links: 0 } : around;
    const all = startOf(element);
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) {
        const length = lengthOf(child.nodeValue ?? "");
        add(line, length, isLink);
        add(all, length, isLink);
      } else if (child.nodeType === Node.ELEMENT_NODE) join(all, this.walk(child as Element, isLink, line));
    }
    if (line !== around && line.text >= PROSE && line.links <= LINKED * line.text) all.prose += line.text;
    this.found.set(element, all);
    return all;
  }
}

function startOf({ localName }: Element): Measure {
  const start = { ...EMPTY };
  if (localName === "a") start.anchors = 1;
  else if (localName === "h1") start.headlines = 1;
  else if (/^h[2-6]$/.test(localName)) start.headings = 1;
  return start;
}

function add(to: Line, length: number, isLink: boolean): void {
  to.text += length;
  if (isLink) to.links += length;
}

function join(to: Measure, other: Measure): void {
  to.text += other.text;
  to.links += other.links;
  to.prose += other.prose;
  to.headlines += other.headlines;
  to.headings += other.headings;
  to.anchors += other.anchors;
}

/** The characters of a text, white space between words counted once; 0 where there is nothing else. Not a pattern, which would copy it. */
function lengthOf(text: string): number {
  let [length, hasWords, wasSpace] = [0, false, false];
  for (let at = 0; at < text.length; at += 1) {
    const space = isSpace(text.charCodeAt(at));
    if (!space || !wasSpace) length += 1;
    hasWords ||= !space;
    wasSpace = space;
  }
  return hasWords ? length : 0;
}
