// Every way out of the page, and back in: the page as one file, a link, tables, the clipboard, print.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { exportAs, initSync } from "../../pkg/twicetold.js";
import { Reader, require, twins } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

const { Validator } = require("@cfworker/json-schema");
const SCHEMA = JSON.parse(
  readFileSync(new URL("../../docs/comparison.schema.json", import.meta.url), "utf8"),
);

initSync({ module: readFileSync(new URL("../../pkg/twicetold_bg.wasm", import.meta.url)) });

const folder = mkdtempSync(join(tmpdir(), "twicetold-out-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps what the page copies. */
function keepCopies() {
  window.copies = [];
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async (text) => void window.copies.push(text) },
  });
}

/** Keeps what the page copies within the turn of a click, and refuses all else, as WebKit does. */
function keepCopiesOfClicks() {
  window.copies = [];
  let isClick = false;
  const begin = () => {
    isClick = true;
    setTimeout(() => {
      isClick = false;
    });
  };
  for (const type of ["click", "keydown"]) addEventListener(type, begin, { capture: true });
  const refuse = () => {
    if (!isClick) throw new DOMException("refused", "NotAllowedError");
  };
  const write = async ([item]) => {
    refuse();
    window.copies.push(await (await item.getType("text/plain")).text());
  };
  const writeText = async (text) => {
    refuse();
    window.copies.push(text);
  };
  Object.defineProperty(navigator, "clipboard", { value: { write, writeText } });
  document.execCommand = () => false;
}

/** Lets the page copy nothing, in no way. */
function refuseCopies() {
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: () => Promise.reject(new DOMException("refused", "NotAllowedError")) },
  });
  document.execCommand = () => false;
}

const lastCopy = async ({ page }) => {
  await page.waitForFunction(() => window.copies.length > 0);
  return page.evaluate(() => window.copies.at(-1));
};

async function compared(reader, ...files) {
  await reader.give(...(files.length > 0 ? files : [LEFT, RIGHT]));
  await reader.waitFor("done");
}

async function openOut(reader, hand) {
  await hand.press(reader.button("More"));
  await hand.press(reader.button("Save, send, print…"));
}

/** What a button of the ways out saves: its name and where it lies. */
async function saved(reader, hand, name) {
  await openOut(reader, hand);
  const coming = reader.page.waitForEvent("download");
  await hand.press(reader.button(name));
  const download = await coming;
  const path = join(folder, `${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`);
  copyFileSync(await download.path(), path);
  await reader.says(`Saved: ${download.suggestedFilename()}`);
  await reader.page.keyboard.press("Escape");
  return { name: download.suggestedFilename(), path, text: readFileSync(path, "utf8") };
}

const tables = async (reader, hand) => JSON.parse((await saved(reader, hand, "Both (JSON)")).text);

/** Another tab of the same browser, at an address. */
async function tabAt(reader, address, { prepare = [], state = "done" } = {}) {
  const page = await reader.page.context().newPage();
  for (const script of prepare) await page.addInitScript(script);
  reader.watch.expect(
    new RegExp(`^request: ${address.replace(/#.*/s, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`),
  );
  await page.goto(address);
  const tab = new Reader(page, reader.watch);
  await tab.waitFor(state);
  return tab;
}

const fromDisk = (reader, path, settings) => tabAt(reader, pathToFileURL(path).href, settings);

/** All that a reader sees of a comparison: passages with their texts, rows, and the list. */
async function seen(reader, hand) {
  const numbers = await reader.numbers("left");
  const passages = [];
  for (const number of numbers) {
    passages.push([number, await reader.marked("left", number), await reader.marked("right", number)]);
  }
  const list = await reader.page.locator(".panel li").allInnerTexts();
  await hand.press(reader.tab("Side by side"));
  await reader.page.locator("[data-row]").first().waitFor();
  const rows = await reader.page.locator("[data-row]").allInnerTexts();
  await hand.press(reader.tab("Shared"));
  await reader.marks("left").first().waitFor();
  return { passages, list, rows };
}

