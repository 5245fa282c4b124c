// What a reader can set and take away: options, colours, language, articles; and help.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

const SENTENCE = "The ferry to the lower islands left the old harbour at dawn with forty sheep on board";

const openMenu = async (reader, hand) => {
  await hand.press(reader.button("More"));
  await reader.page.getByRole("region", { name: "More" }).waitFor();
};

const theme = (reader) => reader.page.evaluate(() => document.documentElement.dataset.theme);

twins("compares anew when what counts as equal is changed", async (reader, hand) => {
  await reader.give(
    { name: "left.txt", text: `News of the islands\n\n${SENTENCE}.` },
    { name: "right.txt", text: `Other news of today\n\n${SENTENCE.toUpperCase()}.` },
  );
  await reader.waitFor("done");
  const verbatim = reader.button(/^Passage \d+, verbatim/).first();
  await verbatim.waitFor();
  await openMenu(reader, hand);
  await hand.check(reader.page.getByLabel("Ignore capitals"), false);
  await verbatim.waitFor({ state: "detached" });
  await reader.waitFor("done");
  await hand.check(reader.page.getByLabel("Ignore capitals"));
  await verbatim.waitFor();
});

twins("keeps the chosen colours after a reload", async (reader, hand) => {
  await openMenu(reader, hand);
  await hand.check(reader.page.getByRole("radio", { name: "Dark" }));
  assert.equal(await theme(reader), "dark");
  await reader.page.reload();
  await reader.waitFor("empty");
  assert.equal(await theme(reader), "dark");
});

twins(
  "works where nothing may be remembered",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await openMenu(reader, hand);
    await hand.check(reader.page.getByRole("radio", { name: "Dark" }));
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

twins("takes an article away and goes on with the rest", async (reader, hand) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  await hand.press(reader.button(/^Right article: /));
  await hand.press(reader.button("Remove Crowd cheers at the basin"));
  await reader.page.keyboard.press("Escape");
  await reader.waitFor("done");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
  await reader.button(/^Right article: Beekeepers meet again/).waitFor();
});

twins("is empty again when all articles are closed", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  await openMenu(reader, hand);
  await hand.press(reader.button("Close all articles"));
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

twins("gives the focus back when a box or a dialog that came from it closes", async (reader, hand) => {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
  const isBack = (name) =>
    reader.page.waitForFunction(
      (wanted) => document.activeElement.matches("button") && document.activeElement.ariaLabel === wanted,
      name,
    );
  await openMenu(reader, hand);
  await reader.page.keyboard.press("Escape");
  await isBack("More");
  for (const steps of [
    [/^Keyboard and marks/],
    [/^Keyboard and marks/, "Licences"],
    [/^Save, send, print/],
  ]) {
    await openMenu(reader, hand);
    for (const step of steps) await hand.press(reader.button(step));
    const dialog = reader.page.getByRole("dialog");
    await dialog.waitFor();
    await reader.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await isBack("More");
  }
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
