// The reader decides which lines belong to the article.

import assert from "node:assert/strict";
import { twins } from "./page.mjs";
import { KEPT, LEFT, RIGHT } from "./texts.mjs";

const CLUTTERED = { name: "left.txt", text: `${LEFT.text}\nMost Popular\n` };
const column = (reader) => reader.page.getByRole("region", { name: "Left article", exact: true });
const wordsOf = async (reader) =>
  Number((await reader.page.locator(".picker-left").textContent()).match(/(\d+) words/)[1]);

/** Waits until the left article counts so many words. */
const counts = (reader, words) => reader.button(new RegExp(`^Left article: .*${words} words`, "s")).waitFor();

twins("puts a greyed line back and takes it out again, and counts anew at once", async (reader, hand) => {
  await reader.give(CLUTTERED, RIGHT);
  await reader.waitFor("done");
  const words = await wordsOf(reader);
  const line = column(reader).locator(".clutter");
  assert.match(await line.textContent(), /Most Popular/);
  await hand.press(line.getByRole("button", { name: "Include this line", exact: true }));
  await counts(reader, words + 2);
  assert.equal(await line.count(), 0);
  await hand.press(column(reader).getByRole("button", { name: "Choose what is compared" }));
  await hand.press(column(reader).getByRole("button", { name: "Leave out" }).last());
  await counts(reader, words);
  assert.match(await line.textContent(), /navigation, not compared/, "what was recognised holds again");
});

twins("takes a paragraph out, and remembers it at the next visit", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const before = await reader.numbers("left");
  await hand.press(column(reader).getByRole("button", { name: "Choose what is compared" }));
  await hand.press(column(reader).locator("p", { hasText: KEPT }).getByRole("button", { name: "Leave out" }));
  const line = column(reader).locator(".clutter", { hasText: "left out by you" });
  await line.waitFor();
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length < before.length);
  await hand.press(column(reader).getByRole("button", { name: "Done choosing" }));
  await reader.page.waitForTimeout(1000);
  await reader.page.reload();
  await reader.waitFor("done");
  await line.waitFor();
  await hand.press(line.getByRole("button", { name: "Include this line", exact: true }));
  await line.waitFor({ state: "detached" });
  await reader.waitFor("done");
  assert.deepEqual(await reader.numbers("left"), before);
});

const DATED = {
  name: "dated.txt",
  text: `Published on 3 March 2031, updated 5 March 2031 at 09:41\n${LEFT.text}`,
};

twins("leaves the headline where it is when the line above it is compared", async (reader, hand) => {
  await reader.give(DATED, RIGHT);
  await reader.waitFor("done");
  const [title] = LEFT.text.split("\n");
  const headings = () => column(reader).getByRole("heading").allTextContents();
  assert.deepEqual(await headings(), [title]);
  const words = await wordsOf(reader);
  await hand.press(
    column(reader).locator(".clutter").getByRole("button", { name: "Include this line", exact: true }),
  );
  await column(reader).locator(".clutter").waitFor({ state: "detached" });
  await counts(reader, words + 11);
  assert.deepEqual(await headings(), [title]);
  assert.equal(await reader.page.locator(".picker-left strong").textContent(), title);
  // The same where all lines of the page are compared.
  await hand.press(reader.button("More"));
  // Once all lines are compared, both columns offer the same box.
  const more = reader.page.getByRole("region", { name: "More", exact: true });
  await hand.check(more.getByLabel("Compare page clutter too"));
  await reader.waitFor("done");
  assert.deepEqual(await headings(), [title]);
});
