//! Which pairs of sentences are looked at closely: of all pairs only those that share rare words, and
//! copies of one another. The work is bounded by how frequent a word may be and how many of a sentence's
//! pairs are kept.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::bags::Bags;
use crate::{
    document::{Document, Key},
    index::Postings,
    sorting::pack,
    span::{Side, Sides},
};

/// Words that stand in more sentences of a side than this do not make a pair.
const FREQUENT: usize = 48;
/// For each sentence so many sentences with the most words in common are looked at closely.
const CLOSEST: usize = 12;
/// Sentences with the same words that are told apart by their place only: above so many on a side
/// the first faces the first, the second the second.
const COPIES: usize = 24;

/// Packed pairs of sentences with rare words in common, in no order, some of them twice. `weights` are
/// the worths of the keys.
pub(super) fn similar(bags: &Sides<Bags>, weights: &[i64]) -> Vec<u64> {
    let places = bags.as_ref().map(|bags| Places::new(bags, weights.len()));
    let mut pairs = Vec::new();
    closest(&bags.left, &places.right, weights, |l, r| {
        pairs.push(pack(l, r))
    });
    closest(&bags.right, &places.left, weights, |r, l| {
        pairs.push(pack(l, r))
    });
    pairs
}

/// In which sentences of a side each key stands.
struct Places {
    sentences: Postings,
    /// How many sentences the side has.
    all: usize,
}

impl Places {
    fn new(bags: &Bags, keys: usize) -> Self {
        let posted = (0..bags.len()).flat_map(|at| {
            let words = bags.words(at).iter();
            words.map(move |&(key, _)| (key as usize, at as u32))
        });
        Self {
            sentences: Postings::new(keys, posted),
            all: bags.len(),
        }
    }

    /// The sentences with a key, none if there are too many of them.
    fn rare(&self, key: Key) -> &[u32] {
        let places = self.sentences.get(key as usize);
        if places.len() > FREQUENT { &[] } else { places }
    }
}

/// For each sentence of the one side those of the other with the most words in common.
fn closest(of: &Bags, among: &Places, weights: &[i64], mut found: impl FnMut(usize, usize)) {
    let mut score = vec![0_u32; among.all];
    let mut touched = Vec::new();
    for here in 0..of.len() {
        for &(key, _) in of.words(here) {
            let weight = weights[key as usize] as u32;
            for &there in among.rare(key) {
                let score = &mut score[there as usize];
                if *score == 0 {
                    touched.push(there);
                }
                *score += weight;
            }
        }
        let mut best = Best::default();
        for there in touched.drain(..) {
            let score = std::mem::take(&mut score[there as usize]);
            if score >= best.least {
                best.offer(score, there);
            }
        }
        best.sentences().for_each(|there| found(here, there));
    }
}

/// The sentences of highest score, of equal ones those that stand first.
#[derive(Default)]
struct Best {
    /// Score and sentence in one number, falling.
    entries: [u64; CLOSEST],
    len: usize,
    /// A lesser score is not among them.
    least: u32,
}

impl Best {
    fn offer(&mut self, score: u32, sentence: u32) {
        let entry = u64::from(score) << 32 | u64::from(u32::MAX - sentence);
        if self.len == CLOSEST {
            if entry <= self.entries[CLOSEST - 1] {
                return;
            }
            self.len -= 1;
        }
        let mut at = self.len;
        while at > 0 && self.entries[at - 1] < entry {
            self.entries[at] = self.entries[at - 1];
            at -= 1;
        }
        self.entries[at] = entry;
        self.len += 1;
        if self.len == CLOSEST {
            self.least = (self.entries[CLOSEST - 1] >> 32) as u32;
        }
    }

    fn sentences(&self) -> impl Iterator<Item = usize> {
        let sentence = |entry: &u64| (u32::MAX - (entry & u64::from(u32::MAX)) as u32) as usize;
        self.entries[..self.len].iter().map(sentence)
    }
}

/// Adds the pairs of sentences with the same tokens, however common these are. Sentences are taken for
/// the same by a hash: a pair too many costs a look.
pub(super) fn copies(documents: &Sides<Document<'_>>, bags: &Sides<Bags>, pairs: &mut Vec<u64>) {
    let hashes = |side: Side| {
        let (document, bags) = (documents.get(side), bags.get(side));
        let sentences = document.sentences.iter().enumerate();
        sentences
            .filter(|(at, _)| bags.weight(*at) > 0)
            .map(|(at, sentence)| {
                let mut hasher = FxHasher::default();
                let tokens = &document.tokens[sentence.tokens.clone()];
                tokens.iter().for_each(|token| hasher.write_u32(token.key));
                (at, hasher.finish())
            })
    };
    let mut index: FxHashMap<u64, u32> = FxHashMap::default();
    let mut groups: Vec<Sides<Vec<usize>>> = Vec::new();
    let mut lefts = Vec::new();
    for (at, hash) in hashes(Side::Left) {
        let group = *index.entry(hash).or_insert(groups.len() as u32) as usize;
        if group == groups.len() {
            groups.push(Sides::default());
        }
        lefts.push((at, group));
    }
    for (at, hash) in hashes(Side::Right) {
        if let Some(&group) = index.get(&hash) {
            groups[group as usize].right.push(at);
        }
    }
    for (at, group) in lefts {
        if !groups[group].right.is_empty() {
            groups[group].left.push(at);
        }
    }
    for Sides { left, right } in groups {
        face(&left, &right, pairs);
    }
}

/// All pairs of a few copies; of many the first with the first and the last with the last.
fn face(left: &[usize], right: &[usize], pairs: &mut Vec<u64>) {
    if left.len() <= COPIES && right.len() <= COPIES {
        let all = left
            .iter()
            .flat_map(|&l| right.iter().map(move |&r| pack(l, r)));
        pairs.extend(all);
    } else {
        let one = |(&l, &r): (&usize, &usize)| pack(l, r);
        pairs.extend(left.iter().zip(right).map(one));
        pairs.extend(left.iter().rev().zip(right.iter().rev()).map(one));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_those_of_highest_score_that_stand_first() {
        let mut best = Best::default();
        for (sentence, score) in [3, 9, 3, 1, 9, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 10]
            .into_iter()
            .enumerate()
        {
            best.offer(score, sentence as u32);
        }
        let found: Vec<usize> = best.sentences().collect();
        assert_eq!(found, [15, 1, 4, 0, 2, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(Best::default().sentences().count(), 0);
    }

    #[test]
    fn many_copies_face_each_other_in_order() {
        let mut pairs = Vec::new();
        let many: Vec<usize> = (0..=COPIES).collect();
        face(&many, &[3, 5], &mut pairs);
        assert_eq!(
            pairs,
            [pack(0, 3), pack(1, 5), pack(COPIES, 5), pack(COPIES - 1, 3)]
        );
    }
}
