// One truth: what each lens marks, counts and lists is what the engine says of every word, and what the reader says of
// a match changes all of it at once.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { flow, twins } from "./page.mjs";
import { CLEANED, COUNCIL, LAMP_LEFT as LEFT, LAMP_RIGHT as RIGHT } from "./texts.mjs";

const THIRD = {
  name: "third.txt",
  text: `Harbour briefs

${CLEANED} before the winter. Gulls were counted on Monday.
`,
};

const OWN = async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
};
const SAMPLES = async (reader) => {
  await reader.button(/reports of one invented event/).click();
  await reader.waitFor("done");
};
/** Two samples that are further apart. */
const OTHER_SAMPLES = async (reader) => {
  await SAMPLES(reader);
  await reader.button(/^Right article: /).click();
  await reader.page.locator(".choice-pick").nth(2).click();
  await reader.waitFor("done");
};

/** What the page saves as JSON. */
async function exported(reader, hand) {
  await hand.press(reader.button("More"));
  await hand.press(reader.button("Save, send, print…"));
  const coming = reader.page.waitForEvent("download");
  await hand.press(reader.button("Both (JSON)"));
  const document = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  await reader.page.keyboard.press("Escape");
  await reader.page.getByRole("dialog").waitFor({ state: "detached" });
  return document;
}

/** Where elements of a side stand in its article, and the number and kind that they carry. Runs in the page. */
function placesIn([selector, side]) {
  const EXTRA = ".badge, .unseen, .chip, button, [aria-hidden=true]";
  const textsIn = (element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement.closest(EXTRA)) texts.push(node);
    }
    return texts;
  };
  const all = document.querySelectorAll(`:is(.column-${side}, .cell-${side}) ${selector}`);
  return [...all].map((element) => {
    const holder = element.closest("[data-from]");
    const own = textsIn(element);
    let start = Number(holder.dataset.from);
    for (const text of textsIn(holder)) {
      if (text === own[0]) break;
      start += text.length;
    }
    const length = own.reduce((sum, text) => sum + text.length, 0);
    const { passage, repeats } = element.dataset;
    return { start, end: start + length, number: Number(passage ?? repeats), kind: element.className };
  });
}

const places = (reader, selector, side) => reader.page.evaluate(placesIn, [selector, side]);

const covers = ({ coverage }, side, ...kinds) => coverage[side].filter(({ what }) => kinds.includes(what));
const meets = (a, b) => a.start < b.end && b.start < a.end;

/** Holds that stretches of a side have nothing of some coverage in them. */
function assertApart(document, side, found, kinds, what) {
  const { text } = document.articles[side];
  for (const cover of covers(document, side, ...kinds)) {
    const wrong = found.find((stretch) => meets(cover, stretch));
    assert.equal(wrong, undefined, `${what}: “${text.slice(cover.start, cover.end)}” is ${cover.what}`);
  }
}

/** Holds that all words of some coverage are in stretches of a side. */
function assertInside(document, side, found, kinds, what) {
  const { text } = document.articles[side];
  for (const cover of covers(document, side, ...kinds)) {
    // Between two words of one coverage stands nothing of another: the ends tell.
    for (const at of [cover.start, cover.end - 1]) {
      const holds = found.some(({ start, end }) => start <= at && at < end);
      assert.ok(holds, `${what}: “${text.slice(cover.start, cover.end)}” is ${cover.what}`);
    }
  }
}

const OTHERS = ["weak", "formulaic", "aligned", "only", "boilerplate"];
const SIDES = ["left", "right"];

async function assertShared(reader, document) {
  for (const side of SIDES) {
    const passages = await places(reader, "mark[data-passage]", side);
    const copies = await places(reader, "mark[data-repeats]", side);
    assert.ok(passages.length > 0);
    assertInside(document, side, passages, ["shared"], "marked as shared");
    assertApart(document, side, passages, [...OTHERS, "repeated"], "marked as shared");
    assertInside(document, side, copies, ["repeated"], "marked as repeated");
    assertApart(document, side, copies, [...OTHERS, "shared"], "marked as repeated");
    for (const { number, start } of copies) {
      const cover = document.coverage[side].find((one) => one.start <= start && start < one.end);
      assert.equal(number, cover.passage, "a copy names the passage that it repeats");
    }
  }
}

