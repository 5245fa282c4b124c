// What this page calls its own in the browser. All pages of one host share one store (in Chromium all files on disk do),
// so every name holds the page's path: copies of the page at other paths keep apart.

/** A path without the file name that stands for its folder. */
export const placeOf = (pathname: string) => pathname.replace(/\/index\.html?$/i, "/");

/** The path of this page. */
export const PLACE = placeOf(location.pathname);

/** The database that holds the library. */
export const DATABASE = `twicetold ${PLACE}`;

/** The database that holds the model of meaning. */
export const MODEL = `twicetold model ${PLACE}`;

/** The channel on which tabs of this page hear each other. */
export const CHANNEL = `twicetold ${PLACE}`;

/** The lock that a tab holds while it restores. */
export const LOCK = `twicetold restoring ${PLACE}`;

/** Keys in `localStorage`. */
export const KEYS = {
  settings: `twicetold.settings ${PLACE}`,
  /** Says that there is a record, so that a page without one need not wait for the answer. */
  kept: `twicetold.kept ${PLACE}`,
  /** Ids of articles that were taken away, and what came or was changed last, until the record says so too. */
  gone: `twicetold.gone ${PLACE}`,
  late: `twicetold.late ${PLACE}`,
  /** Set when the reader has everything forgotten, until it is. */
  forgotten: `twicetold.forgotten ${PLACE}`,
  /** Put and taken away to see whether the browser keeps marks at all. */
  probe: `twicetold.probe ${PLACE}`,
  /** Says that there is a model. */
  model: `twicetold.model ${PLACE}`,
  /** Set while what was kept is brought back, until it is drawn. */
  restoring: `twicetold.restoring ${PLACE}`,
} as const;

/** The names of the first edition, the same for every page of a host. */
export const FORMER = {
  database: "twicetold",
  settings: "twicetold.settings",
  kept: "twicetold.kept",
} as const;
