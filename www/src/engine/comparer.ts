import type { Comparison, Options } from "../model/comparison";
import type { Client, ClientSource } from "./client";
import { type AnswerTo, type Export, type Progress, type Request, Superseded } from "./protocol";

/** Compares two texts, and writes what is found. One comparison at a time: a newer one ends an older. */
export interface Comparer {
  /** Gets ready, so that the first comparison need not wait for that; until it comes the texts are compared for practice. */
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
  /** Compares two texts and writes what was found as the bytes of a file. Rejects as `compare` does. */
  exportAs(asked: Export): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the comparison under way, if there is one, and its client with it; the next starts anew. */
  cancel(): void;
}

export function createComparer(source: ClientSource): Comparer {
  let client: Client | null = null;
  let underWay: Request | null = null;

  function theClient(): Client {
    if (!client || client.ended) client = source.make();
    return client;
  }

  function cancel(): void {
    if (underWay) client?.end(new Superseded("ended by a newer comparison"));
    underWay = null;
  }

  async function run<R extends Request>(
    request: R,
    onProgress?: (progress: Progress) => void,
  ): Promise<AnswerTo<R>> {
    cancel();
    underWay = request;
    try {
      return await source.withFallback(async () => {
        if (underWay !== request) throw new Superseded("ended by a newer comparison");
        return theClient().ask(request, onProgress);
      });
    } finally {
      if (underWay === request) underWay = null;
    }
  }

  return {
    prepare: (practice) => theClient().practise(practice),
    compare: (left, right, options, onProgress) => run({ kind: "compare", left, right, options }, onProgress),
    exportAs: (asked) => run({ kind: "export", ...asked }),
    cancel,
  };
}
