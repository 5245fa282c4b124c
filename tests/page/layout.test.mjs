// Where things stand on the page: marks on words, lines in narrow columns, words of either direction.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { flow, twins } from "./page.mjs";
import { LAMP_LEFT, LAMP_RIGHT } from "./texts.mjs";

const LEFT = `Home | News | Sport | Weather | Contact us
Old ferry bell found in the harbour
Published on 3 March 2024, updated 5 March 2024 at 09:41
Divers found the bell of the old ferry on Monday morning, and the harbour master was glad of it. The bell weighs forty kilos and rang every noon for thirty years.

Nobody had hoped to see it again after the great storm, said the oldest pilot. It will hang in the town hall from May.`;
const RIGHT = LEFT.replace("forty kilos", "kilos").replace("again after the great storm", "after the storm");

async function compared(reader, left, right) {
  await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
  await reader.waitFor("done");
}

for (const width of [701, 720, 760, 1024, 1440]) {
  flow(
    `shows the words of lines that are not compared, and all of their button, ${width} pixels wide`,
    async (reader) => {
      await compared(reader, LEFT, RIGHT);
      const lines = reader.page.locator(".column-left .clutter");
      assert.ok((await lines.count()) >= 2);
      for (const line of await lines.all()) {
        const [all, words, button] = await Promise.all(
          [line, line.locator(".clutter-text"), line.getByRole("button")].map((one) => one.boundingBox()),
        );
        assert.ok(words.width > 100, `${words.width} pixels of words`);
        const isCut = await line
          .locator(".clutter-text")
          .evaluate((one) => one.scrollWidth > one.clientWidth);
        assert.ok(
          !isCut || words.y + words.height <= button.y,
          "words that are cut have a line of their own",
        );
        assert.ok(button.x >= all.x && button.x + button.width <= all.x + all.width, "the button is whole");
      }
    },
    { viewport: { width, height: 900 } },
  );
}

flow("hangs the carets between the lines", async (reader) => {
  await compared(reader, LEFT, RIGHT);
  await reader.page.keyboard.press("2");
  const carets = await reader.page.locator(".row .word-missing").evaluateAll((all) =>
    all.map((caret) => {
      const [text, mark] = [getComputedStyle(caret.parentElement), getComputedStyle(caret, "::after")];
      return {
        // The element stands on the line of the letters and has no height.
        height: caret.getBoundingClientRect().height,
        top: Number.parseFloat(mark.top),
        size: Number.parseFloat(text.fontSize),
        line: Number.parseFloat(text.lineHeight),
      };
    }),
  );
  assert.ok(carets.length >= 3);
  for (const { height, top, size, line } of carets) {
    assert.equal(height, 0);
    assert.ok(top > 0.2 * size, "below the letters of its line");
    // The highest letters of the next line reach .78 of their size above its foot.
    assert.ok(top + 5 < line - 0.78 * size, "above the letters of the next");
  }
});

const ARABIC = [
  "عثر الغواصون على جرس العبارة القديمة يوم الاثنين قرب رصيف الميناء الشمالي.",
  "قال مدير الميناء إن الجرس يزن أربعين كيلوغراما وإنه كان يدق كل ظهر منذ ثلاثين سنة.",
  "سيعلق الجرس في دار البلدية ابتداء من شهر أيار المقبل بحضور سكان المدينة.",
];