twins("saves itself as one file that opens from disk as the same comparison", async (reader, hand) => {
  await compared(reader);
  const [first, second, third] = await reader.numbers("left");
  await hand.open(reader, "left", third);
  await hand.press(reader.button("Not a match"));
  // The numbers are others now, and what was refused may have found something else to stand with.
  await reader.page.getByText("is not a match.").waitFor();
  await reader.waitFor("done");
  await hand.open(reader, "left", second);
  await hand.press(reader.button("Pin to the top of the list"));
  await reader.page.locator(".entries [aria-label=pinned]").waitFor();
  await hand.press(reader.button("More"));
  await hand.check(reader.page.getByLabel("Ignore numbers"));
  await reader.page.keyboard.press("Escape");
  await reader.waitFor("done");
  await hand.open(reader, "left", first);
  const report = await saved(reader, hand, "Save as one file");
  await reader.page.keyboard.press("Escape");
  const before = await seen(reader, hand);
  assert.ok(before.passages.length >= 2 && before.rows.length >= 4);
  assert.match(report.name, /^twicetold_.+\.html$/);

  const opened = await fromDisk(reader, report.path);
  await opened.page.getByText(/^Report of .+: “.+” and “.+”/).waitFor();
  const tray = opened.page.getByRole("region", { name: "The passage on both sides" });
  await tray.waitFor();
  assert.match(await opened.page.title(), /Twicetold$/);
  await opened.page.keyboard.press("Escape");
  assert.deepEqual(await seen(opened, hand.on(opened.page)), before, "the same passages, rows and list");
  await opened.page.getByText("is not a match.").waitFor();
  assert.equal(await opened.page.locator(".entries [aria-label=pinned]").count(), 1);
  const elements = (id) => opened.page.evaluate((wanted) => document.querySelectorAll(wanted).length, id);
  assert.equal(await elements("#pdf-bytes"), 0);
  assert.equal(await elements("#licences-bytes"), 1, "the notices go with every copy");

  const theirs = hand.on(opened.page);
  await theirs.point(opened, "left", first);
  await opened.page.locator(".connector path").first().waitFor({ state: "attached" });
  await theirs.open(opened, "left", first);
  await tray.waitFor();
  for (const lens of ["Side by side", "Only in one", "Facts", "Shared"]) await theirs.press(opened.tab(lens));
  const again = await saved(opened, theirs, "Save as one file");
  assert.ok(Math.abs(again.text.length - report.text.length) < 200, "a report saves itself like the page");

  await theirs.press(opened.button("More"));
  await theirs.press(opened.button("Close all articles"));
  await opened.waitFor("empty");
  assert.equal(await opened.page.locator(".sample").count(), 0, "no samples in a report");
});

twins("calls articles without a headline the same everywhere in a report", async (reader, hand) => {
  const text =
    "the old crane on the quay lifted the bell again on monday, and the crowd cheered for a long while.";
  await reader.give({ name: "one.txt", text }, { name: "two.txt", text: `yesterday ${text}` });
  await reader.waitFor("done");
  const report = await saved(reader, hand, "Save as one file");
  const opened = await fromDisk(reader, report.path);
  await opened.waitFor("done");
  const line = await opened.page.getByText(/^Report of /).textContent();
  const [left, right] = line.match(/(?<=“)[^”]+(?=”)/g);
  const pickers = await opened.page.locator(".picker-button").allTextContents();
  assert.ok(pickers[0].includes(left) && pickers[1].includes(right), `${line} and ${pickers.join(", ")}`);
  const title = await opened.page.title();
  assert.ok(title.includes(left) && title.includes(right), title);
  assert.ok(left.startsWith("the old crane") && right.startsWith("yesterday the old crane"));
});

const THIRD_STORY = {
  name: "third.txt",
  text: `Harbour notes\n\n${LEFT.text.split("\n\n")[1]}\n\nGulls were counted on Friday.\n`,
};

