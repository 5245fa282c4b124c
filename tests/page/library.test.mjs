// More than two articles: the matrix of all pairs, and passages that stand in three or more.

import assert from "node:assert/strict";
import { Keys, Pointer } from "./inputDrivers.mjs";
import { flow, require, twins } from "./page.mjs";

const axe = require("axe-core");

const WIRE = "The night ferry to Quenna struck the outer pier in thick fog early on Sunday";
const SECOND = "All of its ninety passengers were brought ashore by two small fishing boats";

/** Four articles: three have the wire, two of them a second sentence, the last has nothing. */
const ARTICLES = [
  ["stranger", "Chess club marks hundredth year", "The chess club in the old town met in its garden."],
  ["first", "Ferry strikes pier", `${WIRE}. Bakers sold every loaf before noon. ${SECOND}.`],
  ["brief", "Harbour briefs", `${WIRE}. Elsewhere the tide was late.`],
  ["second", "Ninety saved at Quenna", `It was still dark. ${WIRE}. ${SECOND}. Nobody knew why.`],
].map(([name, title, text]) => ({ name: `${name}.txt`, text: `${title}\n\n${text}` }));

const grid = (reader) => reader.page.getByRole("table", { name: "Shares of all pairs" });
const cell = (reader, name) => grid(reader).getByRole("button", { name });
const done = (reader) => reader.says(/– nothing shared/);

async function openPairs(reader, hand) {
  await reader.give(...ARTICLES);
  await reader.waitFor("done");
  await hand.press(reader.button("All pairs"));
  await done(reader);
}

/** The titles of the rows, from the top. */
const titles = (reader) => grid(reader).getByRole("rowheader").locator("strong").allTextContents();

twins("shows all pairs, alike articles together, and opens one", async (reader, hand) => {
  await openPairs(reader, hand);
  await reader.says("4 articles, 6 pairs");
  await reader.says(/nothing shared \(3 of 6 pairs\)/);
  const order = await titles(reader);
  assert.equal(order.at(-1), "Chess club marks hundredth year");
  const near = Math.abs(order.indexOf("Ferry strikes pier") - order.indexOf("Ninety saved at Quenna"));
  assert.equal(near, 1, order.join(", "));
  const name =
    /^Ferry strikes pier and Ninety saved at Quenna: \d+% \(\d+ words\) of the first, \d+% of the second$/;
  await cell(reader, name).waitFor();
  const alike = reader.page.getByRole("region", { name: "Most alike first" }).getByRole("button");
  assert.equal(await alike.count(), 3);
  assert.match(await alike.first().textContent(), /Ferry strikes pier.*Ninety saved at Quenna/);
  const [share] = (await cell(reader, name).getAttribute("aria-label")).match(/\d+%/);
  await hand.press(cell(reader, name));
  await reader.waitFor("done");
  await reader.page.locator(".summary-left").getByText(share).first().waitFor();
});

/** The second sentence stands before the first one. */
const TURNED = {
  name: "turned.txt",
  text: `Boats in the fog\n\n${SECOND}. Lamps burnt on the quay until noon. ${WIRE}.\n`,
};

const likest = (reader) => reader.page.getByRole("region", { name: "Most alike first" });

twins(
  "says what moved in another pair in three actions, from each lens with passages",
  async (reader, hand) => {
    await reader.give(ARTICLES[1], ARTICLES[2], TURNED);
    await reader.waitFor("done");
    const pair = likest(reader).getByRole("button", {
      name: /Ferry.*Boats|Boats.*Ferry/s,
    });
    await hand.press(reader.button("All pairs"));
    await done(reader);
    await hand.press(pair);
    const moved = reader.page.getByRole("button", { name: "1 moved", exact: true });
    await hand.press(moved);
    await reader.says("1 passage hidden by the filter.");
    assert.equal(await moved.getAttribute("aria-pressed"), "true");
    assert.equal(await reader.page.locator(".entries .entry").count(), 1);
    await hand.press(moved);

    await hand.press(reader.tab("Side by side"));
    await hand.press(reader.button("All pairs"));
    await done(reader);
    await hand.press(pair);
    await hand.press(reader.page.locator(".summary-left").getByRole("button", { name: /moved/ }));
    const row = reader.page.locator(".row.is-chosen");
    await row.waitFor();
    assert.match(await row.getAttribute("class"), /row-moved/);
  },
);

