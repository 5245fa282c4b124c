//! Which sentences could face each other: pairs, merged and split sentences, with their worth.
//!
//! After the bead alignment of Gale and Church 1993, with shared words in place of lengths. Only pairs
//! that share something are looked at, so that the cost grows with what the texts have in common and
//! not with the product of their lengths; the best chain of beads is then the alignment.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{
    bags::{Bags, CONTENT, worths},
    candidates,
};
use crate::{
    chain::Link,
    document::{Document, Key},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
    words::Words,
};

/// A bead has at most so many sentences on one side.
const WIDEST: usize = 4;

/// What a word that is not shared takes from the worth of a pair, in parts of `SHARED`, what one that is
/// shared adds. So pairs with a Dice coefficient below 2p / (2p + 1), that is .4, are worth nothing ...
const PENALTY: i64 = 20;
const SHARED: i64 = 60;
/// ... unless a passage ties them: then hardly anything is taken.
const TIED: i64 = 1;
/// A sentence that says what stands elsewhere faces another, without a passage that ties them, only if at
/// least two parts in so many of their words are shared.
const ALIKE: i64 = 3;
/// One part in so many of the shorter side must be covered by passages to tie more than two sentences.
const TIE: i64 = 4;
/// A further sentence in a bead costs a little, so that a bead is no larger than it must be ...
const FURTHER: i64 = 15 * SHARED;
/// ... and more so if it stands in another paragraph.
const PARAGRAPH: i64 = 60 * SHARED;
/// One part in so many of each sentence of a bead of several must be shared ...
const BELONGS: i64 = 2;
/// ... or one in so many, if a passage ties it to the other side and all of the bead is one paragraph.
const BELONGS_TIED: i64 = 4;

/// One part in so many of a sentence must stand in the second of two sentences for these to be entwined.
const ENTWINED: i64 = 3;

/// What makes sentences face each other.
pub(super) struct Beads<'c, 't> {
    documents: &'c Sides<Document<'t>>,
    bags: Sides<Bags>,
    paragraphs: Sides<Vec<usize>>,
    /// How many words, times their worth, passages tie in a pair of sentences.
    ties: FxHashMap<(usize, usize), i64>,
    /// What a sentence says stands elsewhere.
    claimed: Sides<Vec<bool>>,
    weights: Vec<i64>,
    shared: Shared,
}

impl<'c, 't> Beads<'c, 't> {
    /// `ties` gives, for pairs of sentences, how many words passages tie; `claimed` which sentences have
    /// most of their words in passages that tie them to a sentence that cannot face them.
    pub(super) fn new(
        documents: &'c Sides<Document<'t>>,
        words: &Words,
        ties: FxHashMap<(usize, usize), i64>,
        claimed: Sides<Vec<bool>>,
    ) -> Self {
        let weights = worths(words);
        let bags = documents
            .as_ref()
            .map(|document| Bags::new(document, &weights));
        let ties = ties
            .into_iter()
            .map(|(pair, words)| (pair, words * CONTENT))
            .collect();
        Self {
            paragraphs: documents.as_ref().map(paragraphs),
            documents,
            bags,
            ties,
            claimed,
            weights,
            shared: Shared::default(),
        }
    }

    /// All beads of any worth, in no particular order that matters; and whether no bound was met. `similar` are
    /// packed pairs of sentences with words in common, `fits` says whether a pair is in the order of the passages.
    pub(super) fn all(
        &mut self,
        similar: &[u64],
        fits: impl Fn(usize, usize) -> bool,
    ) -> (Vec<Link>, bool) {
        let mut pairs = similar.to_vec();
        let complete = candidates::copies(self.documents, &self.bags, &mut pairs);
        pairs.retain(|&pair| {
            let (l, r) = unpack(pair);
            fits(l, r)
        });
        pairs.extend(self.ties.keys().map(|&(l, r)| pack(l, r)));
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
        let tied = self.ties.contains_key(&(l, r));
        let (left, right) = (
            belongs(shared, self.bags.left.weight(l), tied),
            belongs(shared, self.bags.right.weight(r), tied),
        );
        for wide in 2..=WIDEST {
            let more = |at: usize, side: Side| at + wide <= self.bags.get(side).len();
            if right && more(r, Side::Right) {
                beads.extend(self.bead(l..l + 1, r..r + wide));
            }
            if left && more(l, Side::Left) {
                beads.extend(self.bead(l..l + wide, r..r + 1));
            }
            if wide == 2 && more(r, Side::Right) && more(l, Side::Left) {
                beads.extend(self.bead(l..l + 2, r..r + 2));
            }
        }
    }

    /// A bead, if it is worth anything.
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
        let weight = |side: Side, range: &Range<usize>| -> i64 {
            range.clone().map(|at| self.bags.get(side).weight(at)).sum()
        };
        let (wl, wr) = (weight(Side::Left, &left), weight(Side::Right, &right));
        if !self.free(&left, &right) && shared * ALIKE < wl + wr {
            return None;
        }
        let penalty = if tied > 0 && left.len() == 1 && right.len() == 1 || tied * TIE >= wl.min(wr)
        {
            TIED
        } else {
            PENALTY
        };
        let worth = SHARED * shared
            - penalty * (wl + wr - 2 * shared)
            - self.width(Side::Left, &left)
            - self.width(Side::Right, &right);
        (worth > 0).then(|| Link {
            at: Sides::new(left, right),
            weight: worth as u64,
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
        let tied = paragraphs.first() == paragraphs.last()
            && pairs.clone().any(|pair| self.ties.contains_key(&pair));
        let shared = pairs.map(|(l, r)| self.shared.of(l, r)).sum();
        belongs(shared, self.bags.get(side).weight(at), tied)
    }

    /// Whether every sentence of a bead that says what stands elsewhere is tied to another one in the bead.
    fn free(&self, left: &Range<usize>, right: &Range<usize>) -> bool {
        let tied = |l: usize, r: usize| self.ties.contains_key(&(l, r));
        let mut lefts = left.clone().filter(|&l| self.claimed.left[l]);
        let mut rights = right.clone().filter(|&r| self.claimed.right[r]);
        lefts.all(|l| right.clone().any(|r| tied(l, r)))
            && rights.all(|r| left.clone().any(|l| tied(l, r)))
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

    /// Worth of the words that are in both.
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

/// Worth of what pairs of sentences share.
#[derive(Default)]
struct Shared {
    /// Where the pairs of each left sentence begin, and where the last ends.
    starts: Vec<usize>,
    /// The right sentence of each pair, ascending for each left one, and the worth.
    rights: Vec<u32>,
    worths: Vec<i64>,
}

impl Shared {
    /// Of packed pairs, ascending.
    fn new(pairs: &[u64], lefts: usize, overlap: impl Fn(usize, usize) -> i64) -> Self {
        let mut shared = Self::default();
        for &pair in pairs {
            let (l, r) = unpack(pair);
            shared.starts.resize(l + 1, shared.rights.len());
            shared.rights.push(r as u32);
            shared.worths.push(overlap(l, r));
        }
        shared.starts.resize(lefts + 1, shared.rights.len());
        shared
    }

    /// None for a pair that was not looked at.
    fn get(&self, left: usize, right: usize) -> Option<i64> {
        let start = self.starts[left];
        let rights = &self.rights[start..self.starts[left + 1]];
        let at = rights.binary_search(&(right as u32)).ok()?;
        Some(self.worths[start + at])
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