flow("shows Arabic edits left before right, and nothing of Arabic slanted", async (reader) => {
  const other = [ARABIC[2], ARABIC[0].replace("الاثنين", "الثلاثاء"), ARABIC[1].replace("أربعين", "خمسين")];
  await compared(reader, ARABIC.join("\n\n"), other.join("\n\n"));
  await reader.page.keyboard.press("2");
  const edits = reader.page.locator(".entries .edit:has(.word-replaced)");
  await edits.first().waitFor();
  for (const edit of await edits.all()) {
    const words = await edit.locator(".word-replaced").all();
    const [from, arrow, to] = await Promise.all(
      [words[0], edit.locator(".icon"), words[1]].map((one) => one.boundingBox()),
    );
    assert.ok(ARABIC.join().includes(await words[0].textContent()), "the words of the left first");
    assert.ok(from.x < arrow.x && arrow.x < to.x, `${from.x} ${arrow.x} ${to.x}`);
  }
  const jump = reader.page.locator(".jump-text").first();
  await jump.waitFor();
  assert.equal(await jump.evaluate((text) => getComputedStyle(text).fontSynthesisStyle), "none");
});

const HEBREW = [
  "צוללנים מצאו ביום שני את הפעמון של המעבורת הישנה ליד הרציף הצפוני.",
  "מנהל הנמל אמר כי הפעמון שוקל 40 ק״ג ונשמע בכל צהריים במשך 30 שנה.",
  "הפעמון ייתלה בבית העירייה החל מחודש מאי הקרוב לעיני תושבי העיר.",
];

/** Where words of a part of the page begin on the screen, in the order in which the words are given. */
const placesOf = (part, words) =>
  part.evaluate((element, words) => {
    const range = document.createRange();
    return words.map((word) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.indexOf(word);
        if (at < 0) continue;
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const { left, top } = range.getBoundingClientRect();
        return { left, top };
      }
      return null;
    });
  }, words);

for (const [script, lines, changes] of [
  [
    "Arabic",
    ARABIC,
    [
      ["أربعين كيلوغراما", "خمسين كيلوغراما"],
      ["ثلاثين سنة", "عشرين سنة"],
    ],
  ],
  [
    "Hebrew",
    HEBREW,
    [
      ["40 ק״ג", "50 ק״ג"],
      ["30 שנה", "20 שנה"],
    ],
  ],
]) {
  flow(`names the left before the right in short where the texts are ${script}`, async (reader) => {
    const text = lines.join("\n\n");
    await compared(
      reader,
      text,
      changes.reduce((all, [old, now]) => all.replace(old, now), text),
    );
    for (const part of [".in-short-text", ".findings"]) {
      for (const [old, now] of changes) {
        const [first, second] = await placesOf(
          reader.page.locator(part),
          [old, now].map((words) => words.split(" ")[0]),
        );
        assert.ok(first && second, `${part} names ${old} and ${now}`);
        assert.ok(
          first.top < second.top - 4 || first.left < second.left,
          `${part}: ${JSON.stringify([first, second])}`,
        );
      }
    }
    const cut = await reader.page.locator(".findings > .runs-left").evaluateAll((all) =>
      all.flatMap((one) => {
        const { firstChild: words } = one.querySelector("a, span");
        const range = document.createRange();
        range.selectNodeContents(words);
        const box = one.getBoundingClientRect();
        if (range.getBoundingClientRect().bottom <= box.bottom + 1) return [];
        const begin = words.data.search(/[\u05d0-\u06ff]/);
        range.setStart(words, begin);
        range.setEnd(words, begin + 1);
        const { left, right } = range.getBoundingClientRect();
        return [{ text: words.data, isSeen: left >= box.left && right <= box.right }];
      }),
    );
    assert.ok(cut.length > 0, "some findings are cut");
    for (const { text, isSeen } of cut) assert.ok(isSeen, `the beginning of the words in ${text}`);
  });
}

flow("shows a figure in Hebrew words on the side where they begin", async (reader) => {
  const text = HEBREW.join("\n\n").replace(" ק״ג", "");
  await compared(reader, text, text.replace("40", "50"));
  await reader.tab("Facts").click();
  const fact = reader.page.locator("li.fact").first();
  await fact.waitFor();
  const ends = await fact.evaluate((row) =>
    [".fact-value", ".fact-context"].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(row.querySelector(part));
      return range.getBoundingClientRect().right;
    }),
  );
  assert.ok(Math.abs(ends[0] - ends[1]) < 4, ends.join(" and "));
});

