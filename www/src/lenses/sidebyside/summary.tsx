import { t } from "../../i18n";
import type { Side } from "../../model/side";
import { current } from "../../store/comparison";
import { ShareBar, SummaryBox } from "../../ui/summary";
import { type RowPart, rowParts, togglePart } from "./items";

const PARTS: RowPart[] = ["same", "changed", "moved", "only"];

/** How many sentences of a side have a counterpart. The figures light the rows they count. */
export function SideBySideSummary({ side }: { side: Side }) {
  const summary = current.value?.comparison.summary[side];
  if (!summary) return null;
  const [share, of] = t.sidebyside.share(side, summary);
  return (
    <SummaryBox side={side}>
      <p class="share">
        <strong>{share}</strong>
        {of}
      </p>
      <p class="share-parts">
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            class="part"
            aria-pressed={rowParts.value.has(part)}
            title={t.sidebyside.partLabel(t.sidebyside.parts[part], summary[part])}
            onClick={() => togglePart(part)}
          >
            <strong>{t.number(summary[part])}</strong> {t.sidebyside.parts[part]}
          </button>
        ))}
      </p>
      <ShareBar
        whole={summary.sentences}
        parts={[
          ["verbatim", summary.same],
          ["edited", summary.changed],
          ["reworded", summary.moved],
        ]}
      />
    </SummaryBox>
  );
}
