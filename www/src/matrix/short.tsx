import { t } from "../i18n";
import {
  allShort,
  cancelShort,
  gatherShort,
  openShort,
  type Short,
  shortCancelled,
  shortFailure,
  shortProgress,
} from "../store/allShort";
import { arrangement } from "../store/pairs";

/** What each pair means, in a paragraph. */
export function ShortView() {
  const now = shortProgress.value;
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
          <button type="button" class="link" onClick={cancelShort}>
            {t.cancel}
          </button>
        </p>
      </div>
    );
  }
  const failed = shortFailure.value;
  if (failed || shortCancelled.value) {
    return (
      <p class="line" role={failed ? "alert" : undefined}>
        {failed ? t.failures[failed] : t.pairs.cancelled}
        <button type="button" class="link" onClick={() => void gatherShort(arrangement.value.order)}>
          {failed ? t.tryAgain : t.pairs.goOn}
        </button>
      </p>
    );
  }
  return <Shorts all={allShort.value} />;
}

/** Paragraphs of pairs, each under the titles of its two articles; the titles open them. */
export function Shorts({ all }: { all: readonly Short[] }) {
  return (
    <ol class="shorts" data-shorts>
      {all.map((short, at) => (
        <li key={at}>
          <h3>
            {short.articles ? (
              <button type="button" class="short-open" onClick={() => openShort(short)}>
                <Titles short={short} />
              </button>
            ) : (
              <Titles short={short} />
            )}
          </h3>
          <p dir="auto">{short.text}</p>
        </li>
      ))}
    </ol>
  );
}

function Titles({ short: { titles } }: { short: Short }) {
  return (
    <>
      <bdi>{titles[0]}</bdi> <span aria-hidden="true">↔</span> <bdi>{titles[1]}</bdi>
    </>
  );
}
