// A small model of meaning that is made up (encoder/examples/made_up.rs): to it all sentences are near each other. And two articles
// for it.

import { readFileSync } from "node:fs";

export const MODEL = readFileSync(new URL("../../target/made-up.meaning", import.meta.url));
export const model = (bytes = MODEL, name = "small.meaning") => ({ name, bytes, type: "" });

/** The first sentences say the same in other words, but for "ferry" and "bell". */
export const LEFT = {
  name: "left.txt",
  text: "Divers found the bell of the old ferry on Monday morning, close to the pier of an island where nobody had lived since spring. Its owners had gone out of business in the year of the great storm.",
};
export const RIGHT = {
  name: "right.txt",
  text: "Swimmers have come upon something heavy that turned out to be a bell from some ferry, lost decades ago below steep cliffs of a deserted rock. Its owners had gone out of business in the year of the great storm.",
};
