// What the reader takes away can be brought back: an article, all articles, everything.

import assert from "node:assert/strict";
import { keptIs, keptRecords } from "./kept.mjs";
import { another, flow, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER, THIRD } from "./texts.mjs";

const openMenu = (reader, hand) => hand.press(reader.button("More"));

const names = ({ articles }) => articles.map(({ name }) => name).join(" ");

twins("brings back articles that were removed, one after another", async (reader, hand) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  const before = await keptIs(reader, ({ articles }) => articles.length === 3);
  await hand.press(reader.button(/^Right article: /));
  await hand.press(reader.button("Remove Crowd cheers at the basin"));
  await reader.says("Removed: “Crowd cheers at the basin”");
  await hand.press(reader.button("Remove Beekeepers meet again"));
  await reader.says("Removed: “Beekeepers meet again”");
  await reader.page.keyboard.press("Escape");
  await keptIs(reader, ({ articles }) => articles.length === 1);
  await hand.press(reader.button("Undo"));
  await hand.press(reader.button("Undo"));
  await reader.waitFor("done");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
  await reader.button(/^Right article: Crowd cheers at the basin/).waitFor();
  const after = await keptIs(reader, ({ articles }) => articles.length === 3);
  assert.deepEqual([names(after), after.chosen], [names(before), before.chosen]);
  assert.equal(await reader.button("Undo").count(), 0);
});

twins("brings back all articles that were closed, with what was said of them", async (reader, hand) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  await reader.page.keyboard.press("n");
  await hand.press(reader.button("Pin to the top of the list"));
  await keptIs(reader, ({ verdicts }) => verdicts.length === 1);
  await openMenu(reader, hand);
  await hand.press(reader.button("Close all articles"));
  await reader.waitFor("empty");
  await reader.says("3 articles closed");
  await hand.press(reader.button("Undo"));
  await reader.waitFor("done");
  await reader.page.locator(".entries [aria-label=pinned]").waitFor();
  await keptIs(reader, ({ articles, verdicts }) => articles.length === 3 && verdicts.length === 1);

  await openMenu(reader, hand);
  await hand.press(reader.button("Close all articles"));
  await reader.waitFor("empty");
  await reader.give({ name: "late.txt", text: `${STRANGER.text} Late.` });
  await reader.waitFor("ready");
  await reader.page.keyboard.press("Control+z");
  await keptIs(reader, ({ articles }) => articles.length === 4);
  await reader
    .button(/^(Left|Right) article: Beekeepers meet again/)
    .first()
    .waitFor();
  await hand.press(reader.button("More"));
  await reader.says(/^4 articles kept here/);
});

twins("brings back everything that was forgotten, until the note is gone", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await openMenu(reader, hand);
  await hand.check(reader.page.getByRole("radio", { name: "Dark" }));
  await hand.check(reader.page.getByLabel("Ignore numbers"));
  const before = await keptIs(
    reader,
    ({ articles, options }) => articles.length === 2 && options.ignoreNumbers,
  );
  const forget = async () => {
    await hand.press(reader.button("Forget everything"));
    await hand.press(reader.button("Really forget all articles and settings?"));
    await reader.waitFor("empty");
    await reader.says("Forgotten: 2 articles, and all settings");
  };
  await forget();
  const theme = () => reader.page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), "auto");
  assert.deepEqual(await keptRecords(reader), [], "it is gone from the browser at once");
  await hand.press(reader.button("Undo"));
  await reader.waitFor("done");
  assert.equal(await theme(), "dark");
  assert.deepEqual(await keptIs(reader, ({ articles }) => articles.length === 2), before);

  await openMenu(reader, hand);
  await forget();
  await hand.press(reader.button("Close this note"));
  await reader.page.reload();
  await reader.page.locator("#main").waitFor();
  assert.equal(await reader.state(), "empty");
  assert.deepEqual(await keptRecords(reader), []);
  const keys = await reader.page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(keys, [], "nothing is left in the local store");
});

for (const [what, between] of [
  ["does nothing", async () => {}],
  [
    "changes something",
    async (other) => {
      await other.page.bringToFront();
      await other.button("Swap sides").click();
      await other.page.waitForTimeout(700);
    },
  ],
  [
    "is given another",
    async (other) => {
      await other.page.bringToFront();
      await other.give({ name: "late.txt", text: "Late words\n\nThe harbour has been closed since noon." });
      await other.page.waitForTimeout(700);
    },
  ],
  ["is closed", (other) => other.page.close()],
]) {
  flow(`brings back what another page kept, which meanwhile ${what}`, async (reader) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await keptIs(reader, ({ articles }) => articles.length === 2);
    const other = await another(reader);
    await other.waitFor("done");
    await other.give(STRANGER);
    await keptIs(reader, ({ articles }) => articles.length === 3);
    await reader.page.bringToFront();
    await reader.give(THIRD);
    await keptIs(reader, ({ articles }) => articles.length === 4);
    await reader.button("More").click();
    await reader.button("Forget everything").click();
    await reader.button("Really forget all articles and settings?").click();
    await reader.waitFor("empty");
    await between(other);
    await reader.page.bringToFront();
    await reader.button("Undo").click();
    await reader.waitFor("done");
    const wanted = new Set(["left.txt", "right.txt", "stranger.txt", "third.txt"]);
    if (what === "is given another") wanted.add("late.txt");
    const isAll = ({ articles }) =>
      wanted.size === articles.length && articles.every(({ name }) => wanted.has(name));
    await keptIs(reader, isAll);
    await reader.page.waitForTimeout(700);
    await keptIs(reader, isAll);
    await reader.page.reload();
    await reader.waitFor("done");
    await keptIs(reader, isAll);
  });
}

flow("typing at the top of the text leaves the title that the reader set", async (reader) => {
  const { page } = reader;
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const column = page.getByRole("region", { name: "Left article", exact: true });
  await column.getByRole("button", { name: "Edit this article" }).click();
  const title = column.getByLabel("Title", { exact: true });
  await title.click();
  await title.fill("My own title");
  await column.locator("textarea").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Another headline\n\n");
  await reader.waitFor("done");
  await page.waitForTimeout(600);
  assert.equal(await title.inputValue(), "My own title");
  await column.getByRole("button", { name: "Done", exact: true }).click();
  await reader.button(/^Left article: My own title/).waitFor();
});

flow("typing at the top does not change the title while the reader writes it", async (reader) => {
  const { page } = reader;
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const column = page.getByRole("region", { name: "Left article", exact: true });
  await column.getByRole("button", { name: "Edit this article" }).click();
  const title = column.getByLabel("Title", { exact: true });
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Another headline\n\n");
  await title.click();
  await page.keyboard.press("End");
  await page.keyboard.type(" and more");
  const written = await title.inputValue();
  await page.waitForTimeout(900);
  await reader.waitFor("done");
  assert.equal(await title.inputValue(), written);
});
