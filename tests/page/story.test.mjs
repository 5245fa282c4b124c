// What it all means, and who says what: each sentence, finding and cell leads to a place where what it says is marked.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";

async function sample(reader, hand) {
  const button = reader.button(/reports of one invented event/);
  await (hand ? hand.press(button) : button.click());
  await reader.waitFor("done");
}

/** What is marked on the page: a passage, a stretch or a row of facts. */
const MARKED = ".tray, .left-out.is-chosen, .fact.is-chosen";

const summary = (reader) => reader.page.locator("[data-summary]");

twins("follows each sentence of the paragraph, and each finding, to its place", async (reader, hand) => {
  await sample(reader, hand);
  await hand.press(reader.button("Read on"));
  const more = reader.page.getByRole("button", { name: /further findings?$/ });
  if ((await more.count()) > 0) await hand.press(more);
  const findings = reader.page.locator("[data-finding]");
  assert.ok((await findings.count()) > 0);
  for (const kind of await findings.evaluateAll((all) => all.map((one) => one.dataset.kind))) {
    assert.match(kind, /^[a-z-]+$/);
  }
  const links = reader.page.locator(".in-short a.clause");
  const count = await links.count();
  assert.ok(count > 4, `${count} links`);
  for (let at = 0; at < count; at += 1) {
    await hand.press(links.nth(at));
    await reader.page.locator(MARKED).first().waitFor();
    await reader.page.keyboard.press("Escape");
    await reader.page.locator(MARKED).first().waitFor({ state: "detached" });
  }
});

flow("a sentence that rests on several places leads from one to the next", async (reader) => {
  await sample(reader);
  await reader.button("Read on").click();
  const link = reader.page.locator('a.clause[data-clause="reordering"]').first();
  const number = () => reader.page.locator(".tray .badge").first().textContent();
  await link.click();
  const first = await number();
  await link.click();
  await reader.page.waitForFunction(
    (before) => document.querySelector(".tray .badge")?.textContent !== before,
    first,
  );
});

flow("the paragraph is one text in each language, is printed, and goes into the JSON", async (reader) => {
  await sample(reader);
  const english = await summary(reader).textContent();
  assert.match(english, /^[A-Z].*\.$/s);
  assert.equal(await reader.page.evaluate(() => document.documentElement.dataset.relation), "version");
  await reader.page.getByRole("button", { name: "More", exact: true }).click();
  await reader.page.getByText("Deutsch", { exact: true }).click();
  await reader.page.waitForFunction(() =>
    /Quellen|Fassungen/.test(document.querySelector("[data-summary]").textContent),
  );
  const german = await summary(reader).textContent();
  assert.notEqual(german, english);
});

flow("one line stands over texts that have nothing in common, or all", async (reader) => {
  const text = "Nine boats waited outside the bar until the morning came. Nobody was hurt on the quay.";
  await reader.give({ name: "a.txt", text }, { name: "b.txt", text: "Bakers in Lund queue for rye again." });
  await reader.waitFor("done");
  assert.equal(await summary(reader).textContent(), "Nothing was found that both say.");
  assert.equal(await reader.page.locator("[data-finding]").count(), 0);
});

/** The cells of the table that lead somewhere. */
const cells = (reader) => reader.page.locator("[data-statements] td button");

async function statements(reader) {
  await reader.page.keyboard.press("a");
  await reader.page.getByRole("button", { name: "Who says what" }).click();
  await reader.page.locator("[data-statements]").waitFor();
}

flow("each cell opens its pair at the statement", async (reader) => {
  await sample(reader);
  await statements(reader);
  const count = await cells(reader).count();
  assert.ok(count > 60, `${count} cells`);
  for (let at = 0; at < count; at += 1) {
    const cell = cells(reader).nth(at);
    const name = await cell.getAttribute("aria-label");
    await cell.click();
    await reader.page
      .locator(MARKED)
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => assert.fail(name));
    await reader.page.keyboard.press("Escape");
    await reader.page.keyboard.press("a");
    await reader.page.locator("[data-statements]").waitFor();
  }
});

twins(
  "filters statements, orders them along an article, and reads it with a margin",
  async (reader, hand) => {
    await sample(reader, hand);
    await hand.press(reader.button("All pairs"));
    await hand.press(reader.page.getByRole("button", { name: "Who says what" }));
    const table = reader.page.locator("[data-statements]");
    await table.waitFor();
    const rows = () => table.locator("tbody tr").count();
    const several = await rows();
    const filter = reader.page.locator(".statement-tools select").first();
    await filter.selectOption("all");
    const all = await rows();
    await filter.selectOption("most");
    const most = await rows();
    assert.ok(0 < all && all < most && most < several, `${all} ${most} ${several}`);
    for (const [at, grades] of (
      await table
        .locator("tbody tr")
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll("[data-article]")].map((cell) => cell.dataset.grade)),
        )
    ).entries()) {
      assert.ok(grades.filter((grade) => grade !== "none").length > grades.length / 2, `row ${at}`);
    }
    await filter.selectOption("contested");
    await table.locator(".contests li").first().waitFor();
    assert.ok((await table.locator('[data-grade="differs"]').count()) > 1);
    await filter.selectOption("one");
    await table.locator('tbody td[data-grade="own"]').first().waitFor();
    await filter.selectOption("several");
    const order = reader.page.locator(".statement-tools select").last();
    await order.selectOption({ index: 1 });
    await hand.press(reader.page.getByRole("button", { name: "Read with margin" }));
    const margin = reader.page.locator(".margin-reading");
    await margin.waitFor();
    const cell = margin.locator("[data-grade]").first();
    await hand.press(cell);
    await reader.page.locator(MARKED).first().waitFor();
  },
);

