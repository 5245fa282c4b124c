// How articles come in: files, drop, paste, samples; which are compared; and malformed input.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pair } from "../../benches/texts.mjs";
import { FILE, flow, twins } from "./page.mjs";
import { KEPT, LEFT, QUOTATION, RIGHT, STRANGER, THIRD } from "./texts.mjs";

// Bytes of dist/twicetold.html, with and without the reader of PDF files, which is held apart in it.
const BUDGET = 740_000;
const BUDGET_WITH_PDF = 1_521_000;

test("the page is within its budget of bytes", () => {
  const html = readFileSync(FILE);
  const start = html.indexOf('<script type="application/octet-stream" id="pdf-bytes"');
  const length = html.indexOf("</script>", start) - start;
  assert.ok(start > 0 && length > 100_000, "the reader of PDF files is in an element of its own");
  const without = html.length - length;
  assert.ok(without <= BUDGET, `${without} bytes are more than ${BUDGET}`);
  assert.ok(html.length <= BUDGET_WITH_PDF, `${html.length} bytes are more than ${BUDGET_WITH_PDF}`);
});

test("what is not needed for the first screen stands behind what draws it", () => {
  const html = readFileSync(FILE, "utf8");
  const loader = html.indexOf("<script>{");
  assert.ok(loader > 0);
  for (const part of ["rich", "pdf"]) assert.ok(html.indexOf(`id="${part}-bytes"`) > loader, part);
});

test("the page forbids every connection and names no other place to load from", () => {
  const html = readFileSync(FILE, "utf8");
  const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1] ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'none'/);
  assert.doesNotMatch(policy, /https?:|\*|'unsafe-eval'/);
  const markup = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, "$1");
  assert.ok(markup.length < 10_000, "what is left is markup");
  assert.doesNotMatch(markup, /\s(?:src|href)="(?!data:)/);
});

flow("starts empty", async (reader) => {
  await reader.waitFor("empty");
  assert.equal(await reader.page.locator("input[type=file][multiple]").count(), 1);
  assert.equal(await reader.marks("left").count(), 0);
  await openFiles(reader).waitFor();
});

/** The button, not the input behind it, which has the same name. */
const openFiles = (reader) => reader.page.locator("button", { hasText: "Open files" });

/** Whether the marks of some passage of a side cover `text`. */
async function someMarkCovers(reader, side, text) {
  for (const number of await reader.numbers(side)) {
    if ((await reader.marked(side, number)).includes(text)) return number;
  }
  return undefined;
}

flow("compares two files at once, the first with the second", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  for (const text of [KEPT, QUOTATION]) {
    const number = await someMarkCovers(reader, "left", text);
    assert.ok(number, `${text} is marked on the left`);
    assert.ok((await reader.marked("right", number)).includes(text), `${text} is linked to the right`);
  }
  assert.deepEqual(await reader.numbers("left"), await reader.numbers("right"));
});

flow("waits for the other article after the first", async (reader) => {
  await reader.give(LEFT);
  await reader.waitFor("ready");
  await reader.give(RIGHT);
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length > 0);
});

twins("opens files through the dialog", async (reader, hand) => {
  const [dialog] = await Promise.all([
    reader.page.waitForEvent("filechooser"),
    hand.press(openFiles(reader)),
  ]);
  assert.ok(dialog.isMultiple());
  await dialog.setFiles(
    [LEFT, RIGHT].map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
  );
  await reader.waitFor("done");
});

twins("takes dropped files", async (reader, hand) => {
  await hand.bring(reader, LEFT, RIGHT);
  await reader.waitFor("done");
  await hand.bring(reader, STRANGER);
  await reader.waitFor("done");
  await reader.button(/^Right article: Beekeepers meet again/).waitFor();
});

twins("takes pasted texts", async (reader, hand) => {
  await hand.press(reader.button("Paste text"));
  await hand.write(reader.page.getByLabel("Text of the article"), LEFT.text);
  await hand.press(reader.button("Add and paste another"));
  await hand.write(reader.page.getByLabel("Text of the article"), RIGHT.text);
  await hand.press(reader.page.getByRole("dialog").getByRole("button", { name: "Add article", exact: true }));
  await reader.waitFor("done");
  assert.ok(await someMarkCovers(reader, "left", KEPT));
});

twins("refuses an empty paste with a message", async (reader, hand) => {
  await hand.press(reader.button("Paste text"));
  await hand.press(reader.page.getByRole("dialog").getByRole("button", { name: "Add article", exact: true }));
  await reader.says("There is no text to add yet.");
  await reader.page.keyboard.press("Escape");
  await reader.waitFor("empty");
});

twins("opens the five samples", async (reader, hand) => {
  await hand.press(reader.button(/Five reports of one invented event/));
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length >= 5);
});

flow("reads Markdown and HTML and runs nothing in it", async (reader) => {
  // The browser tells in the console that the policy forbids what the HTML asks for.
  reader.watch.expect(/Executing inline event handler|policy violated: script-src-attr inline/);
  const html = `<!doctype html><title>Hook buns</title><nav>Home News</nav>
    <img src="http://127.0.0.1:9/x.png" onerror="document.title='ran'"><script>document.title = "ran"</script>
    <article><h1>Hook buns</h1><p>${KEPT}.</p></article>`;
  await reader.give(
    { name: "left.md", text: `# Crane\n\n**${KEPT}**.\n`, type: "text/markdown" },
    { name: "right.html", text: html, type: "text/html" },
  );
  await reader.waitFor("done");
  const number = await someMarkCovers(reader, "left", KEPT);
  assert.ok(number && (await reader.marked("right", number)).includes(KEPT));
  assert.notEqual(await reader.page.title(), "ran");
});

