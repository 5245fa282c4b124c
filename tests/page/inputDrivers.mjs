// Two hands that do the same: one points, the other uses keys alone. A flow that is walked by both is
// written once.

import assert from "node:assert/strict";

/** How many stops the focus may pass on its way to something. */
const FAR = 150;

/** The hand that points. */
export class Pointer {
  name = "pointer";

  constructor(page) {
    this.page = page;
  }

  /** The same hand on another page. */
  on(page) {
    return new Pointer(page);
  }

  /** Presses a button, a tab, a link. */
  async press(target) {
    await target.click();
  }

  /** Ticks or unticks a box, or chooses one of several. */
  async check(target, on = true) {
    await target.setChecked(on, { force: true });
  }

  /** Writes into a field, in place of what is there. */
  async write(target, text) {
    await target.click();
    await target.fill(text);
  }

  /** Chooses from a list. */
  async choose(target, label) {
    await target.selectOption({ label });
  }

  /** Brings articles onto the page. */
  async bring(reader, ...files) {
    await reader.drop(...files);
  }

  /** Pastes onto the page what has these types. */
  async paste(data) {
    await this.page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }, data);
  }

  /** Points at a passage. */
  async point(reader, side, number) {
    await reader.marks(side, number).first().hover();
  }

  /** Opens a passage from its mark in the text. */
  async open(reader, side, number) {
    await reader.page.locator(`mark[data-passage="${number}"][data-side="${side}"]`).first().click();
  }

  /** Moves a slider to a value. */
  async slide(target, value) {
    await target.fill(String(value));
  }
}

/** The hand that has keys only: it reaches everything by Tab and arrows. */
export class Keys {
  name = "keys";

  constructor(page) {
    this.page = page;
  }

  on(page) {
    return new Keys(page);
  }

  async press(target) {
    await this.reach(target);
    await this.page.keyboard.press("Enter");
  }

  async check(target, on = true) {
    await this.reach(target);
    if ((await target.isChecked()) !== on) await this.page.keyboard.press("Space");
    assert.equal(await target.isChecked(), on);
  }

  async write(target, text) {
    await this.reach(target);
    await this.page.keyboard.press("ControlOrMeta+a");
    if (text === "") await this.page.keyboard.press("Delete");
    else await this.page.keyboard.insertText(text);
  }

  async choose(target, label) {
    await this.reach(target);
    const labels = await target.locator("option").allTextContents();
    await this.page.keyboard.press("Home");
    for (let at = 0; at < labels.indexOf(label); at += 1) await this.page.keyboard.press("ArrowDown");
  }

  /** Keys cannot drop: they paste, one text after another. */
  async bring(_reader, ...files) {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    for (const { text } of files) {
      await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
      await this.page.keyboard.press("ControlOrMeta+v");
    }
  }

  /** Through the clipboard itself, as copied elsewhere. */
  async paste(data) {
    await this.page.evaluate((given) => {
      const give = (event) => {
        for (const [type, text] of Object.entries(given)) event.clipboardData.setData(type, text);
        event.preventDefault();
      };
      document.addEventListener("copy", give, { once: true });
    }, data);
    await this.page.keyboard.press("ControlOrMeta+c");
    await this.page.keyboard.press("ControlOrMeta+v");
  }

  async point(reader, side, number) {
    await this.reach(reader.page.locator(`.badge-lane[data-passage="${number}"][data-side="${side}"]`));
  }

  async open(reader, side, number) {
    await this.point(reader, side, number);
    await this.page.keyboard.press("Enter");
  }

  async slide(target, value) {
    await this.reach(target);
    await this.page.keyboard.press("Home");
    const least = Number(await target.inputValue());
    for (let at = least; at < value; at += 1) await this.page.keyboard.press("ArrowRight");
  }

  /** Brings the focus to something as a reader does: Tab from stop to stop, arrows where a stop has several. */
  async reach(target) {
    await target.waitFor({ state: "attached" });
    const element = await target.elementHandle();
    const passed = [];
    for (let at = 0; at < FAR; at += 1) {
      const here = await element.evaluate(whereIs);
      if (here.is === "there") return;
      passed.push(here.name);
      await this.page.keyboard.press(here.is === "group" ? here.key : "Tab");
    }
    assert.fail(
      `no key leads to ${await element.evaluate((one) => one.outerHTML.slice(0, 120))}: ${passed.slice(0, 40).join("; ")}`,
    );
  }
}

/** Runs in the page: whether an element has the focus, or something has it from which arrows lead there. */
function whereIs(element) {
  const focused = document.activeElement ?? document.body;
  const name = focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 20) ?? "";
  if (focused === element) return { is: "there", name };
  const tabs = element.closest("[role=tablist]");
  if (tabs?.contains(focused)) return { is: "group", key: "ArrowRight", name };
  const radio = element.matches("input[type=radio]") && focused.matches(`input[name="${element.name}"]`);
  if (radio) return { is: "group", key: "ArrowRight", name };
  const table = element.matches("[data-row][data-column]") && element.closest("table");
  if (table && focused.matches("[data-row][data-column]") && table.contains(focused)) {
    const [down, right] = ["row", "column"].map((way) => element.dataset[way] - focused.dataset[way]);
    if (down !== 0) return { is: "group", key: down > 0 ? "ArrowDown" : "ArrowUp", name };
    return { is: "group", key: right > 0 ? "ArrowRight" : "ArrowLeft", name };
  }
  const sheet = element.matches(".badge-lane") && element.closest(".sheet");
  if (sheet && focused.matches(".badge-lane") && sheet.contains(focused)) {
    const follows = focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return { is: "group", key: follows ? "ArrowDown" : "ArrowUp", name };
  }
  return { is: "elsewhere", name };
}
