import { writeFormulas } from "./mathml";
import { Measures } from "./measures";

/** What nobody reads: of the page's machinery. */
const MACHINERY =
  "script, style, noscript, template, svg, canvas, iframe, object, embed, video, audio, button, select, textarea, rt, rp, del";
/** What is not shown, but maybe read out. A page may hide all of itself while something lies over it. */
const HIDDEN =
  "[hidden], [aria-hidden=true], dialog, [class*=sr-only], [class*=screen-reader], [class*=visually], .sf-hidden";
/** Hidden, it may hold at most this share of the running text: what holds more is the page, behind a dialog. */
const HIDDEN_SHARE = 1 / 2;
/** Least characters of running text in a `noscript` that holds an article: what asks for scripts is shorter. */
const NOSCRIPT = 200;

/** The greatest share of a line in buttons that are words of it: where it is more, the line is a row of buttons. */
const TERMS = 1 / 3;

/** Makes a page ready to be read: what is shown stays, as text, and what is not goes. */
export function prepare(page: Document): void {
  unwrapNoscript(page);
  writeFormulas(page);
  for (const term of termsIn(page)) unwrap(term);
  for (const note of page.querySelectorAll("sup, a[href*='#']")) if (isReference(note)) note.remove();
  // Who said it; what else is called a footer is about the page.
  for (const source of page.querySelectorAll("blockquote footer")) unwrap(source, page.createElement("p"));
  for (const element of page.querySelectorAll(MACHINERY)) element.remove();
  dropHidden(page);
}

/** The article of a page that needs scripts for another look, where it stands in `noscript`. */
function unwrapNoscript(page: Document): void {
  const all = [...page.querySelectorAll("noscript")];
  if (all.length === 0) return;
  const measures = new Measures(page.body);
  const inside = all.map((one) => measures.of(one).prose);
  const sum = inside.reduce((one, other) => one + other, 0);
  // What is in `noscript` is left out of nothing else: all others together may be less.
  if (sum < NOSCRIPT || 2 * sum < measures.of(page.body).prose) return;
  for (const [at, one] of all.entries()) if ((inside[at] ?? 0) >= NOSCRIPT) unwrap(one);
}

function unwrap(element: Element, into?: Element): void {
  into?.append(...element.childNodes);
  element.replaceWith(...(into ? [into] : element.childNodes));
}

/** The buttons that are words of a sentence, as of a glossary. */
function termsIn(page: Document): Element[] {
  const buttons = [...page.querySelectorAll("button")];
  if (buttons.length === 0) return [];
  const measures = new Measures(page.body);
  const inside = new Map<Element, number>();
  const lineOf = (button: Element) => button.closest("p, li, dd, blockquote, h1, h2, h3");
  for (const button of buttons) {
    const line = lineOf(button);
    if (line) inside.set(line, (inside.get(line) ?? 0) + measures.of(button).text);
  }
  return buttons.filter((button) => {
    const line = lineOf(button);
    return line !== null && (inside.get(line) ?? 0) < TERMS * measures.of(line).text;
  });
}

/**
 * Whether what is raised or a link is the number of a note: with a link or in brackets, or a figure behind a word longer than
 * units are; or the arrow that leads back from one.
 */
function isReference(mark: Element): boolean {
  const text = (mark.textContent ?? "").trim();
  const before = (mark.previousSibling?.textContent ?? "").slice(-20);
  if (mark.localName === "a") {
    return BACK.test(text) || (/^[[(]?\d{1,3}[\])]?$/.test(text) && WORD.test(before));
  }
  if (mark.querySelector("a[href*='#']") || /^\[.{1,4}\]$/.test(text)) return true;
  return /^\d{1,3}([,–-]\d{1,3})*$/.test(text) && LONG_WORD.test(before);
}

/** An arrow that leads back from a note. */
export const BACK = /^[[(]?[↩↑⤴⏎⬆^]\ufe0e?[\])]?$/;
/** What ends with a word, and with one longer than units are. */
const WORD = /\p{L}{2}["”»’.,;:!?)]*$/u;
const LONG_WORD = /\p{L}{4}["”»’.,;:!?)]*$/u;

function dropHidden(page: Document): void {
  let hidden = [...page.body.querySelectorAll(HIDDEN)];
  if (hidden.length === 0) return;
  const measures = new Measures(page.body);
  const most = HIDDEN_SHARE * measures.of(page.body).prose;
  // Much that classes hide is only folded: scripts show it.
  const folded = hidden.filter((one) => one.matches("[hidden=class]"));
  if (folded.reduce((sum, one) => sum + measures.of(one).prose, 0) > most / 2)
    hidden = hidden.filter((one) => !one.matches("[hidden=class]"));
  // A sign that is only read out still keeps words apart.
  const isSign = (one: Element) => /^\s*[:–—|/,-]\s*$/.test(one.textContent ?? "");
  for (const one of hidden) if (measures.of(one).prose <= most && !isSign(one)) one.remove();
}
