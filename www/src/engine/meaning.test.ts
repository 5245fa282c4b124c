// A model of meaning as the page handles it; the encoder itself is held by its own tests and by tests/page/meaning.test.mjs.

import { describe, expect, test } from "vitest";
import { type Client, ClientSource } from "./client";
import { createMeaning } from "./meaning";
import { type Request, Superseded } from "./protocol";

/** The shortest module of WebAssembly. */
const MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

const text = (line: string) => {
  const bytes = new TextEncoder().encode(line);
  return [bytes.length, 0, 0, 0, ...bytes];
};

/** A file with a head of its own making. */
function file({ magic = "twicetoldmeaning", version = 1, cut = 0, module = MODULE } = {}): Blob {
  const body = [module.length, 0, 0, 0, ...module, ...text("small"), ...text("made up"), ...text("nowhere")];
  const head = new DataView(new ArrayBuffer(32));
  new Uint8Array(head.buffer).set(new TextEncoder().encode(magic));
  head.setUint32(16, version, true);
  head.setBigUint64(24, BigInt(32 + body.length), true);
  const bytes = [...new Uint8Array(head.buffer), ...body];
  return new Blob([new Uint8Array(bytes.slice(0, bytes.length - cut))]);
}

/** An encoder of two dimensions, or what is said of each file in turn: 0 for a damaged one. Sentences end with a stop. */
function source(asked: Request[], sizes = [2]): ClientSource {
  let at = 0;
  const answer = (request: Request): unknown => {
    if (request.kind === "model") return sizes[at++];
    if (request.kind === "embed") {
      return new Float32Array(2 * request.sentences.length).map((_, at) => (at % 2 ? -0.8 : 0.6));
    }
    if (request.kind !== "sentences") throw new Error(`asked for ${request.kind}`);
    const ends = [...request.text.matchAll(/\./g)].map(({ index }) => index + 1);
    return ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end }));
  };
  const make = () =>
    ({
      ended: null,
      practise: () => {},
      end: () => {},
      ask: async (request: Request) => {
        asked.push(request);
        return answer(request);
      },
    }) as unknown as Client;
  return new ClientSource(make, make);
}

const always = () => true;
const quiet = () => {};
const kinds = (asked: readonly Request[]) => asked.map(({ kind }) => kind);

test("a file tells what it is", async () => {
  const found = await createMeaning(source([])).open(file());
  expect(found).toEqual({ name: "small", licence: "made up", size: file().size });
});

test.each([
  ["foreign", file({ magic: "something-else!!" })],
  ["foreign", new Blob([])],
  ["newer", file({ version: 2 })],
  ["cut", file({ cut: 1 })],
  ["cut", file().slice(0, 20)],
  ["damaged", file({ version: 0 })],
  ["damaged", new Blob([file(), "x"])],
  ["damaged", file({ module: [1, 2, 3] })],
] as const)("a file that is %s is asked nothing", async (problem, bytes) => {
  const asked: Request[] = [];
  expect(await createMeaning(source(asked)).open(bytes)).toBe(problem);
  expect(asked).toEqual([]);
});

test("a file whose checksum differs is damaged", async () => {
  const meaning = createMeaning(source([], [0]));
  expect(await meaning.open(file())).toBe("damaged");
  expect(meaning.known("One.")).toBeNull();
});

describe("the meaning of a text", () => {
  test("is found out in portions, told as it goes on, and kept", async () => {
    const asked: Request[] = [];
    const meaning = createMeaning(source(asked));
    await meaning.open(file());
    const long = "A sentence.".repeat(40);
    expect(meaning.known(long)).toBeNull();
    const told: number[] = [];
    await meaning.learn([long, "One.", long], (done) => told.push(done), always);
    expect(kinds(asked)).toEqual(["model", "sentences", "embed", "embed", "embed", "sentences", "embed"]);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    // As the engine rounds them, in bytes.
    const [one, other] = [Math.round(0.6 * 127) / 127, Math.round(-0.8 * 127) / 127];
    expect(meaning.known("One.")?.dimensions).toBe(2);
    expect([...(meaning.known("One.")?.vectors ?? [])]).toEqual([one, other].map(Math.fround));
    expect(meaning.known(long)?.vectors).toHaveLength(80);
    await meaning.learn([long], quiet, always);
    expect(asked).toHaveLength(7);
  });

  test("is no longer looked for once nobody wants it", async () => {
    const asked: Request[] = [];
    const meaning = createMeaning(source(asked));
    await meaning.open(file());
    let wanted = 2;
    const learning = meaning.learn(["A sentence.".repeat(100)], quiet, () => wanted-- > 0);
    await expect(learning).rejects.toBeInstanceOf(Superseded);
    expect(kinds(asked)).toEqual(["model", "sentences", "embed", "embed"]);
    expect(meaning.known("A sentence.".repeat(100))).toBeNull();
  });

  test("is lost with the model, and what is under way ends", async () => {
    const meaning = createMeaning(source([]));
    await meaning.open(file());
    await meaning.learn(["One."], quiet, always);
    const learning = meaning.learn(["Two."], quiet, always);
    meaning.close();
    await expect(learning).rejects.toBeInstanceOf(Superseded);
    expect(meaning.known("One.")).toBeNull();
    await meaning.learn(["One."], quiet, always);
    expect(meaning.known("One.")).toBeNull();
  });

  test("a bad file takes no good one away", async () => {
    const meaning = createMeaning(source([], [2, 0, 2]));
    await meaning.open(file());
    await meaning.learn(["One."], quiet, always);
    expect(await meaning.open(file({ cut: 2 }))).toBe("cut");
    expect(await meaning.open(file())).toBe("damaged");
    expect(meaning.known("One.")).not.toBeNull();
    // Another good one takes its place, and knows nothing yet.
    expect(await meaning.open(file())).toMatchObject({ name: "small" });
    expect(meaning.known("One.")).toBeNull();
  });
});