flow("each quotation stands once, with who carries it, and opens there", async (reader) => {
  await sample(reader);
  await reader.page.keyboard.press("a");
  await reader.page.getByRole("button", { name: "Quotations" }).click();
  const table = reader.page.locator("[data-quotations]");
  await table.waitFor();
  const looks = await table
    .locator("td[data-article]")
    .evaluateAll((cells) => [...new Set(cells.map((cell) => cell.dataset.grade))].sort());
  assert.ok(looks.includes("whole") && looks.includes("altered"), looks.join());
  await table.locator("td button").first().click();
  await reader.page.locator(MARKED).first().waitFor();
});

/** Where the focus is: the row and the column of its cell, and whether it is seen. */
const focus = (reader) =>
  reader.page.evaluate(() => {
    const cell = document.activeElement?.closest("td");
    if (!cell) return null;
    const box = cell.closest(".statements-box").getBoundingClientRect();
    const words = cell.closest("tr").querySelector("th").getBoundingClientRect();
    const own = cell.getBoundingClientRect();
    const isSeen = own.left >= words.right - 1 && own.right <= box.right + 1;
    return { row: cell.closest("tr").rowIndex, column: cell.cellIndex, isSeen };
  });

flow("arrow keys walk the cells, and Enter opens one", async (reader) => {
  await sample(reader);
  await statements(reader);
  const { keyboard } = reader.page;
  const reachable = reader.page.locator('[data-statements] tbody [tabindex="0"]');
  assert.equal(await reachable.count(), 1);
  await reachable.focus();
  const first = await focus(reader);
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  assert.deepEqual(await focus(reader), { ...first, row: first.row + 2 });
  await keyboard.press("Home");
  assert.equal((await focus(reader)).column, 1);
  await keyboard.press("ArrowRight");
  assert.equal((await focus(reader)).column, 2);
  assert.equal(await reachable.count(), 1, "Tab comes to one cell");
  const outline = await reader.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  while ((await reader.page.evaluate(() => document.activeElement.tagName)) !== "BUTTON") {
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Enter");
  await reader.page.locator(MARKED).first().waitFor();
});

const titled = (at) => ({
  name: `${at}.txt`,
  text: `Account number ${at} of the ferry in the fog\n\nThe night ferry struck the outer pier in thick fog early on Sunday. Boat ${at} of the harbour came to help.`,
});

flow("says what the columns stand for, and columns beyond the edge are reached", async (reader) => {
  await reader.give(...Array.from({ length: 24 }, (_, at) => titled(at)));
  await reader.waitFor("done");
  await statements(reader);
  const legend = reader.page.locator(".columns-legend li");
  assert.equal(await legend.count(), 24);
  assert.match(await legend.first().textContent(), /^1Account number \d+ of the ferry/);
  const box = reader.page.locator(".statements-box");
  assert.ok(await box.evaluate((one) => one.scrollWidth > one.clientWidth + 100));
  await reader.page.locator('[data-statements] tbody [tabindex="0"]').focus();
  await reader.page.keyboard.press("End");
  const { column, isSeen } = await focus(reader);
  assert.equal(column, 24);
  assert.ok(isSeen, "the last column is in sight, beside the statement");
  await reader.page.emulateMedia({ media: "print" });
  assert.ok(await legend.last().isVisible());
  assert.ok(
    await reader.page.locator(".columns-legend").evaluate((one) => one.scrollHeight <= one.clientHeight + 1),
  );
});

twins("says that articles came to a comparison, and takes them back", async (reader, hand) => {
  await reader.give(titled(0), titled(1));
  await reader.waitFor("done");
  const right = reader.page.locator(".picker-right strong");
  const before = await right.textContent();
  await hand.bring(reader, titled(2));
  const notice = reader.page.locator(".arrived");
  await notice.waitFor();
  assert.match(await notice.textContent(), /now on the right: “Account number 2/);
  await hand.press(notice.getByRole("button", { name: "Remove again" }));
  await notice.waitFor({ state: "detached" });
  await reader.page.waitForFunction(
    (text) => document.querySelector(".picker-right strong")?.textContent === text,
    before,
  );
  assert.equal(await reader.button("All pairs").count(), 0, "two articles again");
  await reader.drop(titled(3), titled(4));
  await notice.waitFor();
  assert.match(await notice.textContent(), /2 articles added/);
  await hand.press(notice.getByRole("button", { name: "Show all pairs" }));
  await reader.page.locator(".pairs").waitFor();
  assert.equal(await notice.count(), 0);
});

for (const [width, height] of [
  [390, 844],
  [700, 900],
  [1440, 900],
]) {
  flow(
    `unfolds with one click, and copies the paragraph, ${width} pixels wide`,
    async (reader) => {
      const { page } = reader;
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await sample(reader);
      const copy = page.locator(".in-short").getByRole("button", { name: "Copy this paragraph" });
      const copied = async () => {
        await copy.click();
        await page.waitForFunction(
          async (text) => (await navigator.clipboard.readText()) === text,
          await summary(reader).textContent(),
        );
        await page.evaluate(() => navigator.clipboard.writeText(""));
      };
      await copied();
      await reader.button("Read on").click();
      await reader.button("Fold").waitFor();
      await page.locator("[data-finding]").first().waitFor();
      const [button, box] = await Promise.all([copy, summary(reader)].map((one) => one.boundingBox()));
      assert.ok(button.y < box.y + 40, "the button stands at the beginning of the open paragraph");
      await copied();
      await reader.button("Fold").click();
      await reader.button("Read on").waitFor();
    },
    { viewport: { width, height } },
  );
}
