import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import type { Article } from "../model/article";
import { EVERY_PAIR } from "../store/candidates";
import { chosen } from "../store/library";
import { type Cell, focusedCell, pointedCell } from "../store/matrixFocus";
import { openPair, shareOf } from "../store/pairs";
import { sharedWords } from "../store/sharedCounts";
import { about, titleOf } from "../store/titles";
import { drawNow } from "../ui/drawing";

/** Up to so many articles the cells are roomy and say how many words they count. */
const ROOMY = 10;

/** Sizes in pixels: a cell, the names of the rows, the line of numbers on top. */
interface Sizes {
  width: number;
  height: number;
  names: number;
  top: number;
}

/** Rows and columns drawn beyond what is seen, so that a short scroll shows no gap. */
const BEYOND = 3;

/** The part that is drawn, as half-open ranges of rows and columns. */
interface Part {
  rows: readonly [number, number];
  columns: readonly [number, number];
}

/** Names give room to the cells where all can then be seen at once, down to this width in pixels. */
const LEAST_NAMES = 230;
const LEAST_DENSE = 260;
/** A title wider than this, in pixels, would stand far from its cells. */
const MOST_NAMES = 640;
/** What stands on both sides of the matrix, and how broad it gets in wide windows. */
const MARGIN = 82;
const BROADEST = 1238;

function sizesFor(count: number, room: number): Sizes {
  const top = 36;
  const narrow = room <= 700;
  const broad = Math.min(BROADEST, room - MARGIN);
  if (count <= ROOMY) {
    if (narrow) return { width: 76, height: 66, names: 150, top };
    const names = Math.min(MOST_NAMES, Math.max(LEAST_NAMES, broad - count * 118));
    return { width: 118, height: 66, names, top };
  }
  if (narrow) return { width: 48, height: 46, names: 130, top };
  const names = Math.min(MOST_NAMES, Math.max(LEAST_DENSE, broad - count * 46));
  return { width: 46, height: 34, names, top };
}

/**
 * The share of every article that is in every other. A table whose parts the style sheet puts into their
 * places: only the cells that are seen are elements, so that
 * 2,000 articles cost no more than what fits on the screen; unlike a canvas they keep their names, their
 * focus, and the colours the reader asked for.
 */
