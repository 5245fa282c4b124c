//! The words that no passage has yet, and how well stretches of them answer each other.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{
    similarity::{Feature, NONE, Space},
    stamps::Stamps,
    worth::Worth,
};
use crate::{
    document::{Document, Role, Sentence},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
};

// By eye on pairs of news reports, on one event and on different ones, and held against unrelated
// texts of the PAN 2013 training corpus.

/// Weight of shared words other than names that a passage needs, in short texts.
pub const SAME_WORDS: f64 = 2.0;
/// What the weight of a name is worth.
pub const NAME: f64 = 0.4;
/// What the weight of two words that stand next to each other on both sides is worth, once more.
pub const NEXT: f64 = 0.5;
/// Most that one word may add in that way: two rare words in a row are one piece of evidence.
const NEXT_MOST: f64 = 3.0;
/// ln(n m) for which the scores above were found, for n and m sentences. More sentences make more
/// pairs that are alike by chance.
const PAIRS: f64 = 6.8;

/// A range of words on each side.
pub type Words = Sides<Range<usize>>;

/// In place of the passage of a word that has none.
pub const FREE: u32 = u32::MAX;

/// The words of both texts, those free among them.
pub struct Free<'f> {
    pub documents: &'f Sides<&'f Document<'f>>,
    pub space: &'f Space,
    pub worth: &'f Worth,
    /// The passage of every word, [`FREE`] where it has none.
    pub taken: Sides<Vec<u32>>,
    /// How much more than in short texts a score must be.
    pub scale: f64,
    pub stamps: Sides<Stamps>,
}

/// How well two sentences answer each other, in the words no passage has yet.
#[derive(Clone, Debug, Default)]
pub struct Match {
    pub score: f64,
    /// Weight of the shared words that are no names.
    pub words: f64,
    /// Weight of the shared words that stand next to each other on both sides.
    pub next: f64,
}

impl<'f> Free<'f> {
    /// All words are free.
    pub fn new(documents: &'f Sides<&'f Document<'f>>, space: &'f Space, worth: &'f Worth) -> Self {
        let pairs = (space.units.left.len() as f64 * space.units.right.len() as f64).max(1.0);
        Self {
            documents,
            space,
            worth,
            taken: documents
                .as_ref()
                .map(|document| vec![FREE; document.words.len()]),
            scale: (pairs.ln() / PAIRS).max(1.0),
            stamps: Sides::new((), ()).map(|()| Stamps::new(space.features_len())),
        }
    }

    /// Gives words to a passage.
    pub fn take(&mut self, words: &Words, passage: u32) {
        for side in Side::BOTH {
            self.taken.get_mut(side)[words.get(side).clone()].fill(passage);
        }
    }

    /// Whether a passage has one of the words.
    pub fn busy(&self, side: Side, words: Range<usize>) -> bool {
        self.taken.get(side)[words]
            .iter()
            .any(|&taken| taken != FREE)
    }

    /// The longest free stretch.
    pub fn longest(&self, side: Side, words: &Range<usize>) -> Range<usize> {
        let taken = self.taken.get(side);
        let mut best = words.start..words.start;
        let mut start = words.start;
        for word in words.clone() {
            if taken[word] != FREE {
                start = word + 1;
            } else if word + 1 - start > best.len() {
                best = start..word + 1;
            }
        }
        best
    }

    /// Whether two words are the same.
    pub fn same(&self, left: usize, right: usize) -> bool {
        self.documents.left.key(left) == self.documents.right.key(right)
    }

    /// How well the free words of two units answer each other.
    pub fn compare(&mut self, left: usize, right: usize) -> Option<Match> {
        let words = self.words_of(left, right);
        self.weigh(&words)
    }

    /// The words of two units, each without the heading that stands before its prose.
    pub fn words_of(&self, left: usize, right: usize) -> Words {
        Sides::new(
            self.after_heading(Side::Left, left),
            self.after_heading(Side::Right, right),
        )
    }

    /// The words of a unit without the heading that stands before its prose.
    pub fn after_heading(&self, side: Side, unit: usize) -> Range<usize> {
        let document = self.documents.get(side);
        let unit = &self.space.units.get(side)[unit];
        let mut words = unit.words.clone();
        for sentence in &document.sentences[unit.sentences.clone()] {
            let end = sentence.words.end;
            if end <= words.start || end >= words.end || !is_heading(document, sentence) {
                break;
            }
            words.start = end;
        }
        words
    }

