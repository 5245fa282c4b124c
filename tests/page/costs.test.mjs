// Files whose cost would grow faster than they do: each is taken or refused in words, keeps the page's own thread busy for
// about a second at most, and leaves the page usable.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zip, zip64 } from "./files.mjs";
import { keptIs } from "./kept.mjs";
import { flow, twins } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

/** Processor time that a file may take on the page's thread, in seconds: 1, and as much again twice for a slow machine. */
const MOST = 3;

const WORD = (body) =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });
/** A letter with a raised one. */
const RAISED = `<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>`;
/** A document that takes in one page many times. */
const CHUNKS = (text, count) =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="w"><w:body>${'<w:altChunk r:id="a"/>'.repeat(count)}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Type="x/aFChunk" Target="a.html"/></Relationships>`,
    "word/a.html": text,
  });
const ODT = (content) =>
  zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<o:document-content xmlns:o="o" xmlns:t="t"><o:body><o:text>${content}</o:text></o:body></o:document-content>`,
  });
/** A book with one chapter for each text, and further names of chapters in its list. */
const EPUB = (chapters, more = [], head = "") => {
  const names = [...chapters.map((_, at) => `${at}.xhtml`), ...more];
  const items = names.map((name, at) => `<item id="i${at}" href="${name}"/>`).join("");
  const spine = names.map((_, at) => `<itemref idref="i${at}"/>`).join("");
  return zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfile full-path="b.opf"/></container>`,
    "b.opf": `${head}<package>${head && "&a;".repeat(200_000)}${items}${spine}</package>`,
    ...Object.fromEntries(chapters.map((text, at) => [`${at}.xhtml`, text])),
  });
};
/** An entity that is short, and long where it is named often. */
const ENTITIES = `<!DOCTYPE package [<!ENTITY a "${"x".repeat(900)}">]>`;
let made = 0;
/** A page with a headline of its own, by which it is seen that it was taken. */
const page = (body, head = "") =>
  `<!doctype html><html><head>${head}</head><body><h1>Story ${++made} of the crane</h1>${body}</body></html>`;
const STORY =
  "<p>The crane lifted the bell out of the basin on Monday, and people cheered on the quay.</p>".repeat(9);
const words = (count, letter) => Array.from({ length: count }, (_, at) => `${letter}${at}`).join(" ");
const fonts = Array.from({ length: 400 }, (_, at) => `<font size=${at}>`).join("");
const run = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const notes = (depth) =>
  `${"<t:p>a<t:note><t:note-body>".repeat(depth)}<t:p>deep</t:p>${"</t:note-body></t:note></t:p>".repeat(depth)}`;

const LINES = /lines? with text, and this page takes up to 50,000 in one article/;
const TAGS = /more tags or signs, or more of them inside each other, than this page takes apart/;
const TAKEN = null;

/** Name of each file, what is in it, and what the page says of it; nothing when it is taken. */
const FILES = {
  "plain texts": [
    ["lines.txt", () => "a\n".repeat(1_000_000), LINES],
    ["carriage.txt", () => "a\r".repeat(1_000_000), LINES],
    ["spaces.txt", () => `a${" ".repeat(4_000_000)}b`, TAKEN],
  ],
  "Markdown files": [
    ["signs.md", () => "*".repeat(3_000_000), TAGS],
    ["paragraphs.md", () => "a\n\n".repeat(1_000_000), LINES],
    ["quotes.md", () => `${"> ".repeat(20_000)}a`, TAGS],
    ["front.md", () => `---\n${"\r\n--".repeat(10_000)}`, TAKEN],
    ["brackets.md", () => "[".repeat(50_000), TAKEN],
  ],
  "web pages": [
    ["attribute.html", () => page(STORY, `<meta property="${" ".repeat(80_000)}x" content="y">`), TAKEN],
    ["shadow.html", () => page(`${STORY}<template ${"shadowroot ".repeat(60_000)}`), TAKEN],
    ["fonts.html", () => page(`${fonts}${"<p>a".repeat(60_000)}`), LINES],
    ["again.html", () => page(`<p>${fonts}${"<p>a".repeat(60_000)}`), TAGS],
    ["deep.html", () => page(`${"<div>".repeat(150_000)}a`), TAGS],
    ["short.html", () => page("<p>a ".repeat(500_000)), TAGS],
    ["inline.html", () => page(`${"<i>a </i>".repeat(100_000)}${STORY}`), TAKEN],
    ["attributes.html", () => page(`<p ${words(100_000, "a")}>${STORY}`), TAKEN],
    [
      "title.html",
      () => page(`<h2>${words(60_000, "v")}</h2>${STORY}`, `<title>${words(60_000, "w")}</title>`),
      TAKEN,
    ],
    ["bodies.html", () => page(`${'<div class="article-body">'.repeat(400)}${STORY.repeat(3_000)}`), TAKEN],
    ["headings.html", () => page(`<article>${STORY.repeat(9)}${"<h2>a</h2><i></i>".repeat(30_000)}`), TAKEN],
    [
      "formulas.html",
      () => page(`${STORY}${"<math><mrow>".repeat(200)}${"<mi>a</mi>".repeat(30_000)}`),
      TAKEN,
    ],
    ["terms.html", () => page(`${STORY}<p>${"a <button>b</button>".repeat(30_000)}`), TAKEN],
    ["boxes.html", () => page(`${'<div class="share">'.repeat(400)}${STORY.repeat(3_000)}`), TAKEN],
  ],
  "Word files": [
    ["empty.docx", () => WORD("<w:p/>".repeat(9_500_000)), TAGS],
    ["paragraphs.docx", () => WORD(run("a").repeat(400_000)), LINES],
    ["cell.docx", () => WORD(`<w:tbl><w:tr><w:tc>${run("a").repeat(200_000)}</w:tc></w:tr></w:tbl>`), LINES],
    ["spaces.docx", () => WORD(run(`a${" ".repeat(1_000_000)}b`)), TAKEN],
    ["raised.docx", () => WORD(`<w:p>${RAISED.repeat(200_000)}</w:p>`), TAKEN],
    [
      "numbers.docx",
      () => WORD(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${run("a").repeat(20_000)}`),
      TAKEN,
    ],
    [
      "formula.docx",
      () =>
        WORD(
          `<w:p><m:oMath>${"<m:f><m:num>".repeat(100)}<m:r><m:t>x</m:t></m:r>${"</m:num></m:f>".repeat(100)}</m:oMath></w:p>`,
        ),
      TAKEN,
    ],
    ["chunks.docx", () => CHUNKS(page("<p>a</p>".repeat(100_000)), 20), TAGS],
    ["deep.docx", () => WORD(`${"<w:p>".repeat(3_000)}${"</w:p>".repeat(3_000)}`), TAGS],
  ],
  "ODT and RTF files": [
    ["notes.odt", () => ODT(notes(30)), TAKEN],
    ["deep.odt", () => ODT(notes(3_000)), TAGS],
    ["par.rtf", () => `{\\rtf1 a${"\\par".repeat(1_000_000)} b}`, TAKEN],
    ["lines.rtf", () => `{\\rtf1 ${"a\\par ".repeat(1_000_000)}}`, LINES],
    ["bytes.rtf", () => `{\\rtf1 ${"\\'e4 ".repeat(400_000)}}`, TAKEN],
  ],
  books: [
    ["paragraphs.epub", () => EPUB([page("<p>".repeat(20_000_000))]), TAGS],
    ["chapters.epub", () => EPUB(Array.from({ length: 200 }, () => page("<p>a</p>".repeat(1_000)))), TAGS],
    ["raised.epub", () => EPUB([page(`<p>${"a<sup>1</sup>".repeat(30_000)}`)]), TAKEN],
    ["entities.epub", () => EPUB([page("<p>a")], [], ENTITIES), TAGS],
    ["tags.epub", () => EPUB(["<a ".repeat(3_000_000)]), /tags\.epub has no text in it/],
  ],
};

