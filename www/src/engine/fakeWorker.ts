import type { WorkerLike } from "./client";
import { answer, start } from "./instance";
import type { FromWorker, ToWorker } from "./protocol";

/** For tests: a worker's inside without a thread. Messages go through the event loop as they do in browsers. */
export function fakeWorker(): WorkerLike & { posted: ToWorker["kind"][] } {
  let alive = true;
  const worker: ReturnType<typeof fakeWorker> = {
    posted: [],
    onmessage: null,
    onerror: null,
    terminate: () => {
      alive = false;
    },
    postMessage: (message) => {
      worker.posted.push(message.kind);
      setTimeout(() => void handle(message));
    },
  };
  const send = (data: FromWorker) => {
    setTimeout(() => alive && worker.onmessage?.({ data } as MessageEvent<FromWorker>));
  };
  const handle = async (message: ToWorker) => {
    if (!alive || message.kind === "practise") return;
    try {
      if (message.kind === "start") {
        await start(message.module);
        send({ kind: "ready" });
      } else {
        const result = answer(message, (progress) => send({ kind: "progress", progress }));
        send({ kind: "result", result });
      }
    } catch (error) {
      const { name, message: text } = error as Error;
      send({ kind: "error", name, message: text });
    }
  };
  return worker;
}
