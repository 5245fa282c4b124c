import { computed, type ReadonlySignal, useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Paragraph as Part, Passage } from "../engine/engine";
import { languageOf } from "../reading/script";
import type { Side } from "../reading/words";
import { decideAt, edit } from "../state/actions";
import { current } from "../state/comparison";
import { pair, takeOther } from "../state/library";
import { type Placed, placed } from "../state/marks";
import { options } from "../state/settings";
import { choosing, editing, lens, selected } from "../state/view";
import { language, t } from "../text";
import { rove, settleSoon } from "./badges";
import { Editor } from "./editor";
import { Check, setOption } from "./menu";
import { announceLayout, onScroll, registerPane, restorePlace } from "./panes";

/**
 * How much is drawn at once when a comparison opens, and then at a time while nothing else is to do:
 * a paragraph weighs as much as two or three marks.
 */
const FIRST = 800;
const CHUNK = 2400;
const weightOf = ({ passages }: Placed) => 10 + 4 * passages.length;
/** From this many paragraphs on a column is long: what is out of sight is not laid out. */
const LONG = 120;

interface Props {
  side: Side;
  /** What is drawn inside a paragraph. */
  inside: (text: string, placed: Placed, side: Side) => ComponentChildren;
}

/** One article in a column: to read, or to edit. */
export function Column(props: Props) {
  return editing.value === props.side ? <Editor side={props.side} /> : <Text {...props} />;
}

/** An article from its first line to its last. */
function Text({ side, inside }: Props) {
  const [scroller, sheet] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const article = current.value?.[side] ?? pair.value[side];
  const all = placed.value[side];
  const drawnTo = useDrawn(all, article?.id);
  const language = useMemo(() => languageOf(article?.text ?? ""), [article?.text]);
  useLayoutEffect(() => {
    if (!scroller.current || !sheet.current) return;
    const element = sheet.current;
    const release = registerPane(side, scroller.current, element);
    const watch = new ResizeObserver(() => {
      settleSoon(element);
      announceLayout();
    });
    watch.observe(element);
    // Of a long column only what comes into sight is laid out; then its numbers find their lines.
    const appear = (event: Event) => {
      if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) settleSoon(event.target as HTMLElement);
    };
    element.addEventListener("contentvisibilityautostatechange", appear);
    return () => {
      watch.disconnect();
      element.removeEventListener("contentvisibilityautostatechange", appear);
      release();
    };
  }, [side]);
  useLayoutEffect(() => {
    announceLayout();
  }, [all]);
  useLayoutEffect(() => {
    if (sheet.current) rove(sheet.current);
  }, [all, drawnTo]);
  useLayoutEffect(() => restorePlace(side, article?.id), [side, article?.id]);
  if (!article) return null;
  return (
    <section
      ref={scroller}
      class={`column column-${side}`}
      aria-label={t.articleOf[side]}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={() => onScroll(side)}
    >
      <div ref={sheet} lang={language} class={`sheet${all.length > LONG ? " is-long" : ""}`}>
        {current.value && !all.some(({ paragraph }) => paragraph.role === "title") && (
          <h2 class="no-headline">{t.noHeadline}</h2>
        )}
        {all.map((one, at) => (
          <Paragraph
            key={`${article.id} ${one.paragraph.start}`}
            at={at}
            side={side}
            text={article.text}
            placed={one}
            inside={at < drawnTo ? inside : null}
          />
        ))}
        <Foot side={side} all={all} />
      </div>
    </section>
  );
}

/** How many paragraphs are drawn with their marks. Grows in idle time, so that the first screen comes first. */
function useDrawn(all: readonly Placed[], article: string | undefined): number {
  const [state, setState] = useState({ article, to: 0 });
  const to = state.article === article && state.to > 0 ? state.to : further(all, 0, FIRST);
  useEffect(() => {
    if (to >= all.length) return;
    // A timer and not an idle callback: those are held back in tabs that are not looked at.
    const timer = setTimeout(() => setState({ article, to: further(all, to, CHUNK) }));
    return () => clearTimeout(timer);
  }, [to, all, article]);
  return to;
}

