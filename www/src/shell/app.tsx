import { useEffect, useState } from "preact/hooks";
import { language, t } from "../i18n";
import { Pairs } from "../matrix/pairs";
import { cancel, cancelled, compare, current, failure, progress } from "../store/comparison";
import { arrival } from "../store/deepLinks";
import { query } from "../store/find";
import { endReading } from "../store/incoming";
import { articles, problems, reading } from "../store/library";
import { allPairs } from "../store/pairs";
import { sheet, spoken } from "../store/view";
import { IconButton } from "../ui/controls";
import { Icon } from "../ui/icons";
import { Bookmarklet, ByHand, Out, Told } from "./export";
import { DropFrame } from "./files";
import { Find } from "./find";
import { Header } from "./header";
import { Help, Licences } from "./help";
import { Said } from "./notices";
import { Paste } from "./paste";
import { NotKept } from "./persistence";
import { Reader } from "./reader";
import { onKey } from "./shortcuts";
import { Problems, Start } from "./start";

/** The whole page. */
export function App() {
  return <Page key={language.value} />;
}

function Page() {
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const empty = articles.value.length === 0;
  return (
    <>
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <Header />
      <div class="lines">
        <Arrived />
        <Status />
        {!empty && <Notices />}
        <NotKept />
        {!empty && query.value !== null && <Find />}
      </div>
      {empty ? <Start /> : allPairs.value ? <Pairs /> : <Reader />}
      <DropFrame />
      <Said />
      <Told />
      {sheet.value === "help" && <Help />}
      {sheet.value === "licences" && <Licences />}
      {sheet.value === "out" && <Out />}
      {sheet.value === "bookmarklet" && <Bookmarklet />}
      {sheet.value === "by-hand" && <ByHand />}
      {sheet.value === "paste" && <Paste />}
      <p class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </p>
    </>
  );
}

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
function Status() {
  const now = progress.value;
  const late = useLate(now !== null || reading.value !== null);
  if ((now || reading.value) && !late) return null;
  if (now) {
    return (
      <div class="status">
        <progress class="progress" max={1} value={now.done} aria-label={t.busy} />
        <p class="line">
          {t.busy} <span class="figure">{Math.round(now.done * 100)}%</span>
          <Action name={t.cancel} onClick={cancel} />
        </p>
      </div>
    );
  }
  if (reading.value) {
    return (
      <p class="line">
        {t.reading(reading.value)}
        <Action name={t.cancel} onClick={endReading} />
      </p>
    );
  }
  if (failure.value) {
    const found = failure.value;
    return (
      <p class="line line-bad" role="alert">
        {found.kind === "engine" ? t.failures.engine : t.failures.other(found.message)}
        <Action name={t.tryAgain} onClick={() => void compare()} />
      </p>
    );
  }
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

function Action({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {name}
    </button>
  );
}

/** What the page or its address brought, or that it did not arrive whole. */
function Arrived() {
  const found = arrival.value;
  if (!found) return null;
  const isBad = found.is === "damaged" || !found.whole;
  return (
    <p class={`line report-line${isBad ? " line-bad" : ""}`} role={isBad ? "alert" : undefined}>
      <span>
        {found.is === "damaged" ? t.arrivals.damaged[found.what] : t.arrivals.report(found.made, found.names)}
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

/** What could not be read, over a page that goes on. */
function Notices() {
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
