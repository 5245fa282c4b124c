import { useState } from "preact/hooks";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { Alike } from "../model/order";
import { EVERY_PAIR, isSifted, mayMissPairs } from "../store/candidates";
import { articles } from "../store/library";
import { MOST_ARTICLES, matched } from "../store/otherArticles";
import {
  allPairs,
  arrangement,
  cancelPairs,
  comparePairs,
  incompletePairs,
  openPair,
  pairsCancelled,
  pairsFailure,
  pairsProgress,
  shareOf,
} from "../store/pairs";
import { sharedWords } from "../store/sharedCounts";
import { type View, view } from "../store/statements";
import { about, titleOf } from "../store/titles";
import { Matrix } from "./matrix";
import { QuotationsView } from "./quotations";
import { ShortView } from "./short";
import { StatementsView } from "./statements";

/** All articles beside each other: how much every two of them share. */
export function Pairs() {
  const { order, alike } = arrangement.value;
  const count = matched.value.length;
  const all = (count * (count - 1)) / 2;
  const settled = pairsProgress.value === null && !pairsCancelled.value && !pairsFailure.value;
  return (
    <main id="main" class="pairs" tabIndex={-1}>
      <button
        type="button"
        class="link"
        onClick={() => {
          allPairs.value = false;
        }}
      >
        {t.pairs.back}
      </button>
      <h2 class="pairs-title">{t.pairs.title(count, all)}</h2>
      <Views />
      <p class="pairs-how">{how()}</p>
      {articles.value.length > MOST_ARTICLES && (
        <p class="note">{t.pairs.cap(MOST_ARTICLES, articles.value.length)}</p>
      )}
      {isSifted(count) && view.value !== "shares" && <p class="note">{t.pairs.told(EVERY_PAIR)}</p>}
      <Progress />
      {view.value === "statements" && <StatementsView />}
      {view.value === "quotations" && <QuotationsView />}
      {view.value === "short" && !pairsProgress.value && <ShortView />}
      {view.value === "shares" && order.length > 0 && <Matrix order={order} />}
      {settled && view.value === "shares" && (
        <p class="note pairs-foot">{t.pairs.dash(all - alike.length, all)}</p>
      )}
      {settled && isSifted(count) && view.value === "shares" && (
        <p class="note pairs-foot">
          {t.pairs.sifted(count - order.length, count)} {mayMissPairs() && t.pairs.mayMiss}
        </p>
      )}
      {settled && incompletePairs.value > 0 && (
        <p class="note pairs-foot">{t.pairs.incomplete(incompletePairs.value)}</p>
      )}
      {alike.length > 0 && view.value === "shares" && <Likest />}
    </main>
  );
}

/** What the view shows, and what can be done in it. */
function how(): string {
  switch (view.value) {
    case "shares":
      return t.pairs.how;
    case "short":
      return t.inShort.howAll;
    case "statements":
      return t.statements.how;
    default:
      return t.statements.howQuotations;
  }
}

const VIEWS: readonly View[] = ["shares", "short", "statements", "quotations"];

/** What is shown of the articles. */
function Views() {
  return (
    <fieldset class="pairs-views">
      <legend class="unseen">{t.statements.viewsLabel}</legend>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          class="button"
          aria-pressed={view.value === one}
          onClick={() => {
            view.value = one;
          }}
        >
          {t.statements.views[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** How far it has come, or why it ended. */
function Progress() {
  const now = pairsProgress.value;
  if (now) {
    const said = now.all > 0 ? t.pairs.busy(now.done, now.all) : t.pairs.sifting;
    return (
      <div class="pairs-progress">
        <progress
          class="progress"
          {...(now.all > 0 && { max: now.all, value: now.done })}
          aria-label={said}
        />
        <p class="line">
          {said}
          <button type="button" class="link" onClick={cancelPairs}>
            {t.cancel}
          </button>
        </p>
      </div>
    );
  }
  const failed = pairsFailure.value;
  if (!failed && !pairsCancelled.value) return null;
  return (
    <p class="line" role={failed ? "alert" : undefined}>
      {!failed && t.pairs.cancelled}
      {failed && t.failures[failed]}
      <button type="button" class="link" onClick={() => void comparePairs()}>
        {failed ? t.tryAgain : t.pairs.goOn}
      </button>
    </p>
  );
}

/** Pairs in the list at first, and how many more at each press: twice as many, but no more than that. */
const FIRST = 20;
const MOST_MORE = 200;

/** The pairs that share something, most alike first; of many those with an article of a title that is looked for. */
function Likest() {
  const { order, alike } = arrangement.value;
  const [to, setTo] = useState(FIRST);
  const [wanted, setWanted] = useState("");
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length > 0 ? withWords(words, order, alike) : alike;
  return (
    <section class="likest" aria-labelledby="likest">
      <h3 id="likest">{t.pairs.likest}</h3>
      {alike.length > FIRST && (
        <p class="likest-find">
          <input
            type="search"
            dir="auto"
            aria-label={t.pairs.find}
            placeholder={t.pairs.find}
            value={wanted}
            onInput={(event) => {
              setWanted(event.currentTarget.value);
              setTo(FIRST);
            }}
          />{" "}
          <span class="note" role="status">
            {words.length > 0 && t.pairs.found(found.length, alike.length)}
          </span>
        </p>
      )}
      <ol>
        {found.slice(0, to).map(({ a, b }) => {
          const [one, other] = [order[a], order[b]];
          return one && other && <Likeness key={`${one.id} ${other.id}`} one={one} other={other} />;
        })}
      </ol>
      {found.length > to && (
        <button type="button" class="link" onClick={() => setTo(to + Math.min(2 * to, MOST_MORE))}>
          {t.pairs.more(found.length - to)}
        </button>
      )}
    </section>
  );
}

/** The pairs of which one article has all these words in its title or in what is known of it. */
function withWords(words: readonly string[], order: readonly Article[], alike: readonly Alike[]) {
  const matches = order.map((article) => {
    const said = `${titleOf(article)} ${about(article)}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
  return alike.filter(({ a, b }) => matches[a] || matches[b]);
}

function Likeness({ one, other }: { one: Article; other: Article }) {
  return (
    <li>
      <button type="button" class="likeness" onClick={() => openPair(one, other)}>
        {[[one, shareOf(one.id, other.id)] as const, [other, shareOf(other.id, one.id)] as const].map(
          ([article, share]) => (
            <span key={article.id}>
              <b>{share && t.percent(sharedWords(share), share.words)}</b>{" "}
              <span class="unseen">{t.pairs.of}</span> <bdi>{titleOf(article)}</bdi>
            </span>
          ),
        )}
      </button>
    </li>
  );
}
