import { type ReadonlySignal, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Grade, Span } from "../model/comparison";
import type { Side } from "../model/side";
import { type Placed, placed } from "../store/paragraphMarks";
import { isLit, pointed, selectedPassage } from "../store/selection";
import { memo } from "../ui/drawing";
import { inFrame, inTurn } from "../ui/turns";
import { places, scrollerOf, sheetOf } from "./measuring";
import { layout, scrolled } from "./scrollState";
import "./overview.css";

/** What a bar on the map looks like, and the number beside it. */
interface Look {
  look: Grade | "only" | "copy" | "clutter";
  number: number | null;
  faint: boolean;
}

/** A span of the article that is to stand on the map. */
export interface MapSpan extends Span, Look {}

/** The same, in shares of the article's height. */
interface Bar extends Look {
  top: number;
  height: number;
}

interface Props {
  side: Side;
  /** What of the article stands on the map, beside the lines around it. */
  spans: ReadonlySignal<readonly MapSpan[]>;
}

/** The least height of a bar, and the least distance between two numbers, in pixels. */
const THIN = 3;
const LABEL = 11;

/** From so many spans on the map is drawn when the columns have not changed for so many milliseconds. */
const MANY = 500;
const REST = 100;

/** The whole article at its outer edge: where its passages are, and what of it is in view. It scrolls, too. */
export const Overview = memo(function Overview({ side, spans }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const bars = useSignal<Bar[]>([]);
  const height = useSignal(600);
  useSignalEffect(() => {
    void layout.value;
    const all = [...clutterOf(placed.value[side]), ...spans.value];
    // The articles come first; of a long one more is measured with every screen, and the map waits for the last.
    return afterPaint(all.length > MANY ? REST : 0, () => {
      height.value = ref.current?.clientHeight ?? 600;
      const at = places(side);
      const whole = Math.max(1, sheetOf(side)?.scrollHeight ?? 1);
      const found = all.map((span) => barOf(span, whole, at));
      bars.value = found.sort((a, b) => a.top - b.top);
    });
  });
  const view = useView(side);
  const drag = (event: PointerEvent) => event.buttons === 1 && scrollTo(side, ref.current, event);
  return (
    <div class={`map map-${side}`} aria-hidden="true">
      <div ref={ref} class="map-track" onPointerDown={drag} onPointerMove={drag}>
        <Bars bars={bars} height={height} />
        <Labels bars={bars} height={height} />
        <Frame view={view} />
      </div>
    </div>
  );
});

/** What of an article is in view, in shares of its height. */
interface View {
  top: number;
  height: number;
}

function useView(side: Side): ReadonlySignal<View> {
  const view = useSignal<View>({ top: 0, height: 1 });
  useSignalEffect(() => {
    void layout.value;
    void scrolled.value;
    // In the frame, where the columns are laid out anyway.
    return inFrame(() => {
      const scroller = scrollerOf(side);
      if (!scroller) return;
      const whole = Math.max(1, scroller.scrollHeight);
      view.value = { top: scroller.scrollTop / whole, height: Math.min(1, scroller.clientHeight / whole) };
    });
  });
  return view;
}

/** Brings the part of the article that is pointed at on its map into the middle. */
function scrollTo(side: Side, track: HTMLElement | null, event: PointerEvent): void {
  const scroller = scrollerOf(side);
  if (!scroller || !track) return;
  const box = track.getBoundingClientRect();
  track.setPointerCapture(event.pointerId);
  const share = (event.clientY - box.top) / box.height;
  scroller.scrollTop = share * scroller.scrollHeight - scroller.clientHeight / 2;
}

/** From so many bars on the map is one of heat: how much of each stretch of the article looks so. Numbers would collide. */
const HEAT = 60;

/** The height of a stretch of a map of heat, in pixels, and the least share of it that is seen. */
const CELL = 4;
const FAINTEST = 0.25;

/** The bars. Of many only the one that lights up is drawn anew. */
const Bars = memo(function Bars({ bars, height }: BarsProps) {
  if (bars.value.length >= HEAT) return <Heat bars={bars.value} height={height.value} />;
  return (
    <>
      {bars.value.map((bar, at) => (
        <One key={at} {...bar} />
      ))}
    </>
  );
});

interface BarsProps {
  bars: ReadonlySignal<Bar[]>;
  height: ReadonlySignal<number>;
}

