import { describe, expect, test, vi } from "vitest";
import { CAPS } from "../../model/article";
import { Cleaner } from "./clean";
import type { ReadFailure } from "./failure";

// Some inputs are as large as the caps allow, and machines are busy.
vi.setConfig({ testTimeout: 60_000 });

const clean = (html: string, isXml = false) => new Cleaner(isXml).clean(html);

describe("HTML for the browser's parser", () => {
  test.each([
    ["text stays", "a &amp; b < c", "a &amp; b &lt; c"],
    ["names in small letters", "<P>a</P >", "<p>a</p>"],
    ["attributes in quotation marks", "<p class=a id='b\"c' hidden>", '<p class="a" id="b&quot;c" hidden>'],
    ["an address ends with a slash", "<a href=/b/>c</a>", '<a href="/b/">c</a>'],
    ["handlers and styles go", '<p onclick="x()" style="color:red">', "<p>"],
    ["what styles hide stays hidden", '<p style="display : none">', "<p hidden>"],
    ["forms are boxes", "<form name=body>a</form>", '<div name="body">a</div>'],
    ["pictures lose their names", "<img name=body id=x src=y>", '<img src="y">'],
    ["bases go", "<base href=x>a", "a"],
    ["comments say nothing", "a<!-- <p> -->b<!-->c<!--->d<!-- e", "a<!---->b<!---->c<!---->d<!---->"],
    ["scripts go", "a<script>1 < 2 </p></script>b", "ab"],
    ["so do those with a script in a comment", "a<script><!-- <script> </script> --></script>b", "ab"],
    ["and styles and what does not end", "a<STYLE>p{}</style >b<script>c", "ab"],
    [
      "what is said of the page stays",
      '<script type="application/ld+json">{"a":"<b>"}</script>',
      '<script type="application/ld+json">{"a":"<b>"}</script>',
    ],
    ["a title is text", "<title>a <b></title>c", "<title>a <b></title>c"],
    [
      "components are boxes",
      "<template shadowrootmode=open>a</template>b",
      '<div shadowrootmode="open">a</div>b',
    ],
    ["other templates are not", "<template>a</template>", "<template>a</template>"],
    ["a tag that does not end is none", "a<p class='b", "a"],
    ["which HTML it is", "<!DOCTYPE html><?xml?><![CDATA[a]]>b", "<!DOCTYPE html>b"],
    [
      "what a document declares goes",
      '<!DOCTYPE html PUBLIC "a" "b" [<!ENTITY c "d>"><!ENTITY e "f">]>g',
      "g",
    ],
    [
      "what style sheets hide is hidden",
      "<style>.a,p .b{display:none}</style><p class='c a'><p class=b>",
      '<p class="c a" hidden=class><p class="b">',
    ],
    [
      "what they hide on paper alone is not",
      "<style>@media print{.a{display:none}}</style><p class=a>",
      '<p class="a">',
    ],
    ["spaces in values are one", `<meta property="${" ".repeat(9)}x">`, '<meta property=" x">'],
  ])("%s", (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  test("in XHTML any element may be closed at once", () => {
    expect(clean("<p/>a<br/><script src='x'/>b", true)).toBe("<p/></p>a<br/>b");
    expect(clean("<p/>a")).toBe("<p/>a");
  });

  test("values, attributes and titles have a bound", () => {
    const html = clean(
      `<p class="${"x".repeat(90_000)}" ${"a=b ".repeat(1000)}><title>${"t ".repeat(9000)}</title>`,
    );
    expect(html.length).toBeLessThan(6_000);
  });
});

/** Why HTML is refused; null when it is not. */
function refusal(html: string): string | null {
  try {
    clean(html);
    return null;
  } catch (error) {
    return (error as ReadFailure).error;
  }
}

const fonts = (count: number) => Array.from({ length: count }, (_, at) => `<font size=${at}>`).join("");

describe("what a browser would take long for is refused, and quickly", () => {
  test.each([
    ["more elements than the cap", "<p>".repeat(CAPS.elements + 1)],
    ["boxes in boxes", "<div>".repeat(60_000)],
    ["boxes in boxes, with ends that close nothing", "<x><div></x></div>".repeat(60_000)],
    ["list items that close nothing", "<li><section>".repeat(60_000)],
    ["cells without a table", "<td><div>".repeat(60_000)],
    ["formatting made anew in each paragraph", `<p>${fonts(400)}${"<p>a".repeat(60_000)}`],
    ["the same with ends", `<p>${fonts(400)}${"</p><p>a".repeat(60_000)}`],
    ["the same by lists", `<ul><li>${fonts(400)}${"</li><li>a".repeat(60_000)}`],
  ])("%s", (_, html) => {
    expect(refusal(html)).toBe("too-complex");
  });

  test("more text than an article may have", () => {
    expect(refusal("a".repeat(2 * CAPS.text + 1))).toBe("too-large");
  });
});

describe("what pages have is not refused", () => {
  const rows = "<tr><td>a<td>b<p>c".repeat(20_000);
  test.each([
    ["paragraphs and items without end tags", `${"<p>a".repeat(60_000)}<ul>${"<li>b".repeat(60_000)}`],
    ["a long table", `<table>${rows}</table>`],
    ["a thousand levels", `${"<div>".repeat(1000)}a`],
    ["links without end tags", "<a href=x>b".repeat(50_000)],
    ["drawings", `<svg>${'<path d="M0 0"/>'.repeat(100_000)}</svg>`],
    ["a bold word here and there that does not end", "<p>a <b>b</p>".repeat(300)],
  ])("%s", (_, html) => {
    expect(refusal(html)).toBeNull();
  });
});

test("the pages of a book are bounded together", () => {
  const cleaner = new Cleaner(true);
  const chapter = "<p>a</p>".repeat(CAPS.elements / 4);
  for (const _ of "1234") cleaner.clean(chapter);
  expect(() => cleaner.clean(chapter)).toThrow("too-complex");
});

test("takes time in proportion to what it is given", () => {
  const hostile = [
    "<template shadowroot ",
    "<p style ",
    "<!--",
    "<p a='",
    "<script><!--<script>",
    "</p ",
    "&<",
    "<title>",
  ];
  for (const part of hostile) {
    // Some seconds each if it took the square.
    expect(clean(part.repeat(200_000)).length).toBeLessThan(3_000_000);
  }
});
