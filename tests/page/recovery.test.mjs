// What was kept is broken, newer, or breaks the page: nothing takes the page away, and nothing is lost unsaid.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isMarked, isNotMarked, keptIs, keptRecords, putRecord, setMark } from "./kept.mjs";
import { FILE, flow, Reader, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

const isFilled = ({ articles }) => articles.length === 2;

/** Brings two articles, and waits until they are kept; gives the record. */
async function keepTwo(reader) {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const record = await keptIs(reader, isFilled);
  await reader.page.waitForFunction(isMarked, "kept");
  return record;
}

/** Puts another record in place, and visits the page again. */
async function visitWith(reader, record) {
  await putRecord(reader, record);
  await reader.page.reload();
  await reader.page.locator("#main").waitFor();
}

const alertOf = (reader, text) => reader.page.getByRole("alert").filter({ hasText: text });

/** The file that a press saves. */
async function saved(reader, press) {
  const coming = reader.page.waitForEvent("download");
  await press();
  const download = await coming;
  const path = await download.path();
  return { name: download.suggestedFilename(), text: readFileSync(path, "utf8"), path };
}

const [TITLE, NOTE] = ["Old crane lifts again", /unreadable, or more than this page takes/];

/** Changes to a record: what comes of each, and what the page says of it. */
const BROKEN = {
  "an article that is null": [
    (record) => ({ articles: [null, ...record.articles] }),
    "done",
    /: 1 article\./,
  ],
  "nothing but such articles": [() => ({ articles: [null, 7, "text"] }), "empty", /: 3 articles\./],
  "no articles": [() => ({ articles: undefined }), "empty", /: 1 article\./],
  "a title that is an object": [
    ({ articles }) => ({
      articles: articles.map((one) => ({ ...one, title: { a: 1 }, titleGuessed: false })),
    }),
    "done",
    /: 2 titles, authors, outlets or dates\./,
  ],
  "a title of 5 MB": [
    ({ articles }) => ({ articles: articles.map((one) => ({ ...one, title: "t".repeat(5_000_000) })) }),
    "done",
    /: 2 titles, authors, outlets or dates\./,
  ],
  "articles without their lines": [
    ({ articles }) => ({ articles: articles.map(({ lineOverrides, ...one }) => one) }),
    "done",
    null,
  ],
  "no pair": [() => ({ chosen: undefined }), "done", /: which two articles stood side by side\./],
  "no options": [() => ({ options: null }), "done", /: 1 setting of what counts as equal\./],
  "options that are none": [() => ({ options: { minWords: "x" } }), "done", /: 1 setting of/],
  "a verdict without stretches": [
    ({ articles: [left, right] }) => ({
      verdicts: [
        { verdict: "pinned", ids: { left: left.id, right: right.id }, texts: { left: "a", right: "b" } },
      ],
    }),
    "done",
    /: 1 pin or “not a match”\./,
  ],
  "verdicts that are a text": [() => ({ verdicts: "none" }), "done", /: 1 pin or/],
};

for (const [name, [change, state, message]] of Object.entries(BROKEN)) {
  flow(`takes what is sound of a record with ${name}, and says what is not`, async (reader) => {
    const record = await keepTwo(reader);
    await visitWith(reader, { ...record, ...change(record) });
    await reader.waitFor(state);
    if (message) {
      await alertOf(reader, message).filter({ hasText: NOTE }).waitFor();
      const file = await saved(reader, () => reader.button("Save it as it was").click());
      assert.match(file.text, /^\{"format":"twicetold-library"/);
    } else assert.equal(await alertOf(reader, NOTE).count(), 0);
    await reader.give(STRANGER);
    await keptIs(reader, ({ articles }) => articles?.some((article) => article?.name === STRANGER.name));
    await reader.page.reload();
    await reader.page.locator("#main").waitFor();
    await reader.page.waitForFunction(isNotMarked, "restoring");
    assert.equal(await alertOf(reader, NOTE).count(), 0, "it is said once");
    await reader.says("Beekeepers meet again");
  });
}

const [NEWER, NONE] = [
  "was written by another, newer edition",
  "is nothing that an edition of this page writes",
];

for (const [name, [made, said]] of Object.entries({
  "of a newer edition": [
    (record) => ({ ...record, version: 2, articles: { packed: "…" }, more: [1, 2] }),
    NEWER,
  ],
  "of no edition": [() => "something else", NONE],
  "that is null": [() => null, NONE],
  "of version 0": [(record) => ({ ...record, version: 0 }), NONE],
})) {
  flow(`leaves a record ${name} alone until the reader decides`, async (reader) => {
    const newer = made(await keepTwo(reader));
    await visitWith(reader, newer);
    await alertOf(reader, said).waitFor();
    assert.equal(await reader.state(), "empty");
    await reader.give(LEFT, STRANGER);
    await reader.waitFor("done");
    await reader.page.waitForTimeout(700);
    assert.deepEqual(await keptRecords(reader), [newer], "nothing is written over it");
    await reader.button("More").click();
    await reader.says("Nothing is kept until you decide");
    await reader.page.keyboard.press("Escape");
    const file = await saved(reader, () => reader.button("Save what is kept as a file").click());
    assert.ok(
      file.text.includes(newer?.version === undefined ? String(newer) : `"version":${newer.version}`),
    );
    await reader.page.reload();
    await alertOf(reader, said).waitFor();
    await reader.give(LEFT, STRANGER);
    await reader.button("Forget it").click();
    assert.deepEqual(await keptRecords(reader), [newer], "it asks once more");
    await reader.button("Really forget all that is kept here?").click();
    await keptIs(reader, (record) => record.articles?.length === 2);
    await reader.page.reload();
    await reader.waitFor("done");
  });
}

twins("does not bring back by itself what it did not come up with", async (reader, hand) => {
  await keepTwo(reader);
  await setMark(reader, "restoring", "1");
  await reader.page.reload();
  await alertOf(reader, "did not come up with what was kept").waitFor();
  assert.equal(await reader.state(), "empty");
  await reader.give(STRANGER);
  await reader.waitFor("ready");
  await reader.page.waitForTimeout(700);
  const [record] = await keptRecords(reader);
  assert.ok(isFilled(record), "nothing is kept meanwhile");
  await hand.press(reader.button("Bring it back"));
  await reader.button(/^Right article: /).waitFor();
  await keptIs(reader, ({ articles }) => articles.length === 3);
  await reader.page.waitForFunction(isNotMarked, "restoring");
  await reader.page.reload();
  await reader.waitFor("done");
  assert.equal(await alertOf(reader, "did not come up").count(), 0);
});

flow(
  "a reload in the middle of things, and a tab that is still restoring, are no failures",
  async (reader) => {
    await keepTwo(reader);
    for (let at = 0; at < 3; at += 1) {
      await reader.page.reload({ waitUntil: "commit" });
      // The browser takes the next reload only when the new document is the active one.
      await reader.page.waitForSelector("head", { state: "attached" });
    }
    await reader.waitFor("done");
    // As another tab that has begun: it holds the mark and the lock.
    await setMark(reader, "restoring", "1");
    await reader.page.evaluate(() => {
      const path = location.pathname.replace(/\/index\.html?$/i, "/");
      return new Promise((held) => {
        void navigator.locks.request(`twicetold restoring ${path}`, { mode: "shared" }, () => {
          held();
          return new Promise(() => {});
        });
      });
    });
    const second = await reader.page.context().newPage();
    await second.goto(reader.page.url().replace(/#.*/, ""));
    await new Reader(second, reader.watch).waitFor("done");
  },
);

/** Breaks the drawing of every count, unless the page starts empty. */
const BREAK_DRAWING = () => {
  if (location.hash === "#start=empty") return;
  Object.defineProperty(Intl.NumberFormat.prototype, "format", {
    get: () => {
      throw new Error("broken on purpose");
    },
  });
};
/** Breaks the catalogues while they are loaded. */
const BREAK_CATALOGUE = () => {
  if (location.hash === "#start=empty") return;
  Intl.NumberFormat = class {
    constructor() {
      throw new Error("broken on purpose");
    }
  };
};

for (const [what, script, isStartBroken] of [
  ["drawing", BREAK_DRAWING, false],
  ["a catalogue", BREAK_CATALOGUE, true],
]) {
  twins(`offers ways out where ${what} fails`, async (reader, hand) => {
    reader.watch.expect(/broken on purpose/);
    const failed = alertOf(reader, "The page could not be shown");
    const offered = alertOf(reader, "did not come up with what was kept");
    const record = await keepTwo(reader);
    await reader.page.addInitScript(script);
    await reader.page.reload();
    await failed.waitFor();
    const file = await saved(reader, () => hand.press(reader.button("Save what is kept as a file")));
    assert.match(file.name, /^twicetold_library_\d{4}-\d\d-\d\d\.json$/);
    assert.deepEqual(JSON.parse(file.text).articles, record.articles);

    await reader.page.reload();
    if (!isStartBroken) {
      await offered.waitFor();
      await hand.press(reader.button("Bring it back"));
    }
    await failed.waitFor();
    await hand.press(reader.button("Start without what was kept"));
    await offered.waitFor();
    await reader.waitFor("empty");
    assert.ok(isFilled((await keptRecords(reader))[0]), "it is still kept");
    await hand.press(reader.button("Bring it back"));
    await reader.waitFor("done");
    await reader.says(TITLE);
    await reader.page.waitForFunction(isNotMarked, "restoring");

    await reader.page.reload();
    await failed.waitFor();
    await hand.press(reader.button("Forget it"));
    await hand.press(reader.button("Really forget all that is kept here?"));
    await reader.says("Forgotten.");
    await reader.page.waitForFunction(isNotMarked, "kept");
    assert.deepEqual(await keptRecords(reader), []);
  });
}

twins("saves its library as a file, which opens again", async (reader, hand) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  await reader.page.keyboard.press("n");
  await hand.press(reader.button("Pin to the top of the list"));
  await hand.press(reader.button("More"));
  await hand.check(reader.page.getByLabel("Ignore numbers"));
  const before = await keptIs(
    reader,
    ({ verdicts, options }) => verdicts.length === 1 && options.ignoreNumbers,
  );
  const file = await saved(reader, () => hand.press(reader.button("Save the library as a file")));
  await reader.says(/^Saved: twicetold_library_/);
  await hand.press(reader.button("More"));
  await hand.press(reader.button("Forget everything"));
  await hand.press(reader.button("Really forget all articles and settings?"));
  await reader.waitFor("empty");

  const library = { name: file.name, text: file.text, type: "application/json" };
  await reader.give(library);
  await reader.waitFor("done");
  await reader.says("3 articles of a saved library came in.");
  await reader.page.locator(".entries [aria-label=pinned]").waitFor();
  const after = await keptIs(reader, ({ articles }) => articles.length === 3);
  assert.deepEqual(after, before);
  // Once more, dropped on what is there: nothing is doubled.
  await reader.drop(library);
  await reader.says(/^0 articles of a saved library came in. 3 were here already.$/);
  assert.deepEqual(await keptIs(reader, ({ articles }) => articles.length === 3), before);

  await reader.give(
    { ...library, text: file.text.slice(0, -40) },
    { ...library, text: file.text.replace('"version":1', '"version":7') },
  );
  await reader.says(/holds a saved library that was cut off or changed/);
  await reader.says(/is a library that another, newer edition of this page saved/);
  const note = reader.page.locator(".report-line");
  await reader.drop(library);
  await note.waitFor();
  await reader.give({ name: "next.txt", text: "Another crane\n\nIt came later." });
  await reader.button(/^Right article: Another crane/).waitFor();
  assert.equal(await note.count(), 0, "what was said of a library is over once something else comes");
});

/** The local store is refused, the database is not. */
const NO_LOCAL = () => {
  Object.defineProperty(globalThis, "localStorage", {
    get: () => {
      throw new DOMException("refused", "SecurityError");
    },
  });
};

twins(
  "keeps, brings back and forgets where the local store is refused",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await keptIs(reader, isFilled);
    await reader.page.reload();
    await reader.waitFor("done");
    await hand.press(reader.button("More"));
    await hand.press(reader.button("Forget everything"));
    await hand.press(reader.button("Really forget all articles and settings?"));
    await reader.waitFor("empty");
    await reader.page.waitForTimeout(700);
    assert.deepEqual(await keptRecords(reader), [], "no record is left");
    await reader.page.reload();
    await reader.page.locator("#main").waitFor();
    assert.equal(await reader.state(), "empty");
  },
  { prepare: [NO_LOCAL] },
);

flow("keeps apart from a copy of the page in another place of the host", async (reader) => {
  await keepTwo(reader);
  const isLocal = reader.page.url().startsWith("file:");
  const folder = mkdtempSync(join(tmpdir(), "twicetold-"));
  try {
    const copy = join(folder, "copy.html");
    copyFileSync(FILE, copy);
    const { origin } = new URL(reader.page.url());
    const address = isLocal ? pathToFileURL(copy).href : `${origin}/twicetold.html`;
    reader.watch.expect(/^request: .*\/(copy|twicetold)\.html$/);
    const page = await reader.page.context().newPage();
    await page.goto(address);
    const other = new Reader(page, reader.watch);
    await page.locator("#main").waitFor();
    await other.waitFor("empty");
    await other.give(STRANGER);
    await keptIs(other, ({ articles }) => articles.length === 1);
    await other.button("More").click();
    await other.says(
      isLocal ? /opened from this disk could read what is kept/ : /^Other pages on 127.0.0.1:\d+ could read/,
    );
    await other.button("Forget everything").click();
    await other.button("Really forget all articles and settings?").click();
    await other.waitFor("empty");
    await reader.page.reload();
    await reader.waitFor("done");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

flow("takes over once what the first edition kept for every page of a host", async (reader) => {
  const record = await keepTwo(reader);
  await reader.button("More").click();
  await reader.button("Forget everything").click();
  await reader.button("Really forget all articles and settings?").click();
  await reader.says("Forgotten: 2 articles");
  await putRecord(reader, record, "twicetold");
  await reader.page.evaluate(() => {
    localStorage.setItem("twicetold.kept", "1");
    localStorage.setItem("twicetold.settings", '{"theme":"dark"}');
  });
  await reader.page.reload();
  await reader.waitFor("done");
  assert.equal(await reader.page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await keptIs(reader, isFilled);
  assert.equal(await reader.page.evaluate(() => localStorage.getItem("twicetold.kept")), null);
  assert.deepEqual(await keptRecords(reader, "twicetold"), [], "nothing is left under the old name");
});

/** A store that never answers, as on a broken disk, until it is mended. */
const NEVER = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => ({});
  window.mend = () => {
    IDBFactory.prototype.open = open;
  };
};

flow(
  "says that what is kept cannot be read where the store never answers, and tries again",
  async (reader) => {
    await keepTwo(reader);
    await reader.page.addInitScript(NEVER);
    await reader.page.reload();
    await reader.page.locator("#main").waitFor();
    await reader.give(STRANGER);
    await reader.waitFor("ready");
    await alertOf(reader, "What is kept here could not be read").waitFor();
    await reader.page.evaluate(() => window.mend());
    await reader.button("Try again").click();
    await keptIs(reader, ({ articles }) => articles.length === 3);
    assert.equal(await alertOf(reader, "could not be read").count(), 0);
  },
);
