// Texts of 100,000 words: few elements at a time, and yet the whole text to find, to copy, to print and to reach.

import assert from "node:assert/strict";
import { pair } from "../../benches/texts.mjs";
import { flow, twins } from "./page.mjs";

/** What a document has at most, whatever is compared. */
const MOST_ELEMENTS = 5000;

const NEEDLES = ["Quillwort", "Zanthoxyl"];

/** Two texts of so many words; the last sentence of each has a word that stands nowhere else. */
function texts(words = 100_000, shape = "Edited") {
  return pair(shape, words).map((text, at) => `${text}\n\nAt the very end came ${NEEDLES[at]} quietly.`);
}

async function compared(reader, [left, right] = texts()) {
  await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
  await reader.waitFor("done");
  return [left, right];
}

const elements = (reader) => reader.page.evaluate(() => document.querySelectorAll("*").length);

/** Waits until nothing has been drawn for a while. */
const still = (reader) =>
  reader.page.evaluate(
    () =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, 150);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 150);
        }).observe(document, { subtree: true, childList: true });
      }),
  );

/** Sentences of a text with white space made one space, and how often each stands there. */
function sentencesOf(text) {
  const found = new Map();
  for (const one of text.replace(/\s+/g, " ").split(/(?<=\.) /)) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

/** Sentences of texts that a whole does not have, or not as often. */
function missing(whole, texts) {
  const flat = whole.replace(/\s+/g, " ");
  const found = sentencesOf(flat);
  return [...sentencesOf(texts.join("\n\n"))].filter(
    ([sentence, count]) => (found.get(sentence) ?? 0) < count && flat.split(sentence).length - 1 < count,
  );
}

const LENSES = ["shared", "sidebyside", "onlyinone", "facts"];

async function look(reader, lens) {
  await reader.page.keyboard.press(String(LENSES.indexOf(lens) + 1));
  await reader.page.waitForSelector(`#lens-${lens}[aria-selected=true]`);
  await still(reader);
}

const scroll = (reader, share) =>
  reader.page.evaluate((part) => {
    const scroller = document.querySelector(".column-left, .rows, .facts");
    scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight);
  }, share);

for (const [name, bend] of [
  ["in paragraphs", (text) => text],
  ["in one paragraph", (text) => text.replace(/\s+/g, " ")],
  // An article may have 50,000 lines.
  ["three words a line", (text) => text.replace(/(\S+)\s+(\S+)\s+(\S+)\s+/g, "$1 $2 $3\n")],
]) {
  flow(`has few elements at a time, 100,000 words ${name}`, async (reader) => {
    await compared(reader, texts().map(bend));
    await still(reader);
    for (const lens of LENSES) {
      await look(reader, lens);
      for (const share of [0.3, 1]) {
        await scroll(reader, share);
        await still(reader);
        const count = await elements(reader);
        assert.ok(count <= MOST_ELEMENTS, `${count} elements in ${lens} at ${share}`);
      }
    }
  });
}

flow("keeps in its place what is read while the reader scrolls up", async (reader) => {
  await compared(reader);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    await scroll(reader, 0.6);
    await still(reader);
    const moves = await reader.page.evaluate(scrollUp);
    assert.equal(moves.length, 60);
    for (const by of moves) assert.ok(Math.abs(by - 60) < 2, `${lens}: ${moves}`);
  }
});

/** Runs in the page: scrolls up by 60 pixels sixty times, and says how far what is in the middle moved each time. */
async function scrollUp() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const scroller = document.querySelector(".column-left, .rows");
  const moves = [];
  for (let at = 0; at < 60; at += 1) {
    const box = scroller.getBoundingClientRect();
    const point = [box.left + 150, box.top + box.height * 0.4];
    const one = document.elementFromPoint(...point).closest("p, h2, h3, .row, .block");
    const { top } = one.getBoundingClientRect();
    scroller.scrollTop -= 60;
    await frame();
    await frame();
    moves.push(Math.round(one.getBoundingClientRect().top - top));
  }
  return moves;
}

flow("stays in every lens where the reader was in the one before", async (reader) => {
  await compared(reader);
  await scroll(reader, 0.4);
  await still(reader);
  const offset = () =>
    reader.page.evaluate(() => {
      const scroller = document.querySelector(".column-left, .rows");
      const box = scroller.getBoundingClientRect();
      const under = document.elementFromPoint(box.left + 150, box.top + box.height * 0.3);
      const one = under.closest(".para, .row, .block");
      return Number((one.matches("[data-from]") ? one : one.querySelector("[data-from]")).dataset.from);
    });
  const first = await offset();
  assert.ok(first > 100_000, String(first));
  for (const lens of ["onlyinone", "sidebyside", "shared"]) {
    await look(reader, lens);
    const now = await offset();
    assert.ok(Math.abs(now - first) < 3000, `${lens}: ${now}, not ${first}`);
  }
});

