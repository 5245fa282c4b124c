import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@cfworker/json-schema";
import { expect, test } from "vitest";
import type { Article } from "../model/article";
import type { QuotationRow } from "../model/comparison";
import {
  type Gathered,
  quotationsCsv,
  quotationsJson,
  type StatementRow,
  statementsCsv,
  statementsJson,
} from "./statements";

const SCHEMA = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../docs/statements.schema.json"), "utf8"),
);
const validator = new Validator(SCHEMA, "2020-12");

const article = (name: string, text: string): Article => ({
  id: name,
  name,
  title: name,
  titleGuessed: false,
  byline: null,
  outlet: null,
  date: null,
  text,
  lineOverrides: [],
  alternative: null,
});

const articles = [article("a", "Nine boats waited."), article("b", "Ten boats waited, “all night”.")];
const head = {
  made: "2026-01-02T03:04:05.678Z",
  articles,
  titleOf: (one: Article) => one.name.toUpperCase(),
};

const statements: Gathered<StatementRow> = {
  ...head,
  rows: [
    {
      article: 0,
      cells: [
        { article: 0, look: "own", against: 0, also: false, span: { start: 0, end: 18 } },
        { article: 1, look: "differs", against: 0, also: false, span: { start: 0, end: 16 } },
      ],
      values: [{ articles: [0, 1], values: ["Nine", "Ten"] }],
    },
  ],
};

const quotations: Gathered<QuotationRow> = {
  ...head,
  rows: [
    {
      article: 1,
      cells: [{ article: 1, carried: "whole", span: { start: 19, end: 28 }, speaker: null }],
    },
  ],
};

test("statements are saved as the schema says, with their texts", () => {
  const saved = JSON.parse(statementsJson(statements));
  expect(validator.validate(saved).errors).toEqual([]);
  expect(saved.statements[0].text).toBe("Nine boats waited.");
  expect(saved.statements[0].cells[1].text).toBe("Ten boats waited");
  expect(validator.validate({ ...saved, version: 2 }).valid).toBe(false);
});

test("quotations are saved as the schema says", () => {
  const saved = JSON.parse(quotationsJson(quotations));
  expect(validator.validate(saved).errors).toEqual([]);
  expect(saved.quotations[0].text).toBe("all night");
});

test("tables have a column for each article, or a row for each that quotes", () => {
  expect(statementsCsv(statements)).toBe(
    "\uFEFFstatement,articles,values,A,B\r\nNine boats waited.,2,Nine / Ten,own,differs\r\n",
  );
  expect(quotationsCsv(quotations)).toBe(
    "\uFEFFnumber,quotation,article,carried,words,speaker\r\n1,all night,B,whole,all night,\r\n",
  );
});
