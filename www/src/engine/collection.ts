import { Library } from "#engine";
import type { LineOverride, Options, Overlap } from "./engine";
import { EngineFailure } from "./engine";
import { generation } from "./instance";

/** An article as the engine needs it. */
export interface Entry {
  id: string;
  text: string;
  /** What the reader decided about its lines. */
  lineOverrides: readonly LineOverride[];
}

/** Two articles by their ids. */
export type Pair = readonly [left: string, right: string];

/** What many articles are asked: bring them up to date, compare pairs, find passages in other articles. */
export type Question =
  | { kind: "articles"; fresh: Options | null; set: Entry[]; gone: string[] }
  | { kind: "overlaps"; pairs: Pair[] }
  | { kind: "elsewhere"; pair: Pair };

/** What comes back for each question. */
export interface Answers {
  articles: null;
  overlaps: Overlap[];
  elsewhere: string[][];
}

let library: Library | null = null;
/** The instance the library was made in. */
let home = 0;

/** Answers one question on the instance in place. */
export function askCollection<Q extends Question>(question: Q): Answers[Q["kind"]];
export function askCollection(question: Question): Answers[Question["kind"]] {
  try {
    return found(question);
  } catch (error) {
    const broken = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    throw broken ? new EngineFailure(String(error)) : error;
  }
}

function found(question: Question): Answers[Question["kind"]] {
  if (home !== generation) library = null;
  if (question.kind === "articles" && question.fresh) {
    library?.free();
    // Wrong options throw, and what was freed is gone.
    library = null;
    library = new Library(question.fresh);
    home = generation;
  }
  const shelf = library;
  if (!shelf) throw new EngineFailure("the articles were lost with their instance");
  if (question.kind === "elsewhere") return shelf.elsewhere(...question.pair);
  if (question.kind === "overlaps") return question.pairs.map(([left, right]) => shelf.overlap(left, right));
  for (const id of question.gone) shelf.remove(id);
  for (const { id, text, lineOverrides } of question.set) shelf.set(id, text, [...lineOverrides]);
  return null;
}
