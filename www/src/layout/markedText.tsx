import type { ComponentChildren } from "preact";
import { t } from "../i18n";
import type { Change, Cover, Passage, Span } from "../model/comparison";
import { shownEdits, tellingPart } from "../model/edits";
import { lookOf } from "../model/grades";
import { type MarkNode, nest } from "../model/nest";
import type { Side } from "../model/side";
import { trimmed, unspaced, type WordMark, withRepeated, wordMarks } from "../model/wordMarks";
import { current } from "../store/comparison";
import { directions } from "../store/paragraphMarks";
import { passageOf } from "../store/passages";
import { options } from "../store/settings";
import { Icon } from "../ui/icons";

/** A mark around a passage. */
export interface PassageMark extends Span {
  passage: Passage;
  /** Lit: pointed at or chosen. */
  active: boolean;
  /** Hidden by the filter: drawn faintly. */
  faint: boolean;
}

/** A mark around words that repeat a passage. */
export interface CopyMark extends Span {
  /** The number of the passage. */
  repeats: number;
  /** Lit: the passage is pointed at or chosen. */
  active: boolean;
}

export type Mark = PassageMark | CopyMark | WordMark;

/**
 * Word marks of a pair that stand on something; what counts as equal, and kept stretches without a word in them, are none.
 * `repeated` is what of a row repeats a passage; `others` says whether a reworded pair has its own words marked too.
 */
export function wordsOf(
  pair: Parameters<typeof wordMarks>[0],
  side: Side,
  within: Span,
  text: string,
  { repeated = [], others = false }: { repeated?: readonly Cover[]; others?: boolean } = {},
): WordMark[] {
  const shown = { ...pair, changes: editsOf(pair.changes) };
  return withRepeated(wordMarks(shown, side, within, others), shown, side, repeated).flatMap((mark) => {
    if (mark.word === "missing") return [mark];
    const inner = mark.word === "kept" ? trimmed : mark.word === "other" ? tellingPart : unspaced;
    const span = inner(text, mark);
    return span ? [{ ...mark, ...span }] : [];
  });
}

/** The edits of a pair on the page that are shown, by what counts as equal. */
export function editsOf(changes: readonly Change[]): readonly Change[] {
  const result = current.value;
  if (!result) return changes;
  return shownEdits(changes, { left: result.left.text, right: result.right.text }, options.value);
}

interface TextProps {
  text: string;
  stretch: Span;
  marks: readonly Mark[];
  side: Side;
  /** Whether passages carry their number where they begin. */
  badges?: boolean;
}

/** A stretch of an article with the marks on it. */
export function MarkedText({ text, stretch, marks, side, badges = false }: TextProps) {
  if (marks.length === 0) return <>{text.slice(stretch.start, stretch.end)}</>;
  const seen = new Set<Mark>();
  const draw = (nodes: MarkNode<Mark>[]): ComponentChildren =>
    nodes.map((node) => {
      if (node.kind === "text") return text.slice(node.start, node.end);
      const { mark } = node;
      const first = !seen.has(mark) && mark.start >= stretch.start;
      seen.add(mark);
      if ("word" in mark)
        return (
          <MarkedWord mark={mark} side={side} first={first}>
            {draw(node.nodes)}
          </MarkedWord>
        );
      if ("repeats" in mark) {
        return (
          <mark
            class={`mark mark-copy${mark.active ? " is-active" : ""}`}
            data-repeats={mark.repeats}
            data-side={side}
          >
            {first && badges && <CopyBadge number={mark.repeats} side={side} />}
            {draw(node.nodes)}
          </mark>
        );
      }
      return (
        <mark
          class={`mark mark-${lookOf(mark.passage)}${mark.active ? " is-active" : ""}${mark.faint ? " is-faint" : ""}`}
          data-passage={mark.passage.number}
          data-side={side}
        >
          {first && badges && (
            <Badge passage={mark.passage} side={side} faint={mark.faint} active={mark.active} />
          )}
          {draw(node.nodes)}
        </mark>
      );
    });
  return <>{draw(nest(stretch.start, stretch.end, marks))}</>;
}

