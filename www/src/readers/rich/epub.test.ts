import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { putTogether, takeApart } from ".";

interface Item {
  href: string;
  type?: string;
  more?: string;
  /** What the file is called in the archive. */
  name?: string;
  content?: string | Uint8Array;
}

async function book(
  items: Item[],
  files: Record<string, string> = {},
  spine = items.map((_, at) => `i${at}`),
) {
  const all: Record<string, string | Uint8Array> = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfiles><rootfile full-path="O/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    "O/b.opf": `<package><metadata/><manifest>${items.map(({ href, type = "application/xhtml+xml", more = "" }, at) => `<item id="i${at}" href="${href}" media-type="${type}" ${more}/>`).join("")}</manifest><spine>${spine.map((id) => `<itemref idref="${id}"/>`).join("")}</spine></package>`,
    ...Object.fromEntries(
      items.flatMap(({ href, name, content }) =>
        content === undefined ? [] : [[name ?? `O/${href}`, content]],
      ),
    ),
    ...files,
  };
  const bytes = zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, one]) => [name, typeof one === "string" ? strToU8(one) : one]),
    ),
  );
  const pieces = await takeApart({
    kind: "packed",
    file: { name: "a.epub", bytes: new Uint8Array(bytes) },
    inArchive: true,
  });
  const found = await putTogether(pieces);
  const missing = "missing" in pieces ? pieces.missing : 0;
  return { text: "text" in found ? found.text.replaceAll("\n\n", " | ") : JSON.stringify(found), missing };
}

