//! Which words passages have claimed, and how well stretches of the others answer each other.

use std::ops::Range;

use super::{
    bits::Bits,
    epoch_set::EpochSet,
    similarity::{Space, Unit},
    term_weights::TermWeights,
};
use crate::{
    document::{Document, Role, Sentence, TokenKind},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
    words::{
        Words,
        features::{Feature, NONE},
    },
};

// Weights are in units of idf (see `words::idf`). By eye on pairs of news reports, on one event and on different ones,
// and held against unrelated texts of the PAN 2013 training corpus; by F1 on pairs of news judged by meaning.

/// Least weight of shared words other than names of a passage, in short texts.
pub const LEAST_CONTENT_WEIGHT: f64 = 2.0;
/// Share of the weight of a name that counts.
pub const NAME_SHARE: f64 = 0.4;
/// Share of the weight of two words that counts once more if they stand next to each other on both sides.
pub const NEIGHBOUR_SHARE: f64 = 0.5;
/// Most weight that one word may add in that way: two rare words in a row are one piece of evidence.
const MOST_NEIGHBOUR_WEIGHT: f64 = 3.0;
/// ln(n m) of the texts for which the weights above were found, for n and m sentences. More sentences make more
/// pairs that are alike by chance.
const CALIBRATED_LN_PAIRS: f64 = 6.8;

/// Factor by which sums in another order differ at most, in their last digits.
pub const ROUNDING: f64 = 1.0 + 1e-9;

/// A range of words on each side.
pub type WordRanges = Sides<Range<usize>>;

/// In place of the passage of a word that no passage has claimed.
pub const UNCLAIMED: u32 = u32::MAX;

/// The words of both texts, and which passage claimed each.
pub struct Claims<'f> {
    pub documents: &'f Sides<&'f Document<'f>>,
    pub space: &'f Space,
    pub words: &'f Words,
    pub weights: &'f TermWeights,
    /// The passage of every word, [`UNCLAIMED`] where it has none.
    pub owner: Sides<Vec<u32>>,
    /// The words that a passage has claimed.
    claimed: Sides<Bits>,
    /// The feature of every unclaimed word; `NONE` where a word has none or is claimed.
    pub unclaimed: Sides<Vec<Feature>>,
    /// The words of every unit without the heading that stands before its prose.
    pub bodies: Sides<Vec<Range<usize>>>,
    /// Summed weight of the unclaimed words of every unit, or more: it is summed anew where a pair is claimed.
    pub unclaimed_weight: Sides<Vec<f64>>,
    /// How much more than in short texts a score must be.
    pub scale: f64,
    pub marked: Sides<EpochSet>,
    /// Room for the neighbours of [`Claims::neighbours`].
    next: Sides<Vec<u64>>,
}

/// How well two sentences answer each other, in their unclaimed words.
#[derive(Clone, Debug, Default)]
pub struct Match {
    pub score: f64,
    /// Weight of the shared words that are no names.
    pub content_weight: f64,
    /// Weight of the shared words that stand next to each other on both sides.
    pub neighbour_weight: f64,
}

