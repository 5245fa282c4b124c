import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";
import { cancel, cancelled, compare, current, type Failure, failure, progress } from "../store/comparison";
import { type Arrival, arrival } from "../store/deepLinks";
import { endReading } from "../store/incoming";
import { problems, reading } from "../store/library";
import { titleOf } from "../store/titles";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { Problems } from "./start";

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
  return current.value && !current.value.comparison.complete ? <p class="line">{t.incomplete}</p> : null;
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
      {found.kind === "engine" ? t.failures.engine : t.failures.other(found.message)}
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

/** What the page or its address brought, or that it did not arrive whole. */
export function Arrived() {
  const found = arrival.value;
  if (!found) return null;
  const isBad = found.is === "damaged" || !found.whole;
  return (
    <p class={`line report-line${isBad ? " line-bad" : ""}`} role={isBad ? "alert" : undefined}>
      <span>
        {found.is === "damaged"
          ? t.arrivals.damaged[found.what]
          : t.arrivals.report(found.made, namesOf(found))}
        {found.is === "report" && !found.whole && ` ${t.arrivals.altered}`}
      </span>
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

/** What the articles of a report are called: the same as everywhere in the page. */
const namesOf = ({ articles: { left, right } }: Extract<Arrival, { is: "report" }>) => ({
  left: titleOf(left),
  right: titleOf(right),
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
