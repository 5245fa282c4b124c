// Reading a comparison: lenses, passages and their counterparts, keys, dark, phone.

import assert from "node:assert/strict";
import { flow, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

async function compared(reader) {
  await reader.give(LEFT, RIGHT);
  await reader.waitFor("done");
}

async function assertLens(reader, name) {
  await reader.page.waitForFunction(
    (wanted) => document.querySelector('[role=tab][aria-selected="true"]')?.textContent?.includes(wanted),
    name,
  );
  assert.equal(await reader.page.locator('[role=tab][aria-selected="true"]').count(), 1);
}

twins("shows each lens by click", async (reader, hand) => {
  await compared(reader);
  await assertLens(reader, "Shared");
  for (const name of ["Side by side", "Only in one", "Shared"]) {
    await hand.press(reader.tab(name));
    await assertLens(reader, name);
  }
  await reader.marks("left").first().waitFor();
});

flow("shows each lens by key", async (reader) => {
  await compared(reader);
  await reader.page.keyboard.press("2");
  await assertLens(reader, "Side by side");
  await reader.page.locator("[data-row]").first().waitFor();
  await reader.page.keyboard.press("3");
  await assertLens(reader, "Only in one");
  await reader.page.keyboard.press("1");
  await assertLens(reader, "Shared");
});

twins("shows the rows with their changes", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.tab("Side by side"));
  const rows = reader.page.locator("[data-row]");
  await rows.first().waitFor();
  const numbers = await rows.evaluateAll((all) => all.map((row) => Number(row.dataset.row)));
  assert.ok(numbers.length >= 2 && numbers.every(Number.isInteger));
  const strays = await rows.evaluateAll((all) =>
    all.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const boxes = [...row.querySelectorAll(".cell-text")].map((text) => text.getBoundingClientRect());
      return boxes.some((box) => box.top < top - 1 || box.bottom > bottom + 1);
    }),
  );
  assert.equal(strays.length, 0, "sentences stand in their rows");
  const edited = rows.filter({ hasText: "eleven" });
  assert.ok((await edited.count()) >= 1);
});

twins("says what is only on one side", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.tab("Only in one"));
  await reader.says(/town council will decide in June/);
  await reader.says(/bakery nearby sold buns/);
});

twins("links the two sides of a passage on hover", async (reader, hand) => {
  await compared(reader);
  const [number] = await reader.numbers("left");
  const look = () =>
    reader
      .marks("right", number)
      .first()
      .evaluate((mark) => {
        const style = getComputedStyle(mark);
        return [
          mark.className,
          style.backgroundColor,
          style.outline,
          style.boxShadow,
          style.textDecoration,
        ].join("|");
      });
  const before = await look();
  await hand.point(reader, "left", number);
  await reader.page.waitForFunction(
    ([wanted, old]) => {
      const mark = document.querySelector(`[data-passage="${wanted}"][data-side="right"]`);
      const style = getComputedStyle(mark);
      return (
        [mark.className, style.backgroundColor, style.outline, style.boxShadow, style.textDecoration].join(
          "|",
        ) !== old
      );
    },
    [number, before],
  );
  await reader.page.mouse.move(2, 2);
});

twins("opens a passage by click and closes it by Escape", async (reader, hand) => {
  await compared(reader);
  const [number] = await reader.numbers("left");
  await hand.open(reader, "left", number);
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  await tray.waitFor();
  const visible = reader.marks("right", number).first();
  await reader.page.waitForFunction((wanted) => {
    const box = document
      .querySelector(`[data-passage="${wanted}"][data-side="right"]`)
      .getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  }, number);
  assert.ok(await visible.isVisible());
  await reader.page.keyboard.press("Escape");
  await tray.waitFor({ state: "detached" });
});

flow("goes to the next and the previous passage by key", async (reader) => {
  await compared(reader);
  const tray = reader.page.getByRole("region", { name: "The passage on both sides" });
  const seen = [];
  for (const key of ["n", "n", "p"]) {
    await reader.page.keyboard.press(key);
    await tray.waitFor();
    await reader.page.waitForTimeout(100);
    seen.push((await tray.textContent()).replace(/\s+/g, " "));
  }
  assert.notEqual(seen[0], seen[1]);
  assert.equal(seen[0], seen[2]);
});

flow("swaps by key", async (reader) => {
  await compared(reader);
  await reader.page.keyboard.press("s");
  await reader.button(/^Left article: Crowd cheers at the basin/).waitFor();
  await reader.waitFor("done");
});

twins("leaves keys alone while the reader writes", async (reader, hand) => {
  await compared(reader);
  await hand.press(reader.button("Add article").first());
  await hand.write(reader.page.getByLabel("Text of the article"), "");
  await reader.page.getByLabel("Text of the article").pressSequentially("s2n");
  assert.equal(await reader.page.getByLabel("Text of the article").inputValue(), "s2n");
  await reader.page.keyboard.press("Escape");
  await assertLens(reader, "Shared");
  await reader.button(/^Left article: Old crane lifts again/).waitFor();
});

flow("says so when nothing is shared", async (reader) => {
  await reader.give(LEFT, STRANGER);
  await reader.waitFor("done");
  assert.equal((await reader.numbers("left")).length, 0);
  await reader.says("No passage appears in both.");
});

/** How bright a colour is, 0 to 1. */
const brightness = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
};

const background = (reader) =>
  reader.page.evaluate(() => {
    const seen = [document.body, document.documentElement].map(
      (each) => getComputedStyle(each).backgroundColor,
    );
    return seen.find((colour) => !/, 0\)$|transparent/.test(colour)) ?? "rgb(255, 255, 255)";
  });

flow(
  "is dark for those who read in the dark",
  async (reader) => {
    await compared(reader);
    assert.ok(brightness(await background(reader)) < 0.3);
  },
  { colorScheme: "dark" },
);

flow(
  "is light otherwise",
  async (reader) => {
    await compared(reader);
    assert.ok(brightness(await background(reader)) > 0.8);
  },
  { colorScheme: "light" },
);

twins(
  "fits a phone",
  async (reader, hand) => {
    await compared(reader);
    await reader.marks("left").first().waitFor();
    for (const name of ["Side by side", "Only in one", "Shared"]) {
      await hand.press(reader.tab(name));
      const over = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${name} is ${over} px wider than the screen`);
    }
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);

twins(
  "puts every number beside the first line of its passage, after the sides were swapped too",
  async (reader, hand) => {
    await hand.press(reader.button(/reports of one invented event/));
    for (const swapped of [false, true]) {
      if (swapped) await reader.page.keyboard.press("s");
      await reader.waitFor("done");
      await reader.page.waitForTimeout(400);
      const beside = await reader.page.locator(".badge-lane").evaluateAll((badges) =>
        badges.map((badge) => {
          const [line, box] = [badge.parentElement.getClientRects()[0], badge.getBoundingClientRect()];
          return Math.abs(box.top + box.height / 2 - line.top - line.height / 2) < 2;
        }),
      );
      const missed = beside.filter((is) => !is).length;
      assert.ok(beside.length > 20 && missed <= 2, `${missed} of ${beside.length} stand elsewhere`);
    }
  },
);
