import { type Comparison, type Engine, EngineFailure, type Request, Superseded } from "./engine";
import { answer, discard, inPlace } from "./instance";

/**
 * The engine on the page's own thread, for browsers that refuse a worker. While it compares the page
 * stands still, so `cancel` only reaches a comparison that has not begun.
 */
export function localEngine(): Engine {
  let current = 0;

  async function run(request: Request, onProgress: Parameters<Engine["compare"]>[3]): Promise<Comparison> {
    const mine = ++current;
    await inPlace();
    // One turn of the event loop, so that the page can paint its busy state.
    await new Promise((done) => setTimeout(done));
    if (mine !== current) throw new Superseded("ended by a newer comparison");
    try {
      return answer(request, (progress) => onProgress?.(progress));
    } catch (error) {
      if (error instanceof EngineFailure) discard();
      throw error;
    }
  }

  return {
    // On the page's own thread that would be in the reader's way.
    prepare: () => {},
    compare: (left, right, options, onProgress) => run({ kind: "compare", left, right, options }, onProgress),
    cancel: () => {
      current += 1;
    },
    panicOnPurpose: () => run({ kind: "panic" }, undefined) as Promise<never>,
  };
}
