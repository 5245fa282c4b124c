/** How long columns take to their places, in milliseconds. */
const GLIDE = 300;

let gliding = 0;

/** Where scrollers were put by the page and not by the reader. */
const expected = new WeakMap<HTMLElement, number>();

/** A scroller and where it is to be brought; asked in every frame, for what is drawn on the way may move the place. */
interface Move {
  scroller: HTMLElement;
  to(): number;
}

/** From so many heights of its scroller on a way is shortened to one height: nobody reads what flies by. */
const FAR = 4;

/** Brings scrollers to their places, together. At once where the reader wants no motion. */
export function smoothScroll(moves: readonly Move[]): void {
  const mine = ++gliding;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const began = performance.now();
  let before = 0;
  const frame = (now: number) => {
    if (mine !== gliding) return;
    const share = still ? 1 : Math.min(1, Math.max(0, (now - began) / GLIDE));
    const eased = 1 - (1 - share) ** 3;
    for (const { scroller, to } of moves) {
      if (before === 0 && !still) shorten(scroller, to());
      const left = to() - scroller.scrollTop;
      scrollQuietly(scroller, scroller.scrollTop + left * ((eased - before) / (1 - before)));
    }
    before = eased;
    if (share < 1) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Leaves of a long way its last part. */
function shorten(scroller: HTMLElement, to: number): void {
  const [way, height] = [to - scroller.scrollTop, scroller.clientHeight];
  if (Math.abs(way) > FAR * height) scrollQuietly(scroller, to - Math.sign(way) * height);
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
