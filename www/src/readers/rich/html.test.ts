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
