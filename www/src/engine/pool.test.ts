import { expect, test } from "vitest";
import type { Overlap } from "../model/comparison";
import { type Client, ClientSource, LocalClient, WorkerClient } from "./client";
import { fakeWorker } from "./fakeWorker";
import { createPool } from "./pool";
import { EngineFailure, type Entry, type Pair, type Request } from "./protocol";

const lineOverrides: Entry["lineOverrides"] = [];
const WIRE = "The night ferry struck the outer pier in thick fog early on Sunday.";
const ARTICLES = [
  { id: "one", text: `${WIRE} Nobody was hurt.`, lineOverrides },
  { id: "two", text: `Tides were high. ${WIRE}`, lineOverrides },
  { id: "three", text: `People talked of bread. ${WIRE} A chess club met.`, lineOverrides },
  { id: "four", text: "A chess club in the old town marked its hundredth year.", lineOverrides },
];
const pairOf = (left: string, right: string, verdicts: Pair["verdicts"] = []): Pair => ({
  left,
  right,
  verdicts,
});
const PAIRS: Pair[] = ARTICLES.flatMap(({ id }, at) =>
  ARTICLES.slice(0, at).map((other) => pairOf(other.id, id)),
);

const shared = ({ left }: Overlap) => left.verbatim + left.edited + left.reworded;

async function all(pool: ReturnType<typeof createPool>, pairs = PAIRS): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await pool.overlaps(
    pairs,
    (batch, overlaps) => {
      for (const [at, { left, right }] of batch.entries()) {
        found.set(`${left} ${right}`, shared(overlaps[at] as Overlap));
      }
    },
    () => true,
  );
  return found;
}

/** On the page's own thread. */
const here = new ClientSource(() => new LocalClient());

/** A client that hands every request to `hear` before it answers. */
function heard(hear: (request: Request) => void): Client {
  const client = new LocalClient();
  const ask = client.ask.bind(client);
  client.ask = async (request, onProgress) => {
    hear(request);
    return ask(request, onProgress);
  };
  return client;
}

test("tells which pairs can share something", async () => {
  const pool = createPool(here);
  pool.bring(ARTICLES, {});
  const { pairs, complete } = await pool.candidates(["four", "two", "one"]);
  expect(complete).toBe(true);
  expect(
    Array.from({ length: pairs.length / 2 }, (_, at) => pairs.slice(2 * at, 2 * at + 2).sort()),
  ).toContainEqual([1, 2]);
});

test("compares every pair, and finds passages in other articles", async () => {
  const pool = createPool(here);
  pool.bring(ARTICLES, {});
  const found = await all(pool);
  expect(found.size).toBe(6);
  expect(found.get("one two")).toBeGreaterThan(10);
  expect(found.get("one four")).toBe(0);
  expect(await pool.elsewhere(pairOf("one", "two"))).toMatchObject({ articles: [["three"]], complete: true });
});

test("a place is told only what it does not know yet", async () => {
  const asked: string[] = [];
  const hear = (request: Request) => {
    if (request.kind !== "articles") asked.push(request.kind);
    else asked.push(`${request.set.length} in, ${request.gone.length} out`);
  };
  const pool = createPool(new ClientSource(() => heard(hear)));
  const options = {};
  pool.bring(ARTICLES, options);
  await all(pool);
  pool.bring([{ id: "one", text: WIRE, lineOverrides }, ...ARTICLES.slice(1, 3)], options);
  await pool.elsewhere(pairOf("one", "two"));
  await pool.elsewhere(pairOf("one", "two"));
  pool.bring(ARTICLES.slice(0, 2), {});
  await pool.elsewhere(pairOf("one", "two"));
  const elsewhere = "elsewhere";
  expect(asked).toEqual([
    "4 in, 0 out",
    "overlaps",
    "1 in, 1 out",
    elsewhere,
    elsewhere,
    "2 in, 0 out",
    elsewhere,
  ]);
});

