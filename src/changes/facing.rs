//! Which word stands for which, also where words were replaced or put in another order.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{
    How,
    pairing::Pair,
    pieces::{Piece, Sort},
    tidy,
};
use crate::sorting::{self, pack};

/// One word may stand for so many: "met" for "sat down with".
const PHRASE: usize = 4;

/// What faces what, as pairs of indices, ascending: kept pieces; forms of one word; words that were put
/// elsewhere; and what is left in an edit whose sides are of like length.
pub(super) fn facing(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    pairs: &[Pair],
) -> Vec<(usize, usize, How)> {
    let mut found: Vec<(usize, usize, How)> = Vec::with_capacity(pairs.len());
    let mut free = (vec![true; left.len()], vec![true; right.len()]);
    for pair in pairs {
        let how = match pair.equal {
            true => How::Equal,
            false if left[pair.left].near(&right[pair.right]) => How::Form,
            false => continue,
        };
        (free.0[pair.left], free.1[pair.right]) = (false, false);
        found.push((pair.left, pair.right, how));
    }
    for (l, r) in elsewhere(left, right, &free) {
        free.0[l] = false;
        free.1[r] = false;
        found.push((l, r, How::Moved));
    }
    for (l, r) in edits(left.len(), right.len(), pairs) {
        let l: Vec<usize> = l.filter(|&at| free.0[at]).collect();
        let r: Vec<usize> = r.filter(|&at| free.1[at]).collect();
        if !tidy::unrelated(l.len(), r.len()) {
            found.extend(stand_ins(left, right, &l, &r, pairs));
        }
    }
    sorting::by_key(&mut found, |&(l, r, _)| u128::from(pack(l, r)));
    found
}

/// The stretches between kept pieces.
fn edits(
    left: usize,
    right: usize,
    pairs: &[Pair],
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let kept = pairs.iter().filter(|pair| pair.equal);
    let ends = kept
        .map(|pair| (pair.left, pair.right))
        .chain([(left, right)]);
    let mut from = (0, 0);
    ends.map(move |(l, r)| {
        let edit = (from.0..l, from.1..r);
        from = (l + 1, r + 1);
        edit
    })
}

/// Equal words in edits, as often on the one side as on the other, with the equal words around them.
fn elsewhere(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    free: &(Vec<bool>, Vec<bool>),
) -> Vec<(usize, usize)> {
    let of_right = places(right, &free.1);
    let mut seeds: Vec<(usize, usize)> = Vec::new();
    for (key, l) in places(left, &free.0) {
        if let Some(r) = of_right.get(&key).filter(|r| r.len() == l.len()) {
            seeds.extend(l.into_iter().zip(r.iter().copied()));
        }
    }
    sorting::by_key(&mut seeds, |&(l, r)| u128::from(pack(l, r)));
    let mut open = free.clone();
    for &(l, r) in &seeds {
        (open.0[l], open.1[r]) = (false, false);
    }
    let mut found = seeds.clone();
    for (l, r) in seeds {
        let back = (1..=l.min(r)).map(|by| (l - by, r - by));
        grow(left, right, &mut open, back, &mut found);
        let on = (1..left.len().saturating_sub(l).min(right.len() - r)).map(|by| (l + by, r + by));
        grow(left, right, &mut open, on, &mut found);
    }
    found
}

/// Where the free words that say something stand.
fn places(pieces: &[Piece<'_>], free: &[bool]) -> FxHashMap<u64, Vec<usize>> {
    let mut places: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for (at, piece) in pieces.iter().enumerate() {
        if free[at] && matches!(piece.sort(), Sort::Content | Sort::Number) {
            places.entry(piece.identity).or_default().push(at);
        }
    }
    places
}

fn grow(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    open: &mut (Vec<bool>, Vec<bool>),
    places: impl Iterator<Item = (usize, usize)>,
    found: &mut Vec<(usize, usize)>,
) {
    for (l, r) in places {
        if !open.0[l] || !open.1[r] || !left[l].same(&right[r]) {
            return;
        }
        (open.0[l], open.1[r]) = (false, false);
        found.push((l, r));
    }
}

/// What stands for what among the words of an edit that nothing else faces.
fn stand_ins(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    l: &[usize],
    r: &[usize],
    pairs: &[Pair],
) -> Vec<(usize, usize, How)> {
    if l.is_empty() || r.is_empty() {
        return Vec::new();
    }
    let is_mark = |piece: &Piece<'_>| piece.sort() == Sort::Mark;
    let stand_in = |(l, r): (usize, usize)| {
        (is_mark(&left[l]) == is_mark(&right[r])).then_some((l, r, How::StandIn))
    };
    if l.len() == r.len() {
        return l
            .iter()
            .copied()
            .zip(r.iter().copied())
            .filter_map(stand_in)
            .collect();
    }
    if l.len().min(r.len()) == 1 && l.len().max(r.len()) <= PHRASE {
        let all = l.iter().flat_map(|&l| r.iter().map(move |&r| (l, r)));
        let of_a_sort = |&(l, r): &(usize, usize)| left[l].sort() == right[r].sort();
        let alike: Vec<_> = all.clone().filter(of_a_sort).collect();
        return match alike.is_empty() {
            true => all.filter_map(stand_in).collect(),
            false => alike.into_iter().filter_map(stand_in).collect(),
        };
    }
    pairs
        .iter()
        .filter(|pair| !pair.equal && l.contains(&pair.left) && r.contains(&pair.right))
        .map(|pair| (pair.left, pair.right, How::StandIn))
        .collect()
}