flow("moves in the matrix by arrows, and opens with Enter", async (reader) => {
  await reader.give(...ARTICLES);
  await reader.waitFor("done");
  await reader.page.keyboard.press("a");
  await done(reader);
  await new Keys(reader.page).reach(grid(reader).locator("[tabindex='0']"));
  const isOpen = await reader.page.evaluate(() => document.activeElement.ariaCurrent);
  assert.equal(isOpen, "true", "first the pair that is open");
  for (const [key, row, column] of [
    ["Control+Home", "0", "0"],
    ["ArrowRight", "0", "1"],
    ["ArrowDown", "1", "1"],
    ["ArrowRight", "1", "2"],
    ["End", "1", "3"],
    ["Control+Home", "0", "0"],
    ["ArrowUp", "0", "0"],
    ["Control+End", "3", "3"],
    ["ArrowLeft", "3", "2"],
    ["Home", "3", "0"],
    ["PageUp", "0", "0"],
    ["ArrowRight", "0", "1"],
  ]) {
    await reader.page.keyboard.press(key);
    await reader.page.waitForFunction(
      ([wantedRow, wantedColumn]) =>
        document.activeElement.dataset.row === wantedRow &&
        document.activeElement.dataset.column === wantedColumn,
      [row, column],
    );
  }
  await reader.page.keyboard.press("Enter");
  await grid(reader).waitFor({ state: "detached" });
  await reader.waitFor("done");
  await reader.page.goBack();
  await grid(reader).waitFor();
  await reader.page.keyboard.press("Escape");
  await grid(reader).waitFor({ state: "detached" });
});

twins("says which passages stand in three or more articles, and shows them alone", async (reader, hand) => {
  await reader.give(ARTICLES[1], ARTICLES[3], ARTICLES[2], ARTICLES[0]);
  await reader.waitFor("done");
  const list = reader.page.getByRole("complementary", { name: "Passages" });
  await list.getByText("in 3 articles").waitFor();
  const entries = list.locator(".entry");
  const before = await entries.count();
  await hand.press(list.getByRole("button", { name: "Filter", exact: true }));
  const group = list.getByRole("radiogroup", { name: "In three or more articles" });
  await hand.check(group.getByRole("radio", { name: "only" }));
  await list.getByText(/hidden by the filter/).waitFor();
  assert.equal(await entries.count(), 1);
  assert.match(await entries.first().textContent(), /night ferry/);
  await hand.press(entries.first());
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  await tray.getByText("in 3 articles").waitFor();
  await tray.getByText("Harbour briefs").waitFor({ state: "attached" });
  await hand.check(group.getByRole("radio", { name: "none" }));
  await entries.getByText(/ninety passengers/i).waitFor();
  assert.equal(await entries.count(), before - 1);
});

flow("an article that goes or comes changes its own pairs alone", async (reader) => {
  await reader.give(...ARTICLES);
  await reader.waitFor("done");
  await reader.page.keyboard.press("a");
  await done(reader);
  await reader.give({
    name: "fifth.txt",
    text: `Late report from the harbour\n\n${WIRE}, said one of the crew.`,
  });
  await reader.says("5 articles, 10 pairs");
  await reader.says(/nothing shared \(4 of 10 pairs\)/);
  await cell(reader, /^Late report from the harbour and Harbour briefs: \d+%/).waitFor();
});

flow(
  "compares all pairs where the browser refuses workers",
  async (reader) => {
    await reader.give(...ARTICLES);
    await reader.waitFor("done");
    await reader.page.keyboard.press("a");
    await done(reader);
    await cell(reader, /^Ferry strikes pier and Ninety saved at Quenna: \d+%/).waitFor();
  },
  {
    prepare: [
      () => {
        window.Worker = class {
          constructor() {
            throw new DOMException("workers are refused", "SecurityError");
          }
        };
      },
    ],
  },
);

/** Counts in `window.compared` the pairs that go to workers. */
const COUNTING = {
  prepare: [
    () => {
      window.compared = 0;
      const Native = window.Worker;
      window.Worker = class extends Native {
        postMessage(message, ...rest) {
          if (message.kind === "overlaps") window.compared += message.pairs.length;
          super.postMessage(message, ...rest);
        }
      };
    },
  ],
};

flow(
  "compares pairs in workers, not on the page's own thread",
  async (reader) => {
    await reader.give(...ARTICLES);
    await reader.waitFor("done");
    await reader.page.keyboard.press("a");
    await done(reader);
    assert.equal(await reader.page.evaluate(() => window.compared), 6);
  },
  COUNTING,
);

/** So many articles of some hundred words, no two alike but for a sentence here and there. */
const many = (count) =>
  Array.from({ length: count }, (_, at) => {
    const word = (n) => `word${(at * 7919 + n * 104729) % 5000}`;
    const lines = Array.from({ length: 30 }, (_, line) =>
      Array.from({ length: 10 }, (_, n) => word(line * 10 + n)).join(" "),
    );
    const text = `Report ${at} of many\n\n${lines.join(". ")}. ${at % 9 === 0 ? WIRE : SECOND}.`;
    return { name: `${at}.txt`, text };
  });

twins("draws no more cells than are seen, ends when told to, and goes on", async (reader, hand) => {
  await reader.give(...many(120));
  await reader.waitFor("done");
  await reader.page.keyboard.press("a");
  await hand.press(reader.button("Cancel"));
  await reader.says("Cancelled before all pairs were compared.");
  assert.equal(await reader.page.getByText(/– nothing shared/).count(), 0);
  await hand.press(reader.button("Continue"));
  await done(reader);
  assert.ok((await grid(reader).getByRole("button").count()) < 1500);
  assert.equal(await grid(reader).getAttribute("aria-rowcount"), "121");
  if (hand.name === "keys") {
    await hand.reach(grid(reader).locator("[tabindex='0']"));
    await reader.page.keyboard.press("Control+End");
  } else {
    await grid(reader).evaluate(({ parentElement: box }) => box.scrollTo(box.scrollWidth, box.scrollHeight));
  }
  await grid(reader).locator("[data-row='119'][data-column='118']").waitFor();
  assert.ok((await grid(reader).getByRole("button").count()) < 1500);
});

