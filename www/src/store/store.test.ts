import { beforeEach, describe, expect, test } from "vitest";
import { stepPassage } from "../lenses/shared/items";
import { rowOf, rows } from "../lenses/sidebyside/rows";
import { newId } from "../model/article";
import type { Comparison, Passage } from "../model/comparison";
import { toggleAside, togglePin, undo } from "./actions";
import { watchAddress } from "./address";
import { current, result } from "./comparison";
import { lens } from "./lens";
import { add, articles, choose, chosen, pair, remove, removeAll, swap } from "./library";
import { directions, placed } from "./paragraphMarks";
import { drawn, filter, hiddenCount, listed, NO_FILTER, order, selectPassage, shown } from "./passages";
import { selectedPassage } from "./selection";
import { sharedCounts } from "./sharedCounts";
import { pinned, setAside } from "./verdicts";

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
    words: { left: 2, right: 2 },
    common: 2,
    moved: false,
    quotation: false,
    changes: [],
    ...more,
  } as unknown as Passage;
}

const summary = {
  words: 8,
  verbatim: 4,
  edited: 2,
  reworded: 0,
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
    passage(4, [11, 15], [0, 4], { substance: "names" }),
    passage(5, [0, 9], [23, 32], { primary: 1 }),
  ],
  rows: [
    { left: span(0, 10), right: span(0, 10), kind: "same", passages: [1], changes: [] },
    { left: span(11, 21), right: null, kind: "moved", passages: [2, 4], changes: [] },
    { left: span(23, 33), right: span(11, 21), kind: "changed", passages: [3], changes: [] },
    { left: null, right: span(23, 33), kind: "only", passages: [], changes: [] },
    { left: null, right: span(34, 44), kind: "moved", passages: [2], changes: [] },
    { left: span(34, 44), right: null, kind: "only", passages: [], changes: [] },
  ],
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
  if (left && right) result.value = { left, right, comparison };
});

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

describe("passages", () => {
  test("names and further counterparts have no marks, and names are counted as hidden", () => {
    expect(numbers(drawn.value)).toEqual([1, 2, 3]);
    expect(hiddenCount.value).toBe(1);
    filter.value = { ...NO_FILTER, statementsOnly: false };
    expect(numbers(drawn.value)).toEqual([1, 2, 3, 4]);
    expect(hiddenCount.value).toBe(0);
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
    togglePin(2);
    expect(numbers(listed.value)).toEqual([2, 3, 1]);
    togglePin(2);
  });

  test("left order is that of the article, though names are numbered after all statements", () => {
    filter.value = { ...NO_FILTER, statementsOnly: false };
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

  test("one that is set aside counts nowhere until it is brought back", () => {
    expect(sharedCounts.value?.left).toMatchObject({ verbatim: 4, shared: 6, only: 2 });
    selectPassage(3);
    toggleAside(3);
    expect(selectedPassage.value).toBe(null);
    expect(numbers(drawn.value)).toEqual([1, 2]);
    expect(sharedCounts.value?.right).toMatchObject({ verbatim: 0, shared: 2, only: 6 });
    toggleAside(3);
    expect(sharedCounts.value?.left.shared).toBe(6);
  });

  test("what the reader says of a passage holds for a new comparison, and can be taken back", () => {
    const again = (change: (number: number, at: Passage) => Passage, text = TEXT) => {
      const found = current.value;
      if (!found) throw new Error("two are compared");
      const passages = found.comparison.passages.map((one) => change(one.number, one));
      result.value = {
        left: { ...found.left, text },
        right: { ...found.right, text },
        comparison: { ...found.comparison, passages },
      };
    };
    togglePin(3);
    toggleAside(1);
    selectPassage(3);
    expect([[...pinned.value], [...setAside.value]]).toEqual([[3], [1]]);
    // Other numbers, and all of it four units further on.
    const later = ({ start, end }: { start: number; end: number }) => span(start + 4, end + 4);
    again(
      (number, one) => ({ ...one, number, left: later(one.left), right: later(one.right) }),
      `oooo${TEXT}`,
    );
    expect([[...pinned.value], [...setAside.value], selectedPassage.value]).toEqual([[3], [1], 3]);
    filter.value = { ...NO_FILTER, grades: new Set(["edited"]) };
    expect(numbers(listed.value)).toEqual([3, 2]);
    filter.value = NO_FILTER;
    undo();
    expect([[...pinned.value], [...setAside.value], selectedPassage.value]).toEqual([[3], [], 1]);
    togglePin(3);
    expect(pinned.value.size).toBe(0);
    undo();
    expect(pinned.value.size).toBe(0);
  });

  test("pinned and set aside exclude each other, and both see the sides exchanged", () => {
    togglePin(2);
    toggleAside(2);
    expect([[...pinned.value], [...setAside.value]]).toEqual([[], [2]]);
    const found = current.value;
    if (!found) throw new Error("two are compared");
    const passages = found.comparison.passages.map((one) => ({ ...one, left: one.right, right: one.left }));
    swap();
    result.value = { left: found.right, right: found.left, comparison: { ...found.comparison, passages } };
    expect([...setAside.value]).toEqual([2]);
  });

  test("names count nowhere: neither when set aside, nor to keep words of a statement shared", () => {
    toggleAside(4);
    expect(sharedCounts.value?.left.shared).toBe(6);
    toggleAside(4);
    toggleAside(2);
    expect(sharedCounts.value?.left).toMatchObject({ edited: 0, shared: 4, only: 4 });
    toggleAside(2);
  });

  test("each stands in the paragraphs it has a word in", () => {
    expect(placed.value.left.map(({ passages }) => numbers(passages))).toEqual([[1, 2], [3]]);
    expect(placed.value.right.map(({ passages }) => numbers(passages))).toEqual([[1, 3], [2]]);
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
    result.value = { left, right, comparison: { ...comparison, passages, paragraphs } as never };
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
    expect(rows.value.map(({ moved }) => [numbers(moved.left), numbers(moved.right)])).toEqual([
      [[], []],
      [[2], []],
      [[], []],
      [[], []],
      [[], [2]],
      [[], []],
    ]);
    expect(rows.value.map(({ facing }) => numbers(facing))).toEqual([[1], [], [3], [], [], []]);
  });

  test("are found by the passage that begins in them", () => {
    const moved = comparison.passages[1] as Passage;
    expect([rowOf(moved, "left"), rowOf(moved, "right")]).toEqual([1, 4]);
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