twins(
  "saves what the reader decided, edited and filtered, and what stands in a third article",
  async (reader, hand) => {
    const { page } = reader;
    await compared(reader, { ...LEFT, text: `${LEFT.text}\nMost Popular\n` }, RIGHT, THIRD_STORY);
    const column = page.getByRole("region", { name: "Left article", exact: true });
    await hand.press(
      column.locator(".clutter").getByRole("button", { name: "Include this line", exact: true }),
    );
    await column.locator(".clutter").waitFor({ state: "detached" });
    await hand.press(column.getByRole("button", { name: "Edit this article" }));
    const text = column.locator("textarea");
    await hand.write(text, `${await text.inputValue()}\nA line that was added by hand.\n`);
    await hand.press(column.getByRole("button", { name: "Done", exact: true }));
    await reader.waitFor("done");
    await reader.says("in 3 articles");
    await hand.press(page.getByRole("button", { name: "Filter", exact: true }));
    const stock = page.getByRole("radiogroup", { name: "In three or more articles" });
    await hand.check(stock.getByRole("radio", { name: "only" }));
    await hand.choose(page.getByLabel("Order"), "Longest first");
    const before = await seen(reader, hand);
    assert.equal(before.list.length, 2, "the two sentences of a paragraph stand in the third article too");
    const report = await saved(reader, hand, "Save as one file");
    const opened = await fromDisk(reader, report.path);
    assert.deepEqual(await seen(opened, hand.on(opened.page)), before);
    await opened.says("A line that was added by hand.");
    assert.equal(await opened.page.locator(".clutter").count(), 0, "what was put back is compared");
  },
);

const ARABIC = [
  {
    name: "one.txt",
    text: "افتتاح الجسر القديم\n\nافتتحت البلدية يوم الأحد الجسر القديم أمام المارة بعد ترميم استمر ثلاث سنوات.\n\nقال المهندس سالم إن الأساسات صمدت أمام الفيضان الأخير ولم يظهر فيها أي تصدع.\n",
  },
  {
    name: "two.txt",
    text: "عودة الجسر\n\nقال المهندس سالم إن الأساسات صمدت أمام الفيضان الأخير ولم يظهر فيها أي تصدع كبير.\n\nافتتحت البلدية يوم الأحد الجسر القديم أمام المارة بعد ترميم استمر أربع سنوات.\n",
  },
];

twins("saves articles that are written from right to left", async (reader, hand) => {
  await compared(reader, ...ARABIC);
  const before = await seen(reader, hand);
  assert.ok(before.passages.length >= 2);
  const opened = await fromDisk(reader, (await saved(reader, hand, "Save as one file")).path);
  assert.deepEqual(await seen(opened, hand.on(opened.page)), before);
  const direction = await opened
    .marks("left")
    .first()
    .evaluate((mark) => getComputedStyle(mark).direction);
  assert.equal(direction, "rtl");
});

const SNEAKY = [
  "He wrote </script><script>document.title = 'ran'</script> on the wall of the harbour office.",
  "<!-- <script> was on the second wall of the harbour office, and --> on the third of them.",
  "Lines\u2028broke\u2029here, and \u202Ebackwards\u202C went the words of the harbour master there.",
  "A half \uD83D stood alone beside a whole 😀 and a \uDE00 on the door of the harbour office.",
  "Then \u0000\u0001 came, and &lt;b&gt; &amp; ]]> ended the long day of the harbour office.",
].join("\r\n\r\n");

const long = () =>
  Array.from(
    { length: 9_000 },
    (_, at) =>
      `Line ${at} of the ledger names ship number ${(at * 7919) % 10_007} and its cargo of salt and tin.`,
  ).join("\n");

/** Adds an article just as it is, whatever characters it has. */
async function paste({ page }, text) {
  // The page listens once it has drawn itself.
  await page.locator("#main").waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.getData = (type) => (type === "text/plain" ? given : "");
    document.body.dispatchEvent(
      Object.assign(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }), {}),
    );
  }, text);
}

twins(
  "gives back the same texts in report and link, whatever is in them",
  async (reader, hand) => {
    const texts = [SNEAKY, `${SNEAKY.replaceAll("harbour", "old harbour")}\r\n\r\n${long()}`];
    assert.ok(texts[1].length > 600_000);
    for (const text of texts) await paste(reader, text);
    await reader.waitFor("done");
    const report = await saved(reader, hand, "Save as one file");
    const opened = await fromDisk(reader, report.path);
    const { articles } = await tables(opened, hand.on(opened.page));
    // The engine compares U+FFFD where half a character stands, and says so.
    const whole = texts.map((text) => text.toWellFormed());
    assert.ok(articles.left.text === whole[0] && articles.right.text === whole[1], "the report's texts");
    assert.notEqual(await opened.page.title(), "ran");

    await openOut(reader, hand);
    await hand.press(reader.button("Copy a link with both articles"));
    const link = await lastCopy(reader);
    const linked = await tabAt(reader, link);
    const came = (await tables(linked, hand.on(linked.page))).articles;
    assert.ok(came.left.text === whole[0] && came.right.text === whole[1], "the link's texts");
  },
  { prepare: [keepCopies] },
);

