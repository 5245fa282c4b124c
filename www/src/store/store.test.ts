import { beforeEach, describe, expect, test } from "vitest";
import { stepPassage } from "../lenses/shared/items";
import { rows } from "../lenses/sidebyside/rows";
import { type Article, newId } from "../model/article";
import type { Comparison, Passage } from "../model/comparison";
import { refuse, takeBack, togglePin, undo } from "./actions";
import { watchAddress } from "./address";
import { current, result } from "./comparison";
import { lens } from "./lens";
import { add, articles, choose, chosen, pair, remove, removeAll, swap } from "./library";
import { directions, placed } from "./paragraphMarks";
import {
  drawn,
  filter,
  hiddenCount,
  listed,
  NO_FILTER,
  order,
  passageOf,
  refused,
  selectPassage,
  shown,
  uncountedCount,
} from "./passages";
import { selectedPassage, watchComparison } from "./selection";
import { options } from "./settings";
import { countsOf, sharedCounts } from "./sharedCounts";
import { forgetVerdicts, kept, lastVerdict, verdictOptions, verdictsOn } from "./verdicts";

const TEXT = "aaaa bbbb. cccc dddd.\n\neeee ffff. gggg hhhh.";

function article(name: string, text = TEXT) {
  const about = { title: null, titleGuessed: true, byline: null, outlet: null, date: null };
  return { id: newId(), name, ...about, text, lineOverrides: [], alternative: null };
}

const span = (start: number, end: number) => ({ start, end });

function passage(
  number: number,
  left: [number, number],
  right: [number, number],
  more: Partial<Passage> = {},
) {
  return {
    number,
    left: span(...left),
    right: span(...right),
    grade: "verbatim",
    substance: "statement",
    coverage: "shared",
    pinned: false,
    words: { left: 2, right: 2 },
    common: 2,
    moved: false,
    quotation: false,
    changes: [],
    ...more,
  } as unknown as Passage;
}

const summary = {
  words: 20,
  verbatim: 4,
  edited: 2,
  reworded: 1,
  repeatedWords: 3,
  alignedWords: 2,
  weakWords: 1,
  formulaicWords: 2,
  onlyWords: 5,
  boilerplateWords: 7,
  sentences: 4,
  same: 1,
  changed: 1,
  moved: 1,
  only: 1,
};

const paragraphs = [
  { start: 0, end: 21, role: "prose" },
  { start: 23, end: 44, role: "prose" },
];

const comparison = {
  regions: [],
  passages: [
    passage(1, [0, 9], [0, 9]),
    passage(2, [11, 20], [34, 43], { moved: true, grade: "edited" }),
    passage(3, [23, 32], [11, 20], { words: { left: 9, right: 4 } as never }),
    passage(4, [11, 15], [0, 4], { substance: "names", coverage: "formulaic" }),
    passage(5, [0, 9], [23, 32], { primary: 1, coverage: "repeated" }),
  ],
  rows: [
    { left: span(0, 10), right: span(0, 10), kind: "same", passages: [1, 4], changes: [], moves: [] },
    {
      left: span(11, 21),
      right: null,
      kind: "moved",
      passages: [2, 4],
      counterpart: 4,
      changes: [],
      moves: [],
    },
    { left: span(23, 33), right: span(11, 21), kind: "changed", passages: [3], changes: [], moves: [] },
    { left: null, right: span(23, 33), kind: "repeated", passages: [5], changes: [], moves: [] },
    {
      left: null,
      right: span(34, 44),
      kind: "moved",
      passages: [2],
      counterpart: 1,
      changes: [],
      moves: [],
    },
    { left: span(34, 44), right: null, kind: "only", passages: [], changes: [], moves: [] },
  ],
  coverage: {
    left: [
      { start: 0, end: 9, what: "shared", passage: 1 },
      { start: 11, end: 20, what: "shared", passage: 2 },
      { start: 23, end: 32, what: "shared", passage: 3 },
      { start: 34, end: 43, what: "only", passage: null },
    ],
    right: [
      { start: 0, end: 9, what: "shared", passage: 1 },
      { start: 11, end: 20, what: "shared", passage: 3 },
      { start: 23, end: 32, what: "repeated", passage: 1 },
      { start: 34, end: 43, what: "shared", passage: 2 },
    ],
  },
  leftOut: { left: [{ start: 34, end: 44, words: 2, sentences: 1 }], right: [] },
  summary: { left: summary, right: summary },
  paragraphs: { left: paragraphs, right: paragraphs },
  complete: true,
} as unknown as Comparison;

