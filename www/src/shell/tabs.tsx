import { t } from "../i18n";
import { LENSES, lensInUse } from "../lenses";
import { current } from "../store/comparison";
import { lens, showLens } from "../store/lens";

/** The lenses as tabs; arrows move among them. */
export function Tabs() {
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
