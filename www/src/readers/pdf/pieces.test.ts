import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { columnsAsLines, fromTheLeft } from "./direction";
import { type Sheet, withoutHeads } from "./heads";
import { columnsOf, type Piece } from "./layout";
import { type Page, paragraphsOf } from "./paragraphs";
import { actualItems, type TextItem, toldIn, typedOn } from "./pieces";
import { tidied } from "./tidyRow";

const SIZE = 10;
const piece = (text: string, x0: number, y = 0, size = SIZE, width = 0.5 * size * text.length): Piece => ({
  text,
  x0,
  x1: x0 + width,
  y,
  size,
});

/** Pieces of a line one after another, each with the gap before it. */
function row(...parts: [text: string, gap?: number, raisedBy?: number, size?: number][]): Piece[] {
  let x = 0;
  return parts.map(([text, gap = 0, up = 0, size = SIZE]) => {
    const made = piece(text, x + gap, 100 - up, size);
    x = made.x1;
    return made;
  });
}

const lineOf = (pieces: Piece[]) =>
  columnsOf(pieces)
    .lines.map(({ text }) => text)
    .join(" | ");

describe("a line", () => {
  test.each([
    ["a blank that no gap shows", row(["respon"], [" sibility"], ["of", 3]), "responsibility of"],
    ["a blank that a gap shows", row(["the"], [" crane", 2.5]), "the crane"],
    ["ligatures", row(["the \uFB01rst e\uFB00ort"]), "the first effort"],
    ["an accent behind the letter it stands over", row(["caf"], ["e"], ["´", -3], ["s", 1]), "cafés"],
    ["an accent before the letter it stands over", row(["caf´"], ["es", -4]), "cafés"],
    [
      "accents that are nothing else",
      row(["Z¨urich, na¨ıve, Erd˝os, Franc¸ois, Dvoˇr"]),
      "Zürich, naïve, Erdős, François, Dvoř",
    ],
    ["marks that are apostrophes stay", row(["it´s l´homme"]), "it´s l´homme"],
    ["the mark of a note", row(["he said."], ["3", 0, 3, 6], [" ", 0, 3, 6], ["The", 2]), "he said.[3] The"],
    [
      "the mark of a note behind a blank",
      row(["he said."], [" "], ["3", 0, 3, 6], ["The", 4]),
      "he said.[3] The",
    ],
    ["a power", row(["12 km"], ["2", 0, 3, 6], ["of", 3]), "12 km2 of"],
    ["what is lowered", row(["CO"], ["2", 0, -2, 6], ["and", 3]), "CO2 and"],
    [
      "letters set apart, in pieces of words",
      row(["C R A N E"], [" ", 0], ["L I F T S"], [" "], ["I T"]),
      "CRANE LIFTS IT",
    ],
    [
      "letters set apart, each a piece",
      row(["C"], ["R", 4], ["A", 4], ["N", 4], ["E", 4], ["U", 9], ["P", 4]),
      "CRANE UP",
    ],
    ["single letters of a text", row(["a b c or d"]), "a b c or d"],
  ])("reads %s", (_, pieces, expected) => {
    expect(lineOf(pieces)).toBe(expected);
  });

  test("keeps pieces that are nothing but blanks for gaps", () => {
    expect(tidied(row(["a"], [" "], ["b"])).map(({ text }) => text)).toEqual(["a", " ", "b"]);
  });
});

