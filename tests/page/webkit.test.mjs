// The page in WebKit, from disk and over http: the whole way once. Skipped where no WebKit with a driver is.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { whyNoWebkit } from "../../scripts/browsers.mjs";
import { FILE, serve } from "../../scripts/serve.mjs";
import { webPage } from "./files.mjs";
import { LEFT, RIGHT } from "./texts.mjs";
import { CONTROL, startDriver, Window } from "./webkit.mjs";

const why = whyNoWebkit();
const SETTINGS = why ? { skip: `WebKit is not tested: ${why}` } : {};

let driver;
let site;

before(async () => {
  if (why) return;
  [driver, site] = await Promise.all([startDriver(), serve(0)]);
});
after(async () => {
  driver?.end();
  await site?.close();
});

/** Opens a window for `walk`, and closes it. */
async function inWindow(walk) {
  const window = await Window.open(driver);
  try {
    await walk(window);
    assert.deepEqual((await window.heard()) ?? [], [], "the page stays quiet");
  } finally {
    await window.close();
  }
}

async function comeTo(window, state) {
  await window.waitFor((wanted) => document.documentElement.dataset.state === wanted, state);
}

async function paste(window, ...files) {
  for (const [at, { text }] of files.entries()) {
    if (at === 0) await window.press("Paste text");
    await window.write(".dialog textarea", text);
    await window.press(at < files.length - 1 ? "Add and paste another" : ".dialog .button-main");
  }
}

/** Of a text that is cut, what comes behind is not seen: not even a short sentence that is a link and the last. */
async function holdsCutAtItsEnd(window) {
  await window.send("POST", "/window/rect", { width: 390, height: 900 });
  await window.waitFor(() => {
    const text = document.querySelector(".in-short-text");
    const last = text.lastElementChild;
    last.textContent = "So it is.";
    const isCut = text.scrollHeight > text.clientHeight + 4;
    return (
      isCut && last.matches("a") && last.getBoundingClientRect().top >= text.getBoundingClientRect().bottom
    );
  });
  await window.send("POST", "/window/rect", { width: 1440, height: 900 });
}

for (const [place, address] of [
  ["disk", () => pathToFileURL(FILE).href],
  ["http", () => site.address],
]) {
  test(`compares, shows every lens and copies a link in WebKit (${place})`, SETTINGS, () =>
    inWindow(async (window) => {
      await window.goTo(address());
      await paste(window, LEFT, RIGHT);
      await comeTo(window, "done");
      for (const [lens, what] of [
        ["shared", "mark[data-passage]"],
        ["sidebyside", "[data-row]"],
        ["onlyinone", "[data-stretch]"],
        ["facts", ".fact"],
      ]) {
        await window.press(`#lens-${lens}`);
        await window.find(`.stage ${what}`);
      }
      await holdsCutAtItsEnd(window);
      await window.press("More");
      // The parts of a choice stand on one line.
      const tops = await window.run(() =>
        [...document.querySelectorAll("[role=radiogroup]")].map((group) => {
          const all = [...group.children].map((one) => {
            const { top, height } = one.getBoundingClientRect();
            return Math.round(top + height / 2);
          });
          return Math.max(...all) - Math.min(...all);
        }),
      );
      assert.ok(tops.length >= 2 && tops.every((apart) => apart <= 4), `${tops}`);
      await window.press("Save, send, print…");
      await window.press("Copy a link with both articles");
      await window.waitFor(() => /Link copied: [\d,]+ characters/.test(document.body.textContent));
      await window.press("Close");

      await window.press("Add article");
      await window.press(".dialog textarea");
      await window.write(".dialog textarea", `${CONTROL}v`);
      const link = await window.waitFor(() => document.querySelector(".dialog textarea").value);
      assert.ok(link.startsWith(`${address()}#`) && link.includes("pair="), link.slice(0, 99));
    }),
  );
}

test("the bookmarklet sends a web page from WebKit (http)", SETTINGS, async () => {
  const [title, ...paragraphs] = LEFT.text.trim().split("\n\n");
  const paper = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(request.url === "/" ? webPage(title, paragraphs) : "");
  });
  await new Promise((listens) => paper.listen(0, "127.0.0.1", listens));
  try {
    await inWindow(async (window) => {
      await window.goTo(site.address);
      await window.press("More");
      await window.press("Add a browser bookmark…");
      const script = await window.waitFor(() =>
        document.querySelector("a[href^='javascript:']")?.getAttribute("href").slice("javascript:".length),
      );
      await window.goTo(`http://127.0.0.1:${paper.address().port}/`);
      await window.run((text) => {
        const button = Object.assign(document.createElement("button"), { id: "bookmark", textContent: "B" });
        button.onclick = () => {
          document.body.append(Object.assign(document.createElement("script"), { textContent: text }));
        };
        document.body.prepend(button);
      }, decodeURIComponent(script));
      await window.press("#bookmark");
      await window.goToOther();
      await window.press("Take it in");
      await comeTo(window, "ready");
      const [shown, opener, referrer] = await window.run(() => [
        document.querySelector("#main").textContent,
        window.opener === null,
        document.referrer,
      ]);
      for (const paragraph of paragraphs) assert.ok(shown.includes(paragraph), paragraph);
      assert.deepEqual([opener, referrer], [true, ""], "neither page knows the other");
    });
  } finally {
    paper.close();
  }
});