flow("draws what is in sight with its marks, wherever the reader scrolls to", async (reader) => {
  await compared(reader);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    for (const share of [0.9, 1, 0.4]) {
      await scroll(reader, share);
      await still(reader);
      const bare = await reader.page.evaluate(
        () =>
          [...document.querySelectorAll(".is-far")].filter((one) => {
            const scroller = one.closest(".column, .rows, .panel-body").getBoundingClientRect();
            const { top, bottom } = one.getBoundingClientRect();
            return bottom > scroller.top + 1 && top < scroller.bottom - 1;
          }).length,
      );
      assert.equal(bare, 0, `${lens} at ${share}`);
    }
  }
});

flow("draws articles of usual size whole", async (reader) => {
  await compared(reader, texts(3000));
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    assert.equal(await reader.page.locator(":is(.column, .rows) .is-far").count(), 0, lens);
    assert.ok((await elements(reader)) <= MOST_ELEMENTS);
  }
});

flow("selects and copies the whole text", async (reader) => {
  const all = await compared(reader);
  await reader.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    await reader.page.keyboard.press("ControlOrMeta+a");
    await reader.page.keyboard.press("ControlOrMeta+c");
    const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
    assert.deepEqual(missing(copied, all), [], lens);
    await reader.page.evaluate(() => getSelection().removeAllRanges());
    assert.ok((await elements(reader)) <= MOST_ELEMENTS);
  }
});

twins("finds words at the far end, and shows them", async (reader, hand) => {
  await compared(reader);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    await reader.page.keyboard.press("/");
    await hand.write(reader.page.getByRole("searchbox", { name: "Find in both articles" }), NEEDLES[1]);
    await reader.page.waitForFunction((wanted) => {
      const [hit] = CSS.highlights.get("hit-here") ?? [];
      const element = hit?.startContainer.parentElement;
      const { top, bottom } = hit?.getBoundingClientRect() ?? {};
      return String(hit) === wanted && !element.closest(".is-far") && top > 100 && bottom < innerHeight;
    }, NEEDLES[1]);
    await reader.page.keyboard.press("Escape");
  }
});

flow("is searched to its end by the browser", async (reader) => {
  await compared(reader);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    for (const needle of NEEDLES) {
      assert.ok(await reader.page.evaluate((wanted) => window.find(wanted, true, false, true), needle), lens);
    }
    await reader.page.evaluate(() => getSelection().removeAllRanges());
  }
});

flow("prints the whole with its marks, and draws little again afterwards", async (reader) => {
  await compared(reader, texts(20_000));
  const passages = Number(
    await reader.page.locator("#lens-shared .note, #lens-shared span").last().textContent(),
  );
  for (const lens of ["shared", "sidebyside"]) {
    await look(reader, lens);
    // After the page's own listeners, which draw.
    await reader.page.evaluate(() => {
      const look = () => {
        window.onPaper = {
          text: document.querySelector(".columns, .rows").textContent,
          rows: document.querySelectorAll("[data-row]").length,
          far: document.querySelectorAll(":is(.column, .rows) .is-far").length,
          marks: new Set([...document.querySelectorAll("mark")].map((mark) => mark.dataset.passage)).size,
        };
      };
      addEventListener("beforeprint", look, { once: true });
    });
    await reader.page.pdf();
    await still(reader);
    const paper = await reader.page.evaluate(() => window.onPaper);
    assert.equal(paper.far, 0);
    for (const needle of NEEDLES) assert.ok(paper.text.includes(needle), lens);
    if (lens === "shared")
      assert.ok(passages > 100 && paper.marks >= passages, `${paper.marks} of ${passages}`);
    else assert.ok(paper.rows > 500, `${paper.rows} rows`);
    assert.ok((await elements(reader)) <= MOST_ELEMENTS);
  }
});

/** Whether the number of a passage is in sight on a side, and how high it stands. */
const heightOf = (reader, side, number) =>
  reader.page.evaluate(
    ([where, which]) => {
      const column = document.querySelector(`.column-${where}`).getBoundingClientRect();
      const mark = document.querySelector(`.column-${where} mark[data-passage="${which}"]`);
      const top = mark?.getClientRects()[0]?.top ?? -1;
      return top > column.top && top < column.bottom ? top : null;
    },
    [side, number],
  );

twins("jumps to the last passage and back, level on both sides", async (reader) => {
  await compared(reader);
  await still(reader);
  for (const key of ["p", "n"]) {
    await reader.page.keyboard.press(key);
    await reader.page.waitForTimeout(600);
    await still(reader);
    const number = await reader.page.locator(".tray .badge").first().textContent();
    const [left, right] = [await heightOf(reader, "left", number), await heightOf(reader, "right", number)];
    assert.ok(left !== null && right !== null, `passage ${number} is in sight`);
    assert.ok(Math.abs(left - right) < 3, `passage ${number} at ${left} and ${right}`);
    await reader.page.locator(".entries .entry[aria-current=true]").waitFor();
  }
});

