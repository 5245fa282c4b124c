// A page of one's own: built with a folder of texts in place of the samples.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Reader, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "twicetold hosting "));
const texts = join(folder, "my texts");
const FILE = join(folder, "site", "twicetold.html");

let server;

/** Builds the page with the texts of a folder; gives what the build says. */
function build(articles) {
  const vite = join(WWW, "node_modules/vite/bin/vite.js");
  const given = [vite, "build", "--outDir", join(folder, "site")];
  const settings = { cwd: WWW, env: { ...process.env, ARTICLES: articles }, encoding: "utf8", stdio: "pipe" };
  return execFileSync(process.execPath, given, settings);
}

before(async () => {
  mkdirSync(texts);
  const header = "Title: The crane of Dunmarrow\r\nOutlet: Basin Herald\r\nDate: 2031-05-12\r\n\r\n";
  writeFileSync(join(texts, "crane é.txt"), `\uFEFF${header}${LEFT.text.replaceAll("\n", "\r\n")}`);
  writeFileSync(join(texts, "plain.txt"), RIGHT.text);
  writeFileSync(join(texts, "stranger.TXT"), `Date: today\n\n${STRANGER.text}</script><script>1</script>`);
  writeFileSync(join(texts, "README.md"), "not an article");
  build(texts);
  server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(readFileSync(FILE));
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
});

after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

twins("opens a page that was built with texts of one's own", async (reader, hand) => {
  const isLocal = reader.page.url().startsWith("file:");
  const address = isLocal ? pathToFileURL(FILE).href : `http://127.0.0.1:${server.address().port}/`;
  reader.watch.expect(/^request: /);
  await reader.page.goto(address);
  const button = reader.page.locator(".sample");
  assert.match(await button.textContent(), /3 articles.*The crane of Dunmarrow · Crowd cheers at the basin/);
  await hand.press(button);
  await reader.waitFor("done");
  const [left, right] = await reader.page.locator(".picker-button").allTextContents();
  assert.match(left, /The crane of Dunmarrow.*Basin Herald · 12 May 2031/);
  assert.match(right, /Crowd cheers at the basin/);
  const [, number] = await reader.numbers("left");
  await hand.open(reader, "left", number);
  await hand.press(reader.tab("Facts"));
  const link = await reader.page.evaluate(() => location.href);
  assert.match(link, /#left=crane\+%C3%A9&right=plain&lens=facts&passage=\d+$/);

  const page = await reader.page.context().newPage();
  await page.goto(link);
  const other = new Reader(page, reader.watch);
  await other.waitFor("done");
  assert.match(await page.locator('[role=tab][aria-selected="true"]').textContent(), /Facts/);
  await hand.on(page).press(other.tab("Shared"));
  assert.equal(await page.locator(".tray .badge").first().textContent(), String(number));
});

test("says what is wrong with a folder of texts", () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const said = (articles) => {
    try {
      build(articles);
    } catch (error) {
      return error.stderr;
    }
    return "nothing";
  };
  assert.match(said(join(folder, "nowhere")), /ARTICLES: there is no folder/);
  assert.match(said(empty), /ARTICLES: there is no \.txt file/);
  writeFileSync(join(empty, "latin.txt"), Buffer.from("caf\u00E9", "latin1"));
  assert.match(said(empty), /ARTICLES: latin\.txt is not UTF-8/);
});
