import type { Answers, Entry, Pair, Question } from "./collection";
import { askCollection } from "./collection";
import type { Options, Overlap } from "./engine";
import { EngineFailure } from "./engine";
import { engineModule, inPlace } from "./instance";
import { NoWorker, type WorkerLike } from "./remote";
import EngineWorker from "./worker?worker&inline";

/** One place that answers questions, in the order in which they come. */
export interface Member {
  ask<Q extends Question>(question: Q): Promise<Answers[Q["kind"]]>;
  end(): void;
}

/** A member in a worker. */
export function workerMember(make: () => WorkerLike): Member {
  type Waiting = { resolve(answer: never): void; reject(error: Error): void };
  const waiting: Waiting[] = [];
  let ready = false;
  let worker: WorkerLike | null = null;
  let begun = () => {};
  // What comes before the engine is there would find none.
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });

  function fail(error: Error): void {
    worker?.terminate();
    worker = null;
    for (const one of waiting.splice(0)) one.reject(error);
    begun();
  }

  async function begin(): Promise<void> {
    const mine = make();
    worker = mine;
    const broken = (message: string) => fail(ready ? new EngineFailure(message) : new NoWorker(message));
    mine.onerror = (event) => broken(event.message || "the worker stopped");
    mine.onmessage = ({ data }) => {
      if (data.kind === "ready") {
        ready = true;
        begun();
      } else if (data.kind === "answer") waiting.shift()?.resolve(data.answer as never);
      else if (data.kind === "error" && (data.name === "EngineFailure" || !ready)) broken(data.message);
      else if (data.kind === "error") waiting.shift()?.reject(new Error(data.message));
    };
    mine.postMessage({ kind: "start", module: await engineModule() });
  }

  begin().catch((error: Error) => fail(new NoWorker(error.message)));
  return {
    async ask(question) {
      await beginning;
      if (!worker) throw new NoWorker("there is no worker");
      const answer = new Promise<never>((resolve, reject) => waiting.push({ resolve, reject }));
      worker.postMessage(question);
      return answer;
    },
    end: () => fail(new EngineFailure("ended")),
  };
}

/** A member on the page's own thread: after every answer the page gets a turn. */
export function localMember(): Member {
  const ready = inPlace();
  return {
    async ask(question) {
      await ready;
      await new Promise((done) => setTimeout(done));
      return askCollection(question);
    },
    end: () => {},
  };
}

/** How many workers compare pairs at most; more than the processor has cores would only take its memory. */
const MOST_WORKERS = 4;

/**
 * UTF-16 units of text that are compared in one go: some 30 pairs of 1,000 words, a few hundredths of a
 * second. So often progress is told, and so soon a run ends that is cancelled.
 */
const BATCH = 400_000;

interface Place {
  member: Member;
  options: Options | null;
  known: Map<string, Entry>;
}

/** Many articles, compared pair by pair in the background. */
export interface Pool {
  /** The articles that can be asked about from now on, and what counts as equal. */
  bring(articles: readonly Entry[], options: Options): void;
  /**
   * Compares pairs, in batches, until all are done or `goesOn` says no; tells what it found batch by
   * batch. Rejects with `EngineFailure` when the engine broke down; the next run begins afresh.
   */
  overlaps(
    pairs: readonly Pair[],
    onFound: (pairs: readonly Pair[], found: readonly Overlap[]) => void,
    goesOn: () => boolean,
  ): Promise<void>;
  /** For each passage of a pair, in the engine's order: the ids of the other articles it stands in. */
  elsewhere(pair: Pair): Promise<string[][]>;
  /** Ends the workers. The next question starts new ones. */
  end(): void;
}

/** A pool of workers, or the page's own thread where the browser refuses workers. */
export function createPool(
  first: () => Member = () => workerMember(() => new EngineWorker() as unknown as WorkerLike),
  second: () => Member = localMember,
  size = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2)),
): Pool {
  const places: Place[] = [];
  let [make, most] = [first, size];
  let articles: readonly Entry[] = [];
  let options: Options = {};

  function end(): void {
    for (const { member } of places.splice(0)) member.end();
  }

  function placeAt(at: number): Place {
    places[at] ??= { member: make(), options: null, known: new Map() };
    return places[at];
  }

  /** Tells a place what it does not know yet, then asks it. */
  function askAt<Q extends Question>(at: number, question: Q): Promise<Answers[Q["kind"]]> {
    const place = placeAt(at);
    const news = newsFor(place, articles, options);
    if (news) place.member.ask(news).catch(() => {});
    return place.member.ask(question);
  }

  /** Does something with the workers there are, or once more without workers where there are none. */
  async function withFallback<T>(run: () => Promise<T>): Promise<T> {
    const used = make;
    try {
      return await run();
    } catch (error) {
      const refused = error instanceof NoWorker && used !== second;
      // Another question may have met the same a moment ago.
      if (make === used) end();
      if (!refused) throw error;
      [make, most] = [second, 1];
      return run();
    }
  }

  return {
    bring: (now, equal) => {
      [articles, options] = [now, equal];
    },
    overlaps: (pairs, onFound, goesOn) => {
      const lengths = new Map(articles.map(({ id, text }) => [id, text.length]));
      let next = 0;
      const take = () => {
        const from = next;
        for (let weight = 0; next < pairs.length && weight < BATCH; next += 1) {
          for (const id of pairs[next] ?? []) weight += lengths.get(id) ?? 0;
        }
        return pairs.slice(from, next);
      };
      const work = async (at: number) => {
        for (let batch = take(); batch.length > 0 && goesOn(); batch = take()) {
          const found = await askAt(at, { kind: "overlaps", pairs: batch });
          if (goesOn()) onFound(batch, found);
        }
      };
      return withFallback(async () => {
        next = 0;
        await Promise.all(Array.from({ length: most }, (_, at) => work(at)));
      });
    },
    elsewhere: (pair) => withFallback(() => askAt(0, { kind: "elsewhere", pair })),
    end,
  };
}

/** What a place has to be told before it is asked, and from then on knows; null for nothing. */
function newsFor(place: Place, articles: readonly Entry[], options: Options): Question | null {
  const fresh = place.options === options ? null : options;
  if (fresh) place.known.clear();
  place.options = options;
  const here = new Set(articles.map(({ id }) => id));
  const gone = [...place.known.keys()].filter((id) => !here.has(id));
  const set = articles.filter((article) => !isSame(article, place.known.get(article.id)));
  if (!fresh && gone.length + set.length === 0) return null;
  for (const id of gone) place.known.delete(id);
  for (const article of set) place.known.set(article.id, article);
  return {
    kind: "articles",
    fresh,
    set: set.map(({ id, text, lineOverrides }) => ({ id, text, lineOverrides })),
    gone,
  };
}

/** Whether an article is compared as it was before. */
export function isSame(article: Entry, before: Entry | undefined): boolean {
  return before?.text === article.text && before.lineOverrides === article.lineOverrides;
}
