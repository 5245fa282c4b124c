import { start } from "#pdf";
import { isReport } from "../../export/report";
import type { InputFile, ParsedArticle, ReadError } from "../../model/article";

/** What the worker answers. Named, for pdf.js speaks through the same port about its own matters. */
export interface Answer {
  answer: ParsedArticle | ReadError;
}

/**
 * Reads a PDF file in a worker of its own, so that a file made to keep a reader busy keeps only that
 * one busy; `signal` ends it.
 */
export async function readPdf(bytes: InputFile["bytes"], signal?: AbortSignal): Promise<Answer["answer"]> {
  if (isReport) return "no-reader";
  let worker: Worker | null = null;
  try {
    worker = await start();
    return await answerOf(worker, bytes, signal);
  } catch {
    return "damaged";
  } finally {
    worker?.terminate();
  }
}

function answerOf(
  worker: Worker,
  bytes: InputFile["bytes"],
  signal?: AbortSignal,
): Promise<Answer["answer"]> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Partial<Answer>>) => data.answer && resolve(data.answer);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    signal?.addEventListener("abort", () => resolve("cancelled"), { once: true });
    worker.postMessage({ bytes }, [bytes.buffer]);
  });
}
