import type {
  ArticleMeaning,
  Candidates,
  Elsewhere,
  Meaning,
  Options,
  Overlap,
  QuotationRow,
  SentenceFact,
  Statements,
} from "../model/comparison";
import type { Client, ClientSource } from "./client";
import {
  type AnswerTo,
  EngineFailure,
  type Entry,
  type LibraryRequest,
  type Pair,
  type StoriesRequest,
  type ToTell,
} from "./protocol";

/**
 * UTF-16 units of text that are compared in one go: some 30 pairs of 1,000 words, a few hundredths of a
 * second. So often progress is told, and so soon a run ends that is cancelled.
 */
const BATCH = 400_000;

interface Place {
  client: Client;
  options: Options | null;
  known: Map<string, Entry>;
}

/** Many articles, compared pair by pair in the background. */
export interface Pool {
  /** The articles that can be asked about from now on, and what counts as equal. */
  bring(articles: readonly Entry[], options: Options): void;
  /** Which pairs of these articles can share something, without comparing any. */
  candidates(ids: readonly string[]): Promise<Candidates>;
  /**
   * Compares pairs, in batches, until all are done or `goesOn` says no; tells what it found batch by
   * batch. Rejects with `EngineFailure` when the engine broke down; the next run begins afresh.
   */
  overlaps(
    pairs: readonly Pair[],
    onFound: (pairs: readonly Pair[], found: readonly Overlap[]) => void,
    goesOn: () => boolean,
  ): Promise<void>;
  /** The same for what differs in fact. */
  facts(
    pairs: readonly Pair[],
    onFound: (pairs: readonly Pair[], found: readonly SentenceFact[][]) => void,
    goesOn: () => boolean,
  ): Promise<void>;
  /** The same for what each pair means, as a paragraph in a language. */
  stories(
    pairs: readonly Pair[],
    language: string,
    onFound: (pairs: readonly Pair[], found: readonly string[]) => void,
    goesOn: () => boolean,
  ): Promise<void>;
  /** Who says what, of articles by their ids; `links` are those of all their pairs, as the engine takes them. */
  statements(ids: readonly string[], links: Uint32Array, base: number | null): Promise<Statements>;
  /** Each quotation of these articles once, with those that have it. */
  quotations(ids: readonly string[]): Promise<QuotationRow[]>;
  /** For each passage of a pair, in the engine's order: the ids of the other articles it stands in. */
  elsewhere(pair: Pair): Promise<Elsewhere>;
  /** Ends the workers. The next question starts new ones. */
  end(): void;
}

export function createPool(source: ClientSource): Pool {
  const places: Place[] = [];
  let articles: readonly Entry[] = [];
  let options: Options = {};

  function end(): void {
    for (const { client } of places.splice(0)) client.end(new EngineFailure("ended"));
  }

  /** Tells a place what it does not know yet, then asks it. */
  function askAt<R extends LibraryRequest | StoriesRequest>(at: number, request: R): Promise<AnswerTo<R>> {
    const place = places[at] ?? { client: source.make(), options: null, known: new Map() };
    places[at] = place;
    const news = newsFor(place, articles, options);
    if (news) place.client.ask(news).catch(() => {});
    return place.client.ask(request);
  }

  /** Asks about pairs, batch by batch, at all places. */
  function inBatches<F>(
    pairs: readonly Pair[],
    ask: (at: number, pairs: readonly Pair[]) => Promise<F[]>,
    onFound: (pairs: readonly Pair[], found: readonly F[]) => void,
    goesOn: () => boolean,
  ): Promise<void> {
    const lengths = new Map(articles.map(({ id, text }) => [id, text.length]));
    const run = async () => {
      const batches = batchesOf(pairs, lengths);
      const work = async (at: number) => {
        for (const batch of batches) {
          if (!goesOn()) return;
          const found = await ask(at, batch);
          if (goesOn()) onFound(batch, found);
        }
      };
      await Promise.all(Array.from({ length: source.size }, (_, at) => work(at)));
    };
    return source.withFallback(run, end);
  }

  const overlapsAt = (at: number, pairs: readonly Pair[]) => askAt(at, { kind: "overlaps", pairs } as const);
  const factsAt = (at: number, pairs: readonly Pair[]) => askAt(at, { kind: "facts", pairs } as const);

  const storiesAt = (language: string) => (at: number, pairs: readonly Pair[]) => {
    const byId = new Map(articles.map((article) => [article.id, article]));
    return askAt(at, {
      kind: "stories",
      pairs: pairs.map((pair) => toTell(pair, byId, options, language)),
    } as const);
  };

  return {
    bring: (now, equal) => {
      [articles, options] = [now, equal];
    },
    candidates: (ids) => source.withFallback(() => askAt(0, { kind: "candidates", ids } as const), end),
    overlaps: (pairs, onFound, goesOn) => inBatches(pairs, overlapsAt, onFound, goesOn),
    facts: (pairs, onFound, goesOn) => inBatches(pairs, factsAt, onFound, goesOn),
    stories: (pairs, language, onFound, goesOn) => inBatches(pairs, storiesAt(language), onFound, goesOn),
    statements: (ids, links, base) =>
      source.withFallback(() => askAt(0, { kind: "statements", ids, links, base } as const), end),
    quotations: (ids) => source.withFallback(() => askAt(0, { kind: "quotations", ids } as const), end),
    elsewhere: (pair) => source.withFallback(() => askAt(0, { kind: "elsewhere", pair }), end),
    end,
  };
}