async function assertLeftOut(reader, document) {
  for (const side of SIDES) {
    const stretches = await places(reader, ".left-out", side);
    assert.ok(stretches.length > 0);
    assertApart(document, side, stretches, ["shared", "repeated", "aligned", "boilerplate"], "left out");
  }
}

async function assertRows(reader, document) {
  for (const side of SIDES) {
    const alone = await places(reader, "[data-from]:is(.row-only *)", side);
    assert.ok(alone.length > 0);
    assertApart(document, side, alone, ["shared", "repeated"], "in a row of one side");
    const words = await places(reader, ".word:is(.row-moved *, .row-repeated *)", side);
    const moved = await places(reader, "[data-from]:is(.row-moved *, .row-repeated *)", side);
    const mine = moved.flatMap((row) =>
      document.coverage[side]
        .filter((cover) => meets(row, cover))
        .map((cover) => ({
          ...cover,
          start: Math.max(row.start, cover.start),
          end: Math.min(row.end, cover.end),
        })),
    );
    const there = { ...document, coverage: { [side]: mine } };
    assertInside(there, side, words, ["only", "weak", "formulaic"], "stands out from what moved");
    const only = await places(reader, ".word-only:is(.row-moved *, .row-repeated *, .row-only *)", side);
    assertApart(document, side, only, ["repeated"], "marked as on one side only");
    const deleted = await places(reader, ".word-only", side);
    assertApart(document, side, deleted, ["repeated", "aligned"], "marked as on one side only");
    const copies = await places(reader, ".word-repeated", side);
    assertApart(document, side, copies, [...OTHERS, "shared"], "marked as repeated");
  }
  const unlabelled = await reader.page
    .locator(":is(.row-moved, .row-repeated):not(:has(.jump))")
    .evaluateAll((rows) => rows.map((row) => row.textContent));
  assert.deepEqual(
    unlabelled,
    [],
    "a row of one side that moved or repeats something says where that stands",
  );
}