twins(
  "leads with the arrows from number to number through the whole, and keeps the focus",
  async (reader, hand) => {
    await compared(reader);
    await still(reader);
    await hand.reach?.(reader.page.locator(".column-left .badge-lane").first());
    if (!hand.reach) await reader.page.locator(".column-left .badge-lane").first().focus();
    const seen = [];
    for (let at = 0; at < 150; at += 1) {
      await reader.page.keyboard.press("ArrowDown");
      seen.push(
        await reader.page.evaluate(
          () => document.activeElement.dataset.passage ?? document.activeElement.outerHTML.slice(0, 99),
        ),
      );
    }
    const start = await reader.page.evaluate(() => document.querySelector(".column-left").scrollTop);
    assert.ok(start > 2000, `scrolled to ${start}`);
    assert.equal(new Set(seen).size, 150, "each is another");
  },
);

flow("goes up the list from its first entry to what stands above, not to its end", async (reader) => {
  await compared(reader);
  await still(reader);
  const entries = reader.page.locator(".entries .entry");
  await entries.first().focus();
  const place = () =>
    reader.page.evaluate(() =>
      [...document.querySelectorAll(".panel button, .panel input")].indexOf(document.activeElement),
    );
  const first = await place();
  await reader.page.keyboard.press("ArrowUp");
  assert.ok((await place()) <= first, "not to an entry further down");
  for (let at = 0; at < 5; at += 1) await reader.page.keyboard.press("ArrowUp");
  const top = await place();
  assert.ok(top <= first);
  await reader.page.keyboard.press("ArrowUp");
  assert.equal(await place(), top, "the top is the end");
});

/** A word that a text has here and there. */
function wordOf(text) {
  const counts = new Map();
  for (const [word] of text.matchAll(/\b[a-z]{4,}\b/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= 10 && count <= 100)[0];
}

flow("marks what was found, also where the bare text stands", async (reader) => {
  const all = await compared(reader, texts(30_000));
  const word = wordOf(all[0]);
  for (const lens of ["shared", "sidebyside", "onlyinone"]) {
    await look(reader, lens);
    await reader.page.keyboard.press("/");
    await reader.page.waitForFunction(() => document.activeElement?.matches("[type=search]"));
    await reader.page.keyboard.insertText(word);
    await reader.page.waitForFunction(() => (CSS.highlights.get("hit")?.size ?? 0) > 5);
    await still(reader);
    const found = await reader.page.evaluate((wanted) => {
      const all = [...CSS.highlights.get("hit"), ...CSS.highlights.get("hit-here")];
      const isFar = ({ startContainer }) => startContainer.parentElement.closest(".is-far") !== null;
      return {
        all: all.length,
        far: all.filter(isFar).length,
        wrong: all.map(String).filter((words) => words.replace(/\s+/g, " ").toLowerCase() !== wanted),
        told: document
          .querySelector(".find-counts")
          .textContent.match(/of ([\d,]+)/)?.[1]
          .replace(",", ""),
      };
    }, word);
    assert.ok(found.far > 0, `${lens}: some stand far from sight`);
    assert.deepEqual(found.wrong, [], lens);
    assert.equal(found.all, Number(found.told), `${lens}: all that are counted are marked`);
    await reader.page.keyboard.press("Escape");
  }
});

/** Two texts whose sentences are moved and edited one by one: so many passages that their numbers have four digits. */
function manyPassages() {
  const word = (at, salt) => `w${((at * 7919 + salt * 104_729) % 99_991).toString(36)}`;
  const sentence = (at, end) =>
    `The ${word(at, 1)} of ${word(at, 2)} and the ${word(at, 3)} near ${word(at, 4)} came to ${word(at, 5)} ${end}.`;
  const side = (own) =>
    Array.from(
      { length: 1300 },
      (_, at) =>
        `${sentence(at, "early")} ${word(at, own)} ${word(at, own + 1)} ${word(at, own + 2)} ${word(at, own + 3)} was ${word(at, own + 4)}.`,
    );
  const [left, right] = [side(10), side(20)];
  // The last hundred come in another order, so that their numbers have arrows.
  return [left, [...right.slice(0, 1200), ...right.slice(1200).reverse()]].map((all) => all.join("\n\n"));
}

flow("keeps numbers of four digits out of the text", async (reader) => {
  await compared(reader, manyPassages());
  for (const [lens, share] of [
    ["shared", 0.85],
    ["shared", 1],
    ["sidebyside", 0.85],
  ]) {
    await look(reader, lens);
    await scroll(reader, share);
    await still(reader);
    const wrong = await reader.page.evaluate(() => {
      const box = (one) => one.getBoundingClientRect();
      const all = [...document.querySelectorAll(".badge-lane, .row-number .badge")].filter(
        (one) => Number.parseInt(one.textContent, 10) > 999,
      );
      const reach = all.map((badge) => {
        const holder = badge.closest(".para, .row-number");
        if (holder.matches(".row-number")) return box(badge).width - box(holder).width;
        const style = getComputedStyle(holder);
        return badge.dataset.side === "left"
          ? box(holder).right - Number.parseFloat(style.paddingRight) - box(badge).left
          : box(badge).right - box(holder).left - Number.parseFloat(style.paddingLeft);
      });
      return { count: all.length, most: Math.max(...reach) };
    });
    assert.ok(wrong.count > 0, `${lens}: numbers of four digits`);
    assert.ok(wrong.most <= 0, `${lens}: ${wrong.most} pixels too far`);
  }
});
