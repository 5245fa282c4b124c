import { useState } from "preact/hooks";
import { t } from "../i18n";
import type { Article } from "../model/article";
import type { QuotationCell, QuotationRow } from "../model/comparison";
import { quotations, showAt, statementsFailure } from "../store/statements";
import { saveQuotations } from "../store/statementsFile";
import { titleOf } from "../store/titles";
import { ArticleTable, NotFound } from "./table";

/** Rows that are drawn at first, and more with each press. */
const FIRST = 60;

/** Each quotation once, with the articles that carry it, and how. */
export function QuotationsView() {
  const [to, setTo] = useState(FIRST);
  const now = quotations.value;
  if (statementsFailure.value) return <p role="alert">{t.statements.failed}</p>;
  if (!now) return <p class="note">{t.statements.wait}</p>;
  // Those of several articles first.
  const rows = [...now.found].sort((a, b) => b.cells.length - a.cells.length);
  return (
    <>
      <div class="statement-tools">
        <span class="note">{t.statements.countQuotations(rows.length)}</span>
        <span class="space" />
        <button type="button" class="link" onClick={() => saveQuotations("csv")}>
          {t.statements.csv}
        </button>
        <button type="button" class="link" onClick={() => saveQuotations("json")}>
          {t.statements.json}
        </button>
      </div>
      <ArticleTable articles={now.articles} first={t.statements.quotation} name="data-quotations">
        {rows.slice(0, to).map((row, at) => (
          <Row key={at} row={row} articles={now.articles} />
        ))}
      </ArticleTable>
      {rows.length === 0 && <p class="note">{t.statements.noneQuotations}</p>}
      {rows.length > to && (
        <button type="button" class="link" onClick={() => setTo(to * 3)}>
          {t.statements.more(rows.length - to)}
        </button>
      )}
    </>
  );
}

interface RowProps {
  row: QuotationRow;
  articles: readonly Article[];
}

const words = (article: Article | undefined, { start, end }: { start: number; end: number }) =>
  article?.text.slice(start, end).replace(/\s+/g, " ") ?? "";

function Row({ row, articles }: RowProps) {
  const own = row.cells.find(({ article }) => article === row.article);
  const cells = new Map(row.cells.map((cell) => [cell.article, cell]));
  return (
    <tr>
      <th scope="row" class="statement-words" dir="auto">
        {own && t.quoted(words(articles[row.article], own.span))}
        <span class="note speakers">{speakersOf(row, articles)}</span>
      </th>
      {articles.map((article, at) => {
        const cell = cells.get(at);
        return cell ? (
          <Cell key={article.id} row={row} cell={cell} articles={articles} />
        ) : (
          <NotFound key={article.id} article={article} name={t.statements.notQuoted} />
        );
      })}
    </tr>
  );
}

/** Whom the articles name as the speaker: each name once. */
function speakersOf({ cells }: QuotationRow, articles: readonly Article[]): string {
  const names = cells.flatMap(({ article, speaker }) => (speaker ? [words(articles[article], speaker)] : []));
  return [...new Set(names)].map(t.statements.says).join(" · ");
}

function Cell({ row, cell, articles }: RowProps & { cell: QuotationCell }) {
  const article = articles[cell.article];
  if (!article) return null;
  const notes = [
    t.statements.cell(titleOf(article), t.statements.looks[cell.carried]),
    cell.speaker && t.statements.says(words(article, cell.speaker)),
    words(article, cell.span),
  ];
  const open = () => {
    const to =
      row.cells.find((one) => one.article === row.article && one !== cell) ??
      row.cells.find((one) => one !== cell);
    const left = articles[to?.article ?? (cell.article === 0 ? 1 : 0)];
    if (left) showAt(left, article, to?.span, cell.span);
  };
  return (
    <td data-article={article.name} data-grade={cell.carried}>
      <button
        type="button"
        class={`look look-${cell.carried}`}
        tabIndex={-1}
        title={notes.filter(Boolean).join("\n")}
        aria-label={notes.filter(Boolean).join(". ")}
        onClick={open}
      >
        {t.statements.looks[cell.carried]}
      </button>
    </td>
  );
}
