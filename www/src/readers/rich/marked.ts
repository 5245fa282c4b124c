import { EMPTY, type Measure, Measures } from "./measures";

/** What is on the page but hardly ever of the article. */
const AROUND = "nav, aside, footer, figcaption";
/** How a page calls the element that holds its article. */
const BODY = /(^|[\s_-])(article|story|post|entry|news)[_-]*(body|content|text)($|[\s_-])/i;

/** How much more running text, or text at all, the page's own mark must have to stand for what was found. By eye on saved pages. */
const MORE_PROSE = 1.1;
const MORE_TEXT = 2;

/** What holds the article: what was found, or what the page marks as the article, where that has more of it. */
export function chosenIn(page: Document, found: Element | null): Element | null {
  const known = found ? measureOf(found) : EMPTY;
  for (const group of groupsIn(page)) {
    // Of two of a kind none is known to be the article.
    const [only, ...more] = outermost(group);
    if (!only || more.length > 0) continue;
    const copy = only.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll(AROUND)) element.remove();
    if (isMore(measureOf(copy), known)) return copy;
  }
  return found;
}

const measureOf = (element: Element) => new Measures(element).of(element);

const isMore = (one: Measure, other: Measure) =>
  one.prose > MORE_PROSE * other.prose || one.text - one.links > MORE_TEXT * (other.text - other.links);

/** The elements that a page marks as the article, by the kind of the mark, the surest first. */
function* groupsIn(page: Document): Iterable<Element[]> {
  yield [...page.querySelectorAll("[itemprop=articleBody]")];
  yield [...page.querySelectorAll("[class]")].filter(isBody);
  yield [...page.querySelectorAll("article")];
  yield [...page.querySelectorAll("main, [role=main]")];
}

const isBody = (element: Element) =>
  BODY.test((element.getAttribute("class") ?? "").slice(0, 300).replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2"));

/** Those that stand in no other of them; all are in the order of the page. */
function outermost(elements: readonly Element[]): Element[] {
  const found: Element[] = [];
  for (const one of elements) if (!found.at(-1)?.contains(one)) found.push(one);
  return found;
}
