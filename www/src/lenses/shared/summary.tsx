import type { ComponentChildren } from "preact";
import type { Grade } from "../../engine/engine";
import { t } from "../../i18n";
import type { Side } from "../../model/wordMarks";
import { setFilter } from "../../store/actions";
import { toggled } from "../../store/selection";
import { figures } from "../../store/sharedCounts";
import { filter, lens } from "../../store/view";

const GRADES: Grade[] = ["verbatim", "edited", "reworded"];

/** What a side shares with the other, in words, figures and a bar. The figures filter. */
export function SharedSummary({ side }: { side: Side }) {
  const summary = figures.value?.[side];
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
            onClick={() => {
              lens.value = "leftout";
            }}
          >
            <strong>{t.number(only)}</strong> {t.shared.onlyHere}
          </button>
        </p>
      )}
      <ShareBar whole={summary.words} parts={GRADES.map((grade) => [grade, summary[grade]])} />
    </SummaryBox>
  );
}

/** Shows passages of a grade only, or no longer. */
export function toggleGrade(grade: Grade): void {
  setFilter({ grades: toggled(filter.value.grades, grade) });
}

/** The place of a summary, over the column of its side. */
export function SummaryBox({ side, children }: { side: Side; children: ComponentChildren }) {
  return <div class={`summary summary-${side}`}>{children}</div>;
}

/** Parts of a whole as lengths, in their patterns. Says nothing the figures do not say. */
export function ShareBar({ whole, parts }: { whole: number; parts: [string, number][] }) {
  return (
    <div class="share-bar" aria-hidden="true">
      {parts.map(([look, part]) => (
        <i key={look} class={`bar bar-${look}`} style={{ width: `${whole ? (100 * part) / whole : 0}%` }} />
      ))}
    </div>
  );
}
