import { batch, computed, effect, signal } from "@preact/signals";
import { saveLibrary } from "../export/library";
import { isReport } from "../export/report";
import { type Dropped, isWhole } from "../schema/dropped";
import { withLastChanges } from "../schema/lastChanges";
import { type KeptRecord, type RecordReading, readRecord, VERSION } from "../schema/record";
import { dropKept, readKept, updateKept } from "../storage/database";
import { readLocal, remembersLocal, writeLocal } from "../storage/local";
import { DATABASE, FORMER, KEYS } from "../storage/names";
import { forgetNotes, noteGone, noteLate, notes, settle } from "./lastChanges";
import { articles, chosen, guests, removeAll } from "./library";
import { eraseModel, forgetModel } from "./meaning";
import { mergeRecords } from "./mergeRecords";
import { begin, fail, isUnfinished } from "./restoring";
import { options, ownOptions, set, settings } from "./settings";
import { offerUndo } from "./undo";
import { forgetVerdicts, kept } from "./verdicts";

/** Whether what is on the page is kept in the browser: not yet, it is, the browser refuses, or has no room. */
export const keeping = signal<"not-yet" | "kept" | "refused" | "full">("not-yet");

/**
 * Why what is kept is not on the page; null when it is, or nothing is kept. It was not brought back because that
 * broke off last time (`stopped`), a newer edition wrote it (`newer`) or none (`unknown`), or the browser does not give
 * it out (`unread`). Until the reader decides, nothing is kept and nothing is written over it.
 */
export const held = signal<"stopped" | "newer" | "unknown" | "unread" | null>(null);

/** What was left out of what was kept, and the record as it had been. */
export const leftOut = signal<{ dropped: Dropped; record: unknown } | null>(null);

const count = signal(0);
/** How many articles are kept for the next visit, by this page and others. */
export const keptCount = computed(() => (keeping.value === "kept" ? count.value : 0));

/** How long the page waits for more changes before it writes, in milliseconds: soon, and not too often. */
const SOON = 30;
const PAUSE = 300;
/** How long the page waits for the record, in milliseconds: before it is drawn, what comes later comes in then. */
const PATIENCE = 1500;

/** Settled when what was kept is on the page; until then nothing is written over it. */
let restored: Promise<void> = Promise.resolve();
/** What this page last read or wrote of what is kept. */
let before: KeptRecord | null = null;

/**
 * Brings back what was kept, if anything was; with `without` it only offers to. The page is usable whatever comes of
 * it.
 */
export async function restore(without: boolean): Promise<void> {
  if (isReport) return;
  await inTime(finishForgetting());
  if (isForgetting() || !settings.peek().keep) return;
  await inTime(takeOver());
  if (marked() === false) {
    writeLocal(KEYS.restoring, null);
    return;
  }
  if (without || (await isUnfinished())) held.value = "stopped";
  else await inTime(bringBack());
}

const inTime = (job: Promise<void>) => Promise.race([job, new Promise((done) => setTimeout(done, PATIENCE))]);

/** Brings back what is kept. */
export function bringBack(): Promise<void> {
  held.value = null;
  begin();
  restored = read().catch(() => {
    // Where the browser refuses all stores, nothing is kept that could be lost.
    if (marked() === true) held.value = "unread";
  });
  return restored;
}

async function read(): Promise<void> {
  const found = withLastChanges(await readKept(DATABASE), notes());
  const reading = readRecord(found);
  if (reading.is === "newer" || reading.is === "unknown") held.value = reading.is;
  if (reading.is !== "record") return;
  const { record } = reading;
  before = record;
  batch(() => {
    note(reading, found);
    if (articles.peek().length === 0) place(record);
    else placeBeside(record);
    count.value = record.articles.length;
    keeping.value = record.articles.length > 0 ? "kept" : "not-yet";
  });
}

/** Says what of a record is left out; the record as it was can still be saved. */
function note(reading: RecordReading, record: unknown): void {
  if (reading.is === "record" && !isWhole(reading.dropped)) {
    leftOut.value = { dropped: reading.dropped, record };
  }
}

function place(record: KeptRecord): void {
  articles.value = record.articles;
  chosen.value = record.chosen;
  kept.value = record.verdicts;
  options.value = record.options;
}

