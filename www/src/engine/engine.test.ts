import { describe, expect, test } from "vitest";
import init from "#engine";
import { createEngine } from ".";
import { type Engine, EngineFailure, type Progress, Superseded } from "./engine";
import { answer, engineModule, start } from "./instance";
import { localEngine } from "./local";
import { remoteEngine, type WorkerLike } from "./remote";
import type { FromWorker, ToWorker } from "./worker";

const LEFT = "The mayor opened the new bridge on Tuesday. It rained all day.";
const RIGHT = "On Tuesday it was dry. The mayor opened the new bridge on Tuesday, people said.";

/** A worker's inside without a thread: messages go through the event loop as they do in browsers. */
function fakeWorker(): WorkerLike & { posted: ToWorker["kind"][] } {
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
    if (!alive) return;
    try {
      if (message.kind === "start") {
        await start(message.module);
        send({ kind: "ready" });
      } else if (message.kind === "compare" || message.kind === "panic") {
        const comparison = answer(message, (progress) => send({ kind: "progress", progress }));
        send({ kind: "result", comparison });
      }
    } catch (error) {
      const { name, message: text } = error as Error;
      send({ kind: "error", name, message: text });
    }
  };
  return worker;
}

const engines: [string, () => Engine][] = [
  ["on the page's own thread", localEngine],
  ["in a worker", () => remoteEngine(fakeWorker)],
  [
    "on the page's own thread because workers are refused",
    () =>
      createEngine(
        remoteEngine(() => {
          throw new Error("refused");
        }),
        localEngine,
      ),
  ],
];

describe.each(engines)("the engine %s", (_, make) => {
  test("compares, and says how far it has come", async () => {
    const seen: Progress[] = [];
    const { passages, complete } = await make().compare(LEFT, RIGHT, {}, (progress) => seen.push(progress));
    expect(complete).toBe(true);
    const [passage] = passages;
    expect(LEFT.slice(passage?.left.start, passage?.left.end)).toContain(
      "The mayor opened the new bridge on Tuesday",
    );
    expect(RIGHT.slice(passage?.right.start, passage?.right.end)).toContain(
      "The mayor opened the new bridge",
    );
    expect(seen.map(({ phase }) => phase)).toContain("Runs");
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
  });

  test("a newer request ends the one before", async () => {
    const engine = make();
    const first = engine.compare(LEFT, RIGHT, {});
    const second = engine.compare(RIGHT, LEFT, {});
    await expect(first).rejects.toBeInstanceOf(Superseded);
    expect((await second).passages.length).toBeGreaterThan(0);
  });

  test("a request can be ended, and another made after it", async () => {
    const engine = make();
    const first = engine.compare(LEFT, RIGHT, {});
    engine.cancel();
    await expect(first).rejects.toBeInstanceOf(Superseded);
    expect((await engine.compare(LEFT, RIGHT, {})).complete).toBe(true);
  });

  test("a wrong option is an error that names it, and the engine goes on", async () => {
    const engine = make();
    await expect(engine.compare(LEFT, RIGHT, { minWords: 1 })).rejects.toThrow(/minWords/);
    expect((await engine.compare(LEFT, RIGHT, { minWords: 3 })).passages.length).toBeGreaterThan(0);
  });

  test("a breakdown is an error, and the next request gets a fresh instance", async () => {
    const engine = make();
    const before = await engine.compare(LEFT, RIGHT, {});
    await expect(engine.panicOnPurpose()).rejects.toBeInstanceOf(EngineFailure);
    expect(await engine.compare(LEFT, RIGHT, {})).toEqual(before);
  });
});

test("every start makes an instance of its own, of the one module", async () => {
  const module = await engineModule();
  expect(await engineModule()).toBe(module);
  const memories = [await init({ module_or_path: module }), await init({ module_or_path: module })];
  expect(memories[0]?.memory).not.toBe(memories[1]?.memory);
});

test("a worker that is not asked for anything practises, one that is does not", async () => {
  const made: ReturnType<typeof fakeWorker>[] = [];
  const make = () => {
    const worker = fakeWorker();
    made.push(worker);
    return worker;
  };
  remoteEngine(make).prepare([LEFT, RIGHT]);
  await expect.poll(() => made[0]?.posted).toEqual(["start", "practise"]);
  const engine = remoteEngine(make);
  engine.prepare([LEFT, RIGHT]);
  await engine.compare(LEFT, RIGHT, {});
  expect(made[1]?.posted).toEqual(["start", "compare"]);
});

test("a worker is kept from one comparison to the next, and replaced when it was ended", async () => {
  const made: ReturnType<typeof fakeWorker>[] = [];
  const engine = remoteEngine(() => {
    const worker = fakeWorker();
    made.push(worker);
    return worker;
  });
  await engine.compare(LEFT, RIGHT, {});
  await engine.compare(RIGHT, LEFT, {});
  expect(made.map(({ posted }) => posted)).toEqual([["start", "compare", "compare"]]);
  const ended = engine.compare(LEFT, RIGHT, {});
  engine.cancel();
  await expect(ended).rejects.toBeInstanceOf(Superseded);
  await engine.compare(LEFT, RIGHT, {});
  expect(made).toHaveLength(2);
});
