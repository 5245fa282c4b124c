import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { ChunkedText } from "../../layout/chunkedText";
import { ringPartner, unring, wordsOf } from "../../layout/markedText";
import { foldedIf, PageLines } from "../../layout/pageLines";
import { keepPlace, keptPlace } from "../../layout/scrollState";
import { EYE, isPhone, REACHABLE } from "../../layout/viewport";
import type { Result } from "../../model/comparison";
import { lookOf } from "../../model/grades";
import { isVast } from "../../model/portions";
import { across, SIDES, type Side } from "../../model/side";
import type { WordMark } from "../../model/wordMarks";
import { current } from "../../store/comparison";
import { foldedAt, isFolded, type Fold as Lines, pageLinesShown } from "../../store/pageLines";
import { settings } from "../../store/settings";
import { memo } from "../../ui/drawing";
import { Icon } from "../../ui/icons";
import { Some, useProgressive } from "../../ui/listEntries";
import { isOnControl, useListeners } from "../../ui/listeners";
import { useNear } from "../../ui/near";
import { useChosen } from "../lens";
import { RowBadge } from "./badge";
import { blockOf, spanOf } from "./blocks";
import { isMerged, Merged } from "./inline";
import { choice, folded, laidOut, partOf, rowParts, selectRow } from "./items";
import { type Cell, type Elsewhere, onlyIn, onlySide, repeatedIn, rows, type ShownRow } from "./rows";

/** How many rows after the one the reader was in are drawn at once. */
const AFTER = 40;

/** From this many rows on, what is out of sight is not laid out. */
const LONG = 120;

/** Both articles sentence by sentence, what corresponds side by side. */
export function SideBySide() {
  const [ref, holder] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const begin = useRef(rowAtPlace()).current;
  const { all, lines, isWhole, blocks } = laidOut.value;
  const to = useProgressive(rows.value, begin + AFTER);
  const first = blockOf(blocks, all, begin);
  const near = useNear({
    kind: "rows",
    holder,
    isWhole,
    of: `${current.value?.left.id} ${current.value?.right.id} ${all.length}`,
    begin: { from: Math.max(0, first - 1), to: first + 1 },
    estimate: (at) => blocks[at]?.height ?? 0,
  });
  useLayoutEffect(() => {
    if (begin > 0) showRow(ref.current, begin, "instant");
  }, [begin]);
  useChosen("sidebyside", (at) => {
    near.draw(blockOf(blocks, all, at));
    showRow(ref.current, at);
  });
  useEffect(() => {
    const whole = () => isPhone() && ref.current && keepRow(ref.current);
    document.addEventListener("scroll", whole, { passive: true });
    return () => document.removeEventListener("scroll", whole);
  }, []);
  useListeners(ref, { click: chooseAt });
  return (
    <section
      ref={ref}
      class={`rows${settings.value.inline ? " is-inline" : ""}${isWhole ? "" : " is-apart"}${isWhole && all.length > LONG ? " is-long" : ""}`}
      aria-label={t.lenses.sidebyside}
      onScroll={(event) => keepRow(event.currentTarget)}
      {...REACHABLE}
    >
      <div ref={holder}>
        {blocks.map((block, at) => (
          <Block
            key={`${isWhole} ${block.from}`}
            all={all}
            lines={lines}
            from={block.from}
            to={isWhole ? Math.min(block.to, to) : block.to}
            isNear={near.has(at)}
            tall={near.heightOf(at) ?? null}
            height={block.height}
          />
        ))}
      </div>
    </section>
  );
}

interface BlockProps {
  all: readonly ShownRow[];
  /** The rows at the top that are lines of the page, to be folded. */
  lines: readonly Lines[];
  from: number;
  to: number;
  isNear: boolean;
  /** How high it is in pixels, as far as that is known, and about how high in sizes of the letters. */
  tall: number | null;
  height: number;
}

const isSame = (before: BlockProps, now: BlockProps) =>
  before.all === now.all &&
  before.lines === now.lines &&
  before.from === now.from &&
  before.to === now.to &&
  before.isNear === now.isNear &&
  (now.isNear || before.tall === now.tall);