twins(
  "copies a link where the browser lets it copy within the click alone",
  async (reader, hand) => {
    await compared(reader);
    await openOut(reader, hand);
    await hand.press(reader.button("Copy a link with both articles"));
    assert.match(await lastCopy(reader), /#.*pair=/);
    await reader.says(/^Link copied: [\d,]+ characters/);
    assert.equal(await reader.page.getByRole("dialog", { name: "Copy this by hand" }).count(), 0);
  },
  { prepare: [keepCopiesOfClicks] },
);

/** Articles without a headline: the page calls them by their first words. */
const UNTITLED = [LEFT, RIGHT].map(({ text }, at) => ({
  name: `scan-${at}.txt`,
  text: text.split("\n\n").slice(1).join("\n\n"),
}));

twins("calls the articles of a report and a link the same everywhere", async (reader, hand) => {
  await compared(reader, ...UNTITLED);
  const names = await reader.page.locator(".picker-button strong").allTextContents();
  const { path, name } = await saved(reader, hand, "Save as one file");
  const opened = await fromDisk(reader, path);
  assert.deepEqual(await opened.page.locator(".picker-button strong").allTextContents(), names);
  assert.equal(await opened.page.title(), `${names.join(" – ")} · Twicetold`);
  const start = (title) => title.slice(0, 60);
  const said = await opened.page.locator(".report-line").textContent();
  for (const title of names) assert.ok(said.includes(start(title)), said);
  for (const title of names) assert.ok(name.includes(title.match(/\p{L}+/u)[0]), name);
  assert.doesNotMatch(`${said} ${await opened.page.title()} ${name}`, /scan-/);
});

twins("tells a damaged report and a changed one", async (reader, hand) => {
  await compared(reader);
  const { text } = await saved(reader, hand, "Save as one file");
  const cut = join(folder, "cut.html");
  writeFileSync(cut, text.replace('"format":"twicetold-pair",', '"format":"twicetold-pair'));
  const damaged = await fromDisk(reader, cut, { state: "empty" });
  await damaged.page
    .getByRole("alert")
    .getByText(/articles in this report cannot be read/)
    .waitFor();
  await compared(damaged);

  const changed = join(folder, "changed.html");
  writeFileSync(changed, text.replace("crate of eleven tonnes", "crate of ninety tonnes"));
  const opened = await fromDisk(reader, changed);
  await opened.page
    .getByRole("alert")
    .getByText(/were changed after it was saved/)
    .waitFor();
  await opened.says(/ninety tonnes/);
});

twins(
  "copies a link that brings both articles, the lens and the passage",
  async (reader, hand) => {
    await compared(reader);
    const before = await seen(reader, hand);
    const [, number] = await reader.numbers("left");
    await hand.open(reader, "left", number);
    await openOut(reader, hand);
    await hand.press(reader.button("Copy a link with both articles"));
    const link = await lastCopy(reader);
    await reader.page
      .getByText(/Link copied: [\d,]+ characters/)
      .first()
      .waitFor();
    assert.equal(new URL(link).search, "");

    const opened = await tabAt(reader, link);
    const badge = opened.page.locator(".tray .badge").first();
    assert.equal(await badge.textContent(), String(number));
    await opened.page.reload();
    await opened.waitFor("done");
    assert.equal(await badge.textContent(), String(number), "a reload keeps the articles");
    await opened.page.keyboard.press("Escape");
    assert.deepEqual(await seen(opened, hand.on(opened.page)), before);

    const middle = Math.floor(link.length / 2);
    const tampered = [link.slice(0, middle), link[middle] === "A" ? "B" : "A", link.slice(middle + 1)].join(
      "",
    );
    // The page shows what it kept from before.
    for (const broken of [tampered, link.slice(0, -40), `${link.replace(/pair=.*/, "")}pair=.%`]) {
      const page = await tabAt(reader, broken, { state: "done" });
      await page.page
        .getByRole("alert")
        .getByText(/link was cut or changed/)
        .waitFor();
      await compared(page);
      await page.page.close();
    }
    // Into a page that has articles already: those stay.
    await opened.page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(tampered).hash);
    await opened.page
      .getByRole("alert")
      .getByText(/link was cut or changed/)
      .waitFor();
    assert.ok((await opened.numbers("left")).length > 0);
  },
  { prepare: [keepCopies] },
);

