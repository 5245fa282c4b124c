import type { ReadonlySignal } from "@preact/signals";
import { computed } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { t } from "../i18n";
import type { Side } from "../model/side";
import { current } from "../store/comparison";
import { showLens } from "../store/selection";
import { changedRows, type LensName, lens, shown, stretches } from "../store/view";
import { Facts, FactsSummary } from "./facts/view";
import { LeftOutList } from "./onlyinone/list";
import { LeftOut, LeftOutSummary } from "./onlyinone/view";
import { PassageList } from "./shared/list";
import { SharedSummary } from "./shared/summary";
import { Shared } from "./shared/view";
import { ChangesList } from "./sidebyside/list";
import { Changes, ChangesSummary } from "./sidebyside/view";

/** One way to look at a comparison. A further lens is a further entry. */
interface Lens {
  name: LensName;
  count: ReadonlySignal<number>;
  View: FunctionComponent;
  Summary: FunctionComponent<{ side: Side }>;
  /** What stands beside the view; null when the view is a list itself. */
  List: FunctionComponent | null;
  /** Whether the sides scroll apart, so that scrolling together means something. */
  apart: boolean;
}

export const LENSES: readonly Lens[] = [
  {
    name: "shared",
    count: computed(() => shown.value.size),
    View: Shared,
    Summary: SharedSummary,
    List: PassageList,
    apart: true,
  },
  {
    name: "changes",
    count: computed(() => changedRows.value.length),
    View: Changes,
    Summary: ChangesSummary,
    List: ChangesList,
    apart: false,
  },
  {
    name: "leftout",
    count: computed(() => stretches.value.length),
    View: LeftOut,
    Summary: LeftOutSummary,
    List: LeftOutList,
    apart: true,
  },
  {
    name: "facts",
    count: computed(() => current.value?.comparison.facts.differences.length ?? 0),
    View: Facts,
    Summary: FactsSummary,
    List: null,
    apart: false,
  },
];

/** The lens in use. */
export const lensInUse = computed(() => LENSES.find(({ name }) => name === lens.value) as Lens);

/** The lenses as tabs; arrows move among them. */
export function Lenses() {
  const move = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = LENSES[(LENSES.indexOf(lensInUse.value) + by + LENSES.length) % LENSES.length];
    if (by === 0 || !next) return;
    event.preventDefault();
    showLens(next.name);
    document.getElementById(`lens-${next.name}`)?.focus();
  };
  return (
    <div class="lenses" role="tablist" aria-label={t.lensesLabel} onKeyDown={move}>
      {LENSES.map(({ name, count }) => (
        <button
          key={name}
          id={`lens-${name}`}
          type="button"
          role="tab"
          class="lens"
          aria-selected={lens.value === name}
          aria-controls="main"
          tabIndex={lens.value === name ? 0 : -1}
          onClick={() => showLens(name)}
        >
          {t.lenses[name]} {current.value && <span aria-hidden="true">{t.number(count.value)}</span>}
        </button>
      ))}
    </div>
  );
}