    /// How well the free words of two stretches answer each other.
    pub fn weigh(&mut self, words: &Words) -> Option<Match> {
        self.stamp(words);
        let (left, right) = (
            self.tally(Side::Left, &words.left),
            self.tally(Side::Right, &words.right),
        );
        if left.shared == 0.0 || right.shared == 0.0 {
            return None;
        }
        let next = self.neighbours(words);
        let covered = (left.shared / left.all * right.shared / right.all).sqrt();
        let sum = left.words + NAME * left.names + NEXT * next;
        Some(Match {
            score: sum * covered,
            words: left.words,
            next,
        })
    }

    /// Notes the free features of both stretches.
    pub fn stamp(&mut self, words: &Words) {
        for side in Side::BOTH {
            self.stamp_side(side, words.get(side).clone());
        }
    }

    /// Notes the free features of a stretch of one side.
    pub fn stamp_side(&mut self, side: Side, words: Range<usize>) {
        let stamps = self.stamps.get_mut(side);
        stamps.begin();
        let features = &self.space.features.get(side)[words.clone()];
        for (&feature, &taken) in features.iter().zip(&self.taken.get(side)[words]) {
            if feature != NONE && taken == FREE {
                stamps.mark(feature);
            }
        }
    }

    /// Adds up the weights of the free words of a stretch: of all, and of those the other side has.
    pub fn tally(&mut self, side: Side, words: &Range<usize>) -> Tally {
        let mut tally = Tally::default();
        let (own, other) = match side {
            Side::Left => (&mut self.stamps.left, &self.stamps.right),
            Side::Right => (&mut self.stamps.right, &self.stamps.left),
        };
        for word in words.clone() {
            let feature = self.space.features.get(side)[word];
            if feature == NONE || self.taken.get(side)[word] != FREE {
                continue;
            }
            let weight = self.worth.weight(feature);
            tally.all += weight;
            if other.has(feature) {
                tally.shared += weight;
                if own.first(feature) {
                    *(if self.worth.is_name(side, word) {
                        &mut tally.names
                    } else {
                        &mut tally.words
                    }) += weight;
                }
            }
        }
        tally
    }

    /// Weight of the free words that stand next to each other on both sides.
    fn neighbours(&self, words: &Words) -> f64 {
        let pairs = |side: Side| {
            let range = words.get(side).clone();
            let (features, taken) = (self.space.features.get(side), self.taken.get(side));
            let other = self.stamps.get(side.other());
            range.clone().zip(range.skip(1)).filter_map(move |(a, b)| {
                let has = |word: usize| {
                    taken[word] == FREE && features[word] != NONE && other.has(features[word])
                };
                // The words of one name are no more evidence together than the name alone.
                let named = self.worth.is_name(side, a) && self.worth.is_name(side, b);
                (has(a) && has(b) && !named)
                    .then(|| pack(features[a] as usize, features[b] as usize))
            })
        };
        let mut left: Vec<_> = pairs(Side::Left).collect();
        if left.is_empty() {
            return 0.0;
        }
        sorting::distinct(&mut left);
        let right: FxHashSet<_> = pairs(Side::Right).collect();
        left.iter()
            .filter(|pair| right.contains(pair))
            .map(|&pair| {
                let (a, b) = unpack(pair);
                f64::midpoint(
                    self.next_weight(a as Feature),
                    self.next_weight(b as Feature),
                )
            })
            .sum()
    }

    /// What a word weighs that has the same neighbour on both sides.
    pub fn next_weight(&self, feature: Feature) -> f64 {
        self.worth.weight(feature).min(NEXT_MOST * self.scale)
    }
}

/// Whether a sentence is a title or heading.
fn is_heading(document: &Document<'_>, sentence: &Sentence) -> bool {
    let paragraph = document
        .paragraphs
        .partition_point(|paragraph| paragraph.span.end <= sentence.span.start);
    matches!(
        document.paragraphs[paragraph].role,
        Role::Title | Role::Heading
    )
}

/// Sums of weights of a stretch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Of all words.
    pub all: f64,
    /// Of the words the other side has, each as often as it occurs.
    pub shared: f64,
    /// Of the different words the other side has that are no names.
    words: f64,
    /// Of the different names the other side has.
    names: f64,
}
