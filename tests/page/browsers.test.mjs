// Browsers that are too old: what is missing is told in words, and what the page needs is what README says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflated, opened } from "./packing.mjs";
import { FILE, flow, printed } from "./page.mjs";
import { LEFT, RIGHT } from "./texts.mjs";

/** What is taken out of the browser before the page begins, and what the page says is missing. */
const OLD = [
  ["WebAssembly", () => delete globalThis.WebAssembly],
  ["DecompressionStream (deflate-raw)", () => delete globalThis.DecompressionStream],
  [
    "DecompressionStream (deflate-raw)",
    () => {
      // As Chrome 80 to 102 and Safari before 16.4 have it, if at all.
      globalThis.DecompressionStream = class {
        constructor(format) {
          if (format !== "gzip") throw new TypeError("Unsupported compression format");
        }
      };
    },
  ],
  ["Array.prototype.toSorted", () => delete Array.prototype.toSorted],
  ["checkVisibility", () => delete Element.prototype.checkVisibility],
  ["dialog", () => delete HTMLDialogElement.prototype.showModal],
];

for (const [missing, take] of OLD) {
  flow(
    `tells a browser without ${missing} what it lacks`,
    async ({ page }) => {
      const said = await page.locator("#page").textContent();
      assert.match(said, /This browser cannot run Twicetold/);
      assert.deepEqual(await page.locator("#page li").allTextContents(), [missing]);
      assert.match(said, /Chrome \d+, Edge \d+, Firefox \d+ or Safari [\d.]+/);
      assert.equal(await page.locator("input").count(), 0, "nothing else begins");
    },
    { prepare: [take], begun: ".old-browser" },
  );
}

flow(
  "tells it in German too, and all that is missing",
  async ({ page }) => {
    assert.match(await page.locator("#page").textContent(), /Dieser Browser kann Twicetold nicht ausführen/);
    assert.equal(await page.locator("#page li").count(), 2);
    assert.equal(await page.getAttribute("html", "lang"), "de");
  },
  {
    prepare: [
      () => {
        delete globalThis.WebAssembly;
        delete globalThis.DecompressionStream;
      },
    ],
    begun: ".old-browser",
    locale: "de-AT",
  },
);

flow(
  "reads a PDF where promises have no withResolvers",
  async (reader) => {
    const paragraphs = LEFT.text.trim().split("\n\n");
    const bytes = await printed(paragraphs.map((text) => `<p>${text}</p>`).join(""));
    await reader.give({ name: "left.pdf", bytes }, RIGHT);
    await reader.waitFor("done");
    assert.equal(await reader.page.getByRole("alert").count(), 0);
    assert.ok((await reader.numbers("left")).length > 0);
  },
  {
    // In the worker: what is made of text there begins with this.
    prepare: [
      () => {
        const Given = globalThis.Blob;
        globalThis.Blob = class extends Given {
          constructor(parts, options) {
            const isScript = options?.type === "text/javascript";
            super(isScript ? ["delete Promise.withResolvers;", ...parts] : parts, options);
          }
        };
      },
    ],
  },
);

/** What is younger than the browsers that README names, as it is written in scripts and styles. */
const YOUNGER = [
  /\bPromise\.(withResolvers|try)\b/,
  /\b(Object|Map)\.groupBy\b/,
  /\bArray\.fromAsync\b/,
  /\bIterator\.(from|prototype)\b/,
  /\.(union|intersection|difference|symmetricDifference|isSubsetOf|isDisjointFrom)\(/,
  /\bUint8Array\.from(Base64|Hex)\b/,
  /\bRegExp\.escape\b/,
  /\bURL\.(parse|canParse)\b/,
  /\bAbortSignal\.any\b/,
  /\bIntl\.(Segmenter|DurationFormat)\b/,
  /\.(isWellFormed|toWellFormed|getOrInsert|showPopover)\(/,
  /\bMath\.sumPrecise\b/,
];
const YOUNGER_STYLE = [
  /light-dark\(/,
  /@(scope|starting-style|property|view-transition|function)\b/,
  /[{;](position-anchor|anchor-name|field-sizing|interpolate-size|animation-timeline):/,
  /[ :,]anchor\(/,
  /\boklch\(from\b|\bif\(/,
  /[{;]\s*&/,
];

/** The places where one of the patterns stands in a text, with what is around each. */
const found = (text, patterns) =>
  patterns.flatMap((pattern) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 30), at + 40)];
  });

test("the page uses nothing younger than the browsers that README names", () => {
  const html = readFileSync(FILE, "utf8");
  const scripts = [inflated(html, "app-bytes"), opened(html, "rich-bytes")];
  for (const script of scripts) {
    assert.ok(script.length > 10_000);
    assert.deepEqual(found(script, YOUNGER), []);
  }
  const style = inflated(html, "style-bytes");
  assert.ok(style.length > 10_000);
  assert.deepEqual(found(style, YOUNGER_STYLE), []);
});

test("README names the browsers that have all the page needs", () => {
  const html = readFileSync(FILE, "utf8");
  const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
  const versions = html.match(/Chrome (\d+), Edge \1, Firefox (\d+) or Safari ([\d.]+)/);
  assert.ok(versions, "the page names them");
  const [, chrome, firefox, safari] = versions;
  assert.ok(readme.includes(`Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`));
  const [, first, second] = readme.match(/The tests run in Chromium, (\w+) and (\w+)\./);
  for (const name of [first, second]) {
    const flow = new URL(`${name.toLowerCase()}.test.mjs`, import.meta.url);
    assert.match(readFileSync(flow, "utf8"), new RegExp(`in ${name} \\(`), `flows in ${name}`);
  }
});
