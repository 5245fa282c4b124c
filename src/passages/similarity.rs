//! How alike two sentences are: weighted words in common.
//!
//! Sentences are bags of features. A feature is how the normal form of a word begins, or in scripts without
//! spaces the keys of two neighbouring characters. Rare features weigh more: tf-isf weights and the cosine of the
//! vector space model, with sentences in place of documents, as in Sanchez-Perez, Sidorov and Gelbukh
//! (PAN at CLEF 2014).

use std::ops::Range;

use crate::{
    document::{Document, is_stop},
    index::Postings,
    span::{Side, Sides},
    words::{
        Words,
        features::{Feature, NONE},
        idf::{READING_SENTENCES, idf},
    },
};

/// A sentence, or a few of them where the first are too short to say anything.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its sentences, as a range of [`Document::sentences`].
    pub sentences: Range<usize>,
    /// Its words, as a range of [`Document::words`].
    pub words: Range<usize>,
    /// Its features, as a range of the bags of its side.
    bag: Range<usize>,
    /// Length of its vector.
    pub norm: f64,
}

/// Least features of a unit that stands by itself; a shorter one is joined to the next (as in Sanchez-Perez,
/// Sidorov and Gelbukh).
const LEAST_FEATURES: usize = 3;

/// Words up to which lines without a stop are joined: beyond that they are a list, not a sentence. By overall plagdet on
/// the PAN 2013 training corpus.
const MOST_JOINED_WORDS: usize = 30;

/// Most words of a unit: a longer sentence, or a text without stops, is cut into parts. By overall plagdet on the PAN
/// 2013 training corpus, and so that long sentences of news stay whole.
const MOST_UNIT_WORDS: usize = 45;

/// The units of both texts as vectors of one space.
#[derive(Debug)]
pub struct Space {
    /// Units of each side, in order.
    pub units: Sides<Vec<Unit>>,
    bags: Sides<Vec<(Feature, f32)>>,
    /// In how many units of each side a feature stands.
    frequency: Sides<Vec<u32>>,
    /// The units of each feature that is no short word.
    postings: Sides<Postings>,
}

/// Two units, left and right, and how alike they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Index of the left unit.
    pub left: usize,
    /// Index of the right unit.
    pub right: usize,
    /// Cosine of the two vectors, 0 to 1.
    pub cosine: f64,
    /// Dice coefficient of the two sets of features, 0 to 1.
    pub dice: f64,
}

impl Pair {
    /// The same pair with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            left: self.right,
            right: self.left,
            ..self
        }
    }
}

impl Space {
    /// Makes vectors of the sentences of both texts.
    pub fn new(documents: &Sides<Document<'_>>, words: &Words) -> Self {
        let count = words.features_len();
        let mut space = Self {
            units: Sides::default(),
            bags: Sides::default(),
            frequency: Sides::new(vec![0; count], vec![0; count]),
            postings: Sides::default(),
        };
        for side in Side::BOTH {
            space.cut(side, documents.get(side), words);
        }
        space.weigh();
        for side in Side::BOTH {
            space.post(side);
        }
        space
    }

    /// Cuts a side into units and counts the features of each.
    fn cut(&mut self, side: Side, document: &Document<'_>, words: &Words) {
        let mut cutter = Cutter {
            words,
            features: words.features(side),
            units: self.units.get_mut(side),
            bags: self.bags.get_mut(side),
            frequency: self.frequency.get_mut(side),
            bag: Vec::new(),
        };
        let mut open: Option<(usize, usize)> = None;
        for (at, sentence) in document.sentences.iter().enumerate() {
            if sentence.words.is_empty() {
                continue;
            }
            let (first, start) = open.take().unwrap_or((at, sentence.words.start));
            let words = start..sentence.words.end;
            if words.len() < MOST_JOINED_WORDS && (cutter.is_short(&words) || runs_on(document, at))
            {
                open = Some((first, start));
            } else {
                cutter.push_all(first..at + 1, words);
            }
        }
        if let Some((first, start)) = open {
            cutter.push_all(first..document.sentences.len(), start..document.words.len());
        }
    }