/** A pair with all that its story depends on. */
function toTell(
  { left, right, verdicts }: Pair,
  byId: ReadonlyMap<string, Entry>,
  options: Options,
  language: string,
): ToTell {
  const [one, other] = [byId.get(left), byId.get(right)];
  const lineOverrides = { left: [...(one?.lineOverrides ?? [])], right: [...(other?.lineOverrides ?? [])] };
  return {
    left: one?.text ?? "",
    right: other?.text ?? "",
    options: {
      ...options,
      lineOverrides,
      verdicts: [...verdicts],
      language,
      meaning: meaningOfBoth(one?.meaning, other?.meaning),
    },
  };
}

/** What the sentences of two articles mean, if that is known of both. */
export function meaningOfBoth(
  left: ArticleMeaning | null | undefined,
  right: ArticleMeaning | null | undefined,
): Meaning | null {
  return left && right ? { dimensions: left.dimensions, left: left.vectors, right: right.vectors } : null;
}

/** The pairs in batches, in order. All who work take from the same. */
function* batchesOf(
  pairs: readonly Pair[],
  lengths: ReadonlyMap<string, number>,
): Generator<readonly Pair[]> {
  for (let next = 0; next < pairs.length; ) {
    const from = next;
    for (let weight = 0; next < pairs.length && weight < BATCH; next += 1) {
      const pair = pairs[next];
      if (pair) weight += (lengths.get(pair.left) ?? 0) + (lengths.get(pair.right) ?? 0);
    }
    yield pairs.slice(from, next);
  }
}

/** What a place has to be told before it is asked, and from then on knows; null for nothing. */
function newsFor(place: Place, articles: readonly Entry[], options: Options): LibraryRequest | null {
  const fresh = place.options === options ? null : options;
  if (fresh) place.known.clear();
  place.options = options;
  const here = new Set(articles.map(({ id }) => id));
  const gone = [...place.known.keys()].filter((id) => !here.has(id));
  const set = articles.filter((article) => !isSame(article, place.known.get(article.id)));
  if (!fresh && gone.length + set.length === 0) return null;
  for (const id of gone) place.known.delete(id);
  for (const article of set) place.known.set(article.id, article);
  return {
    kind: "articles",
    fresh,
    set: set.map(({ id, text, lineOverrides, meaning = null }) => ({ id, text, lineOverrides, meaning })),
    gone,
  };
}

/** Whether an article is compared as it was before. */
export function isSame(article: Entry, before: Entry | undefined): boolean {
  return (
    before?.text === article.text &&
    before.lineOverrides === article.lineOverrides &&
    Boolean(before.meaning) === Boolean(article.meaning)
  );
}
