// Every lens, dialog and state, looked at by axe in both themes, wide and on a phone, and what is there to
// be touched is large enough.

import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { isNotMarked, keptIs, putRecord, setMark } from "./kept.mjs";
import { flow, require } from "./page.mjs";
import { LAMP_LEFT, LAMP_RIGHT, LEFT, RIGHT, STRANGER, THIRD } from "./texts.mjs";

const axe = require("axe-core");

/** What axe finds wrong, one line each. */
async function findings(reader) {
  const { page } = reader;
  // A glide or a fade would be looked at halfway.
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, { rules, resultTypes: ["violations"] });
    // What a box lies over in part is pressed when the box has closed.
    const isUnder = ({ failureSummary }) =>
      document.querySelector(".popup") && failureSummary.includes("partially obscured");
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !isUnder(node))
        .map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`),
    );
  });
}

/** Controls whose touch target, the space around them that is theirs included, is less than 44 px high. */
const smallTargets = (reader) =>
  reader.page.evaluate(() => {
    const controls = "button, select, summary, input:not([type=file]), label.check, .segments label";
    const isOwn = (one) => one.closest("label") && one.matches("input");
    return [...document.querySelectorAll(controls)].flatMap((one) => {
      if (isOwn(one) || !one.checkVisibility({ visibilityProperty: true })) return [];
      const { height, width } = one.getBoundingClientRect();
      const around = getComputedStyle(one, "::before");
      const more = around.position === "absolute" ? -2 * Number.parseFloat(around.top || "0") : 0;
      const target = height + Math.max(0, more || 0);
      return width > 2 && target < 43.5 ? [`${Math.round(target)} px: ${one.outerHTML.slice(0, 90)}`] : [];
    });
  });

/** The states of the page, and how a reader comes to each from the one before. */
const STATES = [
  ["start", async () => {}],
  ["help over the start", (reader) => reader.page.keyboard.press("?")],
  [
    "a file that cannot be read",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.give({ name: "paper.pdf", bytes: Buffer.from("%PDF-1.7") });
      await reader.waitFor("error");
    },
  ],
  [
    "one article",
    async (reader) => {
      await reader.give(LEFT);
      await reader.waitFor("ready");
    },
  ],
  [
    "nothing shared",
    async (reader) => {
      await reader.give(STRANGER);
      await reader.waitFor("done");
    },
  ],
  [
    "shared",
    async (reader) => {
      await reader.give(RIGHT);
      await reader.waitFor("done");
      await reader.marks("left").first().waitFor({ state: "attached" });
    },
  ],
  ["a passage", (reader) => reader.page.keyboard.press("n")],
  ["another passage, moved", (reader) => reader.page.keyboard.press("n")],
  [
    "not a match",
    async (reader) => {
      await reader.button("Not a match").click();
      await reader.button("Undo").waitFor();
    },
  ],
  [
    "find",
    async (reader) => {
      await reader.button("Undo").click();
      await reader.page.keyboard.press("/");
      await reader.page.getByRole("searchbox").fill("the crane");
    },
  ],
  [
    "changes",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.tab("Side by side").click();
    },
  ],
  ["a row", (reader) => reader.page.keyboard.press("n")],
  ["left out", (reader) => reader.tab("Only in one").click()],
  ["a stretch", (reader) => reader.page.keyboard.press("n")],
  ["facts", (reader) => reader.tab("Facts").click()],
  ["a fact", (reader) => reader.page.keyboard.press("n")],
  [
    "the list with its filter",
    async (reader) => {
      await reader.tab("Shared").click();
      await reader.page.keyboard.press("f");
      await reader.page.getByRole("slider").waitFor();
    },
  ],
  [
    "the menu",
    async (reader) => {
      await reader.page.keyboard.press("l");
      await reader.button("More").click();
    },
  ],
  [
    "the choice of articles",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.give(THIRD);
      await reader.waitFor("done");
      await reader.page.locator(".picker-button:visible").first().click();
    },
  ],
  [
    "pasting",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.page.locator(".picker-button:visible").first().click();
      await reader.page.locator(".choice").getByRole("button", { name: "Add article" }).click();
      await reader.page.getByRole("dialog").waitFor();
    },
  ],
  [
    "editing",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.button("Edit this article").first().click();
      await reader.page.getByLabel("Text of the article").waitFor();
    },
  ],
  [
    "help",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.page.keyboard.press("?");
      await reader.page.getByRole("dialog").waitFor();
    },
  ],
  [
    "licences",
    async (reader) => {
      await reader.button("Licences").click();
      await reader.page.getByRole("textbox", { name: "Licences" }).waitFor();
    },
  ],
  [
    "the ways out",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.button("More").click();
      await reader.button("Save, send, print…").click();
      await reader.page.getByRole("dialog").waitFor();
    },
  ],
  [
    "the bookmarklet",
    async (reader) => {
      await reader.page.keyboard.press("Escape");
      await reader.button("More").click();
      await reader.button("Add a browser bookmark…").click();
      await reader.page.getByRole("dialog").waitFor();
    },
  ],
];

/** States of a pair in which something is repeated, something moved, and something was refused. */
const REPEATED = [
  [
    "a copy",
    async (reader) => {
      await reader.give(LAMP_LEFT, LAMP_RIGHT);
      await reader.waitFor("done");
      await reader.page.locator(".badge-copy").waitFor();
    },
  ],
  ["what it repeats", (reader) => reader.page.locator(".badge-copy").click()],
  [
    "what was refused",
    async (reader) => {
      await reader.button("Not a match").click();
      await reader.page.getByText("is not a match.").waitFor({ state: "attached" });
    },
  ],
  [
    "rows that moved or repeat something",
    async (reader) => {
      await reader.page.keyboard.press("Control+z");
      await reader.tab("Side by side").click();
      await reader.page.locator(".row-repeated").waitFor();
    },
  ],
];

const WIDE = { viewport: { width: 1440, height: 900 } };
const MEDIUM = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What is said of things that are kept, sent or taken away. */
const KEPT = [
  [
    "a question about a page that was sent",
    async ({ page }) => {
      const sent = { html: "<title>Sent</title><p>Text.</p>", address: "", selection: false };
      const packed = gzipSync(JSON.stringify(sent)).toString("base64url");
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `page=${packed}`);
      await page
        .getByText(/^A web page was sent here/)
        .first()
        .waitFor();
    },
  ],
  [
    "all articles closed",
    async (reader) => {
      await reader.button("Not now").click();
      await reader.give(LEFT, RIGHT);
      await reader.waitFor("done");
      await keptIs(reader, ({ articles }) => articles.length === 2);
      await reader.button("More").click();
      await reader.button("Close all articles").click();
      await reader.says("2 articles closed");
    },
  ],
  [
    "a record that is not brought back",
    async (reader) => {
      await reader.button("Undo").click();
      const record = await keptIs(reader, ({ articles }) => articles.length === 2);
      await putRecord(reader, { ...record, options: null });
      await setMark(reader, "restoring", "1");
      await reader.page.reload();
      await reader.button("Bring it back").waitFor();
    },
  ],
  [
    "a record of which something is left out",
    async (reader) => {
      await reader.button("Bring it back").click();
      await reader.button("Save it as it was").waitFor();
    },
  ],
  [
    "a page that cannot be drawn",
    async (reader) => {
      reader.watch.expect(/broken on purpose/);
      await reader.page.waitForFunction(isNotMarked, "restoring");
      await reader.page.addInitScript(() => {
        Intl.NumberFormat = class {
          constructor() {
            throw new Error("broken on purpose");
          }
        };
      });
      await reader.page.reload();
      await reader.button("Start without what was kept").waitFor();
    },
  ],
];

/** Lines of the page above an article. */
const PAGE_LINES =
  "Home | News | Sport | Weather | Contact us\nPublished on 3 March 2031, updated 5 March 2031 at 09:41\nShare | Print | Save for later\n";

/** Words edited in lines of the page, in one of which they stand beside others on a tint. */
const EDITED_LINES = [
  [
    "words that differ in a line of the page",
    async (reader) => {
      const [left, right] = [LEFT, RIGHT].map(({ text }) => text.split("\n\n"));
      left.push("Share this article on all of the networks", "Subscribe to our newsletter");
      right.push("Follow us on all of the networks", "Subscribe to the newsletter");
      await reader.give(
        { name: "left.txt", text: left.join("\n\n") },
        { name: "right.txt", text: right.join("\n\n") },
      );
      await reader.waitFor("done");
      await reader.tab("Side by side").click();
      await reader.page.locator(".clutter .word-replaced").first().waitFor();
    },
  ],
  [
    "the same in one column",
    async (reader) => {
      await reader.button("More").click();
      await reader.page.getByLabel("Side by side in one column").check();
      await reader.page.keyboard.press("Escape");
      await reader.page.locator(".rows.is-inline").waitFor();
    },
  ],
];

/** What is said of all articles, and how the rows of two are drawn. */
const ALL = [
  [
    "articles that came to a comparison, and folded lines of the page",
    async (reader) => {
      await reader.give({ ...LEFT, text: `${PAGE_LINES}${LEFT.text}` }, RIGHT);
      await reader.waitFor("done");
      await reader.page.locator(".page-lines").first().waitFor();
      await reader.give(THIRD, STRANGER);
      await reader.page.locator(".arrived").waitFor();
    },
  ],
  [
    "one column with the edits in place",
    async (reader) => {
      await reader.button("More").click();
      await reader.page.getByLabel("Side by side in one column").check();
      await reader.page.keyboard.press("Escape");
      await reader.tab("Side by side").click();
      await reader.page.locator(".rows.is-inline").waitFor();
    },
  ],
  ["lines of the page, unfolded", (reader) => reader.page.locator(".rows .page-lines").click()],
  [
    "all pairs in short",
    async (reader) => {
      await reader.page.keyboard.press("a");
      await reader.page.getByRole("button", { name: "In short", exact: true }).click();
      await reader.page.locator("[data-shorts] li").first().waitFor();
    },
  ],
  [
    "who says what",
    async (reader) => {
      await reader.page.getByRole("button", { name: "Who says what" }).click();
      await reader.page.locator("[data-statements]").waitFor();
    },
  ],
  [
    "quotations",
    async (reader) => {
      await reader.page.getByRole("button", { name: "Quotations" }).click();
      await reader.page.locator("[data-quotations]").waitFor();
    },
  ],
];

for (const [where, settings] of Object.entries({ wide: WIDE, "at 1024": MEDIUM, "on a phone": PHONE })) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [what, states] of Object.entries({
      "": STATES,
      ", with copies": REPEATED,
      ", of what is kept": KEPT,
      ", of all articles": ALL,
      ", of lines of the page": EDITED_LINES,
    })) {
      flow(
        `is open to all, ${where}, ${colorScheme}${what}`,
        async (reader) => {
          const found = [];
          for (const [state, come] of states) {
            await come(reader);
            for (const line of await findings(reader)) found.push(`${state}: ${line}`);
            if (settings !== PHONE) continue;
            for (const line of await smallTargets(reader)) found.push(`${state}: target of ${line}`);
          }
          assert.equal(found.join("\n"), "");
        },
        { ...settings, colorScheme, reducedMotion: "reduce" },
      );
    }
  }
}
