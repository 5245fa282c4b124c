import type { ArticleMeaning } from "../model/comparison";
import type { Client, ClientSource } from "./client";
import { type ModelProblem, moduleIn, START } from "./encoder";
import { Superseded } from "./protocol";

export type { ModelProblem } from "./encoder";

/** A model of meaning, as its file describes it. */
export interface Model {
  name: string;
  licence: string;
  /** Of the file, in bytes. */
  size: number;
}

/** Sentences that are turned into vectors in one go: some hundredths of a second, and then it can be ended. */
const PORTION = 16;

/** Numbers of vectors that are kept, those of the newest articles: a byte each, 3,000 articles of 40 sentences. */
const MOST_NUMBERS = 64_000_000;

/** What 1 is in a byte, as the engine rounds numbers. */
const ONE = 127;

/** Says what sentences mean, with a model of the reader's choice. */
export interface Meaning {
  /** Takes a model file in place of the one before, or says what is wrong with it. */
  open(file: Blob): Promise<Model | ModelProblem>;
  /** What the sentences of a text mean, if that is known already; null without a model too. */
  known(text: string): ArticleMeaning | null;
  /** Finds out what the sentences of texts mean. Rejects with `Superseded` once `goesOn` says no, or the model is another. */
  learn(texts: readonly string[], onProgress: (done: number) => void, goesOn: () => boolean): Promise<void>;
  /** Gives the model up. */
  close(): void;
}

export function createMeaning(source: ClientSource): Meaning {
  let client: Client | null = null;
  let dimensions = 0;
  let run = 0;
  const vectors = new Map<string, Int8Array<ArrayBuffer>>();

  function close(): void {
    run += 1;
    client?.end(new Superseded("there is no model any more"));
    [client, dimensions] = [null, 0];
    vectors.clear();
  }

  async function open(file: Blob): Promise<Model | ModelProblem> {
    const found = moduleIn(new DataView(await file.slice(0, START).arrayBuffer()), file.size);
    if (typeof found === "string") return found;
    const bytes = new Uint8Array(await file.arrayBuffer());
    // What comes out of a damaged module is caught by the checksum, or is none.
    const module = await WebAssembly.compile(bytes.slice(...found)).catch(() => null);
    if (!module) return "damaged";
    const mine = run;
    let fresh: Client | null = null;
    const ask = () => {
      fresh = source.make();
      return fresh.ask({ kind: "model", module, file: bytes });
    };
    const size = await source.withFallback(ask).catch(() => 0);
    // The one before stays until there is a better one, and one that was given meanwhile.
    if (size === 0 || mine !== run) {
      (fresh as Client | null)?.end(new Superseded("it is no model"));
      return "damaged";
    }
    close();
    [client, dimensions] = [fresh, size];
    return { ...about(bytes, found[1]), size: file.size };
  }

  async function learnOne(
    text: string,
    onSentences: (done: number, all: number) => void,
    goesOn: () => boolean,
  ): Promise<void> {
    const [own, mine] = [client, run];
    const check = () => {
      if (mine !== run || !goesOn()) throw new Superseded("no longer wanted");
    };
    if (!own) return;
    const spans = await own.ask({ kind: "sentences", text });
    check();
    const all = new Int8Array(spans.length * dimensions);
    for (let at = 0; at < spans.length; at += PORTION) {
      const sentences = spans.slice(at, at + PORTION).map(({ start, end }) => text.slice(start, end));
      const numbers = await own.ask({ kind: "embed", sentences });
      check();
      all.set(
        numbers.map((number) => Math.round(number * ONE)),
        at * dimensions,
      );
      onSentences(at + sentences.length, spans.length);
    }
    keep(text, all);
  }

  function keep(text: string, found: Int8Array<ArrayBuffer>): void {
    vectors.set(text, found);
    let numbers = 0;
    for (const [key, { length }] of [...vectors].reverse()) {
      numbers += length;
      if (numbers > MOST_NUMBERS && key !== text) vectors.delete(key);
    }
  }

  return {
    open,
    close,
    known: (text) => {
      const found = vectors.get(text);
      return found ? { dimensions, vectors: Float32Array.from(found, (number) => number / ONE) } : null;
    },
    learn: async (texts, onProgress, goesOn) => {
      const unknown = [...new Set(texts)].filter((text) => !vectors.has(text));
      for (const [at, text] of unknown.entries()) {
        const onSentences = (done: number, all: number) => onProgress((at + done / all) / unknown.length);
        await learnOne(text, onSentences, goesOn);
      }
    },
  };
}

/** What a file says of itself, behind its module: texts, each behind its length. */
function about(bytes: Uint8Array, from: number): Omit<Model, "size"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = from;
  const next = () => {
    const start = at + 4;
    at = start + view.getUint32(at, true);
    return new TextDecoder().decode(bytes.subarray(start, at));
  };
  return { name: next(), licence: next() };
}
