// Pairs of texts for the benchmarks and the page's tests, by the recipe of texts.rs.

const VOCABULARY = 20_000;
const BLOCK = 8;
const REPEATED = 40;
const ONSETS = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];

/** How the right text comes from the left one: what people compare, and what breaks tools; see texts.rs. */
export const SHAPES = ["Unrelated", "Edited", "Reworded", "Moved", "Repeats"];
export const HOSTILE = ["OneWord", "FourWords", "Itself", "Reversed", "EmptyLines"];

/** mulberry32: numbers from 0 to below 1, the same for the same seed. */
export function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function spell(rank) {
  let word = "";
  for (let rest = rank; ; rest = Math.floor(rest / 128)) {
    word += ONSETS[rest % 16] + VOWELS[Math.floor(rest / 16) % 8];
    if (rest < 128) return word;
  }
}

class Chance {
  constructor(seed) {
    this.share = mulberry32(seed);
  }

  below(end) {
    return Math.floor(this.share() * end);
  }

  word() {
    return spell(Math.floor(Math.exp(this.share() * Math.log(VOCABULARY))));
  }

  sentence() {
    return Array.from({ length: 8 + this.below(20) }, () => this.word());
  }

  shuffled(list) {
    const all = [...list];
    for (let at = all.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [all[at], all[other]] = [all[other], all[at]];
    }
    return all;
  }
}

export function text(sentences) {
  const written = sentences.map((words) => {
    const sentence = words.join(" ");
    return `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
  });
  return written.map((sentence, at) => (at === 0 ? "" : at % 5 === 0 ? "\n\n" : " ") + sentence).join("");
}

function fill(words, next) {
  const all = [];
  for (let count = 0; count < words; count += all[all.length - 1].length) all.push(next());
  return all;
}

/** Sentences of the most frequent words only. */
function ofFew(chance, words, few) {
  const all = fill(words, () => chance.sentence());
  return all.map((sentence) => sentence.map(() => spell(chance.below(few))));
}

function edit(chance, left, share, onlyReplace) {
  return left.map((sentence) => {
    const edited = sentence.flatMap((word) => {
      if (chance.share() >= share) return [word];
      const how = onlyReplace ? 0 : chance.below(3);
      return how === 0 ? [chance.word()] : how === 1 ? [] : [word, chance.word()];
    });
    return edited.length > 0 ? edited : [chance.word()];
  });
}

function leftOf(shape, words, chance) {
  if (shape === "OneWord") return ofFew(chance, words, 1);
  if (shape === "FourWords") return ofFew(chance, words, 4);
  const few = Array.from({ length: shape === "Repeats" ? REPEATED : 0 }, () => chance.sentence());
  return fill(words, () => (few.length > 0 ? few[chance.below(REPEATED)] : chance.sentence()));
}

function rightOf(shape, left, words, chance) {
  switch (shape) {
    case "Unrelated":
      return fill(words, () => chance.sentence());
    case "Edited":
      return edit(chance, left, 0.02, true);
    case "Reworded":
      return edit(chance, left, 0.35, false);
    case "Moved": {
      const blocks = fill(left.length / BLOCK, () => [0]).map((_, at) =>
        left.slice(at * BLOCK, (at + 1) * BLOCK),
      );
      return chance.shuffled(blocks).flat();
    }
    case "Repeats":
      return chance.shuffled(left);
    case "OneWord":
      return ofFew(chance, words, 1);
    case "FourWords":
      return ofFew(chance, words, 4);
    case "Itself":
      return left;
    case "Reversed":
      return [...left].reverse().map((sentence) => [...sentence].reverse());
    default:
      throw new Error(`there is no shape ${shape}`);
  }
}

/** Two texts of about so many words each: `[left, right]`. */
export function pair(shape, words, seed = 7) {
  if (shape === "EmptyLines") return ["\n".repeat(10 * words), "\n".repeat(10 * words + 1)];
  const chance = new Chance(seed);
  const left = leftOf(shape, words, chance);
  return [text(left), text(rightOf(shape, left, words, chance))];
}
