import { batch } from "@preact/signals";
import type { Article, Problem } from "../articles/article";
import type { Gathered } from "../articles/folder";
import { fromClipboard, fromText, readFiles } from "../articles/read";
import { samples } from "../articles/samples";
import type { Side } from "../reading/words";
import { t } from "../text";
import { carriedBy, openLink, readPage } from "./arrivals";
import { select } from "./choose";
import { cancel, current, progress } from "./comparison";
import { closeFind, query } from "./find";
import { articles, chosen, dateSamples, decide, pair, problems, reading, removeAll, take } from "./library";
import { allPairs } from "./pairs";
import { forgetVerdicts, lastVerdict, toggleVerdict, undoVerdict, type Verdict } from "./verdicts";
import {
  editing,
  type Filter,
  filter,
  filterOpen,
  lens,
  NO_FILTER,
  passageOf,
  selected,
  selectedFact,
  selectedRow,
  selectedStretch,
  sheet,
  shown,
  shownSide,
  spoken,
} from "./view";

/** Ends the reading under way; what was read comes in. */
let ended = new AbortController();
/** Files that come while others are read wait for them, so that all stay in order. */
let queue: Promise<void> = Promise.resolve();

/** Reads files into the library. What can be read comes in, the rest is said in one line each. */
export function addFiles(gathered: Promise<Gathered> | Iterable<File>): Promise<void> {
  queue = queue.then(async () => {
    const { files, problems } =
      Symbol.iterator in gathered ? { files: [...gathered], problems: [] } : await gathered;
    if (files.length + problems.length === 0) return;
    ended = new AbortController();
    const onFile = (done: number, all: number) => {
      reading.value = { done, all };
    };
    const read = await readFiles(files, { onFile, signal: ended.signal });
    reading.value = null;
    add(read.articles, [...problems, ...read.problems]);
  });
  return queue;
}

/** Ends the reading of files. */
export function endReading(): void {
  ended.abort();
}

/** Takes in a web page that the bookmarklet sent. */
export function addPage(packed: string): Promise<void> {
  queue = queue.then(async () => {
    const read = await readPage(packed);
    if (read) add(read.articles, read.problems);
  });
  return queue;
}

/** Takes a pasted text into the library, or what a pasted link carries; false when there is nothing in it. */
export function addText(text: string, title: string): boolean {
  const link = carriedBy(text);
  if (link) {
    void (link.is === "pair" ? openLink(link.packed) : addPage(link.packed));
    return true;
  }
  if (text.trim() === "") return false;
  queue = queue.then(async () => {
    const article = await fromText(text, t.pastedName(articles.value.length + 1));
    if (article) add([title.trim() ? { ...article, title: title.trim(), titleGuessed: false } : article], []);
  });
  return true;
}

/** Takes what was pasted or dropped as text: with its headings and lists where it has some, else as it is. */
export async function addRich(html: string, text: string): Promise<void> {
  const article = html ? await fromClipboard(html, t.pastedName(articles.value.length + 1)) : null;
  if (article) add([article], []);
  else addText(text, "");
}

/** Takes the sample articles into the library. */
export function addSamples(): void {
  add(samples(), []);
  void dateSamples();
}

function add(added: readonly Article[], troubles: readonly Problem[]): void {
  // Only samples can be there already: all others get an id of their own.
  const fresh = added.filter(({ id }) => !articles.value.some((article) => article.id === id));
  batch(() => {
    problems.value = troubles;
    const compared = hasPair();
    take(fresh);
    // One article added to a comparison comes onto the right, so that the reader sees where it went.
    const [article, second] = fresh;
    if (compared && article && !second) chosen.value = { ...chosen.value, right: article.id };
  });
}

/** Exchanges left and right. */
export function swap(): void {
  const { left, right } = chosen.value;
  if (left && right) chosen.value = { left: right, right: left };
}

/** Opens the article of a side for editing, in the lens where articles stand as they are. */
export function edit(side: Side): void {
  batch(() => {
    sheet.value = null;
    selected.value = null;
    shownSide.value = side;
    if (lens.value === "changes") lens.value = "shared";
    editing.value = side;
  });
}

/** Puts the paragraph that a place lies in back into the comparison, or takes it out of it. */
export function decideAt(side: Side, place: number): void {
  const found = current.value;
  const paragraph = found?.comparison.paragraphs[side].find(
    ({ start, end }) => start <= place && place < end,
  );
  if (!found || !paragraph) return;
  const line = found[side].text.slice(paragraph.start, paragraph.end);
  batch(() => {
    decide(found[side].id, line, !paragraph.boilerplate);
    spoken.value = paragraph.boilerplate ? t.lines.isBack : t.lines.isOut;
  });
}

/** Takes all articles out. */
export function clear(): void {
  batch(() => {
    forgetVerdicts();
    closeFind();
    if (progress.peek()) cancel();
    removeAll();
    sheet.value = null;
  });
}

/** Takes a passage out of what is shown, or brings it back. */
export function toggleAside(number: number): void {
  judge(number, "aside");
}

/** Keeps a passage at the top of the list, or no longer. */
export function togglePin(number: number): void {
  judge(number, "pinned");
}

function judge(number: number, verdict: Verdict): void {
  const passage = passageOf(number);
  if (!passage) return;
  batch(() => {
    toggleVerdict(passage, verdict);
    const isSaid = lastVerdict.value !== null;
    if (verdict === "aside" && selected.value === number) selected.value = null;
    spoken.value = isSaid ? t.verdicts[verdict](number) : t.verdicts.takenBack(number);
  });
}

/** Takes back what the reader last said of a passage, and chooses it again. */
export function undo(): void {
  const last = lastVerdict.value;
  if (!last) return;
  batch(() => {
    undoVerdict();
    select(last.number);
  });
}

/** Changes the filter, and says how many passages pass it. */
export function setFilter(part: Partial<Filter>): void {
  batch(() => {
    filter.value = { ...filter.value, ...part };
    spoken.value = t.list.pass(shown.value.size);
  });
}

/** Shows every passage, names and stock phrases too. */
export function showAll(): void {
  filter.value = { ...NO_FILTER, statementsOnly: false };
}

/** One step back out of what is open. */
export function stepBack(): boolean {
  if (sheet.value) sheet.value = null;
  else if (allPairs.value) allPairs.value = false;
  else if (query.value !== null) closeFind();
  else if (editing.value) editing.value = null;
  else if (selected.value !== null) selected.value = null;
  else if (selectedRow.value !== null) selectedRow.value = null;
  else if (selectedStretch.value !== null) selectedStretch.value = null;
  else if (selectedFact.value !== null) selectedFact.value = null;
  else if (filterOpen.value) filterOpen.value = false;
  else return false;
  return true;
}

/** Whether two articles are looked at. */
export const hasPair = () => Boolean(pair.value.left && pair.value.right);