const page = (body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html>`;
const chapter = (body: string) => book([{ href: "a.xhtml", content: page(body) }]).then(({ text }) => text);

test.each([
  [
    "readings beside signs",
    "<p><ruby>起重機<rp>(</rp><rt>no</rt><rp>)</rp></ruby>です。</p>",
    "起重機です。",
  ],
  ["what is hidden", '<p>One.</p><p hidden="hidden">no</p><p style="display: none">no</p>', "One."],
  [
    "formulas",
    "<p>So <math><mi>x</mi><mo>=</mo><msup><mi>y</mi><mn>2</mn></msup></math> holds.</p>",
    "So x = y^2 holds.",
  ],
  [
    "names with a prefix",
    "<p>So <m:math><m:mfrac><m:mi>x</m:mi><m:mn>2</m:mn></m:mfrac></m:math> holds.</p>",
    "So x/2 holds.",
  ],
  [
    "a formula and its picture",
    "<p>So <epub:switch><epub:case><math><mi>x</mi></math></epub:case><epub:default>no</epub:default></epub:switch> it is.</p>",
    "So x it is.",
  ],
  [
    "words in pictures",
    "<p>One.</p><svg><title>no</title><text>On the <tspan>crane</tspan></text><text>Quay</text></svg>",
    "One. | On the crane | Quay",
  ],
  [
    "links to notes",
    '<p>The crane<a epub:type="noteref" href="#n">1</a> lifts<sup><a href="#m">2</a></sup> nine <a href="#p">crates</a>.<a href="#q"><sup>*</sup></a></p><aside epub:type="footnote" id="n"><p>A note. <a role="doc-backlink" href="#r">back</a> <a href="#r">↩\ufe0e</a></p></aside>',
    "The crane lifts nine crates. | A note.",
  ],
  [
    "raised letters",
    "<p>He said so.<sup>3</sup> It is 9 km<sup>2</sup>, the 1<sup>st</sup>.</p>",
    "He said so.[3] It is 9 km2, the 1st.",
  ],
  [
    "numbers of printed pages by their class",
    '<p>The <span class="pagenum">[Pg 12]</span>crane on <b class="pagenum">the quay</b>.</p>',
    "The crane on the quay.",
  ],
  ["numbers of printed pages", '<p>The cra<span epub:type="pagebreak" id="p9">9</span>ne.</p>', "The crane."],
])("a chapter: %s", async (_, body, expected) => {
  expect(await chapter(body)).toBe(expected);
});

test("what style sheets hide", async () => {
  const body = '<p class="a no">no</p><p class="fold">One.</p><p class="a">Two.</p>';
  const css =
    "/* p{} */ .a { color: red } p.no, .x { display: none } @media print { .a { display:none } } .fold{display:none} .open .fold{display:block}";
  expect((await book([{ href: "a.xhtml", content: page(body) }], { "O/s.css": css })).text).toBe(
    "One. | Two.",
  );
});

test("pictures in the order of chapters are left out, but for what stands for one", async () => {
  const items: Item[] = [
    { href: "a.xhtml", content: page("<p>One.</p>") },
    { href: "b.png", type: "image/png", content: new Uint8Array([137, 80, 78, 71]) },
    { href: "c.pdf", type: "application/pdf", content: "%PDF", more: 'fallback="i3"' },
    { href: "d.xhtml", content: page("<p>Two.</p>") },
    {
      href: "e.svg",
      type: "image/svg+xml",
      content: '<svg xmlns="http://www.w3.org/2000/svg"><text>Three.</text></svg>',
    },
  ];
  expect(await book(items, {}, ["i0", "i1", "i2", "i4"])).toEqual({
    text: "One. | Two. | Three.",
    missing: 0,
  });
});

test("names in other letters are found, and what is missing is counted", async () => {
  const items: Item[] = [
    { href: "Text/One.xhtml", name: "O/text/one.XHTML", content: page("<p>One.</p>") },
    { href: "Text/Caf%C3%A9.xhtml", name: "O/Text/Cafe\u0301.xhtml", content: page("<p>Two.</p>") },
    { href: "gone.xhtml" },
  ];
  expect(await book(items)).toEqual({ text: "One. | Two.", missing: 1 });
});

test("chapters in the encodings that they name", async () => {
  const latin = Uint8Array.from(
    '<?xml version="1.0" encoding="ISO-8859-1"?><html><body><p>Café.</p></body></html>',
    (c) => c.charCodeAt(0),
  );
  const source = '<?xml version="1.0" encoding="UTF-16"?><html><body><p>Łódź.</p></body></html>';
  const wide = new Uint8Array([
    0xfe,
    0xff,
    ...[...source].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
  ]);
  const cyrillic = Uint8Array.from([
    ...strToU8('<?xml version="1.0" encoding="windows-1251"?><html><body><p>'),
    0xca,
    0xf0,
    0xe0,
    0xed,
    ...strToU8("</p></body></html>"),
  ]);
  const { text } = await book([
    { href: "a.xhtml", content: latin },
    { href: "b.xhtml", content: wide },
    { href: "c.xhtml", content: cyrillic },
  ]);
  expect(text).toBe("Café. | Łódź. | Кран");
});

test("a package that is not where the book says, or declares entities", async () => {
  const items = [{ href: "a.xhtml", content: page("<p>One.</p>") }];
  expect(
    (await book(items, { "META-INF/container.xml": '<container><rootfile full-path="x.opf"/></container>' }))
      .text,
  ).toBe("One.");
  const opf = `<!DOCTYPE package PUBLIC "x" "y" [<!ENTITY quay "Quay">]><package><metadata><title>&quay;</title></metadata><item id="a" href="a.xhtml"/><itemref idref="a"/></package>`;
  expect((await book(items, { "O/b.opf": opf })).text).toBe("One.");
});

test("a locked book is told from one whose fonts are scrambled", async () => {
  const locked = (algorithm: string) => ({
    "META-INF/encryption.xml": `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
  });
  const items = [{ href: "a.xhtml", content: page("<p>One.</p>") }];
  expect((await book(items, locked("http://www.idpf.org/2008/embedding"))).text).toBe("One.");
  expect((await book(items, locked("http://www.w3.org/2001/04/xmlenc#aes256-cbc"))).text).toContain("locked");
});
