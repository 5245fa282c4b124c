// What PDF files hold besides lines of text, and how they may end. How letters and columns are read stands beside the reader.

import assert from "node:assert/strict";
import { lines, pdf } from "./files.mjs";
import { flow } from "./page.mjs";
import { LEFT } from "./texts.mjs";

const lifted = (number) => [
  `Crane ${number} lifted the bell out of the basin on Monday, and`,
  "the people of the quay cheered until noon.",
];
const text = (number) => lines(...lifted(number));
const lineOf = (number) => lifted(number).join(" ");
/** Without its last words. */
const cut = (bytes, at) => bytes.subarray(0, bytes.lastIndexOf(at));

const DRAWN = "BT /F1 11 Tf 2 5 Td (Ansa Holm) Tj ET";
const FORM = `<< /Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources << /Font << /F1 4 0 R >> >> /Length ${DRAWN.length} >>\nstream\n${DRAWN}\nendstream`;
const typed = (number, entries, catalog = "") =>
  pdf(text(number), {
    page: "/Annots [10 0 R]",
    catalog,
    objects: [
      `<< /Type /Annot /Rect [72 600 300 620] /DA (/F1 11 Tf 0 g) /AP << /N 11 0 R >> ${entries} >>`,
      FORM,
    ],
  });
const euro = (before) =>
  `${lines(before)} /Span << /ActualText <FEFF20AC0035> >> BDC BT /F1 11 Tf 116 760 Td (E5) Tj ET EMC BT /F1 11 Tf 134 760 Td (a day.) Tj ET`;

/** Name of each file, its bytes and its paragraphs. */
const FILES = [
  ["no last words", cut(pdf(text(1)), "%%EOF"), [lineOf(1)]],
  ["no place of its table either", cut(pdf(text(8)), "startxref"), [lineOf(8)]],
  ["other bytes behind it", Buffer.concat([pdf(text(2)), Buffer.alloc(20_000, "\n ")]), [lineOf(2)]],
  [
    "a line that is turned",
    pdf(`${text(3)} BT /F1 9 Tf 0 1 -1 0 60 500 Tm (Picture by Ansa Holm) Tj ET`),
    [lineOf(3), "Picture by Ansa Holm"],
  ],
  [
    "a form that is filled in",
    typed(4, "/Subtype /Widget /FT /Tx /T (name) /V (Ansa Holm) /F 4", "/AcroForm << /Fields [10 0 R] >>"),
    [lineOf(4), "Ansa Holm"],
  ],
  [
    "a form that is not shown",
    typed(5, "/Subtype /Widget /FT /Tx /T (name) /V (Ansa Holm) /F 2", "/AcroForm << /Fields [10 0 R] >>"),
    [lineOf(5)],
  ],
  [
    "words that were typed on",
    typed(6, "/Subtype /FreeText /Contents (Ansa Holm) /F 4"),
    [lineOf(6), "Ansa Holm"],
  ],
  ["letters that the file tells", pdf(euro("It cost")), ["It cost €5 a day."]],
  [
    "letters that it tells under a name",
    pdf(euro("It is").replace(/<< .*? >>/, "/Euro"), {
      resources: "/Properties << /Euro << /ActualText <FEFF20AC0035> >> >>",
    }),
    ["It is €5 a day."],
  ],
  [
    "dates in a page from right to left",
    pdf(
      `BT /F2 11 Tf 300 760 Td (abcdef ghijk lmnop) Tj ET BT /F2 11 Tf 300 740 Td (klmno abc) Tj ET BT /F1 11 Tf 283 740 Td (07) Tj ET BT /F1 11 Tf 279.8 740 Td (/) Tj ET BT /F1 11 Tf 267.4 740 Td (05) Tj ET BT /F1 11 Tf 264.2 740 Td (/) Tj ET BT /F1 11 Tf 239.6 740 Td (2031) Tj ET`,
      {
        resources: "/Font << /F1 4 0 R /F2 10 0 R >>",
        objects: [
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 11 0 R >>",
          ((map) => `<< /Length ${map.length} >>\nstream\n${map}\nendstream`)(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <7a> <05D0> endbfrange endcmap end end",
          ),
        ],
      },
    ),
    /2031\/05\/07/,
  ],
];

flow("reads what PDF files hold besides lines, and however they end", async (reader) => {
  await reader.give(LEFT);
  await reader.waitFor("ready");
  for (const [at, [what, bytes, expected]] of FILES.entries()) {
    await reader.give({ name: `${at}.pdf`, bytes });
    const first = Array.isArray(expected) ? expected[0] : expected;
    await reader.page.locator(".column-right [data-paragraph]").filter({ hasText: first }).first().waitFor();
    await reader.waitFor("done");
    const found = await reader.page.locator(".column-right [data-paragraph]").evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true);
        for (const extra of copy.querySelectorAll("[aria-hidden=true], button, sup, .chip")) extra.remove();
        return copy.textContent.replace(/\s+/g, " ").trim();
      }),
    );
    if (Array.isArray(expected)) assert.deepEqual(found, expected, what);
  }
});

flow("a PDF that is cut off is told", async (reader) => {
  await reader.give(LEFT, { name: "cut.pdf", bytes: cut(pdf(text(1)), "quay cheered") });
  await reader.page
    .getByRole("alert")
    .filter({ hasText: /cut\.pdf is damaged or cut off/ })
    .waitFor();
});
