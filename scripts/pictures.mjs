// Takes pictures of the page with the bundled sample articles: every lens and state in three widths and
// both themes, to be looked at, and the few that README.md shows.
//
//   node scripts/pictures.mjs [name]   into target/pictures/ and docs/; with a name, only states with it in theirs

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "./browsers.mjs";
import { FILE } from "./serve.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const UPNG = require("upng-js");

const folderOf = (name) => fileURLToPath(new URL(`../${name}/`, import.meta.url));
const ALL = folderOf("target/pictures");
const SHOWN = folderOf("docs");

const SIZES = {
  1440: { width: 1440, height: 900 },
  1024: { width: 1024, height: 768 },
  390: { width: 390, height: 844, isPhone: true },
};
const THEMES = ["light", "dark"];

/** Colours of the palette of a picture that README.md shows: a third of its size. */
const COLOURS = 256;

/** Pictures that README.md shows, by state, width and theme. */
const README = {
  "passage-1440-light": "shared-light",
  "passage-1440-dark": "shared-dark",
  "changes-1440-light": "changes-light",
};

const PASSAGE = "We fully expect";

const press = (page, keys) =>
  [...keys].reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

async function samples(page) {
  await page.getByRole("button", { name: /reports of one invented event/ }).click();
  await page.waitForFunction(() => document.documentElement.dataset.state === "done");
}

const tab = (page, name) => page.getByRole("tab", { name, exact: true }).click();
const passage = (page) => page.locator("mark", { hasText: PASSAGE }).first();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const give = (page, ...files) => page.setInputFiles("input[type=file]", files);

/** A long text of words that mean nothing; another for another start. */
function long(start) {
  const words = [
    "harbour",
    "letter",
    "morning",
    "council",
    "bridge",
    "garden",
    "winter",
    "signal",
    "paper",
    "road",
  ];
  const sentence = (at) =>
    Array.from({ length: 14 }, (_, word) => words[(at * 7 + word * start) % 10]).join(" ");
  return Array.from({ length: 40_000 }, (_, at) => `${sentence(at)}.`).join("\n\n");
}

/** Every state: how a reader comes to it from a fresh page. */
const STATES = {
  start: async () => {},
  sheet: (page) => button(page, "Paste text").click(),
  error: async (page) => {
    await give(page, file("report.pdf", "%PDF-1.7"), file("notes.txt", " "));
    await page.getByText("notes.txt").waitFor();
  },
  one: (page) =>
    give(page, file("one.txt", "Only one article\n\nThe other is still to come, and there is room for it.")),
  none: (page) =>
    give(
      page,
      file("one.txt", "Ferry runs again\n\nThe ferry took forty sheep to the islands before breakfast."),
      file("two.txt", "Choir wins a cup\n\nNine singers sang of spring; rain fell on the hall all evening."),
    ),
  progress: async (page) => {
    // The engine would be done before the picture is: what it says on its way is said in its place.
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message?.kind !== "compare") return post.call(this, message, ...rest);
        const data = { kind: "progress", progress: { done: 0.4, phase: "passages" } };
        setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })), 200);
      };
    });
    await give(page, file("one.txt", long(3)), file("two.txt", long(7)));
    await page.getByRole("progressbar").waitFor();
  },
  shared: samples,
  passage: async (page) => {
    await samples(page);
    await passage(page).click();
  },
  moved: async (page) => {
    await samples(page);
    await page
      .locator(".badge-lane:visible", { has: page.locator("svg") })
      .first()
      .click();
  },
  connector: async (page) => {
    await samples(page);
    await passage(page).hover();
  },
  filter: async (page) => {
    await samples(page);
    await press(page, "f");
    await page.locator(".filter .part", { hasText: "Reworded" }).click();
  },
  refused: async (page) => {
    await samples(page);
    await press(page, "nn");
    await button(page, "Not a match").click();
  },
  find: async (page) => {
    await samples(page);
    await press(page, "/");
    await page.getByRole("searchbox").fill("the bridge");
  },
  picker: async (page) => {
    await samples(page);
    await page.locator(".picker-button:visible").last().click();
  },
  pairs: async (page) => {
    await samples(page);
    await press(page, "a");
    await page.waitForTimeout(2000);
  },
  menu: async (page) => {
    await samples(page);
    await button(page, "More").click();
  },
  help: async (page) => {
    await samples(page);
    await press(page, "?");
  },
  editing: async (page) => {
    await samples(page);
    await button(page, "Edit this article").first().click();
  },
  changes: async (page) => {
    await samples(page);
    await tab(page, "Side by side");
    await press(page, "nnnnn");
  },
  leftout: async (page) => {
    await samples(page);
    await tab(page, "Only in one");
  },
  stretch: async (page) => {
    await samples(page);
    await tab(page, "Only in one");
    await press(page, "nnn");
  },
  facts: async (page) => {
    await samples(page);
    await tab(page, "Facts");
    await press(page, "n");
  },
  drop: async (page) => {
    await samples(page);
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["words"], "words.txt", { type: "text/plain" }));
      return transfer;
    });
    await page.dispatchEvent("body", "dragenter", { dataTransfer });
  },
  print: async (page) => {
    await samples(page);
    await page.emulateMedia({ media: "print" });
  },
};

async function take(browser, state, size, theme) {
  const { isPhone = false, ...viewport } = SIZES[size];
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-GB",
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(FILE).href);
  await STATES[state](page);
  if (!["sheet", "find", "picker", "menu", "help"].includes(state)) {
    // Keys would show where the focus is, and what is pointed at would be lit.
    await page.evaluate(() => document.activeElement?.blur());
    if (state !== "connector") await page.mouse.move(0, 0);
  }
  if (state !== "progress") await page.waitForTimeout(500);
  const screenshot = await page.screenshot();
  await context.close();
  return screenshot;
}

function write(path, bytes) {
  writeFileSync(path, bytes);
  stdout.write(`${path} ${Math.round(statSync(path).size / 1000)} kB\n`);
}

function withPalette(screenshot) {
  const picture = UPNG.decode(screenshot);
  const [pixels] = UPNG.toRGBA8(picture);
  return new Uint8Array(UPNG.encode([pixels], picture.width, picture.height, COLOURS));
}

for (const folder of [ALL, SHOWN]) mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
for (const state of Object.keys(STATES).filter((name) => name.includes(argv[2] ?? ""))) {
  for (const size of Object.keys(SIZES)) {
    for (const theme of THEMES) {
      const name = `${state}-${size}-${theme}`;
      const screenshot = await take(browser, state, size, theme);
      write(join(ALL, `${name}.png`), screenshot);
      if (README[name]) write(join(SHOWN, `${README[name]}.png`), withPalette(screenshot));
    }
  }
}
await browser.close();