/** Adds what was kept to what the reader opened meanwhile, which stays in view. */
function placeBeside(record: KeptRecord): void {
  const here = new Set(articles.peek().map(({ id }) => id));
  articles.value = [...articles.peek(), ...record.articles.filter(({ id }) => !here.has(id))];
  kept.value = [...record.verdicts, ...kept.peek()];
}

/** Takes over, once, the record of the first edition, whose name was the same for every page of a host. */
async function takeOver(): Promise<void> {
  if (marked() !== false || typeof readLocal(FORMER.kept) !== "string") return;
  try {
    const found = await readKept(FORMER.database);
    if (found !== undefined) await updateKept(DATABASE, (own) => (own === undefined ? found : undefined));
    if (found !== undefined) mark(true);
    await dropKept(FORMER.database);
    writeLocal(FORMER.kept, null);
  } catch {
    // It stays where it is, and the next visit tries again.
  }
}

/** Take over what was typed last, of fields that wait for a pause. */
export const waitingFields = new Set<() => void>();

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
    // A decision that was open stands in the way no more.
    held.value;
    noteGone(before, articles.peek());
    clearTimeout(timer);
    waiting = () => void inTurn(keep);
    timer = setTimeout(now, performance.now() - last > PAUSE ? SOON : PAUSE);
  });
  // The last change before the page goes is kept too.
  addEventListener("pagehide", () => {
    for (const take of waitingFields) take();
    now();
    if (settings.peek().keep && held.peek() === null && noteLate(before, onThePage())) mark(true);
  });
  document.addEventListener("visibilitychange", now);
  // Another page forgot everything.
  addEventListener("storage", ({ key, newValue }) => {
    if (key === KEYS.kept && newValue === null && keeping.peek() === "kept") keeping.value = "not-yet";
  });
}

/** Settled when nothing is being written or erased: one after the other, in the order asked for. */
let busy = Promise.resolve();
function inTurn(job: () => Promise<void>): Promise<void> {
  busy = busy.then(() => restored).then(job);
  return busy;
}

/** What is on the page and is to be kept: not what a link brought, until the reader says so. */
export function onThePage(): KeptRecord {
  const own = articles.value.filter(({ id }) => !guests.value.has(id));
  const ids = new Set(own.map(({ id }) => id));
  return {
    version: VERSION,
    articles: own,
    chosen: chosen.value,
    verdicts: kept.value.filter((one) => ids.has(one.ids.left) && ids.has(one.ids.right)),
    options: ownOptions.value,
  };
}

