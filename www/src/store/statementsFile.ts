import { fileName, save } from "../export/save";
import { quotationsCsv, quotationsJson, statementsCsv, statementsJson } from "../export/statements";
import { t } from "../i18n";
import { contestsOf, lookOf, quotations, statements } from "./statements";
import { titleOf } from "./titles";
import { tell } from "./told";

/** What tables are saved as. */
export type Format = "csv" | "json";

const TYPES: Record<Format, string> = { csv: "text/csv;charset=utf-8", json: "application/json" };

function saveAs(name: string, format: Format, text: string): void {
  const file = fileName([name], format);
  save(file, TYPES[format], text);
  tell(t.out.saved(file));
}

/** Saves who says what: all statements, whatever the filter. */
export function saveStatements(format: Format): void {
  const now = statements.value;
  if (!now) return;
  const rows = now.found.rows.map((row) => {
    const contests = contestsOf(row);
    return {
      article: row.article,
      cells: row.cells.map((cell) => ({
        article: cell.article,
        look: lookOf(cell, contests),
        against: cell.to,
        also: cell.also,
        span: now.found.sentences[cell.article]?.[cell.sentence] ?? { start: 0, end: 0 },
      })),
      values: contests.map(({ articles, values }) => ({ articles, values })),
    };
  });
  const source = { made: new Date().toISOString(), articles: now.articles, titleOf, rows };
  saveAs(
    t.statements.views.statements,
    format,
    format === "csv" ? statementsCsv(source) : statementsJson(source),
  );
}

/** Saves who quotes what. */
export function saveQuotations(format: Format): void {
  const now = quotations.value;
  if (!now) return;
  const source = { made: new Date().toISOString(), articles: now.articles, titleOf, rows: now.found };
  saveAs(
    t.statements.views.quotations,
    format,
    format === "csv" ? quotationsCsv(source) : quotationsJson(source),
  );
}
