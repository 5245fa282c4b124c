import { expect, test, vi } from "vitest";
import { readRtf } from "./rtf";

// Some inputs are large, and machines are busy.
vi.setConfig({ testTimeout: 60_000 });

/** The text of an RTF file, whose letters stand for bytes. */
const text = (source: string) =>
  readRtf(Uint8Array.from(source, (char) => char.charCodeAt(0))).text.replaceAll("\n\n", " | ");

/** The same, of what stands behind a table of fonts. */
const inFonts = (body: string) =>
  text(
    `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fnil Serif;}{\\f1\\fcharset128 Mincho;}{\\f2\\fcharset2 Symbol;}{\\f3\\cpg1251 Sans;}{\\f4\\fcharset78 Osaka;}{\\f5\\fnil Serif Greek;}{\\f6\\fcharset2 Wingdings;}{\\f7\\fcharset88 Geneva CE;}{\\f8\\fcharset134{\\*\\panose 02}{\\*\\falt x}Song;}}${body}}`,
  );

test.each([
  ["bytes of one character, the second as a letter", "\\f1 \\'83N\\'83\\'8c\\'81[\\'83\\'93", "クレーン"],
  ["a line that ends between them", "\\f1 \\'83\r\n\\'4e\\'83\n\\'8c", "クレ"],
  ["a second byte that is a sign of RTF", "\\f1 \\'83\\\\\\'83\\{", "ソボ"],
  ["a code page of the font", "\\f3 \\'ca\\'f0\\'e0\\'ed", "Кран"],
  ["a font of the Macintosh", "\\f4 \\'83N", "ク"],
  ["a charset in the font's name", "\\f5 \\'e3\\'e5\\'f1", "γερ"],
  ["the font of the double-byte letters", "\\loch\\af0\\hich\\af0\\dbch\\af8 \\'c7\\'c5", "桥"],
  ["letters of Central Europe on the Macintosh", "\\f7 \\'b8\\'97d\\'ab", "łód\u0119"],
  [
    "letters of one byte behind the font of the others",
    "\\hich\\af2\\loch\\f2\\dbch\\af8\\loch\\u-3999 ?",
    "α",
  ],
  ["letters of Symbol", "a {\\f2 b\\'b0}-ray and \\f2\\u-3999 ?\\f0 .", "a β°-ray and α."],
  ["signs of Wingdings", "{\\f6 \\'fc} done", "✔ done"],
  ["a field for a sign", '{\\field{\\*\\fldinst SYMBOL 109 \\\\f "Symbol" \\\\s 10}{\\fldrslt}}m', "μm"],
  [
    "a field for a sign with its result",
    '{\\field{\\*\\fldinst SYMBOL 98 \\\\f "Symbol"}{\\fldrslt\\f2 b}} {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}',
    "β 3",
  ],
  ["the first font, where none is named", "plain", "plain"],
])("letters: %s", (_, body, expected) => {
  expect(inFonts(body)).toBe(expected);
});

test.each([
  ["\\pc caf\\'82", "café"],
  ["\\pca \\'9db", "Øb"],
  ["\\mac caf\\'8e", "café"],
  ["\\ansi\\ansicpg852 \\'88\\'a2d\\'ab", "łódź"],
  ["\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset238 Arial;}}\\'b3\\'f3d\\'9f", "łódź"],
  ["\\ansi{\\fonttbl\\f0\\fcharset0 Arial;\\f1\\fcharset204 Sans;}\\f1 \\'ca", "К"],
])("code pages: %s", (body, expected) => {
  expect(text(`{\\rtf1${body}}`)).toBe(expected);
});

const BOX =
  "{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt\\pard A box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext A box.\\par}}}}";

test.each([
  [
    "a shape stands behind its paragraph, once",
    `The crane${BOX} lifts.\\par Next.`,
    "The crane lifts. | A box. | Next.",
  ],
  ["a shape in a running head is none of the text", `{\\header ${BOX}}Text.`, "Text."],
  ["an old drawing", "One.{\\*\\do\\dobxcolumn{\\dptxbxtext A box.\\par}}\\par Two.", "One. | A box. | Two."],
  [
    "numbers of lists stay",
    "{\\listtext\\tab (a)\\tab}One.\\par{\\pntext 2.\\tab}Two.",
    "(a) One. | 2. Two.",
  ],
  [
    "numbers of lists without words go",
    "{\\listtext 1.\\tab}{\\deleted Old.}\\par{\\listtext 2.\\tab}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt New}}.",
    "2. New.",
  ],
  ["points of lists go", "{\\listtext\\'b7\\tab}One.\\par{\\pntext\\bullet\\tab}Two.", "One. | Two."],
  ["a line that the program broke", "one\\softline two \\softline three", "one two three"],
  ["joiners", "\\uc0\\u1605\\zwnj\\u1605\\zwj\\u1605", "م\u200cم\u200dم"],
  ["a word for a sign that stands for one", "\\uc1\\u8216\\lquote a\\u8217\\'92", "‘a’"],
  [
    "the mark of a note apart",
    "He said so.{\\super 3} It is 9 km{\\super 2}.",
    "He said so.[3] It is 9 km2.",
  ],
  ["powers and ordinals", "10{\\super 6} and 1{\\super st}, 2019{\\super 4}", "10^6 and 1st, 2019[4]"],
  [
    "notes as other programs write them",
    "One{\\super\\chftn{\\*\\footnote\\chftn\\plain A note.}} two.",
    "One two. | A note.",
  ],
  [
    "signs whose readings stand in a field",
    "{\\field{\\*\\fldinst EQ \\\\* jc3 \\\\o\\\\al(\\\\s\\\\up 10(\\u12399?),\\u27211?)}{\\fldrslt}}x",
    "橋x",
  ],
  ["notes behind", "One{\\super\\chftn{\\footnote\\plain\\chftn A note.}} two.", "One two. | A note."],
  [
    "formulas",
    "So {\\mmath{\\*\\moMath{\\mf{\\mfPr}{\\mnum{\\mr a+b}}{\\mden{\\mr c}}}{\\mr =}{\\msSup{\\me{\\mr x}}{\\msup{\\mr 2}}}}}.",
    "So (a+b)/c=x^2.",
  ],
  ["a picture of a formula goes", "So {\\mmath{\\mmathPict{\\pict 00}}{\\*\\moMath{\\mr x}}}.", "So x."],
  ["what an object shows", "See {\\object{\\*\\objdata 00}{\\result{\\pard this}}} here.", "See this here."],
  [
    "tables in cells once",
    "\\intbl\\itap2 In\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables In\\par}\\itap1 Out\\cell\\row",
    "In | Out",
  ],
  ["entries of an index go", "A crane{\\xe{\\v crane}}{\\tc Crane} lifts.", "A crane lifts."],
  [
    "comments and what is deleted go",
    "A {\\*\\annotation no}{\\deleted old }{\\v hid}new crane.",
    "A new crane.",
  ],
])("text: %s", (_, body, expected) => {
  expect(text(`{\\rtf1\\ansi ${body}}`)).toBe(expected);
});

test("half a million letters that may be second bytes take time in proportion", () => {
  expect(inFonts(`\\f1 ${"\\'83N".repeat(250_000)}`).length).toBe(250_000);
  expect(inFonts(`\\f1 ${"\\'83".repeat(250_000)}`).length).toBeGreaterThan(0);
  expect(text(`{\\rtf1 ${"{\\super 1}a".repeat(100_000)}}`).length).toBeGreaterThan(100_000);
});
