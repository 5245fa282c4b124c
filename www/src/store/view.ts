import { signal } from "@preact/signals";
import type { Result } from "../model/comparison";
import { across, type Side } from "../model/side";

/** What lies over the page. */
export type Sheet =
  | "help"
  | "paste"
  | "list"
  | "menu"
  | "left-picker"
  | "right-picker"
  | "out"
  | "bookmarklet"
  | "by-hand"
  | "licences"
  | null;
export const sheet = signal<Sheet>(null);

/** Lays something over the page, in place of what lies there. */
export function openSheet(name: NonNullable<Sheet>): void {
  sheet.value = name;
}

/** Closes what lies over the page; with a name, only that. */
export function closeSheet(name?: NonNullable<Sheet>): void {
  if (name === undefined || sheet.value === name) sheet.value = null;
}

/** The side on which the reader chooses what is compared: every paragraph can be taken out there. */
export const choosing = signal<Side | null>(null);

/** The side whose article is being edited. */
export const editing = signal<Side | null>(null);

/** The side that is shown where there is room for one. */
export const shownSide = signal<Side>("left");

/** On a phone: shows the other side. */
export function flip(): void {
  shownSide.value = across(shownSide.value);
}

/** What was last said to screen readers. */
export const spoken = signal("");

/** The pair for which `editing` holds; another pair ends it. */
let edited: (string | undefined)[] = [];

/** Ends editing if a comparison is of another pair. */
export function endEditing(found: Result | null): void {
  const ids = [found?.left.id, found?.right.id];
  if (ids.some((id, at) => id !== edited[at])) editing.value = null;
  edited = ids;
}
