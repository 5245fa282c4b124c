import { textOf } from "./blocks";
import { isBlock, Measures } from "./measures";

// What looks for the article leaves parts of it out: the standfirst between headline and text, a paragraph among others that
// has a link or an odd class. Elements are numbered in the page, so that those found are known in it.

const NUMBER = "data-twicetold-number";

/** Least characters of a paragraph that is put back, and of one between headline and text. By eye on saved pages. */
const PARAGRAPH = 60;
const STANDFIRST = 40;
/** The greatest share of links in it. By eye on saved pages. */
const LINKED = 1 / 3;
/** Characters by which a paragraph is known that was found under another number. */
const KNOWN_BY = 60;
/** What a paragraph of an article does not stand in. */
const ELSEWHERE = "li, figure, table, nav, aside, footer, h1, h2, h3, h4, h5, h6, a, dl";
/** What ends a paragraph of running text. */
const END = /[.!?…。！？:"”“»)]$/;

/** Numbers the elements of a page in their order. */
export function number(page: Document): void {
  let at = 0;
  for (const element of page.body.querySelectorAll("*")) element.setAttribute(NUMBER, `${at++}`);
}

const numberOf = (element: Element) => Number(element.getAttribute(NUMBER) ?? Number.NaN);

/**
 * Puts paragraphs of running text back into what was found in a page: those behind the headline, those between others, and
 * those that stand beside the last or in the element that the page marks as the article.
 */
export function fillGaps(found: Element, page: Document): void {
  const kept = [...found.querySelectorAll(`[${NUMBER}]`)];
  const holders = kept.filter(hasOwnText).map(numberOf);
  const [first, last] = [holders[0], holders.at(-1)];
  if (first === undefined || last === undefined) return;
  const measures = new Measures(page.body);
  const known = new Set(kept.map(numberOf));
  const starts = new Set(textOf(found).split("\n").map(startOf));
  const isNear = nearTo(page, first, last);
  const places = new Places(found, kept);
  for (const block of page.body.querySelectorAll(`[${NUMBER}]`)) {
    const at = numberOf(block);
    if (known.has(at) || !isNear(block, at) || !isParagraph(block, measures, at < first)) continue;
    // What stands under another number was made into something else on the way.
    if (!starts.has(startOf(textOf(block).split("\n", 1)[0] ?? ""))) places.put(block, at);
  }
}

const startOf = (line: string) =>
  line
    .slice(0, 2 * KNOWN_BY)
    .replace(/\s+/g, "")
    .slice(0, KNOWN_BY);

/** Says of a block of the page whether it stands where the article is: between the numbers of its first and its last, or near. */
function nearTo(page: Document, first: number, last: number): (block: Element, at: number) => boolean {
  const headlines = [...page.querySelectorAll("h1")].map(numberOf).filter((at) => at < first);
  const start = headlines.at(-1) ?? first;
  const end = page.body.querySelector(`[${NUMBER}="${last}"]`);
  const marked = end?.closest("article, [itemprop=articleBody], main");
  const around = marked && numberOf(marked) < first ? marked : null;
  return (block, at) =>
    at > start &&
    (at <= last || block.parentElement === end?.parentElement || around?.contains(block) === true);
}

function isParagraph(block: Element, measures: Measures, isAbove: boolean): boolean {
  const { text } = measures.of(block);
  if (!isBlock(block) || text < (isAbove ? STANDFIRST : PARAGRAPH) || measures.linked(block) > LINKED)
    return false;
  if (!hasOwnText(block) || [...block.children].some(isBlock)) return false;
  return END.test((block.textContent ?? "").trim()) && block.closest(ELSEWHERE) === null;
}

function hasOwnText(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? "")) return true;
  }
  return false;
}

/** Where paragraphs come in, each behind the one before, among what was found. */
class Places {
  private next = 0;

  constructor(
    private readonly found: Element,
    private readonly kept: readonly Element[],
  ) {}

  put(block: Element, at: number): void {
    const { found, kept } = this;
    while (this.next < kept.length && numberOf(kept[this.next] as Element) < at) this.next += 1;
    const behind = kept[this.next];
    const copy = block.cloneNode(true);
    if (behind?.parentNode) behind.parentNode.insertBefore(copy, behind);
    else (found.firstElementChild ?? found).append(copy);
  }
}
