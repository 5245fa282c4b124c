import { batch, signal } from "@preact/signals";
import type { LensName } from "../i18n";
import { pointed } from "./selection";

/** The lens in use. What differs from lens to lens stands in the table of lenses. */
export const lens = signal<LensName>("shared");

/** Shows another lens. */
export function showLens(name: LensName): void {
  batch(() => {
    lens.value = name;
    pointed.value = null;
  });
}