const numbers = (list: readonly Passage[]) => list.map(({ number }) => number);

beforeEach(() => {
  removeAll();
  filter.value = NO_FILTER;
  order.value = "left";
  lens.value = "shared";
  selectedPassage.value = null;
  add([article("one"), article("two"), article("three")]);
  const { left, right } = pair.value;
  if (left && right) result.value = { left, right, comparison, verdicts: [], meaning: null };
  forgetVerdicts();
});

/** A passage by its number, which is there. */
const at = (number: number) => passageOf(number) as Passage;

describe("the library", () => {
  test("the first two take the sides; the article of the other side swaps", () => {
    expect([pair.value.left?.name, pair.value.right?.name]).toEqual(["one", "two"]);
    choose("left", pair.value.right?.id ?? "");
    expect([pair.value.left?.name, pair.value.right?.name]).toEqual(["two", "one"]);
    swap();
    expect(pair.value.left?.name).toBe("one");
  });

  test("another takes the place of one that is removed", () => {
    remove(chosen.value.left ?? "");
    expect([pair.value.left?.name, pair.value.right?.name]).toEqual(["two", "three"]);
    remove(chosen.value.left ?? "");
    expect([pair.value.left?.name, pair.value.right]).toEqual(["three", null]);
    remove(chosen.value.left ?? "");
    expect([articles.value.length, pair.value.left]).toEqual([0, null]);
  });

  test("a comparison belongs to its pair", () => {
    expect(current.value?.comparison).toBe(comparison);
    swap();
    expect(current.value).toBe(null);
  });
});

/** Puts another comparison in place, with other things said of some passages. */
function compareAgain(changes: Record<number, Partial<Passage>>): void {
  const found = current.value;
  if (!found) throw new Error("two are compared");
  const passages = found.comparison.passages.map((one) => ({ ...one, ...changes[one.number] }));
  result.value = { ...found, comparison: { ...found.comparison, passages } };
}

test("the words of a side are counted once, and what does not count is only here", () => {
  const { words, ...counts } = countsOf(summary as never);
  expect(counts).toEqual({
    verbatim: 4,
    edited: 2,
    reworded: 1,
    repeated: 3,
    shared: 10,
    aligned: 2,
    only: 8,
  });
  expect(counts.shared + counts.aligned + counts.only).toBe(words);
  expect(sharedCounts.value?.left).toEqual(countsOf(summary as never));
});

