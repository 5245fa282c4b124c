// Finding words in both articles, and what a reader says of passages.

import assert from "node:assert/strict";
import { twins } from "./page.mjs";
import { KEPT, LEFT, QUOTATION, RIGHT } from "./texts.mjs";

async function compared(reader) {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
}

/** How many places are marked, and the words of the one the reader is at. */
const marked = (reader) =>
  reader.page.evaluate(() => ({
    all: CSS.highlights.get("hit").size + CSS.highlights.get("hit-here").size,
    here: [...CSS.highlights.get("hit-here")].map(String).join(),
  }));

const field = (reader) => reader.page.getByRole("searchbox", { name: "Find in both articles" });

async function sees(reader, expected) {
  await reader.page.waitForFunction(
    (wanted) => document.querySelector(".find-counts")?.textContent.replace(/\s+/g, " ").includes(wanted),
    expected,
  );
}

twins("finds words in both articles, and goes through the places", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.button("Find in both articles"));
  await hand.write(field(reader), "THE  CRANE");
  await sees(reader, "1 of 3 2 left, 1 right");
  await reader.page.waitForFunction(() => CSS.highlights.get("hit-here")?.size === 1);
  assert.deepEqual(await marked(reader), { all: 3, here: "The crane" });
  await hand.press(reader.button("Next place"));
  await sees(reader, "2 of 3");
  await hand.press(reader.button("Previous place"));
  await hand.press(reader.button("Previous place"));
  await sees(reader, "3 of 3");
  await hand.write(field(reader), "no such words");
  await sees(reader, "No matches.");
  await reader.page.waitForFunction(() => CSS.highlights.get("hit").size === 0);
  await hand.press(reader.button("Close search"));
  await field(reader).waitFor({ state: "detached" });
});

twins("a line of the page that is cut shows the place in it", async (reader, hand) => {
  const sections = [
    "Home",
    "World",
    "Town",
    "Harbour",
    "Sport",
    "Weather",
    "Culture",
    "Letters",
    "Obituaries",
  ];
  const menu = [...sections, ...sections.map((one) => `${one} archive`), "Lighthouse"].join(" | ");
  await reader.give({ ...LEFT, text: `${menu}\n\n${LEFT.text}` }, RIGHT);
  await reader.waitFor("done");
  await hand.press(reader.button("Find in both articles"));
  await hand.write(field(reader), "Lighthouse");
  await sees(reader, "1 of 1");
  const isSeen = () => {
    const [range] = CSS.highlights.get("hit-here") ?? [];
    if (!range?.startContainer.parentElement.matches(".clutter-text")) return false;
    const [place, line] = [
      range.getBoundingClientRect(),
      range.startContainer.parentElement.getBoundingClientRect(),
    ];
    return place.width > 0 && place.right <= line.right + 1 && place.bottom <= line.bottom + 1;
  };
  await reader.page.waitForFunction(isSeen);
  await hand.press(reader.button("Close search"));
  await reader.page.waitForFunction(() => !document.querySelector("[data-here]"));
});

twins("finds in Changes too, and leads from Facts to the articles", async (reader, hand) => {
  await compared(reader);
  await reader.page.keyboard.press("2");
  await reader.page.keyboard.press("/");
  await reader.page.waitForFunction(() => document.activeElement?.matches("[type=search]"));
  await reader.page.keyboard.insertText("nobody on the quay");
  await sees(reader, "1 of 2");
  await reader.page.waitForFunction(() => CSS.highlights.get("hit-here")?.size === 1);
  assert.equal((await marked(reader)).here, QUOTATION.slice(0, 18));
  await hand.press(reader.tab("Facts"));
  await hand.write(field(reader), "ironworks");
  await reader.page.waitForFunction(() => document.querySelector("#lens-shared[aria-selected=true]"));
  await reader.page.keyboard.press("Escape");
  await field(reader).waitFor({ state: "detached" });
});

const entries = (reader) => reader.page.locator(".entries .badge");

twins("keeps a pinned passage first, whatever the filter and the options", async (reader, hand) => {
  await compared(reader);
  const [first, second] = await entries(reader).allTextContents();
  await hand.open(reader, "left", second);
  await hand.press(reader.button("Pin to the top of the list"));
  await reader.page.locator(".entries .entry", { has: reader.page.getByLabel("pinned") }).waitFor();
  assert.deepEqual((await entries(reader).allTextContents()).slice(0, 2), [second, first]);
  await hand.press(reader.button("Filter"));
  await hand.check(reader.page.getByRole("radio", { name: "none" }));
  await hand.slide(reader.page.getByRole("slider"), 25);
  assert.equal((await entries(reader).allTextContents())[0], second);
  await hand.press(reader.button("More"));
  await hand.check(reader.page.getByLabel("Ignore capitals"), false);
  await reader.waitFor("done");
  assert.ok((await entries(reader).first().textContent()).length > 0);
  assert.equal(await reader.page.locator(".entries [aria-label=pinned]").count(), 1);
});

twins("takes out what is not a match, and takes that back", async (reader, hand) => {
  await compared(reader);
  const marks = (side) => reader.marks(side).filter({ hasText: KEPT.slice(0, 30) });
  const number = await marks("left").first().getAttribute("data-passage");
  const share = () => reader.page.locator(".summary-left .share strong").textContent();
  const before = await share();
  await hand.open(reader, "left", number);
  await hand.press(reader.button("Not a match"));
  await marks("left").first().waitFor({ state: "detached" });
  assert.notEqual(await share(), before);
  await hand.press(reader.button("Undo"));
  await marks("left").first().waitFor();
  assert.equal(await share(), before);
  await reader.page
    .getByRole("region", { name: "The passage on both sides" })
    .getByText(KEPT)
    .first()
    .waitFor();
  await hand.press(reader.button("Not a match"));
  await reader.page.keyboard.press("s");
  await reader.waitFor("done");
  await hand.press(reader.button("Restore"));
  await marks("right").first().waitFor();
});

twins("shows passages in quotation marks alone, or none of them", async (reader, hand) => {
  await reader.give(
    { name: "left.txt", text: `On the quay\n\n${KEPT}.\n\n“${QUOTATION},” the driver told us.` },
    { name: "right.txt", text: `By the basin\n\n${KEPT}.\n\nA neighbour answered: “${QUOTATION}.”` },
  );
  await reader.waitFor("done");
  const all = await entries(reader).count();
  await reader.page.keyboard.press("f");
  await hand.check(reader.page.getByRole("radio", { name: "only" }));
  const only = await entries(reader).count();
  await hand.check(reader.page.getByRole("radio", { name: "none" }));
  const none = await entries(reader).count();
  assert.ok(only > 0 && none > 0);
  assert.equal(only + none, all);
  await reader.page.waitForFunction(() => /quotations=none/.test(location.hash));
});
