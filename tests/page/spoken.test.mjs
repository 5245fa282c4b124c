// What those hear who do not see where something stands, and what those see who choose their own colours.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";
import { LAMP_LEFT, LAMP_RIGHT } from "./texts.mjs";

async function compared(reader) {
  await reader.give(LAMP_LEFT, LAMP_RIGHT);
  await reader.waitFor("done");
}

const KINDS = {
  same: "the same",
  changed: "edited",
  reworded: "reworded",
  moved: "moved",
  repeated: "repeated",
  only: "on one side only",
  boilerplate: "page clutter",
};

flow("says in Changes on which side a sentence stands and how it stands to the other", async (reader) => {
  await compared(reader);
  await reader.page.keyboard.press("2");
  await reader.page.locator("[data-row]").first().waitFor();
  const rows = await reader.page.locator("[data-row]").evaluateAll((all) =>
    all.map((row) => ({
      kind: row.className.match(/\brow-(same|changed|reworded|moved|repeated|only|boilerplate)\b/)[1],
      cells: ["left", "right"].flatMap((side) =>
        [...row.querySelectorAll(`.cell-${side}:not(.cell-blank)`)].map((cell) => [side, cell.textContent]),
      ),
    })),
  );
  assert.ok(new Set(rows.map(({ kind }) => kind)).size >= 3, "rows of several kinds");
  for (const { kind, cells } of rows) {
    for (const [side, text] of cells) {
      const start = `${side === "left" ? "Left" : "Right"}, ${KINDS[kind]}: `;
      assert.ok(text.startsWith(start), `${start} ${text}`);
    }
  }
  // To the ear, not to the clipboard.
  await reader.page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".rows")));
  assert.doesNotMatch(await reader.page.evaluate(() => String(getSelection())), /Left, |Right, /);
});

flow("says which words an edit takes away and which it puts in", async (reader) => {
  await compared(reader);
  await reader.page.keyboard.press("2");
  await reader.page.locator("[data-row]").first().waitFor();
  const words = (side, role) => reader.page.locator(`.rows .cell-${side}`).getByRole(role).allTextContents();
  const [deleted, inserted] = [await words("left", "deletion"), await words("right", "insertion")];
  assert.ok(deleted.includes("31") && inserted.includes("30"), `${deleted} / ${inserted}`);
  assert.deepEqual(await words("left", "insertion"), []);
  assert.deepEqual(await words("right", "deletion"), []);
  const marked = await reader.page.locator(".rows :is(.word-replaced, .word-only)").count();
  assert.equal(marked, deleted.length + inserted.length, "all of them");
  const lines = await reader.page
    .locator(".rows del")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationLine));
  assert.ok(lines.every((line) => line === "none"));
});

twins("names every count by its side", async (reader, hand) => {
  await compared(reader);
  for (const lens of ["Shared", "Changes", "Facts"]) {
    await hand.press(reader.tab(lens));
    const names = await reader.page
      .locator(".summary .part")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("aria-label"), one.textContent.trim()]));
    assert.ok(names.length >= 6);
    assert.equal(new Set(names.map(([name]) => name)).size, names.length, lens);
    for (const [name, text] of names)
      assert.ok(name.startsWith(text.replace(/\s+/g, " ")), `${name}: ${text}`);
  }
});

/** What tells some words from others where colours and backgrounds are the reader's: the lines at them. */
const lines = ({ page }, selector) =>
  page.locator(selector).evaluateAll((all) => [
    ...new Set(
      all.map((one) => {
        const { textDecorationLine, textDecorationStyle, borderBottomStyle, borderBottomWidth } =
          getComputedStyle(one);
        const line = textDecorationLine === "none" ? "" : `${textDecorationLine} ${textDecorationStyle}`;
        return [line, borderBottomWidth === "0px" ? "" : borderBottomStyle].join();
      }),
    ),
  ]);

flow(
  "tells words apart by lines where the reader has colours of their own",
  async (reader) => {
    await compared(reader);
    await reader.page.keyboard.press("3");
    await reader.page.locator(".left-out").first().waitFor();
    assert.deepEqual(await lines(reader, ".dimmed"), [","]);
    assert.deepEqual(await lines(reader, ".left-out"), ["underline solid,"]);
    await reader.page.keyboard.press("n");
    const outline = ({ page }, selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).outlineStyle);
    assert.equal(await outline(reader, ".left-out.is-chosen"), "solid");
    await reader.page.keyboard.press("2");
    await reader.page.locator(".rows .word-replaced").first().waitFor();
    const kinds = [];
    for (const kind of ["replaced", "only", "moved"]) {
      const found = await lines(reader, `.rows .word-${kind}`);
      assert.equal(found.length, 1, `${kind}: ${found}`);
      kinds.push(...found);
    }
    assert.equal(new Set(kinds).size, 3, kinds.join("; "));
    assert.ok(!kinds.includes(","), kinds.join("; "));
    await reader.page.keyboard.press("n");
    assert.equal(await outline(reader, ".row.is-chosen"), "solid");
    await reader.page.keyboard.press("1");
    const grades = [];
    for (const grade of ["verbatim", "edited"]) grades.push(...(await lines(reader, `mark.mark-${grade}`)));
    assert.deepEqual(grades, ["underline solid,", "underline dashed,"]);
  },
  { forcedColors: "active" },
);
