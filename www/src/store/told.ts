import { signal } from "@preact/signals";
import { spoken } from "./view";

/** What last left the page or came to it, or why it did not; said in one line for a while. */
export const told = signal<string | null>(null);

/** Says something of the kind, in one line for a while. */
export function tell(text: string): void {
  told.value = text;
  spoken.value = text;
}
