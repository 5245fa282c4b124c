import type { Comparison } from "../model/comparison";
import { type Engine, EngineFailure, type Progress, type Request, Superseded } from "./engine";
import { engineModule } from "./instance";
import type { FromWorker, ToWorker } from "./worker";

/** As much of a worker as this file needs, so that tests can bring their own. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** The worker could not be started at all: the page has to compare by itself. */
export class NoWorker extends Error {
  override name = "NoWorker";
}

interface Job {
  request: Request;
  onProgress: ((progress: Progress) => void) | undefined;
  resolve(comparison: Comparison): void;
  reject(error: Error): void;
}

/** The engine in a worker. A comparison that is ended takes its worker with it; the next starts anew. */
export function remoteEngine(makeWorker: () => WorkerLike): Engine {
  let worker: WorkerLike | null = null;
  let ready = false;
  let job: Job | null = null;
  let practice: readonly string[] = [];

  function drop(): void {
    worker?.terminate();
    worker = null;
    ready = false;
  }

  function finish(settle: (job: Job) => void): void {
    const done = job;
    job = null;
    if (done) settle(done);
  }

  function cancel(): void {
    if (!job) return;
    drop();
    finish((done) => done.reject(new Superseded("ended by a newer comparison")));
  }

  function receive(message: FromWorker): void {
    if (message.kind === "ready") {
      ready = true;
      if (job) worker?.postMessage(job.request);
      else if (practice.length > 0) worker?.postMessage({ kind: "practise", texts: practice });
      practice = [];
    } else if (message.kind === "progress") {
      job?.onProgress?.(message.progress);
    } else if (message.kind === "result") {
      finish((done) => done.resolve(message.comparison));
    } else if (message.kind === "error") {
      fail(message.name, message.message);
    }
  }

  function fail(name: string, message: string): void {
    const started = ready;
    const broken = name === "EngineFailure";
    if (broken || !started) drop();
    const error = !started ? new NoWorker(message) : broken ? new EngineFailure(message) : new Error(message);
    finish((done) => done.reject(error));
  }

  async function begin(): Promise<void> {
    const mine = makeWorker();
    worker = mine;
    mine.onmessage = ({ data }) => mine === worker && receive(data);
    mine.onerror = (event) => mine === worker && fail("EngineFailure", event.message || "the worker stopped");
    const module = await engineModule();
    if (mine === worker) mine.postMessage({ kind: "start", module });
  }

  function run(request: Request, onProgress?: (progress: Progress) => void): Promise<Comparison> {
    cancel();
    return new Promise((resolve, reject) => {
      job = { request, onProgress, resolve, reject };
      if (ready) worker?.postMessage(request);
      else start();
    });
  }

  function start(): void {
    if (!worker) begin().catch((error: Error) => fail("NoWorker", error.message));
  }

  return {
    prepare: (texts) => {
      practice = texts;
      start();
    },
    compare: (left, right, options, onProgress) => run({ kind: "compare", left, right, options }, onProgress),
    cancel,
    panicOnPurpose: () => run({ kind: "panic" }) as Promise<never>,
  };
}
