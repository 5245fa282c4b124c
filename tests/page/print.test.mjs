// What comes on paper: nothing reaches over its edge, all of the matrix, and nothing that can only be pressed.

import assert from "node:assert/strict";
import { flow } from "./page.mjs";
import { LAMP_LEFT, LAMP_RIGHT } from "./texts.mjs";

/** Widths of paper in pixels: A4 upright and lying within its margins, and A5. */
const PAPER = [718, 1047, 480];

/** The page as it is on paper of a width; `look` sees it. */
async function onPaper({ page }, width, look) {
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await look();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The elements of a kind that reach over the edge of the paper. */
const over = ({ page }, selector) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 120)),
    selector,
  );

const article = (at) => ({
  name: `${at}.txt`,
  text: `Report number ${at} of the harbour office about boats\n\nThe night ferry struck the outer pier in thick fog early on Sunday. Boat ${at} came to help, and left again at ${at + 3}.`,
});

for (const count of [2, 5, 24]) {
  flow(`prints the matrix of ${count} articles whole`, async (reader) => {
    await reader.give(...Array.from({ length: count }, (_, at) => article(at)));
    await reader.waitFor("done");
    await reader.page.keyboard.press("a");
    await reader.says(/A dash means that no passage is shared/);
    const drawn = await reader.page.locator(".square").count();
    for (const width of PAPER) {
      await onPaper(reader, width, async () => {
        assert.equal(await reader.page.locator(".square").count(), count * count, "all cells");
        assert.equal(await reader.page.locator(".matrix-heads th").count(), count + 1);
        assert.deepEqual(await over(reader, ".pairs *"), [], `${width} pixels`);
        const apart = await reader.page.evaluate(() =>
          [...document.querySelectorAll(".matrix-row")].map((row) => {
            const cells = [...row.querySelectorAll(".square")].map((one) => one.getBoundingClientRect());
            const isApart = cells.every((cell, at) => at === 0 || cell.left >= cells[at - 1].right - 0.5);
            const name = row.querySelector(".matrix-name").getBoundingClientRect();
            return isApart && cells[0].left >= name.right - 0.5;
          }),
        );
        assert.equal(apart.length, count);
        assert.ok(apart.every(Boolean), "columns beside each other");
        const buttons = await reader.page.getByRole("button").filter({ visible: true }).allTextContents();
        const told = await reader.page.locator(".square, .likeness").filter({ visible: true }).count();
        assert.equal(buttons.length, told, "no button that says what it does");
      });
    }
    assert.equal(await reader.page.locator(".square").count(), drawn, "on the screen as before");
  });
}

flow("prints every lens within the edges of the paper", async (reader) => {
  await reader.give(LAMP_LEFT, LAMP_RIGHT);
  await reader.waitFor("done");
  for (const lens of ["1", "2", "3", "4"]) {
    await reader.page.keyboard.press(lens);
    for (const width of PAPER.slice(0, 2)) {
      await onPaper(reader, width, async () => {
        assert.deepEqual(await over(reader, ".stage *"), [], `lens ${lens}, ${width} pixels`);
        const parts = await reader.page.locator(".share-parts").filter({ visible: true }).count();
        assert.equal(parts, 2, "both summaries are whole");
      });
    }
  }
});