impl<'f> Claims<'f> {
    /// No word is claimed.
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
            owner: documents
                .as_ref()
                .map(|document| vec![UNCLAIMED; document.words.len()]),
            claimed: documents
                .as_ref()
                .map(|document| Bits::new(document.words.len())),
            unclaimed: Sides::new(Side::Left, Side::Right)
                .map(|side| words.features(side).to_vec()),
            unclaimed_weight: bodies
                .as_ref()
                .map(|bodies: &Vec<_>| vec![f64::INFINITY; bodies.len()]),
            bodies,
            scale: (pairs.ln() / CALIBRATED_LN_PAIRS).max(1.0),
            marked: Sides::new((), ()).map(|()| EpochSet::new(space.features_len())),
            next: Sides::default(),
        }
    }

    /// Claims words for a passage.
    pub fn claim(&mut self, words: &WordRanges, passage: u32) {
        for side in Side::BOTH {
            self.owner.get_mut(side)[words.get(side).clone()].fill(passage);
            self.claimed
                .get_mut(side)
                .insert_all(words.get(side).clone());
            self.unclaimed.get_mut(side)[words.get(side).clone()].fill(NONE);
        }
    }

    /// Gives words back: they can be claimed again. Until `release` they have no weight.
    pub fn unclaim(&mut self, words: &WordRanges) {
        for side in Side::BOTH {
            let words = words.get(side).clone();
            self.owner.get_mut(side)[words.clone()].fill(UNCLAIMED);
            self.claimed.get_mut(side).remove_all(words);
        }
    }

    /// Claims the unclaimed ones of some words for a passage.
    pub fn claim_remaining(&mut self, words: &WordRanges, passage: u32) {
        for side in Side::BOTH {
            self.claimed
                .get_mut(side)
                .insert_all(words.get(side).clone());
            for owner in &mut self.owner.get_mut(side)[words.get(side).clone()] {
                if *owner == UNCLAIMED {
                    *owner = passage;
                }
            }
            self.unclaimed.get_mut(side)[words.get(side).clone()].fill(NONE);
        }
    }

    /// Lets all words be weighed again, claimed or not.
    pub fn release(&mut self) {
        self.unclaimed =
            Sides::new(Side::Left, Side::Right).map(|side| self.words.features(side).to_vec());
    }

    /// Whether one of the words is claimed.
    pub fn any_claimed(&self, side: Side, words: Range<usize>) -> bool {
        self.claimed.get(side).count(words) > 0
    }

    /// Whether all of the words are claimed.
    pub fn all_claimed(&self, side: Side, words: &Range<usize>) -> bool {
        self.claimed.get(side).count(words.clone()) == words.len()
    }

    /// Sums anew the weights of the unclaimed words of a unit.
    pub fn sum_unclaimed(&mut self, side: Side, unit: usize) {
        let words = self.bodies.get(side)[unit].clone();
        let features = self.unclaimed.get(side)[words].iter();
        let unclaimed = features.filter(|&&feature| feature != NONE);
        self.unclaimed_weight.get_mut(side)[unit] =
            unclaimed.map(|&feature| self.weights.of(feature)).sum();
    }

    /// The longest unclaimed stretch.
    pub fn longest_unclaimed(&self, side: Side, words: &Range<usize>) -> Range<usize> {
        let owner = self.owner.get(side);
        let mut best = words.start..words.start;
        if self.all_claimed(side, words) {
            return best;
        }
        let mut start = words.start;
        for word in words.clone() {
            if owner[word] != UNCLAIMED {
                start = word + 1;
            } else if word + 1 - start > best.len() {
                best = start..word + 1;
            }
        }
        best
    }

    /// Whether both stretches have more than marks. Where punctuation is compared, marks are words too.
    pub fn have_words(&self, words: &WordRanges) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let document = self.documents.get(side);
            let mut tokens = document.words[words.get(side).clone()].iter();
            tokens.any(|&token| document.tokens[token as usize].kind != TokenKind::Punctuation)
        })
    }

    /// Whether two words are the same.
    pub fn same(&self, left: usize, right: usize) -> bool {
        self.documents.left.key(left) == self.documents.right.key(right)
    }

    /// How well the unclaimed words of two units answer each other.
    pub fn compare(&mut self, left: usize, right: usize) -> Option<Match> {
        // Neighbours of a pair have often given most of their words to others.
        let most =
            self.unclaimed_weight.left[left].min(self.unclaimed_weight.right[right]) * ROUNDING;
        if most < LEAST_CONTENT_WEIGHT * self.scale {
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

    /// How well the unclaimed words of two stretches answer each other; none if they share too little weight
    /// other than that of names for any passage.
    pub fn weigh(&mut self, words: &WordRanges) -> Option<Match> {
        self.mark_side(Side::Right, words.right.clone());
        let (left, content_weight, name_weight) = self.mark_and_tally(words.left.clone());
        if left.shared == 0.0 || content_weight < LEAST_CONTENT_WEIGHT * self.scale {
            return None;
        }
        let right = self.tally(Side::Right, &words.right);
        let neighbour_weight = self.neighbours(words);
        let covered = (left.shared / left.all * right.shared / right.all).sqrt();
        let sum = content_weight + NAME_SHARE * name_weight + NEIGHBOUR_SHARE * neighbour_weight;
        Some(Match {
            score: sum * covered,
            content_weight,
            neighbour_weight,
        })
    }

    /// Notes the unclaimed features of both stretches.
    pub fn mark(&mut self, words: &WordRanges) {
        for side in Side::BOTH {
            self.mark_side(side, words.get(side).clone());
        }
    }

    /// Notes the unclaimed features of a stretch of one side.
    pub fn mark_side(&mut self, side: Side, words: Range<usize>) {
        let marked = self.marked.get_mut(side);
        marked.begin();
        for &feature in &self.unclaimed.get(side)[words] {
            if feature != NONE {
                marked.mark(feature);
            }
        }
    }

    /// Does for a stretch of the left what `mark_side` and `tally` do. Also the weights of the different
    /// features that the right has, of words and of names.
    fn mark_and_tally(&mut self, words: Range<usize>) -> (Tally, f64, f64) {
        let (mut tally, mut content_weight, mut name_weight) = (Tally::default(), 0.0, 0.0);
        let Sides { left, right } = &mut self.marked;
        left.begin();
        for (&feature, word) in self.unclaimed.left[words.clone()].iter().zip(words) {
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
                        &mut name_weight
                    } else {
                        &mut content_weight
                    }) += weight;
                }
            }
        }
        (tally, content_weight, name_weight)
    }

    /// Adds up the weights of the unclaimed words of a stretch: of all, and of those the other side has.
    pub fn tally(&self, side: Side, words: &Range<usize>) -> Tally {
        let mut tally = Tally::default();
        let other = self.marked.get(side.other());
        for &feature in &self.unclaimed.get(side)[words.clone()] {
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

    /// Weight of the unclaimed words that stand next to each other on both sides.
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

    /// The features of unclaimed words that stand next to each other and that the other side has too, as packed
    /// pairs, ascending, each once.
    fn beside(&self, side: Side, words: &WordRanges, pairs: &mut Vec<u64>) {
        pairs.clear();
        let range = words.get(side).clone();
        let other = self.marked.get(side.other());
        let mut before = NONE;
        for (&feature, word) in self.unclaimed.get(side)[range.clone()].iter().zip(range) {
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
        self.weights
            .of(feature)
            .min(MOST_NEIGHBOUR_WEIGHT * self.scale)
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
