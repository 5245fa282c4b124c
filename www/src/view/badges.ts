import { isPhone } from "./panes";

/** The least distance between two numbers in the lane, in pixels. */
const APART = 25;

/** Puts what stands beside the text of a sheet, numbers and bars, where its text stands. */
export function settle(sheet: HTMLElement): void {
  settleBadges(sheet);
  settleBars(sheet);
}

/** Whether an element was laid out: the insides of paragraphs out of sight of a long column were not. */
const isLaidOut = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true });

/** Gives every bar at the outer edge the height of the stretch it belongs to. */
function settleBars(sheet: HTMLElement): void {
  const bars = [...sheet.querySelectorAll<HTMLElement>(".edge-bar")];
  const places = bars.flatMap((bar) => {
    const [stretch, paragraph] = [bar.parentElement, bar.closest<HTMLElement>(".para")];
    if (!stretch || !paragraph || !isLaidOut(paragraph)) return [];
    const box = stretch.getBoundingClientRect();
    return [{ bar, top: box.top - paragraph.getBoundingClientRect().top, height: box.height }];
  });
  for (const { bar, top, height } of places) {
    bar.style.top = `${top}px`;
    bar.style.height = `${height}px`;
  }
}

/**
 * Puts every number of a sheet beside the first line of its passage, and apart from its neighbours
 * where several begin on one line. Reads all places first, then writes, so that layout is done once.
 */
function settleBadges(sheet: HTMLElement): void {
  const badges = [...sheet.querySelectorAll<HTMLElement>(".badge-lane")];
  if (isPhone()) {
    for (const badge of badges) badge.style.removeProperty("top");
    return;
  }
  const places = badges.flatMap((badge) => {
    const [mark, paragraph] = [badge.parentElement, badge.closest<HTMLElement>(".para")];
    // The insides of paragraphs that were not laid out yet are measured when they come into sight.
    if (!mark || !paragraph || !isLaidOut(paragraph)) return [];
    const line = mark.getClientRects()[0];
    const box = paragraph.getBoundingClientRect();
    if (!line) return [];
    return [{ badge, base: box.top, wanted: line.top + line.height / 2 }];
  });
  let last = Number.NEGATIVE_INFINITY;
  for (const { badge, base, wanted } of places.sort((a, b) => a.wanted - b.wanted)) {
    last = Math.max(wanted, last + APART);
    badge.style.top = `${last - base}px`;
  }
  rove(badges);
}

/** One of the numbers takes part in the tab order; arrows lead to the others. */
function rove(badges: readonly HTMLElement[]): void {
  if (badges.some((badge) => badge.tabIndex === 0)) return;
  const [first] = badges;
  if (first) first.tabIndex = 0;
}

/** Moves the focus from number to number with the arrows. */
export function moveAmongBadges(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0 || !target.matches(".badge-lane")) return;
  const all = [...(target.closest(".sheet")?.querySelectorAll<HTMLElement>(".badge-lane") ?? [])];
  const next = all[all.indexOf(target) + by];
  if (!next) return;
  event.preventDefault();
  target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
