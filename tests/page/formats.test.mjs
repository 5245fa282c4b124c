// How each format comes in: the same words in every one of them.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docx, epub, fodt, odt, rtf, webPage, zip } from "./files.mjs";
import { flow, printed, twins } from "./page.mjs";
import { LEFT, RIGHT, THIRD } from "./texts.mjs";

const [TITLE, ...PARAGRAPHS] = LEFT.text.trim().split("\n\n");

/** The text of the left article as it stands on the page, one line a paragraph. */
const paragraphs = (reader, side = "left") =>
  reader.page.locator(`.column-${side} [data-paragraph]`).evaluateAll((all) =>
    all.map((one) => {
      const copy = one.cloneNode(true);
      for (const extra of copy.querySelectorAll("[aria-hidden=true], button, sup, .chip")) extra.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    }),
  );

const column = (reader) => reader.page.getByRole("region", { name: "Left article", exact: true });

const FORMATS = {
  "a web page": [{ name: "left.html", text: webPage(TITLE, PARAGRAPHS), type: "text/html" }],
  DOCX: [{ name: "left.docx", bytes: docx(TITLE, PARAGRAPHS) }],
  ODT: [{ name: "left.odt", bytes: odt(TITLE, PARAGRAPHS) }],
  "a flat ODF file": [{ name: "left.fodt", text: fodt(TITLE, PARAGRAPHS), type: "application/xml" }],
  EPUB: [
    { name: "left.epub", bytes: epub(TITLE, [[TITLE, ...PARAGRAPHS.slice(0, 1)], PARAGRAPHS.slice(1)]) },
  ],
  RTF: [{ name: "left.rtf", bytes: rtf(TITLE, PARAGRAPHS) }],
  Markdown: [{ name: "left.md", text: `# ${TITLE}\n\n${PARAGRAPHS.join("\n\n")}` }],
  "a ZIP of a file": [{ name: "all.zip", bytes: zip({ "news/left.txt": LEFT.text }) }],
  "a ZIP of a DOCX": [{ name: "all.zip", bytes: zip({ "left.docx": docx(TITLE, PARAGRAPHS) }) }],
};

for (const [format, [file]] of Object.entries(FORMATS)) {
  flow(`reads ${format}`, async (reader) => {
    await reader.give(file, RIGHT);
    await reader.waitFor("done");
    assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS]);
    await reader.button(new RegExp(`^Left article: ${TITLE}`)).waitFor();
    assert.ok((await reader.numbers("left")).length > 0);
  });
}

flow("reads a web page that a browser saved with its pictures, in one file", async (reader) => {
  const page = await reader.page.context().newPage();
  await page.setContent(webPage(TITLE, PARAGRAPHS));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
  await page.close();
  assert.match(data, /^MIME-Version/m);
  for (const name of ["left.mhtml", "left.mht"]) {
    await reader.give({ name, text: data, type: "" });
  }
  await reader.waitFor("done");
  for (const side of ["left", "right"])
    assert.deepEqual(await paragraphs(reader, side), [TITLE, ...PARAGRAPHS]);
});

/** Sixteen paragraphs with words long enough to be parted at the ends of lines. */
const LONG = Array.from({ length: 16 }, (_, at) => {
  const sentence = (by) =>
    `${["Engineers", "Councillors", "Neighbours", "Photographers"][(at + by) % 4]} described the extraordinary reconstruction of basin number ${at + by + 2} as a considerable responsibility for the well-kept harbour administration.`;
  return [0, 5, 9, 14].map(sentence).join(" ");
});

const HEADS = {
  displayHeaderFooter: true,
  headerTemplate: `<div style="font-size:9px;width:100%;padding:0 40px">The Harbour Review<span style="float:right" class="pageNumber"></span></div>`,
  footerTemplate: `<div style="font-size:9px;width:100%;text-align:center">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`,
  margin: { top: "25mm", bottom: "25mm", left: "20mm", right: "20mm" },
};

const sheet = (style, paragraphs) =>
  `<!doctype html><html lang="en"><style>body { font: 12pt serif } ${style}</style><h1>${TITLE}</h1><div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div>`;

