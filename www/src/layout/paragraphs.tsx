import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { language, t } from "../i18n";
import type { Paragraph as Part } from "../model/comparison";
import type { Side } from "../model/side";
import { decideAt } from "../store/actions";
import { current } from "../store/comparison";
import { foldedAt, isFolded, pageLinesShown, paragraphFolds } from "../store/pageLines";
import type { Placed } from "../store/paragraphMarks";
import { choosing } from "../store/view";
import { memo } from "../ui/drawing";
import { useNear } from "../ui/near";
import { atOnce, inTurn } from "../ui/turns";
import { rove, settleSoon } from "./badges";
import { foldedIf, PageLines } from "./pageLines";
import { shiftQuietly } from "./scrolling";
import { announceLayout, enterDrawing, keptPlace } from "./scrollState";
import { EYE } from "./viewport";

/** Draws the inside of a paragraph. */
export type Inside = (text: string, placed: Placed, side: Side) => ComponentChildren;

/** From this many paragraphs or UTF-16 units on a column is long: what is out of sight is not laid out. */
const LONG = { paragraphs: 120, length: 40_000 };

/**
 * Elements of a column, about, up to which it is drawn whole: with both columns, lists and overviews a page has
 * 5,000 at most. Of a longer one what is far from sight stands as bare text.
 */
const WHOLE = 600;

/** About how many elements a paragraph takes, and each mark on it with its number. */
const elementsOf = ({ passages, copies }: Placed) => 3 + 3 * (passages.length + copies.length);

/**
 * Lines of a block: what is left out of layout together, or drawn together near what is seen. Each block costs
 * a little with every frame: one for each paragraph would make every frame late.
 */
const BLOCK = { whole: 100, near: 56 };

/** The most blocks of a column, about: those of a text of a million lines are higher. */
const MOST_BLOCKS = 700;

/** UTF-16 units that a screen shows, about. */
const SCREEN = 2000;

/** UTF-16 units of text that get their marks at once, a screen and a quarter, and then at a time. */
const FIRST = 1.25 * SCREEN;
const CHUNK = 24_000;
/** What a paragraph and a mark take, in units of text. */
const weightOf = ({ paragraph, passages, copies }: Placed) =>
  paragraph.end - paragraph.start + 60 + 60 * (passages.length + copies.length);

/** About how many UTF-16 units a line holds; for the height of what was not laid out yet. */
const LINE = 58;
/** Heights of a line and of the gap after a paragraph in sizes of the letters; the same in the style sheet. */
const EM = { line: 1.62, gap: 0.86 };

/** About how high a paragraph is, in sizes of the letters. Boilerplate stands in one line. */
function heightOf({ paragraph: { start, end, boilerplate } }: Placed): number {
  return (boilerplate ? 1 : Math.ceil((end - start) / LINE)) * EM.line + EM.gap;
}

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
  const holder = useRef<HTMLDivElement>(null);
  const isWhole = useMemo(() => all.reduce((sum, one) => sum + elementsOf(one), 0) <= WHOLE, [all]);
  const isLong = !isWhole || all.length > LONG.paragraphs || text.length > LONG.length;
  const blocks = useMemo(() => blocksOf(all, isLong, isWhole), [all, isLong, isWhole]);
  const progress = useProgress(all, isWhole && inside ? name : null);
  const near = useNear({
    kind: "paragraphs",
    holder,
    isWhole,
    of: `${name} ${all.length}`,
    begin: beginning(blocks, all, keptPlace(name)),
    estimate: (at) => blocks[at]?.height ?? 0,
    shift: (by) => shiftQuietly(side, by),
  });
  useLayoutEffect(() => (isWhole && isLong ? watchAppearing(holder.current) : undefined), [isWhole, isLong]);
  useLayoutEffect(() => enterDrawing(side, (offset) => near.draw(blockAt(blocks, all, offset))));
  return (
    <div ref={holder}>
      {blocks.map(({ from, to, height }, at) => {
        const isNear = near.has(at);
        return (
          <Block
            key={`${isLong} ${from}`}
            holder={holder}
            at={at}
            from={from}
            to={to}
            drawn={isWhole ? Math.max(0, Math.min(to, progress) - from) : to - from}
            look={isNear ? (isWhole ? (isLong ? "long" : "short") : "near") : "far"}
            height={height}
            measured={isNear ? undefined : near.heightOf(at)}
            side={side}
            text={text}
            all={all}
            inside={inside}
          />
        );
      })}
    </div>
  );
}

/** Of a long column that is drawn whole only what comes into sight is laid out; then its numbers find their lines. */
function watchAppearing(holder: HTMLElement | null): () => void {
  const appear = (event: Event) => {
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) return;
    settleSoon(event.target as HTMLElement);
    announceLayout();
  };
  holder?.addEventListener("contentvisibilityautostatechange", appear);
  return () => holder?.removeEventListener("contentvisibilityautostatechange", appear);
}

/** Paragraphs that are drawn or left out together, half-open, and about how high they are. */
interface Stretch {
  from: number;
  to: number;
  height: number;
}

function blocksOf(all: readonly Placed[], isLong: boolean, isWhole: boolean): Stretch[] {
  const sum = all.reduce((height, one) => height + heightOf(one), 0);
  if (!isLong) return [{ from: 0, to: all.length, height: sum }];
  const most = EM.line * (isWhole ? BLOCK.whole : Math.max(BLOCK.near, sum / EM.line / MOST_BLOCKS));
  const blocks: Stretch[] = [];
  for (const [at, one] of all.entries()) {
    const last = blocks.at(-1);
    const height = heightOf(one);
    if (last && last.height + height <= most) {
      last.to = at + 1;
      last.height += height;
    } else blocks.push({ from: at, to: at + 1, height });
  }
  return blocks;
}

