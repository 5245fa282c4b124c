// A model of meaning: given once, kept, forgotten; what it adds; which files are none.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMarked, isNotMarked } from "./kept.mjs";
import { LEFT, MODEL, model, RIGHT } from "./meaning.mjs";
import { pack } from "./packing.mjs";
import { FILE, flow, twins } from "./page.mjs";

const OPENED = "Sentences in other words are found too from now on.";
const more = (reader, hand) => hand.press(reader.button("More"));
const found = (reader) => reader.page.locator("mark.by-meaning[data-side=left]");

twins(
  "finds sentences in other words once it has a model, keeps it, and forgets it",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    assert.equal(await found(reader).count(), 0);
    await reader.give(model());
    await reader.says(OPENED);
    await found(reader).first().waitFor();
    assert.match(await reader.marked("left", 1), /Divers found the bell/);
    await reader.says("One passage says the same in other words: a model of meaning found it.");
    // It is drawn apart, and its panel says what it is.
    const style = await found(reader).evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
    assert.equal(style, "wavy");
    await reader.page.keyboard.press("n");
    assert.equal(await reader.page.locator(".tray-grade").textContent(), "In other words");
    await reader.page.keyboard.press("Escape");

    await more(reader, hand);
    await reader.says("small, 0 MB. made up. It is kept in this browser.");
    await hand.check(reader.page.getByLabel("Find sentences in other words"), false);
    await more(reader, hand);
    await found(reader).first().waitFor({ state: "detached" });
    await more(reader, hand);
    await hand.check(reader.page.getByLabel("Find sentences in other words"), true);
    await more(reader, hand);
    await found(reader).first().waitFor();

    await reader.page.waitForFunction(isMarked, "kept");
    await reader.page.reload();
    await found(reader).first().waitFor();
    await more(reader, hand);
    await hand.press(reader.button("Forget the model"));
    await found(reader).first().waitFor({ state: "detached" });
    await reader.waitFor("done");
    await reader.page.waitForFunction(isNotMarked, "model");
    await reader.page.reload();
    await reader.waitFor("done");
    await more(reader, hand);
    await reader.says(/^With a model of meaning the page also finds/);
    assert.equal(await found(reader).count(), 0);
  },
);

flow("counts meaning in all pairs and in what it saves, as between two articles", async (reader) => {
  const third = { name: "third.txt", text: "Bakers queue for rye in the old town because two mills closed." };
  await reader.give(model());
  await reader.says(OPENED);
  await reader.give(LEFT, RIGHT, third);
  await found(reader).first().waitFor();
  await reader.page.keyboard.press("a");
  // Both articles whole: 38 and 40 words, of which 25 and 30 are shared.
  await reader.says("66%");
  await reader.page.keyboard.press("a");
  await found(reader).first().waitFor();
  await reader.button("More").click();
  await reader.button(/^Save, send, print/).click();
  const [saved] = await Promise.all([
    reader.page.waitForEvent("download"),
    reader.button("Both (JSON)").click(),
  ]);
  const json = JSON.parse(readFileSync(await saved.path(), "utf8"));
  assert.equal(json.options.meaning, true);
  assert.deepEqual(
    json.passages.map(({ byMeaning }) => byMeaning),
    [true, false],
  );
});

flow("says of a file what is wrong with it, and goes on", async (reader) => {
  const damaged = Buffer.from(MODEL);
  damaged[MODEL.length - 100] ^= 1;
  const newer = Buffer.from(MODEL);
  newer.writeUInt32LE(2, 16);
  await reader.give(LEFT, RIGHT);
  for (const [bytes, text] of [
    [Buffer.from("PK\x03\x04 something else"), "is not a model of meaning of Twicetold."],
    [newer, "is a model of meaning for a newer edition of this page. Open it there."],
    [MODEL.subarray(0, 5000), "is a model of meaning whose end is missing. Download it once more."],
    [MODEL.subarray(0, 20), "is a model of meaning whose end is missing. Download it once more."],
    [damaged, "is a model of meaning that was damaged. Download it once more."],
  ]) {
    await reader.drop(model(bytes, "bad.meaning"));
    await reader.says(text);
    await reader.waitFor("done");
  }
  assert.equal(await found(reader).count(), 0);
  await reader.drop(model());
  await found(reader).first().waitFor();
  // A bad one takes no good one away.
  await reader.drop(model(damaged, "bad.meaning"));
  await reader.says("is a model of meaning that was damaged. Download it once more.");
  assert.equal(await found(reader).count(), 1);
});

const REFUSED = () => {
  const refuse = () => {
    throw new DOMException("refused", "SecurityError");
  };
  Object.defineProperty(globalThis, "indexedDB", { get: refuse });
  Object.defineProperty(globalThis, "localStorage", { get: refuse });
};
const FULL = () => {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
};

for (const [what, prepare, message] of [
  ["refuses to keep it", REFUSED, /This browser does not keep it: it is here until you close this page/],
  ["has no room", FULL, /storage is full: it is here until you close this page/],
]) {
  flow(
    `has a model for the visit when the browser ${what}`,
    async (reader) => {
      await reader.give(model());
      await reader.says(OPENED);
      await reader.give(LEFT, RIGHT);
      await found(reader).first().waitFor();
      await reader.button("More").click();
      await reader.says(message);
    },
    { prepare: [prepare] },
  );
}

flow(
  "goes on without workers",
  async (reader) => {
    await reader.give(model());
    await reader.says(OPENED);
    await reader.give(LEFT, RIGHT);
    await found(reader).first().waitFor();
  },
  {
    prepare: [
      () => {
        globalThis.Worker = class {
          constructor() {
            throw new DOMException("refused", "SecurityError");
          }
        };
      },
    ],
  },
);

/** The page with the small model inside, as `make page-meaning` makes it. */
function withModel() {
  const folder = mkdtempSync(join(tmpdir(), "twicetold-"));
  const path = join(folder, "twicetold-meaning.html");
  const element = `<script type="application/octet-stream" id="model-bytes" data-length="${MODEL.length}">${pack(MODEL)}</script>`;
  writeFileSync(
    path,
    readFileSync(FILE, "utf8").replace("</body>", () => `${element}\n</body>`),
  );
  return { path, address: pathToFileURL(path).href, remove: () => rmSync(folder, { recursive: true }) };
}

flow(
  "is the same page with a model inside, and makes reports of its usual size that show the same",
  async (reader) => {
    const page = withModel();
    try {
      reader.watch.expect(/^request: file:/);
      await reader.page.goto(page.address);
      await reader.page.waitForSelector("input[type=file]", { state: "attached" });
      await reader.give(LEFT, RIGHT);
      await found(reader).first().waitFor();
      await reader.button("More").click();
      await reader.says("small, 0 MB. made up. It is part of this page.");
      assert.equal(await reader.button("Forget the model").count(), 0);
      await reader.button(/^Save, send, print/).click();
      const [saved] = await Promise.all([
        reader.page.waitForEvent("download"),
        reader.button("Save as one file").click(),
      ]);
      const report = await saved.path();
      assert.ok(
        !readFileSync(report, "utf8").includes('id="model-bytes"'),
        "a report does without the model",
      );
      await saved.saveAs(page.path.replace("twicetold-meaning", "report"));
      await reader.page.goto(page.address.replace("twicetold-meaning", "report"));
      await found(reader).first().waitFor();
      await reader.says("One passage says the same in other words: a model of meaning found it.");
    } finally {
      page.remove();
    }
  },
);
