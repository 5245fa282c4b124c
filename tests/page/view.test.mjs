// What the address keeps, what a copy holds, and what the parts of the summaries do.

import assert from "node:assert/strict";
import { twins } from "./page.mjs";
import { KEPT, LEFT, QUOTATION, RIGHT } from "./texts.mjs";

async function compared(reader) {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
}

const tray = (reader) => reader.page.getByRole("region", { name: "The passage on both sides" });
const chosenLens = (reader) => reader.page.locator('[role=tab][aria-selected="true"]').getAttribute("id");

twins("keeps lens, passage and filter in the address, for reload and back", async (reader, hand) => {
  await hand.press(reader.button(/reports of one invented event/));
  await reader.waitFor("done");
  // The arrows between the tabs would show those between, and each would be a step.
  for (const key of ["3", "1"]) {
    await reader.page.keyboard.press(key);
    await reader.page.waitForTimeout(50);
  }
  await reader.page.keyboard.press("n");
  await reader.page.keyboard.press("n");
  const number = await tray(reader).locator(".badge").first().textContent();
  await hand.press(reader.button("Filter"));
  await hand.check(reader.page.getByLabel("Moved passages only"));
  await reader.page.waitForFunction(() => location.hash.includes("moved=only"));
  await reader.page.reload();
  await reader.waitFor("done");
  await tray(reader).waitFor();
  assert.equal(await tray(reader).locator(".badge").first().textContent(), number);
  assert.ok(await reader.page.evaluate(() => location.hash.includes("moved=only")));
  for (let at = 0; at < 3; at += 1) await reader.page.goBack();
  await reader.page.waitForFunction(() => document.querySelector("#lens-onlyinone[aria-selected=true]"));
  await reader.page.goForward();
  await reader.page.waitForFunction(() => document.querySelector("#lens-shared[aria-selected=true]"));
  assert.equal(await chosenLens(reader), "lens-shared");
});

twins("shows what moved: lights those rows, and goes through them alone", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.tab("Side by side"));
  await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: /moved/ }));
  const chosen = reader.page.locator(".row.is-chosen");
  await chosen.waitFor();
  assert.match(await chosen.getAttribute("class"), /row-moved/);
  const lit = await reader.page
    .locator(".row:not(.is-dim)")
    .evaluateAll((rows) => rows.map((row) => row.className));
  assert.ok(lit.length > 0 && lit.every((name) => name.includes("row-moved")), lit.join("; "));
  await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: /only here/ }));
  await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: /moved/ }));
  await reader.page.locator(".entries .entry", { hasText: "town council" }).waitFor();
});

twins("leads from a short line that moved to its other place, and back", async (reader, hand) => {
  const lines = ["Mend the awning", "Borrow the scales from the miller by the pump", "Buy string"];
  const [left, right] = [lines, [lines[2], lines[0], lines[1]]].map((all) => all.join("\n\n"));
  await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
  await reader.waitFor("done");
  await hand.press(reader.tab("Side by side"));
  const jump = (side) => reader.button(`The same line stands elsewhere on the ${side}, go there: Buy string`);
  const chosen = (side) =>
    reader.page.locator(`.row.is-chosen .cell-${side} .cell-text`, { hasText: "Buy string" });
  await hand.press(jump("right"));
  await chosen("right").waitFor();
  await hand.press(jump("left"));
  await chosen("left").waitFor();
  await hand.press(reader.tab("Only in one"));
  await reader.says(/Nothing is only here/);
});

twins(
  "leads from a grade in the summary to its passages, and from “only here” to Only in one",
  async (reader, hand) => {
    await compared(reader);
    const grade = reader.page.locator(".summary-left").getByRole("button", { name: /verbatim/ });
    await hand.press(grade);
    assert.equal(await grade.getAttribute("aria-pressed"), "true");
    const badges = await reader.page
      .locator(".entries .badge")
      .evaluateAll((all) => all.map((badge) => badge.className));
    assert.ok(badges.length > 0 && badges.every((name) => name.includes("badge-verbatim")));
    await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: /only here/ }));
    await reader.says(/town council will decide in June/);
    assert.equal(await chosenLens(reader), "lens-onlyinone");
  },
);

