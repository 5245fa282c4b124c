import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Rows that Page up and Page down go. */
const PAGE = 10;

/** What of a cell takes the focus: its button, or the cell itself where it leads nowhere. */
const targetOf = (cell: HTMLTableCellElement) => cell.querySelector("button") ?? cell;

const cellsOf = (row: HTMLTableRowElement) => [...row.cells].filter(({ tagName }) => tagName === "TD");

/** Makes a cell the one that Tab comes to. */
function rove(table: HTMLTableElement, to: HTMLElement): void {
  for (const one of table.querySelectorAll<HTMLElement>('tbody [tabindex="0"]')) one.tabIndex = -1;
  to.tabIndex = 0;
}

/** Of all cells of a table Tab comes to one, and arrow keys go on from there. Cells bring `tabIndex` -1. */
export function useWalk(table: RefObject<HTMLTableElement | null>): void {
  useLayoutEffect(() => {
    const now = table.current;
    if (!now || now.querySelector('tbody [tabindex="0"]')) return;
    const first = now.querySelector<HTMLElement>("tbody td button");
    if (first) rove(now, first);
  });
}

/** Goes to another cell. */
export function walk(event: KeyboardEvent): void {
  const table = event.currentTarget as HTMLTableElement;
  const cell = (event.target as HTMLElement).closest("td");
  const row = cell?.closest("tr");
  if (!cell || !row || event.altKey) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const [y, x] = [rows.indexOf(row), cellsOf(row).indexOf(cell)];
  const next = stepped(event, y, x, rows.length - 1, cellsOf(row).length - 1);
  const there = next && rows[next.y] && cellsOf(rows[next.y] as HTMLTableRowElement)[next.x];
  if (!there) return;
  event.preventDefault();
  const target = targetOf(there);
  rove(table, target);
  target.focus();
}

/** Tab goes on from where a pointer put the focus. */
export function follow(event: FocusEvent): void {
  const cell = (event.target as HTMLElement).closest("td");
  if (cell) rove(event.currentTarget as HTMLTableElement, targetOf(cell));
}

function stepped({ key, ctrlKey, metaKey }: KeyboardEvent, y: number, x: number, last: number, end: number) {
  const far = ctrlKey || metaKey;
  const [down, on] = [
    (at: number) => Math.min(last, Math.max(0, at)),
    (at: number) => Math.min(end, Math.max(0, at)),
  ];
  switch (key) {
    case "ArrowUp":
      return { y: down(y - 1), x };
    case "ArrowDown":
      return { y: down(y + 1), x };
    case "ArrowLeft":
      return { y, x: on(x - 1) };
    case "ArrowRight":
      return { y, x: on(x + 1) };
    case "Home":
      return { y: far ? 0 : y, x: 0 };
    case "End":
      return { y: far ? last : y, x: end };
    case "PageUp":
      return { y: down(y - PAGE), x };
    case "PageDown":
      return { y: down(y + PAGE), x };
    default:
      return null;
  }
}
