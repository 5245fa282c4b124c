//! The words that no passage has yet, and how well stretches of them answer each other.

use std::ops::Range;

use super::{
    bits::Bits,
    similarity::{Space, Unit},
    stamps::Stamps,
    worth::TermWeights,
};
use crate::{
    document::{Document, Role, Sentence},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
    words::{
        Words,
        features::{Feature, NONE},
    },
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

/// Sums in another order differ in their last digits: what is at most such a sum is less than it times this.
pub const MORE: f64 = 1.0 + 1e-9;

/// A range of words on each side.
pub type WordRanges = Sides<Range<usize>>;

/// In place of the passage of a word that has none.
pub const FREE: u32 = u32::MAX;

/// The words of both texts, those free among them.
pub struct Free<'f> {
    pub documents: &'f Sides<&'f Document<'f>>,
    pub space: &'f Space,
    pub words: &'f Words,
    pub weights: &'f TermWeights,
    /// The passage of every word, [`FREE`] where it has none.
    pub taken: Sides<Vec<u32>>,
    /// The words that a passage has.
    held: Sides<Bits>,
    /// The feature of every free word; `NONE` where a word has none or is not free.
    pub open: Sides<Vec<Feature>>,
    /// The words of every unit without the heading that stands before its prose.
    pub bodies: Sides<Vec<Range<usize>>>,
    /// Summed weight of the free words of every unit, or more: it is looked at anew where a pair is taken.
    pub amounts: Sides<Vec<f64>>,
    /// How much more than in short texts a score must be.
    pub scale: f64,
    pub stamps: Sides<Stamps>,
    /// Room for the neighbours of [`Free::neighbours`].
    next: Sides<Vec<u64>>,
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
    pub fn new(
        documents: &'f Sides<&'f Document<'f>>,
        words: &'f Words,
        space: &'f Space,
        weights: &'f TermWeights,
    ) -> Self {
        let bodies = |side: Side| {
            let units = space.units.get(side).iter();
            units.map(|unit| body(documents.get(side), unit)).collect()
        };
        let bodies = Sides::new(Side::Left, Side::Right).map(bodies);
        let pairs = (space.units.left.len() as f64 * space.units.right.len() as f64).max(1.0);
        Self {
            documents,
            space,
            words,
            weights,
            taken: documents
                .as_ref()
                .map(|document| vec![FREE; document.words.len()]),
            held: documents
                .as_ref()
                .map(|document| Bits::new(document.words.len())),
            open: Sides::new(Side::Left, Side::Right).map(|side| words.features(side).to_vec()),
            amounts: bodies
                .as_ref()
                .map(|bodies: &Vec<_>| vec![f64::INFINITY; bodies.len()]),
            bodies,
            scale: (pairs.ln() / PAIRS).max(1.0),
            stamps: Sides::new((), ()).map(|()| Stamps::new(space.features_len())),
            next: Sides::default(),
        }
    }

    /// Gives words to a passage.
    pub fn take(&mut self, words: &WordRanges, passage: u32) {
        for side in Side::BOTH {
            self.taken.get_mut(side)[words.get(side).clone()].fill(passage);
            self.held.get_mut(side).insert_all(words.get(side).clone());
            self.open.get_mut(side)[words.get(side).clone()].fill(NONE);
        }
    }

    /// Gives the free ones of some words to a passage.
    pub fn take_rest(&mut self, words: &WordRanges, passage: u32) {
        for side in Side::BOTH {
            self.held.get_mut(side).insert_all(words.get(side).clone());
            for taken in &mut self.taken.get_mut(side)[words.get(side).clone()] {
                if *taken == FREE {
                    *taken = passage;
                }
            }
            self.open.get_mut(side)[words.get(side).clone()].fill(NONE);
        }
    }

    /// Whether a passage has one of the words.
    pub fn busy(&self, side: Side, words: Range<usize>) -> bool {
        self.held.get(side).count(words) > 0
    }

    /// Whether passages have all of the words.
    pub fn is_full(&self, side: Side, words: &Range<usize>) -> bool {
        self.held.get(side).count(words.clone()) == words.len()
    }

    /// Adds up anew the weights of the free words of a unit.
    pub fn add_up(&mut self, side: Side, unit: usize) {
        let words = self.bodies.get(side)[unit].clone();
        let features = self.open.get(side)[words].iter();
        let free = features.filter(|&&feature| feature != NONE);
        self.amounts.get_mut(side)[unit] = free.map(|&feature| self.weights.of(feature)).sum();
    }

    /// The longest free stretch.
    pub fn longest(&self, side: Side, words: &Range<usize>) -> Range<usize> {
        let taken = self.taken.get(side);
        let mut best = words.start..words.start;
        if self.is_full(side, words) {
            return best;
        }
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
        // Neighbours of a pair have often given most of their words to others.
        let most = self.amounts.left[left].min(self.amounts.right[right]) * MORE;
        if most < SAME_WORDS * self.scale {
            return None;
        }
        let words = self.words_of(left, right);
        self.weigh(&words)
    }

    /// The words of two units, each without the heading that stands before its prose.
    pub fn words_of(&self, left: usize, right: usize) -> WordRanges {
        Sides::new(
            self.bodies.left[left].clone(),
            self.bodies.right[right].clone(),
        )
    }

    /// How well the free words of two stretches answer each other; none if they share too little weight
    /// other than that of names for any passage.
    pub fn weigh(&mut self, words: &WordRanges) -> Option<Match> {
        self.stamp_side(Side::Right, words.right.clone());
        let (left, said, named) = self.stamp_and_tally(words.left.clone());
        if left.shared == 0.0 || said < SAME_WORDS * self.scale {
            return None;
        }
        let right = self.tally(Side::Right, &words.right);
        let next = self.neighbours(words);
        let covered = (left.shared / left.all * right.shared / right.all).sqrt();
        let sum = said + NAME * named + NEXT * next;
        Some(Match {
            score: sum * covered,
            words: said,
            next,
        })
    }

    /// Notes the free features of both stretches.
    pub fn stamp(&mut self, words: &WordRanges) {
        for side in Side::BOTH {
            self.stamp_side(side, words.get(side).clone());
        }
    }

    /// Notes the free features of a stretch of one side.
    pub fn stamp_side(&mut self, side: Side, words: Range<usize>) {
        let stamps = self.stamps.get_mut(side);
        stamps.begin();
        for &feature in &self.open.get(side)[words] {
            if feature != NONE {
                stamps.mark(feature);
            }
        }
    }

    /// Does for a stretch of the left what `stamp_side` and `tally` do. Also the weights of the different
    /// features that the right has, of words and of names.
    fn stamp_and_tally(&mut self, words: Range<usize>) -> (Tally, f64, f64) {
        let (mut tally, mut said, mut named) = (Tally::default(), 0.0, 0.0);
        let Sides { left, right } = &mut self.stamps;
        left.begin();
        for (&feature, word) in self.open.left[words.clone()].iter().zip(words) {
            if feature == NONE {
                continue;
            }
            let first = !left.has(feature);
            left.mark(feature);
            let weight = self.weights.of(feature);
            tally.all += weight;
            if right.has(feature) {
                tally.shared += weight;
                if first {
                    *(if self.words.is_name(Side::Left, word) {
                        &mut named
                    } else {
                        &mut said
                    }) += weight;
                }
            }
        }
        (tally, said, named)
    }

    /// Adds up the weights of the free words of a stretch: of all, and of those the other side has.
    pub fn tally(&self, side: Side, words: &Range<usize>) -> Tally {
        let mut tally = Tally::default();
        let other = self.stamps.get(side.other());
        for &feature in &self.open.get(side)[words.clone()] {
            if feature != NONE {
                let weight = self.weights.of(feature);
                tally.all += weight;
                if other.has(feature) {
                    tally.shared += weight;
                }
            }
        }
        tally
    }

    /// Weight of the free words that stand next to each other on both sides.
    fn neighbours(&mut self, words: &WordRanges) -> f64 {
        let mut next = std::mem::take(&mut self.next);
        self.beside(Side::Left, words, &mut next.left);
        let mut sum = 0.0;
        if !next.left.is_empty() {
            self.beside(Side::Right, words, &mut next.right);
            let mut rights = next.right.iter().peekable();
            for &pair in &next.left {
                while rights.next_if(|&&right| right < pair).is_some() {}
                if rights.peek() == Some(&&pair) {
                    let (a, b) = unpack(pair);
                    let weight = |feature: usize| self.next_weight(feature as Feature);
                    sum += f64::midpoint(weight(a), weight(b));
                }
            }
        }
        self.next = next;
        sum
    }

    /// The features of free words that stand next to each other and that the other side has too, as packed
    /// pairs, ascending, each once.
    fn beside(&self, side: Side, words: &WordRanges, pairs: &mut Vec<u64>) {
        pairs.clear();
        let range = words.get(side).clone();
        let other = self.stamps.get(side.other());
        let mut before = NONE;
        for (&feature, word) in self.open.get(side)[range.clone()].iter().zip(range) {
            let has = feature != NONE && other.has(feature);
            // The words of one name are no more evidence together than the name alone.
            let named = || self.words.is_name(side, word - 1) && self.words.is_name(side, word);
            if has && before != NONE && !named() {
                pairs.push(pack(before as usize, feature as usize));
            }
            before = if has { feature } else { NONE };
        }
        sorting::distinct(pairs);
    }

    /// What a word weighs that has the same neighbour on both sides.
    pub fn next_weight(&self, feature: Feature) -> f64 {
        self.weights.of(feature).min(NEXT_MOST * self.scale)
    }
}

/// The words of a unit without the heading that stands before its prose.
fn body(document: &Document<'_>, unit: &Unit) -> Range<usize> {
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
}