describe("columns", () => {
  const lines = (count: number, x: number, name: string, width = 150) =>
    Array.from({ length: count }, (_, at) =>
      piece(`${name}${at} of the quay and the crane`, x, 12 * at, SIZE, width),
    );
  const order = (pieces: Piece[]) => {
    const names = columnsOf(pieces).lines.map(({ text }) => text.charAt(0));
    return names.filter((name, at) => name !== names[at - 1]).join("");
  };

  test("part at a gap no wider than between words, where all lines leave it free", () => {
    expect(order([...lines(20, 0, "L"), ...lines(20, 156, "R")])).toBe("LR");
    expect(order([...lines(20, 0, "L"), ...lines(20, 156, "M"), ...lines(20, 312, "R")])).toBe("LMR");
  });

  test("part there though one line crosses, and not where few lines stand", () => {
    const wide = piece("Wide line over both of the columns here", 0, 12 * 25, SIZE, 306);
    expect(order([...lines(20, 0, "L"), ...lines(20, 156, "R"), wide])).toBe("LRW");
    expect(order([...lines(4, 0, "L"), ...lines(4, 156, "R")])).not.toBe("LR");
  });

  test("a capital that begins a paragraph stands before its first line, and the others below it", () => {
    const capital = piece("T", 0, 25, 30, 20);
    const beside = [piece("he crane lifts", 20, 5), piece("nine crates", 20, 17), piece("a day.", 0, 29)];
    const { lines } = columnsOf([capital, ...beside]);
    expect(lines.map(({ text, x0 }) => `${x0} ${text}`)).toEqual([
      "0 The crane lifts",
      "0 nine crates",
      "0 a day.",
    ]);
  });

  test("part where their lines were drawn in turn", () => {
    const drawn = Array.from({ length: 6 }, (_, at) => [
      piece("L of the quay and the crane", 0, 12 * at, SIZE, 150),
      piece(" ", 150, 12 * at, SIZE, 25),
      piece("R of the quay and the crane", 175, 12 * at, SIZE, 150),
    ]);
    expect(order(drawn.flat())).toBe("LR");
  });

  test("words of one column are none", () => {
    const words = Array.from({ length: 30 }, (_, at) =>
      Array.from({ length: 9 }, (_, by) =>
        piece("crane", by * 33 + ((at * 7 + by * by * 5) % 11), 12 * at, SIZE, 22),
      ),
    );
    expect(columnsOf(words.flat()).gutter).toBeNull();
  });

  test("thousands of gaps on one line take time in proportion", () => {
    const pieces = Array.from({ length: 40_000 }, (_, at) =>
      piece("a", 20 * (at % 2_000), 12 * Math.floor(at / 2_000)),
    );
    expect(columnsOf(pieces).lines.length).toBeGreaterThan(0);
  });
});

describe("running heads", () => {
  const sheet = (rows: [text: string, y: number, size?: number][]): Sheet => ({
    pieces: [
      ...rows.map(([text, y, size]) => piece(text, 70, y, size)),
      ...Array.from({ length: 40 }, (_, at) =>
        piece(`Line ${at} of the text about the crane`, 70, 150 + 14 * at),
      ),
    ],
    height: 840,
    turned: [],
  });
  const left = (sheets: Sheet[]) =>
    withoutHeads(sheets).map(({ pieces }) =>
      pieces.filter(({ text }) => !text.startsWith("Line")).map(({ text }) => text),
    );

  test("a title that runs on stays where it first stands", () => {
    const title: [string, number, number] = ["Report on the crane", 60, 16];
    expect(left([sheet([title]), sheet([title]), sheet([title])])).toEqual([["Report on the crane"], [], []]);
  });

  test("what is set small runs on every page and on none is read", () => {
    const head: [string, number, number] = ["The Quay Review 4", 60, 7];
    expect(left([sheet([head]), sheet([head])])).toEqual([[], []]);
  });

  test("numbers of pages go, and a lone year stays", () => {
    expect(left([sheet([["17", 800]])])).toEqual([[]]);
    expect(left([sheet([["1984", 800]])])).toEqual([["1984"]]);
    expect(left([sheet([["1984", 800]]), sheet([["1985", 800]])])).toEqual([[], []]);
  });
});

