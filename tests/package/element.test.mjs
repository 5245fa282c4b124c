// <twice-told> in Chromium and Firefox, from pkg/ over http.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, require, serveFolder, visit } from "./site.mjs";
import { asHtml, asText, LEFT, RIGHT } from "./texts.mjs";

const PKG = fileURLToPath(new URL("../../pkg/", import.meta.url));
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";

const page = (body, lang = "en") =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">` +
  `<title>A page</title><script type="module" src="/element/element.js"></script><main>${body}</main></html>`;

const TWO = `<article id="a" aria-label="Morning" lang="en-GB">${asHtml(LEFT)}</article>
  <article id="b" hidden>${asHtml(RIGHT)}</article>`;

const PAGES = {
  "/two": page(`${TWO}<twice-told left="#a" right="#b" right-name="Evening"></twice-told>`),
  "/german": page('<twice-told left="#none" right="#b"></twice-told>', "de"),
  "/texts": page("<twice-told></twice-told>"),
  "/wrong": page(`${TWO}<twice-told left="#a" right="#b"></twice-told>`),
  "/own": page(
    `${TWO}<twice-told left="#a" right="#b"><p slot="legend" id="own">Ochre differs.</p></twice-told>`,
  ),
};

const site = await serveFolder(PKG, PAGES);
const browsers = new Map();

after(async () => {
  for (const browser of browsers.values()) await browser.close();
  await site.close();
});

async function browserOf(name) {
  if (!browsers.has(name)) browsers.set(name, await launch(name));
  return browsers.get(name);
}

/** What stands in the element's shadow. */
const shadow = (page, read) =>
  page.evaluate(
    (code) => new Function("root", `return (${code})(root)`)(document.querySelector("twice-told").shadowRoot),
    String(read),
  );
const waitFor = (page, selector) =>
  page.waitForFunction(
    (wanted) => document.querySelector("twice-told").shadowRoot.querySelector(wanted),
    { timeout: 30_000 },
    selector,
  );

const marks = (root) =>
  Object.fromEntries(
    ["del", "ins"].map((name) => [
      name,
      [...root.querySelectorAll(name)].map((one) => one.textContent.trim()),
    ]),
  );

async function showsBoth(page) {
  await waitFor(page, "table");
  const { del, ins } = await shadow(page, marks);
  for (const word of ["Monday", "38"]) assert.ok(del.includes(word), `${word} in ${del}`);
  for (const word of ["Tuesday", "83"]) assert.ok(ins.includes(word), `${word} in ${ins}`);
  assert.ok(
    del.some((text) => text.startsWith("The tunnel was opened")),
    "a sentence of the left alone",
  );
  assert.ok(
    ins.some((text) => text.startsWith("Passengers were given tea")),
    "a sentence of the right alone",
  );
  const names = await shadow(page, (root) =>
    [...root.querySelectorAll(".name")].map((one) => one.textContent),
  );
  assert.deepEqual(names, ["Morning", "Evening"]);
}

/** Both texts whole, by the words of the cells. */
async function losesNothing(page) {
  const told = await shadow(page, (root) =>
    ["left", "right"].map((side) =>
      [...root.querySelectorAll(`td.${side}:not(.empty)`)]
        .map((cell) => {
          const copy = cell.cloneNode(true);
          for (const number of copy.querySelectorAll("sup")) number.remove();
          return copy.textContent;
        })
        .join(" "),
    ),
  );
  const words = (text) => text.split(/\s+/).filter(Boolean);
  assert.deepEqual(words(told[0]), words(asText(LEFT)));
  assert.deepEqual(words(told[1]), words(asText(RIGHT)));
}

async function goesToTheOtherPlace(page) {
  const goes = await shadow(page, (root) => root.querySelector("[data-goes]").dataset.goes);
  await page.evaluate(() =>
    document.querySelector("twice-told").shadowRoot.querySelector("[data-goes]").click(),
  );
  const focused = await shadow(page, (root) => root.activeElement.dataset.row);
  assert.equal(focused, goes);
}

async function isAccessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const found = await window.axe.run("twice-told");
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
  });
  assert.deepEqual(violations, []);
}

/** What is set later is compared anew, and nothing of a text is taken for markup. */
async function takesTexts(page) {
  await waitFor(page, ".problem");
  const told = await page.evaluate(async () => {
    const element = document.querySelector("twice-told");
    const heard = new Promise((resolve) => element.addEventListener("compared", resolve, { once: true }));
    element.leftText = "Nine <b>boats</b> waited outside the bar until 5.";
    element.rightText = "Nine <b>boats</b> waited outside the bar until 6.";
    element.options = { ignoreNumbers: false };
    const { detail } = await heard;
    const first = { same: detail === element.comparison, markup: element.shadowRoot.querySelector("td b") };
    element.setAttribute("lang", "de");
    const german = await element.refresh();
    return { ...first, busy: element.ariaBusy, story: german.story.clauses[0].text };
  });
  assert.deepEqual([told.same, told.markup, told.busy], [true, null, null]);
  assert.match(told.story, /ä|Text|beide/i);
  const share = await shadow(page, (root) => root.querySelector(".share").textContent);
  assert.match(share, /^\d+ von \d+ Wörtern gemeinsam$/);
}