/** The paragraph up to which a weight reaches. */
function further(all: readonly Placed[], from: number, weight: number): number {
  let to = from;
  for (let left = weight; to < all.length && left > 0; to += 1) left -= weightOf(all[to] as Placed);
  return to;
}

interface ParagraphProps {
  at: number;
  side: Side;
  text: string;
  placed: Placed;
  /** Null while it is not its turn: then the bare text stands. */
  inside: Props["inside"] | null;
}

/** About how many UTF-16 units a line holds; for the height of what was not laid out yet. */
const LINE = 58;

const Paragraph = memo(function Paragraph({ at, side, text, placed, inside }: ParagraphProps) {
  const { paragraph } = placed;
  const ref = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (ref.current && inside) settleSoon(ref.current);
  }, [placed, inside]);
  if (paragraph.furniture) return <Clutter at={at} side={side} text={text} paragraph={paragraph} />;
  const Tag = paragraph.role === "title" ? "h2" : paragraph.role === "heading" ? "h3" : "p";
  const lines = Math.ceil((paragraph.end - paragraph.start) / LINE);
  return (
    <Tag
      ref={ref}
      class={`para para-${paragraph.role}${placed.goesOn ? " goes-on" : ""}`}
      dir="auto"
      data-paragraph={at}
      data-from={paragraph.start}
      style={{ "--lines": lines }}
    >
      {inside ? inside(text, placed, side) : text.slice(paragraph.start, paragraph.end)}
      {choosing.value === side && !placed.goesOn && (
        <Decide side={side} place={paragraph.start} name={t.lines.leaveOut} />
      )}
    </Tag>
  );
});

/** A line of the page around the article: there, but not compared, and it says why. */
function Clutter({ at, side, text, paragraph }: { at: number; side: Side; text: string; paragraph: Part }) {
  const line = text.slice(paragraph.start, paragraph.end);
  return (
    <p class="para clutter" data-paragraph={at}>
      <span
        class="clutter-text"
        dir="auto"
        data-from={paragraph.start}
        title={line.length < 400 ? line : undefined}
      >
        {line}
      </span>
      {paragraph.furniture && <span class="chip">{t.furniture(paragraph.furniture)}</span>}
      <Decide side={side} place={paragraph.start} name={t.lines.putBack} />
    </p>
  );
}

/** Puts a paragraph back into the comparison, or takes it out. */
function Decide({ side, place, name }: { side: Side; place: number; name: string }) {
  if (!current.value) return null;
  return (
    <button type="button" class="link decide" lang={language.value} onClick={() => decideAt(side, place)}>
      {name}
    </button>
  );
}

function Foot({ side, all }: { side: Side; all: readonly Placed[] }) {
  const some = all.some(({ paragraph }) => paragraph.furniture);
  const off = options.value.skipFurniture === false;
  const { id = "", other = null } = pair.value[side] ?? {};
  return (
    <div class="foot" data-side={side}>
      <button type="button" class="link" onClick={() => edit(side)}>
        {t.edit.open}
      </button>
      {other && (
        <button type="button" class="link" onClick={() => takeOther(id)}>
          {t.take[other.is]}
        </button>
      )}
      {current.value && (
        <button
          type="button"
          class="link"
          aria-pressed={choosing.value === side}
          onClick={() => {
            choosing.value = choosing.value === side ? null : side;
          }}
        >
          {choosing.value === side ? t.lines.done : t.lines.choose}
        </button>
      )}
      {(some || off) && (
        <Check label={t.compareClutter} checked={off} onChange={(on) => setOption("skipFurniture", !on)} />
      )}
    </div>
  );
}

/** Which of the given passages are lit: a string, so that a paragraph is drawn anew only when it changes. */
export function useLit(
  passages: readonly Passage[],
  lit: ReadonlySignal<readonly (number | null)[]>,
): string {
  const here = useMemo(() => {
    const numbers = new Set(passages.map((passage) => passage.number));
    return computed(() => lit.value.filter((number) => number !== null && numbers.has(number)).join(" "));
  }, [passages, lit]);
  return here.value;
}

/** Calls back whenever a passage is chosen in the Shared lens. */
export function useChosen(callback: (number: number) => void): void {
  useSignalEffect(() => {
    const number = selected.value;
    if (number !== null && lens.peek() === "shared") callback(number);
  });
}