const PRINTS = {
  "one column": "",
  "two justified columns with parted words":
    "div { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto } p { margin: 0; text-indent: 1.2em }",
};

for (const [kind, style] of Object.entries(PRINTS)) {
  flow(`reads a PDF of several pages in ${kind}, without its running heads`, async (reader) => {
    await reader.give({ name: "left.pdf", bytes: await printed(sheet(style, LONG), HEADS) }, RIGHT);
    await reader.waitFor("done");
    assert.deepEqual(await paragraphs(reader), [TITLE, ...LONG]);
    await reader.button(new RegExp(`^Left article: ${TITLE}`)).waitFor();
  });
}

/** A word with the places where it may be parted. */
const soft = (text) => text.replace(/\p{L}{7,}/gu, (word) => word.replace(/(.{3})(?=.{3})/g, "$1&shy;"));

const NARROW = `div { columns: 3; column-gap: 6mm; text-align: justify; hyphens: manual } p { margin: 0; text-indent: 1.2em }`;

flow("joins the words that a PDF parts at the ends of lines, and no others", async (reader) => {
  const lines = LONG.map(
    (text, at) => `${text} It was a half-${at % 2 ? "forgotten" : "remembered"} affair.`,
  );
  const bytes = await printed(sheet(NARROW, lines.map(soft)), HEADS);
  await reader.give({ name: "left.pdf", bytes }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...lines]);
});

const INDENTED = `body { font: 11pt serif } div { width: 90mm } p { margin: 0; text-indent: 1.2em }`;
const SHORT_LINES = ["By a reporter of ours", "Third of May", "The harbour", ...PARAGRAPHS];

flow("parts short lines that stand in, and takes the head off a single page", async (reader) => {
  const bytes = await printed(sheet(INDENTED, SHORT_LINES), HEADS);
  await reader.give({ name: "left.pdf", bytes }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...SHORT_LINES]);
});

const ARABIC = [
  "افتتحت البلدية يوم الأحد الجسر القديم أمام المارة بعد ترميم استمر ثلاث سنوات وكلف الكثير من المال والجهد.",
  "قال المهندس سالم إن الأساسات صمدت أمام الفيضان الأخير ولم يظهر فيها أي تصدع حتى الآن.",
];

flow("reads a PDF in Arabic, and one in Hebrew with figures", async (reader) => {
  const hebrew = [
    "הגשר הישן נפתח מחדש ביום ראשון בשנת 2031 לעיני העוברים והשבים.",
    "המהנדס אמר כי היסודות עמדו בשיטפון.",
  ];
  const page = (lines) =>
    `<div dir="rtl" style="width: 90mm">${lines.map((text) => `<p>${text}</p>`).join("")}</div>`;
  await reader.give({ name: "arabic.pdf", bytes: await printed(page(ARABIC)) });
  await reader.waitFor("ready");
  await reader.give({ name: "hebrew.pdf", bytes: await printed(page(hebrew)) });
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), ARABIC);
  assert.deepEqual(await paragraphs(reader, "right"), hebrew);
});

flow("reads a PDF whose pages lie on their side", async (reader) => {
  const upright = (await printed(sheet("", PARAGRAPHS))).toString("latin1");
  const turned = upright.replace(/\/Type \/Page\n/g, "/Type /Page\n/Rotate 90\n");
  assert.ok(turned.length > upright.length);
  await reader.give({ name: "left.pdf", bytes: Buffer.from(turned, "latin1") }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS]);
});

flow("reads a PDF without a page number of its own and finds what it shares", async (reader) => {
  await reader.give({ name: "left.pdf", bytes: await printed(sheet("", PARAGRAPHS)) }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS]);
  assert.ok((await reader.numbers("left")).length > 0);
});

flow("knows a format by its bytes, whatever the file is called", async (reader) => {
  await reader.give(
    { name: "left.txt", bytes: docx(TITLE, PARAGRAPHS) },
    { name: "right.docx", bytes: rtf(TITLE, PARAGRAPHS), type: "application/octet-stream" },
  );
  await reader.waitFor("done");
  for (const side of ["left", "right"])
    assert.deepEqual(await paragraphs(reader, side), [TITLE, ...PARAGRAPHS]);
});