/** So many articles that have no rare words in common but for families of three, which have a passage each. */
const families = (count) =>
  Array.from({ length: count }, (_, at) => {
    const word = (n) => `${"bdfgklmnprst"[(at + n) % 12]}${["aeo", "iou"][n % 2]}w${at}x${n}`;
    const own = Array.from({ length: 6 }, (_, line) =>
      Array.from({ length: 9 }, (_, n) => word(line * 9 + n)).join(" "),
    );
    const family = Math.floor(at / 80);
    const name = ["ferry", "bridge", "orchard"][family] ?? "lantern";
    const passage = Array.from({ length: 14 }, (_, n) => `${name}${(n * 7) % 20}`).join(" ");
    const text = `Report ${at} on the ${name}\n\n${own.join(". ")}. ${at % 80 < 3 ? `${passage}.` : ""}`;
    return { name: `${at}.txt`, text };
  });

twins(
  "compares of more than 200 articles the pairs that can share something",
  async (reader, hand) => {
    await reader.give(...families(240));
    await reader.waitFor("done");
    await reader.page.keyboard.press("a");
    await done(reader);
    await reader.says("240 articles, 28,680 pairs");
    await reader.says("231 of 240 articles share nothing with any other");
    assert.ok((await reader.page.evaluate(() => window.compared)) < 1000);
    assert.equal(await grid(reader).getAttribute("aria-rowcount"), "10");
    // A pair that was not compared is one that shares nothing.
    await cell(reader, /^Report 0 .* and Report 80 .*: 0% \(0 words\)/).waitFor();
    const alike = likest(reader).getByRole("button");
    assert.equal(await alike.count(), 9);
    await hand.press(cell(reader, /^Report 0 .* and Report 1 .*: [1-9]/));
    await reader.waitFor("done");
    await reader.says(/ferry0 ferry7/);
  },
  COUNTING,
);

flow("finds pairs by title among many, and forgets what was rare when an article goes", async (reader) => {
  await reader.give(
    ...families(240).map(({ name, text }, at) => ({ name, text: at < 10 ? `${text} ${WIRE}.` : text })),
  );
  await reader.waitFor("done");
  await reader.page.keyboard.press("a");
  await done(reader);
  const find = likest(reader).getByRole("searchbox", { name: "Find by title or outlet" });
  await find.fill("bridge report 81");
  await reader.says("2 of 51 pairs");
  assert.equal(await likest(reader).getByRole("listitem").count(), 2);
  await find.fill("nowhere");
  await reader.says("0 of 51 pairs");
  await find.fill("");
  await reader.button("Who says what").click();
  await reader.says("Of the 200 articles that have most to do with each other.");
  await reader.page
    .getByRole("table")
    .getByText(/night ferry/)
    .first()
    .waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ]) {
    flow(
      `axe finds nothing wrong with the matrix, ${colorScheme}, ${viewport.width} wide`,
      async (reader) => {
        await reader.give(...ARTICLES);
        await reader.waitFor("done");
        await reader.page.keyboard.press("a");
        await done(reader);
        await reader.page.evaluate(axe.source);
        const wrong = await reader.page.evaluate(async () => {
          const { violations } = await window.axe.run(document);
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        });
        assert.deepEqual(wrong, []);
        const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, "the page is no wider than the screen");
      },
      { colorScheme, viewport },
    );
  }
}

flow(
  "shows shares and the open pair in colours of the reader's own",
  async (reader) => {
    await openPairs(reader, new Pointer(reader.page));
    const cells = await grid(reader)
      .locator("[data-row]")
      .evaluateAll((all) =>
        all.map((one) => {
          const { backgroundImage, borderTopWidth } = getComputedStyle(one);
          const hasBar = backgroundImage.startsWith("linear-gradient");
          return { hasBar, shares: "words" in one.dataset, border: borderTopWidth, isOpen: one.ariaCurrent };
        }),
      );
    const shared = cells.filter(({ shares }) => shares);
    assert.ok(shared.length > 0 && shared.every(({ hasBar }) => hasBar), "every share has its bar");
    const borders = cells.filter(({ isOpen }) => isOpen === "true").map(({ border }) => border);
    assert.deepEqual([...new Set(borders)], ["2px"]);
    const focused = grid(reader).locator("[tabindex='0']");
    await reader.page.keyboard.press("Tab");
    await focused.focus();
    assert.notEqual(await focused.evaluate((one) => getComputedStyle(one).outlineStyle), "none");
  },
  { forcedColors: "active" },
);
