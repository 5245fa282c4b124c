import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { putTogether, takeApart } from "..";

const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The text of a DOCX file; `relations` are pairs of a type and a target, with the identities r0, r1 and so on. */
async function text(
  body: string,
  parts: Record<string, string | Uint8Array> = {},
  relations: [string, string][] = [],
): Promise<string> {
  const rels = relations.map(
    ([type, target], at) => `<Relationship Id="r${at}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...(rels.length > 0 && {
      "word/_rels/document.xml.rels": `<Relationships>${rels.join("")}</Relationships>`,
    }),
    ...parts,
  };
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, one]) => [name, typeof one === "string" ? strToU8(one) : one]),
    ),
  );
  const pieces = await takeApart({
    kind: "packed",
    file: { name: "a.docx", bytes: new Uint8Array(bytes) },
    inArchive: true,
  });
  const found = await putTogether(pieces);
  return "text" in found ? found.text.replaceAll("\n\n", " | ") : JSON.stringify(found);
}

const t = (words: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const p = (inside: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const numbered = (words: string, level = 0, id = 1) =>
  p(t(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
const level = (at: number, format: string, of: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${of}"/></w:lvl>`;
const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') => ({
  "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`,
});
const field = (code: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const BOX = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:posOffset>99</wp:posOffset><w:txbxContent>${p(t("In a box."))}</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(t("In a box."))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const sup = (words: string) => t(words, '<w:vertAlign w:val="superscript"/>');

test.each([
  [
    "a box stands behind its paragraph, once",
    p(t("The crane ") + BOX + t("lifts.")),
    "The crane lifts. | In a box.",
  ],
  [
    "a capital over several lines is of the word",
    p(t("T"), '<w:framePr w:dropCap="drop"/>') + p(t("he crane.")),
    "The crane.",
  ],
  [
    "a paragraph whose end was deleted goes on",
    p(t("One "), "<w:rPr><w:del/></w:rPr>") + p(t("crane.")),
    "One crane.",
  ],
  [
    "signs of fonts of signs",
    p(
      `<w:r><w:sym w:font="Symbol" w:char="F062"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${t("\uf0b0C", '<w:rFonts w:ascii="Symbol"/>')}`,
    ),
    "β✔°C",
  ],
  [
    "plain letters in a font of signs",
    p(t("The ") + t("a", '<w:rFonts w:ascii="Symbol"/>') + t(" ray")),
    "The α ray",
  ],
  [
    "letters drawn as a picture",
    p(`${t("One")}<w:r><w:pict><v:shape><v:textpath string="Drawn"/></v:shape></w:pict></w:r>${t(" two.")}`),
    "One two. | Drawn",
  ],
  ["a field for a sign", p(t("5 ") + field('SYMBOL 109 \\f "Symbol"', "") + t("m")), "5 μm"],
  [
    "what a field shows, and not what asks for it",
    p(field(`IF ${field("REF a", t("seven"))} = 7`, t("shown"))),
    "shown",
  ],
  [
    "a field that does not end hides nothing",
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(t("The crane.")),
    "The crane.",
  ],
  [
    "fields of forms with nothing in them go",
    p(
      `${t("Name: ")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${t("Click here")}</w:sdtContent></w:sdt>`,
    ),
    "Name:",
  ],
  [
    "fields of forms that are filled in stay",
    p(
      `<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>${t("Ansa")}</w:sdtContent></w:sdt>`,
    ),
    "Ansa",
  ],
  [
    "what is chosen in a list of a form",
    p(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="basin"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "basin",
  ],
  [
    "rows and cells that were deleted go",
    `<w:tbl><w:tr><w:tc>${p(t("a"))}</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>${p(t("b"))}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p(t("c"))}</w:tc></w:tr></w:tbl>`,
    "a",
  ],
  [
    "cells in other elements stay",
    `<w:tbl><w:tr><w:customXml><w:tc>${p(t("a"))}</w:tc></w:customXml><w:sdt><w:sdtContent><w:tc>${p(t("b"))}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>`,
    "a\nb",
  ],
  [
    "marks of notes apart, powers joined",
    p(
      t("He said so.") +
        sup("3") +
        t(" It is 9 km") +
        sup("2") +
        t(", 10") +
        sup("6") +
        t(" in all, the 1") +
        sup("st") +
        t("."),
    ),
    "He said so.[3] It is 9 km2, 10^6 in all, the 1st.",
  ],
  ["a tab of any kind is a space", p("<w:r><w:t>Chapter</w:t><w:ptab/><w:t>Two</w:t></w:r>"), "Chapter\tTwo"],
  [
    "formulas in a line",
    p(
      `<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:rad></m:oMath>`,
    ),
    "(a+b)/c = √(x^2)",
  ],
  [
    "brackets, sums and functions",
    p(
      `<m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:func><m:fName><m:r><m:t>sin</m:t></m:r></m:fName><m:e><m:r><m:t>x</m:t></m:r></m:e></m:func></m:e></m:d></m:e></m:nary></m:oMath>`,
    ),
    "∑_i^n [sin x]",
  ],
])("text: %s", async (_, body, expected) => {
  expect(await text(body)).toBe(expected);
});

test.each([
  [
    "articles",
    level(0, "decimal", "Article %1."),
    numbered("Scope") + numbered("Duties"),
    "Article 1. Scope | Article 2. Duties",
  ],
  [
    "levels",
    level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "(%2)"),
    numbered("A") + numbered("B", 1) + numbered("C", 1) + numbered("D") + numbered("E", 1),
    "I. A | (a) B | (b) C | II. D | (a) E",
  ],
  [
    "of all levels, in figures",
    level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    numbered("A") + numbered("B", 1),
    "I A | 1.1 B",
  ],
  [
    "a level that none above restarts",
    level(0, "decimal", "%1.") + level(1, "decimal", "[%2]", '<w:lvlRestart w:val="0"/>'),
    numbered("A") + numbered("B", 1) + numbered("C") + numbered("D", 1),
    "1. A | [1] B | 2. C | [2] D",
  ],
  ["points are no text", level(0, "bullet", "\uf0b7"), numbered("A"), "A"],
  [
    "a space where letters would run together",
    level(0, "decimal", "Article %1.", '<w:suff w:val="nothing"/>'),
    numbered("Scope"),
    "Article 1. Scope",
  ],
  [
    "no space behind",
    level(0, "chineseCounting", "第%1条", '<w:suff w:val="nothing"/>'),
    numbered("范围") + numbered("义务"),
    "第一条范围 | 第二条义务",
  ],
  [
    "an empty paragraph counts and shows nothing",
    level(0, "decimal", "%1."),
    numbered("A") + numbered("") + numbered("B"),
    "1. A | 3. B",
  ],
  [
    "a paragraph that is gone with its end does not count",
    level(0, "decimal", "%1."),
    numbered("A") +
      p(
        `<w:del>${t("no")}</w:del>`,
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
      ) +
      numbered("B"),
    "1. A | 2. B",
  ],
  [
    "Hebrew, in which fifteen is no name",
    level(0, "hebrew1", "%1.").replace('w:val="1"/><w:numFmt', 'w:val="15"/><w:numFmt'),
    numbered("A") + numbered("B") + numbered("C"),
    "טו. A | טז. B | יז. C",
  ],
  ["Arabic", level(0, "arabicAbjad", "%1)"), numbered("A") + numbered("B"), "أ) A | ب) B"],
])("numbers: %s", async (_, levels, body, expected) => {
  expect(await text(body, numbering(levels))).toBe(expected);
});

test("numbers: a list that starts anew, and one by its style", async () => {
  const nums = `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;
  const styles = `<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Rule"><w:basedOn w:val="Base"/></w:style></w:styles>`;
  const body =
    p(t("A"), '<w:pStyle w:val="Rule"/>') +
    numbered("B", 0, 2) +
    p(t("C"), '<w:pStyle w:val="Rule"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  expect(
    await text(body, { ...numbering(level(0, "decimal", "§ %1"), nums), "word/styles.xml": styles }),
  ).toBe("§ 1 A | § 7 B | C");
});

test("styles name fonts of signs", async () => {
  const styles = `<w:styles><w:style w:styleId="G"><w:rPr><w:rFonts w:hAnsi="Symbol"/></w:rPr></w:style></w:styles>`;
  expect(await text(p(t("b", '<w:rStyle w:val="G"/>') + t(" ray")), { "word/styles.xml": styles })).toBe(
    "β ray",
  );
});

test("styles hide and raise text, and text says otherwise", async () => {
  const styles = `<w:styles><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="I"><w:basedOn w:val="H"/></w:style><w:style w:styleId="N"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;
  const body =
    p(
      t("Seen.") +
        t("not ", '<w:rStyle w:val="I"/>') +
        t("4", '<w:rStyle w:val="N"/>') +
        t(" And this.", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'),
    ) + p(t("not"), '<w:pStyle w:val="I"/>');
  expect(await text(body, { "word/styles.xml": styles })).toBe("Seen.[4] And this.");
});

test("notes are found by their relation and stand in the order of the text", async () => {
  const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(t(words))}</w:footnote>`;
  const notes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${p(t("---"))}</w:footnote>${note(1, "First.")}${note(2, "Second.")}</w:footnotes>`;
  const body = p(
    `${t("One")}<w:r><w:footnoteReference w:id="2"/></w:r>${t(" two")}<w:r><w:footnoteReference w:id="1"/></w:r>`,
  );
  expect(await text(body, { "word/more/n.xml": notes }, [["footnotes", "more/n.xml"]])).toBe(
    "One two | Second. | First.",
  );
  const deleted = p(`${t("One")}<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`);
  expect(await text(deleted, { "word/n.xml": notes }, [["footnotes", "n.xml"]])).toBe("One | First.");
  expect(await text(body, { "notes/n.xml": notes }, [["footnotes", "/notes/n.xml"]])).toBe(
    "One two | Second. | First.",
  );
});

test("files of other formats come in where they stand", async () => {
  const chunks = {
    "word/a.html": "<html><body><p>In HTML &amp; with<br>a line.</p></body></html>",
    "word/b.rtf": "{\\rtf1\\ansi In RTF.\\par}",
    "word/c.mht":
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n<p>In M=C3=\n=84RZ.</p>\n--x--',
    "word/broken.docx": new Uint8Array([80, 75, 3, 4, 0]),
    "word/d.docx": zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8(`<w:document><w:body>${p(t("In a &lt; file."))}</w:body></w:document>`),
    }),
  };
  const relations: [string, string][] = Object.keys(chunks).map((name) => ["aFChunk", name.slice(5)]);
  const body = p(t("Before.")) + relations.map((_, at) => `<w:altChunk r:id="r${at}"/>`).join(p(t("And")));
  expect(await text(`${body}<w:altChunk r:id="none"/>${p(t("End."))}`, chunks, relations)).toBe(
    "Before. | In HTML & with\na line. | And | In RTF. | And | In MÄRZ. | And | And | In a < file. | End.",
  );
});

test("words of figures stand behind their paragraph", async () => {
  const figure = (inside: string, uri = "x") =>
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const data = (words: string) =>
    `<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="pres"><dgm:t><a:p><a:r><a:t>no</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;
  const body =
    p(t("See ") + figure('<dgm:relIds r:dm="r0"/>') + t("here.")) + p(figure("", "http://x/diagram"));
  expect(
    await text(body, { "word/x.xml": data("Lift"), "word/diagrams/data1.xml": data("Lower") }, [
      ["diagramData", "x.xml"],
    ]),
  ).toBe("See here. | Lift | Lower");
});

test("parts in UTF-16 and under names in other letters", async () => {
  const xml = `<?xml version="1.0" encoding="utf-16"?><w:document><w:body>${p(t("Über den Kran."))}</w:body></w:document>`;
  const wide = new Uint8Array(2 + 2 * xml.length);
  wide.set([0xff, 0xfe]);
  for (let at = 0; at < xml.length; at += 1)
    wide.set([xml.charCodeAt(at) & 255, xml.charCodeAt(at) >> 8], 2 + 2 * at);
  expect(await text("", { "word/document.xml": wide })).toBe("Über den Kran.");
  const bytes = zipSync({ "[content_types].XML": strToU8("<Types/>"), "Word/Document.xml": wide });
  const pieces = await takeApart({
    kind: "packed",
    file: { name: "a.docx", bytes: new Uint8Array(bytes) },
    inArchive: true,
  });
  expect(pieces).toHaveProperty("text", "Über den Kran.");
});