twins(
  "takes a web page's title, outlet, author and date, and the whole page when asked",
  async (reader, hand) => {
    await reader.give({ name: "saved.html", text: webPage(TITLE, PARAGRAPHS) }, RIGHT);
    await reader.waitFor("done");
    await reader.button(new RegExp(`^Left article: ${TITLE}.*The Basin Courier.*4 May 2031`, "s")).waitFor();
    await hand.press(column(reader).getByRole("button", { name: "Edit this article" }));
    assert.equal(await column(reader).getByLabel("Author").inputValue(), "Ansa Holm");
    await hand.write(column(reader).getByLabel("Outlet"), "The Basin Courier, late edition");
    await hand.press(column(reader).getByRole("button", { name: "Done", exact: true }));
    await reader.button(/^Left article: .*late edition/s).waitFor();
    await hand.press(reader.button("Take the whole page"));
    await reader.waitFor("done");
    await reader.says("Ferry timetable changes in autumn");
    await hand.press(reader.button("Take only the article"));
    await reader.waitFor("done");
    assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS]);
  },
);

/** A page whose article is broken by what papers put between its paragraphs. */
const BROKEN = `<figure><img src="x.png"><figcaption>${TITLE} on Monday, seen from the ferry</figcaption></figure><p>${PARAGRAPHS[0]}</p>
  <div class="newsletter-signup"><h3>Get our morning letter</h3><p>What matters, every day at six.</p><form><input><button>Sign up</button></form></div>
  <p>${PARAGRAPHS[1]}</p><div class="ad-slot">Advertisement</div><aside class="related-box"><h4>Read more</h4><a href="/x">Ferries are late again</a></aside>
  <p>${PARAGRAPHS[2]}</p><ul class="share-bar"><li><a href="#">Send</a></li></ul>
  <div class="subscribe ${"x".repeat(9)}"><p>${PARAGRAPHS.join("</p><p>")}</p></div>`;

flow("takes calls to subscribe, advertisements and links out of a web page's article", async (reader) => {
  const page = webPage(TITLE, PARAGRAPHS).replace(
    /(<h1>.*<\/h1>)\s*<div class="article-body">[\s\S]*?<\/div>/,
    `$1<div class="article-body">${BROKEN}</div>`,
  );
  await reader.give({ name: "left.html", text: page }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS, ...PARAGRAPHS]);
});

flow("reads tables, notes, breaks and deletions of DOCX", async (reader) => {
  const t = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
  const cell = (text) => `<w:tc><w:p>${t(text)}</w:p></w:tc>`;
  const body = `<w:p>${t("The load test")}<w:r><w:br/></w:r>${t("took an hour.")}<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins>${t(" It was quiet.")}</w:ins></w:p>
    <w:tbl><w:tr>${cell("Basin")}${cell("Depth in metres")}</w:tr></w:tbl>
    <w:p><w:ruby><w:rt>${t("reading")}</w:rt><w:rubyBase>${t("Signs ")}</w:rubyBase></w:ruby><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r>${t("The end.")}</w:p>`;
  await reader.give(
    { name: "a.docx", bytes: docx(TITLE, PARAGRAPHS, { body, footnotes: ["A note on cables."] }) },
    RIGHT,
  );
  await reader.waitFor("done");
  assert.deepEqual(
    (await paragraphs(reader)).slice(PARAGRAPHS.length + 1).join(" | "),
    "The load test took an hour. It was quiet. | Basin | Depth in metres | Signs The end. | A note on cables.",
  );
});