twins(
  "takes a link that is pasted",
  async (reader, hand) => {
    await compared(reader);
    await openOut(reader, hand);
    await hand.press(reader.button("Copy a link with both articles"));
    const link = await lastCopy(reader);
    await reader.page.keyboard.press("Escape");
    const before = await seen(reader, hand);
    await hand.press(reader.button("More"));
    await hand.press(reader.button("Close all articles"));
    await reader.waitFor("empty");
    await paste(reader, link);
    await reader.waitFor("done");
    assert.deepEqual(await seen(reader, hand), before);
  },
  { prepare: [keepCopies] },
);

twins(
  "says when articles are too long for a link",
  async (reader, hand) => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed.toString(36);
    };
    const text = Array.from({ length: 160_000 }, noise).join(" ");
    await compared(reader, { name: "a.txt", text }, RIGHT);
    await openOut(reader, hand);
    await hand.press(reader.button("Copy a link with both articles"));
    await reader.page
      .getByText(/make a link of [\d,]+ characters, and browsers open at most/)
      .first()
      .waitFor();
    assert.equal(await reader.page.evaluate(() => window.copies.length), 0);
  },
  { prepare: [keepCopies] },
);

/** Reads CSV by the rules of RFC 4180. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

twins("saves passages and facts as tables with places and texts", async (reader, hand) => {
  const formula = "=SUM(A1:A9) was all that stood in the last cell of the long list, said the clerk.";
  const give = ({ name, text }) => ({ name, text: `${text}\n${formula}\n` });
  await compared(reader, give(LEFT), give(RIGHT));
  const [first] = await reader.numbers("left");
  await hand.open(reader, "left", first);
  const before = await tables(reader, hand);
  const refused = before.passages[first - 1].left.text;
  await hand.press(reader.button("Not a match"));
  await reader.waitFor("done");
  const document = await tables(reader, hand);
  const { valid, errors } = new Validator(SCHEMA, "2020-12", false).validate(document);
  assert.ok(valid, JSON.stringify(errors, null, 1));
  const broken = { ...document, passages: [{ ...document.passages[0], grade: "stolen" }] };
  assert.equal(new Validator(SCHEMA, "2020-12").validate(broken).valid, false, "the schema refuses nonsense");

  const { articles, passages, facts, verdicts } = document;
  assert.ok(passages.length >= 3 && facts.length >= 1);
  for (const pair of [...passages, ...facts, ...verdicts]) {
    for (const side of ["left", "right"]) {
      const { start, end, text } = pair[side];
      assert.equal(articles[side].text.slice(start, end), text);
    }
  }
  assert.deepEqual(
    verdicts.map(({ kind, left }) => [kind, left.text]),
    [["refused", refused]],
  );
  assert.ok(!passages.some(({ left }) => left.text === refused));

  const { text, name } = await saved(reader, hand, "Passages (CSV)");
  assert.match(name, /passages\.csv$/);
  assert.ok(text.startsWith("\uFEFFnumber,grade,") && text.endsWith("\r\n"));
  const [head, ...rows] = parseCsv(text.slice(1));
  assert.equal(rows.length, passages.length);
  const column = (row, wanted) => row[head.indexOf(wanted)];
  for (const [at, row] of rows.entries()) {
    const { number, grade, left, right } = passages[at];
    assert.equal(row.length, head.length);
    assert.deepEqual([column(row, "number"), column(row, "grade")], [String(number), grade]);
    assert.equal(column(row, "left_start"), String(left.start));
    assert.equal(column(row, "right_text").replace(/^'/, ""), right.text);
    assert.doesNotMatch(column(row, "left_text"), /^[=+\-@]/);
  }
  const csv = parseCsv((await saved(reader, hand, "Facts (CSV)")).text.slice(1));
  assert.deepEqual(
    csv.slice(1).map(([kind]) => kind),
    facts.map(({ kind }) => kind),
  );
});

const FORMS = {
  "Both (JSON)": "json",
  "Passages (CSV)": "csv",
  "Facts (CSV)": "csv-facts",
  "Tracked changes (DOCX)": "docx",
  "Edition (TEI)": "tei",
  "Annotations (JSON-LD)": "annotation",
  "Plain text": "text",
  Markdown: "markdown",
};

/** A time at which all files are made. Only what is now is changed: days of articles are dates too. */
function standStill() {
  const written = Date.prototype.toISOString;
  Date.prototype.toISOString = function () {
    const isNow = Math.abs(this.getTime() - Date.now()) < 600_000;
    return isNow ? "2031-05-13T10:00:00.000Z" : written.call(this);
  };
}

