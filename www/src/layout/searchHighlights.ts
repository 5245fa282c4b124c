import { effect } from "@preact/signals";
import type { Hit } from "../model/find";
import { SIDES, type Side } from "../model/side";
import { hitAt, hits } from "../store/find";
import { bringRange } from "./scrolling";

/** What of an element is not text of its article. */
const EXTRA = ".badge, .unseen, .chip, [aria-hidden=true]";

/** Marks the places that were found, wherever the articles are drawn anew, and brings the chosen one into sight. */
export function watchHits(stage: HTMLElement): () => void {
  let frame = 0;
  let toBring: Hit | undefined;
  const draw = () => {
    const texts = { left: elementsOf(stage, "left"), right: elementsOf(stage, "right") };
    const range = (hit: Hit) => rangeOf(texts[hit.side], hit);
    const here = hits.peek()[hitAt.peek() ?? -1];
    const chosen = here && range(here);
    const others = hits.peek().flatMap((hit) => (hit === here ? [] : (range(hit) ?? [])));
    show(others, chosen ?? null);
    unfold(stage, chosen ?? null);
    if (toBring && chosen) bringRange(toBring.side, chosen);
    // Where the bare text stands the place is about right; it is when the marks have come.
    if (chosen && !isFar(chosen)) toBring = undefined;
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  const end = effect(() => {
    toBring = hits.value[hitAt.value ?? -1];
    later();
  });
  const watch = new MutationObserver(later);
  watch.observe(stage, { childList: true, subtree: true, characterData: true });
  return () => {
    end();
    watch.disconnect();
    cancelAnimationFrame(frame);
    show([], null);
    unfold(stage, null);
  };
}

/** A line of the page that is cut shows all of itself while it has the chosen place. */
function unfold(stage: HTMLElement, chosen: Range | null): void {
  const line = chosen?.startContainer.parentElement?.closest<HTMLElement>(".clutter-text");
  for (const one of stage.querySelectorAll<HTMLElement>("[data-here]"))
    if (one !== line) delete one.dataset.here;
  if (line) line.dataset.here = "";
}

/** An element that shows a stretch of an article, and where in the article that begins. */
interface Shown {
  element: HTMLElement;
  from: number;
}

/** The elements that show the article of a side, in order. */
function elementsOf(stage: HTMLElement, side: Side): Shown[] {
  const all = stage.querySelectorAll<HTMLElement>(
    `.column-${side} [data-from], .cell-${side} [data-from], .cell-${side}[data-from]`,
  );
  return [...all].map((element) => ({ element, from: Number(element.dataset.from) }));
}

/** Whether a place is in what stands as bare text, far from sight. */
const isFar = ({ startContainer }: Range) => startContainer.parentElement?.closest(".is-far") != null;

function rangeOf(shown: readonly Shown[], { start, end }: Hit): Range | null {
  const [first, last] = [pointAt(shown, start, false), pointAt(shown, end, true)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

/** The place of an offset in the page; null where that part of the article is not drawn. */
function pointAt(shown: readonly Shown[], offset: number, isEnd: boolean): [Text, number] | null {
  let [low, high] = [0, shown.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { from } = shown[middle] as Shown;
    if (isEnd ? from < offset : from <= offset) low = middle;
    else high = middle - 1;
  }
  const one = shown[low];
  if (!one) return null;
  let rest = offset - one.from;
  for (const node of textsIn(one.element)) {
    if (isEnd ? rest <= node.length : rest < node.length) return [node, rest];
    rest -= node.length;
  }
  return null;
}

function* textsIn(element: HTMLElement): Iterable<Text> {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(EXTRA) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walk.nextNode(); node; node = walk.nextNode()) if (node instanceof Text) yield node;
}

/** Marks ranges without touching the page's elements; browsers that cannot select the chosen one. */
function show(others: readonly Range[], chosen: Range | null): void {
  if (typeof Highlight === "undefined" || !CSS.highlights) {
    if (chosen) getSelection()?.setBaseAndExtent(...edges(chosen));
    return;
  }
  CSS.highlights.set("hit", new Highlight(...others));
  CSS.highlights.set("hit-here", new Highlight(...(chosen ? [chosen] : [])));
}

const edges = (range: Range) =>
  [range.startContainer, range.startOffset, range.endContainer, range.endOffset] as const;

/** How many of the places are on each side. */
export const countsOf = (all: readonly Hit[]) =>
  SIDES.map((side) => all.filter((hit) => hit.side === side).length) as [number, number];
