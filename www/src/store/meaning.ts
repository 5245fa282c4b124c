import { batch, computed, effect, signal } from "@preact/signals";
import { theMeaning, thePool } from "../engine";
import type { Model, ModelProblem } from "../engine/meaning";
import { meaningOfBoth } from "../engine/pool";
import { type Entry, Superseded } from "../engine/protocol";
import { isReport } from "../export/report";
import type { Article } from "../model/article";
import type { ArticleMeaning, Meaning } from "../model/comparison";
import type { Side } from "../model/side";
import { heldModel } from "../parts/model";
import type { CarriedMeaning } from "../schema/carried";
import { dropKept, readKept, updateKept } from "../storage/database";
import { readLocal, writeLocal } from "../storage/local";
import { KEYS, MODEL } from "../storage/names";
import { settings } from "./settings";

/** The model of meaning that the page has; null for none. */
export const model = signal<Model | null>(null);

/** Where it is: part of the page, kept in the browser, or here for this visit alone, and why. */
export const modelPlace = signal<"inside" | "kept" | "not-kept" | "refused" | "full">("not-kept");

/** The model that counts beside the words; null for none. */
export const witness = computed(() => (settings.value.meaning ? model.value : null));

/** Whether a file is meant to be a model. */
export const isModelFile = ({ name }: File) => /\.meaning$/i.test(name);

/** Takes a model file in place of the one before, and keeps it; or says what is wrong with it. */
export async function takeModel(file: File): Promise<ModelProblem | null> {
  const problem = await open(file);
  if (problem) return problem;
  modelPlace.value = settings.peek().keep && !isReport ? await keep(file) : "not-kept";
  return null;
}

async function open(file: Blob): Promise<ModelProblem | null> {
  const found = await theMeaning().open(file);
  if (typeof found === "string") return found;
  model.value = found;
  return null;
}

async function keep(file: File): Promise<"kept" | "refused" | "full"> {
  try {
    const bytes = await file.arrayBuffer();
    await updateKept(MODEL, () => bytes);
    writeLocal(KEYS.model, "1");
    return "kept";
  } catch (error) {
    return (error as Error | null)?.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/** Brings back the model that the page holds or that was kept. Without one the page is as it is. */
export const restoreModel = () => bringBack().catch(() => {});

async function bringBack(): Promise<void> {
  const inside = await heldModel();
  if (inside) {
    if (!(await open(inside))) modelPlace.value = "inside";
    return;
  }
  if (isReport || readLocal(KEYS.model) === null) return;
  const found = await readKept(MODEL).catch(() => null);
  // Another one that was given meanwhile stays.
  if (!(found instanceof ArrayBuffer) || model.peek()) return;
  if (!(await open(new Blob([found])))) modelPlace.value = "kept";
}

/** Forgets the model, here and in the browser. */
export async function forgetModel(): Promise<void> {
  if (modelPlace.peek() === "inside") return;
  theMeaning().close();
  batch(() => {
    model.value = null;
    modelPlace.value = "not-kept";
  });
  await eraseModel();
}

/** Deletes the model, if one is kept. */
export async function eraseModel(): Promise<void> {
  if (readLocal(KEYS.model) === null) return;
  writeLocal(KEYS.model, null);
  await dropKept(MODEL).catch(() => {});
}

/**
 * Finds out what the sentences of texts mean, as far as there is a model that counts. Rejects with `Superseded` once `goesOn`
 * says no. A model that breaks down is given up, and the page goes on without.
 */
export async function learnMeaning(
  texts: readonly string[],
  onProgress: (done: number) => void,
  goesOn: () => boolean,
): Promise<void> {
  if (!witness.peek()) return;
  try {
    await theMeaning().learn(texts, onProgress, goesOn);
  } catch (error) {
    if (error instanceof Superseded) throw error;
    theMeaning().close();
    model.value = null;
  }
}

/** What the sentences of a text mean, if it is known and counts. */
export const meaningOf = (text: string): ArticleMeaning | null =>
  witness.peek() ? theMeaning().known(text) : null;

/** What the sentences of two texts mean, likewise; without a model what a report says of these two. */
export function meaningOfPair(left: string, right: string): Meaning | null {
  const told = brought.peek();
  if (!witness.peek() && told?.texts[0] === left && told.texts[1] === right) return told.meaning;
  return meaningOfBoth(meaningOf(left), meaningOf(right));
}

/** What a report says that the sentences of its articles mean. */
const brought = signal<{ texts: [string, string]; meaning: Meaning } | null>(null);

/** What 1 is in a byte, as the engine rounds numbers. */
const ONE = 127;

/** Takes over what a report says that the sentences of its articles mean. */
export function bringMeaning(found: CarriedMeaning | null, { left, right }: Record<Side, Article>): void {
  const unpacked = (text: string) =>
    Float32Array.from(atob(text), (char) => ((char.charCodeAt(0) << 24) >> 24) / ONE);
  try {
    brought.value = found && {
      texts: [left.text, right.text],
      meaning: {
        dimensions: found.dimensions,
        left: unpacked(found.left),
        right: unpacked(found.right),
      },
    };
  } catch {
    // It was cut: then words count alone.
  }
}

/** What a report said does not fit its articles. Whether there was such a thing. */
export function dropMeaning(): boolean {
  const was = brought.peek() !== null;
  brought.value = null;
  return was;
}

/** As a report carries it; null where no model counted. */
export function packedMeaning(meaning: Meaning | null): CarriedMeaning | null {
  const packed = (numbers: Float32Array) => {
    let binary = "";
    for (const number of numbers) binary += String.fromCharCode(Math.round(number * ONE) & 255);
    return btoa(binary);
  };
  return (
    meaning && {
      dimensions: meaning.dimensions,
      left: packed(meaning.left),
      right: packed(meaning.right),
    }
  );
}

/** Articles as the engine takes many, with what is known of their meaning. */
export const entriesOf = (articles: readonly Article[]): Entry[] =>
  articles.map(({ id, text, lineOverrides }) => ({ id, text, lineOverrides, meaning: meaningOf(text) }));

/** What the engine was told with another model it is told anew. */
export function watchModel(): void {
  effect(() => {
    void witness.value;
    thePool().end();
  });
}
