// dolos-core as the benchmarks call it: fingerprints of words, every one, in grams of 4.

import { File, FingerprintIndex, Region, TokenizedFile } from "@dodona/dolos-core";

/** Words of a gram. */
export const GRAM = 4;

function tokenised(name, text) {
  const words = text.toLowerCase().split(/\W+/).filter(Boolean);
  const regions = words.map((_, at) => new Region(0, at, 0, at + 1));
  return new TokenizedFile(new File(name, text), words, regions);
}

/** The fragments that two texts share. */
export function fragments(left, right) {
  const files = [tokenised("left", left), tokenised("right", right)];
  const index = new FingerprintIndex(GRAM, 1);
  index.addFiles(files);
  return index.getPair(...files).buildFragments();
}
