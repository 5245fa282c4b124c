import { computed, signal } from "@preact/signals";
import type { Article, Problem } from "../model/article";
import type { Side } from "../model/side";
import { datedSamples, sampleIds } from "../readers/samples";

/** All articles that are loaded, in the order in which they came. */
export const articles = signal<readonly Article[]>([]);

/** The ids of the two that are looked at. */
export const chosen = signal<Readonly<Record<Side, string | null>>>({ left: null, right: null });

/** Articles that a link brought, by id. They are not kept for the next visit until the reader says so. */
export const guests = signal<ReadonlySet<string>>(new Set());

/** Makes articles that a link brought the reader's own: all of them, or one. */
export function welcome(id?: string): void {
  if (guests.peek().size > 0) guests.value = new Set([...guests.peek()].filter((one) => id && one !== id));
}

/** What could not be read, last time something was added. */
export const problems = signal<readonly Problem[]>([]);

/** How far the reading of files has come; null when none are being read. */
export const reading = signal<{ done: number; all: number } | null>(null);

/** What the engine found out about an article by itself. */
export interface Known {
  words: number;
  title: string | null;
}

/** What is known of the articles that have been compared, by id. */
export const known = signal<ReadonlyMap<string, Known>>(new Map());

const find = (id: string | null) => articles.value.find((article) => article.id === id) ?? null;

const leftArticle = computed(() => find(chosen.value.left));
const rightArticle = computed(() => find(chosen.value.right));

/** The two articles that are looked at. Stays the same while other articles come and go. */
export const pair = computed(() => ({ left: leftArticle.value, right: rightArticle.value }));

/** Whether two articles are looked at. */
export const hasPair = () => Boolean(pair.value.left && pair.value.right);

/** Exchanges left and right. */
export function swap(): void {
  const { left, right } = chosen.value;
  if (left && right) chosen.value = { left: right, right: left };
}

/** Puts new articles into the library; where a side is free they take it, left first. */
export function add(added: readonly Article[]): void {
  articles.value = [...articles.value, ...added];
  const queue = [...added];
  const { left, right } = chosen.value;
  const next = () => queue.shift()?.id ?? null;
  if (!left || !right) chosen.value = { left: left ?? next(), right: right ?? next() };
}

/** Puts an article on a side. The article of the other side swaps the two. */
export function choose(side: Side, id: string): void {
  const { left, right } = chosen.value;
  if ((side === "left" ? right : left) === id) chosen.value = { left: right, right: left };
  else chosen.value = { ...chosen.value, [side]: id };
}

/** Changes what is known of an article, or its text. What the reader works on is kept. */
export function change(id: string, part: Partial<Omit<Article, "id">>): void {
  welcome(id);
  articles.value = articles.value.map((article) => (article.id === id ? { ...article, ...part } : article));
}

/** Adds the days that articles of the page name in their first lines, where nothing was said of them. */
export async function dateSamples(): Promise<void> {
  if (articles.value.every(({ id, date }) => date !== null || !sampleIds.includes(id))) return;
  for (const { id, title, titleGuessed, date } of await datedSamples()) {
    const here = articles.value.find((article) => article.id === id);
    if (here && here.date === null && date) change(id, titleGuessed ? { date, title } : { date });
  }
}

/**
 * Says that a line is no boilerplate after all, or is; said of the same line again, it is taken back. All
 * lines of an article with these words are meant.
 */
export function decide(id: string, line: string, boilerplate: boolean): void {
  const article = articles.value.find((one) => one.id === id);
  if (!article) return;
  const others = article.lineOverrides.filter((lineOverride) => lineOverride.line !== line);
  const said = others.length < article.lineOverrides.length;
  change(id, { lineOverrides: said ? others : [...others, { line, boilerplate }] });
}

/** Puts the other text of a web page in place: the article alone, or the whole page. */
export function switchAlternative(id: string): void {
  const article = articles.value.find((one) => one.id === id);
  if (!article?.alternative) return;
  const { text, alternative } = article;
  const is = alternative.is === "page" ? "article" : "page";
  change(id, { text: alternative.text, alternative: { is, text } });
}

/** Takes an article out of the library; what puts it back, as long as that is wanted. */
export function remove(id: string): () => void {
  const [before, pairBefore, all] = [articles.peek(), chosen.peek(), guests.peek()];
  const at = before.findIndex((article) => article.id === id);
  articles.value = before.filter((article) => article.id !== id);
  const { left, right } = pairBefore;
  const spare = articles.value.find((article) => article.id !== left && article.id !== right)?.id ?? null;
  if (left === id) chosen.value = { left: right ? right : spare, right: right ? spare : null };
  else if (right === id) chosen.value = { left, right: spare };
  const pairAfter = chosen.peek();
  return () => {
    const gone = before[at];
    if (!gone || articles.peek().some((article) => article.id === id)) return;
    articles.value = [...articles.peek().slice(0, at), gone, ...articles.peek().slice(at)];
    if (all.has(id)) guests.value = new Set([...guests.peek(), id]);
    // Another pair that the reader chose meanwhile stays.
    const { left, right } = chosen.peek();
    if (left === pairAfter.left && right === pairAfter.right) chosen.value = pairBefore;
    else if (!left || !right) chosen.value = { left: left ?? id, right: left && !right ? id : right };
  };
}

/** Takes everything out. */
export function removeAll(): void {
  articles.value = [];
  chosen.value = { left: null, right: null };
  guests.value = new Set();
  problems.value = [];
}