    /// Turns counts into weights.
    fn weigh(&mut self) {
        let all = self.len();
        for side in Side::BOTH {
            let bags = self.bags.get_mut(side);
            for unit in self.units.get_mut(side) {
                let mut square = 0.0;
                for (feature, weight) in &mut bags[unit.bag.clone()] {
                    let at = *feature as usize;
                    let df = self.frequency.left[at] + self.frequency.right[at];
                    *weight *= idf(df, all, READING_SENTENCES) as f32;
                    square += f64::from(*weight) * f64::from(*weight);
                }
                unit.norm = square.sqrt();
            }
        }
    }

    /// The units of a side in which each feature stands.
    fn post(&mut self, side: Side) {
        let bags = self.bags.get(side);
        let units = self.units.get(side).iter().zip(0..);
        let posted = units.flat_map(|(unit, at)| {
            let features = bags[unit.bag.clone()].iter();
            features.map(move |(feature, _)| (*feature as usize, at))
        });
        *self.postings.get_mut(side) = Postings::new(self.features_len(), posted);
    }

    /// The features of a unit with their weights, ordered by feature, each once.
    pub fn bag(&self, side: Side, unit: &Unit) -> &[(Feature, f32)] {
        &self.bags.get(side)[unit.bag.clone()]
    }

    /// The units of a side in which a feature stands that is no short word, ascending.
    pub fn having(&self, side: Side, feature: Feature) -> &[u32] {
        self.postings.get(side).get(feature as usize)
    }

    /// How many units both sides have.
    pub fn len(&self) -> usize {
        self.units.left.len() + self.units.right.len()
    }

    /// In how many units of both sides a feature stands.
    pub fn frequency(&self, feature: Feature) -> u32 {
        self.frequency.left[feature as usize] + self.frequency.right[feature as usize]
    }

    /// How many features there are.
    pub fn features_len(&self) -> usize {
        self.frequency.left.len()
    }

    /// How alike two units are.
    pub fn pair(&self, left: usize, right: usize) -> Pair {
        let mut a = self.bag(Side::Left, &self.units.left[left]);
        let b = self.bag(Side::Right, &self.units.right[right]);
        let both = b.iter().filter_map(|&(feature, weight)| {
            let before = a.iter().take_while(|known| known.0 < feature).count();
            a = &a[before..];
            let known = a.first().filter(|known| known.0 == feature)?;
            Some((known.1, weight))
        });
        self.alike(left, right, both)
    }

    /// The same, from the weights of the features that both have, by feature.
    pub fn alike(&self, left: usize, right: usize, both: impl Iterator<Item = (f32, f32)>) -> Pair {
        let (mut dot, mut common) = (0.0, 0_usize);
        for (a, b) in both {
            dot += f64::from(a) * f64::from(b);
            common += 1;
        }
        let (a, b) = (&self.units.left[left], &self.units.right[right]);
        let norm = a.norm * b.norm;
        let size = (a.bag.len() + b.bag.len()) as f64;
        Pair {
            left,
            right,
            cosine: if norm > 0.0 { dot / norm } else { 0.0 },
            dice: if size > 0.0 {
                2.0 * common as f64 / size
            } else {
                0.0
            },
        }
    }

    /// Cosine of the summed vectors of a range of left and a range of right units.
    pub fn cosine(&self, left: Range<usize>, right: Range<usize>, scratch: &mut Scratch) -> f64 {
        let a = self.sum(Side::Left, left, &mut scratch.left);
        let b = self.sum(Side::Right, right, &mut scratch.right);
        let mut dot = 0.0;
        for &feature in &scratch.left.used {
            dot += scratch.left.values[feature as usize] * scratch.right.values[feature as usize];
        }
        scratch.left.clear();
        scratch.right.clear();
        if a * b > 0.0 {
            dot / (a * b).sqrt()
        } else {
            0.0
        }
    }

