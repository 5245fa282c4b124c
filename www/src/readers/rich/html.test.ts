import { expect, test } from "vitest";
import { putTogether } from ".";

/** How many turns others get until a promise is kept. */
async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false];
  void done.then(() => {
    isDone = true;
  });
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((end) => {
    port1.onmessage = () => {
      if (isDone) return end();
      turns += 1;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  port1.close();
  return turns;
}

const PAGE =
  "<html><body><article><h1>Boats</h1><p>The quay was closed for a week, and nobody said why it was.</p></article></body></html>";

test("a page is read in steps, so that the thread is free between them", async () => {
  expect(await turnsUntil(putTogether({ html: PAGE, isPage: true }))).toBeGreaterThanOrEqual(4);
});

test("each chapter of a book is a step", async () => {
  const about = {
    title: null,
    byline: null,
    outlet: null,
    dated: null,
    language: null,
    whole: null,
    text: "",
  };
  const book = { chapters: Array.from({ length: 9 }, () => PAGE), about, missing: 0 };
  expect(await turnsUntil(putTogether(book))).toBeGreaterThanOrEqual(9);
});

const read = async (head: string, body: string) => {
  const prose = "The quay was closed for a week, and nobody said why it was, or for how long it would be. ";
  const html = `<html><head>${head}</head><body>${body.replace("%", prose.repeat(4))}</body></html>`;
  const found = await putTogether({ html, isPage: true });
  return "text" in found ? found : null;
};

test("who wrote it is read from the line that only looks like one", async () => {
  const byline = (line: string) =>
    read("<title>Boats</title>", `<article><h1>Boats</h1><p class="writtenby">${line}</p><p>%</p></article>`);
  expect((await byline("By Ansa Holm"))?.byline).toBe("Ansa Holm");
  expect((await byline("By Ansa Holm, 6 May"))?.byline).toBeNull();
});

test("what wikis write behind headings to change them is no text", async () => {
  const found = await read(
    "",
    '<h1>Boats</h1><h2>Names<span class="mw-editsection">[<a href="#e">edit</a>]</span></h2><p>%</p>',
  );
  expect(found?.text).toContain("Names\n");
});
