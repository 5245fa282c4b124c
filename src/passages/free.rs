//! The words that no passage has yet, and how well stretches of them answer each other.

use std::ops::Range;

use super::{
    similarity::{Feature, NONE, Space, Unit},
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
    /// The feature of every free word; `NONE` where a word has none or is not free.
    pub open: Sides<Vec<Feature>>,
    /// The words of every unit without the heading that stands before its prose.
    pub bodies: Sides<Vec<Range<usize>>>,
    /// How much more than in short texts a score must be.
    pub scale: f64,
    pub stamps: Sides<Stamps>,
    /// Room for the neighbours of [`Free::neighbours`], and whether the other side has them.
    next: Vec<(u64, bool)>,
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
        let bodies = |side: Side| {
            let units = space.units.get(side).iter();
            units.map(|unit| body(documents.get(side), unit)).collect()
        };
        let pairs = (space.units.left.len() as f64 * space.units.right.len() as f64).max(1.0);
        Self {
            documents,
            space,
            worth,
            taken: documents
                .as_ref()
                .map(|document| vec![FREE; document.words.len()]),
            open: space.features.clone(),
            bodies: Sides::new(Side::Left, Side::Right).map(bodies),
            scale: (pairs.ln() / PAIRS).max(1.0),
            stamps: Sides::new((), ()).map(|()| Stamps::new(space.features_len())),
            next: Vec::new(),
        }
    }

    /// Gives words to a passage.
    pub fn take(&mut self, words: &Words, passage: u32) {
        for side in Side::BOTH {
            self.taken.get_mut(side)[words.get(side).clone()].fill(passage);
            self.open.get_mut(side)[words.get(side).clone()].fill(NONE);
        }
    }

    /// Gives the free ones of some words to a passage.
    pub fn take_rest(&mut self, words: &Words, passage: u32) {
        for side in Side::BOTH {
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
            self.bodies.left[left].clone(),
            self.bodies.right[right].clone(),
        )
    }

    /// How well the free words of two stretches answer each other; none if they share too little weight
    /// other than that of names for any passage.
    pub fn weigh(&mut self, words: &Words) -> Option<Match> {
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
    pub fn stamp(&mut self, words: &Words) {
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
            let weight = self.worth.weight(feature);
            tally.all += weight;
            if right.has(feature) {
                tally.shared += weight;
                if first {
                    *(if self.worth.is_name(Side::Left, word) {
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
                let weight = self.worth.weight(feature);
                tally.all += weight;
                if other.has(feature) {
                    tally.shared += weight;
                }
            }
        }
        tally
    }

    /// Weight of the free words that stand next to each other on both sides.
    fn neighbours(&mut self, words: &Words) -> f64 {
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        next.extend(self.beside(Side::Left, words).map(|pair| (pair, false)));
        if !next.is_empty() {
            sorting::by_key(&mut next, |&(pair, _)| u128::from(pair));
            next.dedup();
            for pair in self.beside(Side::Right, words) {
                if let Ok(at) = next.binary_search_by_key(&pair, |&(pair, _)| pair) {
                    next[at].1 = true;
                }
            }
        }
        let both = next.iter().filter(|(_, both)| *both);
        let sum = both
            .map(|&(pair, _)| {
                let (a, b) = unpack(pair);
                f64::midpoint(
                    self.next_weight(a as Feature),
                    self.next_weight(b as Feature),
                )
            })
            .sum();
        self.next = next;
        sum
    }

    /// The features of free words that stand next to each other and that the other side has too.
    fn beside(&self, side: Side, words: &Words) -> impl Iterator<Item = u64> {
        let range = words.get(side).clone();
        let open = &self.open.get(side)[range.clone()];
        let other = self.stamps.get(side.other());
        let has = move |feature: Feature| feature != NONE && other.has(feature);
        let pairs = open.windows(2).zip(range);
        pairs.filter_map(move |(pair, at)| {
            let (a, b) = (pair[0], pair[1]);
            // The words of one name are no more evidence together than the name alone.
            let named = || self.worth.is_name(side, at) && self.worth.is_name(side, at + 1);
            (has(a) && has(b) && !named()).then(|| pack(a as usize, b as usize))
        })
    }

    /// What a word weighs that has the same neighbour on both sides.
    pub fn next_weight(&self, feature: Feature) -> f64 {
        self.worth.weight(feature).min(NEXT_MOST * self.scale)
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