/** Seconds of processor time that the page's own thread has taken. */
async function clock(reader) {
  const session = await reader.page.context().newCDPSession(reader.page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value;
  };
}

const pickers = (reader) => reader.page.locator(".picker-button").allTextContents();

/** Gives one file from disk and waits until it is the right article or was refused in words. */
async function giveOne(reader, path, name, message) {
  const before = (await pickers(reader))[1];
  await reader.page.setInputFiles("input[type=file]", path);
  if (message) {
    const line = reader.page.getByRole("alert").getByRole("listitem").filter({ hasText: name });
    await line.waitFor();
    assert.match(await line.textContent(), message);
  } else {
    await reader.page.waitForFunction(
      (old) => document.querySelectorAll(".picker-button")[1]?.textContent !== old,
      before,
    );
    assert.equal(await reader.page.getByRole("alert").filter({ hasText: name }).count(), 0);
  }
  await reader.waitFor("done");
}

for (const [what, files] of Object.entries(FILES)) {
  flow(
    `takes or refuses hostile ${what} and stays usable`,
    async (reader) => {
      await reader.give(LEFT, RIGHT);
      await reader.waitFor("done");
      const time = await clock(reader);
      const folder = mkdtempSync(join(tmpdir(), "twicetold-"));
      try {
        for (const [name, make, message] of files) {
          const path = join(folder, name);
          writeFileSync(path, make());
          const before = await time();
          await giveOne(reader, path, name, message);
          const taken = (await time()) - before;
          assert.ok(taken < MOST, `${name} took ${taken.toFixed(1)} s of the page's thread`);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      await reader.button("Swap sides").click();
      await reader.button(/^Right article: Old crane lifts again/).waitFor();
    },
    { timeout: 60_000 },
  );
}

/** Runs in the page: what comes of the record, or is put in its place. A large one is made there. */
async function inRecord(change) {
  const path = location.pathname.replace(/\/index\.html?$/i, "/");
  const asked = indexedDB.open(`twicetold ${path}`);
  const database = await new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const store = database.transaction("kept", "readwrite").objectStore("kept");
  const result = await new Promise((done) => {
    store.get("library").onsuccess = ({ target }) => {
      const record = target.result;
      if (change) {
        const [first] = record.articles;
        const more = Array.from({ length: 200 }, (_, at) => ({ ...first, id: `more-${at}` }));
        const articles = [...record.articles, ...more];
        const verdicts = Array.from({ length: 20_000 }, (_, at) => {
          const [left, right] = [articles[at % 201], articles[((at % 201) + 1 + Math.floor(at / 201)) % 202]];
          const span = { start: at % 50, end: (at % 50) + 9 };
          return {
            verdict: at % 2 ? "pinned" : "refused",
            ids: { left: left.id, right: right.id },
            spans: { left: span, right: span },
            texts: { left: left.text.slice(span.start, span.end), right: "elsewhere" },
          };
        });
        store.put({ ...record, articles, verdicts }, "library");
      }
      done([record.articles.length, record.verdicts.length]);
    };
  });
  database.close();
  return result;
}

flow("restores 20,000 verdicts of as many pairs, and takes a further article", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keptIs(reader, ({ articles }) => articles.length === 2);
  await reader.page.waitForTimeout(600);
  await reader.page.evaluate(inRecord, true);
  const time = await clock(reader);
  const before = await time();
  await reader.page.reload();
  await reader.waitFor("done");
  await reader.give({ name: "late.txt", text: "Late words\n\nThe harbour has been closed since noon." });
  await reader.page.waitForTimeout(900);
  const taken = (await time()) - before;
  assert.deepEqual(await reader.page.evaluate(inRecord, false), [203, 20_000]);
  assert.ok(taken < MOST, `${taken.toFixed(1)} s of the page's thread`);
});

twins("stays usable while a file keeps its reader busy, until that is cancelled", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  // Markdown's emphasis takes the square of these: minutes.
  await reader.give({ name: "busy.md", text: "_a".repeat(400_000) });
  await reader.says("Reading the file…");
  await hand.press(reader.button("Swap sides"));
  await reader.button(/^Left article: Crowd cheers/).waitFor();
  await hand.press(reader.button("Cancel"));
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /busy\.md.*not read to the end/ })
    .waitFor();
  assert.equal(await reader.state(), "done");
  // Another worker takes the next file.
  await reader.give({ name: "next.md", text: "# The next crane\n\nIt lifts *again* and again." });
  await reader.button(/^Right article: The next crane/).waitFor();
});

