import { t } from "../../i18n";
import { bringOffset } from "../../layout/scrolling";
import { isRepeated } from "../../model/covers";
import { GRADES } from "../../model/grades";
import type { Side } from "../../model/side";
import { current } from "../../store/comparison";
import { showLens } from "../../store/lens";
import { filter, toggleGrade } from "../../store/passages";
import { sharedCounts } from "../../store/sharedCounts";
import { Part, ShareBar, SummaryBox } from "../../ui/summary";

/** What a side shares with the other, in words, figures and a bar. The figures filter, or lead to what they count. */
export function SharedSummary({ side }: { side: Side }) {
  const summary = sharedCounts.value?.[side];
  if (!summary) return null;
  const { words, shared, repeated } = summary;
  const [share, of] = t.shared.share(side, shared, words);
  return (
    <SummaryBox side={side}>
      <p class="share">
        <strong>{share}</strong>
        {of}
      </p>
      {shared === 0 ? (
        <p class="share-parts">{side === "left" ? t.shared.none : t.shared.noneNext}</p>
      ) : (
        <Parts side={side} />
      )}
      <ShareBar
        whole={words}
        parts={[...GRADES.map((grade): [string, number] => [grade, summary[grade]]), ["copy", repeated]]}
      />
    </SummaryBox>
  );
}

/** All words of a side, by what becomes of them. */
function Parts({ side }: { side: Side }) {
  const summary = sharedCounts.value?.[side];
  if (!summary) return null;
  const { repeated, aligned, only } = summary;
  return (
    <p class="share-parts">
      {GRADES.map((grade) => (
        <Part
          key={grade}
          swatch={grade}
          count={summary[grade]}
          name={t.gradesLow[grade]}
          of={t.onSide[side]}
          title={t.shared.gradeLabel(grade, summary[grade])}
          pressed={filter.value.grades.has(grade)}
          onClick={() => toggleGrade(grade)}
        />
      ))}
      {repeated > 0 && (
        <Part
          swatch="copy"
          count={repeated}
          name={t.shared.repeated}
          of={t.onSide[side]}
          title={t.shared.repeatedLabel(repeated)}
          onClick={() => bringCopy(side)}
        />
      )}
      {aligned > 0 && (
        <Part
          count={aligned}
          name={t.shared.aligned}
          of={t.onSide[side]}
          title={t.shared.alignedLabel(aligned)}
          onClick={() => showLens("sidebyside")}
        />
      )}
      <Part
        count={only}
        name={t.shared.onlyHere}
        of={t.onSide[side]}
        title={t.shared.onlyHereLabel(only)}
        onClick={() => showLens("onlyinone")}
      />
    </p>
  );
}

/** Brings the first copy of a side into sight. */
function bringCopy(side: Side): void {
  const first = current.value?.comparison.coverage[side].find(isRepeated);
  if (first) bringOffset(side, first.start);
}