flow("reads a file that is not UTF-8", async (reader) => {
  const text = `Café du port. ${KEPT}. Les élèves étaient là, très étonnés.`;
  await reader.give({ name: "left.txt", bytes: Buffer.from(text, "latin1") }, { name: "right.txt", text });
  await reader.waitFor("done");
  const whole = await reader.page.locator("#page").textContent();
  assert.ok(whole.split("Café du port").length >= 3, "the accents are right on both sides");
});

twins("swaps the sides", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
  await hand.press(reader.button("Swap sides"));
  await reader.button(/^Left article: Crowd cheers at the basin/).waitFor();
  await reader.waitFor("done");
  assert.ok(await someMarkCovers(reader, "right", QUOTATION));
});

twins("picks any two of the loaded articles", async (reader, hand) => {
  await reader.give(LEFT, RIGHT, THIRD, STRANGER);
  await reader.waitFor("done");
  await hand.press(reader.button(/^Right article: /));
  await hand.press(
    reader.page
      .getByRole("region", { name: "Right article" })
      .getByRole("button", { name: /^Beekeepers meet again/ }),
  );
  await reader.button(/^Right article: Beekeepers meet again/).waitFor();
  await reader.waitFor("done");
  assert.equal((await reader.numbers("left")).length, 0);
});

/** What is said about one file, which then changes nothing else. */
const BAD = [
  [{ name: "nothing.txt", text: "" }, /nothing\.txt.*is empty/],
  [{ name: "spaces.txt", text: " \n\t\n" }, /spaces\.txt.*is empty/],
  [
    { name: "noise.txt", bytes: Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 3)) % 256) },
    /noise\.txt.*(is not a text|no encoding)/,
  ],
  [{ name: "paper.pdf", bytes: Buffer.from("%PDF-1.7\n1 0 obj") }, /paper\.pdf.*is damaged/],
  [
    { name: "picture.txt", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
    /picture\.txt.*is a picture/,
  ],
  [
    { name: "letter.docx", bytes: Buffer.from("PK\x03\x04....word/document.xml") },
    /letter\.docx.*is damaged/,
  ],
  [
    { name: "song.xyz", bytes: Buffer.from("plain words, strange name"), type: "application/x-song" },
    /song\.xyz.*not a format/,
  ],
];

flow("says what is wrong with a bad file and keeps what was loaded", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const before = await reader.numbers("left");
  for (const [file, message] of BAD) {
    await reader.give(file);
    await reader.page.getByRole("alert").filter({ hasText: message }).waitFor();
    assert.equal(await reader.state(), "done", file.name);
    assert.deepEqual(await reader.numbers("left"), before, file.name);
  }
});

flow("reads the good files among bad ones", async (reader) => {
  await reader.give(BAD[0][0], LEFT, BAD[3][0], RIGHT);
  await reader.waitFor("done");
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /nothing\.txt/ })
    .waitFor();
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /paper\.pdf/ })
    .waitFor();
});

twins("folds the list of many files that cannot be read into one message", async (reader, hand) => {
  const many = Array.from({ length: 300 }, (_, at) => ({ name: `song-${at}.txt`, text: "" }));
  await reader.give(...many, LEFT, RIGHT);
  await reader.waitFor("done");
  const alert = reader.page.getByRole("alert");
  await alert.getByText("300 files could not be read.").waitFor();
  assert.equal(await alert.getByRole("listitem").count(), 0);
  await hand.press(alert.getByText("300 files could not be read."));
  await alert.getByRole("listitem").nth(299).waitFor();
  assert.match(await alert.getByRole("listitem").nth(299).textContent(), /song-299\.txt is empty/);
  await hand.press(reader.button("Close these notes"));
  await alert.waitFor({ state: "detached" });
});

flow("says so when all files of the first drop are bad, and goes on", async (reader) => {
  await reader.drop(BAD[0][0], BAD[3][0]);
  await reader.waitFor("error");
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
});

flow("keeps the one good file of two", async (reader) => {
  await reader.give(LEFT, BAD[1][0]);
  await reader.waitFor("ready");
  await reader.page.getByRole("alert").filter({ hasText: BAD[1][1] }).waitFor();
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
});

twins("takes fifty files at once", async (reader, hand) => {
  const files = Array.from({ length: 50 }, (_, at) => {
    const [text] = pair("Unrelated", 120, at + 1);
    return { name: `${at}.txt`, text };
  });
  await reader.give(...files);
  await reader.waitFor("done");
  await hand.press(reader.button(/^Right article: /));
  const choices = reader.page.getByRole("region", { name: "Right article" }).getByRole("listitem");
  await choices.first().waitFor();
  assert.equal(await choices.count(), 50);
});

flow("compares a single line of a megabyte", async (reader) => {
  const [left, right] = pair("Edited", 200_000).map((text) => text.replace(/\n+/g, " "));
  assert.ok(left.length > 900_000 && !left.includes("\n"));
  await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length > 0);
});

flow("compares or refuses a text of twenty megabytes, and says which", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.give({ name: "huge.txt", text: "All the same words again. ".repeat(800_000) });
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /huge\.txt.*larger than/ })
    .waitFor();
  assert.equal(await reader.state(), "done");
});
