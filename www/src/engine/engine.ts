import type { Comparison, Options, Phase } from "../model/comparison";

/** How far a comparison has come: its phase, and the share of phases done, 0 to 1. */
export interface Progress {
  phase: Phase;
  done: number;
}

/** The engine as the page sees it, wherever it runs. One comparison at a time: a newer one ends an older. */
export interface Engine {
  /**
   * Gets ready, so that the first comparison need not wait for that. Browsers make code quick that has
   * run for a while: the texts are compared with each other for practice, until there is a request.
   */
  prepare(practice: readonly string[]): void;
  /**
   * Compares two texts.
   *
   * Rejects with `Superseded` when a newer request or `cancel` ended it, with `EngineFailure` when the
   * engine broke down (the next request gets a fresh one), and with the engine's own error when an
   * option is wrong.
   */
  compare(
    left: string,
    right: string,
    options: Options,
    onProgress?: (progress: Progress) => void,
  ): Promise<Comparison>;
  /** Ends the comparison under way, if there is one. */
  cancel(): void;
  /** Makes the engine break down, to try out the recovery. Always rejects. */
  panicOnPurpose(): Promise<never>;
}

/** The comparison was ended by a newer one or by the reader. */
export class Superseded extends Error {
  override name = "Superseded";
}

/** The engine broke down while it compared. */
export class EngineFailure extends Error {
  override name = "EngineFailure";
}

/** What a request asks of an instance. */
export type Request = { kind: "compare"; left: string; right: string; options: Options } | { kind: "panic" };
