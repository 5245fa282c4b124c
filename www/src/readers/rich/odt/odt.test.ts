import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { putTogether, takeApart } from "..";

const shown = (found: Awaited<ReturnType<typeof putTogether>>) =>
  "text" in found ? found.text.replaceAll("\n\n", " | ") : JSON.stringify(found);

/** The text of an ODT file, with styles of its own and other files beside. */
async function text(content: string, styles = "", more: Record<string, string> = {}): Promise<string> {
  const files = {
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    ...more,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, one]) => [name, strToU8(one)])));
  return shown(
    await putTogether(
      await takeApart({
        kind: "packed",
        file: { name: "a.odt", bytes: new Uint8Array(bytes) },
        inArchive: true,
      }),
    ),
  );
}

const p = (inside: string, style = "") => `<text:p text:style-name="${style}">${inside}</text:p>`;
const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
const list = (inside: string, more = "") => `<text:list text:style-name="L" ${more}>${inside}</text:list>`;
const level = (at: number, more: string) => `<text:list-level-style-number text:level="${at}" ${more}/>`;
const LIST = `<text:list-style style:name="L">${level(1, 'style:num-format="1" style:num-suffix="."')}${level(2, 'style:num-format="a" style:num-prefix="(" style:num-suffix=")"')}${level(3, 'style:num-format="1" text:display-levels="3"')}</text:list-style>`;

test.each([
  [
    "fields and references",
    p(
      "Figure <text:sequence>1</text:sequence>, see <text:bookmark-ref>the crane</text:bookmark-ref> on <text:date>2 May 2031</text:date> by <text:author-name>Ansa</text:author-name> in <text:title>Quays</text:title><text:bibliography-mark>[Holm 2030]</text:bibliography-mark>, <text:conditional-text>open</text:conditional-text>.",
    ),
    "Figure 1, see the crane on 2 May 2031 by Ansa in Quays[Holm 2030], open.",
  ],
  [
    "what is not shown goes",
    p(
      'One<text:hidden-text text:is-hidden="true"> no</text:hidden-text><text:variable-set text:display="none">9</text:variable-set><text:placeholder>&lt;Name&gt;</text:placeholder><office:annotation><text:p>no</text:p></office:annotation>.',
    ) +
      p('<text:hidden-paragraph text:is-hidden="true"/>no') +
      `<text:section text:display="none">${p("no")}</text:section><text:section text:display="condition" text:is-hidden="true">${p("no")}</text:section><text:section text:display="condition">${p("Two.")}</text:section>`,
    "One. | Two.",
  ],
  [
    "what asks for something",
    p(
      'Name: <loext:content-control loext:showing-place-holder="true">Click here</loext:content-control><loext:content-control>Ansa</loext:content-control>',
    ),
    "Name: Ansa",
  ],
  [
    "signs without their readings",
    p(
      "<text:ruby><text:ruby-base>起重機</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby>です。",
    ),
    "起重機です。",
  ],
  [
    "boxes behind their paragraph",
    p(
      "The <draw:frame><svg:title>no</svg:title><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>crane <draw:custom-shape><text:p>In a shape.</text:p></draw:custom-shape>lifts.",
    ),
    "The crane lifts. | In a box. | In a shape.",
  ],
  [
    "formulas in the line",
    p(
      "So <draw:frame><draw:object><math:math><math:semantics><math:mrow><math:mi>F</math:mi><math:mo>=</math:mo><math:mfrac><math:mi>a</math:mi><math:mn>2</math:mn></math:mfrac></math:mrow><math:annotation>no</math:annotation></math:semantics></math:math></draw:object></draw:frame>.",
    ),
    "So F = a/2.",
  ],
  [
    "numbers that the file writes",
    `<text:numbered-paragraph text:level="1"><text:number>3.</text:number>${p("Three.")}</text:numbered-paragraph>${list(item(`<text:number>iv)</text:number>${p("Four.")}${p("More.")}`))}<text:h><text:number>5</text:number>Five</text:h>`,
    "3. Three. | iv) Four. | More. | 5 Five",
  ],
  [
    "notes behind, notes in notes too",
    p(
      "One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> two.",
    ),
    "One two. | A note.",
  ],
])("text: %s", async (_, content, expected) => {
  expect(await text(content)).toBe(expected);
});

