// Cuts the stretch of a row into pieces that are drawn alike. What a piece is stands in the engine's result: in the
// row's edits and moves, and in the coverage.

/**
 * `{ text, what, move }` in order, without empty ones. `what` is `differs`, `writing` (case or punctuation alone),
 * `moved`, `plain`; in a reworded sentence `kept` for shared words and `rest` for what differs.
 */
export function piecesOf(row, side, text, comparison) {
  const span = row[side];
  const covers = within(comparison.coverage[side], span);
  const marks = marksOf(row, side, covers, comparison);
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
function marksOf(row, side, covers, comparison) {
  switch (row.kind) {
    case "boilerplate":
    case "same":
      return [];
    case "only":
      return [{ ...row[side], what: "differs" }];
    case "moved":
    case "repeated":
      return marksElsewhere(row, side, covers, comparison);
  }
  const isReworded = row.kind === "reworded";
  const moves = row.moves.filter((move) => move[side]);
  const kept = covers.filter((cover) => isReworded && cover.what === "shared");
  return [
    ...(isReworded ? factsIn(row[side], side, comparison) : []),
    ...editsOf(row.changes, side, isReworded),
    ...moves.map((move) => ({ ...move[side], what: "moved", move })),
    ...kept.map((cover) => ({ ...cover, what: "kept" })),
  ];
}

/** A row whose counterpart is in another place: its edits are those of its passages. */
function marksElsewhere(row, side, covers, comparison) {
  const edits = row.passages.flatMap((number) => {
    const { changes, grade } = comparison.passages[number - 1];
    const inside = changes.filter((change) => isInside(change[side], row[side]));
    return editsOf(inside, side, grade === "reworded");
  });
  const alone = covers.filter((cover) => cover.what !== "shared" && cover.what !== "repeated");
  const facts = factsIn(row[side], side, comparison);
  return [...facts, ...edits, ...alone.map((cover) => ({ ...cover, what: "differs" }))];
}

/** Values that differ in fact, which stand out where most words differ. A quotation is too long for that. */
function factsIn(span, side, { facts }) {
  const found = facts.differences.filter(
    (fact) => fact.kind !== "quotation" && fact[side].start < fact[side].end && isInside(fact[side], span),
  );
  return found.map((fact) => ({ ...fact[side], what: "differs" }));
}

const isInside = (inner, outer) => outer.start <= inner.start && inner.end <= outer.end;

const editsOf = (changes, side, isReworded) =>
  changes.map((change) => ({ ...change[side], what: whatOf(change, isReworded) }));

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
