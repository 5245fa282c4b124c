import { SIDES, type Side } from "../reading/words";
import { selectStretch } from "../state/choose";
import { current } from "../state/comparison";
import { figures } from "../state/figures";
import { longestFirst, selectedStretch, stretches, stretchOrder } from "../state/view";
import { t } from "../text";
import { Check } from "./menu";
import { Panel, useProgressive } from "./panel";

/** UTF-16 units of a stretch that stand in the list. */
const BEGINNING = 120;

/** What each side has alone, side by side in reading order. */
export function LeftOutList() {
  const to = useProgressive(stretches.value);
  return (
    <Panel title={t.leftout.list} count={t.number(stretches.value.length)}>
      {stretches.value.length > 2 && (
        <Check
          label={t.leftout.longestFirst}
          checked={longestFirst.value}
          onChange={(on) => {
            longestFirst.value = on;
          }}
        />
      )}
      {SIDES.map((side) => (
        <Group key={side} side={side} to={to} />
      ))}
    </Panel>
  );
}

function Group({ side, to }: { side: Side; to: number }) {
  const summary = figures.value?.[side];
  if (!summary) return null;
  const { only } = summary;
  return (
    <section class="group">
      <h3>
        {t.leftout.only[side]} <span class="note">{t.words(only)}</span>
      </h3>
      <ol class="entries">
        {stretchOrder.value.map((at, position) =>
          stretches.value[at]?.side === side && position < to ? <Entry key={at} at={at} /> : null,
        )}
      </ol>
    </section>
  );
}

function Entry({ at }: { at: number }) {
  const stretch = stretches.value[at];
  if (!stretch) return null;
  const text = current.value?.[stretch.side].text ?? "";
  return (
    <li>
      <button
        type="button"
        class="entry entry-plain"
        aria-current={selectedStretch.value === at}
        onClick={() => selectStretch(at)}
      >
        <span class="entry-text" dir="auto">
          {stretch.sentences === 0 && t.dots}
          {text.slice(stretch.start, Math.min(stretch.end, stretch.start + BEGINNING))}
        </span>
        <span class="note">
          {t.leftout.sentences(stretch.sentences)} · {t.words(stretch.words)}
        </span>
      </button>
    </li>
  );
}
