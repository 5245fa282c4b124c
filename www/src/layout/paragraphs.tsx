import type { ComponentChildren } from "preact";
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { language, t } from "../i18n";
import type { Paragraph as Part } from "../model/comparison";
import type { Side } from "../model/side";
import { decideAt } from "../store/actions";
import { current } from "../store/comparison";
import type { Placed } from "../store/paragraphMarks";
import { choosing } from "../store/view";
import { rove, settleSoon } from "./badges";
import { keptPlace } from "./scrollState";

/** Draws the inside of a paragraph. */
export type Inside = (text: string, placed: Placed, side: Side) => ComponentChildren;

/** From this many paragraphs or UTF-16 units on a column is long: what is out of sight is not laid out. */
const LONG = { paragraphs: 120, length: 40_000 };

/**
 * What of a long column is left out of layout together, at most. Each such block costs a little with
 * every frame: one for each paragraph would make every frame late.
 */
const BLOCK = { paragraphs: 16, length: 6000 };

/** UTF-16 units of text that get their marks at once, a screen and a half, and then at a time. */
const FIRST = 3000;
const CHUNK = 24_000;
/** What a paragraph and a mark take, in units of text. */
const weightOf = ({ paragraph, passages, copies }: Placed) =>
  paragraph.end - paragraph.start + 60 + 60 * (passages.length + copies.length);

/** About how many UTF-16 units a line holds; for the height of what was not laid out yet. */
const LINE = 58;
const linesOf = ({ paragraph }: Placed) => Math.ceil((paragraph.end - paragraph.start) / LINE);

interface Props {
  /** Of which article, before or after it was compared: another one is drawn from its beginning. */
  name: string;
  side: Side;
  text: string;
  all: readonly Placed[];
  /** Null while there is nothing to mark: then the bare text stands. */
  inside: Inside | null;
}

/** The paragraphs of an article, in order. */
export function Paragraphs({ name, side, text, all, inside }: Props) {
  const drawnTo = useDrawn(all, inside && name);
  const isLong = all.length > LONG.paragraphs || text.length > LONG.length;
  const blocks = useMemo(() => (isLong ? blocksOf(all) : [{ from: 0, to: all.length }]), [all, isLong]);
  const standing = useStanding(blocks.length, name);
  return (
    <>
      {blocks.slice(0, standing).map(({ from, to }) => (
        <Block
          key={`${isLong} ${from}`}
          from={from}
          to={to}
          drawn={Math.max(0, Math.min(to, drawnTo) - from)}
          isLong={isLong}
          side={side}
          text={text}
          all={all}
          inside={inside}
        />
      ))}
    </>
  );
}

/** How many blocks come onto the page at once: with more it would not answer for a moment. */
const AT_ONCE = 150;

/** How many blocks stand on the page: all of any article; of a text of a million words twice as many in every turn. */
function useStanding(all: number, name: string): number {
  // Who was further down in the text is brought there, and finds all of it.
  const [to, setTo] = useState(keptPlace(name) > 0 ? all : AT_ONCE);
  useEffect(() => {
    if (to >= all) return;
    const timer = setTimeout(() => setTo(to * 2));
    return () => clearTimeout(timer);
  }, [to, all]);
  return to;
}

