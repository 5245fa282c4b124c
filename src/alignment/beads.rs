//! Which sentences could face each other: pairs, merged and split sentences, with their worth.
//!
//! After the bead alignment of Gale and Church 1993, with shared words in place of lengths. Only pairs
//! that share something are looked at, so that the cost grows with what the texts have in common and
//! not with the product of their lengths; the best chain of beads is then the alignment.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    chain::Link,
    document::{Document, Key, Role, TokenKind},
    span::{Side, Sides},
};

/// Words of a sentence by key, ascending, with their count and worth.
struct Bag {
    words: Vec<(Key, u32)>,
    weight: i64,
}

/// Words that stand in more sentences of a side than this do not make a pair.
const FREQUENT: usize = 48;
/// For each sentence so many sentences with the most words in common are looked at closely.
const CLOSEST: usize = 12;
/// Sentences with the same words that are told apart by their place only: above so many on a side
/// the first faces the first, the second the second.
const COPIES: usize = 24;
/// A bead has at most so many sentences on one side.
const WIDEST: usize = 4;

/// The worth of a word that says something, of a short or frequent one, and of punctuation. Whole
/// numbers, so that sums do not depend on their order.
const CONTENT: i64 = 50;
const LIGHT: i64 = 15;
const MARK: i64 = 1;

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
    bags: Sides<Vec<Bag>>,
    paragraphs: Sides<Vec<usize>>,
    /// How many words, times their worth, passages tie in a pair of sentences.
    ties: FxHashMap<(usize, usize), i64>,
    /// What a sentence says stands elsewhere.
    claimed: Sides<Vec<bool>>,
    weights: Vec<i64>,
    /// Worth of what a pair of sentences shares.
    shared: FxHashMap<(usize, usize), i64>,
}

