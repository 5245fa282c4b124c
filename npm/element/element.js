// <twice-told left="#a" right="#b">: the comparison of two texts inside any page.

import init, { compare } from "../twicetold.js";
import { draw, drawProblem } from "./draw.js";
import { sheet } from "./style.js";
import { textOf } from "./text.js";
import { languageAt, wordsOf } from "./words.js";

const SIDES = ["left", "right"];
const PROPERTIES = ["leftText", "rightText", "options"];

/** Where there are no elements, as on a server, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? class {};

export class TwiceTold extends Base {
  static observedAttributes = ["left", "right", "left-name", "right-name", "lang"];

  #texts = { left: null, right: null };
  #options = {};
  #comparison = null;
  #pending = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    root.addEventListener("click", (event) => this.#follow(event));
  }

  connectedCallback() {
    // What was set before the element was defined hides the properties of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.refresh().catch(() => {});
  }

  attributeChangedCallback() {
    this.#changed();
  }

  get left() {
    return this.getAttribute("left");
  }

  set left(selector) {
    this.#reflect("left", selector);
  }

  get right() {
    return this.getAttribute("right");
  }

  set right(selector) {
    this.#reflect("right", selector);
  }

  get leftText() {
    return this.#texts.left;
  }

  set leftText(text) {
    this.#set("left", text);
  }

  get rightText() {
    return this.#texts.right;
  }

  set rightText(text) {
    this.#set("right", text);
  }

  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = options ?? {};
    this.#changed();
  }

  get comparison() {
    return this.#comparison;
  }

  /** Reads both texts and compares them anew. Calls in one go are one comparison. */
  refresh() {
    this.#pending ??= Promise.resolve().then(() => this.#compare());
    return this.#pending;
  }

  #changed() {
    if (this.isConnected) this.refresh().catch(() => {});
  }

  #set(side, text) {
    this.#texts[side] = text === null || text === undefined ? null : String(text);
    this.#changed();
  }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  async #compare() {
    this.setAttribute("aria-busy", "true");
    try {
      await Promise.all([init(), parsed(this.ownerDocument)]);
      // What is set from here on asks for another comparison.
      this.#pending = null;
      this.#show();
      this.dispatchEvent(new CustomEvent("compared", { detail: this.#comparison }));
      return this.#comparison;
    } catch (error) {
      this.#pending = null;
      this.#comparison = null;
      this.shadowRoot.replaceChildren(drawProblem(error.message));
      this.dispatchEvent(new CustomEvent("failed", { detail: error }));
      throw error;
    } finally {
      if (!this.#pending) this.removeAttribute("aria-busy");
    }
  }

  #show() {
    const language = languageAt(this);
    const words = wordsOf(language);
    this.#isTwo(words);
    const [left, right] = SIDES.map((side) => this.#read(side, words));
    this.#comparison = compare(left.text, right.text, { language, ...this.#options });
    const shown = {
      comparison: this.#comparison,
      texts: { left: left.text, right: right.text },
      names: { left: left.name, right: right.name },
      languages: { left: left.language, right: right.language },
      words,
      isLegendOpen: this.shadowRoot.querySelector("details")?.open ?? true,
    };
    this.shadowRoot.replaceChildren(draw(shown));
  }

  /** A side's text, what it is called, and its language if the page says so. */
  #read(side, words) {
    const given = this.getAttribute(`${side}-name`);
    const text = this.#texts[side];
    if (text !== null) return { text, name: given ?? words[side], language: null };
    const found = this.#find(side, words);
    const name = given ?? found.getAttribute("aria-label") ?? words[side];
    return { text: textOf(found), name, language: found.closest("[lang]")?.lang || null };
  }

  /** The element that the selector of a side finds. */
  #find(side, words) {
    const selector = this.getAttribute(side)?.trim();
    if (!selector) throw new Error(words.nothing(side));
    let found;
    try {
      found = this.getRootNode().querySelector(selector) ?? this.ownerDocument.querySelector(selector);
    } catch {
      throw new Error(words.invalid(side, selector));
    }
    if (!found) throw new Error(words.missing(side, selector));
    return found;
  }

  /** Refuses two selectors that find one element. */
  #isTwo(words) {
    if (SIDES.some((side) => this.#texts[side] !== null)) return;
    const [left, right] = SIDES.map((side) => this.#find(side, words));
    if (left === right) throw new Error(words.same(this.left.trim(), this.right.trim()));
  }

  /** Goes to the other place of a sentence that moved. */
  #follow(event) {
    const button = event.target.closest?.("[data-goes]");
    const row = button && this.shadowRoot.querySelector(`[data-row="${button.dataset.goes}"]`);
    if (!row) return;
    row.tabIndex = -1;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true, focusVisible: true });
  }
}

/** Resolves when the elements of the document are there to be found. */
function parsed(document) {
  if (document.readyState !== "loading") return null;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

if (globalThis.customElements && !customElements.get("twice-told"))
  customElements.define("twice-told", TwiceTold);
