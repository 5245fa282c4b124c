import type { Comparison, Move, Passage, Span } from "./comparison";

const known = new WeakMap<Comparison, Map<number, Move[]>>();

/** What moved inside a passage: the moves of its rows with both ends in it, in order of the rows. */
export function movesInside(comparison: Comparison, passage: Passage): readonly Move[] {
  let moves = known.get(comparison);
  if (!moves) {
    moves = movesByPassage(comparison);
    known.set(comparison, moves);
  }
  return moves.get(passage.number) ?? [];
}

function movesByPassage({ rows, passages }: Comparison): Map<number, Move[]> {
  const found = new Map<number, Move[]>();
  for (const row of rows) {
    for (const move of row.moves) {
      const holder = row.passages.find((number) => {
        const passage = passages[number - 1];
        return passage && holds(passage.left, move.left) && holds(passage.right, move.right);
      });
      if (holder) found.set(holder, [...(found.get(holder) ?? []), move]);
    }
  }
  return found;
}

const holds = (span: Span, inner: Span | null | undefined) =>
  inner != null && span.start <= inner.start && inner.end <= span.end;
