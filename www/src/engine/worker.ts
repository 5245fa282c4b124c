// Runs in the worker: one start message with the engine, then requests, one at a time.

import { answer, start } from "./instance";
import type { FromWorker, ToWorker } from "./protocol";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker): void;
};

/** How many pairs are compared for practice: after these, long texts take hardly longer than ever after. */
const ROUNDS = 48;

/** Whether something was asked in earnest. */
let asked = false;

async function practise(texts: readonly string[]): Promise<void> {
  for (let round = 0; round < ROUNDS && !asked; round += 1) {
    const left = texts[round % texts.length] ?? "";
    const right = texts[(round + 1 + Math.floor(round / texts.length)) % texts.length] ?? "";
    // With a language the story is told too, as in the comparisons that are asked for.
    answer({ kind: "compare", left, right, options: { language: "en" } }, () => {});
    // A turn for what is asked meanwhile.
    await new Promise((done) => setTimeout(done));
  }
}

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "start") {
    await start(message.module);
    scope.postMessage({ kind: "ready" });
  } else if (message.kind === "practise") {
    await practise(message.texts);
  } else {
    const result = answer(message, (progress) => scope.postMessage({ kind: "progress", progress }));
    scope.postMessage({ kind: "result", result });
  }
}

scope.onmessage = ({ data }) => {
  asked ||= data.kind !== "start" && data.kind !== "practise";
  handle(data).catch((error: Error) => {
    scope.postMessage({ kind: "error", name: error.name, message: error.message });
  });
};
