//! Sentences that face each other though no rare word ties them: copies of one another, however common their
//! words, and those without any word, such as the rules of a table.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::bag_of_words::Bags;
use crate::{
    document::{Document, Sentence, Token, TokenKind},
    sorting::{self, pack, unpack},
    span::{Side, Sides},
};

/// Pairs of copies that are tried, and one more for every sentence. Where there would be more, those with the most
/// copies are paired in order, and with those that have the same other sentence before or behind them. A bound on work: 200
/// copies of one line on each side stay within it, and any number of them between other lines, such as the rules between
/// the rows of a table.
const COPY_PAIRS: usize = 40_000;

/// Adds the pairs of sentences with the same tokens, and of those without words; whether these are all. Sentences
/// are taken for the same by a hash: a pair too many costs a look.
#[inline(never)]
pub(super) fn copy_pairs(
    documents: &Sides<Document<'_>>,
    bags: &Sides<Bags>,
    pairs: &mut Vec<u64>,
) -> bool {
    let hashes = Sides::new(
        hashes(&documents.left, &bags.left),
        hashes(&documents.right, &bags.right),
    );
    let groups = groups(documents, &hashes);
    let sentences = bags.left.len() + bags.right.len();
    let most = most_copies(&groups, COPY_PAIRS + sentences);
    let all = |group: &Sides<Vec<usize>>| group.left.len() * group.right.len() <= most;
    let (few, many): (Vec<_>, Vec<_>) = groups.into_iter().partition(all);
    few.iter()
        .for_each(|group| face(&group.left, &group.right, true, pairs));
    if many.is_empty() {
        return true;
    }
    let beside = Sides::new(Side::Left, Side::Right).map(|side| {
        let mut others = hashes.get(side).clone();
        for group in &many {
            group.get(side).iter().for_each(|&at| others[at] = None);
        }
        Beside::new(&others)
    });
    let mut rest = COPY_PAIRS + sentences;
    let mut complete = true;
    for group in &many {
        face(&group.left, &group.right, false, pairs);
        complete &= face_beside(group, &beside, &mut rest, pairs);
    }
    complete
}

/// For each sentence the nearest one before and behind it that is no copy of many: part of their hash.
struct Beside([Vec<u32>; 2]);

impl Beside {
    #[inline(never)]
    fn new(others: &[Option<u64>]) -> Self {
        let mut beside = [vec![0; others.len()], vec![0; others.len()]];
        let (mut before, mut behind) = (0, 0);
        for at in 0..others.len() {
            let end = others.len() - 1 - at;
            before = others[at].map_or(before, |hash| hash as u32);
            behind = others[end].map_or(behind, |hash| hash as u32);
            beside[0][at] = before;
            beside[1][end] = behind;
        }
        Self(beside)
    }
}

/// Adds the pairs of copies with the same other sentence before or behind them; false, and none of them, if these are more
/// than the rest of a bound, which they lessen.
#[inline(never)]
fn face_beside(
    group: &Sides<Vec<usize>>,
    beside: &Sides<Beside>,
    rest: &mut usize,
    pairs: &mut Vec<u64>,
) -> bool {
    let from = pairs.len();
    for behind in 0..2 {
        let (left, right) = (&beside.left.0[behind], &beside.right.0[behind]);
        let mut having = Vec::with_capacity(group.right.len());
        for &at in &group.right {
            having.push(pack(right[at] as usize, at));
        }
        sorting::distinct(&mut having);
        for &at in &group.left {
            let wanted = left[at] as usize;
            let first = having.partition_point(|&one| unpack(one).0 < wanted);
            for &one in &having[first..] {
                let (beside, other) = unpack(one);
                if beside != wanted {
                    break;
                }
                if *rest == 0 {
                    pairs.truncate(from);
                    return false;
                }
                *rest -= 1;
                pairs.push(pack(at, other));
            }
        }
    }
    true
}

