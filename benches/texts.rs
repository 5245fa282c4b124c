//! Pairs of texts for the benchmarks, made from a seed. `texts.mjs` makes them by the same recipe.

/// Words in the vocabulary; news of a few million words has about as many.
const VOCABULARY: u32 = 20_000;
/// Every so many sentences make a block, which is what moves.
const BLOCK: usize = 8;
/// Different sentences in a text of dense repeats.
const REPEATED: usize = 40;

const ONSETS: [&str; 16] = [
    "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr",
];
const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];

/// How the right text comes from the left one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Another text in the same vocabulary.
    Unrelated,
    /// Two words of a hundred replaced.
    Edited,
    /// Thirty-five words of a hundred replaced, dropped or added.
    Reworded,
    /// The same blocks in another order.
    Moved,
    /// Few sentences, each again and again, in another order.
    Repeats,
    /// One word again and again.
    OneWord,
    /// Four words in any order.
    FourWords,
    /// The same text.
    Itself,
    /// The same words from the last to the first.
    Reversed,
    /// No words, but ten line ends for each word asked for.
    EmptyLines,
}

impl Shape {
    /// What people compare.
    pub(crate) const USUAL: [Self; 5] = [
        Self::Unrelated,
        Self::Edited,
        Self::Reworded,
        Self::Moved,
        Self::Repeats,
    ];

    /// What breaks one tool or another.
    pub(crate) const HOSTILE: [Self; 5] = [
        Self::OneWord,
        Self::FourWords,
        Self::Itself,
        Self::Reversed,
        Self::EmptyLines,
    ];
}

/// mulberry32: tiny, and the same in JavaScript.
struct Chance(u32);

impl Chance {
    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut t = self.0;
        t = (t ^ (t >> 15)).wrapping_mul(t | 1);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 61));
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// A rank with the frequency of one divided by the rank, as words have (Zipf).
    fn word(&mut self) -> String {
        spell((self.share() * f64::from(VOCABULARY).ln()).exp() as u32)
    }

    fn sentence(&mut self) -> Vec<String> {
        let words = 8 + self.below(20);
        (0..words).map(|_| self.word()).collect()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// The word of a rank: a syllable for each seven bits.
fn spell(rank: u32) -> String {
    let (mut rest, mut word) = (rank, String::new());
    loop {
        word.push_str(ONSETS[(rest % 16) as usize]);
        word.push_str(VOWELS[(rest / 16 % 8) as usize]);
        rest /= 128;
        if rest == 0 {
            return word;
        }
    }
}

type Sentences = Vec<Vec<String>>;

fn text(sentences: &Sentences) -> String {
    let mut text = String::new();
    for (at, words) in sentences.iter().enumerate() {
        if at > 0 {
            text.push_str(if at % 5 == 0 { "\n\n" } else { " " });
        }
        let sentence = words.join(" ");
        text.push_str(&sentence[..1].to_uppercase());
        text.push_str(&sentence[1..]);
        text.push('.');
    }
    text
}

fn sentences(chance: &mut Chance, words: usize) -> Sentences {
    let (mut all, mut count) = (Sentences::new(), 0);
    while count < words {
        let sentence = chance.sentence();
        count += sentence.len();
        all.push(sentence);
    }
    all
}

/// Sentences of the most frequent words only.
fn of_few(chance: &mut Chance, words: usize, few: usize) -> Sentences {
    let mut all = sentences(chance, words);
    for word in all.iter_mut().flatten() {
        *word = spell(chance.below(few) as u32);
    }
    all
}

fn repeated(chance: &mut Chance, words: usize) -> Sentences {
    let few: Sentences = (0..REPEATED).map(|_| chance.sentence()).collect();
    let (mut all, mut count) = (Sentences::new(), 0);
    while count < words {
        let sentence = few[chance.below(REPEATED)].clone();
        count += sentence.len();
        all.push(sentence);
    }
    all
}

/// Each word with the given probability replaced, dropped, or followed by a new one.
fn edit(chance: &mut Chance, left: &Sentences, share: f64, only_replace: bool) -> Sentences {
    let mut edited = left.clone();
    for sentence in &mut edited {
        let old = std::mem::take(sentence);
        for word in old {
            if chance.share() >= share {
                sentence.push(word);
                continue;
            }
            match if only_replace { 0 } else { chance.below(3) } {
                0 => sentence.push(chance.word()),
                1 => {}
                _ => sentence.extend([word, chance.word()]),
            }
        }
        if sentence.is_empty() {
            sentence.push(chance.word());
        }
    }
    edited
}

/// Two texts of about so many words each.
pub(crate) fn pair(shape: Shape, words: usize) -> (String, String) {
    let mut chance = Chance(7);
    if shape == Shape::EmptyLines {
        return ("\n".repeat(10 * words), "\n".repeat(10 * words + 1));
    }
    let left = match shape {
        Shape::Repeats => repeated(&mut chance, words),
        Shape::OneWord => of_few(&mut chance, words, 1),
        Shape::FourWords => of_few(&mut chance, words, 4),
        _ => sentences(&mut chance, words),
    };
    let right = match shape {
        Shape::Unrelated => sentences(&mut chance, words),
        Shape::Edited => edit(&mut chance, &left, 0.02, true),
        Shape::Reworded => edit(&mut chance, &left, 0.35, false),
        Shape::Moved => {
            let mut blocks: Vec<&[Vec<String>]> = left.chunks(BLOCK).collect();
            chance.shuffle(&mut blocks);
            blocks.concat()
        }
        Shape::Repeats => {
            let mut other = left.clone();
            chance.shuffle(&mut other);
            other
        }
        Shape::OneWord => of_few(&mut chance, words, 1),
        Shape::FourWords => of_few(&mut chance, words, 4),
        Shape::Itself | Shape::EmptyLines => left.clone(),
        Shape::Reversed => {
            let backwards = |sentence: &Vec<String>| sentence.iter().rev().cloned().collect();
            left.iter().rev().map(backwards).collect()
        }
    };
    (text(&left), text(&right))
}
