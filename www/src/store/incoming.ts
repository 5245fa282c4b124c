import { batch, signal } from "@preact/signals";
import { t } from "../i18n";
import { type Article, type Problem, tidy } from "../model/article";
import { isBlankText } from "../model/lines";
import type { Gathered } from "../readers/folder";
import { fromClipboard, fromText, readFiles } from "../readers/read";
import { samples } from "../readers/samples";
import { carriedBy, letGoOfLibrary, openLink, readPage, sentIn } from "./deepLinks";
import {
  add,
  articles,
  choose,
  chosen,
  dateSamples,
  hasPair,
  problems as problemsOfFiles,
  reading,
} from "./library";
import { addLibrary } from "./libraryFile";
import { isModelFile, takeModel } from "./meaning";
import { askTabs } from "./tabSync";
import { titleOf } from "./titles";
import { tell } from "./told";

/** Ends the reading under way; what was read comes in. */
let ended = new AbortController();
/** Files that come while others are read wait for them, so that all stay in order. */
let queue: Promise<void> = Promise.resolve();

/** Reads files into the library. What can be read comes in, the rest is said in one line each. */
export function addFiles(gathered: Promise<Gathered> | Iterable<File>): Promise<void> {
  queue = queue.then(async () => {
    const given = Symbol.iterator in gathered ? { files: [...gathered], problems: [] } : await gathered;
    const problems = [...given.problems, ...(await takeModels(given.files.filter(isModelFile)))];
    const files = given.files.filter((file) => !isModelFile(file));
    if (files.length + given.problems.length === 0) {
      if (given.files.length > 0) problemsOfFiles.value = problems;
      return;
    }
    ended = new AbortController();
    const onFile = (done: number, all: number) => {
      reading.value = { done, all };
    };
    const read = await readFiles(files, { onFile, signal: ended.signal });
    reading.value = null;
    addRead(read.articles, [...problems, ...read.problems]);
    for (const library of read.libraries) addLibrary(library);
  });
  return queue;
}

/** Takes model files, of which the last counts; what cannot be used is said. */
async function takeModels(files: readonly File[]): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const [done, file] of files.entries()) {
    reading.value = { done, all: files.length };
    const problem = await takeModel(file).catch(() => "damaged" as const);
    if (problem) found.push({ name: tidy(file.name) ?? "", error: `${problem}-model` });
    else tell(t.meaning.opened);
  }
  reading.value = null;
  return found;
}

/** Ends the reading of files. */
export function endReading(): void {
  ended.abort();
}

/** Takes in a web page that the bookmarklet sent, once the reader has asked for it. */
export function addSent(packed: string): Promise<void> {
  queue = queue.then(async () => {
    const sent = await sentIn(packed);
    if (!sent) return;
    const { articles: added, problems } = await readPage(sent);
    const here = articles.peek().find(({ text }) => text === added[0]?.text);
    addRead(here ? [] : added, problems);
    if (here && !Object.values(chosen.peek()).includes(here.id)) choose("right", here.id);
    askTabs();
  });
  return queue;
}

/** Takes a pasted text into the library, or what a pasted link carries; nothing when there is nothing in it. */
export function addText(text: string, title: string): void {
  const link = carriedBy(text);
  if (link) {
    void (link.is === "pair" ? openLink(link.packed, true) : addSent(link.packed));
    return;
  }
  if (isBlankText(text)) return;
  queue = queue.then(async () => {
    const name = t.pastedName(articles.value.length + 1);
    const article = await fromText(text, name);
    const given = tidy(title);
    if ("error" in article) addRead([], [{ name, ...article }]);
    else addRead([given ? { ...article, title: given, titleGuessed: false } : article], []);
  });
}

/** Takes what was pasted or dropped as text: with its headings and lists where it has some, else as it is. */
export async function addRich(html: string, text: string): Promise<void> {
  const article = html ? await fromClipboard(html, t.pastedName(articles.value.length + 1)) : null;
  if (article) addRead([article], []);
  else addText(text, "");
}

/** Takes the sample articles into the library. */
export function addSamples(): void {
  addRead(samples(), []);
  void dateSamples();
}

/** What came to a comparison that was there already, and was said last. */
export const arrived = signal<{ titles: string[]; undo(): void } | null>(null);

function addRead(added: readonly Article[], found: readonly Problem[]): void {
  // Only samples can be there already: all others get an id of their own.
  const fresh = added.filter(({ id }) => !articles.value.some((article) => article.id === id));
  batch(() => {
    problemsOfFiles.value = found;
    letGoOfLibrary();
    const before = chosen.value;
    const compared = hasPair();
    add(fresh);
    // One article added to a comparison comes onto the right, so that the reader sees where it went.
    const [article, second] = fresh;
    if (compared && article && !second) chosen.value = { ...chosen.value, right: article.id };
    if (compared && article) tellArrival(fresh, before);
  });
}

/** Says what came to a comparison; it goes again on demand. */
function tellArrival(fresh: readonly Article[], before: typeof chosen.value): void {
  const ids = new Set(fresh.map(({ id }) => id));
  arrived.value = {
    titles: fresh.map(titleOf),
    undo: () => {
      batch(() => {
        arrived.value = null;
        const { left, right } = chosen.value;
        // A pair that was chosen since and has none of them stays.
        if ((left && ids.has(left)) || (right && ids.has(right))) chosen.value = before;
        articles.value = articles.value.filter(({ id }) => !ids.has(id));
      });
    },
  };
}
