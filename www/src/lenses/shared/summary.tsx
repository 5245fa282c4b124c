import { t } from "../../i18n";
import { GRADES } from "../../model/grades";
import type { Side } from "../../model/side";
import { showLens } from "../../store/lens";
import { filter, toggleGrade } from "../../store/passages";
import { sharedCounts } from "../../store/sharedCounts";
import { ShareBar, SummaryBox } from "../../ui/summary";

/** What a side shares with the other, in words, figures and a bar. The figures filter. */
export function SharedSummary({ side }: { side: Side }) {
  const summary = sharedCounts.value?.[side];
  if (!summary) return null;
  const { shared, only } = summary;
  const [share, of] = t.shared.share(side, shared, summary.words);
  return (
    <SummaryBox side={side}>
      <p class="share">
        <strong>{share}</strong>
        {of}
      </p>
      {shared === 0 ? (
        <p class="share-parts">{side === "left" ? t.shared.none : t.shared.noneNext}</p>
      ) : (
        <p class="share-parts">
          {GRADES.map((grade) => (
            <button
              key={grade}
              type="button"
              class="part"
              aria-pressed={filter.value.grades.has(grade)}
              title={t.shared.gradeLabel(grade, summary[grade])}
              onClick={() => toggleGrade(grade)}
            >
              <i class={`swatch swatch-${grade}`} />
              <strong>{t.number(summary[grade])}</strong> {t.gradesLow[grade]}
            </button>
          ))}
          <button
            type="button"
            class="part"
            title={t.shared.onlyHereLabel(only)}
            onClick={() => showLens("onlyinone")}
          >
            <strong>{t.number(only)}</strong> {t.shared.onlyHere}
          </button>
        </p>
      )}
      <ShareBar whole={summary.words} parts={GRADES.map((grade) => [grade, summary[grade]])} />
    </SummaryBox>
  );
}