/** The block in which an offset of the text stands: the last that begins up to it. */
function blockAt(blocks: readonly Stretch[], all: readonly Placed[], offset: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[blocks[middle]?.from ?? 0]?.paragraph.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The blocks that are drawn first: what a screen shows where the reader was. */
function beginning(blocks: readonly Stretch[], all: readonly Placed[], offset: number) {
  const at = (share: number) => blockAt(blocks, all, offset + share * SCREEN);
  return { from: at(-EYE), to: at(1 - EYE) + 1 };
}

/** How many paragraphs are drawn with their marks. Grows in idle time, so that the first screen comes first. */
function useProgress(all: readonly Placed[], name: string | null): number {
  const [state, setState] = useState({ name, to: 0 });
  const from = state.name === name ? state.to : 0;
  const to = name === null ? 0 : from > 0 ? from : further(all, 0, FIRST);
  useEffect(() => {
    if (name === null || to >= all.length) return;
    return inTurn(() => setState({ name, to: further(all, to, CHUNK) }));
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
  /** The blocks, and which of them it is. */
  holder: { readonly current: HTMLElement | null };
  at: number;
  from: number;
  to: number;
  /** How many of its paragraphs have their marks. */
  drawn: number;
  /** Of a whole column all blocks are short or long; of others those near what is seen are drawn. */
  look: "short" | "long" | "near" | "far";
  /** About how high it is, in sizes of the letters. */
  height: number;
  /** How high it was when it was drawn, in pixels; undefined while it is drawn, and where that is not known. */
  measured: number | undefined;
}

/** Paragraphs that are laid out together, or all of them where they are few; far from sight their bare text. */
const Block = memo(function Block({ look, height, measured, ...rest }: BlockProps) {
  const { from, to, text, all } = rest;
  const [first, last] = [all[from]?.paragraph, all[to - 1]?.paragraph];
  const tall =
    measured === undefined ? `calc(${height.toFixed(2)} * var(--read))` : `${measured.toFixed(1)}px`;
  return (
    <div
      class={`block is-${look}${look === "short" ? "" : " is-apart"}${all[from]?.goesOn ? " goes-on" : ""}`}
      data-first={from}
      data-last={to - 1}
      data-from={look === "far" ? first?.start : undefined}
      style={
        look === "far"
          ? { height: tall }
          : look === "long"
            ? { containIntrinsicBlockSize: `auto ${tall}` }
            : {}
      }
    >
      {look === "far" ? text.slice(first?.start, last?.end) : <Drawn look={look} {...rest} />}
    </div>
  );
});

type DrawnProps = Omit<BlockProps, "height" | "measured">;

/** The paragraphs of a block; once they stand there their numbers find their lines. */
function Drawn({ holder, at, from, to, drawn, look, side, text, all, inside }: DrawnProps) {
  useLayoutEffect(() => {
    if (look === "near") announceLayout();
    const block = holder.current?.children[at];
    if (!(block instanceof HTMLElement) || drawn === 0) return;
    settleSoon(block, atOnce);
    rove(block.closest<HTMLElement>(".sheet"));
  }, [holder, at, all, drawn, look]);
  const folds = useMemo(() => paragraphFolds(all), [all]);
  const isHeld = choosing.value === side;
  return (
    <>
      {all.slice(from, to).map((one, place) => (
        <Fragment key={one.paragraph.start}>
          {foldedAt(folds, from + place) > 0 && (
            <PageLines count={foldedAt(folds, from + place)} held={isHeld} />
          )}
          <Paragraph
            isFolded={isFolded(folds, from + place) && !isHeld && !pageLinesShown.value}
            at={from + place}
            side={side}
            text={text}
            placed={one}
            inside={place < drawn ? inside : null}
          />
        </Fragment>
      ))}
    </>
  );
}

interface ParagraphProps {
  at: number;
  side: Side;
  text: string;
  placed: Placed;
  /** Null while it is not its turn: then the bare text stands. */
  inside: Inside | null;
  /** Whether it is a line of the page above the article, and is folded. */
  isFolded: boolean;
}

/** Whether a paragraph would be drawn as it is: the bare text stands as long as that is the same. */
function isSame(before: ParagraphProps, now: ParagraphProps): boolean {
  const { at, side, text, placed, inside } = now;
  if (before.isFolded !== now.isFolded) return false;
  if (before.at !== at || before.side !== side || before.text !== text || before.inside !== inside)
    return false;
  if (before.placed === placed) return true;
  if (inside !== null) return false;
  const [a, b] = [before.placed.paragraph, placed.paragraph];
  const isWhole = a.start === b.start && a.end === b.end && a.role === b.role;
  return isWhole && a.boilerplate === b.boilerplate && before.placed.goesOn === placed.goesOn;
}

const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { at, side, text, placed, inside } = props;
  const { paragraph } = placed;
  if (paragraph.boilerplate) return <Clutter {...props} paragraph={paragraph} />;
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
function Clutter({ at, side, text, paragraph, isFolded }: ParagraphProps & { paragraph: Part }) {
  const line = text.slice(paragraph.start, paragraph.end);
  return (
    <p class="para clutter" data-paragraph={at} {...foldedIf(isFolded)}>
      <span
        class="clutter-text"
        dir="auto"
        data-from={paragraph.start}
        title={line.length < 400 ? line : undefined}
      >
        {line}
      </span>
      <span>
        {paragraph.boilerplate && <span class="chip">{t.boilerplate(paragraph.boilerplate)}</span>}{" "}
        <Decide side={side} place={paragraph.start} name={t.lines.putBack} />
      </span>
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