describe("pages from right to left", () => {
  const line = (parts: [string, number, number][]) =>
    fromTheLeft(
      [
        ...parts.map(([text, x0, width]) => piece(text, x0, 0, SIZE, width)),
        piece("הגשר הישן נפתח מחדש", 100, 40, SIZE, 200),
      ],
      400,
    ).filter(({ y }) => y === 0);
  const read = (parts: [string, number, number][]) => lineOf(line(parts));

  test.each<[string, [string, number, number][], string]>([
    [
      "dates in pieces keep their order",
      [
        ["ביום", 200, 40],
        ["31", 180, 10],
        ["/", 177, 3],
        ["05", 167, 10],
        ["/", 164, 3],
        ["2031", 144, 20],
      ],
      "ביום 2031/05/31",
    ],
    [
      "dates in figures of their own keep theirs",
      [
        ["ביום", 200, 40],
        ["۳۱", 180, 10],
        ["/", 177, 3],
        ["۰۵", 167, 10],
      ],
      "ביום ۰۵/۳۱",
    ],
    [
      "names of other scripts keep theirs",
      [
        ["העיר", 200, 40],
        ["Old", 130, 15],
        ["Quay", 150, 20],
        ["נפתח", 60, 60],
      ],
      "העיר Old Quay נפתח",
    ],
    [
      "stops and signs to the left of a figure are read behind it",
      [
        ["העיר", 200, 40],
        [".12:45", 165, 30],
      ],
      "העיר 12:45.",
    ],
    [
      "shares in pieces",
      [
        ["העיר", 200, 40],
        ["45", 185, 10],
        ["%", 180, 5],
      ],
      "העיר 45%",
    ],
    [
      "figures with a blank between do not",
      [
        ["העיר", 200, 40],
        ["12", 180, 10],
        ["7", 165, 5],
      ],
      "העיר 12 7",
    ],
  ])("%s", (_, parts, expected) => {
    expect(read(parts)).toBe(expected);
  });

  test("columns of signs are turned as they were", () => {
    expect(columnsAsLines([piece("a", 300, 20)], [], 400)[0]).toMatchObject({ x0: 20, y: 100 });
  });
});

describe("paragraphs", () => {
  /** A column of lines as wide as they are long. */
  const page = (texts: string[], column: number): Page => ({
    height: 800,
    lines: texts.map((text, at) => {
      const x0 = text.startsWith("  ") ? 12 : 0;
      return {
        text: text.trim(),
        x0,
        x1: text.endsWith("!") ? 100 : 300,
        y: 12 * at,
        size: SIZE,
        left: 0,
        right: 300,
        column,
      };
    }),
  });

  test("one that does not begin further in goes on in the next column, where others do", () => {
    const first = ["  One!", "  Two!", "  Three!", "  Four!", "  Five is long", "and goes on", "to the end."];
    expect(paragraphsOf([page(first, 0), page(["Here too.", "  Six!"], 1)]).text.split("\n\n")).toEqual([
      ...["One!", "Two!", "Three!", "Four!", "Five is long and goes on to the end. Here too.", "Six!"],
    ]);
    const flush = ["Five is long", "and goes on", "to the end."];
    expect(paragraphsOf([page(flush, 0), page(["Here anew.", "More"], 1)]).text.split("\n\n")).toHaveLength(
      2,
    );
  });

  test("what is turned comes last", () => {
    expect(paragraphsOf([page(["The crane", "lifts."], 0)], [page(["A picture by Ansa"], 0)]).text).toBe(
      "The crane lifts.\n\nA picture by Ansa",
    );
  });
});

