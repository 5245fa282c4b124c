import type { Span } from "./comparison";

/** A part of a paragraph: bare text, or a mark around further parts. An empty span is a place. */
export type MarkNode<M extends Span> =
  | { kind: "text"; start: number; end: number }
  | { kind: "mark"; mark: M; pieces: MarkNode<M>[] };

/**
 * Cuts `start..end` into text and marks that nest. Marks may overlap in any way: where two cross, the
 * one that comes later in `marks` is cut and stands in two pieces. Marks are clipped to the stretch;
 * empty ones stand as marks without pieces at their place.
 */
export function nest<M extends Span>(start: number, end: number, marks: readonly M[]): MarkNode<M>[] {
  const rank = new Map(marks.map((mark, at) => [mark, at]));
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const places = marks.filter((mark) => mark.start === mark.end && mark.start >= start && mark.start <= end);
  const opens = inside.toSorted((a, b) => a.start - b.start);
  places.sort((a, b) => a.start - b.start);
  const cuts = new Set([start, end]);
  for (const mark of [...inside, ...places]) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const root: MarkNode<M>[] = [];
  let open: { mark: M; pieces: MarkNode<M>[] }[] = [];
  let active: M[] = [];
  let [nextOpen, nextPlace] = [0, 0];
  const put = (piece: MarkNode<M>) => (open.at(-1)?.pieces ?? root).push(piece);
  const sorted = [...cuts].sort((a, b) => a - b);
  for (const [at, from] of sorted.entries()) {
    for (let place = places[nextPlace]; place && place.start === from; place = places[++nextPlace]) {
      put({ kind: "mark", mark: place, pieces: [] });
    }
    const to = sorted[at + 1];
    if (to === undefined) break;
    active = active.filter((mark) => mark.end > from);
    for (let mark = opens[nextOpen]; mark && mark.start <= from; mark = opens[++nextOpen]) active.push(mark);
    active.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    let shared = 0;
    while (shared < open.length && open[shared]?.mark === active[shared]) shared += 1;
    open = open.slice(0, shared);
    for (const mark of active.slice(shared)) {
      const pieces: MarkNode<M>[] = [];
      put({ kind: "mark", mark, pieces });
      open.push({ mark, pieces });
    }
    put({ kind: "text", start: from, end: to });
  }
  return root;
}