/** The figures of the summary of a side, by their words. */
async function figures(reader, side) {
  const share = await reader.page.locator(`.summary-${side} .share`).textContent();
  const parts = await reader.page.locator(`.summary-${side} .part`).allTextContents();
  const [, part, whole] = share.match(/\((\d+) of (\d+)\)/) ?? share.match(/^(\d+) of (\d+)/);
  const all = parts.map((text) =>
    text
      .trim()
      .match(/^(\d+) (.*)$/)
      .slice(1),
  );
  return {
    part: Number(part),
    whole: Number(whole),
    parts: Object.fromEntries(all.map(([n, name]) => [name, Number(n)])),
  };
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

async function assertWords(reader, { summary }) {
  for (const side of SIDES) {
    const of = summary[side];
    const { part, whole, parts } = await figures(reader, side);
    const { repeated = 0, "in matching lines": aligned = 0, "only here": only, ...grades } = parts;
    assert.deepEqual(grades, { verbatim: of.verbatim, edited: of.edited, reworded: of.reworded });
    assert.deepEqual([repeated, aligned], [of.repeatedWords, of.alignedWords]);
    assert.equal(only, of.onlyWords + of.weakWords + of.formulaicWords);
    assert.equal(whole, of.words);
    assert.equal(part, sum(Object.values(grades)) + repeated);
    assert.equal(sum(Object.values(parts)), whole, "the figures add up to all words");
  }
}

async function assertSentences(reader, { summary }) {
  for (const side of SIDES) {
    const of = summary[side];
    const { part, whole, parts } = await figures(reader, side);
    assert.deepEqual(parts, {
      unchanged: of.same,
      changed: of.changed,
      moved: of.moved,
      ...(of.repeated > 0 ? { repeated: of.repeated } : {}),
      "only here": of.only,
    });
    assert.equal(whole, sum(Object.values(parts)), "the figures add up to all sentences");
    assert.equal(part, whole - of.only - of.repeated, "those that repeat one are told apart");
  }
}

for (const [name, open] of Object.entries({ "of our own": OWN, samples: SAMPLES, other: OTHER_SAMPLES })) {
  flow(`marks, counts and lists what the engine says of every word: ${name}`, async (reader, hand) => {
    await open(reader);
    await reader.marks("left").first().waitFor();
    const document = await exported(reader, hand);
    await assertShared(reader, document);
    await assertWords(reader, document);
    await reader.page.keyboard.press("3");
    await reader.page.locator(".left-out").first().waitFor();
    await assertLeftOut(reader, document);
    for (const side of SIDES) {
      const { part, whole } = await figures(reader, side);
      const { onlyWords, weakWords, formulaicWords, words } = document.summary[side];
      assert.deepEqual([part, whole], [onlyWords + weakWords + formulaicWords, words]);
    }
    await reader.page.keyboard.press("2");
    await reader.page.locator("[data-row]:not([data-folded])").first().waitFor();
    await assertRows(reader, document);
    await assertSentences(reader, document);
  });
}

/** The words of a text as far as these tests have them: letters, figures, and marks inside. */
const wordsIn = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

flow("counts every word once", async (reader, hand) => {
  await OWN(reader);
  const document = await exported(reader, hand);
  for (const side of SIDES) {
    const { text } = document.articles[side];
    const all = document.coverage[side].flatMap(({ start, end }) => wordsIn(text.slice(start, end)));
    assert.deepEqual(all, wordsIn(text), "the coverage has every word once, in order");
    assert.equal(all.length, document.summary[side].words);
  }
});

twins("leads from a copy to the passage that it repeats", async (reader, hand) => {
  await OWN(reader);
  const copy = reader.page.locator(".badge-copy");
  assert.equal(await copy.count(), 1);
  const number = await copy.getAttribute("data-repeats");
  assert.equal(await copy.getAttribute("aria-label"), `Repeats passage ${number}. Go there`);
  assert.match(await reader.marked("left", number), /^The town council said/);
  await hand.press(copy);
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  await tray.getByText("also further at").waitFor();
  assert.equal(await tray.locator(".badge").textContent(), number);
  await hand.press(tray.locator(".tray-fact", { hasText: "also further at" }).getByRole("button"));
  await tray.getByText("repeats").waitFor();
  await hand.press(tray.locator(".tray-fact", { hasText: "repeats" }).getByRole("button"));
  await tray.getByText("also further at").waitFor();
});

twins(
  "shows a sentence that is said once more as repeated, and leads to what it repeats",
  async (reader, hand) => {
    await OWN(reader);
    await hand.press(reader.tab("Side by side"));
    const row = reader.page.locator(".row-repeated");
    assert.equal(await row.count(), 1);
    assert.match(await row.textContent(), /Repeats\d/);
    await hand.press(row.locator(".jump"));
    const chosen = reader.page.locator(".row.is-chosen");
    await chosen.getByText(COUNCIL).first().waitFor();
    assert.doesNotMatch(await chosen.getAttribute("class"), /row-repeated/);
    await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: "1 repeated" }));
    assert.equal(await reader.page.locator(".entries .entry").count(), 1);
    await reader.page.locator(".entries .entry", { hasText: "Repeated" }).waitFor();
  },
);

