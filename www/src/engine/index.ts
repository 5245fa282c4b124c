import type { Engine } from "./engine";
import { localEngine } from "./local";
import { NoWorker, remoteEngine, type WorkerLike } from "./remote";
import EngineWorker from "./worker?worker&inline";

/** An engine that runs in a worker, and on the page's own thread where the browser refuses workers. */
export function createEngine(
  first: Engine = remoteEngine(() => new EngineWorker() as unknown as WorkerLike),
  second: () => Engine = localEngine,
): Engine {
  let engine = first;

  async function withFallback<T>(ask: (engine: Engine) => Promise<T>): Promise<T> {
    try {
      return await ask(engine);
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error;
      if (engine === first) engine = second();
      return ask(engine);
    }
  }

  return {
    prepare: (practice) => engine.prepare(practice),
    compare: (...request) => withFallback((engine) => engine.compare(...request)),
    cancel: () => engine.cancel(),
    panicOnPurpose: () => withFallback((engine) => engine.panicOnPurpose()),
  };
}
