import { computed } from "@preact/signals";
import { useRef } from "preact/hooks";
import { moveAmongBadges } from "../../layout/badges";
import { Column } from "../../layout/column";
import { type Mark, MarkedText, wordsOf } from "../../layout/markedText";
import { type MapSpan, Overview } from "../../layout/overview";
import { bring, level } from "../../layout/scrolling";
import { isPhone } from "../../layout/viewport";
import type { Span } from "../../model/comparison";
import { isRepeated } from "../../model/covers";
import { across, SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";
import type { Placed } from "../../store/paragraphMarks";
import { drawn, pairOf, selectPassage, shown, togglePassage } from "../../store/passages";
import { isLit, pointed, selectedPassage } from "../../store/selection";
import { memo } from "../../ui/drawing";
import { useListeners } from "../../ui/listeners";
import { useChosen } from "../lens";
import { Connector } from "./connector";
import { choice } from "./items";

const hasSelected = computed(() => selectedPassage.value !== null);

/** How long a pointer must rest on a passage before it lights up, and be away before it goes out. */
const REST = 20;
const LEAVE = 90;

/** Both articles as they are, with what they share marked and numbered. */
export function Shared() {
  const columns = useRef<HTMLDivElement>(null);
  const events = usePointing();
  useListeners(columns, { click: events.click, keydown: moveAmongBadges });
  // In the next frame the panel has come up and the columns are shorter.
  useChosen("shared", level);
  return (
    <div
      ref={columns}
      class={`columns grid${hasSelected.value ? " has-selected" : ""}`}
      onPointerOver={events.over}
      onPointerLeave={events.leave}
      onFocusCapture={events.focus}
    >
      {SIDES.map((side) => (
        <Overview key={`map ${side}`} side={side} spans={spans[side]} />
      ))}
      {SIDES.map((side) => (
        <Column key={side} side={side} inside={inside} />
      ))}
      <Connector />
    </div>
  );
}

const spansOf = (side: Side) =>
  computed(() => {
    const passages = drawn.value.map((passage): MapSpan => {
      const { grade: look, number } = passage;
      return { ...passage[side], look, number, faint: !shown.value.has(number) };
    });
    const copies = current.value?.comparison.coverage[side].filter(isRepeated) ?? [];
    const faint = false;
    return [
      ...passages,
      ...copies.map(({ start, end }): MapSpan => ({ start, end, look: "copy", number: null, faint })),
    ];
  });
const spans = { left: spansOf("left"), right: spansOf("right") };

const inside = (text: string, placed: Placed, side: Side) =>
  placed.passages.length + placed.copies.length === 0 ? (
    text.slice(placed.paragraph.start, placed.paragraph.end)
  ) : (
    <Inside text={text} placed={placed} side={side} />
  );

const Inside = memo(function Inside({ text, placed, side }: { text: string; placed: Placed; side: Side }) {
  const marks: Mark[] = placed.passages.map((passage) => ({
    ...passage[side],
    passage,
    active: isLit(passage.number),
    faint: !shown.value.has(passage.number) && !choice.is(passage.number),
  }));
  // A copy that was chosen is drawn as the passage that it is.
  const isChosen = ({ start, end }: Span) =>
    placed.passages.some(
      (one) => one.coverage === "repeated" && one[side].start < end && start < one[side].end,
    );
  for (const { start, end, passage } of placed.copies) {
    if (passage != null && !isChosen({ start, end }))
      marks.push({ start, end, repeats: passage, active: isLit(passage) });
  }
  for (const passage of placed.passages) {
    if (isLit(passage.number)) marks.push(...wordsOf(pairOf(passage), side, passage[side], text));
  }
  return <MarkedText text={text} stretch={placed.paragraph} marks={marks} side={side} badges />;
});

/** The passage at which an event is: one that stands there, or one that is repeated there. */
const passageAt = (event: Event) => {
  const element = (event.target as HTMLElement).closest<HTMLElement>("[data-passage], [data-repeats]");
  if (!element) return null;
  const { passage, repeats, side } = element.dataset;
  return {
    number: Number(passage ?? repeats),
    side: side as Side | undefined,
    isCopy: passage === undefined,
  };
};

/** Leads from a copy to the passage that it repeats. */
function goToOriginal(number: number, side: Side | undefined): void {
  if (selectedPassage.value !== number) selectPassage(number, side);
  else if (side) bring(side, number);
}

/** What pointing, pressing and focusing do anywhere on marks, numbers and the map. */
function usePointing() {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const point = (number: number | null) => {
    clearTimeout(timer.current);
    if (number === pointed.value) return;
    timer.current = setTimeout(
      () => {
        pointed.value = number;
      },
      number === null ? LEAVE : REST,
    );
  };
  return {
    over: (event: PointerEvent) => event.pointerType === "mouse" && point(passageAt(event)?.number ?? null),
    leave: () => point(null),
    focus: (event: Event) => point(passageAt(event)?.number ?? null),
    click: (event: MouseEvent) => {
      const at = passageAt(event);
      // Selecting text to copy it is not choosing a passage.
      if (!at || String(getSelection())) return;
      if (at.isCopy) goToOriginal(at.number, at.side);
      else if (isPhone() && at.side && selectedPassage.value !== at.number)
        selectPassage(at.number, across(at.side));
      else togglePassage(at.number, at.side);
    },
  };
}
