import { ClientSource, WorkerClient, type WorkerLike } from "./client";
import { type Comparer, createComparer } from "./comparer";
import { createMeaning, type Meaning } from "./meaning";
import { createPool, type Pool } from "./pool";
import EngineWorker from "./worker?worker&inline";

/** How many workers compare pairs at most; more than the processor has cores would only take its memory. */
const MOST_WORKERS = 4;

const inWorker = () => new WorkerClient(() => new EngineWorker() as unknown as WorkerLike);

let comparer: Comparer | null = null;

/** Compares the two articles that are looked at. */
export function theComparer(): Comparer {
  comparer ??= createComparer(new ClientSource(inWorker));
  return comparer;
}

let meaning: Meaning | null = null;

/** Says what sentences mean, once it has a model. */
export function theMeaning(): Meaning {
  meaning ??= createMeaning(new ClientSource(inWorker));
  return meaning;
}

let pool: Pool | null = null;

/** Where pairs and passages are looked for in all articles; started when it is first asked for. */
export function thePool(): Pool {
  const size = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2));
  pool ??= createPool(new ClientSource(inWorker, undefined, size));
  return pool;
}
