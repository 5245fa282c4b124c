// Files of every format, made of a few paragraphs at run time.

import { require } from "./page.mjs";

const { strToU8, zipSync } = require("fflate");

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A ZIP file of `{path: text or bytes}`; kept uncompressed where that is asked for. */
export function zip(files, options) {
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === "string" ? strToU8(content) : new Uint8Array(content);
    return [path, options ? [bytes, options] : bytes];
  });
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** The same archive as programs write it that leave room for more: with the directory's place and number in ZIP64 records. */
export function zip64(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const [record, locator, tail] = [Buffer.alloc(56), Buffer.alloc(20), Buffer.from(bytes.subarray(end))];
  record.write("PK\x06\x06", "latin1");
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(tail.readUInt16LE(10)), 24);
  record.writeBigUInt64LE(BigInt(tail.readUInt16LE(10)), 32);
  record.writeBigUInt64LE(BigInt(tail.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(tail.readUInt32LE(16)), 48);
  locator.write("PK\x06\x07", "latin1");
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  tail.fill(0xff, 8, 20);
  return Buffer.concat([bytes.subarray(0, end), record, locator, tail]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text) => `<w:r><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

/** A DOCX file: a title, paragraphs, and what is given as body and notes besides. */
export function docx(title, paragraphs, { body = "", footnotes = [] } = {}) {
  const style = `<w:pPr><w:pStyle w:val="Title"/></w:pPr>`;
  const lines = paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join("");
  const notes = footnotes.map(
    (text, at) => `<w:footnote w:id="${at + 1}"><w:p>${run(text)}</w:p></w:footnote>`,
  );
  const head = `<w:p>${style}${run(title)}</w:p>`;
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${XML}<w:document ${W}><w:body>${head}${lines}${body}</w:body></w:document>`,
    "word/footnotes.xml": `${XML}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p>${run("nothing")}</w:p></w:footnote>${notes.join("")}</w:footnotes>`,
  });
}

/** An ODT file. `content` is added as it is. */
export function odt(title, paragraphs, content = "") {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
  const lines = paragraphs.map((text) => `<text:p>${xml(text)}</text:p>`).join("\n");
  return zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": `${XML}<manifest/>`,
    "content.xml": `${XML}<office:document-content ${names}><office:body><office:text>
      <text:h text:outline-level="1">${xml(title)}</text:h>${lines}${content}</office:text></office:body></office:document-content>`,
  });
}

/** A flat ODF file: the same in one file of XML. */
export function fodt(title, paragraphs) {
  const lines = paragraphs.map((text) => `<text:p>${xml(text)}</text:p>`).join("\n");
  return `${XML}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:h>${xml(title)}</text:h>${lines}</office:text></office:body></office:document>`;
}

/**
 * A PDF file of one page in Helvetica: what is drawn on it, entries of the page and of its resources, and further objects,
 * of which the first has the number 10.
 */
export function pdf(drawn, { page = "", resources = "", catalog = "", objects = [] } = {}) {
  const stream = Buffer.from(drawn, "latin1");
  const all = new Map([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> ${resources} >> /Contents 5 0 R ${page} >>`,
    ],
    [4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
    [5, `<< /Length ${stream.length} >>\nstream\n${stream.toString("latin1")}\nendstream`],
    ...objects.map((object, at) => [10 + at, object]),
  ]);
  let text = "%PDF-1.7\n";
  const places = [...all].map(([number, object]) => {
    const place = text.length;
    text += `${number} 0 obj\n${object}\nendobj\n`;
    return [number, place];
  });
  const table = text.length;
  const lines = places.map(([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 1\n0000000000 65535 f \n${lines.join("")}trailer\n<< /Size ${10 + objects.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** Lines of a page, one below the other. */
export const lines = (...texts) =>
  texts.map((text, at) => `BT /F1 11 Tf 72 ${760 - 14 * at} Td (${text}) Tj ET`).join("\n");

/** An EPUB file with a chapter for each list of paragraphs, that names its day. */
export function epub(title, chapters, date = "2031-05-04") {
  const names = chapters.map((_, at) => `c${at}.xhtml`);
  const files = chapters.map((paragraphs, at) => [
    `OEBPS/text/${names[at]}`,
    `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${paragraphs.map((text) => `<p>${xml(text)}</p>`).join("\n")}</body></html>`,
  ]);
  const items = names.map(
    (name, at) => `<item id="i${at}" href="text/${name}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, at) => `<itemref idref="i${at}"/>`);
  return zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `${XML}<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
    "OEBPS/book.opf": `${XML}<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>${xml(title)}</dc:title><dc:creator>Ansa Holm</dc:creator><dc:publisher>Quay Press</dc:publisher><dc:date>${date}</dc:date></metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine></package>`,
    ...Object.fromEntries(files),
  });
}

/** An RTF file; letters beyond ASCII as a code page byte where there is one, else by number. */
export function rtf(title, paragraphs, more = "") {
  const written = (text) =>
    text.replace(/[\\{}]/g, "\\$&").replace(/[\u0080-\uffff]/g, (char) => {
      const code = char.charCodeAt(0);
      return code < 0x100 ? `\\'${code.toString(16)}` : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    });
  const lines = [title, ...paragraphs].map((text) => `${written(text)}\\par`).join("\n");
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Serif;}{\\f1\\fnil\\fcharset204 Sans;}}{\\info{\\title ${written(title)}}}
{\\header running head\\par}\\pard\\f0 ${lines}
${more}}`,
    "latin1",
  );
}

/** A saved web page: the article among all that stands around one. */
export function webPage(title, paragraphs, { head = "", extra = "" } = {}) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${xml(title)} | The Basin Courier</title>
    <meta property="og:site_name" content="The Basin Courier"><meta property="og:title" content="${xml(title)}">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${xml(title)}","datePublished":"2031-05-04T08:00:00Z","author":{"@type":"Person","name":"Ansa Holm"}}</script>
    ${head}</head><body>
    <header class="site-header"><nav class="menu"><ul><li><a href="/">Home</a><li><a href="/harbour">Harbour</a><li><a href="/sport">Sport</a></ul></nav></header>
    <div class="page"><main><div class="story"><h1>${xml(title)}</h1>
    <div class="article-body">${paragraphs.map((text) => `<p>${xml(text)}</p>`).join("\n")}</div></div></main>
    <aside class="sidebar related"><h2>Most read this week</h2><ul><li><a href="/a">Ferry timetable changes in autumn</a><li><a href="/b">Ten walks along the old wall</a></ul></aside></div>
    <footer class="site-footer"><p>Contact the newsroom. Subscribe to our letter.</p></footer>${extra}</body></html>`;
}

/** The same bytes with one of them changed. */
export function changed(bytes, at, value) {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}