describe("passages", () => {
  test("have marks when they count; of what does not count but copies it is said how many there are", () => {
    expect(numbers(drawn.value)).toEqual([1, 2, 3]);
    expect([hiddenCount.value, uncountedCount.value]).toEqual([0, 1]);
    filter.value = { ...NO_FILTER, movedOnly: true };
    expect(hiddenCount.value).toBe(2);
  });

  test("a further counterpart has a mark while it is chosen", () => {
    selectedPassage.value = 5;
    expect(numbers(drawn.value)).toEqual([1, 2, 3, 5]);
  });

  test.each([
    [{ grades: new Set(["edited" as const]) }, [2]],
    [{ minWords: 5 }, [3]],
    [{ movedOnly: true }, [2]],
    [{ quotations: "only" as const }, []],
    [{ quotations: "none" as const }, [1, 2, 3]],
  ])("filter %o", (part, expected) => {
    filter.value = { ...NO_FILTER, ...part };
    expect([...shown.value]).toEqual(expected);
  });

  test("the list has the order the reader chose, pinned ones first", () => {
    order.value = "right";
    expect(numbers(listed.value)).toEqual([1, 3, 2]);
    order.value = "longest";
    expect(numbers(listed.value)).toEqual([3, 1, 2]);
    compareAgain({ 2: { pinned: true } });
    expect(numbers(listed.value)).toEqual([2, 3, 1]);
    filter.value = { ...NO_FILTER, minWords: 5 };
    expect(numbers(listed.value)).toEqual([2, 3]);
  });

  test("left order is that of the article, though what did not count may be numbered last", () => {
    compareAgain({ 4: { coverage: "shared" } });
    expect(numbers(listed.value)).toEqual([1, 2, 4, 3]);
    selectPassage(2);
    stepPassage(1);
    expect(selectedPassage.value).toBe(4);
  });

  test("next and previous follow the list and go round", () => {
    stepPassage(1);
    expect(selectedPassage.value).toBe(1);
    stepPassage(1);
    stepPassage(1);
    stepPassage(1);
    expect(selectedPassage.value).toBe(1);
    stepPassage(-1);
    expect(selectedPassage.value).toBe(3);
  });

  test("each stands in the paragraphs it has a word in", () => {
    expect(placed.value.left.map(({ passages }) => numbers(passages))).toEqual([[1, 2], [3]]);
    expect(placed.value.right.map(({ passages }) => numbers(passages))).toEqual([[1, 3], [2]]);
    const copies = placed.value.right.map((one) => one.copies.map(({ start, passage }) => [start, passage]));
    expect(copies).toEqual([[], [[23, 1]]]);
  });

  test("a very long paragraph stands in portions, a passage in each that has a word of it", () => {
    const text = "渡".repeat(9000);
    const long = { start: 0, end: text.length, role: "prose" } as const;
    add([article("four", text), article("five", text)]);
    const [four, five] = articles.value.slice(-2);
    if (!four || !five) throw new Error("both were taken");
    choose("left", four.id);
    choose("right", five.id);
    const { left, right } = pair.value;
    if (!left || !right) throw new Error("both are looked at");
    const passages = [passage(1, [0, 5000], [0, 5]), passage(2, [8500, 8600], [10, 20])];
    const paragraphs = { left: [long], right: [{ ...long, boilerplate: "navigation" }] };
    const changed = { ...comparison, passages, paragraphs } as unknown as Comparison;
    result.value = { left, right, comparison: changed, verdicts: [], meaning: null };
    expect(placed.value.left.map(({ paragraph: { start, end } }) => [start, end])).toEqual([
      [0, 4000],
      [4000, 8000],
      [8000, 9000],
    ]);
    expect(placed.value.left.map(({ passages, goesOn }) => [numbers(passages), goesOn])).toEqual([
      [[1], false],
      [[1], true],
      [[2], true],
    ]);
    expect(placed.value.right.length).toBe(1);
  });

  test("a moved one says which way its counterpart lies", () => {
    expect(directions.value.get(2)).toEqual({ left: "later", right: "earlier" });
    expect(directions.value.has(1)).toBe(false);
  });
});

describe("what the reader says", () => {
  const spans = { left: span(23, 32), right: span(11, 20) };

  test("of a passage is told the engine, and taken back", () => {
    const both = () => pair.value as { left: Article; right: Article };
    selectPassage(3);
    refuse(at(3));
    expect(verdictOptions(both())).toEqual([{ kind: "refused", ...spans }]);
    expect(selectedPassage.value).toBe(null);
    expect(refused.value.map(({ words }) => words)).toEqual(["eeee ffff"]);
    expect(lastVerdict.value?.said.texts.left).toBe("eeee ffff");
    undo();
    expect([verdictOptions(both()), refused.value, lastVerdict.value]).toEqual([[], [], null]);
    refuse(at(3));
    takeBack(refused.value[0]?.said as never);
    expect(verdictOptions(both())).toEqual([]);
    togglePin(at(3));
    expect(verdictOptions(both())).toEqual([{ kind: "pinned", ...spans }]);
    compareAgain({ 3: { pinned: true } });
    togglePin(at(3));
    expect(verdictOptions(both())).toEqual([]);
  });

  test("last holds: of one passage alone, and of several before what was said earlier", () => {
    togglePin(at(3));
    refuse(at(3));
    refuse(at(2));
    const kinds = () => verdictOptions(current.value as never).map(({ kind, left }) => [kind, left.start]);
    expect(kinds()).toEqual([
      ["refused", 11],
      ["refused", 23],
    ]);
    // Words of it, but less than half: the engine would not heed a pin beside what was refused before.
    togglePin({ ...at(2), left: span(18, 40), right: span(40, 60) });
    expect(kinds()).toEqual([
      ["pinned", 18],
      ["refused", 23],
    ]);
  });

  test("holds after an edit and an exchange of the sides, but not for words that were changed", () => {
    refuse(at(3));
    const { left, right } = pair.value as { left: Article; right: Article };
    const later = { ...left, text: `oooo${TEXT}` };
    expect(verdictsOn({ left: later, right })).toEqual([
      { verdict: "refused", spans: { left: span(27, 36), right: spans.right } },
    ]);
    expect(verdictsOn({ left: right, right: left })).toEqual([
      { verdict: "refused", spans: { left: spans.right, right: spans.left } },
    ]);
    expect(verdictsOn({ left: { ...left, text: TEXT.replace("ffff", "fff") }, right })).toEqual([]);
    expect(verdictsOn({ left, right: articles.value[2] as Article })).toEqual([]);
    expect(kept.value.length).toBe(1);
  });

  test("is looked for near where it stood, the nearest first, in texts of any kind", () => {
    refuse(at(3));
    const { left, right } = pair.value as { left: Article; right: Article };
    const placeIn = (text: string) => verdictsOn({ left: { ...left, text }, right })[0]?.spans.left.start;
    const words = "eeee ffff";
    expect(placeIn(`${words} ${TEXT}`)).toBe(33);
    expect(placeIn(`${words}${"o".repeat(5)}${words}${"o".repeat(40)}${words}`)).toBe(14);
    expect(placeIn(`${"o".repeat(40_000)}${words}`)).toBe(40_000);
    expect(placeIn(`${"o".repeat(90_000)}${words}`)).toBe(undefined);
    expect(placeIn("eeee ".repeat(90_000))).toBe(undefined);
  });

  test("is known again in another comparison, and so is what was chosen", () => {
    watchComparison();
    const found = current.value;
    if (!found) throw new Error("two are compared");
    selectPassage(3);
    refuse(at(3));
    // Other numbers, without the passage that was refused.
    const without = [passage(1, [0, 9], [0, 9]), passage(2, [11, 20], [34, 43])];
    result.value = { ...found, comparison: { ...found.comparison, passages: without } };
    expect(selectedPassage.value).toBe(null);
    undo();
    expect(selectedPassage.value).toBe(null);
    const again = [...without, passage(3, [44, 45], [44, 45]), passage(4, [23, 32], [11, 20])];
    result.value = { ...found, comparison: { ...found.comparison, passages: again } };
    expect(selectedPassage.value).toBe(4);
  });
});

