import { batch, computed, effect, signal } from "@preact/signals";
import { createStore, del, get, set as put, type UseStore, update } from "idb-keyval";
import { isReport } from "../export/report";
import { articles, chosen, removeAll } from "./library";
import { type KeptRecord, mergeRecords, withCurrentNames } from "./mergeRecords";
import { options, set, settings } from "./settings";
import { forgetVerdicts, kept } from "./verdicts";

/** Whether what is on the page is kept in the browser: not yet, it is, the browser refuses, or has no room. */
export const keeping = signal<"not-yet" | "kept" | "refused" | "full">("not-yet");

const count = signal(0);
/** How many articles are kept for the next visit, by this page and others. */
export const keptCount = computed(() => (keeping.value === "kept" ? count.value : 0));

const KEY = "library";
/** Says that there is a record, so that a page without one need not wait for the answer. */
const MARK = "twicetold.kept";
/** How long the page waits for more changes before it writes, in milliseconds: soon, and not too often. */
const SOON = 30;
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
/** What this page last read or wrote of what is kept. */
let before: KeptRecord | null = null;
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
  const found = await get<KeptRecord>(KEY, theStore());
  // What the reader opened meanwhile goes before what was kept.
  if (found?.version !== 1 || articles.peek().length > 0) return;
  const record = withCurrentNames(found);
  before = record;
  batch(() => {
    count.value = record.articles.length;
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
  let last = 0;
  const now = () => {
    clearTimeout(timer);
    last = performance.now();
    waiting?.();
    waiting = null;
  };
  const keep = () => (settings.peek().keep ? write(onThePage()) : erase());
  effect(() => {
    onThePage();
    settings.value.keep;
    clearTimeout(timer);
    waiting = () => void inTurn(keep);
    timer = setTimeout(now, performance.now() - last > PAUSE ? SOON : PAUSE);
  });
  // The last change before the page goes is kept too.
  addEventListener("pagehide", now);
  document.addEventListener("visibilitychange", now);
}

/** Settled when nothing is being written or erased: one after the other, in the order asked for. */
let busy = Promise.resolve();
function inTurn(job: () => Promise<void>): Promise<void> {
  busy = busy.then(() => restored).then(job);
  return busy;
}

const onThePage = (): KeptRecord => ({
  version: 1,
  articles: articles.value,
  chosen: chosen.value,
  verdicts: kept.value,
  options: options.value,
});

async function write(record: KeptRecord): Promise<void> {
  // Without articles nothing is to be kept, and nothing is to be taken away that this page did not keep.
  if (record.articles.length === 0 && (unread || !marked())) return;
  try {
    let all = record;
    const join = (theirs?: KeptRecord) => {
      all = mergeRecords(before, record, theirs);
      return all;
    };
    // In one transaction. What could not be read cannot be joined.
    await (unread ? put(KEY, record, theStore()) : update(KEY, join, theStore()));
    before = record;
    unread = false;
    mark(all.articles.length > 0);
    batch(() => {
      count.value = all.articles.length;
      keeping.value = all.articles.length > 0 ? "kept" : "not-yet";
    });
  } catch (error) {
    // A store that failed to open is asked for anew: the reader may have allowed it meanwhile.
    store = null;
    keeping.value = (error as Error | null)?.name === "QuotaExceededError" ? "full" : "refused";
  }
}

async function erase(): Promise<void> {
  if (!marked()) return;
  try {
    await del(KEY, theStore());
    before = null;
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
  await inTurn(erase);
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
