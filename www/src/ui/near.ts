import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { drawNow } from "./drawing";
import { Heights } from "./heights";
import { inTurn } from "./turns";

/** Places of blocks, half-open. */
interface Range {
  from: number;
  to: number;
}

/** Blocks that stay drawn though they are out of sight, with those beside them. */
interface Kept {
  /** One that was asked for, to be brought into sight. */
  wanted?: number | undefined;
  /** The one that has the focus or had it last. */
  focused?: number | undefined;
  /** Those in which what is selected begins and ends. */
  selected?: readonly number[] | undefined;
}

/** What is drawn in full. */
interface Drawn extends Range {
  of: string;
  kept: Kept;
}

interface Options {
  /** What the blocks are made of: those of a kind are about as high for what is estimated. */
  kind: string;
  /** Its children are the blocks, in order and nothing else. */
  holder: { readonly current: HTMLElement | null };
  /** Whether all blocks are drawn: then nothing is watched. */
  isWhole: boolean;
  /** What is shown; with another value drawing begins anew. */
  of: string;
  /** The blocks that are drawn first. */
  begin: Range;
  /** About how high a block is, in any unit. */
  estimate(at: number): number;
  /** Makes good that what stands above has grown by so many pixels; scrolls by as much when not given. */
  shift?(by: number): void;
}

/** Which blocks of something long are drawn in full; of the others the bare text stands. */
export interface Near {
  has(at: number): boolean;
  /** How high a block that is not drawn is, in pixels, as far as that is known. */
  heightOf(at: number): number | undefined;
  /** Draws a block and those beside it, at once. */
  draw(at: number): void;
}

/** How far beyond what is seen blocks are drawn, and how far they stay drawn, in heights of the window. */
const MARGIN = 0.25;
const KEEP = 1;

/**
 * Draws the blocks near what is seen. What is seen is drawn before the next frame, what is a little beyond it
 * one block after another; what was drawn keeps its measured height, so that nothing moves when it goes.
 */
export function useNear(options: Options): Near {
  const { holder, isWhole, of, begin } = options;
  const [state, setState] = useState<Drawn>({ of, ...begin, kept: {} });
  const [isPrinted, setPrinted] = useState(false);
  const [, setRedrawn] = useState(0);
  const now: Drawn = state.of === of ? state : { of, ...begin, kept: {} };
  const latest = useRef({ options, now, set: setState, redraw: () => setRedrawn((count) => count + 1) });
  Object.assign(latest.current, { options, now });
  const [watch] = useState(() => new Watch(latest.current));
  const all = isWhole || isPrinted;
  useLayoutEffect(() => (isWhole ? undefined : watch.listen()), [isWhole, watch]);
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    if (all) return;
    if (isPlaced.current) watch.drawn();
    // First those around it bring the reader to where they were.
    else queueMicrotask(() => watch.drawn());
    isPlaced.current = true;
  });
  usePrint(isWhole, setPrinted);
  const has = (at: number) => all || (at >= now.from && at < now.to) || isKept(now.kept, at);
  return {
    has,
    heightOf: (at) => watch.heights.of(at, options.estimate),
    draw: (at) => {
      const { from, to } = latest.current.now;
      if (holder.current && !isWhole && (at < from || at >= to)) drawNow(() => watch.keep({ wanted: at }));
    },
  };
}