flow(
  "lets the paragraph begin beside the button that copies it, on a phone",
  async (reader) => {
    await reader.give(LAMP_LEFT, LAMP_RIGHT);
    await reader.waitFor("done");
    await reader.button("Read on").tap();
    const { x, width } = await reader.page.locator(".in-short-head svg").boundingBox();
    const left = await reader.page.locator(".in-short-text").evaluate((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getClientRects()[0].left;
    });
    assert.ok(left > x + width && left - x - width <= 12, `${left - x - width} pixels`);
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);

for (const width of [701, 800, 1440]) {
  flow(
    `lets rows begin under what is counted of them, ${width} pixels wide`,
    async (reader) => {
      await reader.give(LAMP_LEFT, LAMP_RIGHT);
      await reader.waitFor("done");
      await reader.tab("Side by side").click();
      for (const side of ["left", "right"]) {
        const [row, counted] = await Promise.all(
          [`.cell-${side} .cell-text`, `.summary-${side} .share`].map((part) =>
            reader.page.locator(part).first().boundingBox(),
          ),
        );
        assert.ok(Math.abs(row.x - counted.x) < 1, `${side}: ${row.x} under ${counted.x}`);
      }
    },
    { viewport: { width, height: 800 } },
  );
}

const ALIKE = "The harbour office of Port Vesh says in its report on the old lighthouse that";
const TITLED = [LAMP_LEFT, LAMP_RIGHT].map(({ name, text }, at) => ({
  name,
  text: text.replace(/^.*/, `${ALIKE} ${["the lamp burns again", "a light shines over the water"][at]}`),
}));

for (const width of [390, 701, 900, 1024, 1440, 1920]) {
  flow(
    `shows titles from their beginning, ${width} pixels wide`,
    async (reader) => {
      await reader.give(...TITLED);
      await reader.waitFor("done");
      const header = await reader.page.locator(".header").boundingBox();
      for (const [at, side] of ["left", "right"].entries()) {
        const picker = reader.page.locator(`.picker-${side}`);
        if (!(await picker.isVisible())) continue;
        const strong = picker.locator("strong");
        assert.equal(
          await strong.textContent(),
          TITLED[at].text.split("\n")[0],
          "the whole title, cut by its box",
        );
        const { lines, clamp } = await strong.evaluate((one) => {
          const style = getComputedStyle(one);
          return {
            lines: Math.round(one.clientHeight / Number.parseFloat(style.lineHeight)),
            clamp: style.webkitLineClamp,
          };
        });
        assert.deepEqual([lines, clamp], [2, "2"]);
        const [title, note] = [await strong.boundingBox(), await picker.locator(".note").boundingBox()];
        assert.ok(title.y >= header.y, "below the top of the page");
        assert.ok(note.y >= title.y + title.height - 1, "what else is known stands below the title");
        assert.ok(note.y + note.height <= header.y + header.height, "in the header");
      }
    },
    { viewport: { width, height: 900 } },
  );
}

const DATED = [LAMP_LEFT, LAMP_RIGHT].map(({ name, text }, at) => ({
  name,
  text: text.replace("\n", `\n\n${12 + at} September 2031\n`),
}));

for (const locale of ["en-GB", "de-DE"]) {
  for (const width of [320, 360, 390, 701, 720, 740, 760, 761, 800, 1024]) {
    flow(
      `has room for all lenses and the length of both articles, ${width} pixels wide, ${locale}`,
      async (reader) => {
        const { page } = reader;
        // The third is there for its button.
        await reader.give(...DATED, { name: "third.txt", text: LEFT });
        await reader.waitFor("done");
        const tabs = page.getByRole("tab");
        for (let at = 0; at < (await tabs.count()); at += 1) {
          await tabs.nth(at).click();
          const { over, cut } = await page.evaluate(() => {
            const parts = [...document.querySelectorAll(".lens, .picker-length, .menu > button")];
            const isCut = (part) => {
              const { left, right } = part.getBoundingClientRect();
              const box = part.closest(".picker-text, .header").getBoundingClientRect();
              return right > left && (left < box.left - 1 || right > box.right + 1);
            };
            return {
              over: document.documentElement.scrollWidth - innerWidth,
              cut: parts.filter(isCut).map((part) => part.textContent),
            };
          });
          assert.deepEqual({ over, cut }, { over: 0, cut: [] }, `lens ${at}`);
        }
        assert.ok((await page.locator(".picker-length").count()) === 2);
      },
      { viewport: { width, height: 800 }, locale },
    );
  }
}

for (const width of [1024, 1280, 1440, 1920]) {
  flow(
    `shows all columns of the matrix of six articles, ${width} pixels wide`,
    async (reader) => {
      const texts = [LAMP_LEFT, LAMP_RIGHT, LAMP_LEFT, LAMP_RIGHT, LAMP_LEFT, LAMP_RIGHT];
      await reader.give(
        ...texts.map(({ text }, at) => ({ name: `${at}.txt`, text: `${text}\n\nNumber ${at}.` })),
      );
      await reader.waitFor("done");
      await reader.page.keyboard.press("a");
      await reader.page.locator(".matrix-heads th").nth(6).waitFor();
      const { page } = reader;
      const over = await page.locator(".matrix").evaluate((box) => box.scrollWidth - box.clientWidth);
      assert.ok(over <= 0, `${over} pixels lie beyond the edge`);
      await page.locator(".likeness").last().click();
      await reader.waitFor("done");
      await page.keyboard.press("a");
      const open = await page
        .locator(".square[aria-current=true]")
        .evaluateAll((all) => all.map(({ dataset: { row, column } }) => `${+row + 1} × ${+column + 1}`));
      const told = (await page.locator(".matrix-told").textContent()).split(":")[0];
      assert.ok(open.includes(told), `the line tells of the open pair, ${open.join(" and ")}, not ${told}`);
      await reader.button("In short").click();
      await page.locator("[data-shorts] li").nth(14).waitFor();
      await page.keyboard.press("a");
      const [link, title] = await Promise.all(
        [".all-short .link", "#in-short"].map((part) => page.locator(part).boundingBox()),
      );
      assert.ok(Math.abs(link.x - title.x) < 1, `${link.x} under ${title.x}`);
    },
    { viewport: { width, height: 900 } },
  );
}

/** How much of the window is left to what is read. */
const readable = ({ page }) =>
  page.evaluate(() => {
    const lines = document.querySelector(".lines").getBoundingClientRect();
    const stage = document.querySelector(".stage").getBoundingClientRect();
    const top = Math.max(stage.top, lines.bottom);
    return (Math.min(stage.bottom, innerHeight) - top) / innerHeight;
  });

const LONG_TITLE = "A very long title of a report on ferries, ".repeat(23).trim();

for (const [width, height] of [
  [390, 844],
  [720, 560],
  [1024, 600],
  [1440, 900],
]) {
  flow(
    `leaves the larger part of the window to what is read, ${width} by ${height} pixels`,
    async (reader) => {
      await reader.give(LAMP_LEFT, LAMP_RIGHT);
      await reader.waitFor("done");
      const empty = Array.from({ length: 30 }, (_, at) => ({
        name: `file number ${at} of a folder.txt`,
        text: " ",
      }));
      await reader.give(...empty);
      // More than a few are one message with a folded list.
      await reader.says(/^30 files could not be read/);
      const article = ({ name, text }) => ({
        name,
        title: LONG_TITLE,
        titleGuessed: false,
        byline: null,
        outlet: null,
        date: null,
        text,
        lineOverrides: [],
      });
      const link = {
        format: "twicetold-pair",
        version: 1,
        made: "2031-05-12T10:00:00.000Z",
        view: "",
        articles: { left: article(LAMP_LEFT), right: article(LAMP_RIGHT) },
        options: {},
        verdicts: [],
        elsewhere: [],
      };
      await reader.page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `pair=${gzipSync(JSON.stringify(link)).toString("base64url")}`,
      );
      const asked = reader.page.locator(".asked");
      await asked.waitFor();
      assert.ok((await asked.textContent()).length < 400, "titles are named, not told");
      assert.ok((await readable(reader)) > 0.4, `${await readable(reader)} of the window`);
      await reader.page.evaluate(() => scrollTo(0, 600));
      assert.ok((await readable(reader)) > 0.4, "scrolled, too");
      const close = reader.button("Close these notes");
      await close.scrollIntoViewIfNeeded();
      await close.click();
      assert.equal(await close.count(), 0, "the end of what is said can be reached");
    },
    { viewport: { width, height } },
  );
}

