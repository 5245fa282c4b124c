// How edits, lines of the page and the overview are drawn: what is marked, what is folded, one column or two.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";

const PAGE =
  "Home | News | Sport | Weather | Contact us\nPublished on 3 March 2031, updated 5 March 2031 at 09:41\nShare | Print | Save for later\n";

const LEFT = {
  name: "left.txt",
  text: `${PAGE}Harbour bell rings again

Divers found the bell of the old ferry on Monday, the harbour master said. The council paid for a new rope and for two days of work in the cold basin.

“Nobody on the quay believed it would ring,” said the oldest pilot. The bell will hang in the town hall from May.
`,
};
const RIGHT = {
  name: "right.txt",
  text: `${PAGE}Harbour bell rings again

Divers found the bell of the old ferry on Tuesday: the harbour master said. For the rope and two days of labour in cold water the town has paid.

“Nobody on the quay believed it would ring”, said the oldest pilot. The bell will hang in the town hall today from May.
`,
};

async function sideBySide(reader) {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.page.keyboard.press("2");
  await reader.page.locator(".rows").waitFor();
}

const textsOf = (locator) => locator.evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));

flow("shows no edit of what is ignored, and shows it where it is not", async (reader) => {
  await sideBySide(reader);
  const edits = reader.page.locator(".rows :is(.word-replaced, .word-only)");
  const words = await textsOf(edits);
  assert.ok(
    words.includes("Monday") && words.includes("Tuesday") && words.includes("today"),
    words.join("; "),
  );
  const isBare = (word) => !/\p{L}|\p{N}/u.test(word) || /^[,.:;]|[,.:;]$/u.test(word);
  assert.deepEqual(words.filter(isBare), [], "no punctuation");
  await reader.button("More").click();
  await reader.page.getByLabel("Ignore punctuation").uncheck();
  await reader.page.waitForFunction(() =>
    [...document.querySelectorAll(".rows :is(.word-replaced, .word-only)")].some(
      ({ textContent }) => !/\p{L}|\p{N}/u.test(textContent),
    ),
  );
});

flow("marks the words of its own in a reworded sentence, but not little ones alone", async (reader) => {
  await sideBySide(reader);
  const row = reader.page.locator(".row-reworded").first();
  const others = await textsOf(row.locator(".word-other"));
  assert.ok(
    others.some((words) => /council|labour|town/.test(words)),
    others.join("; "),
  );
  assert.ok((await row.locator(".word-kept").count()) > 0);
  for (const words of others) assert.match(words, /\p{L}{4}|\p{Lu}|\p{N}/u);
});

twins("folds the lines of the page at the top, and paper has them", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const line = reader.page.locator(".column-left .clutter-text").first();
  const fold = reader.page.locator(".column-left").getByRole("button", { name: "3 page lines not compared" });
  await fold.waitFor();
  const height = () =>
    line.evaluate((one) =>
      one.checkVisibility({
        contentVisibilityAuto: true,
        contentVisibility: true,
      })
        ? one.getBoundingClientRect().height
        : 0,
    );
  const isSeen = () => line.evaluate((one) => one.closest("[data-folded]") === null);
  assert.equal(await isSeen(), false);
  const title = reader.page.locator(".column-left .para-title");
  const folded = (await title.boundingBox()).y;
  await hand.press(fold);
  assert.equal(await isSeen(), true);
  assert.ok((await height()) > 10);
  assert.ok((await title.boundingBox()).y > folded + 20, "they take room now");
  await hand.press(reader.page.locator(".column-left").getByRole("button", { name: "Fold 3 page lines" }));
  assert.equal(await isSeen(), false);
  await reader.page.keyboard.press("2");
  const inRows = reader.page.locator(".rows").getByRole("button", { name: "3 page lines not compared" });
  await inRows.waitFor();
  await reader.page.emulateMedia({ media: "print" });
  const printed = await reader.page
    .locator(".rows .clutter-text")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(printed.length >= 6 && printed.every((each) => each > 8), printed.join());
  await reader.page.emulateMedia({ media: "screen" });
  await hand.press(inRows);
  assert.equal(await reader.page.locator("[data-folded]").count(), 0);
});

