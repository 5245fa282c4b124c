import type { Span } from "./comparison";

/** A part of a paragraph: bare text, or a mark around further parts. An empty span is a place. */
export type MarkNode<M extends Span> =
  | { kind: "text"; start: number; end: number }
  | { kind: "mark"; mark: M; nodes: MarkNode<M>[] };

/**
 * Cuts `start..end` into text and marks that nest. Marks may overlap in any way: where two cross, the
 * one that comes later in `marks` is cut and stands in two nodes. Marks are clipped to the span; empty
 * ones stand as marks without nodes at their place. Costs n log n in the marks, times how many overlap.
 */
export function nest<M extends Span>(start: number, end: number, marks: readonly M[]): MarkNode<M>[] {
  const rank = new Map(marks.map((mark, at) => [mark, at]));
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const places = marks.filter((mark) => mark.start === mark.end && mark.start >= start && mark.start <= end);
  const opens = inside.toSorted(byStart);
  places.sort(byStart);
  const cuts = cutsOf(start, end, [...inside, ...places]);
  const tree = new Tree<M>();
  let active: M[] = [];
  let [nextOpen, nextPlace] = [0, 0];
  for (const [at, from] of cuts.entries()) {
    for (let place = places[nextPlace]; place?.start === from; place = places[++nextPlace]) tree.mark(place);
    const to = cuts[at + 1];
    if (to === undefined) break;
    active = active.filter((mark) => mark.end > from);
    for (let mark = opens[nextOpen]; mark && mark.start <= from; mark = opens[++nextOpen]) active.push(mark);
    active.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    tree.open(active);
    tree.text(from, to);
  }
  return tree.root;
}

const byStart = (a: Span, b: Span) => a.start - b.start;

/** Where anything begins or ends, in order, the ends of the whole among them. */
function cutsOf(start: number, end: number, marks: readonly Span[]): number[] {
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  return [...cuts].sort((a, b) => a - b);
}

/** Nodes as they are put together, and the marks that are open, the outermost first. */
class Tree<M extends Span> {
  readonly root: MarkNode<M>[] = [];
  private stack: { mark: M; nodes: MarkNode<M>[] }[] = [];

  text(start: number, end: number): void {
    this.add({ kind: "text", start, end });
  }

  mark(mark: M): MarkNode<M>[] {
    const nodes: MarkNode<M>[] = [];
    this.add({ kind: "mark", mark, nodes });
    return nodes;
  }

  /** Leaves exactly these marks open: closes from the first that differs, and opens the rest. */
  open(marks: readonly M[]): void {
    let shared = 0;
    while (shared < this.stack.length && this.stack[shared]?.mark === marks[shared]) shared += 1;
    this.stack.length = shared;
    for (const mark of marks.slice(shared)) this.stack.push({ mark, nodes: this.mark(mark) });
  }

  private add(node: MarkNode<M>): void {
    (this.stack.at(-1)?.nodes ?? this.root).push(node);
  }
}
