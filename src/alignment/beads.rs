//! Which sentences could face each other: pairs, merged and split sentences, with their score.
//!
//! After the bead alignment of Gale and Church 1993, with shared words in place of lengths. Only pairs
//! that share something are looked at, so that the cost grows with what the texts have in common and
//! not with the product of their lengths; the best chain of beads is then the alignment.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    bag_of_words::{Bags, CONTENT_WEIGHT, key_weights},
    copies,
    ties::Claimed,
};
use crate::{
    chain::Link,
    document::{Document, Key},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
    words::Words,
};

// Weights are those of `bag_of_words`. By eye on revisions and news, and on tests/cases.

/// Most sentences of a bead on one side. A sentence split in six faces all of them.
const WIDEST: usize = 8;

/// Score of a unit of weight that both sides of a bead have, and price of one that only one side has. So pairs with a Dice
/// coefficient below 2p / (2p + 1), p being 1/3, that is 2/5, have no score ...
const SHARED: i64 = 60;
const PENALTY: i64 = 20;
/// ... unless a passage ties them: then this is the price of a unit of weight.
const TIED_PENALTY: i64 = 1;
/// Sentences that say what stands elsewhere face one other, without a passage that ties them, only if at least 2/3 of
/// their weight is shared: parts of it in another order. One that stands elsewhere word for word faces no other alone.
const CLAIMED_SHARE: i64 = 3;
/// Sentences that face one together share at most 4/3 of what each of them shares: others are copies of each other.
const TOGETHER_SHARE: (i64, i64) = (4, 3);
/// At least 1/4 of the shorter side must be covered by passages for more than two sentences to be tied.
const TIED_SHARE: i64 = 4;
/// Price of a further sentence in a bead, in the units of [`SHARED`], so that a bead is no larger than it must be ...
const FURTHER: i64 = 15 * SHARED;
/// ... and of one that stands in another paragraph.
const PARAGRAPH: i64 = 60 * SHARED;
/// At least 1/2 of each sentence of a bead of several must be shared ...
const BELONGS: i64 = 2;
/// ... or 1/4, if a passage or a stock phrase ties it to the other side and all of the bead is one paragraph.
const BELONGS_TIED: i64 = 4;

/// At least 1/3 of a sentence must stand in the *other* sentence of a bead of two and two; otherwise it parts into two
/// beads of one and one.
const ENTWINED: i64 = 3;

/// What makes sentences face each other.
pub(super) struct Beads<'c, 't> {
    documents: &'c Sides<Document<'t>>,
    bags: Sides<Bags>,
    paragraphs: Sides<Vec<usize>>,
    /// How many words, times the weight of one, passages tie in a pair of sentences.
    ties: FxHashMap<(usize, usize), i64>,
    /// The pairs of sentences that have a stock phrase in common.
    phrases: FxHashSet<(usize, usize)>,
    /// How much of what a sentence says stands elsewhere.
    claimed: Sides<Vec<Claimed>>,
    weights: Vec<i64>,
    shared: Shared,
}

impl<'c, 't> Beads<'c, 't> {
    /// `ties` gives, for pairs of sentences, how many words passages tie, `phrases` which have a stock
    /// phrase in common; `claimed` how much of each
    /// sentence is in passages that tie it to a sentence that cannot face it.
    #[inline(never)]
    pub(super) fn new(
        documents: &'c Sides<Document<'t>>,
        words: &Words,
        ties: FxHashMap<(usize, usize), i64>,
        phrases: FxHashSet<(usize, usize)>,
        claimed: Sides<Vec<Claimed>>,
    ) -> Self {
        let weights = key_weights(words);
        let bags = documents
            .as_ref()
            .map(|document| Bags::new(document, &weights));
        let ties = ties
            .into_iter()
            .map(|(pair, words)| (pair, words * CONTENT_WEIGHT))
            .collect();
        Self {
            paragraphs: documents.as_ref().map(paragraphs),
            documents,
            bags,
            ties,
            phrases,
            claimed,
            weights,
            shared: Shared::default(),
        }
    }

    /// All beads with a score, in no particular order that matters; and whether no bound was met. `similar` are
    /// packed pairs of sentences with words in common, `fits` says whether a pair is in the order of the passages.
    #[inline(never)]
    pub(super) fn all(
        &mut self,
        similar: &[u64],
        fits: impl Fn(usize, usize) -> bool,
    ) -> (Vec<Link>, bool) {
        let mut pairs = similar.to_vec();
        let complete = copies::copy_pairs(self.documents, &self.bags, &mut pairs);
        pairs.retain(|&pair| {
            let (l, r) = unpack(pair);
            fits(l, r)
        });
        let tied = self.ties.keys().chain(&self.phrases);
        pairs.extend(tied.map(|&(l, r)| pack(l, r)));
        sorting::distinct(&mut pairs);
        self.shared = Shared::new(&pairs, self.bags.left.len(), |l, r| {
            self.overlap(self.bags.left.words(l), self.bags.right.words(r))
        });
        let mut beads = Vec::new();
        for &pair in &pairs {
            let (l, r) = unpack(pair);
            self.beads_at(l, r, &mut beads);
        }
        (beads, complete)
    }

