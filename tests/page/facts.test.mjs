// Facts by weight: what is only quoted at another length stands last, in a fold that keys and pointers open.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";

const LEFT = `The wardens of the marsh counted 40 herons on Monday.

“The eels are back in the brook, and the nets are mended for the spring,” said Greta Lund of Orsa.

The old potter said “the kiln is cold” at the fair of the village.`;

const RIGHT = `The wardens of the marsh counted 60 herons on Friday.

“The eels are back in the brook,” said Greta Lund of Orsa.

The old potter said “the kiln is hot” at the fair of the village.`;

twins("facts stand by weight, and the minor ones in a fold at the end", async (reader, hand) => {
  await reader.give({ name: "left.txt", text: LEFT }, { name: "right.txt", text: RIGHT });
  await reader.waitFor("done");
  await hand.press(reader.tab("Facts"));
  const page = reader.page;
  const heads = await page.locator(".fact-group h2").allTextContents();
  const kinds = heads.map((head) => head.trim().replace(/\s*\d+$/, ""));
  assert.deepEqual(kinds.slice(0, 6), [
    "Quotations",
    "Numbers",
    "Dates and times",
    "Negations",
    "Names",
    "Quoted at another length, or in marks on one side only",
  ]);
  const fold = page.locator(".fact-minor");
  assert.equal(await fold.getAttribute("open"), null);
  assert.equal(await fold.locator(".fact").first().isVisible(), false);
  await hand.press(fold.locator("summary"));
  assert.equal(await fold.locator(".fact").first().isVisible(), true);
  await hand.press(fold.locator("summary"));
  // Stepping through the facts opens the fold at its first.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("n");
  await fold.locator(".fact.is-chosen").waitFor();
  assert.equal(await fold.locator(".fact.is-chosen").isVisible(), true);
});

flow("the number of the lens is that of its rows, and what is not counted says why", async (reader) => {
  await reader.give({ name: "left.txt", text: LEFT }, { name: "right.txt", text: RIGHT });
  await reader.waitFor("done");
  await reader.tab("Facts").click();
  const { page } = reader;
  const label = Number((await reader.tab("Facts").textContent()).match(/\d+/)[0]);
  const rows = await page.locator(".fact-group:not(.fact-minor) [data-fact]").count();
  assert.ok(rows > 1);
  assert.equal(label, rows);
  const told = await page.locator(".summary-left .share").textContent();
  assert.match(told, new RegExp(`^${rows} details differ`));
  const minor = await page.locator(".fact-minor [data-fact]").count();
  assert.match(told, new RegExp(`${minor} quotations? differs? only in length or marks`));
});
