// What survives a visit, and what happens where the browser keeps nothing.

import assert from "node:assert/strict";
import { isNotMarked, keptIs, keptRecords, setMark } from "./kept.mjs";
import { another, flow, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER, THIRD } from "./texts.mjs";

const openMenu = (reader, hand) => hand.press(reader.button("More"));

/** Waits until the page says how many articles are kept. */
async function keeps(reader, hand, count) {
  await openMenu(reader, hand);
  await reader.says(new RegExp(`^${count} articles? kept here`));
  await openMenu(reader, hand);
}

twins(
  "starts with what was open at the last visit: articles, pins, what is no match, options",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT, STRANGER);
    await reader.waitFor("done");
    await reader.page.keyboard.press("n");
    await hand.press(reader.button("Pin to the top of the list"));
    await reader.page.keyboard.press("n");
    await hand.press(reader.button("Not a match"));
    await openMenu(reader, hand);
    await hand.check(reader.page.getByLabel("Ignore capitals"), false);
    await openMenu(reader, hand);
    await reader.waitFor("done");
    await keeps(reader, hand, 3);
    await keptIs(reader, ({ verdicts, options }) => verdicts.length === 2 && options.ignoreCase === false);
    const before = await reader.numbers("left");
    await reader.page.goto("about:blank");
    await reader.page.goBack();
    await reader.waitFor("done");
    assert.deepEqual(await reader.numbers("left"), before, "the same passages are marked");
    await reader.button(/^Left article: Old crane lifts again/).waitFor();
    assert.equal(await reader.page.locator(".entries [aria-label=pinned]").count(), 1);
    await openMenu(reader, hand);
    assert.equal(await reader.page.getByLabel("Ignore capitals").isChecked(), false);
    // What comes later has an id of its own.
    await openMenu(reader, hand);
    await reader.give({ name: "late.txt", text: LEFT.text });
    await reader.waitFor("done");
    await keeps(reader, hand, 4);
  },
);

const names = ({ articles }) =>
  articles
    .map(({ name }) => name)
    .sort()
    .join(" ");

twins(
  "keeps what two pages change at the same time, and what one takes away is gone",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await keeps(reader, hand, 2);
    const second = await another(reader);
    await second.waitFor("done");
    await second.give(STRANGER);
    await keptIs(reader, (record) => names(record) === "left.txt right.txt stranger.txt");
    await reader.give(THIRD);
    await keptIs(reader, (record) => names(record) === "left.txt right.txt stranger.txt third.txt");
    await keeps(reader, hand, 4);

    await second.page.keyboard.press("n");
    await second.page.bringToFront();
    await hand.on(second.page).press(second.button("Swap sides"));
    await reader.page.bringToFront();
    await openMenu(reader, hand);
    await hand.press(reader.button("Close all articles"));
    await reader.waitFor("empty");
    await keptIs(reader, (record) => names(record) === "stranger.txt");
    const third = await another(reader);
    await third.waitFor("ready");
    await third.says("Beekeepers meet again");
  },
);

twins("keeps nothing in one page when another is told not to", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keeps(reader, hand, 2);
  const second = await another(reader);
  await second.waitFor("done");
  await openMenu(second, hand.on(second.page));
  await hand.on(second.page).check(second.page.getByLabel("Keep articles in this browser"), false);
  await second.says("Nothing is kept");
  await openMenu(reader, hand);
  await reader.says("Nothing is kept");
  await openMenu(reader, hand);
  await reader.give(STRANGER);
  await reader.waitFor("done");
  await reader.page.waitForTimeout(600);
  assert.deepEqual(await keptRecords(reader), []);
});

twins("forgets everything when told to, and asks before", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keeps(reader, hand, 2);
  await hand.press(reader.button("More"));
  await hand.press(reader.button("Forget everything"));
  assert.equal(await reader.state(), "done", "nothing is forgotten yet");
  await hand.press(reader.button("Really forget all articles and settings?"));
  await reader.waitFor("empty");
  await reader.page.reload();
  await reader.button("Paste text").waitFor();
  assert.equal(await reader.state(), "empty");
  assert.deepEqual(await keptRecords(reader), [], "nothing is left in the browser");
});

twins("keeps nothing when the reader does not want it", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keeps(reader, hand, 2);
  await hand.press(reader.button("More"));
  await hand.check(reader.page.getByLabel("Keep articles in this browser"), false);
  await reader.says("Nothing is kept");
  await reader.page.waitForFunction(isNotMarked, "kept");
  await reader.page.goto("about:blank");
  await reader.page.goBack();
  await reader.button("Paste text").waitFor();
  assert.equal(await reader.state(), "empty");
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
  ["refuses to keep anything", REFUSED, /does not let the page keep anything/],
  ["has no room", FULL, /storage is full/],
]) {
  twins(
    `loses nothing on the page when the browser ${what}, and says so`,
    async (reader, hand) => {
      await reader.give(LEFT, RIGHT);
      await reader.waitFor("done");
      const line = reader.page.getByRole("alert").filter({ hasText: message });
      await line.waitFor();
      assert.ok((await reader.numbers("left")).length > 0);
      await hand.press(reader.button("Close these notes"));
      await line.waitFor({ state: "detached" });
      await reader.give(STRANGER);
      await reader.waitFor("done");
    },
    { prepare: [prepare] },
  );
}

