import { load, start } from "#rich";
import type { Refusal } from "../model/article";
import type { FromWorker, Pieces, Request } from "./rich";

/**
 * Where files are taken apart: a worker, so that one that takes long keeps only that one busy and can be cancelled. Where
 * workers are refused, the page's own thread.
 */
export class Workshop {
  private worker: Promise<Worker | null> | null = null;
  private readonly signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  /** Takes a file apart. The bytes in a request go along and are gone here. One request at a time. */
  async takeApart(request: Request): Promise<Pieces> {
    this.worker ??= ready();
    const worker = await this.worker;
    if (this.signal?.aborted) return CANCELLED;
    if (!worker) return (await load()).takeApart(request);
    return new Promise((resolve) => {
      const cancel = () => this.stop(worker, CANCELLED, resolve);
      this.signal?.addEventListener("abort", cancel, { once: true });
      worker.onmessage = ({ data }: MessageEvent<Pieces>) => {
        this.signal?.removeEventListener("abort", cancel);
        resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.stop(worker, { error: "damaged" }, resolve);
      };
      worker.postMessage(request, bytesIn(request));
    });
  }

  private stop(worker: Worker, refusal: Refusal, resolve: (pieces: Pieces) => void): void {
    worker.terminate();
    this.worker = null;
    resolve(refusal);
  }

  /** Closes it, and frees what it took. */
  close(): void {
    void this.worker?.then((worker) => worker?.terminate());
    this.worker = null;
  }
}

const CANCELLED: Refusal = { error: "cancelled" };

function bytesIn(request: Request): Transferable[] {
  if (request.kind === "packed") return [request.file.bytes.buffer];
  return "bytes" in request ? [request.bytes.buffer] : [];
}

/** A worker that has started; null where there are none. */
async function ready(): Promise<Worker | null> {
  try {
    const worker = await start();
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data === "ready" ? worker : null);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
    });
  } catch {
    return null;
  }
}
