// Files made to harm: nothing in them runs, nothing hangs, each is told in one line, what is loaded stays.

import assert from "node:assert/strict";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { changed, docx, epub, odt, webPage, zip } from "./files.mjs";
import { flow, printed, twins } from "./page.mjs";
import { KEPT, LEFT, RIGHT } from "./texts.mjs";

const [TITLE, ...PARAGRAPHS] = LEFT.text.trim().split("\n\n");

/** Holds that a file is told in one line, and that the two articles there are stay as they are. */
async function isRefused(reader, file, message) {
  await reader.give(file);
  const lines = reader.page.getByRole("alert").getByRole("listitem");
  await lines.filter({ hasText: message }).waitFor();
  assert.equal(await lines.count(), 1, `${file.name} is told in one line`);
  assert.equal(await reader.state(), "done", file.name);
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
}

const WICKED = `<script>window.ran = 1; document.title = "ran"</script>
  <img src="x" onerror="window.ran = 2"><svg onload="window.ran = 3"><script>window.ran = 4</script><a xlink:href="javascript:window.ran = 5">x</a></svg>
  <p onclick="window.ran = 6" style="background: url(http://127.0.0.1:9/css)">Kept words.</p>
  <a href="javascript:window.ran = 7">A link that runs</a>
  <iframe srcdoc="<script>parent.ran = 8</script>"></iframe><object data="data:text/html,<script>parent.ran=9</script>"></object>
  <form name="body"><input name="childNodes"></form><img name="querySelectorAll"><img name="querySelector"><a id="body">x</a>
  <style>@import url(http://127.0.0.1:9/more.css);</style><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
  <noscript><img src="http://127.0.0.1:9/n.png" onerror="window.ran = 10"></noscript>
  <math><mtext></mtext><script>window.ran = 11</script></math><template><script>window.ran = 12</script></template>`;
const REFRESH = `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/gone"><base href="http://127.0.0.1:9/">`;

const ranNothing = async (reader) => {
  // Long enough for what would load or run a moment later.
  await reader.page.waitForTimeout(300);
  assert.equal(await reader.page.evaluate(() => window.ran), undefined);
  assert.notEqual(await reader.page.title(), "ran");
  assert.match(reader.page.url(), /twicetold\.html|127\.0\.0\.1:\d+\/(#.*)?$/);
};

twins("runs and fetches nothing of a web page, its whole text neither", async (reader, hand) => {
  await reader.give(
    { name: "wicked.html", text: webPage(TITLE, PARAGRAPHS, { head: REFRESH, extra: WICKED }) },
    RIGHT,
  );
  await reader.waitFor("done");
  await ranNothing(reader);
  assert.ok((await reader.numbers("left")).length > 0);
  await hand.press(reader.button("Take the whole page"));
  await reader.says("Kept words.");
  await ranNothing(reader);
});

flow("runs and fetches nothing of a paste, a Markdown file and a chapter", async (reader) => {
  await reader.button("Paste text").waitFor();
  await reader.page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, `<h1>${TITLE}</h1>${WICKED}<p>${KEPT}</p>`);
  await reader.waitFor("ready");
  await reader.give({
    name: "wicked.md",
    text: `# Wicked\n\n${WICKED}\n\n[x](javascript:window.ran=13) ${KEPT}.`,
  });
  await reader.waitFor("done");
  const chapter = zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfile full-path="book.opf"/></container>`,
    "book.opf": `<package><item id="a" href="../../etc/a.xhtml"/><itemref idref="a"/></package>`,
    "etc/a.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body>${WICKED}<p>Kept in a chapter.</p></body></html>`,
  });
  await reader.give({ name: "wicked.epub", bytes: chapter });
  await reader.says("Kept in a chapter.");
  await ranNothing(reader);
});

