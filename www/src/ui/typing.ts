import { isTooMuchToType } from "../model/article";

/** What comes in pieces shorter than this, in UTF-16 units, is typed: it is looked at when it is taken over. */
const PASTED = 1_000;

/**
 * Keeps out of a field what would make it longer than browsers lay out at once; gives what was kept out, or null. For
 * the event before something is put in.
 */
export function keptOut(event: InputEvent): string | null {
  const field = event.currentTarget as HTMLTextAreaElement;
  const given = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  if (given.length < PASTED) return null;
  const { value, selectionStart, selectionEnd } = field;
  if (!isTooMuchToType(value.slice(0, selectionStart) + given + value.slice(selectionEnd))) return null;
  event.preventDefault();
  return given;
}
