import { batch, computed, effect, signal } from "@preact/signals";
import { createStore, del, get, set as put, type UseStore } from "idb-keyval";
import { type Article, claimIds } from "../articles/article";
import type { Options } from "../engine/engine";
import { isReport } from "../out/report";
import type { Side } from "../reading/words";
import { articles, chosen, removeAll } from "./library";
import { options, set, settings } from "./settings";
import { forgetVerdicts, type Kept, kept } from "./verdicts";

/** What survives a visit. One record, written whole: two pages at once may lose a change, but never mix. */
interface Record1 {
  version: 1;
  articles: readonly Article[];
  chosen: Readonly<Record<Side, string | null>>;
  verdicts: readonly Kept[];
  options: Options;
}

/** Whether what is on the page is kept in the browser: not yet, it is, the browser refuses, or has no room. */
export const keeping = signal<"not-yet" | "kept" | "refused" | "full">("not-yet");

/** How many articles are kept for the next visit. */
export const keptCount = computed(() => (keeping.value === "kept" ? articles.value.length : 0));

const KEY = "library";
/** Says that there is a record, so that a page without one need not wait for the answer. */
const MARK = "twicetold.kept";
/** How long the page waits for more changes before it writes, in milliseconds. */
const PAUSE = 300;
/** How long the first screen waits for the record, in milliseconds. What comes later comes in then. */
const PATIENCE = 1500;

let store: UseStore | null = null;
const theStore = () => {
  store ??= createStore("twicetold", "kept");
  return store;
};

/** Settled when what was kept is on the page; until then nothing is written over it. */
let restored: Promise<void> = Promise.resolve();
/** Whether what was kept could not be read. Then only the reader's own wish takes it away. */
let unread = false;

/** Brings back what was kept, if anything was. The page is usable whatever comes of it. */
export async function restore(): Promise<void> {
  if (isReport || !settings.peek().keep || !marked()) return;
  restored = read().catch(() => {
    unread = true;
  });
  await Promise.race([restored, new Promise((done) => setTimeout(done, PATIENCE))]);
}

async function read(): Promise<void> {
  const record = await get<Record1>(KEY, theStore());
  // What the reader opened meanwhile goes before what was kept.
  if (record?.version !== 1 || articles.peek().length > 0) return;
  claimIds(record.articles);
  batch(() => {
    articles.value = record.articles;
    chosen.value = record.chosen;
    kept.value = record.verdicts;
    options.value = record.options;
    keeping.value = "kept";
  });
}

/** Keeps what is on the page from now on, as long as the reader wants that. */
export function startKeeping(): void {
  // A report holds its own articles. From disk it would share what the page keeps.
  if (isReport) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | null = null;
  const now = () => {
    clearTimeout(timer);
    waiting?.();
    waiting = null;
  };
  effect(() => {
    const record: Record1 = {
      version: 1,
      articles: articles.value,
      chosen: chosen.value,
      verdicts: kept.value,
      options: options.value,
    };
    const wanted = settings.value.keep && record.articles.length > 0;
    clearTimeout(timer);
    waiting = () => void restored.then(() => (wanted ? write(record) : erase(unread)));
    timer = setTimeout(now, PAUSE);
  });
  // The last change before the page goes is kept too.
  addEventListener("pagehide", now);
  document.addEventListener("visibilitychange", now);
}

async function write(record: Record1): Promise<void> {
  try {
    await put(KEY, record, theStore());
    mark(true);
    keeping.value = "kept";
  } catch (error) {
    // A store that failed to open is asked for anew: the reader may have allowed it meanwhile.
    store = null;
    keeping.value = (error as Error | null)?.name === "QuotaExceededError" ? "full" : "refused";
  }
}

async function erase(spared = false): Promise<void> {
  if (spared || !marked()) return;
  try {
    await del(KEY, theStore());
    mark(false);
    keeping.value = "not-yet";
  } catch {
    store = null;
  }
}

/** Forgets everything, here and in the browser: articles, what was said of passages, options and settings. */
export async function forgetEverything(): Promise<void> {
  batch(() => {
    removeAll();
    forgetVerdicts();
    options.value = {};
    set(null);
  });
  await erase();
}

function marked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

function mark(is: boolean): void {
  try {
    if (is) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // Then the next visit starts empty.
  }
}
