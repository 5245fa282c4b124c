import { useState } from "preact/hooks";
import { t } from "../i18n";
import { Shorts } from "../matrix/short";
import { allShort } from "../store/allShort";

/** The paragraphs of all pairs under that of the pair, once they are known: folded, and whole on paper. */
export function AllShort() {
  const [open, setOpen] = useState(false);
  const all = allShort.value;
  if (all.length < 2) return null;
  return (
    <section class={`all-short${open ? " is-open" : ""}`} aria-label={t.inShort.all(all.length)}>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.inShort.all(all.length)}
      </button>
      <h2 class="all-short-head">{t.inShort.all(all.length)}</h2>
      <Shorts all={all} />
    </section>
  );
}