const pairOf = (name) =>
  ["left.txt", "right.txt"].map((file) => ({
    name: file,
    text: readFileSync(new URL(`../forms/${name}/${file}`, import.meta.url), "utf8"),
  }));

twins(
  "saves every form as the package writes it, byte for byte",
  async (reader, hand) => {
    for (const pair of ["lamp", "scripts", "signs"]) {
      await compared(reader, ...pairOf(pair));
      // What the page knows of the articles by itself: title and day.
      const { articles } = await tables(reader, hand);
      const about = ({ title, outlet, byline, date, name }) => ({ title, outlet, byline, date, name });
      for (const [button, format] of Object.entries(FORMS)) {
        const { path } = await saved(reader, hand, button);
        const { left, right } = articles;
        const info = { left: about(left), right: about(right), made: "2031-05-13T10:00:00.000Z" };
        const expected = Buffer.from(exportAs(format, left.text, right.text, {}, info));
        assert.ok(expected.equals(readFileSync(path)), `${format} of ${pair}`);
      }
      await hand.press(reader.button("More"));
      await hand.press(reader.button("Close all articles"));
      await reader.waitFor("empty");
    }
  },
  { prepare: [standStill] },
);

twins("writes tracked changes in the reader's name and of the reader's day", async (reader, hand) => {
  await compared(reader);
  await openOut(reader, hand);
  await hand.write(reader.page.getByLabel("Changes by"), "Reader & Co");
  await reader.page.getByLabel("On", { exact: true }).fill("2031-02-03");
  const coming = reader.page.waitForEvent("download");
  await hand.press(reader.button("Tracked changes (DOCX)"));
  // Entries of the archive are stored as they are.
  const document = readFileSync(await (await coming).path(), "utf8");
  const changes = document.match(/<w:(ins|del|moveFrom|moveTo) [^>]+>/g);
  assert.ok(changes.length > 3);
  for (const change of changes) {
    assert.match(change, / w:author="Reader &amp; Co" w:date="2031-02-03T00:00:00Z"\/?>$/);
  }
});

const QUOTED = {
  name: "quoted.txt",
  text: "Warden speaks\n\nThe harbour was quiet all winter. “We shall never again close the eastern gate at night,” said the warden Ilse Brant on Monday.\n\nNothing else was decided.\n",
};
const ALTERED = {
  name: "altered.txt",
  text: "Cold weeks by the water\n\nSnow fell. “We shall never again close the western gate at night,” said the warden Ilse Brant on Monday.\n\nA cat slept.\n",
};

/** Opens the passage with the quotation that was altered. */
async function chooseQuotation(reader, hand) {
  for (const number of await reader.numbers("left")) {
    if (!(await reader.marked("left", number)).includes("eastern")) continue;
    await hand.open(reader, "left", number);
    return;
  }
  assert.fail("no passage has the quotation");
}

twins(
  "copies a passage and its quotations as clean text",
  async (reader, hand) => {
    await compared(reader, QUOTED, ALTERED);
    await reader.page.keyboard.press("c");
    await reader.page.locator(".told").getByText("Choose a passage first").waitFor();
    await chooseQuotation(reader, hand);
    await reader.page.keyboard.press("c");
    const passage = await lastCopy(reader);
    assert.match(passage, /^Warden speaks:\n.*eastern gate.*\n\nCold weeks by the water:\n.*western gate/s);
    await reader.page
      .locator("[role=status]")
      .getByText(/Passage \d+ copied/)
      .waitFor({ state: "attached" });
    await reader.page.keyboard.press("q");
    await reader.page
      .locator("[role=status]")
      .getByText(/quotation copied/)
      .waitFor({ state: "attached" });
    const quotation = await lastCopy(reader);
    assert.equal(
      quotation,
      "“We shall never again close the eastern gate at night”\n— Warden speaks\n\n“We shall never again close the western gate at night”\n— Cold weeks by the water",
    );
    await hand.press(reader.button("Copy passage"));
    await hand.press(reader.button("Copy quotation pair"));
    await reader.page.waitForFunction(() => window.copies.length === 4);
    assert.equal(await lastCopy(reader), quotation);
  },
  { prepare: [keepCopies] },
);

