import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n";
import { heightOf, isFar, markOf, scrollerOf } from "../../layout/measuring";
import { bring } from "../../layout/scrolling";
import { layout, scrolled } from "../../layout/scrollState";
import { isPhone } from "../../layout/viewport";
import type { Grade } from "../../model/comparison";
import { SIDES, type Side } from "../../model/side";
import { passageOf } from "../../store/passages";
import { pointed, selectedPassage } from "../../store/selection";
import { Icon } from "../../ui/icons";
import { inFrame } from "../../ui/turns";

/** One end of the connector, in pixels of the columns: its number, or the edge beyond which it lies. */
interface End {
  x: number;
  y: number;
  /** Which way it lies out of sight; null in sight. */
  beyond: "up" | "down" | null;
  /** The stretch of the passage that is in sight, and where its bracket stands. */
  bracket: { x: number; top: number; bottom: number } | null;
}

interface Shape {
  number: number;
  grade: Grade;
  ends: Record<Side, End>;
}

/** The one line between the two ends of what is pointed at or chosen. */
export function Connector() {
  const ref = useRef<HTMLDivElement>(null);
  const shape = useSignal<Shape | null>(null);
  useSignalEffect(() => {
    const number = pointed.value ?? selectedPassage.value;
    void layout.value;
    void scrolled.value;
    return inFrame(() => {
      shape.value = number === null || isPhone() ? null : measure(number, ref.current);
    });
  });
  return (
    <div ref={ref} class="connector">
      {shape.value && <Line shape={shape.value} />}
    </div>
  );
}

function measure(number: number, frame: HTMLElement | null): Shape | null {
  const passage = passageOf(number);
  const box = frame?.getBoundingClientRect();
  if (!passage || !box) return null;
  const [left, right] = SIDES.map((side) => endOf(side, number, box));
  return left && right ? { number, grade: passage.grade, ends: { left, right } } : null;
}

function endOf(side: Side, number: number, frame: DOMRect): End | null {
  const [mark, pane] = [markOf(side, number), scrollerOf(side)?.getBoundingClientRect()];
  if (!pane) return null;
  const badge = mark?.querySelector(".badge-lane")?.getBoundingClientRect();
  if (!badge) return farEnd(side, number, pane, frame);
  const all = [...document.querySelectorAll(`.column-${side} mark[data-passage="${number}"]`)];
  const rects = all.flatMap((element) => [...element.getClientRects()]);
  const y = badge.top + badge.height / 2;
  const beyond = y < pane.top + 4 ? "up" : y > pane.bottom - 4 ? "down" : null;
  const top = Math.max(pane.top, Math.min(...rects.map((rect) => rect.top)));
  const bottom = Math.min(pane.bottom, Math.max(...rects.map((rect) => rect.bottom)));
  const lane = side === "left" ? badge.left - 9 : badge.right + 8;
  return {
    ...(beyond
      ? edgeOf(side, beyond, pane, frame)
      : {
          x: (side === "left" ? badge.right : badge.left) - frame.left,
          y: y - frame.top,
        }),
    beyond,
    bracket: bottom > top ? { x: lane - frame.left, top: top - frame.top, bottom: bottom - frame.top } : null,
  };
}

/** The end at a passage that is so far out of sight that its marks are not drawn. */
function farEnd(side: Side, number: number, pane: DOMRect, frame: DOMRect): End | null {
  const scroller = scrollerOf(side);
  if (!scroller || !isFar(side, number)) return null;
  const beyond = heightOf(side, number) < scroller.scrollTop + pane.height / 2 ? "up" : "down";
  return { ...edgeOf(side, beyond, pane, frame), beyond, bracket: null };
}

/** Where the edge of a column stands for what lies beyond it. */
const edgeOf = (side: Side, beyond: "up" | "down", pane: DOMRect, frame: DOMRect) => ({
  x: (side === "left" ? pane.right + 14 : pane.left - 14) - frame.left,
  y: (beyond === "up" ? pane.top + 20 : pane.bottom - 20) - frame.top,
});

function Line({ shape: { number, grade, ends } }: { shape: Shape }) {
  const { left, right } = ends;
  const bend = Math.max(20, Math.abs(right.x - left.x) * 0.55);
  return (
    <>
      <svg class={`line-${grade}`} aria-hidden="true" focusable="false">
        {!(left.beyond && right.beyond) && (
          <path
            class="connector-line"
            d={`M${left.x + 3} ${left.y}C${left.x + bend} ${left.y} ${right.x - bend} ${right.y} ${right.x - 3} ${right.y}`}
          />
        )}
        {SIDES.map((side) => {
          const bracket = ends[side].bracket;
          return (
            bracket && (
              <path key={side} class="bracket" d={`M${bracket.x} ${bracket.top}V${bracket.bottom}`} />
            )
          );
        })}
      </svg>
      {SIDES.map(
        (side) => ends[side].beyond && <Chip key={side} side={side} number={number} end={ends[side]} />,
      )}
    </>
  );
}

/** Stands for an end that is out of sight, and goes there. */
function Chip({ side, number, end }: { side: Side; number: number; end: End }) {
  return (
    <button
      type="button"
      class={`go go-${side}`}
      style={{ left: `${end.x}px`, top: `${end.y}px` }}
      aria-label={t.goTo(number, side)}
      onClick={(event) => {
        event.stopPropagation();
        bring(side, number);
      }}
    >
      <Icon name={end.beyond === "up" ? "up" : "downward"} />
      {number}
    </button>
  );
}
