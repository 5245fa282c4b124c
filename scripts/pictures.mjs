// Takes the pictures of the page that README.md shows, with the bundled sample articles. They are
// written with a palette, a third of the size.
//
//   node scripts/pictures.mjs [folder]   docs/ when none is named

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

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const COLOURS = 256;

// `passage`: words of the passage that is chosen. `next`: how often the reader goes on to the next change.
const PICTURES = [
  {
    name: "shared-light",
    lens: "Shared",
    viewport: DESKTOP,
    colorScheme: "light",
    passage: "We fully expect",
  },
  { name: "shared-dark", lens: "Shared", viewport: DESKTOP, colorScheme: "dark", passage: "We fully expect" },
  { name: "changes-light", lens: "Changes", viewport: DESKTOP, colorScheme: "light", next: 5 },
  { name: "leftout-light", lens: "Left out", viewport: DESKTOP, colorScheme: "light" },
  { name: "phone-light", lens: "Shared", viewport: PHONE, colorScheme: "light" },
];

async function take(browser, folder, { name, lens, viewport, colorScheme, passage, next = 0 }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(FILE).href);
  await page.getByRole("button", { name: /reports of one invented event/ }).click();
  await page.waitForFunction(() => document.documentElement.dataset.state === "done");
  await page.getByRole("tab", { name: lens, exact: true }).click();
  if (passage) await page.locator("mark", { hasText: passage }).first().click();
  // Keys would show where the focus is.
  await page.evaluate(() => document.activeElement?.blur());
  for (let pressed = 0; pressed < next; pressed += 1) await page.keyboard.press("n");
  // What is pointed at would be lit.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  write(join(folder, `${name}.png`), await page.screenshot());
  await context.close();
}

function write(path, screenshot) {
  const picture = UPNG.decode(screenshot);
  const [pixels] = UPNG.toRGBA8(picture);
  writeFileSync(path, new Uint8Array(UPNG.encode([pixels], picture.width, picture.height, COLOURS)));
  stdout.write(`${path} ${Math.round(statSync(path).size / 1000)} kB\n`);
}

const folder = argv[2] ?? fileURLToPath(new URL("../docs/", import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
for (const picture of PICTURES) await take(browser, folder, picture);
await browser.close();
