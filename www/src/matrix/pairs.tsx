import { useState } from "preact/hooks";
import { t } from "../i18n";
import type { Article } from "../model/article";
import { articles } from "../store/library";
import { MOST_ARTICLES } from "../store/otherArticles";
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
import { titleOf } from "../store/titles";
import { Matrix } from "./matrix";
import { QuotationsView } from "./quotations";
import { ShortView } from "./short";
import { StatementsView } from "./statements";

/** All articles beside each other: how much every two of them share. */
export function Pairs() {
  const { order, alike } = arrangement.value;
  const all = (order.length * (order.length - 1)) / 2;
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
      <h2 class="pairs-title">{t.pairs.title(order.length, all)}</h2>
      <Views />
      <p class="pairs-how">{how()}</p>
      {articles.value.length > MOST_ARTICLES && (
        <p class="note">{t.pairs.cap(MOST_ARTICLES, articles.value.length)}</p>
      )}
      <Progress />
      {view.value === "statements" && <StatementsView />}
      {view.value === "quotations" && <QuotationsView />}
      {view.value === "short" && !pairsProgress.value && <ShortView />}
      {view.value === "shares" && <Matrix order={order} />}
      {settled && view.value === "shares" && (
        <p class="note pairs-foot">{t.pairs.dash(all - alike.length, all)}</p>
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
    return (
      <div class="pairs-progress">
        <progress
          class="progress"
          max={now.all}
          value={now.done}
          aria-label={t.pairs.busy(now.done, now.all)}
        />
        <p class="line">
          {t.pairs.busy(now.done, now.all)}
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

/** Pairs in the list at first, and more with each press. */
const FIRST = 20;

/** The pairs that share something, most alike first. */
function Likest() {
  const { order, alike } = arrangement.value;
  const [to, setTo] = useState(FIRST);
  return (
    <section class="likest" aria-labelledby="likest">
      <h3 id="likest">{t.pairs.likest}</h3>
      <ol>
        {alike.slice(0, to).map(({ a, b }) => {
          const [one, other] = [order[a], order[b]];
          return one && other && <Likeness key={`${one.id} ${other.id}`} one={one} other={other} />;
        })}
      </ol>
      {alike.length > to && (
        <button type="button" class="link" onClick={() => setTo(to * 3)}>
          {t.pairs.more(alike.length - to)}
        </button>
      )}
    </section>
  );
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