for (const [what, refuse] of [
  [
    "puts nothing there",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "puts it there and finds nothing",
    () => {
      Storage.prototype.getItem = () => null;
    },
  ],
]) {
  flow(
    `brings back what was kept where localStorage ${what}`,
    async (reader) => {
      await reader.give(LEFT, RIGHT);
      await reader.waitFor("done");
      await keptIs(reader, ({ articles }) => articles.length === 2);
      await reader.page.reload();
      await reader.waitFor("done");
      await reader.button(/^Left article: Old crane lifts again/).waitFor();
      await reader.button("More").click();
      await reader.says(/^2 articles kept here/);
    },
    { prepare: [refuse] },
  );
}

async function removeOne(reader) {
  await reader.button(/^Right article: /).click();
  await reader.button("Remove Crowd cheers at the basin").click();
}

/** Things that a reader does last, each with what is kept after it. */
const LAST = [
  [
    "closes all",
    async (reader) => {
      await reader.button("More").click();
      await reader.button("Close all articles").click();
    },
    "",
    "empty",
  ],
  ["removes one", removeOne, "left.txt stranger.txt", "done"],
  [
    "removes one and takes that back",
    async (reader) => {
      await removeOne(reader);
      await reader.button("Undo").click();
    },
    "left.txt right.txt stranger.txt",
    "done",
  ],
  [
    "adds one",
    async (reader) => {
      await reader.give(THIRD);
      await reader.says(/^Added/);
    },
    "left.txt right.txt stranger.txt third.txt",
    "done",
  ],
];

for (const [what, act, wanted, state] of LAST) {
  flow(`keeps what a reader did who ${what} and leaves at once`, async (reader) => {
    await reader.give(LEFT, RIGHT, STRANGER);
    await reader.waitFor("done");
    await keptIs(reader, (record) => names(record) === "left.txt right.txt stranger.txt");
    await act(reader);
    await reader.page.reload();
    await reader.waitFor(state);
    await reader.page.waitForFunction(noNotes);
    const [record] = await keptRecords(reader);
    assert.equal(names(record ?? { articles: [] }), wanted);
    await reader.page.reload();
    await reader.waitFor(state);
    const [again] = await keptRecords(reader);
    assert.equal(names(again ?? { articles: [] }), wanted);
  });
}

for (const [how, leave] of [
  ["reloads", (page) => page.reload()],
  ["goes elsewhere", (page) => page.goto("about:blank").then(() => page.goBack())],
]) {
  flow(`has forgotten everything when who told it to ${how} at once`, async (reader) => {
    const { page } = reader;
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await keptIs(reader, (record) => record.articles?.length === 2);
    await reader.button("More").click();
    await reader.button("Forget everything").click();
    // The press and the leave in one go: nothing may come between.
    await page.evaluate(() => {
      // As slow as a large library.
      const get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function (...given) {
        const until = performance.now() + 300;
        while (performance.now() < until);
        return get.apply(this, given);
      };
      [...document.querySelectorAll("button")]
        .find((one) => /^Really forget all/.test(one.textContent))
        .click();
    });
    await leave(page);
    await reader.button("Paste text").waitFor();
    assert.equal(await reader.state(), "empty");
    assert.deepEqual(await keptRecords(reader), []);
    await page.waitForFunction(isNotMarked, "forgotten");
    await page.reload();
    await reader.button("Paste text").waitFor();
    assert.equal(await reader.state(), "empty");
  });
}

flow("takes nothing back of what was to be forgotten when something new is kept", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keptIs(reader, (record) => record.articles?.length === 2);
  await setMark(reader, "forgotten", "1");
  await reader.give(STRANGER);
  await reader.page.waitForFunction(isNotMarked, "forgotten");
  await keptIs(reader, (record) => names(record) === "stranger.txt");
});

flow("keeps what was typed last by who leaves at once", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keptIs(reader, (record) => record.articles?.length === 2);
  const column = reader.page.locator("section.column-left");
  await column.getByRole("button", { name: "Edit this article" }).click();
  await column.locator("textarea").press("Control+End");
  await reader.page.keyboard.insertText(" A gull watched.");
  await reader.page.reload();
  await reader.waitFor("done");
  await reader.says("A gull watched.");
});

/** Runs in the page: whether no note of a last change is left. */
const noNotes = () => !Object.keys(localStorage).some((key) => /^twicetold.(gone|late|probe) /.test(key));

twins("starts empty, and usable, when what was kept cannot be read", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await keeps(reader, hand, 2);
  await reader.page.addInitScript(() => {
    IDBObjectStore.prototype.get = () => {
      throw new DOMException("broken", "UnknownError");
    };
  });
  await reader.page.goto("about:blank");
  await reader.page.goBack();
  await reader.button("Paste text").waitFor();
  await reader.give(LEFT, STRANGER);
  await reader.waitFor("done");
});
