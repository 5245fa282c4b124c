// Files whose cost would grow faster than they do: each is taken or refused in words, keeps the page's own thread busy for
// about a second at most, and leaves the page usable.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zip, zip64 } from "./files.mjs";
import { keptIs, putRecord } from "./kept.mjs";
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
const MARKS = /piles more marks on single letters than any writing needs/;
const TAKEN = null;
/** All that ends a line (`src/document/lines.rs`). */
const LINE_ENDS = "\n\v\f\r\u0085\u2028\u2029";
const PILE = `a${"\u0301".repeat(2_000_000)}`;

/** Name of each file, what is in it, and what the page says of it; nothing when it is taken. */
const FILES = {
  "plain texts": [
    ["lines.txt", () => "a\n".repeat(1_000_000), LINES],
    ["carriage.txt", () => "a\r".repeat(1_000_000), LINES],
    ["feeds.txt", () => "a\f".repeat(1_000_000), LINES],
    ["next.txt", () => "a\u0085".repeat(1_000_000), LINES],
    ["separators.txt", () => "a\u2028".repeat(1_000_000), LINES],
    ["paragraphs.txt", () => "a\u2029".repeat(1_000_000), LINES],
    ["spaces.txt", () => `a${" ".repeat(4_000_000)}b`, TAKEN],
    ["blank.txt", () => `${"\t".repeat(4_000_000)}\nbee`, TAKEN],
    ["marks.txt", () => `a${"\u0301".repeat(4_000_000)}`, MARKS],
    ["joiners.txt", () => `a${"\u200d".repeat(2_000_000)}`, MARKS],
    ["jamo.txt", () => "\u1100".repeat(2_000_000), MARKS],
    ["adorned.txt", () => `I agree${"\u0336".repeat(40)} `.repeat(100), TAKEN],
  ],
  "Markdown files": [
    ["signs.md", () => "*".repeat(3_000_000), TAGS],
    ["paragraphs.md", () => "a\n\n".repeat(1_000_000), LINES],
    ["quotes.md", () => `${"> ".repeat(20_000)}a`, TAGS],
    ["front.md", () => `---\n${"\r\n--".repeat(10_000)}`, TAKEN],
    ["brackets.md", () => "[".repeat(50_000), TAKEN],
    ["lists.md", () => Array.from({ length: 2_000 }, (_, at) => `${" ".repeat(2 * at)}- a`).join("\n"), TAGS],
    ["points.md", () => `${"- ".repeat(20_000)}a`, TAGS],
    ["mixed.md", () => `${"> - 1. ".repeat(5_000)}a`, TAGS],
    [
      "nested.md",
      () => Array.from({ length: 20 }, (_, at) => `${" ".repeat(2 * at)}- bee`).join("\n"),
      TAKEN,
    ],
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
  // On a busy machine it is written later.
  await keptIs(reader, ({ articles }) => articles.length === 203);
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

const refusedIn = (reader, message) => reader.page.getByRole("alert").filter({ hasText: message });

/** Puts a text in where the cursor stands, as a reader does. */
async function paste({ page }, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await page.keyboard.press("ControlOrMeta+v");
}

/** The seconds of the page's thread that something takes are within what it may. */
async function within(reader, what, job) {
  const time = await clock(reader);
  const before = await time();
  await job();
  const taken = (await time()) - before;
  assert.ok(taken < MOST, `${what} took ${taken.toFixed(1)} s of the page's thread`);
}

flow("a pasted text of too many lines is refused in words", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  for (const end of LINE_ENDS) {
    await within(reader, `paste ${JSON.stringify(end)}`, async () => {
      await reader.page.evaluate((sign) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", `a${sign}`.repeat(60_000));
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
      }, end);
      await reader.says("Pasted text 3");
      await refusedIn(reader, LINES).waitFor();
    });
    await reader
      .button("Close this list")
      .or(reader.button(/^Close/))
      .first()
      .click();
  }
});

twins("the sheet for pasting takes what is long, and keeps what it refuses", async (reader, hand) => {
  const dialog = reader.page.getByRole("dialog");
  const box = dialog.getByLabel("Text of the article");
  await hand.press(reader.button("Paste text"));
  await box.fill("The first words.\n");
  await within(reader, "more than the field holds", async () => {
    await paste(reader, "a\n".repeat(60_000));
    await refusedIn(reader, "This was not put in").waitFor();
  });
  assert.equal(await box.inputValue(), "The first words.\n");
  // What a field does not hold goes past an empty one; here it is more than an article holds, too.
  await box.fill("");
  await within(reader, "60,000 lines", async () => {
    await paste(reader, "a\n".repeat(60_000));
    await refusedIn(reader, LINES).waitFor();
  });
  assert.equal(await box.inputValue(), "");
  await within(reader, "80,000 sentences in one line", async () => {
    await paste(reader, "The crane lifted the bell. ".repeat(80_000));
    await reader.button(/^Left article: The crane lifted the bell/).waitFor();
  });
  assert.equal(await dialog.count(), 0);
});