/** Light or dark as the page around it, not as the reader's system, and in colours that the page sets. */
async function followsThePage(page) {
  await waitFor(page, ".problem");
  const papers = await page.evaluate(() => {
    const element = document.querySelector("twice-told");
    const paper = () => getComputedStyle(element).backgroundColor;
    const light = paper();
    document.documentElement.style.colorScheme = "dark";
    const dark = paper();
    document.documentElement.style.setProperty("--twicetold-paper", "rgb(1, 2, 3)");
    return { light, dark, own: paper() };
  });
  assert.deepEqual(papers, { light: "rgb(255, 253, 249)", dark: "rgb(32, 29, 25)", own: "rgb(1, 2, 3)" });
}

/** The legend names the marks that are there, in words that say what is seen; it folds by keys, and stays so. */
async function explainsItsMarks(page) {
  await waitFor(page, "table");
  const read = (root) => {
    const legend = root.querySelector("details");
    const items = [...legend.querySelectorAll("li")];
    return {
      title: legend.querySelector("summary").textContent,
      isOpen: legend.open,
      items: items.map((item) => item.textContent),
      samples: items.map((item) => item.querySelector("i").className),
      unseen: items.filter((item) => item.offsetHeight === 0).length,
      isAbove:
        legend.compareDocumentPosition(root.querySelector("table")) === Node.DOCUMENT_POSITION_FOLLOWING,
    };
  };
  const first = await shadow(page, read);
  assert.deepEqual(
    [first.title, first.isOpen, first.unseen, first.isAbove],
    ["What the marks mean", true, 0, true],
  );
  for (const item of [
    "Background in the colour of differences: other words, or words of this side alone",
    "Stroke beside the text: a sentence of this side alone",
    "Dashed stroke beside the text: moved: “Moved” on the other side goes to its other place",
  ])
    assert.ok(
      first.items.some((text) => text.replace(/^(Ab|1)/, "") === item),
      `${item} in ${first.items.join("; ")}`,
    );
  const marks = { differs: "tr:not(.only) .differs", writing: ".writing", "stroke-repeated": "tr.repeated" };
  for (const [sample, selector] of Object.entries(marks)) {
    const isThere = await page.evaluate(
      (one) => document.querySelector("twice-told").shadowRoot.querySelector(`table ${one}`) !== null,
      selector,
    );
    assert.equal(first.samples.includes(sample), isThere, sample);
  }
  await shadow(page, (root) => root.querySelector("summary").focus());
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.querySelector("twice-told").refresh());
  assert.equal((await shadow(page, read)).isOpen, false);
  const hidden = await page.evaluate(() => {
    const element = document.querySelector("twice-told");
    element.style.setProperty("--twicetold-legend", "none");
    return element.shadowRoot.querySelector("details").checkVisibility();
  });
  assert.equal(hidden, false);
}

/** What is wrong with the selectors, one after another; the next right ones show a comparison. */
async function namesWhatIsWrong(page) {
  await waitFor(page, "table");
  const told = async (left, right) => {
    await page.evaluate(
      async (left, right) => {
        const element = document.querySelector("twice-told");
        [element.left, element.right] = [left, right];
        await element.refresh().catch(() => {});
      },
      left,
      right,
    );
    return shadow(page, (root) => root.querySelector("[role=alert]")?.textContent ?? null);
  };
  assert.equal(await told("#a", "##"), "The right side: ## is no CSS selector.");
  assert.equal(await told("a[", "#b"), "The left side: a[ is no CSS selector.");
  assert.equal(await told("#a", "#none"), "The right side: no element is found by #none.");
  assert.equal(await told("#a", " "), "There is no text for the right side.");
  assert.equal(
    await told("#a", "article"),
    "Both sides are one element, found by #a and article: two are needed.",
  );
  assert.equal(await told("#a", "#b"), null);
  // A text in place of an element's is another text.
  await page.evaluate(() => {
    document.querySelector("twice-told").rightText = "Nine boats waited.";
  });
  assert.equal(await told("#a", "#a"), null);
}

for (const name of ["chromium", "firefox"]) {
  test(`the element compares two elements of a page (${name})`, async () => {
    const paths = await visit(await browserOf(name), `${site.address}two`, async (page) => {
      await showsBoth(page);
      await losesNothing(page);
      await isAccessible(page);
      await goesToTheOtherPlace(page);
    });
    assert.deepEqual(
      paths.filter((path) => path.endsWith(".wasm")),
      ["/twicetold_bg.wasm"],
    );
    const own = /^\/(two|twicetold\.js|twicetold_bg\.wasm|(element|snippets)\/.*\.js)$/;
    assert.deepEqual(
      paths.filter((path) => !own.test(path)),
      [],
    );
  });

  test(`the element takes texts as properties (${name})`, async () => {
    await visit(await browserOf(name), `${site.address}texts`, takesTexts);
  });

  test(`the element looks as the page says (${name})`, async () => {
    await visit(await browserOf(name), `${site.address}texts`, followsThePage);
  });

  test(`the element says why there is no comparison (${name})`, async () => {
    await visit(await browserOf(name), `${site.address}german`, async (page) => {
      await waitFor(page, ".problem");
      assert.equal(await shadow(page, (root) => root.textContent), "Linke Seite: #none findet kein Element.");
    });
    await visit(await browserOf(name), `${site.address}wrong`, namesWhatIsWrong);
  });

  test(`the element explains its marks (${name})`, async () => {
    await visit(await browserOf(name), `${site.address}two`, explainsItsMarks);
    await visit(await browserOf(name), `${site.address}own`, async (page) => {
      await waitFor(page, "table");
      const shown = await page.evaluate(() => ({
        own: document.querySelector("#own").checkVisibility(),
        ours: document.querySelector("twice-told").shadowRoot.querySelector("details").checkVisibility(),
      }));
      assert.deepEqual(shown, { own: true, ours: false });
      await isAccessible(page);
    });
  });
}