test("a line the reader takes out is not compared", async () => {
  const pool = createPool(here);
  const options = {};
  const texts = ["Tides were high.", "Bread was dear."].map((other) => `${WIRE}\n\n${other}`);
  const two: Entry[] = texts.map((text, at) => ({ id: `${at}`, text, lineOverrides }));
  pool.bring(two, options);
  expect((await all(pool, [pairOf("0", "1")])).get("0 1")).toBe(13);
  const taken = two.map((entry) => ({ ...entry, lineOverrides: [{ line: WIRE, boilerplate: true }] }));
  pool.bring(taken, options);
  expect((await all(pool, [pairOf("0", "1")])).get("0 1")).toBe(0);
});

test("a pair is compared with what the reader said of it, the others without", async () => {
  const pool = createPool(here);
  pool.bring(ARTICLES, {});
  const wire = (id: string) => {
    const start = ARTICLES.find((article) => article.id === id)?.text.indexOf(WIRE) ?? -1;
    return { start, end: start + WIRE.length };
  };
  const refused = pairOf("one", "two", [{ kind: "refused", left: wire("one"), right: wire("two") }]);
  const found = await all(pool, [refused, pairOf("one", "three")]);
  expect(found.get("one two")).toBe(0);
  expect(found.get("one three")).toBeGreaterThan(10);
  expect((await pool.elsewhere(refused)).articles).toEqual([]);
});

test("ends when nobody wants it any more", async () => {
  const pool = createPool(here);
  const long = ARTICLES.map(({ id, text }) => ({ id, text: `${text} `.repeat(3000), lineOverrides }));
  pool.bring(long, {});
  let batches = 0;
  await pool.overlaps(
    PAIRS,
    () => {
      batches += 1;
    },
    () => batches < 2,
  );
  expect(batches).toBe(2);
});

test("where workers are refused the page's own thread answers", async () => {
  const refused = () =>
    new WorkerClient(() => {
      throw new Error("no workers here");
    });
  const pool = createPool(new ClientSource(refused, () => new LocalClient(), 3));
  pool.bring(ARTICLES, {});
  const [found, elsewhere] = await Promise.all([all(pool), pool.elsewhere(pairOf("one", "two"))]);
  expect(found.size).toBe(6);
  expect(elsewhere).toMatchObject({ articles: [["three"]], complete: true });
});

test("after a breakdown the next run begins afresh", async () => {
  let broken = true;
  const breaks = () =>
    heard(({ kind }) => {
      if (broken && kind === "overlaps") throw new EngineFailure("trap");
    });
  const pool = createPool(new ClientSource(breaks));
  pool.bring(ARTICLES, {});
  await expect(all(pool)).rejects.toBeInstanceOf(EngineFailure);
  broken = false;
  expect((await all(pool)).size).toBe(6);
});

test("wrong options are refused", async () => {
  const pool = createPool(here);
  pool.bring(ARTICLES, { minWords: 1 });
  await expect(all(pool)).rejects.toThrow();
  const client = new LocalClient();
  await client.ask({ kind: "articles", fresh: {}, set: [], gone: [] });
  await expect(client.ask({ kind: "elsewhere", pair: pairOf("a", "b") })).rejects.toThrow(
    "there is no article",
  );
});

test("workers share the pairs among them, and each is told of the articles", async () => {
  let made = 0;
  const make = () => {
    made += 1;
    return new WorkerClient(fakeWorker);
  };
  const pool = createPool(new ClientSource(make, () => new LocalClient(), 2));
  pool.bring(
    ARTICLES.map((article) => ({ ...article, text: `${article.text} `.repeat(900) })),
    {},
  );
  expect((await all(pool)).size).toBe(6);
  expect(made).toBe(2);
});

test("each pair is told in a paragraph of a language, with what the reader decided", async () => {
  const pool = createPool(here);
  pool.bring(ARTICLES, {});
  const told = new Map<string, string>();
  const ask = (language: string) =>
    pool.stories(
      [pairOf("one", "two"), pairOf("one", "four")],
      language,
      (pairs, found) => {
        for (const [at, { right }] of pairs.entries()) told.set(`${language} ${right}`, found[at] ?? "");
      },
      () => true,
    );
  await ask("en");
  await ask("de");
  expect(told.get("en two")).toMatch(/^[A-Z].*\.$/s);
  expect(told.get("en four")).not.toBe(told.get("en two"));
  expect(told.get("de two")).not.toBe(told.get("en two"));
});