flow("a pasted text of too many lines is refused in words", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "a\n".repeat(60_000));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  await reader.says("Pasted text 3");
  await reader.page.getByRole("alert").filter({ hasText: LINES }).waitFor();
});

flow("reads archives with ZIP64 records, and says how many files are too many", async (reader) => {
  await reader.give({
    name: "two.zip",
    bytes: zip64(zip({ "left.txt": LEFT.text, "right.txt": RIGHT.text })),
  });
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length > 0);
  await reader.give({ name: "word.docx", bytes: zip64(WORD(run("The crane in a ZIP64 file"))) });
  await reader.button(/^Right article: The crane in a ZIP64 file/).waitFor();
  // No more is read of its directory than how long it is.
  const many = zip({ "a.txt": "x" });
  many.writeUInt16LE(65_535, many.length - 12);
  await reader.give({ name: "many.zip", bytes: many });
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /many\.zip holds 65,535 files, .*up to 10,000.*Unpack it/ })
    .waitFor();
  assert.equal(await reader.page.getByRole("alert").filter({ hasText: "came in" }).count(), 0);
});

flow("reads a book without the chapters that are not in it, and says so", async (reader) => {
  const bytes = EPUB([page("<p>The first chapter is here.</p>")], ["http://[", "gone.xhtml"]);
  await reader.give({ name: "book.epub", bytes }, RIGHT);
  await reader.waitFor("done");
  await reader.says("The first chapter is here.");
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /book\.epub lists 2 chapters that are not in it; the others were read/ })
    .waitFor();
});