flow("shows words that moved inside a row as moved, with their number on both sides", async (reader) => {
  await OWN(reader);
  await reader.page.keyboard.press("2");
  const row = reader.page.locator("[data-row]", { hasText: "told us" });
  for (const side of SIDES) {
    const moved = row.locator(`.cell-${side} .word-moved`);
    assert.match(await moved.first().textContent(), /Iva Morrow, head of the volunteers of Port Vesh/);
    const [number] = await moved.locator(".badge").allTextContents();
    assert.ok((await row.locator(".row-number .badge").allTextContents()).includes(number));
    const only = (await row.locator(`.cell-${side} .word-only`).allTextContents()).join(" ");
    assert.doesNotMatch(only, /Iva|volunteers/);
  }
  // The passage says the same of the same words.
  await reader.page.keyboard.press("1");
  const [, , number] = await reader.numbers("left");
  await reader.marks("left", number).first().click();
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  await tray.locator(".tray-legend", { hasText: "moved" }).waitFor({ state: "attached" });
  for (const side of SIDES) {
    const words = tray.locator(`.tray-${side}`);
    assert.match(
      await words.locator(".word-moved").textContent(),
      /Iva Morrow, head of the volunteers of Port Vesh$/,
    );
    assert.doesNotMatch((await words.locator(".word-only").allTextContents()).join(" "), /Iva|volunteers/);
  }
});

/** All that depends on what is shared: figures, list, rows, left out, and the matrix. */
async function everything(reader) {
  const { page } = reader;
  const all = { share: {}, list: await page.locator(".panel .entry").allInnerTexts() };
  for (const side of SIDES) all.share[side] = await figures(reader, side);
  const marks = await places(reader, "mark", "left");
  // What lies under the pointer is lit.
  all.marks = marks.map((mark) => ({ ...mark, kind: mark.kind.replace(" is-active", "") }));
  await page.keyboard.press("2");
  await page.locator("[data-row]:not([data-folded])").first().waitFor();
  all.rows = await page.locator("[data-row]").allInnerTexts();
  await page.keyboard.press("3");
  await page.locator(".left-out").first().waitFor();
  all.leftOut = await page.locator(".panel .entry").allInnerTexts();
  await page.keyboard.press("a");
  await page.getByText(/– nothing shared/).waitFor();
  all.matrix = await page
    .locator("[data-row][data-column]")
    .evaluateAll((cells) => cells.map((cell) => cell.ariaLabel));
  await page.keyboard.press("a");
  await page.keyboard.press("1");
  await reader.marks("left").first().waitFor();
  return all;
}

const percentOf = (label) => label.match(/(\d+)% \((\d+) words\) of the first/).slice(1);

twins("takes what is not a match out of everything at once, and undo restores all", async (reader, hand) => {
  const { page } = reader;
  await reader.give(LEFT, RIGHT, THIRD);
  await reader.waitFor("done");
  await page.getByText("in 3 articles").first().waitFor();
  const before = await everything(reader);
  const number = Number(
    await reader.marks("left").filter({ hasText: CLEANED }).first().getAttribute("data-passage"),
  );
  await hand.open(reader, "left", number);
  await hand.press(reader.button("Not a match"));
  await page
    .getByRole("status")
    .filter({ hasText: `Set aside, no longer counted: “${CLEANED.slice(0, 40)}` })
    .waitFor();
  await reader.waitFor("done");
  const note = page.locator(".panel-note", { hasText: "is not a match." });
  await note.getByText(CLEANED.slice(0, 40)).waitFor();
  const after = await everything(reader);
  for (const side of SIDES) {
    assert.equal(after.share[side].part, before.share[side].part - wordsIn(CLEANED).length);
    assert.equal(sum(Object.values(after.share[side].parts)), after.share[side].whole);
  }
  assert.equal(after.list.length, before.list.length - 1);
  assert.ok(!after.list.some((text) => text.includes("Volunteers had")));
  assert.ok(
    after.leftOut.some((text) => text.includes("Volunteers had")),
    "it is left out on both sides",
  );
  assert.ok(!before.leftOut.some((text) => text.includes("Volunteers had")));
  assert.notDeepEqual(after.rows, before.rows);
  const cell = ({ matrix }) => matrix.find((label) => /^Lighthouse lamp.* and A light over/.test(label));
  const [percent, words] = percentOf(cell(after));
  assert.notEqual(percent, percentOf(cell(before))[0]);
  assert.equal(Number(words), after.share.left.part, "the matrix counts the same words");
  const third = ({ matrix }) => matrix.filter((label) => label.includes("Harbour briefs"));
  assert.deepEqual(third(after), third(before), "other pairs stay as they were");
  const saved = await exported(reader, hand);
  assert.equal(saved.passages.filter(({ left }) => left.text.includes("Volunteers had")).length, 0);
  assert.deepEqual(
    saved.verdicts.map(({ kind, left }) => [kind, left.text]),
    [["refused", CLEANED]],
  );

  await page.keyboard.press("Control+z");
  await note.waitFor({ state: "detached" });
  await reader.waitFor("done");
  const tray = page.getByRole("region", { name: "The passage on both sides" });
  await tray.getByText(CLEANED).first().waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(await everything(reader), before);
});

