import { useState } from "preact/hooks";
import { t } from "../i18n";
import type { CellLook, StatementFilter } from "../i18n/story.en";
import type { Article } from "../model/article";
import type { Statement, StatementCell } from "../model/comparison";
import {
  base,
  cancelFacts,
  contestsOf,
  factsProgress,
  filter,
  lookForFacts,
  lookOf,
  openCell,
  openFacts,
  reading,
  shownRows,
  statements,
  statementsFailure,
  whose,
  wordsOf,
} from "../store/statements";
import { saveStatements } from "../store/statementsFile";
import { titleOf } from "../store/titles";
import { Reading } from "./reading";
import { ArticleTable, NotFound } from "./table";
import "./statements.css";

/** Rows that are drawn at first, and more with each press. */
const FIRST = 60;

/** Who says what: a row for each statement, a column for each article. */
export function StatementsView() {
  const now = statements.value;
  if (statementsFailure.value) return <p role="alert">{t.statements.failed}</p>;
  if (!now) return <p class="note">{t.statements.wait}</p>;
  const read = reading.value && base.value !== null;
  return (
    <>
      <Tools articles={now.articles} />
      <FactsLine />
      {read ? <Reading /> : <Table articles={now.articles} rows={shownRows.value} />}
    </>
  );
}

function Tools({ articles }: { articles: readonly Article[] }) {
  const filters = Object.keys(t.statements.filters) as StatementFilter[];
  const all = statements.value?.found.rows.length ?? 0;
  return (
    <div class="statement-tools">
      <label>
        {t.statements.filter}{" "}
        <select
          value={filter.value}
          disabled={reading.value && base.value !== null}
          onChange={(event) => {
            filter.value = event.currentTarget.value as StatementFilter;
          }}
        >
          {filters.map((one) => (
            <option key={one} value={one}>
              {t.statements.filters[one]}
            </option>
          ))}
        </select>
      </label>
      {filter.value === "one" && (
        <Choose label={t.statements.whose} none={t.statements.anyone} articles={articles} of={whose} />
      )}
      <Choose label={t.statements.order} none={t.statements.consensus} articles={articles} of={base} />
      {base.value !== null && (
        <button
          type="button"
          class="button"
          aria-pressed={reading.value}
          onClick={() => {
            reading.value = !reading.value;
          }}
        >
          {t.statements.read}
        </button>
      )}
      <span class="note">{t.statements.count(shownRows.value.length, all)}</span>
      <span class="space" />
      <button type="button" class="link" onClick={() => saveStatements("csv")}>
        {t.statements.csv}
      </button>
      <button type="button" class="link" onClick={() => saveStatements("json")}>
        {t.statements.json}
      </button>
    </div>
  );
}

interface ChooseProps {
  label: string;
  none: string;
  articles: readonly Article[];
  of: { value: string | null };
}

/** One of the articles, or none of them. */
function Choose({ label, none, articles, of }: ChooseProps) {
  return (
    <label>
      {label}{" "}
      <select
        value={of.value ?? ""}
        onChange={(event) => {
          of.value = event.currentTarget.value || null;
        }}
      >
        <option value="">{none}</option>
        {articles.map((article, at) => (
          <option key={article.id} value={article.id}>
            {at + 1} {titleOf(article)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How far looking for values that differ has come, or the button that begins it. */
function FactsLine() {
  const now = factsProgress.value;
  if (now) {
    return (
      <p class="line" role="status">
        {t.statements.facts(now.done, now.all)}
        <button type="button" class="link" onClick={cancelFacts}>
          {t.cancel}
        </button>
      </p>
    );
  }
  const open = openFacts.value.length;
  if (open === 0) return null;
  return (
    <p class="line">
      {t.statements.notLooked}
      <button type="button" class="link" onClick={() => void lookForFacts()}>
        {t.statements.lookForFacts(open)}
      </button>
    </p>
  );
}

function Table({ articles, rows }: { articles: readonly Article[]; rows: readonly Statement[] }) {
  const [to, setTo] = useState(FIRST);
  return (
    <>
      <ArticleTable articles={articles} first={t.statements.statement} name="data-statements">
        {rows.slice(0, to).map((row) => (
          <Row key={`${row.article}.${row.sentence}`} row={row} articles={articles} />
        ))}
      </ArticleTable>
      {rows.length === 0 && <p class="note">{t.statements.none}</p>}
      {rows.length > to && (
        <button type="button" class="link" onClick={() => setTo(to * 3)}>
          {t.statements.more(rows.length - to)}
        </button>
      )}
    </>
  );
}

function Row({ row, articles }: { row: Statement; articles: readonly Article[] }) {
  const contests = contestsOf(row);
  const cells = new Map(row.cells.map((cell) => [cell.article, cell]));
  return (
    <tr>
      <th scope="row" class="statement-words" dir="auto">
        {wordsOf(row.article, row.sentence)}
        {contests.length > 0 && (
          <ul class="contests">
            {contests.map(({ articles: [one, other], values: [a, b] }, at) => (
              <li key={at}>
                <b>{one + 1}</b> {a || t.statements.missing} <b>{other + 1}</b> {b || t.statements.missing}
              </li>
            ))}
          </ul>
        )}
      </th>
      {articles.map((article, at) => {
        const cell = cells.get(at);
        return cell ? (
          <Cell key={article.id} row={row} cell={cell} article={article} look={lookOf(cell, contests)} />
        ) : (
          <NotFound key={article.id} article={article} name={t.statements.notFound} />
        );
      })}
    </tr>
  );
}

interface CellProps {
  row: Statement;
  cell: StatementCell;
  article: Article;
  look: CellLook;
}

function Cell({ row, cell, article, look }: CellProps) {
  const to = statements.value?.articles[cell.to];
  const notes = [
    t.statements.cell(titleOf(article), t.statements.looks[look]),
    to && to !== article && t.statements.against(titleOf(to)),
    cell.also && t.statements.also,
    wordsOf(cell.article, cell.sentence),
  ];
  return (
    <td data-article={article.name} data-grade={look}>
      <button
        type="button"
        class={`look look-${look}${cell.also ? " look-also" : ""}`}
        tabIndex={-1}
        title={notes.filter(Boolean).join("\n")}
        aria-label={notes.filter(Boolean).join(". ")}
        onClick={() => openCell(row, cell)}
      >
        {t.statements.looks[look]}
      </button>
    </td>
  );
}
