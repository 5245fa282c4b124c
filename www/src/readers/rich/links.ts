import { isBlock, Measures } from "./measures";

/** The least share of links in a line or list that only leads elsewhere. By eye on saved pages. */
const LINKED = 0.8;
const HEADINGS = "h2, h3, h4, h5, h6";
/** How a sentence ends: a heading that does says something itself. */
const SENTENCE = /[.!?…。！？]["”»“)]?$/;

/** Takes lines and lists out that are nothing but links to other pages, and headings under which nothing stands. */
export function dropLinks(root: Element): void {
  const measures = new Measures(root);
  const gone = [...root.querySelectorAll("ul, ol, p, div, td")].filter(
    (one) =>
      measures.linked(one) >= LINKED && (one.localName === "td" ? isMenu(one, measures) : isWhole(one)),
  );
  for (const element of gone) {
    const above = element.previousElementSibling;
    if (above?.matches(HEADINGS)) above.remove();
    element.remove();
  }
  dropLastHeadings(root);
}

/** Whether a cell stands beside the article, in a table that lays out the page. */
const isMenu = (cell: Element, measures: Measures) =>
  measures.of(cell).anchors > 1 && (cell.parentElement ? measures.of(cell.parentElement).prose : 0) > 0;

/** Whether an element is a list that stands in no other, or a line that stands by itself. */
function isWhole(element: Element): boolean {
  const isList = /^[uo]l$/.test(element.localName);
  if (isList) return element.parentElement?.closest("ul, ol, blockquote") == null;
  return ![...element.children].some(isBlock) && element.closest("li, td, blockquote") === null;
}

function dropLastHeadings(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) if (/\S/.test(walker.currentNode.nodeValue ?? "")) texts.push(walker.currentNode);
  for (const text of texts.reverse()) {
    if (!root.contains(text)) continue;
    const heading = text.parentElement?.closest(HEADINGS);
    if (!heading || !root.contains(heading) || SENTENCE.test((heading.textContent ?? "").trim())) return;
    heading.remove();
  }
}
