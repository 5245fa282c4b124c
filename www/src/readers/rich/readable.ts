import { Readability } from "@mozilla/readability";

/** How many elements a page may have for the article to be looked for in it; a long newspaper page has 5,000. */
const MOST_ELEMENTS = 60_000;
/**
 * How much work looking for the article may be, in characters looked through; an element counts as some. A page of 1 MB
 * takes some millions. This many last some tenths of a second.
 */
const MOST_WORK = 60_000_000;

const textOf = (node: Node) => (node.textContent?.length ?? 0) + 20;
const elementsIn = (root: Element | Document) => 10 * root.getElementsByTagName("*").length + 20;

/** The steps of Readability whose work grows with what they are given, and how much each is. */
export const COSTS: Record<string, (...given: never[]) => number> = {
  _getInnerText: textOf,
  _isElementWithoutContent: textOf,
  _isValidByline: textOf,
  _getNextNode: () => 20,
  _isPhrasingContent: () => 20,
  _hasChildBlockElement: () => 20,
  _getAllNodesWithTag: elementsIn,
  _getRowAndColumnCount: elementsIn,
  // Looks for every word of one among all of the other.
  _textSimilarity: (one: string, other: string) => (one.length * other.length) / 20,
};

type Steps = Record<string, (...given: never[]) => unknown>;

/** Looks for the article in a copy of a page; null when it has none or is too much work. */
export function readabilityOf(page: Document): ReturnType<Readability<Element>["parse"]> {
  if (page.getElementsByTagName("*").length > MOST_ELEMENTS) return null;
  try {
    const reader = new Readability<Element>(page.cloneNode(true) as Document, {
      // The element itself: its text is taken here, and nothing is written as markup and parsed again.
      serializer: (content) => content as Element,
    });
    bound(reader as unknown as Steps);
    return reader.parse();
  } catch {
    // Too much work, or a page built to break it: then the page's own marks have to do.
    return null;
  }
}

/** Counts the work of each step, and throws when it is too much. Counts, so that a page is always treated alike. */
function bound(reader: Steps): void {
  let left = MOST_WORK;
  for (const [name, cost] of Object.entries(COSTS)) {
    const step = reader[name];
    if (!step) continue;
    reader[name] = (...given) => {
      left -= cost(...given);
      if (left < 0) throw new Error("too much work");
      return step.apply(reader, given);
    };
  }
}
