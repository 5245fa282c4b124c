// PDF files in Chinese, Japanese and Korean that name tables of characters instead of bringing them.

import assert from "node:assert/strict";
import { flow } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

/** Bytes of each letter of a charset of two bytes, found by reading all pairs of bytes. */
function encoder(charset) {
  const decoder = new TextDecoder(charset);
  const codes = new Map();
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      const text = decoder.decode(new Uint8Array([first, second]));
      if ([...text].length === 1 && text !== "\uFFFD" && !codes.has(text)) codes.set(text, [first, second]);
    }
  }
  return (text) => [...text].flatMap((letter) => codes.get(letter) ?? assert.fail(letter));
}

const unicode = (text) => [...Buffer.from(text, "utf16le").swap16()];

/** A PDF of a few lines in a font that is not in it. `table` says what its bytes mean. */
function pdf(lines, table, ordering, encode) {
  const hex = (text) =>
    encode(text)
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
  const drawn = lines.map((text) => `<${hex(text)}> Tj 0 -20 Td`).join("\n");
  const stream = `BT /F1 12 Tf 50 700 Td\n${drawn}\nET`;
  return Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${stream.length}>> stream
${stream}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${table}/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj
trailer <</Root 1 0 R/Size 8>>
%%EOF`);
}

const CHINESE = ["老起重机在星期一再次吊起货物", "工程师在冬天更换了全部钢缆"];
const TAIWAN = ["老起重機在星期一再次吊起貨物", "工程師在冬天更換了全部鋼纜"];
const JAPANESE = ["古いクレーンが月曜日に再び動いた", "技師たちは冬の間に鋼索を交換した"];
const KOREAN = ["오래된기중기가월요일에다시움직였다", "기술자들은겨울동안쇠줄을모두바꾸었다"];

const TABLES = [
  ["UniGB-UCS2-H", "GB1", CHINESE, unicode],
  ["UniCNS-UCS2-H", "CNS1", TAIWAN, unicode],
  ["UniJIS-UCS2-H", "Japan1", JAPANESE, unicode],
  ["UniKS-UCS2-H", "Korea1", KOREAN, unicode],
  ["GBK-EUC-H", "GB1", CHINESE, encoder("gbk")],
  ["ETen-B5-H", "CNS1", TAIWAN, encoder("big5")],
  ["90ms-RKSJ-H", "Japan1", JAPANESE, encoder("shift_jis")],
  ["KSCms-UHC-H", "Korea1", KOREAN, encoder("euc-kr")],
];

/** Columns from the right, each from its top. */
const asColumns = (bytes) =>
  Buffer.from(bytes.toString("latin1").replaceAll("0 -20 Td", "-20 0 Td"), "latin1");

flow("reads columns of Japanese from the right", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const bytes = asColumns(pdf(JAPANESE, "UniJIS-UCS2-V", "Japan1", unicode));
  await reader.give({ name: "columns.pdf", bytes });
  await reader.page.waitForFunction(
    (wanted) => document.querySelector("#main").textContent.includes(wanted),
    JAPANESE.join(""),
  );
});

const letters = (text) => text.replace(/[^\p{L}]/gu, "");

flow("reads PDF files whose letters are told by a table that is not in them", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  for (const [table, ordering, lines, encode] of TABLES) {
    await reader.give({ name: `${table}.pdf`, bytes: pdf(lines, table, ordering, encode) });
    await reader.page.waitForFunction(
      (wanted) =>
        document
          .querySelector("#main")
          .textContent.replace(/[^\p{L}]/gu, "")
          .includes(wanted),
      letters(lines.join("")),
    );
  }
});

flow("tells of a table that is not there, in place of other letters", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.give({ name: "rare.pdf", bytes: pdf(CHINESE, "UniCNS-UTF32-H", "CNS1", unicode) });
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /rare\.pdf.*rare table/ })
    .waitFor();
  assert.equal(await reader.state(), "done");
});
