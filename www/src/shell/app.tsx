import { useEffect } from "preact/hooks";
import { language, t } from "../i18n";
import { Pairs } from "../matrix/pairs";
import { query } from "../store/find";
import { articles } from "../store/library";
import { allPairs } from "../store/pairs";
import { sheet, spoken } from "../store/view";
import { Bookmarklet, ByHand, Out } from "./export";
import { DropFrame } from "./files";
import { Find } from "./find";
import { Header } from "./header";
import { Help, Licences } from "./help";
import { Notices } from "./notices";
import { Paste } from "./paste";
import { KeptLines } from "./persistence";
import { Asked } from "./questions";
import { Reader } from "./reader";
import { onKey } from "./shortcuts";
import { Start } from "./start";
import { Arrived, ProblemLines, Status } from "./statusLines";

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
        <Asked />
        <Arrived />
        <Status />
        {!empty && <ProblemLines />}
        <KeptLines />
        {!empty && query.value !== null && <Find />}
      </div>
      {empty ? <Start /> : allPairs.value ? <Pairs /> : <Reader />}
      <DropFrame />
      <Notices />
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
