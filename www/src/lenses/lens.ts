import { type ReadonlySignal, useSignalEffect } from "@preact/signals";
import type { FunctionComponent } from "preact";
import type { LensName } from "../i18n";
import type { Passage, Span } from "../model/comparison";
import type { Side } from "../model/side";
import { lens as inUse } from "../store/lens";
import { choiceIn, neighbour } from "../store/selection";

/** One way to look at a comparison. */
export interface Lens {
  /** Its folder, what an address calls it, and the key of its label in the catalogues. */
  name: LensName;
  /** How many things it shows: stands beside its label. */
  count: ReadonlySignal<number>;
  View: FunctionComponent;
  /** What stands over each side. */
  Summary: FunctionComponent<{ side: Side }>;
  /** What stands beside the view; null when the view is a list itself. */
  List: FunctionComponent | null;
  /** What stands under the view while an item is chosen. */
  Detail: FunctionComponent | null;
  /** What N and P step through, in order: the items as `choiceIn` counts them. */
  items: ReadonlySignal<readonly number[]>;
  /** Chooses one of them, or none, and tells those who listen. */
  select(item: number | null): void;
  /** Whether each side is a column of its own: they scroll apart, a phone shows one, an article is edited in its column. */
  apart: boolean;
  /** Whether the articles stand in it from the first line to the last, so that what is found can be shown. */
  whole: boolean;
  /** Whether the view can stand before there is a comparison. */
  early: boolean;
  /** The passage that belongs to what is chosen; what is copied is that. */
  passage(): Passage | null;
  /** Finds out, while nothing else is to be done, what its first view takes long to find out. */
  prepare?(): void;
  /** The quotation that is chosen, where the items are such. */
  quotation?(): Record<Side, Span> | null;
}

/** Chooses the next or the previous item, round at the ends. */
export function step(lens: Lens, by: 1 | -1): void {
  lens.select(neighbour(lens.items.value, choiceIn(lens.name).item.value, by));
}

/** Brings each item that is chosen in a lens into sight, in the next frame, while that lens is looked at. */
export function useChosen(name: LensName, bring: (item: number) => void): void {
  useSignalEffect(() => {
    const item = choiceIn(name).item.value;
    if (item !== null && inUse.peek() === name) requestAnimationFrame(() => bring(item));
  });
}