impl<'c, 't> Beads<'c, 't> {
    /// `ties` gives, for pairs of sentences, how many words passages tie; `claimed` which sentences have
    /// most of their words in passages that tie them to a sentence that cannot face them.
    pub(super) fn new(
        documents: &'c Sides<Document<'t>>,
        ties: FxHashMap<(usize, usize), i64>,
        claimed: Sides<Vec<bool>>,
    ) -> Self {
        let weights = weights(documents);
        let bags = documents.as_ref().map(|document| bags(document, &weights));
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
            shared: FxHashMap::default(),
        }
    }

    /// All beads of any worth, in no particular order that matters. `fits` says whether a pair of
    /// sentences is in the order of the passages.
    pub(super) fn all(&mut self, fits: impl Fn(usize, usize) -> bool) -> Vec<Link> {
        let mut pairs = self.similar();
        pairs.extend(self.copies());
        pairs.retain(|&(l, r)| fits(l, r));
        pairs.extend(self.ties.keys().copied());
        pairs.sort_unstable();
        pairs.dedup();
        for &(l, r) in &pairs {
            let shared = self.overlap(&self.bags.left[l].words, &self.bags.right[r].words);
            self.shared.insert((l, r), shared);
        }
        let mut beads = Vec::new();
        for &(l, r) in &pairs {
            self.beads_at(l, r, &mut beads);
        }
        beads
    }

    /// The beads that begin with a pair.
    fn beads_at(&self, l: usize, r: usize, beads: &mut Vec<Link>) {
        for wide in 1..=WIDEST {
            let more = |at: usize, side: Side| at + wide <= self.bags.get(side).len();
            if more(r, Side::Right) {
                beads.extend(self.bead(l..l + 1, r..r + wide));
            }
            if wide > 1 && more(l, Side::Left) {
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
        let of = |map: &FxHashMap<(usize, usize), i64>, l: usize, r: usize| {
            map.get(&(l, r)).copied().unwrap_or(0)
        };
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
        let tied: i64 = pairs.map(|(l, r)| of(&self.ties, l, r)).sum();
        let shared = if left.len() == 1 && right.len() == 1 {
            of(&self.shared, left.start, right.start)
        } else {
            self.overlap(
                &merged(&self.bags.left[left.clone()]),
                &merged(&self.bags.right[right.clone()]),
            )
        };
        let weight = |side: Side, range: &Range<usize>| -> i64 {
            self.bags.get(side)[range.clone()]
                .iter()
                .map(|bag| bag.weight)
                .sum()
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
        let sum = |map: &FxHashMap<(usize, usize), i64>| -> i64 {
            let pair = |other| match side {
                Side::Left => (at, other),
                Side::Right => (other, at),
            };
            others
                .clone()
                .filter_map(|other| map.get(&pair(other)))
                .sum()
        };
        let paragraphs = &self.paragraphs.get(side)[own.clone()];
        let together = paragraphs.first() == paragraphs.last();
        let part = if together && sum(&self.ties) > 0 {
            BELONGS_TIED
        } else {
            BELONGS
        };
        sum(&self.shared) * part >= self.bags.get(side)[at].weight
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
                let lesser = self.bags.left[l].weight.min(self.bags.right[r].weight);
                self.shared
                    .get(&(l, r))
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

    /// Pairs of sentences with rare words in common.
    fn similar(&self) -> Vec<(usize, usize)> {
        let mut pairs = self.closest(&self.bags.left, &self.bags.right);
        let back = self.closest(&self.bags.right, &self.bags.left);
        pairs.extend(back.into_iter().map(|(r, l)| (l, r)));
        pairs
    }

    /// For each sentence of the one side those of the other with the most words in common.
    fn closest(&self, of: &[Bag], among: &[Bag]) -> Vec<(usize, usize)> {
        let mut places: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
        for (at, bag) in among.iter().enumerate() {
            for &(key, _) in &bag.words {
                places.entry(key).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        let mut score: FxHashMap<usize, i64> = FxHashMap::default();
        for (here, bag) in of.iter().enumerate() {
            score.clear();
            for (key, _) in &bag.words {
                let rare = places.get(key).filter(|places| places.len() <= FREQUENT);
                for &there in rare.into_iter().flatten() {
                    *score.entry(there).or_default() += self.weights[*key as usize];
                }
            }
            let mut closest: Vec<(usize, i64)> = score.drain().collect();
            closest.sort_unstable_by_key(|&(there, score)| (std::cmp::Reverse(score), there));
            pairs.extend(
                closest
                    .iter()
                    .take(CLOSEST)
                    .map(|&(there, _)| (here, there)),
            );
        }
        pairs
    }

    /// Pairs of sentences with the same tokens, however common these are.
    fn copies(&self) -> Vec<(usize, usize)> {
        let mut places: FxHashMap<Vec<Key>, Sides<Vec<usize>>> = FxHashMap::default();
        for side in [Side::Left, Side::Right] {
            let document = self.documents.get(side);
            for (at, sentence) in document.sentences.iter().enumerate() {
                if self.bags.get(side)[at].weight <= 0 {
                    continue;
                }
                let keys = document.tokens[sentence.tokens.clone()]
                    .iter()
                    .map(|t| t.key);
                let places = places.entry(keys.collect()).or_default();
                match side {
                    Side::Left => places.left.push(at),
                    Side::Right => places.right.push(at),
                }
            }
        }
        let mut pairs = Vec::new();
        for Sides { left, right } in places.into_values() {
            if left.len() <= COPIES && right.len() <= COPIES {
                pairs.extend(
                    left.iter()
                        .flat_map(|&l| right.iter().map(move |&r| (l, r))),
                );
            } else {
                pairs.extend(left.iter().copied().zip(right.iter().copied()));
                pairs.extend(left.iter().rev().copied().zip(right.iter().rev().copied()));
            }
        }
        pairs
    }
}

/// The words of several sentences.
fn merged(bags: &[Bag]) -> Vec<(Key, u32)> {
    let mut words: Vec<(Key, u32)> = bags
        .iter()
        .flat_map(|bag| bag.words.iter().copied())
        .collect();
    words.sort_unstable();
    words.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    words
}

/// The paragraph of each sentence.
fn paragraphs(document: &Document<'_>) -> Vec<usize> {
    let mut paragraphs = vec![0; document.sentences.len()];
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        paragraphs[paragraph.sentences.clone()].fill(at);
    }
    paragraphs
}

/// The worth of each key: that of its kind, less if it is frequent or short.
fn weights(documents: &Sides<Document<'_>>) -> Vec<i64> {
    let mut seen: Vec<(i64, u32)> = Vec::new();
    for document in [&documents.left, &documents.right] {
        for token in &document.tokens {
            let key = token.key as usize;
            if seen.len() <= key {
                seen.resize(key + 1, (0, 0));
            }
            let letters = document.text[token.span.range()].chars().count();
            let kind = match token.kind {
                TokenKind::Punctuation => MARK,
                TokenKind::Number => CONTENT,
                TokenKind::Word if letters <= 3 => LIGHT,
                TokenKind::Word => CONTENT,
            };
            seen[key] = (kind, seen[key].1 + 1);
        }
    }
    let all: u32 = seen.iter().map(|(_, count)| count).sum();
    // A word that makes up more than one in a hundred tokens of texts long enough to tell.
    let frequent = |count: u32| all >= 400 && count * 100 > all;
    seen.into_iter()
        .map(|(kind, count)| {
            if frequent(count) {
                kind.min(LIGHT)
            } else {
                kind
            }
        })
        .collect()
}

/// The words of each sentence; none for furniture.
fn bags(document: &Document<'_>, weights: &[i64]) -> Vec<Bag> {
    let mut bags: Vec<Bag> = Vec::with_capacity(document.sentences.len());
    for paragraph in &document.paragraphs {
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let mut keys: Vec<Key> = Vec::new();
            if !matches!(paragraph.role, Role::Furniture(_)) {
                keys.extend(
                    document.tokens[sentence.tokens.clone()]
                        .iter()
                        .map(|t| t.key),
                );
            }
            keys.sort_unstable();
            let mut words: Vec<(Key, u32)> = Vec::new();
            for key in keys {
                match words.last_mut() {
                    Some((last, count)) if *last == key => *count += 1,
                    _ => words.push((key, 1)),
                }
            }
            let weight = words
                .iter()
                .map(|&(key, n)| weights[key as usize] * i64::from(n))
                .sum();
            bags.push(Bag { words, weight });
        }
    }
    bags
}