    /// The beads that begin with a pair.
    fn beads_at(&self, l: usize, r: usize, beads: &mut Vec<Link>) {
        beads.extend(self.bead(l..l + 1, r..r + 1));
        // In a bead of one sentence and several the first of these must belong, so that most need no look.
        let shared = self.shared.of(l, r);
        let tied = self.holds(l, r);
        let (left, right) = (
            belongs(shared, self.bags.left.weight(l), tied),
            belongs(shared, self.bags.right.weight(r), tied),
        );
        let more = |at: usize, wide: usize, side: Side| at + wide <= self.bags.get(side).len();
        let (one, rights) = (
            l..l + 1,
            (2..=WIDEST).take_while(|&wide| right && more(r, wide, Side::Right)),
        );
        for wide in rights {
            if !self.belongs(r + wide - 1, Side::Right, &(r..r + wide), &one) {
                break;
            }
            beads.extend(self.bead(one.clone(), r..r + wide));
        }
        let (one, lefts) = (
            r..r + 1,
            (2..=WIDEST).take_while(|&wide| left && more(l, wide, Side::Left)),
        );
        for wide in lefts {
            if !self.belongs(l + wide - 1, Side::Left, &(l..l + wide), &one) {
                break;
            }
            beads.extend(self.bead(l..l + wide, one.clone()));
        }
        if more(r, 2, Side::Right) && more(l, 2, Side::Left) {
            beads.extend(self.bead(l..l + 2, r..r + 2));
        }
    }

    /// A bead, if it has a score.
    fn bead(&self, left: Range<usize>, right: Range<usize>) -> Option<Link> {
        if left.len() > 1 && right.len() > 1 && !self.entwined(&left, &right) {
            return None;
        }
        let left_belong = left
            .clone()
            .all(|l| self.belongs(l, Side::Left, &left, &right));
        let right_belong = right
            .clone()
            .all(|r| self.belongs(r, Side::Right, &right, &left));
        if !left_belong || !right_belong {
            return None;
        }
        let pairs = left
            .clone()
            .flat_map(|l| right.clone().map(move |r| (l, r)));
        let tied: i64 = pairs
            .map(|(l, r)| self.ties.get(&(l, r)).copied().unwrap_or(0))
            .sum();
        let shared = if left.len() == 1 && right.len() == 1 {
            self.shared.of(left.start, right.start)
        } else {
            self.overlap(
                &self.bags.left.merged(left.clone()),
                &self.bags.right.merged(right.clone()),
            )
        };
        if self.copies(&left, &right, shared) {
            return None;
        }
        let weight = |side: Side, range: &Range<usize>| -> i64 {
            range.clone().map(|at| self.bags.get(side).weight(at)).sum()
        };
        let (wl, wr) = (weight(Side::Left, &left), weight(Side::Right, &right));
        let single = left.len() == 1 && right.len() == 1;
        let several = left.len() > 1 && right.len() > 1;
        let few = shared * CLAIMED_SHARE < wl + wr;
        match self.elsewhere(&left, &right) {
            Claimed::No => {}
            Claimed::Whole if single => return None,
            _ if several || few => return None,
            _ => {}
        }
        let penalty = if tied > 0 && single || tied * TIED_SHARE >= wl.min(wr) {
            TIED_PENALTY
        } else {
            PENALTY
        };
        // Of copies those face each other that a passage ties.
        let score = i64::from(tied > 0) + SHARED * shared
            - penalty * (wl + wr - 2 * shared)
            - self.width(Side::Left, &left)
            - self.width(Side::Right, &right);
        (score > 0).then(|| Link {
            at: Sides::new(left, right),
            weight: score as u64,
        })
    }

    /// Whether enough of a sentence stands on the other side of a bead for it to be one of several there.
    fn belongs(&self, at: usize, side: Side, own: &Range<usize>, others: &Range<usize>) -> bool {
        if own.len() == 1 {
            return true;
        }
        let pair = |other| match side {
            Side::Left => (at, other),
            Side::Right => (other, at),
        };
        let pairs = others.clone().map(pair);
        let paragraphs = &self.paragraphs.get(side)[own.clone()];
        let tied =
            paragraphs.first() == paragraphs.last() && pairs.clone().any(|(l, r)| self.holds(l, r));
        let shared = pairs.map(|(l, r)| self.shared.of(l, r)).sum();
        belongs(shared, self.bags.get(side).weight(at), tied)
    }