interface WordProps {
  mark: WordMark;
  side: Side;
  /** Whether the mark begins here: then words that moved carry the number of their passage. */
  first: boolean;
  children?: ComponentChildren;
}

/** A mark on words; a mark on nothing is a caret: something is missing here. */
function MarkedWord({ mark, side, first, children }: WordProps) {
  if (mark.word === "missing")
    return <span class="word word-missing" data-change={mark.change} aria-hidden="true" />;
  // To what reads the page aloud, an edit takes words away on the left and puts others in on the right.
  const isEdit = mark.word === "replaced" || mark.word === "only";
  const Tag = !isEdit ? "span" : side === "left" ? "del" : "ins";
  return (
    <Tag class={`word word-${mark.word}`} data-change={mark.change}>
      {(mark.word === "moved" || mark.word === "repeated") && first && (
        <WordSign word={mark.word} passage={passageOf(mark.passage ?? null)} />
      )}
      {children}
    </Tag>
  );
}

/** Says that words moved or repeat something, and the number of the passage that has to do with it. */
function WordSign({ word, passage }: { word: "moved" | "repeated"; passage: Passage | null }) {
  const look = word === "moved" ? passage?.grade : "copy";
  return (
    <>
      <span class="unseen">{t.sidebyside.wordSigns[word](passage?.number ?? null)}</span>
      {passage && (
        <span class={`badge badge-inline badge-${look}`} aria-hidden="true">
          {passage.number}
          {word === "repeated" && <Icon name="again" />}
        </span>
      )}
    </>
  );
}

/** A class for numbers of four digits, which find room in narrower letters. */
export const longOf = (number: number) => (number > 999 ? " badge-long" : "");

interface BadgeProps {
  passage: Passage;
  side: Side;
  faint?: boolean;
  active?: boolean;
}

/** The number of a passage, in the lane beside the text: a button that compares it. */
export function Badge({ passage, side, faint = false, active = false }: BadgeProps) {
  return (
    <button
      type="button"
      class={`badge badge-lane badge-${lookOf(passage)}${longOf(passage.number)}${faint ? " is-faint" : ""}`}
      data-passage={passage.number}
      data-side={side}
      aria-label={t.passageLabel(passage, side)}
      aria-pressed={active}
      tabIndex={-1}
    >
      <BadgeText passage={passage} side={side} />
    </button>
  );
}

/** The number of the passage that words repeat, in the lane: a button that goes there. */
function CopyBadge({ number, side }: { number: number; side: Side }) {
  return (
    <button
      type="button"
      class={`badge badge-lane badge-copy${longOf(number)}`}
      data-repeats={number}
      data-side={side}
      aria-label={t.shared.repeats(number)}
      title={t.shared.repeats(number)}
      tabIndex={-1}
    >
      {number}
      <Icon name="again" />
    </button>
  );
}

/** The number of a passage and, when its counterpart stands elsewhere, the way to it. */
export function BadgeText({ passage, side }: { passage: Passage; side: Side }) {
  const way = directions.value.get(passage.number)?.[side];
  return (
    <>
      {passage.number}
      {way && <Icon name={way === "later" ? "downward" : "up"} />}
    </>
  );
}

/** Rings the other side of the edit that is pointed at. For the element that holds both sides of a pair. */
export function ringPartner(event: PointerEvent): void {
  const holder = event.currentTarget as HTMLElement;
  const change = (event.target as HTMLElement).closest<HTMLElement>("[data-change]")?.dataset.change;
  for (const word of holder.querySelectorAll("[data-change]")) {
    word.classList.toggle(
      "is-ringed",
      change !== undefined && (word as HTMLElement).dataset.change === change,
    );
  }
}

/** Takes the rings away. */
export function unring(event: PointerEvent): void {
  const holder = event.currentTarget as HTMLElement;
  for (const word of holder.querySelectorAll(".is-ringed")) word.classList.remove("is-ringed");
}