export function Matrix({ order }: { order: readonly Article[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { sizes, part, look } = useSeen(order.length, box);
  useLayoutEffect(() => {
    // Tab comes to the pair that is open, and the line below tells it, until another is gone to.
    if (box.current?.contains(document.activeElement)) return;
    const { left, right } = chosen.peek();
    const [row, column] = [left, right].map((id) => order.findIndex((one) => one.id === id));
    if (row !== undefined && column !== undefined && Math.min(row, column) >= 0)
      focusedCell.value = { row, column };
  }, [order]);
  return (
    <>
      <div
        ref={box}
        class={`matrix${order.length > ROOMY ? " matrix-dense" : ""}`}
        tabIndex={-1}
        onScroll={look}
      >
        <Table order={order} part={part} sizes={sizes} />
      </div>
      <Told order={order} />
    </>
  );
}

/** The sizes there is room for and the part that is seen; `look` looks again. */
function useSeen(count: number, box: { readonly current: HTMLElement | null }) {
  const [room, setRoom] = useState(innerWidth);
  const [part, setPart] = useState<Part>({ rows: [0, 40], columns: [0, 40] });
  const [isPrinted, setIsPrinted] = useState(false);
  const sizes = sizesFor(count, room);
  const look = () => {
    const { current } = box;
    setRoom(innerWidth);
    if (current) setPart((last) => same(last, partSeen(current, sizes)));
  };
  useLayoutEffect(look, [count, room]);
  useEffect(() => {
    // Paper has all of it that can be read there, and has it at once.
    const draw = (all: boolean) => () => drawNow(() => setIsPrinted(all));
    const [before, after] = [draw(true), draw(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  });
  const most = Math.min(count, EVERY_PAIR);
  const whole: Part = { rows: [0, most], columns: [0, most] };
  return { sizes, part: isPrinted ? whole : part, look };
}

function Table({ order, part, sizes }: RowProps) {
  const count = order.length;
  const size = {
    "--count": count,
    "--names": `${sizes.names}px`,
    "--cell": `${sizes.width}px`,
    width: `${sizes.names + count * sizes.width}px`,
    height: `${sizes.top + count * sizes.height}px`,
  };
  return (
    <table
      class="matrix-all"
      style={size}
      aria-label={t.pairs.grid}
      aria-rowcount={count + 1}
      aria-colcount={count + 1}
      onKeyDown={(event) => onKey(event, order, sizes)}
      onClick={(event) => open(cellOf(event), order)}
      onPointerOver={(event) => {
        pointedCell.value = cellOf(event);
      }}
      onPointerLeave={() => {
        pointedCell.value = null;
      }}
      onFocusIn={(event) => {
        focusedCell.value = cellOf(event) ?? focusedCell.peek();
      }}
    >
      <Heads order={order} part={part} sizes={sizes} />
      <tbody>
        {places(part.rows, count, focusedCell.value.row).map((row) => (
          <Row key={order[row]?.id} row={row} order={order} part={part} sizes={sizes} />
        ))}
      </tbody>
    </table>
  );
}

/** Where a column begins. On paper its width is a share of the page. */
const leftOf = (column: number) => `calc(var(--names) + ${column} * var(--cell))`;

const same = (last: Part, now: Part) => (JSON.stringify(last) === JSON.stringify(now) ? last : now);

function partSeen(box: HTMLElement, { width, height, names, top }: Sizes): Part {
  const range = (scrolled: number, room: number, size: number): [number, number] => [
    Math.max(0, Math.floor(scrolled / size) - BEYOND),
    Math.ceil((scrolled + room) / size) + BEYOND,
  ];
  return {
    rows: range(box.scrollTop, box.clientHeight - top, height),
    columns: range(box.scrollLeft, box.clientWidth - names, width),
  };
}

/** The places of a range, and the one that can have the focus. */
function places([from, to]: readonly [number, number], count: number, kept: number): number[] {
  const seen = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => from + at);
  if (kept < from) return [kept, ...seen];
  return kept >= to && kept < count ? [...seen, kept] : seen;
}

interface RowProps {
  order: readonly Article[];
  part: Part;
  sizes: Sizes;
}

function Heads({ order, part, sizes }: RowProps) {
  return (
    <thead class="matrix-heads" style={{ height: `${sizes.top}px` }}>
      <tr aria-rowindex={1}>
        <th
          class="matrix-corner"
          scope="col"
          aria-colindex={1}
          style={{ width: "var(--names)", height: `${sizes.top}px` }}
        >
          <span class="unseen">{t.pairs.article}</span>
        </th>
        {places(part.columns, order.length, -1).map((column) => {
          const article = order[column];
          if (!article) return null;
          const style = { left: leftOf(column), width: "var(--cell)", height: `${sizes.top}px` };
          return (
            <th
              key={article.id}
              scope="col"
              aria-colindex={column + 2}
              style={style}
              title={titleOf(article)}
            >
              <i class="matrix-number">{column + 1}</i> <span class="unseen">{titleOf(article)}</span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row({ row, order, part, sizes }: RowProps & { row: number }) {
  const article = order[row];
  if (!article) return null;
  const columns = places(
    part.columns,
    order.length,
    row === focusedCell.value.row ? focusedCell.value.column : -1,
  );
  const style = { top: `${sizes.top + row * sizes.height}px`, height: `${sizes.height}px` };
  return (
    <tr class="matrix-row" aria-rowindex={row + 2} style={style}>
      <th
        class="matrix-name"
        scope="row"
        aria-colindex={1}
        style={{ width: "var(--names)", height: `${sizes.height}px` }}
      >
        {/* Another element for another text: in what sticks WebKit may go on showing the one before. */}
        <i key={row} class="matrix-number">
          {row + 1}
        </i>
        <span>
          <strong dir="auto" title={titleOf(article)}>
            {titleOf(article)}
          </strong>
          <span key={about(article)} class="note">
            {about(article)}
          </span>
        </span>
      </th>
      {columns.map((column) => cellAt(row, column, order, sizes))}
    </tr>
  );
}

/** A cell. No component of its own: hundreds that each watch the state would cost more than drawing them. */
function cellAt(row: number, column: number, order: readonly Article[], sizes: Sizes) {
  const [one, other] = [order[row], order[column]];
  if (!one || !other) return null;
  const share = row === column ? undefined : shareOf(one.id, other.id);
  const words = share ? sharedWords(share) : 0;
  const { left, right } = chosen.value;
  const isOpen = (left === one.id && right === other.id) || (left === other.id && right === one.id);
  const isActive = focusedCell.value.row === row && focusedCell.value.column === column;
  const place = { left: leftOf(column), width: "calc(var(--cell) - 3px)", height: `${sizes.height - 3}px` };
  const fill = share && share.words > 0 ? words / share.words : 0;
  return (
    <td key={other.id} aria-colindex={column + 2}>
      <button
        type="button"
        class={`square${row === column ? " square-self" : ""}${share ? "" : " square-open"}`}
        aria-label={labelOf(one, other)}
        aria-current={isOpen}
        aria-disabled={row === column}
        tabIndex={isActive ? 0 : -1}
        data-share={share && (words > 0 ? t.percent(words, share.words) : "–")}
        data-words={words > 0 ? t.words(words) : undefined}
        data-row={row}
        data-column={column}
        style={{ ...place, "--share": `${Math.round(fill * 100)}%` }}
      />
    </td>
  );
}

/** What a cell says, both ways. */
function labelOf(one: Article, other: Article): string {
  if (one === other) return t.pairs.self(titleOf(one));
  const [share, back] = [shareOf(one.id, other.id), shareOf(other.id, one.id)];
  const of = (s: typeof share) => (s ? t.percent(sharedWords(s), s.words) : "");
  if (!share || !back) return t.pairs.unknown(titleOf(one), titleOf(other));
  return t.pairs.cell(titleOf(one), titleOf(other), of(share), sharedWords(share), of(back));
}

/** The pair that is pointed at or has the focus, in words. */
function Told({ order }: { order: readonly Article[] }) {
  const at = pointedCell.value ?? focusedCell.value;
  const [one, other] = [order[at.row], order[at.column]];
  return (
    <p class="matrix-told" aria-hidden="true">
      {one && other && one !== other && `${at.row + 1} × ${at.column + 1}: ${labelOf(one, other)}`}
    </p>
  );
}

function cellOf(event: Event): Cell | null {
  const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

function open(cell: Cell | null, order: readonly Article[]): void {
  const [one, other] = [order[cell?.row ?? -1], order[cell?.column ?? -1]];
  if (one && other && one !== other) openPair(one, other);
}

/** Rows that Page up and Page down go. */
const PAGE = 10;

function onKey(event: KeyboardEvent, order: readonly Article[], sizes: Sizes): void {
  const now = cellOf(event);
  if (!now || event.altKey) return;
  const next = stepped(event, now, order.length - 1);
  if (!next) return;
  event.preventDefault();
  focusedCell.value = next;
  const table = event.currentTarget as HTMLElement;
  if (table.parentElement) reveal(table.parentElement, next, sizes);
  // The cell may only come into being with the next drawing.
  requestAnimationFrame(() =>
    table
      .querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus({ preventScroll: true }),
  );
}

function stepped({ key, ctrlKey, metaKey }: KeyboardEvent, { row, column }: Cell, last: number): Cell | null {
  const far = ctrlKey || metaKey;
  const within = (at: number) => Math.min(last, Math.max(0, at));
  switch (key) {
    case "ArrowUp":
      return { row: within(row - 1), column };
    case "ArrowDown":
      return { row: within(row + 1), column };
    case "ArrowLeft":
      return { row, column: within(column - 1) };
    case "ArrowRight":
      return { row, column: within(column + 1) };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? last : row, column: last };
    case "PageUp":
      return { row: within(row - PAGE), column };
    case "PageDown":
      return { row: within(row + PAGE), column };
    default:
      return null;
  }
}

/** Scrolls the matrix just so far that a cell is seen beside the names and under the numbers. */
function reveal(box: HTMLElement, { row, column }: Cell, { width, height, names, top }: Sizes): void {
  const over = (start: number, size: number, from: number, room: number) =>
    Math.min(0, start - from) + Math.max(0, start + size - from - room);
  box.scrollLeft += over(column * width, width, box.scrollLeft, box.clientWidth - names);
  box.scrollTop += over(row * height, height, box.scrollTop, box.clientHeight - top);
}
