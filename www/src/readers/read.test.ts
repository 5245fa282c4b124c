import { describe, expect, test } from "vitest";
import { CAPS } from "../model/article";
import { readFiles } from "./read";

const bytes = (...parts: (string | number[])[]) =>
  new Blob(parts.map((part) => (typeof part === "string" ? part : new Uint8Array(part))));
const file = (name: string, ...parts: (string | number[])[]) => new File([bytes(...parts)], name);
const one = async (...given: Parameters<typeof file>) => {
  const { articles, problems } = await readFiles([file(...given)]);
  return { article: articles[0], error: problems[0]?.error };
};

describe("files that cannot be read are each named with what is wrong", () => {
  test.each([
    ["empty.txt", [""], "empty"],
    ["spaces.txt", [" \n\t "], "empty"],
    ["story.pages", ["plain words"], "unknown-type"],
    ["paper.txt", ["%PDF-1.7 ..."], "damaged"],
    ["story.docx", ["PK\x03\x04........[Content_Types].xml"], "damaged"],
    ["story.doc", [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], "old-word"],
    ["photo.txt", [[0xff, 0xd8, 0xff, 0xe0, 1, 2]], "picture"],
    ["program.txt", [[0, 1, 2, 3, 4, 5, 0, 0, 7, 200, 201]], "binary"],
    ["page.html", ["<script>alert(1)</script>"], "no-text"],
  ] as const)("%s", async (name, parts, error) => {
    expect((await one(name, ...(parts as unknown as string[]))).error).toBe(error);
  });

  test("one that is too large", async () => {
    const large = { name: "large.txt", size: CAPS.file + 1, type: "" } as File;
    expect((await readFiles([large])).problems).toEqual([{ name: "large.txt", error: "too-large" }]);
  });

  test("the others are read all the same", async () => {
    const files = [file("a.txt", "One."), file("b.exe", "x"), file("c.txt", "Three.")];
    const { articles, problems } = await readFiles(files);
    expect(articles.map(({ text }) => text)).toEqual(["One.", "Three."]);
    expect(problems).toEqual([{ name: "b.exe", error: "unknown-type" }]);
  });
});

describe("a page saved as one file is known", () => {
  const page = (head: string) =>
    `${head}Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>The quay is closed.</p>\n--b--`;
  test.each([
    ["by its type, whatever it is called", "quay.txt", page("MIME-Version: 1.0\n"), "The quay is closed."],
    [
      "by its name, where its title is long",
      "quay.MHT",
      page(`Subject: ${"q".repeat(2000)}\n`),
      "The quay is closed.",
    ],
    ["not by a line of a text", "mail.txt", `A note\n${page("")}`, null],
    ["not by its name alone", "quay.mhtml", "<p>The quay is closed.</p>", "The quay is closed."],
  ])("%s", async (_, name, text, expected) => {
    const found = (await one(name, text)).article?.text;
    expect(found === "The quay is closed." ? found : null).toBe(expected);
  });
});

describe("charsets", () => {
  const latin = [..."Der Bürgermeister fuhr über die Brücke und grüßte die Menge, die früh kam."].map(
    (char) => char.charCodeAt(0),
  );
  const wide = (text: string) =>
    [...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);
  const utf16 = [..."Grüße"].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);

  test.each([
    ["UTF-8", ["Grüße – “so”"], "Grüße – “so”"],
    ["UTF-8 with a mark", [[0xef, 0xbb, 0xbf], "Grüße"], "Grüße"],
    ["UTF-16 with a mark", [[0xff, 0xfe], utf16], "Grüße"],
    ["UTF-16 without a mark", [wide("Grüße, Welt")], "Grüße, Welt"],
    [
      "UTF-16 the other way around",
      [wide("Привет, старый мир").reverse()],
      [..."Привет, старый мир"].reverse().join(""),
    ],
    ["windows-1252", [latin], String.fromCharCode(...latin)],
    [
      "UTF-8 with a broken byte",
      ["Grüße über ", [0xe9], " Flüsse – “so”"],
      "Grüße über \uFFFD Flüsse – “so”",
    ],
    ["UTF-8 that is cut off", ["Grüße – “so”", [0xc3]], "Grüße – “so”\uFFFD"],
    ["a word of windows-1252 in ASCII", ["The caf", [0xe9], " on the quay"], "The café on the quay"],
    [
      "a text with a control character",
      ["The harbour mas", [0x1f], "ter ".repeat(40)],
      `The harbour mas${"ter ".repeat(40)}`,
    ],
    ["a short text with a control character", ["Late", [0x1c], " again."], "Late again."],
    ["lines that end with VT", ["One.", [0x0b], "Two.", [0x0b], "Three."], "One.\vTwo.\vThree."],
    ["a text with a zero", [[0], "The harbour. ".repeat(40)], "The harbour. ".repeat(40)],
  ] as [string, (string | number[])[], string][])("%s", async (_, parts, expected) => {
    expect((await one("a.txt", ...parts)).article?.text).toBe(expected);
  });

  test("a page that names its own", async () => {
    const { article } = await one(
      "a.html",
      '<meta charset="windows-1251"><p>',
      [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
    );
    expect(article?.text).toBe("Привет");
  });
});