twins("follows while an article is edited, and keeps the chosen pair", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.page.locator(".column-left").getByRole("button", { name: "Edit this article" }));
  const field = reader.page.getByLabel("Text of the article");
  await field.waitFor();
  await hand.write(field, `New words\n\n“${QUOTATION},” someone said.`);
  await reader.page.waitForFunction(() =>
    document.querySelector(".summary-left .share")?.textContent.includes("of 1"),
  );
  await hand.press(reader.button("Done"));
  await reader.waitFor("done");
  const texts = await reader
    .marks("left")
    .evaluateAll((marks) => marks.map((mark) => mark.textContent).join(" "));
  assert.ok(texts.includes("old crane would ever lift again") && !texts.includes(KEPT.slice(0, 20)));
});

twins("sorts what is left out by length, and says each in turn", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.tab("Only in one"));
  await hand.check(reader.page.getByLabel("Longest first"));
  const lengths = await reader.page
    .locator(".group")
    .first()
    .locator(".entry .note")
    .evaluateAll((notes) => notes.map((note) => Number(note.textContent.match(/(\d+) words?$/)[1])));
  assert.ok(lengths.length > 1);
  assert.deepEqual(
    lengths,
    lengths.toSorted((a, b) => b - a),
  );
  await reader.page.keyboard.press("n");
  await reader.page
    .getByRole("status")
    .filter({ hasText: /^1 of \d+\. Only on the left/ })
    .waitFor();
});

twins("copies the text without numbers and marks", async (reader, hand) => {
  await compared(reader);
  if (hand.name === "keys") await reader.page.keyboard.press("ControlOrMeta+a");
  else await reader.page.locator(".column-left .sheet").selectText();
  const copied = await reader.page.evaluate(() => String(getSelection()));
  for (const paragraph of LEFT.text.trim().split("\n\n")) assert.ok(copied.includes(paragraph), paragraph);
});

twins(
  "keeps the place on a phone from side to side and lens to lens, and scrolls as a page",
  async (reader, hand) => {
    await compared(reader);
    assert.ok(await reader.page.evaluate(() => document.scrollingElement.scrollHeight > innerHeight));
    const right = reader.button(/^Right/);
    // On its way the focus takes the page along.
    if (hand.name === "keys") await hand.reach(right);
    else await reader.page.evaluate(() => scrollTo(0, 300));
    await reader.page.waitForTimeout(100);
    const place = () => reader.page.evaluate(() => scrollY);
    const before = await place();
    await hand.press(right);
    await reader.page.waitForTimeout(200);
    assert.ok(await reader.page.locator(".column-right").isVisible());
    if (hand.name === "keys") await reader.page.keyboard.press("Shift+Tab");
    await hand.press(reader.button(/^Left/).last());
    await reader.page.waitForTimeout(200);
    assert.ok(Math.abs((await place()) - before) < 60, `${before} px became ${await place()} px`);
  },
  { viewport: { width: 390, height: 600 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" },
);

twins(
  "lays the list over the article on a phone until something in it is chosen",
  async (reader, hand) => {
    await compared(reader);
    const entries = reader.page.locator(".entry");
    await hand.press(reader.button("List of passages"));
    await hand.press(entries.first());
    await tray(reader).waitFor();
    assert.equal(await entries.first().isVisible(), false);
    await hand.press(reader.button("List of passages"));
    await entries.first().waitFor();
    if (hand.name === "keys") await reader.page.keyboard.press("Escape");
    else await reader.page.touchscreen.tap(200, 20);
    await entries.first().waitFor({ state: "hidden" });
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" },
);
