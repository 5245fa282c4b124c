// Where things stand on the page: marks on words, lines in narrow columns, words of either direction.

import assert from "node:assert/strict";
import { flow } from "./page.mjs";

const LEFT = `Home | News | Sport | Weather | Contact us
Old ferry bell found in the harbour
Published on 3 March 2024, updated 5 March 2024 at 09:41
Divers found the bell of the old ferry on Monday morning, and the harbour master was glad of it. The bell weighs forty kilos and rang every noon for thirty years.

Nobody had hoped to see it again after the great storm, said the oldest pilot. It will hang in the town hall from May.`;
const RIGHT = LEFT.replace("forty kilos", "kilos").replace("again after the great storm", "after the storm");

async function compared(reader, left, right) {
  await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
  await reader.waitFor("done");
}

for (const width of [701, 720, 760, 1024]) {
  flow(
    `shows the words of lines that are not compared, and all of their button, ${width} pixels wide`,
    async (reader) => {
      await compared(reader, LEFT, RIGHT);
      const lines = reader.page.locator(".column-left .clutter");
      assert.ok((await lines.count()) >= 2);
      for (const line of await lines.all()) {
        const [all, words, button] = await Promise.all(
          [line, line.locator(".clutter-text"), line.getByRole("button")].map((one) => one.boundingBox()),
        );
        assert.ok(words.width > 100, `${words.width} pixels of words`);
        assert.ok(button.x >= all.x && button.x + button.width <= all.x + all.width, "the button is whole");
      }
    },
    { viewport: { width, height: 900 } },
  );
}

flow("hangs the carets between the lines", async (reader) => {
  await compared(reader, LEFT, RIGHT);
  await reader.page.keyboard.press("2");
  const carets = await reader.page.locator(".row .word-missing").evaluateAll((all) =>
    all.map((caret) => {
      const [text, mark] = [getComputedStyle(caret.parentElement), getComputedStyle(caret, "::after")];
      return {
        // The element stands on the line of the letters and has no height.
        height: caret.getBoundingClientRect().height,
        top: Number.parseFloat(mark.top),
        size: Number.parseFloat(text.fontSize),
        line: Number.parseFloat(text.lineHeight),
      };
    }),
  );
  assert.ok(carets.length >= 3);
  for (const { height, top, size, line } of carets) {
    assert.equal(height, 0);
    assert.ok(top > 0.2 * size, "below the letters of its line");
    // The highest letters of the next line reach .78 of their size above its foot.
    assert.ok(top + 5 < line - 0.78 * size, "above the letters of the next");
  }
});

const ARABIC = [
  "عثر الغواصون على جرس العبارة القديمة يوم الاثنين قرب رصيف الميناء الشمالي.",
  "قال مدير الميناء إن الجرس يزن أربعين كيلوغراما وإنه كان يدق كل ظهر منذ ثلاثين سنة.",
  "سيعلق الجرس في دار البلدية ابتداء من شهر أيار المقبل بحضور سكان المدينة.",
];

flow("shows Arabic edits left before right, and nothing of Arabic slanted", async (reader) => {
  const other = [ARABIC[2], ARABIC[0].replace("الاثنين", "الثلاثاء"), ARABIC[1].replace("أربعين", "خمسين")];
  await compared(reader, ARABIC.join("\n\n"), other.join("\n\n"));
  await reader.page.keyboard.press("2");
  const edits = reader.page.locator(".entries .edit:has(.word-replaced)");
  await edits.first().waitFor();
  for (const edit of await edits.all()) {
    const words = await edit.locator(".word-replaced").all();
    const [from, arrow, to] = await Promise.all(
      [words[0], edit.locator(".icon"), words[1]].map((one) => one.boundingBox()),
    );
    assert.ok(ARABIC.join().includes(await words[0].textContent()), "the words of the left first");
    assert.ok(from.x < arrow.x && arrow.x < to.x, `${from.x} ${arrow.x} ${to.x}`);
  }
  const jump = reader.page.locator(".jump-text").first();
  await jump.waitFor();
  assert.equal(await jump.evaluate((text) => getComputedStyle(text).fontSynthesisStyle), "none");
});
