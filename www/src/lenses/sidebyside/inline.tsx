import type { VNode } from "preact";
import { t } from "../../i18n";
import { editsOf } from "../../layout/markedText";
import { isPhone } from "../../layout/viewport";
import type { Change } from "../../model/comparison";
import { current } from "../../store/comparison";
import { query } from "../../store/find";
import { settings } from "../../store/settings";
import { Some } from "../../ui/listEntries";
import { RowBadge } from "./badge";
import { repeatedIn, type ShownRow } from "./rows";

/**
 * Whether a row is drawn as one text with its edits in place. A reworded sentence would fall to pieces, and words that
 * moved or are repeated stand on one side only: these stand left before right. So does all while something is looked for.
 */
export function isMerged(row: ShownRow): boolean {
  const result = current.value;
  if (!result || !settings.value.inline || isPhone() || query.value !== null) return false;
  const { kind, row: whole, cells } = row;
  if (!cells.left || !cells.right || (kind !== "changed" && kind !== "same")) return false;
  return (
    whole.moves.length + repeatedIn(row, "left", result).length + repeatedIn(row, "right", result).length ===
    0
  );
}

/** Both sides of a row as one text: what only the left has is crossed out, what only the right has is put in. */
export function Merged({ row }: { row: ShownRow }) {
  const cell = row.cells.left;
  if (!cell) return null;
  const Tag = cell.role === "title" ? "h2" : cell.role === "heading" ? "h3" : "p";
  return (
    <>
      <div class={`cell cell-left cell-merged role-${cell.role}`}>
        <span class="unseen">{t.sidebyside.rowOf(row.kind)}</span>
        <Tag class="cell-text" dir="auto" lang="" data-merged>
          {piecesOf(row)}
        </Tag>
      </div>
      <div class="row-number">
        <Some list={row.facing} draw={(passage) => <RowBadge passage={passage} />} />
      </div>
    </>
  );
}

/** The text of the left with the edits in it, in order. */
function piecesOf({ row }: ShownRow): (string | VNode)[] {
  const [result, span] = [current.value, row.left];
  if (!result || !span) return [];
  const [left, right] = [result.left.text, result.right.text];
  const found: (string | VNode)[] = [];
  let at = span.start;
  for (const [index, change] of editsOf(row.changes).entries()) {
    found.push(left.slice(at, change.left.start), ...pieceOf(change, index, left, right));
    at = Math.max(at, change.left.end);
  }
  return [...found, left.slice(at, span.end)];
}

function pieceOf(change: Change, index: number, left: string, right: string): (string | VNode)[] {
  const [gone, come] = [
    left.slice(change.left.start, change.left.end),
    right.slice(change.right.start, change.right.end),
  ];
  const isSpaced = (text: string, place: number) => /^\s?$/.test(text.charAt(place));
  const [start, end] = [change.left.start, change.left.end];
  // What is put in takes its spaces along, where the words around it on the left do not have them.
  const before = gone || (isSpaced(right, change.right.start - 1) && !isSpaced(left, start - 1)) ? " " : "";
  const after =
    come && isSpaced(right, change.right.end) && !isSpaced(left, end) && !/^[.,;:!?]/.test(left.slice(end))
      ? " "
      : "";
  return [
    ...(gone
      ? [
          <del key={`out ${index}`} class="word word-out" data-change={index}>
            {gone}
          </del>,
        ]
      : []),
    ...(come
      ? [
          before,
          <ins key={`in ${index}`} class="word word-in" data-change={index}>
            {come}
          </ins>,
          after,
        ]
      : []),
  ];
}
