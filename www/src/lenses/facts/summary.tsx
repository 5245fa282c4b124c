import { t } from "../../i18n";
import type { FactKind } from "../../model/comparison";
import { byKind, FACT_KINDS, isMinor } from "../../model/facts";
import { toggled } from "../../model/sets";
import type { Side } from "../../model/side";
import { current } from "../../store/comparison";
import { factCounts, factKinds } from "../../store/facts";
import { Part, ShareBar, SummaryBox } from "../../ui/summary";

/** How many facts differ, and how many agree. The figures choose their kind. */
export function FactsSummary({ side }: { side: Side }) {
  const facts = current.value?.comparison.facts;
  if (!facts) return null;
  const { minor } = factCounts.value;
  const list = side === "left" ? facts.differences.filter((fact) => !isMinor(fact)) : facts.agree;
  const groups = byKind<{ kind: FactKind } & (typeof list)[number]>(list);
  const [count, of] = side === "left" ? t.facts.differ(list.length, minor) : t.facts.agree(list.length);
  return (
    <SummaryBox side={side}>
      <p class="share">
        <strong>{count}</strong>
        {of}
      </p>
      <p class="share-parts">
        {FACT_KINDS.map((kind) => (
          <Part
            key={kind}
            count={groups.get(kind)?.length ?? 0}
            name={t.facts.low(kind, groups.get(kind)?.length ?? 0)}
            of={t.facts.which[side]}
            pressed={factKinds.value.has(kind)}
            onClick={() => {
              factKinds.value = toggled(factKinds.value, kind);
            }}
          />
        ))}
      </p>
      <ShareBar
        whole={factCounts.value.telling + facts.agree.length}
        parts={[[side === "left" ? "only" : "verbatim", list.length]]}
      />
    </SummaryBox>
  );
}