twins("an article that is edited stays within what the page takes", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const column = reader.page.getByRole("region", {
    name: "Left article",
    exact: true,
  });
  const box = column.getByLabel("Text of the article");
  const done = column.getByRole("button", { name: "Done" });
  const open = () => hand.press(column.getByRole("button", { name: "Edit this article" }));
  const kept = (wanted) => keptIs(reader, ({ articles }) => articles?.some(({ text }) => text === wanted));
  await open();
  await box.press("ControlOrMeta+a");
  await within(reader, "20,000 lines", async () => {
    await paste(reader, "a\n".repeat(20_000));
    await kept("a\n".repeat(20_000));
    await reader.waitFor("done");
  });
  await within(reader, "60,000 lines", async () => {
    await box.press("ControlOrMeta+a");
    await paste(reader, "a\n".repeat(60_000));
    await refusedIn(reader, "This was not put in").waitFor();
  });
  assert.equal((await box.inputValue()).length, 40_000);
  // Lines that are no lines to the field are some to the engine.
  await box.evaluate((field) => {
    field.value = "a\u2028".repeat(60_000);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await refusedIn(reader, LINES).waitFor();
  await hand.press(done);
  assert.equal((await box.inputValue()).length, 120_000, "it stays where it can be mended");
  await kept("a\n".repeat(20_000));
  await box.fill("The crane was mended.");
  await kept("The crane was mended.");
  assert.equal(await refusedIn(reader, LINES).count(), 0);
  await hand.press(done);
  await box.waitFor({ state: "detached" });
  await reader.waitFor("done");
});

flow("a text that is too long for a field is said to be, and keeps its details editable", async (reader) => {
  await reader.give({ name: "long.txt", text: "The crane lifted the bell. ".repeat(50_000) }, RIGHT);
  await reader.waitFor("done");
  const column = reader.page.getByRole("region", {
    name: "Left article",
    exact: true,
  });
  await within(reader, "its editor", async () => {
    await column.getByRole("button", { name: "Edit this article" }).click();
    await reader.says(/^This text is longer than what can be edited here: 1,000,000 characters/);
  });
  await column.getByLabel("Title", { exact: true }).fill("The crane, in full");
  await column.getByRole("button", { name: "Done" }).click();
  await reader.button(/^Left article: The crane, in full/).waitFor();
});

const article = (text) => ({
  name: "a.txt",
  title: null,
  titleGuessed: true,
  text,
  lineOverrides: [],
});

/** What a link carries. */
const linkOf = (left, right) =>
  gzipSync(
    JSON.stringify({
      format: "twicetold-pair",
      version: 1,
      articles: { left: article(left), right: article(right) },
    }),
  ).toString("base64url");

flow("a link with more than the page takes, or with nothing, is refused in words", async (reader) => {
  const table = [
    [
      "lines",
      linkOf("a\u2028".repeat(1_000_000), "b"),
      /An article in this link has 1,000,000 lines with text/,
    ],
    ["marks", linkOf("a", PILE), /An article in this link piles more marks/],
    ["nothing", linkOf("", ""), /There is no text in this link/],
    ["blanks", linkOf(" \n", "\u0085"), /There is no text in this link/],
  ];
  for (const [name, packed, message] of table) {
    await within(reader, name, async () => {
      await reader.page.evaluate((to) => {
        location.hash = to;
      }, `pair=${packed}`);
      await refusedIn(reader, message).waitFor();
    });
    assert.equal(await reader.state(), "empty", name);
  }
  // One text is still one to read.
  await reader.page.evaluate(
    (to) => {
      location.hash = to;
    },
    `pair=${linkOf("", RIGHT.text)}`,
  );
  await reader.button("Open them").click();
  await reader.waitFor("done");
  await reader.says(RIGHT.text.split("\n\n").at(-1));
});

flow("a library file and what is kept come without what the page does not take", async (reader) => {
  const hostile = [article("a\u2028".repeat(1_000_000)), article(PILE), article("a\n".repeat(60_000))];
  const record = {
    version: 1,
    articles: [article(LEFT.text), article(RIGHT.text), ...hostile].map((one, at) => ({
      ...one,
      id: `k${at}`,
    })),
    chosen: { left: "k0", right: "k1" },
    verdicts: [],
    options: {},
  };
  const text = JSON.stringify({ format: "twicetold-library", ...record });
  await within(reader, "the file", async () => {
    await reader.give({
      name: "library.json",
      text,
      type: "application/json",
    });
    await refusedIn(
      reader,
      /2 articles of a saved library came in\..*left out or cut: 3 articles\./,
    ).waitFor();
    await reader.waitFor("done");
  });
  await putRecord(reader, record);
  await within(reader, "what is kept", async () => {
    await reader.page.reload();
    await refusedIn(reader, /left out or cut: 3 articles\./).waitFor();
    await reader.waitFor("done");
  });
});

flow("a paragraph as long as a file is drawn in time in every lens", async (reader) => {
  for (const [name, text] of [
    ["words", "a ".repeat(4_000_000)],
    ["figures", "1".repeat(8_000_000)],
    ["marks", `a${"\u0301".repeat(30)}`.repeat(130_000)],
  ]) {
    await within(reader, name, async () => {
      await reader.give({ name: `${name}.txt`, text }, RIGHT);
      await reader.waitFor("done");
    });
    for (const tab of await reader.page.getByRole("tab").all()) {
      await within(reader, `${name}, ${await tab.textContent()}`, async () => {
        await tab.click();
        await reader.page.waitForTimeout(200);
      });
    }
  }
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
