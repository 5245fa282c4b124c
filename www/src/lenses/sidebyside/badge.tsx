import { t } from "../../i18n";
import { longOf } from "../../layout/markedText";
import type { Passage } from "../../model/comparison";
import { lookOf } from "../../model/grades";
import { openPassage } from "../../store/passages";

/** The number of a passage between the sides of its row. */
export function RowBadge({ passage }: { passage: Passage }) {
  return (
    <button
      type="button"
      class={`badge badge-${lookOf(passage)}${longOf(passage.number)}`}
      aria-label={t.passageLabel(passage, "left")}
      onClick={(event) => {
        event.stopPropagation();
        openPassage(passage.number);
      }}
    >
      {passage.number}
    </button>
  );
}
