/** How long columns take to their places, in milliseconds. */
const GLIDE = 300;

let gliding = 0;

/** Where scrollers were put by the page and not by the reader. */
const expected = new WeakMap<HTMLElement, number>();

/** Brings scrollers to their places, together. At once where the reader wants no motion. */
export function smoothScroll(moves: { scroller: HTMLElement; to: number }[]): void {
  const mine = ++gliding;
  const from = moves.map(({ scroller }) => scroller.scrollTop);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const began = performance.now();
  const frame = (now: number) => {
    if (mine !== gliding) return;
    const share = still ? 1 : Math.min(1, (now - began) / GLIDE);
    const eased = 1 - (1 - share) ** 3;
    moves.forEach(({ scroller, to }, at) => {
      const begin = from[at] ?? 0;
      scrollQuietly(scroller, begin + (to - begin) * eased);
    });
    if (share < 1) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Ends what glides: the reader scrolls. */
export function endSmoothScroll(): void {
  gliding += 1;
}

/** Scrolls without being followed. */
export function scrollQuietly(scroller: HTMLElement, to: number): void {
  scroller.scrollTop = to;
  expected.set(scroller, scroller.scrollTop);
}

/** Whether a scroller stands where the page put it. */
export const isWherePut = (scroller: HTMLElement) =>
  Math.abs((expected.get(scroller) ?? Number.NaN) - scroller.scrollTop) < 1;
