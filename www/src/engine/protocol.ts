import type {
  ArticleMeaning,
  Candidates,
  Comparison,
  Elsewhere,
  ExportFormat,
  ExportInfo,
  LineOverride,
  Options,
  Overlap,
  Phase,
  QuotationRow,
  SentenceFact,
  Span,
  Statements,
  Verdict,
} from "../model/comparison";

/** How far a comparison has come: its phase, and the share of phases done, 0 to 1. */
export interface Progress {
  phase: Phase;
  done: number;
}

/** An article as the engine's library needs it. */
export interface Entry {
  id: string;
  text: string;
  /** What the reader decided about its lines. */
  lineOverrides: readonly LineOverride[];
  /** What its sentences mean, if a model told. */
  meaning?: ArticleMeaning | null;
}

/** Two articles by their ids, and what the reader said of them. */
export interface Pair {
  left: string;
  right: string;
  verdicts: readonly Verdict[];
}

/** Two texts whose comparison is told in a paragraph, in the language of the options. */
export interface ToTell {
  left: string;
  right: string;
  options: Options;
}

/** Two texts to be compared, and written in a form. */
export interface Export {
  format: ExportFormat;
  left: string;
  right: string;
  options: Options;
  info: ExportInfo;
}

/**
 * What an instance of the engine is asked: to compare two texts; to write what it finds; or of many articles, which are
 * first brought up to date, which pairs can share something, how much pairs share, in which others the passages of a pair
 * stand, what differs in fact, what each pair means, who says what, or who quotes what.
 */
export type Request =
  | { kind: "compare"; left: string; right: string; options: Options }
  | ({ kind: "export" } & Export)
  | StoriesRequest
  | MeaningRequest
  | LibraryRequest;

/**
 * What is asked about meaning: to put a model in place, which gives the numbers of a vector, or 0 if its file is damaged;
 * where the sentences of a text stand; what sentences mean.
 */
export type MeaningRequest =
  | { kind: "model"; module: WebAssembly.Module; file: Uint8Array<ArrayBuffer> }
  | { kind: "sentences"; text: string }
  | { kind: "embed"; sentences: readonly string[] };

export interface StoriesRequest {
  kind: "stories";
  pairs: readonly ToTell[];
}

export type LibraryRequest =
  | { kind: "articles"; fresh: Options | null; set: Entry[]; gone: string[] }
  | { kind: "candidates"; ids: readonly string[] }
  | { kind: "overlaps"; pairs: readonly Pair[] }
  | { kind: "elsewhere"; pair: Pair }
  | { kind: "facts"; pairs: readonly Pair[] }
  | { kind: "statements"; ids: readonly string[]; links: Uint32Array; base: number | null }
  | { kind: "quotations"; ids: readonly string[] };

interface Answers {
  compare: Comparison;
  export: Uint8Array<ArrayBuffer>;
  articles: null;
  candidates: Candidates;
  overlaps: Overlap[];
  elsewhere: Elsewhere;
  facts: SentenceFact[][];
  stories: string[];
  model: number;
  sentences: Span[];
  embed: Float32Array<ArrayBuffer>;
  statements: Statements;
  quotations: QuotationRow[];
}

/** What comes back for a request. */
export type AnswerTo<R extends Request> = Answers[R["kind"]];

/** The comparison was ended by a newer one or by the reader. */
export class Superseded extends Error {
  override name = "Superseded";
}

/** The engine broke down. */
export class EngineFailure extends Error {
  override name = "EngineFailure";
}

/** The browser refused a worker: the page has to compare by itself. */
export class NoWorker extends Error {
  override name = "NoWorker";
}

/** What the page sends to a worker: one start message with the engine, then requests. */
export type ToWorker =
  | { kind: "start"; module: WebAssembly.Module }
  | { kind: "practise"; texts: readonly string[] }
  | Request;

/** What a worker sends back: results and errors in the order of the requests. */
export type FromWorker =
  | { kind: "ready" }
  | { kind: "progress"; progress: Progress }
  | { kind: "result"; result: AnswerTo<Request> }
  | { kind: "error"; name: string; message: string };
