import { t } from "../i18n";
import type { Statement } from "../model/comparison";
import { LINE_END } from "../model/lines";
import { base, contestsOf, lookOf, openCell, spanOf, statements } from "../store/statements";
import { titleOf } from "../store/titles";

/** The base as a text, with the articles that have each sentence beside it. */
export function Reading() {
  const now = statements.value;
  const own = now?.articles.findIndex(({ id }) => id === base.value) ?? -1;
  const article = now?.articles[own];
  if (!now || !article) return null;
  const rows = new Map<number, Statement>();
  for (const row of now.found.rows) {
    const cell = row.cells.find((cell) => cell.article === own && !cell.also);
    if (cell) rows.set(cell.sentence, row);
  }
  const sentences = now.found.sentences[own] ?? [];
  const others = now.articles.length - 1;
  return (
    <article class="margin-reading" aria-label={titleOf(article)}>
      {sentences.map(({ start, end }, at) => {
        const row = rows.get(at);
        const before = article.text.slice(sentences[at - 1]?.end ?? 0, start);
        return (
          <div key={start} class={`margin-row${before.search(LINE_END) >= 0 ? " begins" : ""}`}>
            <p dir="auto" lang="">
              {article.text.slice(start, end)}
            </p>
            {row && <Margin row={row} own={own} others={others} />}
          </div>
        );
      })}
    </article>
  );
}

function Margin({ row, own, others }: { row: Statement; own: number; others: number }) {
  const contests = contestsOf(row);
  const cells = row.cells.filter(({ article }) => article !== own);
  const articles = statements.value?.articles ?? [];
  return (
    <p class="margin-others">
      <span class="unseen">{t.statements.have(cells.length, others)}: </span>
      {cells.length === 0 && <span class="note">{t.statements.onlyHere}</span>}
      {cells.map((cell) => {
        const article = articles[cell.article];
        if (!article) return null;
        const look = lookOf(cell, contests);
        const { start, end } = spanOf(cell.article, cell.sentence);
        const name = t.statements.cell(titleOf(article), t.statements.looks[look]);
        return (
          <button
            key={cell.article}
            type="button"
            class={`look look-${look}${cell.also ? " look-also" : ""}`}
            data-article={article.name}
            data-grade={look}
            aria-label={name}
            title={`${name}\n${article.text.slice(start, end)}`}
            onClick={() => openCell(row, cell)}
          >
            {cell.article + 1}
          </button>
        );
      })}
    </p>
  );
}
