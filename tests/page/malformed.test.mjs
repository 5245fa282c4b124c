// Texts that are hard on the engine: each comes to an answer in a few seconds, and nothing breaks.

import { flow } from "./page.mjs";

/** Chinese characters in no order, the same for the same seed. */
function han(length, seed) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 3000));
  };
  return Array.from({ length }, next).join("");
}

/** Phrases of Chinese characters, each again and again, in an order of its own for each seed. */
function phrases(count, seed) {
  const known = Array.from({ length: 4000 }, (_, at) => han(8, at + 100));
  return Array.from({ length: count }, (_, at) => known[(at * seed + (at >> 5)) % known.length]).join("");
}

const RUDE = {
  "one word again and again": ["crane ".repeat(200_000), "crane ".repeat(199_999)],
  "stops without words": [". ".repeat(400_000), ". ".repeat(300_000)],
  "quotations that never end": ["“".repeat(200_000), "”".repeat(200_000)],
  brackets: ["(".repeat(200_000), "[".repeat(200_000)],
  // Enough words for lengths multiplied to pass what 32 bits hold.
  "half a million characters without a space": [han(500_000, 1), han(500_000, 2)],
  // Thousands of passages in one paragraph.
  "phrases in another order without a stop": [phrases(12_000, 7), phrases(12_000, 13)],
  "one long word": ["x".repeat(1_000_000), `${"x".repeat(999_999)}y`],
  "one long number": ["1".repeat(1_000_000), `${"1".repeat(999_999)}2`],
  "joined pictures": ["👩‍👩‍👧‍👦".repeat(20_000), "👩‍👩‍👧".repeat(20_000)],
  "lines without text": [`${"\n".repeat(1_000_000)}a`, `${"\n".repeat(1_000_000)}b`],
  "the same line again and again": ["A short line.\n".repeat(20_000), "A short line.\n".repeat(18_000)],
};

for (const [name, [left, right]] of Object.entries(RUDE)) {
  flow(`bears ${name}`, async (reader) => {
    await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
    await reader.waitFor("done");
  });
}