/** Before paper all is drawn. */
function usePrint(isWhole: boolean, set: (on: boolean) => void): void {
  useEffect(() => {
    if (isWhole) return;
    const before = () => drawNow(() => set(true));
    const after = () => set(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [isWhole, set]);
}

function isKept({ wanted, focused, selected = [] }: Kept, at: number): boolean {
  const isBeside = (one: number | undefined) => one !== undefined && Math.abs(one - at) <= 1;
  return isBeside(wanted) || isBeside(focused) || selected.includes(at);
}

/** What the hook knows of the latest drawing. */
interface Latest {
  options: Options;
  now: Drawn;
  set(next: Drawn): void;
  redraw(): void;
}

/** Looks where the blocks are and says which are to be drawn. */
class Watch {
  readonly heights: Heights;
  private anchor: { block: Element; top: number } | null = null;
  private callOff: (() => void) | undefined;

  constructor(private readonly latest: Latest) {
    this.heights = new Heights(latest.options.kind);
  }

  private get holder(): HTMLElement | null {
    return this.latest.options.holder.current;
  }

  /** Hears all that may bring other blocks into sight; what comes back ends that. */
  listen(): () => void {
    const { holder } = this;
    if (!holder) return () => {};
    const scrolled = ({ target }: Event) => (target as Node).contains(holder) && this.look();
    const resized = () => this.drawn();
    const focused = ({ target }: Event) => this.keep({ focused: this.placeOf(target as Node) });
    const selected = () => this.keepSelected();
    const sizes = new ResizeObserver(resized);
    sizes.observe(holder);
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    document.addEventListener("selectionchange", selected);
    addEventListener("resize", resized);
    holder.addEventListener("focusin", focused);
    return () => {
      this.callOff?.();
      this.callOff = undefined;
      sizes.disconnect();
      document.removeEventListener("scroll", scrolled, { capture: true });
      document.removeEventListener("selectionchange", selected);
      removeEventListener("resize", resized);
      holder.removeEventListener("focusin", focused);
    };
  }

  /** After blocks were drawn: what is seen stays where it was, and more may be seen. */
  drawn(): void {
    const { holder, latest } = this;
    if (!holder) return;
    this.restore();
    const { of, from, to } = latest.now;
    if (this.heights.measure(holder, of, { from, to }, latest.options.estimate)) {
      this.hold();
      latest.redraw();
    }
    this.look();
  }

  /** Draws what is seen and is not drawn yet, and afterwards what is a little beyond. */
  private look(): void {
    const { holder, latest } = this;
    const seen = holder && within(holder, 0);
    if (!seen) return;
    if (!covers(latest.now, seen)) this.draw(seen);
    else this.later();
  }

  private later(): void {
    this.callOff ??= inTurn(() => {
      this.callOff = undefined;
      const { holder, latest } = this;
      const wide = holder && within(holder, MARGIN);
      if (!wide || covers(latest.now, wide)) return;
      const { from, to } = latest.now;
      // One more at each end in a turn: the reader may be scrolling meanwhile.
      this.draw({ from: Math.max(wide.from, from - 1), to: Math.min(wide.to, to + 1) });
    });
  }

  /** Draws a range, and leaves what was drawn and is not far from it. */
  private draw(range: Range): void {
    const { holder, latest } = this;
    const stay = holder && within(holder, KEEP);
    if (!stay) return;
    const { from, to, of, kept } = latest.now;
    const old = { from: Math.max(from, stay.from), to: Math.min(to, stay.to) };
    const touches = old.from < old.to && old.from <= range.to && range.from <= old.to;
    const next = touches
      ? { from: Math.min(range.from, old.from), to: Math.max(range.to, old.to) }
      : { from: range.from, to: range.to };
    if (next.from === from && next.to === to) return;
    this.hold();
    latest.set({ of, kept, ...next });
  }

  /** Keeps further blocks drawn. */
  keep(part: Kept): void {
    const { latest } = this;
    const { now } = latest;
    const isSame = Object.entries(part).every(([name, value]) => now.kept[name as "wanted"] === value);
    if (isSame) return;
    this.hold();
    latest.set({ ...now, kept: { ...now.kept, ...part } });
  }

  private keepSelected(): void {
    const selection = getSelection();
    if (!selection) return;
    const places = [selection.anchorNode, selection.focusNode].flatMap((node) => this.placeOf(node) ?? []);
    const known = this.latest.now.kept.selected ?? [];
    if (places.join() !== known.join()) this.keep({ selected: places });
  }

  /** The block in which something stands. */
  private placeOf(node: Node | null): number | undefined {
    const { holder } = this;
    if (!holder || !node || node === holder || !holder.contains(node)) return undefined;
    let block: Node = node;
    while (block.parentNode && block.parentNode !== holder) block = block.parentNode;
    return [...holder.children].indexOf(block as Element);
  }

  /** Remembers where what is read stands. */
  private hold(): void {
    const { holder } = this;
    if (!holder || this.anchor) return;
    const block = holder.children[firstBelow(holder.children, innerHeight * EYE)];
    this.anchor = block ? { block, top: block.getBoundingClientRect().top } : null;
  }

  /** Puts what is read back to where it stood. */
  private restore(): void {
    const { anchor, holder } = this;
    this.anchor = null;
    if (!anchor || !holder?.contains(anchor.block)) return;
    const by = anchor.block.getBoundingClientRect().top - anchor.top;
    if (Math.abs(by) < 1) return;
    const { shift } = this.latest.options;
    if (shift) shift(by);
    else scrollerOf(holder).scrollTop += by;
  }
}

/** Where in the window what is read is taken to be, as a share of its height. */
const EYE = 0.3;

/** The element that scrolls another: the nearest around it that can, or the page. */
function scrollerOf(element: HTMLElement): Element {
  for (let one = element.parentElement; one; one = one.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement ?? document.documentElement;
}

const covers = (outer: Range, inner: Range) => outer.from <= inner.from && outer.to >= inner.to;

/** The blocks that are in the window, or within so many heights of it; null where nothing is laid out. */
function within({ children }: HTMLElement, margin: number): Range | null {
  if (children[0]?.getClientRects().length !== 1) return null;
  const [top, bottom] = [-margin * innerHeight, (1 + margin) * innerHeight];
  const from = firstBelow(children, top);
  let to = from;
  while (to < children.length && (children[to] as Element).getBoundingClientRect().top < bottom) to += 1;
  return { from, to };
}

/** The first block that reaches below a height of the window, or the last. */
function firstBelow(blocks: HTMLCollection, y: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Element).getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}
