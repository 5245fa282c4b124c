import { answer } from "./instance";
import { discard, engineModule, inPlace } from "./module";
import {
  type AnswerTo,
  EngineFailure,
  type FromWorker,
  NoWorker,
  type Progress,
  type Request,
  type ToWorker,
} from "./protocol";

/** The engine as the page reaches it, wherever it runs. Answers requests one by one, in their order. */
export interface Client {
  /**
   * Rejects with `NoWorker` where the browser refuses workers, with `EngineFailure` when the engine broke
   * down, and with the engine's own error when an option is wrong. After the first two it has ended.
   */
  ask<R extends Request>(request: R, onProgress?: (progress: Progress) => void): Promise<AnswerTo<R>>;
  /** Compares texts with each other until something is asked: browsers make code quick that has run for a while. */
  practise(texts: readonly string[]): void;
  /** Ends it. What waits for an answer is rejected with the reason. */
  end(reason: Error): void;
  /** Why it ended; null while it answers. */
  readonly ended: Error | null;
}

/** As much of a worker as this file needs, so that tests can bring their own. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

interface Job {
  request: Request;
  onProgress: ((progress: Progress) => void) | undefined;
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** The engine in a worker, which begins at once. When it ends it takes its worker with it. */
export class WorkerClient implements Client {
  ended: Error | null = null;
  private worker: WorkerLike | null = null;
  private isReady = false;
  private practice: readonly string[] = [];
  /** What waits for an answer, the oldest first. */
  private readonly jobs: Job[] = [];

  constructor(makeWorker: () => WorkerLike) {
    this.begin(makeWorker).catch((error: Error) => this.end(new NoWorker(error.message)));
  }

  ask<R extends Request>(request: R, onProgress?: Job["onProgress"]): Promise<AnswerTo<R>> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      this.jobs.push({ request, onProgress, resolve, reject });
      if (this.isReady) this.worker?.postMessage(request);
    });
  }

  practise(texts: readonly string[]): void {
    this.practice = texts;
  }

  end(reason: Error): void {
    if (this.ended) return;
    this.ended = reason;
    this.worker?.terminate();
    for (const job of this.jobs.splice(0)) job.reject(reason);
  }

  private async begin(makeWorker: () => WorkerLike): Promise<void> {
    const worker = makeWorker();
    this.worker = worker;
    worker.onmessage = ({ data }) => !this.ended && this.receive(data);
    worker.onerror = (event) => this.breakDown(event.message || "the worker stopped");
    const module = await engineModule();
    if (!this.ended) worker.postMessage({ kind: "start", module });
  }

  private receive(message: FromWorker): void {
    if (message.kind === "ready") this.getReady();
    else if (message.kind === "progress") this.jobs[0]?.onProgress?.(message.progress);
    else if (message.kind === "result") this.jobs.shift()?.resolve(message.result as never);
    else if (message.name === "EngineFailure" || !this.isReady) this.breakDown(message.message);
    else this.jobs.shift()?.reject(new Error(message.message));
  }

  /** What was asked before the engine was there would have found none. */
  private getReady(): void {
    this.isReady = true;
    for (const { request } of this.jobs) this.worker?.postMessage(request);
    const texts = this.practice;
    if (this.jobs.length === 0 && texts.length > 0) this.worker?.postMessage({ kind: "practise", texts });
  }

  private breakDown(message: string): void {
    this.end(this.isReady ? new EngineFailure(message) : new NoWorker(message));
  }
}

/**
 * The engine on the page's own thread, for browsers that refuse workers. While it answers the page stands
 * still, so that only what has not begun can be ended.
 */
export class LocalClient implements Client {
  ended: Error | null = null;

  async ask<R extends Request>(request: R, onProgress?: Job["onProgress"]): Promise<AnswerTo<R>> {
    await inPlace();
    // One turn of the event loop, so that the page can paint its busy state.
    await new Promise((done) => setTimeout(done));
    if (this.ended) throw this.ended;
    try {
      return answer(request, (progress) => onProgress?.(progress));
    } catch (error) {
      if (error instanceof EngineFailure) {
        discard();
        this.end(error);
      }
      throw error;
    }
  }

  /** That would be in the reader's way. */
  practise(): void {}

  end(reason: Error): void {
    this.ended ??= reason;
  }
}

/** Where clients come from: workers, until the browser refuses one; from then on the page's own thread. */
export class ClientSource {
  private isLocal = false;

  constructor(
    private readonly inWorker: () => Client,
    private readonly local: () => Client = () => new LocalClient(),
    /** How many clients may work at the same time. */
    private readonly most = 1,
  ) {}

  make(): Client {
    return this.isLocal ? this.local() : this.inWorker();
  }

  /** How many clients are worth having: on the page's own thread one. */
  get size(): number {
    return this.isLocal ? 1 : this.most;
  }

  /**
   * Does something with clients of this source, and once more without workers where those were refused.
   * `onFailure` is called first when it failed for whatever reason, unless another that ran at the same
   * time has met the refusal already.
   */
  async withFallback<T>(run: () => Promise<T>, onFailure: () => void = () => {}): Promise<T> {
    const wasLocal = this.isLocal;
    try {
      return await run();
    } catch (error) {
      if (this.isLocal === wasLocal) onFailure();
      if (wasLocal || !(error instanceof NoWorker)) throw error;
      this.isLocal = true;
      return run();
    }
  }
}