twins(
  "shows what the browser does not let it copy",
  async (reader, hand) => {
    await compared(reader, QUOTED, ALTERED);
    await chooseQuotation(reader, hand);
    await reader.page.keyboard.press("c");
    const dialog = reader.page.getByRole("dialog", { name: "Copy this by hand" });
    await dialog.waitFor();
    const chosen = await dialog
      .getByRole("textbox")
      .evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
    assert.match(chosen, /eastern gate[\s\S]*western gate/);
    await reader.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  },
  { prepare: [refuseCopies] },
);

const byNumber = (a, b) => a - b;

twins(
  "prints from the menu: light, side by side, with numbers",
  async (reader, hand) => {
    await compared(reader);
    await openOut(reader, hand);
    await hand.press(reader.button("Print or save as PDF"));
    await reader.page.waitForFunction(() => window.printed === "closed");
    await reader.page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = await reader.page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], "paper is light, whatever the theme");
    assert.equal(await reader.page.locator(".header, .panel, .tray").locator("visible=true").count(), 0);
    for (const side of ["left", "right"]) {
      const numbers = await reader.page.locator(`.column-${side} .badge`).allInnerTexts();
      assert.deepEqual(
        numbers.map(Number.parseFloat).sort(byNumber),
        await reader.numbers(side),
        "numbered passages",
      );
    }
    const pdf = await reader.page.pdf({ format: "A4" });
    await reader.page.emulateMedia({ media: "screen", colorScheme: "light" });
    // What is on paper, read by the page itself: two columns, each whole.
    await hand.press(reader.button("More"));
    await hand.press(reader.button("Close all articles"));
    await reader.waitFor("empty");
    await compared(reader, { name: "print.pdf", bytes: pdf }, RIGHT);
    // Numbers and chips stand between the words.
    const letters = (text) => text.replace(/[^\p{L}]/gu, "");
    const read = letters(await reader.page.locator(".column-left").textContent());
    for (const { text } of [LEFT, RIGHT]) {
      const lines = text.trim().split(/\n+/).slice(1);
      for (const line of lines) assert.ok(read.includes(letters(line).slice(-40)), line);
    }
  },
  {
    prepare: [
      () => {
        window.print = () => {
          window.printed = document.querySelector("dialog") ? "under a dialog" : "closed";
        };
      },
    ],
  },
);

twins(
  "a report of one of three articles has the paragraphs of all pairs, on paper too",
  async (reader, hand) => {
    const { page } = reader;
    await compared(reader, LEFT, RIGHT, THIRD_STORY);
    await hand.press(reader.button("All pairs"));
    await hand.press(page.getByRole("button", { name: "In short", exact: true }));
    const list = page.locator(".pairs [data-shorts] li");
    await list.nth(2).waitFor();
    const texts = await list.locator("p").allTextContents();
    assert.equal(texts.length, 3);
    for (const text of texts) assert.match(text, /^[A-Z“].*\.$/s);
    await hand.press(list.nth(1).getByRole("button"));
    await reader.waitFor("done");
    const paragraph = await page.locator("[data-summary]").textContent();
    assert.ok(texts.includes(paragraph), "the pair that was opened says the same");
    const report = await saved(reader, hand, "Save as one file");
    const opened = await fromDisk(reader, report.path);
    const fold = opened.page.getByRole("button", { name: "In short, all 3 pairs" });
    const inside = opened.page.locator(".all-short [data-shorts] li");
    assert.equal(await inside.count(), 3);
    assert.equal(await inside.first().isVisible(), false);
    await hand.on(opened.page).press(fold);
    assert.equal(await inside.first().isVisible(), true);
    await hand.on(opened.page).press(fold);
    await opened.page.emulateMedia({ media: "print" });
    assert.equal(await inside.last().isVisible(), true);
    assert.deepEqual((await inside.locator("p").allTextContents()).sort(), texts.sort());
  },
);
