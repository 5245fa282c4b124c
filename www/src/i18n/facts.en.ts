import type { FactKind } from "../model/comparison";
import type { Note } from "../model/facts";
import type { Side } from "../model/side";
import { numbers } from "./numbers";

const { n } = numbers("en-GB");

/** Quotations that are not counted among the details, and why. */
function minorLine(count: number): string {
  if (count === 0) return "";
  const are = count === 1 ? "1 quotation differs" : `${n(count)} quotations differ`;
  return ` ${are} only in length or marks.`;
}

/** What the page says of differences of fact. */
export const factsEn = {
  kinds: {
    quotation: "Quotations",
    name: "Names",
    date: "Dates and times",
    number: "Numbers",
    negation: "Negations",
  } satisfies Record<FactKind, string>,
  low: (kind: FactKind, count: number) => {
    const one = {
      quotation: "quotation",
      name: "name",
      date: "date",
      number: "number",
      negation: "negation",
    };
    return count === 1 ? one[kind] : `${one[kind]}s`;
  },
  none: {
    quotation: "No quotation differs.",
    name: "No name differs.",
    date: "No date or time differs.",
    number: "No number differs.",
    negation: "Nothing is said on one side and denied on the other.",
  } satisfies Record<FactKind, string>,
  differ: (count: number, minor: number): readonly [string, string] => [
    count === 1 ? "1 detail" : `${n(count)} details`,
    ` ${count === 1 ? "differs" : "differ"} in passages both share.${minorLine(minor)}`,
  ],
  agree: (count: number): readonly [string, string] => [
    count === 1 ? "1 detail" : `${n(count)} details`,
    ` ${count === 1 ? "is" : "are"} the same on both sides.`,
  ],
  which: { left: "differing", right: "the same on both sides" } satisfies Record<Side, string>,
  same: (named: readonly string[], more: number) =>
    `Same on both sides: ${named.join(", ")}${more > 0 ? ` and ${n(more)} more` : ""}`,
  nothing: "–",
  says: { left: "Left says", right: "Right says" } satisfies Record<Side, string>,
  inShort: "In short",
  minor: "Quoted at another length, or in marks on one side only",
  alone: "Quotations on one side only",
  noneAlone: "None.",
  notes: {
    different: (_: string, kind: FactKind) =>
      ({
        quotation: "Different quotations",
        name: "Different names",
        date: "Different dates or times",
        number: "Different numbers",
        negation: "One says the opposite",
      })[kind],
    "more-left": (words: string) => `“${words}” only on the left`,
    "more-right": (words: string) => `“${words}” only on the right`,
    altered: () => "Other words inside the quotation",
    punctuated: () => "Other punctuation only",
    capitals: () => "Capitals only",
    "longer-left": () => "The quotation is longer on the left",
    "longer-right": () => "The quotation is longer on the right",
    "quoted-left": () => "In quotation marks only on the left",
    "quoted-right": () => "In quotation marks only on the right",
    "denied-left": () => "Denied on the left",
    "denied-right": () => "Denied on the right",
  } satisfies Record<Note, (words: string, kind: FactKind) => string>,
};