twins("keeps what is not a match over a reload and an exchange of the sides", async (reader, hand) => {
  await OWN(reader);
  const number = await reader
    .marks("left")
    .filter({ hasText: "Tickets" })
    .first()
    .getAttribute("data-passage");
  await hand.open(reader, "left", number);
  await hand.press(reader.button("Not a match"));
  const isGone = () =>
    reader.page.waitForFunction(
      () => ![...document.querySelectorAll("mark")].some((mark) => mark.textContent.includes("Tickets")),
    );
  await isGone();
  await reader.page.keyboard.press("s");
  await reader.waitFor("done");
  await isGone();
  await reader.page.waitForTimeout(1000);
  await reader.page.reload();
  await reader.waitFor("done");
  await isGone();
  await hand.press(reader.button("Restore"));
  await reader.marks("right").filter({ hasText: "Tickets" }).first().waitFor();
});

const NAMED = {
  name: "named.txt",
  text: "Grain prices fall\n\nFarmers sold early, said Odo Brannick of the Institute for Field Research.\n\nRain is expected.\n",
};
const NAMED_TOO = {
  name: "too.txt",
  text: "A bird returns\n\nThe heron was seen twice, Hanne Weil of the Institute for Field Research told a friend.\n\nIts nest is high.\n",
};

twins("counts names and stock phrases in everything, if they are asked for", async (reader, hand) => {
  await reader.give(NAMED, NAMED_TOO);
  await reader.waitFor("done");
  await reader.says("No passage appears in both.");
  assert.equal(await reader.marks("left").count(), 0);
  const without = await exported(reader, hand);
  assert.ok(without.summary.left.formulaicWords > 0);
  await hand.press(reader.button("Count it"));
  await reader.marks("left").first().waitFor();
  const document = await exported(reader, hand);
  assert.equal(document.options.showWeak, true);
  assert.deepEqual(
    document.passages.map(({ coverage }) => coverage),
    ["shared"],
  );
  await assertShared(reader, document);
  await assertWords(reader, document);
  const { part } = await figures(reader, "left");
  assert.equal(part, without.summary.left.formulaicWords);
  await hand.press(reader.button("Filter"));
  await hand.check(reader.page.getByLabel("Count weak matches, names and stock phrases"), false);
  await reader.marks("left").first().waitFor({ state: "detached" });
  await reader.says("No passage appears in both.");
});

flow("stays as it is on the screen until a comparison without the refused pair is there", async (reader) => {
  await OWN(reader);
  const [first] = await reader.numbers("left");
  await reader.page.locator(`mark[data-passage="${first}"]`).first().click();
  // Whenever the page is drawn anew it has marks on both sides, and never says that it compares.
  await reader.page.evaluate(() => {
    window.flicker = [];
    new MutationObserver(() => {
      const bare = ["left", "right"].filter((side) => !document.querySelector(`.column-${side} mark`));
      if (bare.length > 0) window.flicker.push(`no marks: ${bare}`);
      if (document.querySelector(".progress")) window.flicker.push("a line of progress");
    }).observe(document.getElementById("page"), { subtree: true, childList: true });
  });
  for (const name of ["Not a match", "Undo"]) {
    await reader.button(name).click();
    await reader.page.waitForTimeout(400);
    await reader.waitFor("done");
  }
  assert.deepEqual(await reader.page.evaluate(() => window.flicker), []);
});
