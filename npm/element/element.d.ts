import type { Comparison, Options } from "../twicetold.js";

/** `<twice-told left="#a" right="#b">`: the comparison of two texts. Importing the module defines it. */
export class TwiceTold extends HTMLElement {
  /** A CSS selector of the element whose text is on the left. Reflects the attribute. */
  left: string | null;
  /** A CSS selector of the element whose text is on the right. Reflects the attribute. */
  right: string | null;
  /** The text on the left, in place of an element's. Null if none is set. */
  leftText: string | null;
  /** The text on the right, in place of an element's. Null if none is set. */
  rightText: string | null;
  /** The options of `compare`. An object that is changed needs `refresh`. */
  options: Options;
  /** What was found. Null before the first comparison and after one that failed. */
  readonly comparison: Comparison | null;
  /** Reads both texts and compares them anew. Needed when the text of an element has changed. */
  refresh(): Promise<Comparison>;
  addEventListener<K extends keyof TwiceToldEventMap>(
    type: K,
    listener: (this: TwiceTold, event: TwiceToldEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What the element tells beside the events of all elements. Neither bubbles. */
export interface TwiceToldEventMap extends HTMLElementEventMap {
  compared: CustomEvent<Comparison>;
  failed: CustomEvent<Error>;
}

declare global {
  interface HTMLElementTagNameMap {
    "twice-told": TwiceTold;
  }
}
