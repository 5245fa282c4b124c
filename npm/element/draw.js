// Draws a comparison: names and shares, the paragraph of the engine, and row beside row.

import { legend } from "./legend.js";
import { make } from "./make.js";
import { piecesOf } from "./pieces.js";

const SIDES = ["left", "right"];
const PARTS_OF_BAR = ["verbatim", "edited", "reworded", "repeatedWords"];
const DIFFERING = new Set(["differs", "writing", "rest"]);
const ROLES_IN_BOLD = new Set(["title", "heading"]);

/** What stands in place of a comparison: why there is none. */
export function drawProblem(problem) {
  return make("p", { class: "problem", part: "problem", role: "alert" }, problem);
}

/**
 * `shown`: `{ comparison, texts, names, languages, words, isLegendOpen }`; texts, names and languages are by side.
 */
export function draw(shown) {
  const { comparison, names, words } = shown;
  const clauses = comparison.story.clauses.map((clause) => clause.text);
  const rows = table(shown);
  return make(
    "section",
    { class: "comparison", part: "comparison", "aria-label": words.comparison(names.left, names.right) },
    clauses.length > 0 ? make("p", { class: "story", part: "story" }, clauses.join(" ")) : null,
    legend(rows, words, shown.isLegendOpen),
    rows,
    comparison.complete ? null : make("p", { class: "note", part: "note" }, words.incomplete),
  );
}

function table(shown) {
  const { comparison } = shown;
  const starts = {};
  for (const side of SIDES)
    starts[side] = new Map(comparison.paragraphs[side].map((paragraph) => [paragraph.start, paragraph]));
  const rows = comparison.rows.map((row, index) => drawRow(row, index, shown, starts));
  const head = make("tr", { role: "row" }, ...SIDES.map((side) => heading(side, shown)));
  return make(
    "table",
    { role: "table", part: "table" },
    make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...rows),
  );
}

function heading(side, { comparison, names, words }) {
  const { [side]: summary } = comparison.summary;
  const shared = comparison.relationEvidence.shared[side];
  const bar = PARTS_OF_BAR.filter((part) => summary[part] > 0).map((part) => {
    const piece = make("span", { class: `bar-${part}` });
    piece.style.flexGrow = summary[part];
    return piece;
  });
  const rest = make("span", {});
  rest.style.flexGrow = summary.words - PARTS_OF_BAR.reduce((sum, part) => sum + summary[part], 0);
  return make(
    "th",
    { class: side, part: "name", role: "columnheader", scope: "col" },
    make("span", { class: "name", dir: "auto" }, names[side]),
    make("span", { class: "share" }, words.shares(shared, summary.words)),
    make("span", { class: "bar", "aria-hidden": "true" }, ...bar, rest),
  );
}

function drawRow(row, index, shown, starts) {
  const begun = SIDES.map((side) => row[side] && starts[side].get(row[side].start)).filter(Boolean);
  const classes = [row.kind, begun.length > 0 ? "begins" : ""];
  if (begun.some((paragraph) => ROLES_IN_BOLD.has(paragraph.role))) classes.push("bold");
  const cells = SIDES.map((side) => (row[side] ? cell(row, side, shown) : stub(row, side, index, shown)));
  return make(
    "tr",
    { class: classes.join(" ").trim(), part: "row", role: "row", "data-row": index },
    ...cells,
  );
}

function cell(row, side, { comparison, texts, languages }) {
  const pieces = piecesOf(row, side, texts[side], comparison);
  return make(
    "td",
    { class: side, part: side, role: "cell", dir: "auto", lang: languages[side] },
    ...pieces.flatMap((piece) => drawTrimmed(piece, side)),
  );
}

/** A piece with the white space at its ends outside of its mark. */
function drawTrimmed(piece, side) {
  const [from, to] = [piece.text.trimStart().length, piece.text.trimEnd().length];
  const text = piece.text.trim();
  const before = text ? piece.text.slice(0, piece.text.length - from) : piece.text;
  const behind = text ? piece.text.slice(to) : "";
  return [before, drawPiece({ ...piece, text }, side), behind];
}

/** What only the left has is `<del>`, what only the right has `<ins>`: they turn one into the other. */
function drawPiece({ text, what, move }, side) {
  if (what === "plain" || text === "") return text;
  const differs = DIFFERING.has(what);
  const name = { left: "del", right: "ins" }[side];
  const number = move?.passage ? make("sup", { "aria-hidden": "true" }, String(move.passage)) : null;
  return make(differs ? name : "span", { class: what }, number, text);
}

/** The empty side of a row: where its sentence stands, if it stands elsewhere. */
function stub(row, side, index, { words }) {
  const number = row.passages[0];
  const badge = number ? make("b", {}, String(number)) : null;
  const attributes = { class: `${side} empty`, part: `${side} empty`, role: "cell" };
  if (row.kind === "repeated")
    return make("td", attributes, make("span", { class: "stub" }, `${words.repeats} `, badge));
  if (row.kind !== "moved" || row.counterpart === null) return make("td", attributes);
  const arrow = make("span", { "aria-hidden": "true" }, row.counterpart > index ? " ↓" : " ↑");
  const goes = make("span", { class: "spoken" }, `: ${words.goes}`);
  const button = make(
    "button",
    { class: "stub", part: "goes", type: "button" },
    `${words.moved} `,
    badge,
    arrow,
    goes,
  );
  button.dataset.goes = row.counterpart;
  return make("td", attributes, button);
}