function Heat({ bars, height }: { bars: readonly Bar[]; height: number }) {
  const groups = new Map<string, Bar[]>();
  // The dashes around a line that is not compared cannot be cut.
  const lines = bars.filter(({ look }) => look === "clutter");
  for (const bar of bars) {
    if (bar.look === "clutter") continue;
    const name = `bar-${bar.look}${bar.faint ? " is-faint" : ""}`;
    const mine = groups.get(name);
    if (mine) mine.push(bar);
    else groups.set(name, [bar]);
  }
  const lit = [selectedPassage.value, pointed.value];
  return (
    <>
      {[...groups].map(([name, mine]) => (
        <i key={name} class={`bar heat ${name}`} style={{ maskImage: heatOf(mine, height) }} />
      ))}
      {[...lines, ...bars.filter(({ number }) => number !== null && lit.includes(number))].map((bar) => (
        <One key={`${bar.look} ${bar.top}`} {...bar} />
      ))}
    </>
  );
}

/** Bars as one mask: how much of each cell of the map they cover. */
function heatOf(bars: readonly Bar[], height: number): string {
  const cells = new Float32Array(Math.max(1, Math.ceil(height / CELL)));
  for (const bar of bars) {
    const [from, to] = [bar.top * cells.length, (bar.top + bar.height) * cells.length];
    for (let at = Math.floor(from); at < Math.min(to, cells.length) || at === Math.floor(from); at += 1) {
      const covered = Math.min(to, at + 1) - Math.max(from, at);
      cells[at] = Math.min(1, (cells[at] ?? 0) + covered);
    }
  }
  const stops = [...cells].map((share, at) => {
    const alpha = share > 0 ? FAINTEST + (1 - FAINTEST) * share : 0;
    return `rgb(0 0 0/${alpha.toFixed(2)}) ${at * CELL}px ${(at + 1) * CELL}px`;
  });
  return `linear-gradient(${stops.join()})`;
}

const One = memo(function One({ top, height, look, number, faint }: Bar) {
  const isActive = number !== null && isLit(number);
  return (
    <i
      class={`bar bar-${look}${faint ? " is-faint" : ""}${isActive ? " is-active" : ""}`}
      style={{ top: `${top * 100}%`, height: `max(${THIN}px, ${height * 100}%)` }}
    />
  );
});

/** The numbers that have room. */
function Labels({ bars, height }: { bars: ReadonlySignal<Bar[]>; height: ReadonlySignal<number> }) {
  const lit = [selectedPassage.value, pointed.value];
  return (
    <>
      {labels(bars.value, height.value, lit).map((bar) => (
        <b
          key={bar.number}
          class={lit.includes(bar.number) ? "is-active" : ""}
          style={{ top: `${(bar.top + bar.height / 2) * 100}%` }}
        >
          {bar.number}
        </b>
      ))}
    </>
  );
}

/**
 * Does something after the next frame has been painted and so many milliseconds, in one turn with the map of the other
 * side; what comes back calls it off.
 */
function afterPaint(later: number, then: () => void): () => void {
  let callOff: () => void;
  const frame = requestAnimationFrame(() => {
    const timer = setTimeout(() => {
      callOff = inTurn(then);
    }, later);
    callOff = () => clearTimeout(timer);
  });
  callOff = () => cancelAnimationFrame(frame);
  return () => callOff();
}

function Frame({ view }: { view: ReadonlySignal<View> }) {
  return <u style={{ top: `${view.value.top * 100}%`, height: `${view.value.height * 100}%` }} />;
}

/** The lines of the page around an article, which are not compared. */
function clutterOf(all: readonly Placed[]): MapSpan[] {
  const clutter = all.filter(({ paragraph }) => paragraph.boilerplate);
  return clutter.map(({ paragraph: { start, end } }) => {
    return { start, end, look: "clutter", number: null, faint: false };
  });
}

function barOf(
  { start, end, look, number, faint }: MapSpan,
  whole: number,
  place: (offset: number) => number,
): Bar {
  const [top, bottom] = [start, end].map((offset) => rounded(place(offset) / whole)) as [number, number];
  return { top, height: Math.max(0, bottom - top), look, number, faint };
}

/** A share to a tenth of a pixel of a high map, so that what hardly moves is not drawn anew. */
const rounded = (share: number) => Math.round(share * 1e4) / 1e4;

/** The bars whose number has room; those that are lit always have. */
function labels(bars: readonly Bar[], height: number, lit: readonly (number | null)[]): Bar[] {
  const isHeat = bars.length >= HEAT;
  const numbered = bars.filter((bar) => bar.number !== null && (!isHeat || lit.includes(bar.number)));
  const taken = numbered.filter((bar) => lit.includes(bar.number)).map((bar) => bar.top * height);
  let last = Number.NEGATIVE_INFINITY;
  return numbered.filter((bar) => {
    if (lit.includes(bar.number)) return true;
    const y = bar.top * height;
    if (y - last < LABEL || taken.some((other) => Math.abs(other - y) < LABEL)) return false;
    last = y;
    return true;
  });
}
