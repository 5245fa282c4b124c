export type Cell = string | number | boolean | null | undefined;

/** RFC 4180, with a byte order mark: without it spreadsheets take UTF-8 for something else. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: Cell): string {
  if (typeof value !== "string") return String(value ?? "");
  const text = inert(value);
  return /[",;|\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** What a spreadsheet takes for the beginning of a formula; in some languages the wide forms too. */
const SIGNS = /[=+\-@＝＋－＠]/g;
/** What ends a cell for some spreadsheet in some language. A comma does so too, but not inside of quotation marks. */
const SEPARATORS = ";|\t\r\n";

/**
 * The text with an apostrophe before each sign that would begin a formula: at the start of the cell, and behind what another
 * spreadsheet takes for the end of a cell. To read it, take one apostrophe away at each of these places.
 */
function inert(text: string): string {
  return text.replace(SIGNS, (sign, at: number) => (beginsCell(text, at) ? `'${sign}` : sign));
}

/** Whether a cell may begin here: spaces, apostrophes and quotation marks do not keep a formula from being one. */
function beginsCell(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && /[ \u00A0'"]/.test(text.charAt(from - 1))) from -= 1;
  return from === 0 ? !text.slice(0, at).includes('"') : SEPARATORS.includes(text.charAt(from - 1));
}
