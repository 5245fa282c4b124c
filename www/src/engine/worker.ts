// Runs in the worker: one start message with the engine's bytes, then requests, one at a time.

import { type Answers, askCollection, type Question } from "./collection";
import type { Comparison, Progress, Request } from "./engine";
import { answer, start } from "./instance";

export type ToWorker = { kind: "start"; bytes: ArrayBuffer } | Request | Question;

export type FromWorker =
  | { kind: "ready" }
  | { kind: "progress"; progress: Progress }
  | { kind: "result"; comparison: Comparison }
  | { kind: "answer"; answer: Answers[Question["kind"]] }
  | { kind: "error"; name: string; message: string };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker): void;
};

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "start") {
    await start(message.bytes);
    scope.postMessage({ kind: "ready" });
  } else if (message.kind === "compare" || message.kind === "panic") {
    const comparison = answer(message, (progress) => scope.postMessage({ kind: "progress", progress }));
    scope.postMessage({ kind: "result", comparison });
  } else {
    scope.postMessage({ kind: "answer", answer: askCollection(message) });
  }
}

scope.onmessage = ({ data }) => {
  handle(data).catch((error: Error) => {
    scope.postMessage({ kind: "error", name: error.name, message: error.message });
  });
};