flow(
  "shows every count on a phone, and copies the passage",
  async (reader) => {
    await reader.page.evaluate(() => {
      const writeText = async (text) => {
        window.copied = text;
      };
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    await reader.give(LAMP_LEFT, LAMP_RIGHT);
    await reader.waitFor("done");
    for (const lens of ["Shared", "Side by side", "Facts"]) {
      await reader.tab(lens).tap();
      const parts = await reader.page.locator(".part").filter({ visible: true }).all();
      assert.ok(parts.length >= 4, lens);
      for (const part of parts) {
        const { x, width } = await part.boundingBox();
        assert.ok(x >= 0 && x + width <= 390, `${lens}: ${await part.textContent()}`);
      }
    }
    await reader.tab("Shared").tap();
    await reader.page.locator(".column-left .badge-lane").first().tap();
    await reader.button("Copy passage").tap();
    await reader.says(/^Passage \d+ copied/);
    assert.match(await reader.page.evaluate(() => window.copied), /Port Vesh/);
    const tools = await reader.page.locator(".tray .icon-button").filter({ visible: true }).all();
    for (const tool of tools) {
      const { x, width } = await tool.boundingBox();
      assert.ok(x >= 0 && x + width <= 390);
    }
  },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
);

twins("says what was saved and what can be undone beside each other", async (reader, hand) => {
  await reader.give(LAMP_LEFT, LAMP_RIGHT);
  await reader.waitFor("done");
  await hand.open(reader, "left", 1);
  await hand.press(reader.button("Not a match"));
  await reader.button("Undo").waitFor();
  await reader.page.keyboard.press("c");
  await reader.says("Choose a passage first, then copy.");
  const [one, other] = await Promise.all(
    (await reader.page.locator(".said").all()).map((line) => line.boundingBox()),
  );
  assert.ok(one.y + one.height <= other.y, "one above the other");
  await hand.press(reader.button("Undo"));
});

for (const width of [320, 390, 447, 560, 690]) {
  flow(
    `keeps the parts of the panel of a passage apart, ${width} pixels wide`,
    async (reader) => {
      await reader.give(LAMP_LEFT, LAMP_RIGHT);
      await reader.waitFor("done");
      await reader.page.locator(".badge-lane").first().click();
      await reader.page.locator(".tray-steps").waitFor();
      const overlaps = await reader.page.locator(".tray-head").evaluate((head) => {
        // A line of text is as wide as its words, wherever its box ends.
        const boxes = [...head.children].map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          return [part.className, range.getBoundingClientRect()];
        });
        const isApart = (a, b) =>
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        return boxes.flatMap(([one, a], at) =>
          boxes.slice(at + 1).flatMap(([other, b]) => (a.width === 0 || isApart(a, b) ? [] : [[one, other]])),
        );
      });
      assert.deepEqual(overlaps, []);
    },
    { viewport: { width, height: 800 } },
  );
}
