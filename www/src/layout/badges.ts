import { SIDES, type Side } from "../model/side";
import { placed } from "../store/paragraphMarks";
import { inFrame } from "../ui/turns";
import { drawAround } from "./scrollState";
import { isPhone } from "./viewport";

/** The least distance between two numbers in the lane, in pixels. */
const APART = 25;

/** How far from its line a number may be pushed by its neighbours before it steps back, in pixels. */
const FAR = 42;

/** What puts all that stands beside the text, numbers and bars, where the text stands in the given elements. */
function settle(roots: Iterable<HTMLElement>): () => void {
  // A column and a block of it may both have asked.
  const laidOut = [...new Set([...roots].flatMap(paragraphsIn))].filter(isLaidOut);
  const all = (what: string) => laidOut.flatMap((one) => [...one.querySelectorAll<HTMLElement>(what)]);
  const badges = all(".badge-lane");
  const writes = [
    ...SIDES.map((side) => settleBadges(badges.filter((badge) => badge.dataset.side === side))),
    settleBars(all(".edge-bar")),
  ];
  return () => {
    for (const write of writes) write();
  };
}

let waiting = new Set<HTMLElement>();

/**
 * Settles an element before the next frame, together with all others that ask for it until then. What has just been
 * drawn is settled `atOnce`: it is then laid out while the frame is waited for.
 */
export function settleSoon(root: HTMLElement, when = inFrame): void {
  waiting.add(root);
  when(settleAll);
}

function settleAll(): () => void {
  const roots = waiting;
  waiting = new Set();
  return settle(roots);
}

const paragraphsIn = (root: HTMLElement) =>
  root.matches(".para") ? [root] : [...root.querySelectorAll<HTMLElement>(".para")];

/**
 * Whether the inside of a paragraph was laid out: out of sight of a long column it was not, and is
 * measured when it comes into sight.
 */
const isLaidOut = (paragraph: HTMLElement) =>
  paragraph.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false;

/** What gives every bar at the outer edge the height of the stretch it belongs to. */
function settleBars(bars: readonly HTMLElement[]): () => void {
  const places = bars.flatMap((bar) => {
    const [stretch, paragraph] = [bar.parentElement, bar.closest<HTMLElement>(".para")];
    if (!stretch || !paragraph) return [];
    const box = stretch.getBoundingClientRect();
    return [{ bar, top: box.top - paragraph.getBoundingClientRect().top, height: box.height }];
  });
  return () => {
    for (const { bar, top, height } of places) {
      bar.style.top = `${top}px`;
      bar.style.height = `${height}px`;
    }
  };
}

/** What puts every number beside the first line of its passage, and apart from its neighbours where several begin on one line. */
function settleBadges(badges: readonly HTMLElement[]): () => void {
  if (isPhone()) {
    return () => {
      for (const badge of badges) {
        badge.style.removeProperty("top");
        badge.removeAttribute("data-crowded");
      }
    };
  }
  const places = badges.flatMap((badge) => {
    const [mark, paragraph] = [badge.parentElement, badge.closest<HTMLElement>(".para")];
    if (!mark || !paragraph) return [];
    const line = mark.getClientRects()[0];
    const box = paragraph.getBoundingClientRect();
    if (!line) return [];
    return [{ badge, base: box.top, wanted: line.top + line.height / 2 }];
  });
  return () => {
    let last = Number.NEGATIVE_INFINITY;
    for (const { badge, base, wanted } of places.sort((a, b) => a.wanted - b.wanted)) {
      const next = Math.max(wanted, last + APART);
      // Where too many begin at once, those that find no room show when they are pointed at or have the focus.
      const isCrowded = next - wanted > FAR;
      badge.toggleAttribute("data-crowded", isCrowded);
      if (!isCrowded) last = next;
      badge.style.top = `${(isCrowded ? wanted : next) - base}px`;
    }
  };
}

/** One of the numbers of a sheet takes part in the tab order; arrows lead to the others. */
export function rove(sheet: HTMLElement | null): void {
  if (!sheet || sheet.querySelector(".badge-lane[tabindex='0']")) return;
  const first = sheet.querySelector<HTMLElement>(".badge-lane");
  if (first) first.tabIndex = 0;
}

/** Moves the focus from number to number with the arrows. */
export function moveAmongBadges(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || !target.matches(".badge-lane")) return;
  const next = badgeBeside(target, by);
  if (!next) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

const badgesIn = (block: HTMLElement) => [...block.querySelectorAll<HTMLElement>(".badge-lane")];

/** The number after or before another; where the bare text stands it is drawn first. */
function badgeBeside(badge: HTMLElement, by: 1 | -1): HTMLElement | null {
  const [own, sheet] = [badge.closest<HTMLElement>(".block"), badge.closest<HTMLElement>(".sheet")];
  if (!own || !sheet) return null;
  const here = badgesIn(own);
  const beside = here[here.indexOf(badge) + by];
  if (beside) return beside;
  const blocks = [...sheet.querySelectorAll<HTMLElement>(".block")];
  const side = badge.dataset.side as Side;
  for (let at = blocks.indexOf(own) + by; blocks[at]; at += by) {
    const block = blocks[at] as HTMLElement;
    if (isMarkedText(block, side)) drawAround(side, Number(block.dataset.from));
    const found = badgesIn(block).at(by > 0 ? 0 : -1);
    if (found) return found;
  }
  return null;
}

/** Whether a block stands as bare text, though there are marks on it. */
function isMarkedText(block: HTMLElement, side: Side): boolean {
  const { first, last } = block.dataset;
  const mine = placed.peek()[side].slice(Number(first), Number(last) + 1);
  return block.matches(".is-far") && mine.some((one) => one.passages.length + one.copies.length > 0);
}
