import { signal } from "@preact/signals";
import { mark } from "../export/packed";
import { SIDES } from "../model/side";
import { nameOf } from "../model/titles";
import { carriedIn, hostOf, openLink, sentIn, titleSent } from "./deepLinks";
import { addSent } from "./incoming";

/**
 * What came with an address that any web page may have opened: a web page that was sent, or two articles in a link. It
 * is taken in when the reader says so.
 */
export type Question = { packed: string; titles: readonly (string | null)[]; host: string | null } & (
  | { is: "page" }
  | { is: "link"; then: () => void }
);

export const question = signal<Question | null>(null);

/** What was asked in this visit, by its mark and length: nothing is asked twice. */
const asked = new Set<string>();

/** Whether something may be asked now: one thing at a time, and each once. */
function mayAsk(packed: string): boolean {
  const key = `${mark(packed)} ${packed.length}`;
  if (question.peek() !== null || asked.has(key)) return false;
  asked.add(key);
  return true;
}

/** Asks whether a web page that was sent is to be taken in. */
export async function askForPage(packed: string): Promise<void> {
  if (!mayAsk(packed)) return;
  const sent = await sentIn(packed);
  if (sent) question.value = { is: "page", packed, titles: [titleSent(sent)], host: hostOf(sent.address) };
}

/** Asks whether a link is to be opened that came while the page was open; `then` is done when it is. */
export async function askForLink(packed: string, then: () => void): Promise<void> {
  if (!mayAsk(packed)) return;
  const found = await carriedIn(packed);
  if (!found) return;
  const { articles } = found.carried;
  const titles = SIDES.map((side) => nameOf(articles[side], null));
  question.value = { is: "link", packed, titles, host: null, then };
}

/** Takes in what was asked for; settled when it is on the page. */
export async function takeIn(): Promise<void> {
  const found = question.peek();
  question.value = null;
  if (found?.is === "page") await addSent(found.packed);
  else if (found && (await openLink(found.packed, true))) found.then();
}

/** Turns away what was asked for. */
export function turnAway(): void {
  question.value = null;
}
