import { describe, expect, test, vi } from "vitest";
import init from "#engine";
import { ClientSource, LocalClient, WorkerClient, type WorkerLike } from "./client";
import { type Comparer, createComparer } from "./comparer";
import { fakeWorker } from "./fakeWorker";
import { engineModule } from "./module";
import { EngineFailure, NoWorker, type Progress, Superseded } from "./protocol";

const LEFT = "The mayor opened the new bridge on Tuesday. It rained all day.";
const RIGHT = "On Tuesday it was dry. The mayor opened the new bridge on Tuesday, people said.";

/** The one text here that is not of ASCII alone: it comes in by another way, which a test can block. */
const TRAP = "The mayor said: “no”.";

const refused = () =>
  new WorkerClient(() => {
    throw new Error("refused");
  });

const comparers: [string, () => Comparer][] = [
  ["on the page's own thread", () => createComparer(new ClientSource(() => new LocalClient()))],
  ["in a worker", () => inWorkers(fakeWorker)],
  [
    "on the page's own thread because workers are refused",
    () => createComparer(new ClientSource(refused, () => new LocalClient())),
  ],
];

const inWorkers = (make: () => WorkerLike) => createComparer(new ClientSource(() => new WorkerClient(make)));

describe.each(comparers)("the engine %s", (_, make) => {
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
    const instances = vi.spyOn(WebAssembly, "instantiate");
    const way = vi.spyOn(TextEncoder.prototype, "encodeInto").mockImplementationOnce(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
    await expect(engine.compare(TRAP, RIGHT, {})).rejects.toBeInstanceOf(EngineFailure);
    expect(instances).not.toHaveBeenCalled();
    expect(await engine.compare(LEFT, RIGHT, {})).toEqual(before);
    expect(instances).toHaveBeenCalledOnce();
    expect(way).toHaveBeenCalledOnce();
    instances.mockRestore();
    way.mockRestore();
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
  inWorkers(make).prepare([LEFT, RIGHT]);
  await expect.poll(() => made[0]?.posted).toEqual(["start", "practise"]);
  const engine = inWorkers(make);
  engine.prepare([LEFT, RIGHT]);
  await engine.compare(LEFT, RIGHT, {});
  expect(made[1]?.posted).toEqual(["start", "compare"]);
});

test("a worker is kept from one comparison to the next, and replaced when it was ended", async () => {
  const made: ReturnType<typeof fakeWorker>[] = [];
  const engine = inWorkers(() => {
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

describe("a client", () => {
  test("answers in the order in which it is asked, before it is ready too", async () => {
    const client = new WorkerClient(fakeWorker);
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    const first = client
      .ask({ kind: "compare", left: LEFT, right: RIGHT, options: {} })
      .then(note("compare"));
    const entry = (id: string, text: string) => ({ id, text, lineOverrides: [] });
    const set = [entry("a", LEFT), entry("b", RIGHT)];
    const second = client.ask({ kind: "articles", fresh: {}, set, gone: [] }).then(note("articles"));
    const third = client
      .ask({ kind: "overlaps", pairs: [{ left: "a", right: "b", verdicts: [] }] })
      .then(([overlap]) => {
        expect(overlap?.left.words).toBeGreaterThan(0);
        order.push("overlaps");
      });
    await Promise.all([first, second, third]);
    expect(order).toEqual(["compare", "articles", "overlaps"]);
  });

  test("that has ended says why, to what waits and to what comes", async () => {
    const client = new WorkerClient(fakeWorker);
    const waits = client.ask({ kind: "compare", left: LEFT, right: RIGHT, options: {} });
    const reason = new Superseded("no longer wanted");
    client.end(reason);
    await expect(waits).rejects.toBe(reason);
    await expect(
      client.ask({ kind: "elsewhere", pair: { left: "a", right: "b", verdicts: [] } }),
    ).rejects.toBe(reason);
  });

  test("whose worker stops before it is ready has none, and after that has broken down", async () => {
    const made: WorkerLike[] = [];
    const make = () => {
      const worker = fakeWorker();
      made.push(worker);
      return worker;
    };
    const stop = (worker?: WorkerLike) => worker?.onerror?.({ message: "gone" } as ErrorEvent);
    const early = new WorkerClient(make);
    stop(made[0]);
    expect(early.ended).toBeInstanceOf(NoWorker);
    const late = new WorkerClient(make);
    await late.ask({ kind: "compare", left: LEFT, right: RIGHT, options: {} });
    stop(made[1]);
    expect(late.ended).toBeInstanceOf(EngineFailure);
  });
});
