import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { thePool } from "../engine";
import type { Pair } from "../engine/protocol";
import type { StatementFilter } from "../i18n/story.en";
import type { Article } from "../model/article";
import type {
  QuotationRow,
  SentenceFact,
  Span,
  Statement,
  StatementCell,
  Statements,
} from "../model/comparison";
import { EVERY_PAIR } from "./candidates";
import { current, type Failure, failureOf } from "./comparison";
import { chosen } from "./library";
import { entriesOf, witness } from "./meaning";
import { matched } from "./otherArticles";
import { allPairs, arrangement, linksOf, openPair, pairsProgress } from "./pairs";
import { showLater, showPlace } from "./place";
import { options } from "./settings";
import { verdictOptions } from "./verdicts";

/** What is shown of all articles. */
export type View = "shares" | "short" | "statements" | "quotations";
export const view = signal<View>("shares");

/** Which statements are shown, and whose where only one article has them; null for anyone's. */
export const filter = signal<StatementFilter>("several");
export const whose = signal<string | null>(null);

/** The article whose reading order the rows have, by its id; null for the order of all. */
export const base = signal<string | null>(null);

/** Whether the base is read as a text, with a margin, in place of the table. */
export const reading = signal(false);

/** The articles that a result is of, in the order of their columns, and the result. */
interface Of<T> {
  articles: readonly Article[];
  found: T;
}
export const statements = signal<Of<Statements> | null>(null);
export const quotations = signal<Of<readonly QuotationRow[]> | null>(null);
export const statementsFailure = signal<Failure | null>(null);

/** What differs in fact, by the ids of two articles in the order in which they were asked about. */
const facts = signal<ReadonlyMap<string, readonly SentenceFact[]>>(new Map());
export const factsProgress = signal<{ done: number; all: number } | null>(null);

/** Articles up to which facts are looked for at once: they cost a whole comparison of each pair. */
const MOST_AT_ONCE = 20;

const keyOf = (left: string, right: string) => JSON.stringify([left, right]);

/** The sentence of an article, by its place among the columns. */
export const spanOf = (article: number, sentence: number): Span =>
  statements.value?.found.sentences[article]?.[sentence] ?? { start: 0, end: 0 };

/** The words of a sentence. */
export function wordsOf(article: number, sentence: number): string {
  const { start, end } = spanOf(article, sentence);
  return statements.value?.articles[article]?.text.slice(start, end).replace(/\s+/g, " ") ?? "";
}

/** A value that differs between two cells of a row. */
export interface Contest {
  articles: [number, number];
  values: [string, string];
}

/** The facts of each sentence, by its article and its index. */
const factsBySentence = computed(() => {
  const now = statements.value;
  const places = new Map(now?.articles.map(({ id }, at) => [id, at]));
  const found = new Map<string, { contest: Contest; other: string }[]>();
  for (const [key, all] of facts.value) {
    const [left = "", right = ""] = JSON.parse(key) as string[];
    const [l, r] = [places.get(left), places.get(right)];
    if (l === undefined || r === undefined) continue;
    const text = (at: number, { start, end }: Span) => now?.articles[at]?.text.slice(start, end) ?? "";
    for (const fact of all) {
      const contest: Contest = { articles: [l, r], values: [text(l, fact.left), text(r, fact.right)] };
      const own = `${l}.${fact.sentences.left}`;
      found.set(own, [...(found.get(own) ?? []), { contest, other: `${r}.${fact.sentences.right}` }]);
    }
  }
  return found;
});

/** The values that differ between the cells of a row. */
export function contestsOf(row: Statement): Contest[] {
  const cells = new Set(row.cells.map(({ article, sentence }) => `${article}.${sentence}`));
  return [...cells].flatMap((own) =>
    (factsBySentence.value.get(own) ?? [])
      .filter(({ other }) => cells.has(other))
      .map(({ contest }) => contest),
  );
}

/** How a cell is looked at: what differs in fact goes before how it is worded. */
export function lookOf(cell: StatementCell, contests: readonly Contest[]) {
  if (contests.some(({ articles }) => articles.includes(cell.article))) return "differs" as const;
  return cell.grade ?? ("own" as const);
}