/// The sentences with the same tokens on both sides, and the wordless ones that have no copy.
fn groups(
    documents: &Sides<Document<'_>>,
    hashes: &Sides<Vec<Option<u64>>>,
) -> Vec<Sides<Vec<usize>>> {
    let mut index: FxHashMap<u64, u32> = FxHashMap::default();
    let mut groups: Vec<Sides<Vec<usize>>> = Vec::new();
    let mut lefts = Vec::new();
    for (at, hash) in known(&hashes.left) {
        let group = *index.entry(hash).or_insert(groups.len() as u32) as usize;
        if group == groups.len() {
            groups.push(Sides::default());
        }
        lefts.push((at, group));
    }
    let mut others: Sides<Vec<usize>> = Sides::default();
    for (at, hash) in known(&hashes.right) {
        match index.get(&hash) {
            Some(&group) => groups[group as usize].right.push(at),
            None if is_wordless(&documents.right, at) => others.right.push(at),
            None => {}
        }
    }
    for (at, group) in lefts {
        if !groups[group].right.is_empty() {
            groups[group].left.push(at);
        } else if is_wordless(&documents.left, at) {
            others.left.push(at);
        }
    }
    groups.push(others);
    groups
}

/// A hash of the tokens of each sentence; none of boilerplate.
fn hashes(document: &Document<'_>, bags: &Bags) -> Vec<Option<u64>> {
    let sentences = document.sentences.iter().enumerate();
    let hash = |(at, sentence): (usize, &Sentence)| {
        let mut hasher = FxHasher::default();
        let tokens = &document.tokens[sentence.tokens.clone()];
        tokens.iter().for_each(|token| hasher.write_u32(token.key));
        (bags.weight(at) > 0).then(|| hasher.finish())
    };
    sentences.map(hash).collect()
}

/// The sentences that have a hash, with it.
fn known(hashes: &[Option<u64>]) -> impl Iterator<Item = (usize, u64)> {
    let all = hashes.iter().enumerate();
    all.filter_map(|(at, hash)| Some((at, (*hash)?)))
}

/// Whether a sentence is of marks alone.
pub(super) fn is_wordless(document: &Document<'_>, sentence: usize) -> bool {
    let is_mark = |token: &Token| token.kind == TokenKind::Punctuation;
    let tokens = document.sentences[sentence].tokens.clone();
    document.tokens[tokens].iter().all(is_mark)
}

/// The most pairs that a group of copies may have for all of them to be tried, so that those of all groups together
/// are at most `rest`.
fn most_copies(groups: &[Sides<Vec<usize>>], mut rest: usize) -> usize {
    let size = |group: &Sides<Vec<usize>>| group.left.len() * group.right.len();
    let mut sizes: Vec<usize> = groups.iter().map(size).collect();
    sizes.sort_unstable();
    let fits = |size: &usize| {
        let left = rest.checked_sub(*size);
        rest = left.unwrap_or(0);
        left.is_some()
    };
    let within = sizes.iter().copied().take_while(fits).count();
    // Of groups of one size all are tried, or none: which comes first must not matter.
    let over = sizes.get(within).copied().unwrap_or(usize::MAX);
    sizes[..within]
        .iter()
        .rev()
        .copied()
        .find(|&size| size < over)
        .unwrap_or(0)
}

/// All pairs of copies, or the first with the first and the last with the last.
fn face(left: &[usize], right: &[usize], all: bool, pairs: &mut Vec<u64>) {
    if all {
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
    fn many_copies_face_each_other_in_order() {
        let mut pairs = Vec::new();
        face(&[0, 1, 9], &[3, 5], false, &mut pairs);
        assert_eq!(pairs, [pack(0, 3), pack(1, 5), pack(9, 5), pack(1, 3)]);
    }

    #[test]
    fn the_largest_groups_of_copies_are_over_the_bound() {
        let group = |left: usize, right: usize| Sides::new(vec![0; left], vec![0; right]);
        let most = |sizes: &[(usize, usize)]| {
            let groups: Vec<_> = sizes.iter().map(|&(l, r)| group(l, r)).collect();
            most_copies(&groups, 10_100)
        };
        assert_eq!(most(&[(100, 100), (10, 10)]), 100 * 100);
        assert_eq!(most(&[(100, 100), (10, 10), (1, 1)]), 10 * 10);
        assert_eq!(most(&[(100, 60), (60, 100), (2, 1)]), 2);
        assert_eq!(most(&[(200, 200)]), 0);
        assert_eq!(most(&[]), 0);
    }
}
