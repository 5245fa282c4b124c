// Writes a collection for `twicetold corpus`, one {"id", "text"} line for each article: mostly unrelated texts whose
// words are as frequent as those of a language (Zipf), among them families that share something.
//
//   node benches/corpus.mjs [articles] [words] [seed] > corpus.jsonl     20,000 and 600 when no numbers are given
//
// Of every 100 articles 5 are versions of another, 4 copies, 6 have a passage of another, and 4 tell another in other words.

import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { mulberry32, text } from "./texts.mjs";

/** Different words of the language. */
const VOCABULARY = 100_000;
/** The first ranks, as in any English text: about 2 words in 5. */
const FUNCTION_WORDS =
  "the of and to a in that is was for it on with as he be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through".split(
    " ",
  );

/** Families are near each other or far apart, as articles of a collection are. */
const NEAR = 2_000;

const CONSONANTS = "bdfghklmnprstvwz";
const VOWELS = "aeiou";

/** Three syllables, so that words of neighbouring ranks begin differently, as in a language. */
function spell(rank) {
  const all = (CONSONANTS.length * VOWELS.length) ** 3;
  let rest = (rank * 190_261 + 77) % all;
  let word = "";
  for (let syllable = 0; syllable < 3; syllable += 1) {
    word += CONSONANTS[rest % 16];
    rest = Math.floor(rest / 16);
    word += VOWELS[rest % 5];
    rest = Math.floor(rest / 5);
  }
  return word;
}

class Writer {
  constructor(seed) {
    this.share = mulberry32(seed);
    // Zipf's law: the frequency of a word is 1 / its rank (with Mandelbrot's shift of 2.7).
    let sum = 0;
    this.sums = Float64Array.from({ length: VOCABULARY }, (_, rank) => {
      sum += 1 / (rank + 2.7);
      return sum;
    });
  }

  below(end) {
    return Math.floor(this.share() * end);
  }

  word() {
    const wanted = this.share() * this.sums[VOCABULARY - 1];
    let [low, high] = [0, VOCABULARY - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return FUNCTION_WORDS[low] ?? spell(low);
  }

  sentence() {
    return Array.from({ length: 10 + this.below(20) }, () => this.word());
  }

  article(words) {
    const sentences = [];
    for (let count = 0; count < words; count += sentences.at(-1).length) sentences.push(this.sentence());
    return sentences;
  }

  /** Every word replaced, left out or followed by another one with this chance. */
  edited(sentences, chance) {
    const edit = (word) => {
      if (this.share() >= chance) return [word];
      return [[this.word()], [], [word, this.word()]][this.below(3)];
    };
    return sentences.map((sentence) => [this.word(), ...sentence.flatMap(edit)]);
  }

  /** Another article on the same: some sentences of it in other words and another order, among others. */
  retold(sentences, words) {
    const own = this.article(words);
    for (const [at, sentence] of sentences.entries()) {
      if (at >= own.length || this.share() < 0.4) continue;
      const half = this.below(sentence.length);
      own[at] = this.edited([[...sentence.slice(half), ...sentence.slice(0, half)]], 0.3)[0];
    }
    return own;
  }

  /** A stretch of another article in one of its own. */
  withPassage(sentences, words) {
    const own = this.article(words);
    const from = this.below(Math.max(1, sentences.length - 2));
    own.splice(this.below(own.length), 3, ...sentences.slice(from, from + 3));
    return own;
  }

  next(all, words) {
    const kind = this.below(100);
    const other = all[all.length - 1 - this.below(Math.min(all.length, NEAR))];
    if (other === undefined || kind >= 19) return this.article(words);
    if (kind < 5) return this.edited(other, 0.08);
    if (kind < 9) return other;
    return kind < 15 ? this.withPassage(other, words) : this.retold(other, words);
  }
}

/** The articles of a collection, as {id, text}. */
export function* corpus(articles, words, seed = 7) {
  const writer = new Writer(seed);
  const all = [];
  for (let at = 0; at < articles; at += 1) {
    const sentences = writer.next(all, words);
    all.push(sentences);
    yield { id: `article-${String(at).padStart(6, "0")}`, text: text(sentences) };
    if (all.length > NEAR) all.shift();
  }
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  const [articles, words, seed] = [argv[2] ?? 20_000, argv[3] ?? 600, argv[4] ?? 7].map(Number);
  for (const article of corpus(articles, words, seed)) stdout.write(`${JSON.stringify(article)}\n`);
}