/** Rows that are laid out together; far from sight their bare text. */
const Block = memo(function Block({ all, lines, from, to, isNear, tall, height }: BlockProps) {
  const mine = all.slice(from, to);
  if (isNear) {
    return (
      <div>
        {mine.map((row, place) => (
          <Fragment key={row.at}>
            {foldedAt(lines, from + place) > 0 && <LinesFolded count={foldedAt(lines, from + place)} />}
            <RowView
              row={row}
              fold={folded.value && row.run !== null}
              isLine={isFolded(lines, from + place) && !pageLinesShown.value}
            />
          </Fragment>
        ))}
      </div>
    );
  }
  return (
    <div class="grid is-far" style={{ height: tall === null ? `${height.toFixed(2)}em` : `${tall}px` }}>
      {SIDES.map((side) => {
        const span = spanOf(mine, side);
        return (
          span && (
            <div key={side} class={`cell-${side}`} data-from={span.start}>
              {current.value?.[side].text.slice(span.start, span.end)}
            </div>
          )
        );
      })}
    </div>
  );
}, isSame);

/** In place of rows of lines of the page: how many there are. */
function LinesFolded({ count }: { count: number }) {
  return (
    <div class="row grid">
      <div class="cell cell-left">
        <PageLines count={count} />
      </div>
    </div>
  );
}

/** Keys choose rows by N and P; pointers anywhere in a row. Selecting text to copy it is not choosing. */
function chooseAt(event: MouseEvent): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  if (!row || isOnControl(event) || String(getSelection())) return;
  const at = Number(row.dataset.row);
  selectRow(choice.item.peek() === at ? null : at);
}

/** From so many heights of the window on the way to a row is not shown: on it rows would be drawn and move it. */
const FAR = 3;

function showRow(scroller: HTMLElement | null, at: number, behavior: ScrollBehavior = "smooth"): void {
  const row = scroller?.querySelector(`[data-row="${at}"]`);
  if (!row) return;
  const isFar = Math.abs(row.getBoundingClientRect().top) > FAR * innerHeight;
  const still = isFar || matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({ block: "center", behavior: still ? "instant" : behavior });
}

/** The row in which the reader was, in whatever lens that was. */
function rowAtPlace(): number {
  const offset = keptPlace(current.peek()?.left.id);
  if (offset === 0) return 0;
  return Math.max(
    0,
    rows.peek().findIndex(({ cells }) => cells.left && cells.left.span.end > offset),
  );
}

/** Keeps where the reader is, for the lens that comes next. */
function keepRow(scroller: HTMLElement): void {
  const box = isPhone() ? new DOMRect(0, 0, innerWidth, innerHeight) : scroller.getBoundingClientRect();
  const under = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * EYE);
  const row = rows.peek()[Number(under?.closest<HTMLElement>("[data-row]")?.dataset.row)];
  const [left, right] = [row?.cells.left?.span.start, row?.cells.right?.span.start];
  const atTop = (isPhone() ? scrollY : scroller.scrollTop) <= 0;
  keepPlace(current.peek()?.left.id, atTop ? 0 : left);
  keepPlace(current.peek()?.right.id, atTop ? 0 : right);
}

interface RowProps {
  row: ShownRow;
  fold: boolean;
  /** Whether it is a line of the page that is folded. */
  isLine: boolean;
}

const RowView = memo(function RowView({ row, fold, isLine }: RowProps) {
  const part = partOf(row.kind);
  const dim = rowParts.value.size > 0 && (!part || !rowParts.value.has(part));
  const begins = row.cells.left?.begins || row.cells.right?.begins;
  const chosen = choice.is(row.at);
  if (fold) return <Fold row={row} />;
  return (
    <div
      class={`row grid row-${row.kind}${begins ? " begins" : ""}${dim ? " is-dim" : ""}${chosen ? " is-chosen" : ""}`}
      data-row={row.at}
      onPointerOver={ringPartner}
      onPointerLeave={unring}
      {...foldedIf(isLine)}
    >
      {isMerged(row) ? (
        <Merged row={row} />
      ) : (
        <>
          <CellView row={row} side="left" />
          <div class="row-number">
            <Some list={row.facing} draw={(passage) => <RowBadge passage={passage} />} />
          </div>
          <CellView row={row} side="right" />
        </>
      )}
    </div>
  );
});

function Fold({ row }: { row: ShownRow }) {
  if (!row.run) return null;
  return (
    <div class="row grid row-fold begins" data-row={row.at}>
      <div class={`cell cell-${row.run.side}`}>
        <button
          type="button"
          class="link"
          onClick={() => {
            folded.value = false;
          }}
        >
          {t.sidebyside.unfold(row.run.length)}
        </button>
      </div>
    </div>
  );
}