const QUOTED = /["“”„«»「『]/;

/** The rows that pass the filter. */
export const shownRows = computed(() => {
  const now = statements.value;
  if (!now) return [];
  const all = now.articles.length;
  const owner = now.articles.findIndex(({ id }) => id === whose.value);
  const passes = (row: Statement) => {
    const count = row.cells.length;
    switch (filter.value) {
      case "all":
        return count === all;
      case "most":
        return 2 * count > all;
      case "one":
        return count === 1 && (owner < 0 || row.article === owner);
      case "contested":
        return contestsOf(row).length > 0;
      case "quotations":
        return QUOTED.test(wordsOf(row.article, row.sentence));
      default:
        return count > 1;
    }
  };
  return now.found.rows.filter(passes);
});

/** Counts runs, so that an older one knows that it is no longer wanted. */
let run = 0;

/** Asks who says what, once all pairs are known. */
async function gather(now: readonly Article[], links: Uint32Array, of: string | null): Promise<void> {
  const mine = ++run;
  const place = now.findIndex(({ id }) => id === of);
  const ids = now.map(({ id }) => id);
  statementsFailure.value = null;
  try {
    thePool().bring(entriesOf(now), options.peek());
    const found = await thePool().statements(ids, links, place < 0 ? null : place);
    if (mine !== run) return;
    statements.value = { articles: now, found };
    if (now.length <= MOST_AT_ONCE) await lookForFacts();
  } catch (error) {
    if (mine === run) statementsFailure.value = failureOf(error);
  }
}

async function gatherQuotations(now: readonly Article[]): Promise<void> {
  try {
    thePool().bring(entriesOf(now), options.peek());
    const found = await thePool().quotations(now.map(({ id }) => id));
    quotations.value = { articles: now, found };
  } catch (error) {
    statementsFailure.value = failureOf(error);
  }
}

/** The pairs that stand in a row together and of which no facts are known. */
export const openFacts = computed<Pair[]>(() => {
  const now = statements.value;
  if (!now) return [];
  const keys = new Set<string>();
  for (const { cells } of now.found.rows) {
    for (const { article, to } of cells) {
      const [left, right] = [now.articles[Math.min(article, to)], now.articles[Math.max(article, to)]];
      if (left && right && left !== right) keys.add(keyOf(left.id, right.id));
    }
  }
  const byId = new Map(now.articles.map((article) => [article.id, article]));
  return [...keys].flatMap((key) => {
    if (facts.value.has(key)) return [];
    const [left, right] = (JSON.parse(key) as string[]).map((id) => byId.get(id));
    return left && right
      ? [{ left: left.id, right: right.id, verdicts: verdictOptions({ left, right }) }]
      : [];
  });
});

/** Looks for values that differ, in all pairs that stand in a row together. */
export async function lookForFacts(): Promise<void> {
  const [mine, pairs] = [run, openFacts.peek()];
  if (pairs.length === 0) return;
  const found = new Map(facts.peek());
  const all = pairs.length;
  factsProgress.value = { done: 0, all };
  let done = 0;
  await thePool().facts(
    pairs,
    (batchOf, answers) => {
      for (const [at, { left, right }] of batchOf.entries()) found.set(keyOf(left, right), answers[at] ?? []);
      done += batchOf.length;
      factsProgress.value = { done, all };
    },
    () => mine === run && factsProgress.peek() !== null,
  );
  batch(() => {
    if (mine === run) facts.value = found;
    factsProgress.value = null;
  });
}

/** Ends looking for values that differ. What was found so far is not kept. */
export function cancelFacts(): void {
  factsProgress.value = null;
}

/** Opens the pair that a cell is held against, at its place. An article alone is opened beside another one. */
export function openCell(row: Statement, cell: StatementCell): void {
  const now = statements.peek();
  if (!now) return;
  const others = row.cells.filter(({ article }) => article !== cell.article);
  const to = cell.to === cell.article ? others[0] : row.cells.find(({ article }) => article === cell.to);
  const left = now.articles[to?.article ?? (cell.article === 0 ? 1 : 0)];
  const right = now.articles[cell.article];
  if (!left || !right) return;
  showAt(left, right, to && spanOf(to.article, to.sentence), spanOf(cell.article, cell.sentence));
}

/** Opens two articles at a place of the right, and of the left if it stands there. */
export function showAt(left: Article, right: Article, there: Span | undefined, here: Span): void {
  // The pair that is on the page stays as it is, whichever side is which.
  const { left: l, right: r } = chosen.peek();
  const turned = l === right.id && r === left.id;
  showLater(
    turned ? { left: here, ...(there && { right: there }) } : { ...(there && { left: there }), right: here },
  );
  const isOpen = turned || (l === left.id && r === right.id);
  if (isOpen) allPairs.value = false;
  else openPair(left, right);
  const found = current.peek();
  if (isOpen && found) showPlace(found);
}

/** Forgets what is of other articles, and asks anew while it is looked at. */
export function watchStatements(): void {
  effect(() => {
    void options.value;
    void witness.value;
    void matched.value;
    untracked(() => {
      run += 1;
      batch(() => {
        statements.value = null;
        quotations.value = null;
        facts.value = new Map();
        factsProgress.value = null;
      });
    });
  });
  effect(() => {
    const [open, what, of, waits] = [allPairs.value, view.value, base.value, pairsProgress.value];
    // A table of more columns than these is read by nobody; the largest groups of alike articles come first.
    const order = arrangement.value.order.slice(0, EVERY_PAIR);
    if (!open || waits || order.length < 2) return;
    untracked(() => {
      if (what === "quotations") void gatherQuotations(order);
      const links = what === "statements" ? linksOf(order) : null;
      if (links) void gather(order, links, of);
    });
  });
}
