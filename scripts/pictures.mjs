// Takes the pictures of the page that README.md shows, with the bundled sample articles.
//
//   node scripts/pictures.mjs [folder]   docs/ when none is named

import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CHROMIUM_FLAGS, need } from "./browsers.mjs";
import { FILE } from "./serve.mjs";

const require = createRequire(new URL("../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PICTURES = [
  { name: "shared-light", lens: "Shared", viewport: DESKTOP, colorScheme: "light" },
  { name: "shared-dark", lens: "Shared", viewport: DESKTOP, colorScheme: "dark" },
  { name: "changes-light", lens: "Changes", viewport: DESKTOP, colorScheme: "light" },
  { name: "leftout-light", lens: "Left out", viewport: DESKTOP, colorScheme: "light" },
  { name: "phone-light", lens: "Shared", viewport: PHONE, colorScheme: "light" },
];

async function take(browser, folder, { name, lens, viewport, colorScheme }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(FILE).href);
  await page.getByRole("button", { name: /reports of one invented event/ }).click();
  await page.waitForFunction(() => document.documentElement.dataset.state === "done");
  await page.getByRole("tab", { name: lens, exact: true }).click();
  await page.waitForTimeout(300);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  stdout.write(`${path}\n`);
  await context.close();
}

const folder = argv[2] ?? fileURLToPath(new URL("../docs/", import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: need("chromium"),
  args: CHROMIUM_FLAGS.filter((flag) => flag !== "--headless"),
});
for (const picture of PICTURES) await take(browser, folder, picture);
await browser.close();