describe("what stands for glyphs", () => {
  const item = (str: string, x: number, y = 0): TextItem => ({
    str,
    transform: [10, 0, 0, 10, x, y],
    width: 5 * str.length,
    height: 10,
    dir: "ltr",
  });
  const begin = (actual: string | null) => ({ type: "beginMarkedContentProps", actual });
  const end = { type: "endMarkedContent" };
  const texts = (items: Parameters<typeof actualItems>[0]) => actualItems(items).map(({ str }) => str);

  test.each<[string, Parameters<typeof actualItems>[0], string[]]>([
    [
      "is read in their place",
      [item("a", 0), begin("€5"), item("E", 10), item("5", 15), end, item("b", 30)],
      ["a", "€5", "b"],
    ],
    ["the outermost counts", [begin("one"), begin("two"), item("x", 0), end, end], ["one"]],
    [
      "other marks change nothing",
      [begin(null), item("x", 0), begin("y"), item("z", 9), end, end],
      ["x", "y"],
    ],
    ["a word over two lines", [begin("crane"), item("cra-", 90), item("ne", 0, -12), end], ["crane"]],
    [
      "of words over two lines the glyphs stay",
      [begin("the crane"), item("the", 90), item("crane", 0, -12), end],
      ["the", "crane"],
    ],
    ["where nothing is drawn nothing is read", [begin("\u00ad"), end, item("a", 0)], ["a"]],
    ["marks that do not end lose nothing", [begin("one"), item("x", 0), item("y", 5)], ["x", "y"]],
  ])("%s", (_, items, expected) => {
    expect(texts(items)).toEqual(expected);
  });

  test("the structure of a page tells it too", () => {
    const told = toldIn({
      children: [
        { role: "Figure", alt: "A crane", children: [{ id: "f" }] },
        { role: "P", children: [{ role: "Span", alt: "crane", children: [{ id: "a" }, { id: "b" }] }] },
      ],
    });
    const marked = (id: string) => ({ type: "beginMarkedContentProps", id, actual: null });
    const items = [
      marked("f"),
      item("x", 0),
      end,
      marked("a"),
      item("cra-", 9),
      end,
      marked("b"),
      item("ne", 0, -12),
      end,
    ];
    expect(actualItems(items, told).map(({ str }) => str)).toEqual(["x", "crane", ""]);
  });

  test("a piece is as wide as what it stands for", () => {
    const [first] = actualItems([begin("€5"), item("E", 10), item("5", 20), end]);
    expect(first).toMatchObject({ width: 15, transform: [10, 0, 0, 10, 10, 0] });
  });
});

test("what is typed onto a page stands where it is seen", async () => {
  const given = [
    {
      subtype: "Widget",
      fieldType: "Tx",
      fieldValue: "Ansa\nHolm",
      rect: [50, 100, 250, 140],
      annotationFlags: 4,
    },
    {
      subtype: "Widget",
      fieldType: "Ch",
      fieldValue: ["Quay"],
      rect: [50, 60, 250, 80],
      defaultAppearanceData: { fontSize: 9 },
    },
    { subtype: "FreeText", contentsObj: { str: "Seen." }, rect: [50, 20, 250, 40] },
    { subtype: "Widget", fieldType: "Tx", fieldValue: "no", rect: [0, 0, 9, 9], annotationFlags: 2 },
    { subtype: "Widget", fieldType: "Tx", fieldValue: "no", rect: [0, 0, 9, 9], password: true },
    { subtype: "Widget", fieldType: "Btn", fieldValue: "Off", rect: [0, 0, 9, 9] },
    { subtype: "Text", contentsObj: { str: "no" }, rect: [0, 0, 9, 9] },
  ];
  const page = {
    rotate: 0,
    getAnnotations: async () => given,
    getViewport: () => ({ transform: [1, 0, 0, -1, 0, 800] }),
  };
  const pieces = await typedOn(page as unknown as PDFPageProxy);
  expect(pieces.map(({ text, x0 }) => [text, x0])).toEqual([
    ["Ansa", 50],
    ["Holm", 50],
    ["Quay", 50],
    ["Seen.", 50],
  ]);
  expect(pieces.map(({ y }) => y)).toEqual([...pieces.map(({ y }) => y)].sort((a, b) => a - b));
  expect(pieces[2]).toMatchObject({ size: 9 });
});
