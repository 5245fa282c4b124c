import { readdirSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { LANGUAGES, type Language, speak, t } from "../i18n";
import { stepBack } from "../store/actions";
import { lens, showLens } from "../store/lens";
import { choiceIn, letGo, neighbour, selectedPassage } from "../store/selection";
import { LENSES, lensInUse, showArticles, showColumns } from ".";
import { step } from "./lens";

beforeEach(() => {
  showLens("shared");
  for (const { name } of LENSES) choiceIn(name).item.value = null;
});

describe("the table of lenses", () => {
  test("has a line for every folder, and a folder for every line", () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect(LENSES.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  test.each(Object.keys(LANGUAGES) as Language[])(
    "has its labels in the catalogue %s, and no others",
    (one) => {
      speak(one);
      expect(Object.keys(t.lenses).sort()).toEqual(LENSES.map(({ name }) => name).sort());
      speak("en");
    },
  );

  test("is asked for the lens in use", () => {
    for (const { name } of LENSES) {
      showLens(name);
      expect(lensInUse.value.name).toBe(name);
    }
  });

  test("leads to the articles, and to their columns, from where they are not, and nowhere else", () => {
    for (const one of LENSES) {
      for (const [go, is] of [
        [showArticles, "whole"],
        [showColumns, "apart"],
      ] as const) {
        showLens(one.name);
        go();
        expect(lensInUse.value[is]).toBe(true);
        expect(lens.value === one.name).toBe(one[is]);
      }
    }
    showLens("facts");
    showArticles();
    expect(lens.value).toBe("shared");
  });
});

describe("what is chosen", () => {
  test.each([
    [null, 1, 3],
    [null, -1, 5],
    [3, 1, 9],
    [5, 1, 3],
    [3, -1, 5],
    [7, 1, 3],
  ] as const)("after %j, %i further, is %j", (at, by, expected) => {
    expect(neighbour([3, 9, 5], at, by)).toBe(expected);
  });

  test("is nothing where there is nothing", () => {
    expect(neighbour([], 3, 1)).toBeNull();
    for (const one of LENSES) {
      step(one, 1);
      expect(choiceIn(one.name).item.value).toBeNull();
    }
  });

  test("belongs to its lens, and one of many asks for itself alone", () => {
    const [rows, facts] = [choiceIn("sidebyside"), choiceIn("facts")];
    rows.item.value = 2;
    expect([rows.is(2), rows.is(1), facts.is(2)]).toEqual([true, false, false]);
    rows.item.value = 1;
    expect([rows.is(2), rows.is(1)]).toEqual([false, true]);
  });

  test("is let go where the reader is first, then elsewhere", () => {
    selectedPassage.value = 4;
    choiceIn("facts").item.value = 0;
    showLens("facts");
    expect([stepBack(), choiceIn("facts").item.value, selectedPassage.value]).toEqual([true, null, 4]);
    expect([stepBack(), selectedPassage.value]).toEqual([true, null]);
    expect([stepBack(), letGo("facts")]).toEqual([false, false]);
  });
});
