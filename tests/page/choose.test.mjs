// What a reader can set and take away: options, colours, language, articles; and help.

import assert from "node:assert/strict";
import { flow } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

const SENTENCE = "The ferry to the lower islands left the old harbour at dawn with forty sheep on board";

const openMenu = async (reader) => {
  await reader.button("More").click();
  await reader.page.getByRole("region", { name: "More" }).waitFor();
};

const theme = (reader) => reader.page.evaluate(() => document.documentElement.dataset.theme);

flow("compares anew when what counts as equal is changed", async (reader) => {
  await reader.give(
    { name: "left.txt", text: `News of the islands\n\n${SENTENCE}.` },
    { name: "right.txt", text: `Other news of today\n\n${SENTENCE.toUpperCase()}.` },
  );
  await reader.waitFor("done");
  const verbatim = reader.button(/^Passage \d+, verbatim/).first();
  await verbatim.waitFor();
  await openMenu(reader);
  await reader.page.getByLabel("Ignore capitals").uncheck();
  await verbatim.waitFor({ state: "detached" });
  await reader.waitFor("done");
  await reader.page.getByLabel("Ignore capitals").check();
  await verbatim.waitFor();
});

flow("keeps the chosen colours after a reload", async (reader) => {
  await openMenu(reader);
  await reader.page.getByRole("radio", { name: "Dark" }).check({ force: true });
  assert.equal(await theme(reader), "dark");
  await reader.page.reload();
  await reader.waitFor("empty");
  assert.equal(await theme(reader), "dark");
});

flow(
  "works where nothing may be remembered",
  async (reader) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await openMenu(reader);
    await reader.page.getByRole("radio", { name: "Dark" }).check({ force: true });
    assert.equal(await theme(reader), "dark");
  },
  {
    prepare: [
      () => {
        const refuse = {
          get() {
            throw new DOMException("storage is refused", "SecurityError");
          },
        };
        Object.defineProperty(window, "localStorage", refuse);
        Object.defineProperty(window, "sessionStorage", refuse);
      },
    ],
  },
);

flow("takes an article away and goes on with the rest", async (reader) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  await reader.button(/^Right article: /).click();
  await reader.button("Remove Crowd cheers at the basin").click();
  await reader.page.keyboard.press("Escape");
  await reader.waitFor("done");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
  await reader.button(/^Right article: Beekeepers meet again/).waitFor();
});

flow("is empty again when all articles are closed", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await openMenu(reader);
  await reader.button("Close all articles").click();
  await reader.waitFor("empty");
  assert.equal(await reader.marks("left").count(), 0);
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
});

flow("shows its keys and closes step by step by Escape", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await reader.page.keyboard.press("n");
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  await tray.waitFor();
  await reader.page.keyboard.press("?");
  await reader.page.getByRole("dialog").waitFor();
  await reader.page.keyboard.press("Escape");
  await reader.page.getByRole("dialog").waitFor({ state: "detached" });
  await tray.waitFor();
  await reader.page.keyboard.press("Escape");
  await tray.waitFor({ state: "detached" });
});

flow("can be walked through by keys alone", async (reader) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const seen = new Set();
  for (let at = 0; at < 12; at++) {
    await reader.page.keyboard.press("Tab");
    seen.add(
      await reader.page.evaluate(() => {
        const focused = document.activeElement;
        const { outlineStyle, boxShadow } = getComputedStyle(focused);
        const name = focused.getAttribute("aria-label") ?? focused.textContent.trim();
        const visible = outlineStyle !== "none" || boxShadow !== "none";
        return `${name || focused.tagName}${visible ? "" : " has no visible focus"}`;
      }),
    );
  }
  assert.ok(seen.size >= 8, [...seen].join("; "));
  assert.deepEqual(
    [...seen].filter((name) => name.endsWith("has no visible focus")),
    [],
  );
});