flow("what is looked for in folded lines is shown", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  assert.ok((await reader.page.locator("[data-folded]").count()) > 0);
  await reader.page.keyboard.press("/");
  await reader.page.getByRole("searchbox").fill("Save for later");
  await reader.page.waitForFunction(() => document.querySelectorAll("[data-folded]").length === 0);
});

twins("shows one column with the edits in place, and remembers that", async (reader, hand) => {
  await sideBySide(reader);
  await hand.check(reader.page.getByLabel("One column, edits in place"));
  const first = reader.page.locator("[data-merged]", {
    hasText: "Divers found",
  });
  await first.waitFor();
  assert.equal(
    (await first.textContent()).replace(/\s+/g, " ").slice(0, 64),
    "Divers found the bell of the old ferry on Monday Tuesday, the ha",
  );
  assert.deepEqual(await textsOf(first.locator("del")), ["Monday"]);
  assert.deepEqual(await textsOf(first.locator("ins")), ["Tuesday"]);
  const put = reader.page.locator("[data-merged]", {
    hasText: "The bell will hang",
  });
  assert.match(await put.textContent(), /in the town hall today from May\.$/);
  const columns = await reader.page
    .locator(".rows .cell")
    .evaluateAll(
      (all) =>
        new Set(
          all
            .filter((one) => one.offsetHeight > 0)
            .map((one) => Math.round(one.getBoundingClientRect().left)),
        ).size,
    );
  assert.equal(columns, 1, "all cells stand under each other");
  await reader.page.reload();
  await reader.waitFor("done");
  await reader.page.keyboard.press("2");
  await first.waitFor();
});

/** A text of many passages that differ from each other. */
function many(change) {
  const word = (at) => `${"bdfglmnprstvz"[at % 13]}${"aeiou"[at % 5]}${"lnrstm"[at % 6]}${at}a`;
  const line = (at) => Array.from({ length: 12 }, (_, place) => word(at * 12 + place)).join(" ");
  return Array.from({ length: 120 }, (_, at) =>
    at % 2 === 0 ? `So ${line(at)}.` : `But ${line(at + change)}.`,
  ).join("\n\n");
}

flow("draws the map of a long text as heat, with the number of what is chosen alone", async (reader) => {
  await reader.give({ name: "a.txt", text: many(0) }, { name: "b.txt", text: many(500) });
  await reader.waitFor("done");
  const heat = reader.page.locator(".map-left .heat");
  await heat.first().waitFor();
  assert.match(await heat.first().evaluate((one) => getComputedStyle(one).maskImage), /linear-gradient/);
  assert.equal(await reader.page.locator(".map b").count(), 0);
  await reader.page.keyboard.press("n");
  await reader.page.locator(".map-left b", { hasText: "1" }).waitFor();
  assert.equal(await reader.page.locator(".map-left b").count(), 1);
});

flow("titles in the matrix use the width there is", async (reader) => {
  const at = (number) => ({
    name: `${number}.txt`,
    text: `What the ${number} wardens of the long harbour said about the bell in the fog on Monday\n\nThe bell rang ${number} times in the fog, and the pilots heard it.`,
  });
  await reader.give(...Array.from({ length: 12 }, (_, number) => at(number)));
  await reader.waitFor("done");
  await reader.page.keyboard.press("a");
  await reader.says(/nothing shared/);
  const name = reader.page.locator(".matrix-name").first();
  assert.ok((await name.boundingBox()).width > 500);
  const words = name.locator("strong");
  assert.ok(await words.evaluate((one) => one.scrollWidth <= one.clientWidth), "nothing is cut");
  await reader.page.setViewportSize({ width: 800, height: 900 });
  await reader.page.waitForFunction(() => document.querySelector(".matrix-name").offsetWidth < 300);
});