test.each([
  [
    "levels",
    list(
      item(p("A") + p("more")) +
        item(`${p("B")}<text:list>${item(p("C"))}${item(p("D"))}</text:list>`) +
        item(p("E")),
    ),
    "1. A | more | 2. B | (a) C | (b) D | 3. E",
  ],
  [
    "a point that only holds a list does not count",
    list(item(p("A")) + item(`<text:list>${item(p("B"))}</text:list>`) + item(p("C"))),
    "1. A | (a) B | 2. C",
  ],
  [
    "of all levels",
    list(item(`${p("A")}<text:list>${item(`${p("B")}<text:list>${item(p("C"))}</text:list>`)}</text:list>`)),
    "1. A | (a) B | 1.a.1 C",
  ],
  [
    "one list after another",
    list(item(p("A"))) + list(item(p("B"))) + list(item(p("C")), 'text:continue-numbering="true"'),
    "1. A | 1. B | 2. C",
  ],
  [
    "a list that goes on with another",
    list(item(p("A")), 'xml:id="x"') + list(item(p("B"))) + list(item(p("C")), 'text:continue-list="x"'),
    "1. A | 1. B | 2. C",
  ],
  [
    "a start of its own",
    list(
      `<text:list-item text:start-value="7">${p("A")}</text:list-item>${item(p("B"))}<text:list-header>${p("C")}</text:list-header>`,
    ),
    "7. A | 8. B | C",
  ],
])("numbers: %s", async (_, content, expected) => {
  expect(await text(content, LIST)).toBe(expected);
});

test("numbers of headings, points without numbers", async () => {
  const styles = `<office:document-styles><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="" /></text:outline-style></office:styles></office:document-styles>`;
  const bullets = `<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
  const h = (words: string, at: number) => `<text:h text:outline-level="${at}">${words}</text:h>`;
  expect(
    await text(h("One", 1) + h("Sub", 2) + list(item(p("Point"))) + h("Two", 1), bullets, {
      "styles.xml": styles,
    }),
  ).toBe("I. One | Sub | Point | II. Two");
});

test("styles hide and raise text", async () => {
  const styles = `<style:style style:family="text" style:name="T"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:family="text" style:name="U" style:parent-style-name="T"/><style:style style:family="paragraph" style:name="H"><style:text-properties text:display="none"/></style:style>`;
  const span = (words: string) => `<text:span text:style-name="U">${words}</text:span>`;
  expect(await text(p(`He said so.${span("3")} It is 9 m${span("2")}.`) + p("no", "H"), styles)).toBe(
    "He said so.[3] It is 9 m2.",
  );
});

test("a cell under another is not seen", async () => {
  const row = `<table:table-row><table:table-cell>${p("A")}</table:table-cell><table:covered-table-cell>${p("no")}</table:covered-table-cell></table:table-row>`;
  expect(await text(`<table:table>${row}</table:table>`)).toBe("A");
});

test("numbers in letters of other scripts", async () => {
  const styles = (format: string) =>
    `<text:list-style style:name="L">${level(1, `style:num-format="${format}" style:num-suffix="."`)}</text:list-style>`;
  expect(await text(list(item(p("A")) + item(p("B"))), styles("א, ב, ג, ..."))).toBe("א. A | ב. B");
  expect(await text(list(item(p("A")) + item(p("B"))), styles("一, 二, 三, ..."))).toBe("一. A | 二. B");
});

test("letters of fonts of signs", async () => {
  const styles = `<style:font-face style:name="F" svg:font-family="Wingdings"/><style:style style:family="text" style:name="W"><style:text-properties style:font-name="F"/></style:style>`;
  expect(await text(p('\uf062-ray <text:span text:style-name="W">\uf0fc</text:span>'), styles)).toBe(
    "β-ray ✔",
  );
});

test("formulas in files of their own", async () => {
  const more = {
    "Object 2/content.xml": "<math><mi>y</mi></math>",
    "Object 1/content.xml": "<math><mrow><mi>x</mi><mo>=</mo><mn>4</mn></mrow></math>",
  };
  expect(
    await text(p('So <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> holds.'), "", more),
  ).toBe("So x = 4 holds.");
});

test("flat files", async () => {
  const flat = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Cranes</dc:title></office:meta><office:automatic-styles>${LIST}</office:automatic-styles><office:body><office:text>${p("Cranes")}${list(item(p("One.")))}</office:text></office:body></office:document>`;
  const found = await putTogether(await takeApart({ kind: "flat", bytes: new Uint8Array(strToU8(flat)) }));
  expect(found).toMatchObject({ title: "Cranes", text: "Cranes\n\n1. One." });
});

test("many lists, points and notes take time in proportion", async () => {
  const many = await text(
    list(item(p("a")).repeat(20_000)) +
      p(`b<text:note><text:note-body>${p("c")}</text:note-body></text:note>`).repeat(10_000),
    LIST,
  );
  expect(many.split(" | ").length).toBe(40_000);
});
