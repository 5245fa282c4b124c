import { computed } from "@preact/signals";
import { Column } from "../../layout/column";
import { type MapSpan, Overview } from "../../layout/overview";
import { bringOffset } from "../../layout/scrolling";
import { nest } from "../../model/nest";
import { SIDES, type Side } from "../../model/side";
import type { Placed } from "../../store/paragraphMarks";
import { memo } from "../../ui/drawing";
import { useChosen } from "../lens";
import { choice, type LeftOut, stretches } from "./items";

/** Both articles with what both say dimmed, so that what only one says stands out. */
export function OnlyInOne() {
  useChosen("onlyinone", (at) => {
    const stretch = stretches.peek()[at];
    if (stretch) bringOffset(stretch.side, stretch.start);
  });
  return (
    <div class="columns grid columns-leftout">
      {SIDES.map((side) => (
        <Overview key={`map ${side}`} side={side} spans={spans[side]} />
      ))}
      {SIDES.map((side) => (
        <Column key={side} side={side} inside={inside} />
      ))}
    </div>
  );
}

const spansOf = (side: Side) =>
  computed(() =>
    stretches.value
      .filter((stretch) => stretch.side === side)
      .map(({ start, end }): MapSpan => ({ start, end, look: "only", number: null, faint: false })),
  );
const spans = { left: spansOf("left"), right: spansOf("right") };

const inside = (text: string, placed: Placed, side: Side) => (
  <Inside text={text} placed={placed} side={side} />
);

/** A stretch and its place among all of them. */
interface Mark extends LeftOut {
  at: number;
}

const Inside = memo(function Inside({ text, placed, side }: { text: string; placed: Placed; side: Side }) {
  const { start, end } = placed.paragraph;
  const marks = stretchesIn(side, start, end);
  return (
    <>
      {nest(start, end, marks).map((node) =>
        node.kind === "text" ? (
          <span key={node.start} class="dimmed">
            {text.slice(node.start, node.end)}
          </span>
        ) : (
          <span
            key={node.mark.start}
            class={`left-out${choice.is(node.mark.at) ? " is-chosen" : ""}`}
            data-stretch={node.mark.at}
          >
            <i class="edge-bar" />
            {text.slice(node.mark.start, node.mark.end)}
          </span>
        ),
      )}
    </>
  );
});

/** The stretches in a paragraph, as far as they are in it; all of them are in order of side and place. */
function stretchesIn(side: Side, start: number, end: number): Mark[] {
  const all = stretches.value;
  let [low, high] = [0, all.length];
  const before = (at: number) => {
    const stretch = all[at];
    if (!stretch) return false;
    return stretch.side === side ? stretch.end <= start : stretch.side === "left";
  };
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let at = low; all[at]?.side === side && (all[at]?.start ?? end) < end; at += 1) {
    const stretch = all[at] as LeftOut;
    found.push({
      ...stretch,
      start: Math.max(start, stretch.start),
      end: Math.min(end, stretch.end),
      at,
    });
  }
  return found;
}
