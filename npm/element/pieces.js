// Cuts the stretch of a row into pieces that are drawn alike. What a piece is stands in the engine's result: in the
// row's edits and moves, and in the coverage.

/**
 * `{ text, what, move }` in order, without empty ones. `what` is `differs`, `writing` (case or punctuation alone),
 * `moved`, `plain`; in a reworded sentence `kept` for shared words and `rest` for what differs.
 */
export function piecesOf(row, side, text, covers) {
  const span = row[side];
  const marks = marksOf(row, side, covers, span);
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of marks) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at], places[at + 1]];
    // An edit says more than a move, a move more than what becomes of the words.
    const mark = marks.find((mark) => mark.start <= start && end <= mark.end) ?? PLAIN;
    const last = pieces.at(-1);
    if (last?.mark === mark) last.text += text.slice(start, end);
    else pieces.push({ mark, text: text.slice(start, end), what: mark.what, move: mark.move });
  }
  return pieces;
}

const PLAIN = { what: "plain" };
const IN_WRITING = new Set(["case", "punctuation"]);

/** Stretches to mark, the weightiest first. */
function marksOf(row, side, covers, span) {
  if (row.kind === "boilerplate" || row.kind === "same") return [];
  if (row.kind === "only") return [{ ...span, what: "differs" }];
  if (row.kind === "moved" || row.kind === "repeated")
    return within(covers, span).flatMap((cover) =>
      cover.what === "shared" || cover.what === "repeated" ? [] : [{ ...cover, what: "differs" }],
    );
  const isReworded = row.kind === "reworded";
  const edits = row.changes.map((change) => ({ ...change[side], what: whatOf(change, isReworded) }));
  const moves = row.moves
    .filter((move) => move[side])
    .map((move) => ({ ...move[side], what: "moved", move }));
  const kept = within(covers, span).filter((cover) => isReworded && cover.what === "shared");
  return [...edits, ...moves, ...kept.map((cover) => ({ ...cover, what: "kept" }))];
}

function whatOf(change, isReworded) {
  if (isReworded) return "rest";
  return IN_WRITING.has(change.kind) ? "writing" : "differs";
}

/** The covers that meet a stretch. They are in order, so half of those that are left is passed over at each step. */
function within(covers, span) {
  let [low, high] = [0, covers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (covers[middle].end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let at = low; at < covers.length && covers[at].start < span.end; at++) found.push(covers[at]);
  return found;
}