/** Where blocks begin and end, as places among the paragraphs. */
function blocksOf(all: readonly Placed[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  let length = 0;
  for (const [at, { paragraph }] of all.entries()) {
    const last = blocks.at(-1);
    length += paragraph.end - paragraph.start;
    if (last && length <= BLOCK.length && at - last.from < BLOCK.paragraphs) last.to = at + 1;
    else {
      blocks.push({ from: at, to: at + 1 });
      length = paragraph.end - paragraph.start;
    }
  }
  return blocks;
}

/** How many paragraphs are drawn with their marks. Grows in idle time, so that the first screen comes first. */
function useDrawn(all: readonly Placed[], name: string | null): number {
  const [state, setState] = useState({ name, to: 0 });
  const from = state.name === name ? state.to : 0;
  const to = name === null ? 0 : from > 0 ? from : further(all, 0, FIRST);
  useEffect(() => {
    if (name === null || to >= all.length) return;
    // A timer and not an idle callback: those are held back in tabs that are not looked at.
    const timer = setTimeout(() => setState({ name, to: further(all, to, CHUNK) }));
    return () => clearTimeout(timer);
  }, [to, all, name]);
  return to;
}

/** The paragraph up to which a weight reaches. */
function further(all: readonly Placed[], from: number, weight: number): number {
  let to = from;
  for (let left = weight; to < all.length && left > 0; to += 1) left -= weightOf(all[to] as Placed);
  return to;
}

interface BlockProps extends Omit<Props, "name"> {
  from: number;
  to: number;
  /** How many of its paragraphs have their marks. */
  drawn: number;
  isLong: boolean;
}

/** Paragraphs that are laid out together, or all of them where they are few. */
const Block = memo(function Block({ from, to, drawn, isLong, side, text, all, inside }: BlockProps) {
  const ref = useRef<HTMLDivElement>(null);
  const mine = all.slice(from, to);
  useLayoutEffect(() => {
    if (!ref.current || drawn === 0) return;
    settleSoon(ref.current);
    rove(ref.current.closest<HTMLElement>(".sheet"));
  }, [all, drawn]);
  const lines = isLong ? mine.reduce((sum, one) => sum + linesOf(one), 0) : undefined;
  return (
    <div
      ref={ref}
      class={`block${isLong ? " is-long" : ""}${mine[0]?.goesOn ? " goes-on" : ""}`}
      data-first={from}
      data-last={to - 1}
      style={isLong ? { "--lines": lines, "--paragraphs": mine.length } : undefined}
    >
      {mine.map((one, at) => (
        <Paragraph
          key={one.paragraph.start}
          at={from + at}
          side={side}
          text={text}
          placed={one}
          inside={at < drawn ? inside : null}
        />
      ))}
    </div>
  );
});

interface ParagraphProps {
  at: number;
  side: Side;
  text: string;
  placed: Placed;
  /** Null while it is not its turn: then the bare text stands. */
  inside: Inside | null;
}

/** Whether a paragraph would be drawn as it is: the bare text stands as long as that is the same. */
function isSame(before: ParagraphProps, now: ParagraphProps): boolean {
  const { at, side, text, placed, inside } = now;
  if (before.at !== at || before.side !== side || before.text !== text || before.inside !== inside)
    return false;
  if (before.placed === placed) return true;
  if (inside !== null) return false;
  const [a, b] = [before.placed.paragraph, placed.paragraph];
  const isWhole = a.start === b.start && a.end === b.end && a.role === b.role;
  return isWhole && a.boilerplate === b.boilerplate && before.placed.goesOn === placed.goesOn;
}

const Paragraph = memo(function Paragraph({ at, side, text, placed, inside }: ParagraphProps) {
  const { paragraph } = placed;
  if (paragraph.boilerplate) return <Clutter at={at} side={side} text={text} paragraph={paragraph} />;
  const Tag = paragraph.role === "title" ? "h2" : paragraph.role === "heading" ? "h3" : "p";
  return (
    <Tag
      class={`para para-${paragraph.role}${placed.goesOn ? " goes-on" : ""}`}
      dir="auto"
      data-paragraph={at}
      data-from={paragraph.start}
    >
      {inside ? inside(text, placed, side) : text.slice(paragraph.start, paragraph.end)}
      {choosing.value === side && !placed.goesOn && (
        <Decide side={side} place={paragraph.start} name={t.lines.leaveOut} />
      )}
    </Tag>
  );
}, isSame);

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
      {paragraph.boilerplate && <span class="chip">{t.boilerplate(paragraph.boilerplate)}</span>}
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