    /// Adds up vectors; returns the square of the length of the sum.
    fn sum(&self, side: Side, units: Range<usize>, into: &mut Accumulator) -> f64 {
        into.values.resize(self.features_len(), 0.0);
        for unit in &self.units.get(side)[units] {
            for &(feature, weight) in self.bag(side, unit) {
                let value = &mut into.values[feature as usize];
                if *value == 0.0 && weight != 0.0 {
                    into.used.push(feature);
                }
                *value += f64::from(weight);
            }
        }
        into.used
            .iter()
            .map(|&f| into.values[f as usize] * into.values[f as usize])
            .sum()
    }
}

/// Room for sums, kept between calls so that each costs only what it touches.
#[derive(Debug, Default)]
pub struct Scratch {
    left: Accumulator,
    right: Accumulator,
}

#[derive(Debug, Default)]
struct Accumulator {
    values: Vec<f64>,
    used: Vec<Feature>,
}

impl Accumulator {
    fn clear(&mut self) {
        for feature in self.used.drain(..) {
            self.values[feature as usize] = 0.0;
        }
    }
}

/// Whether a sentence has no end of its own and the next one stands right below it: a line that was
/// broken in the middle, as text taken from web pages and PDFs often is. Splitting there cost .01 of
/// overall plagdet on the PAN 2013 training corpus.
fn runs_on(document: &Document<'_>, at: usize) -> bool {
    let Some(next) = document.sentences.get(at + 1) else {
        return false;
    };
    let end = document.sentences[at].span.end as usize;
    let text = document.text[..end].trim_end_matches(['"', '\'', '\u{201D}', '\u{2019}', ')', ']']);
    let gap = &document.text[end..next.span.start as usize];
    !text.ends_with(is_stop) && gap.matches('\n').count() < 2
}

/// Makes units of one side.
struct Cutter<'s> {
    words: &'s Words,
    features: &'s [Feature],
    units: &'s mut Vec<Unit>,
    bags: &'s mut Vec<(Feature, f32)>,
    frequency: &'s mut Vec<u32>,
    /// Room for the features of a unit.
    bag: Vec<Feature>,
}

impl Cutter<'_> {
    fn is_short(&self, words: &Range<usize>) -> bool {
        let heavy = |&&feature: &&Feature| feature != NONE && !self.words.is_short(feature);
        self.features[words.clone()]
            .iter()
            .filter(heavy)
            .take(LEAST_FEATURES)
            .count()
            < LEAST_FEATURES
    }

    /// Makes one unit of some sentences, or several of about the same length where it would be too long.
    fn push_all(&mut self, sentences: Range<usize>, words: Range<usize>) {
        let parts = words.len().div_ceil(MOST_UNIT_WORDS);
        for part in 0..parts {
            // Half a million words times some thousand parts is more than a usize of 32 bits holds.
            let cut = |part: usize| {
                words.start + (words.len() as u64 * part as u64 / parts as u64) as usize
            };
            self.push(sentences.clone(), cut(part)..cut(part + 1));
        }
    }

    fn push(&mut self, sentences: Range<usize>, words: Range<usize>) {
        self.bag.extend(
            self.features[words.clone()]
                .iter()
                .filter(|&&feature| feature != NONE),
        );
        self.bag.sort_unstable();
        let start = self.bags.len();
        let mut last = NONE;
        for feature in self.bag.drain(..) {
            self.frequency[feature as usize] += u32::from(feature != last);
            last = feature;
            if self.words.is_short(feature) {
                continue;
            }
            match self.bags[start..].last_mut() {
                Some((known, count)) if *known == feature => *count += 1.0,
                _ => self.bags.push((feature, 1.0)),
            }
        }
        self.units.push(Unit {
            sentences,
            words,
            bag: start..self.bags.len(),
            norm: 0.0,
        });
    }
}
