import { expect, test } from "vitest";
import { languageOf } from "./script";

test.each([
  ["The ferry left at dawn. Περί", ""],
  ["Паром ушёл на рассвете.", ""],
  ["渡船黎明时分离开了旧港口。", "zh"],
  ["渡し船は夜明けに古い港を出ました。", "ja"],
  ["나룻배는 새벽에 옛 항구를 떠났다.", "ko"],
  ["המעבורת יצאה מהנמל הישן עם שחר.", "he"],
  ["Το πλοίο έφυγε την αυγή.", "el"],
  ["", ""],
  ["1904, 87!", ""],
])("the language of %j is %j", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
