import { useState } from "preact/hooks";
import { t } from "../i18n";
import type { Problem } from "../model/article";
import { problems } from "../store/library";

/** So many refused files are each named at once; more become one line that unfolds. */
const NAMED = 10;
/** What is said of a file that was read all the same. */
const REMARKS: readonly Problem["error"][] = ["others", "too-many", "chapters-missing"];

/** What is to be said of files: a line for each, or one for all that could not be read. */
export function Problems() {
  const all = problems.value;
  if (all.length === 0) return null;
  const refused = all.filter(({ error }) => !REMARKS.includes(error));
  const isFolded = refused.length > NAMED;
  const shown = isFolded ? all.filter(({ error }) => REMARKS.includes(error)) : all;
  return (
    <div class="problems-box" role="alert">
      {isFolded && <Folded list={refused} />}
      {shown.length > 0 && <Lines list={shown} />}
    </div>
  );
}

/** The list is drawn when it is unfolded: it may have thousands of lines. */
function Folded({ list }: { list: readonly Problem[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="problem problems-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.unread(list.length)}</summary>
      {isOpen && <Lines list={list} />}
    </details>
  );
}

function Lines({ list }: { list: readonly Problem[] }) {
  return (
    <ul class="problems" aria-label={t.problems}>
      {list.map((problem, at) => (
        <li key={at}>
          <bdi>{problem.name}</bdi> {t.problem(problem)}
        </li>
      ))}
    </ul>
  );
}