flow("reads a chapter once that an EPUB names by several places in it", async (reader) => {
  const item = (id, place) => `<item id="${id}" href="c.xhtml#${place}"/>`;
  const bytes = zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfile full-path="book.opf"/></container>`,
    "book.opf": `<package>${item("a", "x")}${item("b", "y")}<itemref idref="a"/><itemref idref="b"/></package>`,
    "c.xhtml": `<html><body>${[TITLE, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join("")}</body></html>`,
  });
  await reader.give({ name: "left.epub", bytes }, RIGHT);
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, ...PARAGRAPHS]);
});

flow("reads tables, notes and spaces of ODT", async (reader) => {
  const more = `<text:p>Two<text:s text:c="1"/>words<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note on cables.</text:p></text:note-body></text:note> and<text:line-break/>a break.</text:p>
    <table:table><table:table-row><table:table-cell><text:p>Basin</text:p></table:table-cell><table:table-cell><text:p>Depth in metres</text:p></table:table-cell></table:table-row></table:table>`;
  await reader.give({ name: "a.odt", bytes: odt(TITLE, PARAGRAPHS, more) }, RIGHT);
  await reader.waitFor("done");
  assert.equal(
    (await paragraphs(reader)).slice(PARAGRAPHS.length + 1).join(" | "),
    "Two words and a break. | Basin | Depth in metres | A note on cables.",
  );
});

flow("reads code pages, numbered letters and notes of RTF", async (reader) => {
  const more =
    "{\\upr{Ubersetzt}{\\*\\ud{\\u220?bersetzt}}} {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} caf\\'e9 \\uc1\\u8364?5.{\\footnote A note on cables.}{\\*\\generator Word}\\par";
  await reader.give({ name: "a.rtf", bytes: rtf(TITLE, PARAGRAPHS, more) }, RIGHT);
  await reader.waitFor("done");
  assert.equal(
    (await paragraphs(reader)).slice(PARAGRAPHS.length + 1).join(" | "),
    "Übersetzt Привет café €5. | A note on cables.",
  );
});

flow("takes an archive of many articles in the order of their names", async (reader) => {
  const bytes = zip({
    "news/10.txt": THIRD.text,
    "news/2.txt": RIGHT.text,
    "news/1.txt": LEFT.text,
    "news/1_files/style.css": "p { color: red }",
    "__MACOSX/news/._1.txt": "x",
  });
  await reader.give({ name: "news.zip", bytes });
  await reader.waitFor("done");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
  await reader.button(/^Right article: Crowd cheers/).waitFor();
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /news\.zip.*1 other file/ })
    .waitFor();
});

twins("takes rich text from the clipboard with its headings and lists", async (reader, hand) => {
  await reader.button("Paste text").waitFor();
  await hand.paste({
    "text/html": `<html><body><h2>${TITLE}</h2><p style="color:red">${PARAGRAPHS[0]}</p><ul><li>One crate<li>One winter</ul></body></html>`,
    "text/plain": `${TITLE}${PARAGRAPHS[0]}One crateOne winter`,
  });
  await reader.waitFor("ready");
  await hand.paste({ "text/plain": RIGHT.text, "text/html": `<span>${RIGHT.text}</span>` });
  await reader.waitFor("done");
  assert.deepEqual(await paragraphs(reader), [TITLE, PARAGRAPHS[0], "One crate", "One winter"]);
  assert.ok(
    (await paragraphs(reader, "right")).length > 2,
    "without paragraphs the lines of the plain text stay",
  );
});

/** A folder on the disk for as long as `walk` takes. */
async function withFolder(files, walk) {
  const folder = mkdtempSync(join(tmpdir(), "twicetold-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    await walk(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FOLDER = {
  "b/right.txt": RIGHT.text,
  "a/left.txt": LEFT.text,
  "a/picture.png": "no picture",
  ".hidden": "x",
};

twins("opens a folder", async (reader, hand) => {
  await withFolder(FOLDER, async (folder) => {
    const [dialog] = await Promise.all([
      reader.page.waitForEvent("filechooser"),
      hand.press(reader.button("Open a folder")),
    ]);
    await dialog.setFiles(folder);
    await reader.waitFor("done");
    await reader.button(/^Left article: Old crane lifts again/).waitFor();
    await reader.page
      .getByRole("alert")
      .filter({ hasText: /1 other file/ })
      .waitFor();
  });
});

flow("takes a dropped folder and a file beside it", async (reader) => {
  await withFolder({ ...FOLDER, "third.txt": THIRD.text }, async (folder) => {
    const session = await reader.page.context().newCDPSession(reader.page);
    const data = { items: [], files: [join(folder, "third.txt"), join(folder, "a")], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
    }
    await reader.waitFor("done");
    await reader.button(/^Left article: Rain spoils the regatta/).waitFor();
    await reader.button(/^Right article: Old crane lifts again/).waitFor();
  });
});