const zeros = (megabytes) => Buffer.alloc(megabytes * 1024 * 1024);
/** A ZIP file whose directory states a small size for what unpacks to much. */
function liar(bytes) {
  const at = bytes.lastIndexOf("PK\x01\x02", undefined, "latin1");
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(10, at + 24);
  return copy;
}
const WORD = { "[Content_Types].xml": "<Types/>" };
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>`;

const BOMBS = [
  ["a ZIP bomb", zip({ "bomb.txt": zeros(90) }), "bomb.txt", /bomb\.txt.*unpacks to more/],
  [
    "a ZIP bomb that states a small size",
    liar(zip({ "bomb.txt": zeros(90) })),
    "x.zip",
    /bomb\.txt.*unpacks/,
  ],
  ["a DOCX bomb", zip({ ...WORD, "word/document.xml": zeros(90) }), "x.docx", /x\.docx.*unpacks to more/],
  [
    "many bombs in one",
    zip({ "a.txt": zeros(40), "b.txt": zeros(40), "c.txt": "x" }),
    "x.zip",
    /b\.txt.*unpacks/,
  ],
  [
    "a ZIP in a ZIP",
    zip({ "inner.zip": zip({ "a.txt": "x" }) }),
    "x.zip",
    /inner\.zip.*archive inside an archive/,
  ],
  ["entities that grow", zip({ ...WORD, "word/document.xml": ENTITIES }), "x.docx", /x\.docx.*damaged/],
];

for (const [what, bytes, name, message] of BOMBS) {
  flow(`refuses ${what}`, async (reader) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await reader.give({ name: name.endsWith(".txt") ? "x.zip" : name, bytes });
    const lines = reader.page.getByRole("alert").getByRole("listitem");
    await lines.filter({ hasText: message }).waitFor();
    assert.equal(await reader.state(), "done");
  });
}

flow(
  "takes no more than 2,000 articles of an archive and looks at no more than 10,000 entries",
  async (reader) => {
    const many = (count) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, `Text ${at}.`]));
    await reader.give({ name: "many.zip", bytes: zip(many(2_030)) });
    await reader.waitFor("done");
    await reader.page
      .getByRole("alert")
      .filter({ hasText: /many\.zip.*first 2,000 came in, 30 did not/ })
      .waitFor();
    await reader.give({ name: "crowd.zip", bytes: zip(many(10_100)) });
    await reader.page
      .getByRole("alert")
      .filter({ hasText: /crowd\.zip holds 10,100 files, .* up to 10,000\. Unpack it/ })
      .waitFor();
    assert.equal(await reader.page.getByRole("alert").filter({ hasText: "came in" }).count(), 0);
    assert.equal(await reader.state(), "done");
  },
);

flow("takes files of an archive by their own names only, whatever path they state", async (reader) => {
  await reader.give({
    name: "x.zip",
    bytes: zip({ "../../up/left.txt": LEFT.text, "C:\\win\\right.txt": RIGHT.text }),
  });
  await reader.waitFor("done");
  assert.ok((await reader.numbers("left")).length > 0);
  assert.doesNotMatch(await reader.page.locator("#page").textContent(), /\.\.\/|C:/);
});

/** A ZIP file whose directory says that an entry is locked. */
const locked = (bytes, name) => changed(bytes, bytes.lastIndexOf(name) - 46 + 8, 1);

/** A PDF that asks for a password no one has. */
const LOCKED_PDF = Buffer.from(
  `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/P -4/O<${"12".repeat(32)}>/U<${"34".repeat(32)}>>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%EOF`,
);

const EMPTY_PDF = Buffer.from(LOCKED_PDF.toString().replace("/Encrypt 4 0 R", ""));

flow("tells of files that are locked, cut off or without text", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const word = docx(TITLE, PARAGRAPHS);
  const print = await printed(`<h1>${TITLE}</h1>`);
  const wide = (text) => Buffer.from(text, "utf16le");
  const old = [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)];
  const lockedOdt = zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
    "content.xml": "rubbish",
  });
  const files = [
    [{ name: "locked.pdf", bytes: LOCKED_PDF }, /locked\.pdf.*password/],
    [
      { name: "scan.pdf", bytes: EMPTY_PDF },
      /scan\.pdf has no text in it: its pages are pictures, drawings or empty/,
    ],
    [{ name: "cut.pdf", bytes: print.subarray(0, print.length / 2) }, /cut\.pdf.*damaged or cut off/],
    [
      { name: "rubbish.pdf", bytes: Buffer.from(`%PDF-1.7\n${"x y z ".repeat(999)}\n%%EOF`) },
      /rubbish\.pdf.*damaged/,
    ],
    [{ name: "locked.zip", bytes: locked(zip({ "a.txt": "x" }), "a.txt") }, /a\.txt.*password/],
    [{ name: "locked.docx", bytes: locked(word, "word/document.xml") }, /locked\.docx.*password/],
    [
      { name: "locked2.docx", bytes: Buffer.concat([...old, wide("EncryptedPackage")]) },
      /locked2\.docx.*password/,
    ],
    [{ name: "old.doc", bytes: Buffer.concat(old) }, /old\.doc.*old Word file/],
    [{ name: "locked.odt", bytes: lockedOdt }, /locked\.odt.*password/],
    [{ name: "cut.docx", bytes: word.subarray(0, word.length - 40) }, /cut\.docx.*damaged or cut off/],
    [{ name: "cut.zip", bytes: zip({ "a.txt": LEFT.text }).subarray(0, 60) }, /cut\.zip.*damaged or cut off/],
    [{ name: "none.zip", bytes: zip({ "a.png": "x" }) }, /none\.zip.*no file in it/],
    [
      { name: "sheet.docx", bytes: zip({ ...WORD, "word/document.xml": "<workbook/>" }) },
      /sheet\.docx.*not a format/,
    ],
    [{ name: "empty.odt", bytes: odt("", []) }, /empty\.odt.*no text/],
    [{ name: "empty.epub", bytes: epub("x", [[]]) }, /empty\.epub.*no text/],
    [
      { name: "broken.rtf", bytes: Buffer.from(`{\\rtf1 ${"{".repeat(5000)}`) },
      /broken\.rtf.*more of them inside each other/,
    ],
    [{ name: "picture.pdf", bytes: [0xff, 0xd8, 0xff, 0xe0, 0, 0] }, /picture\.pdf.*picture/],
  ];
  for (const [file, message] of files) await isRefused(reader, file, message);
});

flow("refuses a file of 200 megabytes without reading it", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const folder = mkdtempSync(join(tmpdir(), "twicetold-"));
  try {
    for (const [name, start] of [
      ["huge.txt", "All the same. "],
      ["huge.pdf", "%PDF-1.7\n"],
      ["huge.zip", "PK\x03\x04"],
    ]) {
      const path = join(folder, name);
      const file = openSync(path, "w");
      writeSync(file, start);
      ftruncateSync(file, 200 * 1024 * 1024);
      closeSync(file);
      await reader.page.setInputFiles("input[type=file]", path);
      await reader.page
        .getByRole("alert")
        .filter({ hasText: new RegExp(`${name}.*larger than this page reads`) })
        .waitFor();
      assert.equal(await reader.state(), "done");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

flow("shows names without what turns lines around or hides in them", async (reader) => {
  const name = "a\u202etxt.exe\u0007\u200b.txt";
  await reader.give({ name, text: "" });
  const line = reader.page.getByRole("alert").getByRole("listitem");
  await line.waitFor();
  assert.match(await line.textContent(), /^a txt\.exe \.txt is empty/);
  await reader.give({ name: "x.html", text: webPage("Crane \u202elifts\u2066 again", PARAGRAPHS) }, RIGHT);
  await reader.waitFor("done");
  await reader.button(/^Left article: Crane lifts again/).waitFor();
});

flow("reads a page with a hundred thousand elements and one of a thousand levels", async (reader) => {
  const deep = `<html>${"<div>".repeat(1000)}<p>${KEPT}.</p>`;
  const wide = `<html><body>${"<i>a </i>".repeat(100_000)}<p>${KEPT}.</p>`;
  await reader.give({ name: "deep.html", text: deep }, { name: "wide.html", text: wide });
  await reader.waitFor("done");
  await reader.marks("left").first().waitFor();
});

/** A PDF of a thousand pages, each of which draws millions of nothings. */
function busyPdf() {
  const stream = deflateSync(Buffer.alloc(24_000_000, "q Q "));
  const kids = Array.from({ length: 1000 }, () => "3 0 R").join(" ");
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[${kids}]/Count 1000>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>> endobj
4 0 obj <</Length ${stream.length}/Filter/FlateDecode>> stream
`;
  return Buffer.concat([
    Buffer.from(head),
    stream,
    Buffer.from("\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF"),
  ]);
}

twins("stays usable while a PDF keeps its reader busy, until that is cancelled", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.give({ name: "busy.pdf", bytes: busyPdf() });
  await reader.says("Reading the file…");
  await hand.press(reader.button("Swap sides"));
  await reader.button(/^Left article: Crowd cheers/).waitFor();
  await hand.press(reader.button("Cancel"));
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /busy\.pdf.*not read to the end/ })
    .waitFor();
  assert.equal(await reader.state(), "done");
});