async function write(record: KeptRecord): Promise<void> {
  if (held.peek() !== null) return;
  // Without articles nothing is to be kept, and nothing is to be taken away that this page did not keep.
  if (record.articles.length === 0 && before === null && marked() !== true) return;
  try {
    const [known, isForgotten] = [notes(), isForgetting()];
    let foreign: "newer" | "unknown" = "unknown";
    const join = (kept: unknown) => {
      const found = isForgotten ? undefined : withLastChanges(kept, known);
      const theirs = readRecord(found);
      if (theirs.is === "newer" || theirs.is === "unknown") {
        foreign = theirs.is;
        return undefined;
      }
      note(theirs, found);
      return mergeRecords(before, record, theirs.is === "record" ? theirs.record : null);
    };
    const all = await updateKept(DATABASE, join);
    if (!all) {
      held.value = foreign;
      return;
    }
    before = record;
    mark(all.articles.length > 0);
    if (isForgotten) writeLocal(KEYS.forgotten, null);
    settle(known);
    noteGone(before, articles.peek());
    batch(() => {
      count.value = all.articles.length;
      keeping.value = all.articles.length > 0 ? "kept" : "not-yet";
    });
  } catch (error) {
    keeping.value = (error as Error | null)?.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/** Deletes the record, if there may be one. What waits for the reader's decision stays. */
async function erase(): Promise<void> {
  if (held.peek() === null && marked() !== false) await eraseAll();
}

/** Deletes the record, also where no mark tells of one. */
async function eraseAll(): Promise<void> {
  before = null;
  mark(false);
  writeLocal(KEYS.restoring, null);
  forgetNotes();
  // Where the browser refuses its store there is nothing to delete.
  await dropKept(DATABASE).catch(() => {});
  batch(() => {
    count.value = 0;
    keeping.value = "not-yet";
  });
}

/** Deletes what the first edition wrote, under names that were the same for every page of a host. */
async function eraseFormer(): Promise<void> {
  for (const key of [FORMER.kept, FORMER.settings]) writeLocal(key, null);
  await dropKept(FORMER.database).catch(() => {});
}

/** Whether everything was to be forgotten, and is not yet. */
const isForgetting = () => typeof readLocal(KEYS.forgotten) === "string";

/** Forgets what was to be forgotten when the page was left. */
async function finishForgetting(): Promise<void> {
  if (!isForgetting()) return;
  await eraseAll().then(eraseFormer);
  await eraseModel();
  writeLocal(KEYS.forgotten, null);
}

function clearPage(): void {
  removeAll();
  forgetVerdicts();
  options.value = {};
  leftOut.value = null;
  held.value = null;
  set(null);
}

/** Forgets everything, here and in the browser: articles, what was said of passages, options and settings. */
export async function forgetEverything(): Promise<void> {
  // It takes a moment, and the page may be left meanwhile.
  writeLocal(KEYS.forgotten, "1");
  writeLocal(KEYS.settings, null);
  const [found, page] = [await readKept(DATABASE).catch(() => undefined), onThePage()];
  const [all, liked, brought] = [articles.peek(), settings.peek(), guests.peek()];
  // First the record: once the page is empty, it may be closed. No write comes between.
  await inTurn(async () => {
    await inTime(eraseAll().then(eraseFormer));
    await inTime(forgetModel());
    writeLocal(KEYS.forgotten, null);
    batch(clearPage);
  });
  if (all.length === 0 && found === undefined) return;
  offerUndo({ is: "forgotten", count: all.length }, () => {
    // First the record: what other pages kept, and what could not be read, is in it alone.
    if (found !== undefined) void inTurn(() => putBack(found));
    batch(() => {
      set(liked);
      articles.value = [...all, ...articles.peek()];
      guests.value = brought;
      chosen.value = page.chosen;
      kept.value = [...page.verdicts, ...kept.peek()];
      options.value = page.options;
    });
  });
}

/** Puts a record back, beside what other pages have kept since. */
async function putBack(found: unknown): Promise<void> {
  try {
    await updateKept(DATABASE, (now) => {
      const [theirs, mine] = [readRecord(found), readRecord(now)];
      if (theirs.is !== "record" || mine.is !== "record") return now === undefined ? found : undefined;
      return mergeRecords(null, mine.record, theirs.record);
    });
    mark(true);
  } catch {
    keeping.value = "refused";
  }
}

/** Forgets what is kept and could not be brought back; from now on the page keeps what is on it. */
export async function forgetKept(): Promise<void> {
  await inTurn(eraseAll);
  held.value = null;
}

/** Saves what is kept as a file, as it is, whoever wrote it; the file's name, or null. */
export async function saveKept(): Promise<string | null> {
  const found = await readKept(DATABASE).catch(() => undefined);
  return found === undefined ? null : saveLibrary(found);
}

/**
 * Saves the library as a file: what is on the page, kept or not, with what other pages keep; the file's name, or null.
 */
export async function savePage(): Promise<string | null> {
  const found = held.peek() === null ? await readKept(DATABASE).catch(() => undefined) : undefined;
  const theirs = readRecord(found);
  const other = theirs.is === "record" ? theirs.record : before;
  return saveLibrary(mergeRecords(before, onThePage(), other));
}

/** Saves a record from which something was left out, as it had been; the file's name, or null. */
export const saveLeftOut = () => saveLibrary(leftOut.peek()?.record);

/** The page cannot be drawn: what is kept stays as it is, and is not brought back unasked. */
export function stopKeeping(): void {
  held.value = "stopped";
  fail();
}

/** Whether there is a record; undefined where the browser does not say. */
function marked(): boolean | undefined {
  if (typeof readLocal(KEYS.kept) === "string") return true;
  remembers ??= remembersLocal(KEYS.probe);
  return remembers ? false : undefined;
}

/** Whether the browser keeps marks; null before it was asked. */
let remembers: boolean | null = null;

/** Where the browser keeps no mark, every visit asks the database. */
const mark = (is: boolean) => writeLocal(KEYS.kept, is ? "1" : null);
