import { en } from "./en";

/** Everything the page says. A second language is a second object of this type. */
export type Catalogue = typeof en;

/** The catalogue in use. */
export const t: Catalogue = en;
