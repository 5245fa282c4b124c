import { expect, test } from "vitest";
import type { Overlap } from "../model/comparison";
import { askCollection, type Entry, type Pair } from "./collection";
import { EngineFailure } from "./engine";
import { createPool, localMember, type Member, workerMember } from "./pool";

const lineOverrides: Entry["lineOverrides"] = [];
const WIRE = "The night ferry struck the outer pier in thick fog early on Sunday.";
const ARTICLES = [
  { id: "one", text: `${WIRE} Nobody was hurt.`, lineOverrides },
  { id: "two", text: `Tides were high. ${WIRE}`, lineOverrides },
  { id: "three", text: `People talked of bread. ${WIRE} A chess club met.`, lineOverrides },
  { id: "four", text: "A chess club in the old town marked its hundredth year.", lineOverrides },
];
const PAIRS: Pair[] = ARTICLES.flatMap(({ id }, at) =>
  ARTICLES.slice(0, at).map((other): Pair => [other.id, id]),
);

const shared = ({ left }: Overlap) => left.verbatim + left.edited + left.reworded;

async function all(pool: ReturnType<typeof createPool>, pairs = PAIRS): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  await pool.overlaps(
    pairs,
    (batch, overlaps) => {
      for (const [at, pair] of batch.entries()) found.set(pair.join(" "), shared(overlaps[at] as Overlap));
    },
    () => true,
  );
  return found;
}

/** A place that keeps what it was asked; it answers by itself. */
function watched(asked: string[]): Member {
  const { ask, end } = localMember();
  return {
    ask: (question) => {
      asked.push(
        question.kind === "articles"
          ? `${question.set.length} in, ${question.gone.length} out`
          : question.kind,
      );
      return ask(question);
    },
    end,
  };
}

test("compares every pair, and finds passages in other articles", async () => {
  const pool = createPool(localMember, localMember, 1);
  pool.bring(ARTICLES, {});
  const found = await all(pool);
  expect(found.size).toBe(6);
  expect(found.get("one two")).toBeGreaterThan(10);
  expect(found.get("one four")).toBe(0);
  expect(await pool.elsewhere(["one", "two"])).toEqual([["three"]]);
});

test("a place is told only what it does not know yet", async () => {
  const asked: string[] = [];
  const pool = createPool(() => watched(asked), localMember, 1);
  const options = {};
  pool.bring(ARTICLES, options);
  await all(pool);
  pool.bring([{ id: "one", text: WIRE, lineOverrides }, ...ARTICLES.slice(1, 3)], options);
  await pool.elsewhere(["one", "two"]);
  await pool.elsewhere(["one", "two"]);
  pool.bring(ARTICLES.slice(0, 2), {});
  await pool.elsewhere(["one", "two"]);
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
  const pool = createPool(localMember, localMember, 1);
  const options = {};
  const texts = ["Tides were high.", "Bread was dear."].map((other) => `${WIRE}\n\n${other}`);
  const two: Entry[] = texts.map((text, at) => ({ id: `${at}`, text, lineOverrides }));
  pool.bring(two, options);
  expect((await all(pool, [["0", "1"]])).get("0 1")).toBe(13);
  const taken = two.map((entry) => ({ ...entry, lineOverrides: [{ line: WIRE, boilerplate: true }] }));
  pool.bring(taken, options);
  expect((await all(pool, [["0", "1"]])).get("0 1")).toBe(0);
});

test("ends when nobody wants it any more", async () => {
  const pool = createPool(localMember, localMember, 1);
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
    workerMember(() => {
      throw new Error("no workers here");
    });
  const pool = createPool(refused, localMember, 3);
  pool.bring(ARTICLES, {});
  const [found, elsewhere] = await Promise.all([all(pool), pool.elsewhere(["one", "two"])]);
  expect(found.size).toBe(6);
  expect(elsewhere).toEqual([["three"]]);
});

test("after a breakdown the next run begins afresh", async () => {
  let broken = true;
  const breaks = (): Member => {
    const { ask, end } = localMember();
    return {
      ask: (question) =>
        broken && question.kind === "overlaps" ? Promise.reject(new EngineFailure("trap")) : ask(question),
      end,
    };
  };
  const pool = createPool(breaks, localMember, 1);
  pool.bring(ARTICLES, {});
  await expect(all(pool)).rejects.toBeInstanceOf(EngineFailure);
  broken = false;
  expect((await all(pool)).size).toBe(6);
});

test("wrong options are refused", async () => {
  const pool = createPool(localMember, localMember, 1);
  pool.bring(ARTICLES, { minWords: 1 });
  await expect(all(pool)).rejects.toThrow();
  await localMember().ask({ kind: "articles", fresh: {}, set: [], gone: [] });
  expect(() => askCollection({ kind: "elsewhere", pair: ["a", "b"] })).toThrow("there is no article");
});