    /// Whether sentences that face one together say the same of it twice.
    fn copies(&self, left: &Range<usize>, right: &Range<usize>, together: i64) -> bool {
        if left.len() > 1 && right.len() > 1 {
            return false;
        }
        let pairs = left
            .clone()
            .flat_map(|l| right.clone().map(move |r| (l, r)));
        let alone: i64 = pairs.map(|(l, r)| self.shared.of(l, r)).sum();
        alone * TOGETHER_SHARE.1 > together * TOGETHER_SHARE.0
    }

    /// Whether a passage or a stock phrase stands in both of two sentences.
    fn holds(&self, l: usize, r: usize) -> bool {
        self.ties.contains_key(&(l, r)) || self.phrases.contains(&(l, r))
    }

    /// How much of what sentences of a bead say stands elsewhere, those aside that are tied to another one in the bead.
    fn elsewhere(&self, left: &Range<usize>, right: &Range<usize>) -> Claimed {
        let tied = |l: usize, r: usize| self.ties.contains_key(&(l, r));
        let lefts = left
            .clone()
            .filter(|&l| !right.clone().any(|r| tied(l, r)))
            .map(|l| self.claimed.left[l]);
        let rights = right
            .clone()
            .filter(|&r| !left.clone().any(|l| tied(l, r)))
            .map(|r| self.claimed.right[r]);
        lefts.chain(rights).max().unwrap_or_default()
    }

    /// Whether two sentences facing two others cannot be taken apart: a good part of one stands in the
    /// other sentence of the other side.
    fn entwined(&self, left: &Range<usize>, right: &Range<usize>) -> bool {
        [(left.start, right.end - 1), (left.end - 1, right.start)]
            .into_iter()
            .any(|(l, r)| {
                let lesser = self.bags.left.weight(l).min(self.bags.right.weight(r));
                self.shared
                    .get(l, r)
                    .is_some_and(|shared| shared * ENTWINED >= lesser)
            })
    }

    fn width(&self, side: Side, range: &Range<usize>) -> i64 {
        let paragraphs = &self.paragraphs.get(side)[range.clone()];
        let breaks = paragraphs
            .windows(2)
            .filter(|pair| pair[0] != pair[1])
            .count();
        FURTHER * (range.len() as i64 - 1) + PARAGRAPH * breaks as i64
    }

    /// Weight of the words that are in both.
    fn overlap(&self, a: &[(Key, u32)], b: &[(Key, u32)]) -> i64 {
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while let (Some(&(x, m)), Some(&(y, n))) = (a.get(i), b.get(j)) {
            if x == y {
                shared += self.weights[x as usize] * i64::from(m.min(n));
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        shared
    }
}

/// Whether enough of a sentence is shared for it to be in a bead of several.
fn belongs(shared: i64, weight: i64, tied: bool) -> bool {
    shared * (if tied { BELONGS_TIED } else { BELONGS }) >= weight
}

/// Weight of what pairs of sentences share.
#[derive(Default)]
struct Shared {
    /// Where the pairs of each left sentence begin, and where the last ends.
    starts: Vec<usize>,
    /// The right sentence of each pair, ascending for each left one, and the weight.
    rights: Vec<u32>,
    weights: Vec<i64>,
}

impl Shared {
    /// Of packed pairs, ascending.
    fn new(pairs: &[u64], lefts: usize, overlap: impl Fn(usize, usize) -> i64) -> Self {
        let mut shared = Self::default();
        for &pair in pairs {
            let (l, r) = unpack(pair);
            shared.starts.resize(l + 1, shared.rights.len());
            shared.rights.push(r as u32);
            shared.weights.push(overlap(l, r));
        }
        shared.starts.resize(lefts + 1, shared.rights.len());
        shared
    }

    /// None for a pair that was not looked at.
    fn get(&self, left: usize, right: usize) -> Option<i64> {
        let start = self.starts[left];
        let rights = &self.rights[start..self.starts[left + 1]];
        let at = rights.binary_search(&(right as u32)).ok()?;
        Some(self.weights[start + at])
    }

    fn of(&self, left: usize, right: usize) -> i64 {
        self.get(left, right).unwrap_or(0)
    }
}

/// The paragraph of each sentence.
fn paragraphs(document: &Document<'_>) -> Vec<usize> {
    let mut paragraphs = vec![0; document.sentences.len()];
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        paragraphs[paragraph.sentences.clone()].fill(at);
    }
    paragraphs
}
