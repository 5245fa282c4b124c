import type { Agreement, Change, Fact, FactKind, Span } from "./comparison";
import { LINES_AFTER, LINES_BEFORE } from "./lines";

/** The kinds of facts in the order in which they are shown. */
export const FACT_KINDS: readonly FactKind[] = ["quotation", "number", "date", "negation", "name"];

/** How much of the text around a value is shown on each side of it, in UTF-16 units. */
const AROUND = 46;

const MARKS = "\"“”„‟«»‹›‘’‚'「」『』";

/** A value as it stands in its text, with the quotation marks right beside it if there are any. */
export function withMarks(text: string, { start, end }: Span): Span {
  const before = start > 0 && MARKS.includes(text.charAt(start - 1)) ? 1 : 0;
  const after = end < text.length && MARKS.includes(text.charAt(end)) ? 1 : 0;
  return { start: start - before, end: end + after };
}

/** Whether a value stands in quotation marks, at its beginning or its end. */
export function isQuoted(text: string, span: Span): boolean {
  const wide = withMarks(text, span);
  return wide.start < span.start || wide.end > span.end;
}

/** The text around a value, cut at words and at the ends of its line. */
export function context(text: string, { start, end }: Span): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(LINES_BEFORE, "");
  const after = text.slice(end, end + AROUND).replace(LINES_AFTER, "");
  return {
    before: before.length < AROUND ? before : before.replace(/^\S*\s/, "…"),
    after: after.length < AROUND ? after : after.replace(/\s\S*$/, "…"),
  };
}

/** Whether a difference is only one of how much is quoted, or of quotation marks: shown last, and folded. */
export const isMinor = (fact: Fact): boolean => fact.detail === "cut" || fact.detail === "unquoted";

/** The facts of each kind, in the order of FACT_KINDS; the position in the given list goes along. */
export function byKind<F extends Fact | Agreement>(
  facts: readonly F[],
): Map<FactKind, { fact: F; at: number }[]> {
  const groups = new Map(FACT_KINDS.map((kind) => [kind, [] as { fact: F; at: number }[]]));
  for (const [at, fact] of facts.entries()) groups.get(fact.kind)?.push({ fact, at });
  return groups;
}

/** What kind of sentence says how a fact differs. */
export type Note =
  | "different"
  | "more-left"
  | "more-right"
  | "altered"
  | "punctuated"
  | "capitals"
  | "longer-left"
  | "longer-right"
  | "quoted-left"
  | "quoted-right"
  | "denied-left"
  | "denied-right";

/** How a fact differs, and the words that one side has more, if that is all. */
export function noteOf(fact: Fact, left: string, right: string): { note: Note; words: string } {
  const words = (side: "left" | "right") =>
    telling
      .map((change) => (side === "left" ? left : right).slice(change[side].start, change[side].end))
      .join(" … ");
  // A comma moved into a quotation says nothing of its words.
  const telling = fact.changes.filter(({ kind }) => kind !== "punctuation");
  const all = (operation: Change["operation"]) =>
    telling.length > 0 && telling.every((change) => change.operation === operation);
  const isOnly = (kind: Change["kind"]) =>
    fact.changes.length > 0 && fact.changes.every((change) => change.kind === kind);
  switch (fact.detail) {
    case "different":
      return { note: "different", words: "" };
    case "denied":
      return { note: fact.left.start < fact.left.end ? "denied-left" : "denied-right", words: "" };
    case "unquoted":
      return { note: isQuoted(left, fact.left) ? "quoted-left" : "quoted-right", words: "" };
    case "cut":
      return { note: all("delete") ? "longer-left" : all("insert") ? "longer-right" : "altered", words: "" };
    default:
      if (isOnly("punctuation")) return { note: "punctuated", words: "" };
      if (isOnly("case")) return { note: "capitals", words: "" };
      if (all("delete")) return { note: "more-left", words: words("left") };
      if (all("insert")) return { note: "more-right", words: words("right") };
      return { note: "altered", words: "" };
  }
}
