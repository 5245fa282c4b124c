import { t } from "../../i18n";
import type { Side } from "../../model/side";
import { sharedCounts } from "../../store/sharedCounts";
import { ShareBar, SummaryBox } from "../../ui/summary";
import { stretches } from "./items";

/** How much of a side the other does not have. */
export function OnlyInOneSummary({ side }: { side: Side }) {
  const summary = sharedCounts.value?.[side];
  if (!summary) return null;
  const { only } = summary;
  const [share, of] = t.onlyinone.share(side, only, summary.words);
  const count = stretches.value.filter((stretch) => stretch.side === side).length;
  return (
    <SummaryBox side={side}>
      <p class="share">
        <strong>{share}</strong>
        {of}
      </p>
      <p class="share-parts">{count === 0 ? t.onlyinone.nothing : t.onlyinone.stretches(count)}</p>
      <ShareBar whole={summary.words} parts={[["only", only]]} />
    </SummaryBox>
  );
}
