import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { isWhole } from "../schema/dropped";
import { cancel, cancelled, compare, current, type Failure, failure, progress } from "../store/comparison";
import { type Arrival, arrival } from "../store/deepLinks";
import { endReading } from "../store/incoming";
import { guests, problems, reading } from "../store/library";
import { isElsewhereIncomplete } from "../store/otherArticles";
import { inLine, titleOf } from "../store/titles";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { keepGuests } from "./persistence";
import { Problems } from "./problems";

/** How long a comparison, or the reading of files, may take before the page says that it goes on, in milliseconds. */
const PATIENCE = 150;

/** Whether something has been true for longer than a moment: a line that only flashes up helps nobody. */
function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on]);
  return late && on;
}

/** One line under the header: what the page is doing, or what went wrong. */
export function Status() {
  const isBusy = progress.value !== null || reading.value !== null;
  const late = useLate(isBusy);
  if (isBusy && !late) return null;
  if (progress.value) return <Comparing done={progress.value.done} />;
  if (reading.value) {
    return (
      <p class="line">
        {t.reading(reading.value)}
        <Action name={t.cancel} onClick={endReading} />
      </p>
    );
  }
  if (failure.value) return <Failed found={failure.value} />;
  if (cancelled.value) {
    return (
      <p class="line">
        {t.cancelled}
        <Action name={t.compareNow} onClick={() => void compare()} />
      </p>
    );
  }
  if (!current.value) return null;
  if (!current.value.comparison.complete) return <p class="line">{t.incomplete}</p>;
  return isElsewhereIncomplete.value ? <p class="line">{t.elsewhereIncomplete}</p> : null;
}

function Comparing({ done }: { done: number }) {
  return (
    <div class="status">
      <progress class="progress" max={1} value={done} aria-label={t.busy} />
      <p class="line">
        {t.busy} <span class="figure">{Math.round(done * 100)}%</span>
        <Action name={t.cancel} onClick={cancel} />
      </p>
    </div>
  );
}

function Failed({ found }: { found: Failure }) {
  return (
    <p class="line line-bad" role="alert">
      {t.failures[found]}
      <Action name={t.tryAgain} onClick={() => void compare()} />
    </p>
  );
}

function Action({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {name}
    </button>
  );
}

/** What is said of something that arrived. */
function arrivalText(found: Arrival): string {
  if (found.is === "refused") return t.arrivals.refused[found.why][found.what];
  if (found.is === "too-much")
    return t.arrivals.tooMuch[found.what](t.problem({ name: "", ...found.refusal }));
  const dropped = isWhole(found.dropped) ? "" : ` ${t.dropped(found.dropped)}`;
  if (found.is === "library") return `${t.libraryFile(found.added, found.here)}${dropped}`;
  if (found.is === "report") {
    const altered = found.whole ? "" : ` ${t.arrivals.altered}`;
    return `${t.arrivals.report(found.made, namesOf(found))}${altered}${dropped}`;
  }
  const notKept = guests.value.size > 0 ? ` ${t.arrivals.notKept}` : "";
  return `${t.arrivals.link(namesOf(found))}${dropped}${notKept}`;
}

function isBad(found: Arrival): boolean {
  if (found.is === "refused" || found.is === "too-much") return true;
  return !isWhole(found.dropped) || (found.is === "report" && !found.whole);
}

/** What the page or its address brought, or that it did not arrive whole. */
export function Arrived() {
  const found = arrival.value;
  if (!found) return null;
  const bad = isBad(found);
  return (
    <p class={`line report-line${bad ? " line-bad" : ""}`} role={bad ? "alert" : undefined}>
      <span>{arrivalText(found)}</span>
      {found.is === "link" && guests.value.size > 0 && <Action name={t.arrivals.keep} onClick={keepGuests} />}
      <IconButton
        name={t.arrivals.close}
        onClick={() => {
          arrival.value = null;
        }}
      >
        <Icon name="close" />
      </IconButton>
    </p>
  );
}

/** What the articles of a report or a link are called: as everywhere in the page, but not longer than a line. */
const namesOf = ({ articles: { left, right } }: Extract<Arrival, { is: "report" | "link" }>) => ({
  left: inLine(titleOf(left)),
  right: inLine(titleOf(right)),
});

/** What could not be read, over a page that goes on. */
export function ProblemLines() {
  if (problems.value.length === 0) return null;
  return (
    <div class="notices">
      <Problems />
      <IconButton
        name={t.closeProblems}
        onClick={() => {
          problems.value = [];
        }}
      >
        <Icon name="close" />
      </IconButton>
    </div>
  );
}
