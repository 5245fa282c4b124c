import { computed, effect, signal } from "@preact/signals";
import { theComparer } from "../engine";
import { EngineFailure, type Progress, Superseded } from "../engine/protocol";
import { language } from "../i18n";
import type { Article } from "../model/article";
import type { Comparison, Result } from "../model/comparison";
import { samples } from "../readers/samples";
import { articles, known, pair, problems } from "./library";
import { dropMeaning, learnMeaning, meaningOfPair, witness } from "./meaning";
import { options } from "./settings";
import { verdictOptions } from "./verdicts";

/** Why there is no comparison though there are two articles. */
export type Failure = "engine" | "other";

/** The last comparison that was finished. It stays until another is. */
export const result = signal<Result | null>(null);

/** How far the comparison under way has come; null when none is. */
export const progress = signal<Progress | null>(null);

export const failure = signal<Failure | null>(null);

/**
 * A comparison began a moment ago, and the page stays as it is: most are done by then, and what is drawn
 * once, with its marks, is there sooner than what is drawn twice.
 */
export const settling = signal(false);

/** How long that moment is, in milliseconds: long enough for articles, too short to be noticed. */
const MOMENT = 60;
let moment: ReturnType<typeof setTimeout> | undefined;

function settle(on: boolean): void {
  // A comparison that follows at once, as while somebody types, makes it no longer.
  if (on === settling.peek()) return;
  clearTimeout(moment);
  settling.value = on;
  if (on) moment = setTimeout(() => settle(false), MOMENT);
}

/** The reader ended the comparison of the pair that is looked at. */
export const cancelled = signal(false);

/**
 * The result, when it is of the pair that is looked at. While an article is being edited it is of the
 * text as it was a moment ago: who shows it takes the texts from it, not from the library.
 */
export const current = computed(() => {
  const found = result.value;
  const { left, right } = pair.value;
  return found && found.left.id === left?.id && found.right.id === right?.id ? found : null;
});

/** The state of the page in one word, for style sheets and tests. */
export const pageState = computed(() => {
  if (progress.value) return "busy";
  if (failure.value) return "error";
  if (articles.value.length === 0) return problems.value.length > 0 ? "error" : "empty";
  return current.value ? "done" : "ready";
});

/** What the reader said of matches between the two articles that are looked at. */
const said = computed(() => {
  const { left, right } = pair.value;
  return left && right ? verdictOptions({ left, right }) : [];
});

/** What is to be compared: a new value only when a text, its article, or what was said of the two is another. */
const compared = computed(() => {
  const key = ({ left, right }: typeof pair.value) => [
    left?.id,
    left?.text,
    left?.lineOverrides,
    right?.id,
    right?.text,
    right?.lineOverrides,
    JSON.stringify(said.value),
  ];
  const now = key(pair.value);
  if (now.some((part, at) => part !== last[at])) last = now;
  return last;
});
let last: unknown[] = [];

/** How many texts are compared for practice, and how many UTF-16 units of each: articles of usual length. */
const PRACTICE = { texts: 5, length: 8000 };

/** Gets the engine ready while nothing else is to be done. */
export const prepareEngine = () => {
  const texts = samples().slice(0, PRACTICE.texts);
  theComparer().prepare(texts.map(({ text }) => text.slice(0, PRACTICE.length)));
};

/** The share of the work that it is to find out what sentences mean, where a model does. */
const MEANING_SHARE = 0.8;

/** Counts comparisons, so that an older one knows that it is no longer wanted. */
let run = 0;

/** Ends what is under way. */
function endAll(): void {
  run += 1;
  theComparer().cancel();
}

/** Compares the two articles that are looked at. */
export async function compare(): Promise<void> {
  const { left, right } = pair.peek();
  endAll();
  const own = run;
  failure.value = null;
  cancelled.value = false;
  progress.value = null;
  settle(Boolean(left && right));
  if (!left || !right) return;
  const mine: Progress = { phase: "Documents", done: 0 };
  progress.value = mine;
  let latest: Progress = mine;
  const onProgress = (now: Progress) => {
    if (progress.peek() === latest) progress.value = latest = now;
  };
  try {
    const lineOverrides = { left: [...left.lineOverrides], right: [...right.lineOverrides] };
    const verdicts = said.peek();
    const known = !witness.peek() || meaningOfPair(left.text, right.text);
    const before = known ? 0 : MEANING_SHARE;
    if (!known) {
      const onMeaning = (done: number) => onProgress({ phase: "Documents", done: before * done });
      await learnMeaning([left.text, right.text], onMeaning, () => own === run);
      if (own !== run) return;
    }
    const meaning = meaningOfPair(left.text, right.text);
    const asked = { ...options.peek(), lineOverrides, verdicts, language: language.peek(), meaning };
    const comparison = await theComparer().compare(left.text, right.text, asked, ({ phase, done }) =>
      onProgress({ phase, done: before + (1 - before) * done }),
    );
    learn(left, right, comparison);
    result.value = { left, right, comparison, verdicts, meaning };
  } catch (error) {
    if (error instanceof Superseded) return;
    if (dropMeaning()) return compare();
    failure.value = failureOf(error);
  }
  settle(false);
  progress.value = null;
}

/** What an error of the engine means to the reader. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EngineFailure) return "engine";
  // Its own words help who mends the page, not who reads.
  console.error(error);
  return "other";
}

/** Keeps what the engine found out about each article, for the pickers. */
function learn(left: Article, right: Article, { summary, paragraphs }: Comparison): void {
  const next = new Map(known.peek());
  for (const [side, article] of [
    ["left", left],
    ["right", right],
  ] as const) {
    const title = paragraphs[side].find(({ role }) => role === "title");
    const text = title && article.text.slice(title.start, title.end).replace(/\s+/g, " ");
    next.set(article.id, { words: summary[side].words, title: text ?? null });
  }
  known.value = next;
}

/** Ends the comparison under way. */
export function cancel(): void {
  endAll();
  progress.value = null;
  settle(false);
  cancelled.value = true;
}

/** Compares whenever the pair, what was said of it, or the options change, and shows the state on the document. */
export function startComparing(): void {
  effect(() => {
    void compared.value;
    void options.value;
    void language.value;
    void witness.value;
    void compare();
  });
  effect(() => {
    document.documentElement.dataset.state = pageState.value;
  });
}
