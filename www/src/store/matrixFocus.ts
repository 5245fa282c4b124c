import { signal } from "@preact/signals";

/** A cell of the matrix by its places in the order. */
export interface Cell {
  row: number;
  column: number;
}

/** The cell that has the focus or had it last, and the one pointed at. */
export const focusedCell = signal<Cell>({ row: 0, column: 1 });
export const pointedCell = signal<Cell | null>(null);