test("an HTML page gives its article, title, outlet and date, and nothing of it runs", async () => {
  const { article } = await one(
    "page.html",
    `<!doctype html><title>Bridge opens | The Evening Post</title>
     <meta property="og:site_name" content="The Evening Post">
     <meta property="article:published_time" content="2031-05-04T10:00:00Z">
     <nav>Home Sport</nav><article><h1>Bridge <em>opens</em></h1>
     <p onclick="x()">The bridge
     opened.<br>It rained.</p><script>globalThis.ran = true</script><ul><li>One<li>Two</ul></article>
     <footer>Contact</footer>`,
  );
  expect(article).toMatchObject({ title: "Bridge opens", outlet: "The Evening Post", date: "2031-05-04" });
  expect(article?.text).toBe("Bridge opens\n\nThe bridge opened.\nIt rained.\n\nOne\n\nTwo");
  expect("ran" in globalThis).toBe(false);
});

test("Markdown gives its text without its signs", async () => {
  const { article } = await one(
    "story.md",
    "---\ntitle: x\n---\n# Bridge *opens*\n\nIt [rained](http://example.org/), **hard**.\n\n- One\n- Two\n",
  );
  expect(article?.text).toBe("Bridge opens\n\nIt rained, hard.\n\nOne\n\nTwo");
  expect(article?.title).toBe("Bridge opens");
});

describe("front matter", () => {
  const body = "# Bridge opens\n\nIt rained.\n";
  test.each([
    ["---\ntitle: x\ndate: 2031-05-07\nauthor: Ada Brandt\n---\n", "2031-05-07", "Ada Brandt"],
    ["---\r\ndate: 2031-05-07T10:00:00Z\r\n---\r\n", "2031-05-07", null],
    ['---\ndate: "7 May 2031" # when it was sent\n---\n', "2031-05-07", null],
    ["---\nDate: 7. Mai 2031\nlang: de\n...\n", "2031-05-07", null],
    ["---\nlang: en-GB\ndate: 3/4/2031\n---\n", "2031-04-03", null],
    ['+++\ndate = 2031-05-07T10:00:00+02:00\nauthor = "Ada Brandt"\n+++\n', "2031-05-07", "Ada Brandt"],
    ["---\nauthor: [Ada Brandt]\ntags:\n  - date: 2031-05-07\ndate: soon\n---\n", null, null],
    ["---\ndate: 0031-05-07\n---\n", null, null],
    ["---\n---\n", null, null],
    ["", null, null],
  ])("%j", async (front, date, byline) => {
    const { article } = await one("story.md", front + body);
    expect(article).toMatchObject({
      date,
      byline,
      title: "Bridge opens",
      text: "Bridge opens\n\nIt rained.",
    });
  });

  test("names an article without a headline", async () => {
    const { article } = await one("story.md", "---\ntitle: 'Bridge opens'\n---\nIt rained.\n");
    expect(article).toMatchObject({ title: "Bridge opens", titleGuessed: false, text: "It rained." });
  });

  test("that is not closed is text", async () => {
    const { article } = await one("story.md", "---\n\ndate: 2031-05-07\n\nIt rained.\n");
    expect(article?.text).toContain("date: 2031-05-07");
  });
});

test("a plain text stays as it is", async () => {
  const text = "  A headline about the bridge\r\n\r\nThe bridge  opened.\r\n";
  expect((await one("a.txt", text)).article?.text).toBe(text);
});
