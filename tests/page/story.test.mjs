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