describe("rows", () => {
  test("know where a paragraph begins and what stands elsewhere", () => {
    expect(rows.value.map(({ cells }) => cells.left?.begins ?? null)).toEqual([
      true,
      false,
      true,
      null,
      null,
      false,
    ]);
    const said = rows.value.map(({ elsewhere }) =>
      elsewhere.map(({ from, passage, row, isCopy }) => [from, passage?.number, row, isCopy]),
    );
    expect(said).toEqual([
      [],
      [["left", 2, 4, false]],
      [],
      [["right", 1, 0, true]],
      [["right", 2, 1, false]],
      [],
    ]);
    expect(rows.value.map(({ facing }) => numbers(facing))).toEqual([[1], [], [3], [], [], []]);
  });
});

test("the address holds the view, and brings it back", () => {
  watchAddress();
  filter.value = { ...NO_FILTER, grades: new Set(["edited"]), minWords: 3 };
  lens.value = "onlyinone";
  selectPassage(2);
  const params = new URLSearchParams(location.hash.slice(1));
  expect(params.get("left")).toBe(chosen.value.left);
  expect([params.get("lens"), params.get("passage"), params.get("grades"), params.get("words")]).toEqual([
    "onlyinone",
    "2",
    "edited",
    "3",
  ]);
  const kept = location.hash;
  lens.value = "shared";
  filter.value = NO_FILTER;
  selectPassage(null);
  history.replaceState(null, "", kept);
  dispatchEvent(new PopStateEvent("popstate"));
  expect([lens.value, selectedPassage.value, filter.value.minWords]).toEqual(["onlyinone", 2, 3]);
});

test("an address of the first edition that asks for names sets the option", () => {
  options.value = {};
  history.replaceState(null, "", "#names=too");
  dispatchEvent(new PopStateEvent("popstate"));
  expect(options.value).toEqual({ showWeak: true });
  options.value = {};
});

test.each([
  ["lens=facts", "facts"],
  ["lens=changes", "sidebyside"],
  ["lens=leftout", "onlyinone"],
  ["lens=constructor", "shared"],
  ["", "shared"],
])("the address %j leads to the lens %s", (address, name) => {
  lens.value = "facts";
  history.replaceState(null, "", `#${address}`);
  dispatchEvent(new PopStateEvent("popstate"));
  expect(lens.value).toBe(name);
});
