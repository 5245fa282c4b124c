import { batch, computed, effect, signal } from "@preact/signals";
import { theMeaning, thePool } from "../engine";
import type { Model, ModelProblem } from "../engine/meaning";
import { meaningOfBoth } from "../engine/pool";
import { type Entry, Superseded } from "../engine/protocol";
import { isReport } from "../export/report";
import type { Article } from "../model/article";
import type { ArticleMeaning, Meaning } from "../model/comparison";
import { heldModel } from "../parts/model";
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
export async function restoreModel(): Promise<void> {
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

/** What the sentences of two texts mean, likewise. */
export const meaningOfPair = (left: string, right: string): Meaning | null =>
  meaningOfBoth(meaningOf(left), meaningOf(right));

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
