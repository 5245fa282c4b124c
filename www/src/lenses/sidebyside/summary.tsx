import { t } from "../../i18n";
import type { Side } from "../../model/side";
import { current } from "../../store/comparison";
import { Part, ShareBar, SummaryBox } from "../../ui/summary";
import { type RowPart, rowParts, togglePart } from "./items";

const PARTS: RowPart[] = ["same", "changed", "moved", "repeated", "only"];

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
        {PARTS.filter((part) => part !== "repeated" || summary.repeated > 0 || rowParts.value.has(part)).map(
          (part) => (
            <Part
              key={part}
              count={summary[part]}
              name={t.sidebyside.parts[part]}
              of={t.onSide[side]}
              title={t.sidebyside.partLabel(t.sidebyside.parts[part], summary[part])}
              pressed={rowParts.value.has(part)}
              onClick={() => togglePart(part)}
            />
          ),
        )}
      </p>
      <ShareBar
        whole={summary.sentences}
        parts={[
          ["verbatim", summary.same],
          ["edited", summary.changed],
          ["reworded", summary.moved],
          ["copy", summary.repeated],
        ]}
      />
    </SummaryBox>
  );
}
