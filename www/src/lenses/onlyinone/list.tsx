import { useMemo } from "preact/hooks";
import { t } from "../../i18n";
import { Panel } from "../../layout/panel";
import { SIDES, type Side } from "../../model/side";
import { current } from "../../store/comparison";
import { sharedCounts } from "../../store/sharedCounts";
import { Check } from "../../ui/controls";
import { memo } from "../../ui/drawing";
import { ListEntries } from "../../ui/listEntries";
import { choice, longestFirst, selectStretch, stretches, stretchOrder } from "./items";

/** UTF-16 units of a stretch that stand in the list. */
const BEGINNING = 120;

/** What each side has alone, side by side in reading order. */
export function StretchList() {
  return (
    <Panel title={t.onlyinone.list} count={t.number(stretches.value.length)}>
      {stretches.value.length > 2 && (
        <Check
          label={t.onlyinone.longestFirst}
          checked={longestFirst.value}
          onChange={(on) => {
            longestFirst.value = on;
          }}
        />
      )}
      {SIDES.map((side) => (
        <Group key={side} side={side} />
      ))}
    </Panel>
  );
}

function Group({ side }: { side: Side }) {
  const mine = useMemo(
    () => stretchOrder.value.filter((at) => stretches.value[at]?.side === side),
    [stretchOrder.value, side],
  );
  const summary = sharedCounts.value?.[side];
  if (!summary) return null;
  const { only } = summary;
  return (
    <section class="group">
      <h3>
        {t.onlyinone.only[side]} <span class="note">{t.words(only)}</span>
      </h3>
      <ListEntries
        list={mine}
        draw={entry}
        plain={words}
        chosen={() => mine.indexOf(choice.item.value ?? -1)}
      />
    </section>
  );
}

/** The first words of a stretch. */
function words(at: number): string {
  const stretch = stretches.value[at];
  if (!stretch) return "";
  const { side, start, end } = stretch;
  return current.value?.[side].text.slice(start, Math.min(end, start + BEGINNING)) ?? "";
}

const entry = (at: number) => <Entry key={at} at={at} />;

const Entry = memo(function Entry({ at }: { at: number }) {
  const stretch = stretches.value[at];
  if (!stretch) return null;
  return (
    <li>
      <button
        type="button"
        class="entry entry-plain"
        aria-current={choice.is(at)}
        onClick={() => selectStretch(at)}
      >
        <span class="entry-text" dir="auto">
          {stretch.sentences === 0 && t.dots}
          {words(at)}
        </span>
        <span class="note">
          {t.onlyinone.sentences(stretch.sentences)} · {t.words(stretch.words)}
        </span>
      </button>
    </li>
  );
});