function CellView({ row, side }: { row: ShownRow; side: Side }) {
  const cell = row.cells[side];
  const there = across(side);
  if (!cell) {
    const blank = row.run && row.run.side === there ? t.sidebyside.blank(row.run.length) : null;
    return (
      <div class={`cell cell-${side} cell-blank`}>
        {blank && <p class="blank">{blank}</p>}
        <Some list={row.elsewhere} draw={(one) => <Jump elsewhere={one} at={row.at} />} />
      </div>
    );
  }
  return (
    <div class={`cell cell-${side} role-${cell.role}${edgeOf(row, side)}`}>
      <span class="letter unseen" data-letter={t.phone.letters[side]}>
        {t.sidebyside.cell(side, row.kind)}
      </span>
      <CellText row={row} side={side} cell={cell} />
      {row.cells[there] && (
        <Some
          list={row.elsewhere.filter(({ from }) => from === side)}
          draw={(one) => <Jump elsewhere={one} at={row.at} />}
        />
      )}
    </div>
  );
}

/** The bar at the outer edge: solid for what only this side has, dotted for what moved, double for what is repeated. */
function edgeOf(row: ShownRow, side: Side): string {
  if (onlySide(row) === side) return " edge-only";
  return row.kind === "moved" || row.kind === "repeated" ? ` edge-${row.kind}` : "";
}

/** The portions of a vast text find theirs themselves. */
const directionOf = ({ span }: Cell) => (isVast(span) ? undefined : "auto");

function CellText({ row, side, cell }: { row: ShownRow; side: Side; cell: Cell }) {
  const text = current.value?.[side].text ?? "";
  if (cell.boilerplate) {
    const marks = wordsOf({ ...row.row, grade: row.kind }, side, cell.span, text);
    return (
      <p class="clutter">
        <span class="clutter-text" dir={directionOf(cell)} data-from={cell.span.start}>
          <ChunkedText text={text} stretch={cell.span} marks={marks} side={side} />
        </span>
        <span class="chip">{t.boilerplate(cell.boilerplate)}</span>
      </p>
    );
  }
  const result = current.value;
  if (!result) return null;
  const pair = { ...row.row, grade: row.kind };
  const marks = row.cells[across(side)]
    ? wordsOf(pair, side, cell.span, text, { repeated: repeatedIn(row, side, result), others: true })
    : alone(row, side, result);
  const Tag = cell.role === "title" ? "h2" : cell.role === "heading" ? "h3" : "p";
  return (
    <Tag class="cell-text" dir={directionOf(cell)} lang="" data-from={cell.span.start}>
      <ChunkedText text={text} stretch={cell.span} marks={marks} side={side} />
    </Tag>
  );
}

/** The words of a row of one side: what differs in the passages that moved, and what only this side has. */
function alone(row: ShownRow, side: Side, result: Result): WordMark[] {
  const moved = row.elsewhere.flatMap(({ passage, isCopy }) =>
    passage && !isCopy ? wordsOf(passage, side, passage[side], result[side].text) : [],
  );
  const only = onlyIn(row, side, result);
  return [...only.map(({ start, end }): WordMark => ({ start, end, word: "only", change: null })), ...moved];
}

/** Says where on the other side something stands, and goes there. */
function Jump({ elsewhere: { from, passage, row, isCopy }, at }: { elsewhere: Elsewhere; at: number }) {
  const there = across(from);
  const span = passage?.[there] ?? rows.value[row]?.cells[there]?.span;
  const label = passage ? t.sidebyside.jump(there) : t.sidebyside.jumpLine(there);
  return (
    <button
      type="button"
      class="jump"
      onClick={(event) => {
        event.stopPropagation();
        selectRow(row);
      }}
    >
      {isCopy ? <span>{t.sidebyside.repeats}</span> : <span class="unseen">{label}</span>}
      {passage && <span class={`badge badge-${lookOf(passage)}`}>{passage.number}</span>}
      <Icon name={row < at ? "up" : "downward"} />
      <span class="jump-text" dir="auto">
        {span && current.value?.[there].text.slice(span.start, span.end)}
      </span>
    </button>
  );
}
