//! Which word stands for which, also where words were replaced or put in another order.

use std::ops::Range;

use super::{
    How,
    pairing::Pair,
    pieces::{Piece, Sort},
    tidy,
};
use crate::sorting::{self, pack};

/// One word may stand for so many: "met" for "sat down with".
const PHRASE: usize = 6;
/// Words on both sides of an edit in which light words stand for each other, a light one for another ...
const LIGHT: usize = 4;
const MIXED: usize = 4;
/// Words on both sides of an edit in which the same light word on both sides is taken for the same one.
const SAME: usize = 14;
/// ... and words that say something.
const CONTENT: usize = 9;

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
    let moved = elsewhere(left, right, &free);
    if !moved.is_empty() {
        let swapped = replaced(left.len(), right.len(), pairs);
        for (l, r) in lone(moved, &swapped) {
            (free.0[l], free.1[r]) = (false, false);
            found.push((l, r, How::Moved));
        }
    }
    for (l, r) in edits(left.len(), right.len(), pairs) {
        let mut l: Vec<usize> = l.filter(|&at| free.0[at]).collect();
        let mut r: Vec<usize> = r.filter(|&at| free.1[at]).collect();
        for (a, b) in same_words(left, right, &l, &r) {
            l.retain(|&at| at != a);
            r.retain(|&at| at != b);
            found.push((a, b, How::StandIn));
        }
        if !tidy::unrelated(l.len(), r.len()) {
            found.extend(stand_ins(left, right, &l, &r, pairs));
        }
    }
    sorting::by_key(&mut found, |&(l, r, _)| u128::from(pack(l, r)));
    found
}

/// Light words that an edit has once on each side: "the" in a rewritten phrase, which is no reason to part it.
fn same_words(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    l: &[usize],
    r: &[usize],
) -> Vec<(usize, usize)> {
    if l.len() + r.len() > SAME {
        return Vec::new();
    }
    let once = |pieces: &[Piece<'_>], of: &[usize], piece: &Piece<'_>| {
        let mut found = of.iter().copied().filter(|&at| pieces[at].same(piece));
        found.next().filter(|_| found.next().is_none())
    };
    let light = l.iter().filter(|&&at| left[at].sort() == Sort::Light);
    light
        .filter(|&&at| once(left, l, &left[at]).is_some())
        .filter_map(|&at| Some((at, once(right, r, &left[at])?)))
        .collect()
}

/// The pairs without those that stand alone and of which an end simply replaces one other word: in "their .. the" and
/// "a .. their" nothing moved.
fn lone(mut pairs: Vec<(usize, usize)>, replaced: &(Vec<bool>, Vec<bool>)) -> Vec<(usize, usize)> {
    pairs.sort_unstable();
    let is_pair = |l: usize, r: usize| pairs.binary_search(&(l, r)).is_ok();
    let beside = |(l, r)| is_pair(l + 1, r + 1) || l > 0 && r > 0 && is_pair(l - 1, r - 1);
    let kept = |&(l, r): &(usize, usize)| beside((l, r)) || !replaced.0[l] && !replaced.1[r];
    pairs.iter().copied().filter(kept).collect()
}

/// Which words are alone in an edit that has one word on the other side.
fn replaced(left: usize, right: usize, pairs: &[Pair]) -> (Vec<bool>, Vec<bool>) {
    let mut replaced = (vec![false; left], vec![false; right]);
    for (l, r) in edits(left, right, pairs) {
        if (l.len(), r.len()) == (1, 1) {
            (replaced.0[l.start], replaced.1[r.start]) = (true, true);
        }
    }
    replaced
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
    let of_left = places(left, &free.0);
    if of_left.is_empty() {
        return Vec::new();
    }
    let of_right = places(right, &free.1);
    let mut seeds: Vec<(usize, usize)> = Vec::new();
    for l in of_left.chunk_by(|a, b| a.0 == b.0) {
        let from = of_right.partition_point(|place| place.0 < l[0].0);
        let r = &of_right[from..];
        if r.iter().take_while(|place| place.0 == l[0].0).count() == l.len() {
            seeds.extend(l.iter().zip(r).map(|(&(_, l), &(_, r))| (l, r)));
        }
    }
    if seeds.is_empty() {
        return seeds;
    }
    let mut open = free.clone();
    for &(l, r) in &seeds {
        (open.0[l], open.1[r]) = (false, false);
    }
    let mut found = seeds.clone();
    for (l, r) in seeds {
        let back = (1..=l.min(r)).map(|by| (l - by, r - by));
        found.extend(grown(left, right, &open, back));
        let on = (1..left.len().saturating_sub(l).min(right.len() - r)).map(|by| (l + by, r + by));
        found.extend(grown(left, right, &open, on));
    }
    sorting::by_key(&mut found, |&(l, r)| u128::from(pack(l, r)));
    found.dedup();
    undisputed(found, left.len(), right.len())
}

/// The pairs of which no word is in another one as well: two that want one word would have to be put in an order, and
/// the sides have none.
fn undisputed(mut found: Vec<(usize, usize)>, left: usize, right: usize) -> Vec<(usize, usize)> {
    let mut claims = (vec![0_u8; left], vec![0_u8; right]);
    for &(l, r) in &found {
        claims.0[l] = claims.0[l].saturating_add(1);
        claims.1[r] = claims.1[r].saturating_add(1);
    }
    found.retain(|&(l, r)| claims.0[l] == 1 && claims.1[r] == 1);
    found
}

/// The free words that say something, ascending, each with the places where it stands, in order.
fn places(pieces: &[Piece<'_>], free: &[bool]) -> Vec<(u64, usize)> {
    let all = pieces.iter().zip(free).enumerate();
    let says = |piece: &Piece<'_>| matches!(piece.sort(), Sort::Content | Sort::Number);
    let mut places: Vec<(u64, usize)> = all
        .filter(|(_, (piece, free))| **free && says(piece))
        .map(|(at, (piece, _))| (piece.identity, at))
        .collect();
    sorting::by_key(&mut places, |&(identity, _)| u128::from(identity));
    places
}

/// The equal words along a way, as far as they are free.
fn grown<'p>(
    left: &'p [Piece<'_>],
    right: &'p [Piece<'_>],
    open: &'p (Vec<bool>, Vec<bool>),
    way: impl Iterator<Item = (usize, usize)> + 'p,
) -> impl Iterator<Item = (usize, usize)> + 'p {
    way.take_while(|&(l, r)| open.0[l] && open.1[r] && left[l].same(&right[r]))
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
    let sort = |(l, r): (usize, usize)| (left[l].sort(), right[r].sort());
    let stand_in = |pair: (usize, usize)| {
        let stands = left[pair.0].same(&right[pair.1]) || may_stand(sort(pair), l.len(), r.len());
        stands.then_some((pair.0, pair.1, How::StandIn))
    };
    if l.len() == r.len() {
        let pairs = l.iter().copied().zip(r.iter().copied());
        return pairs.filter_map(stand_in).collect();
    }
    if l.len().min(r.len()) == 1 && l.len().max(r.len()) <= PHRASE {
        let all = l.iter().flat_map(|&l| r.iter().map(move |&r| (l, r)));
        return phrase(all.collect(), sort)
            .into_iter()
            .map(|(l, r)| (l, r, How::StandIn))
            .collect();
    }
    pairs
        .iter()
        .filter(|pair| !pair.equal && l.contains(&pair.left) && r.contains(&pair.right))
        .filter(|pair| may_stand(sort((pair.left, pair.right)), l.len(), r.len()))
        .map(|pair| (pair.left, pair.right, How::StandIn))
        .collect()
}

/// Which words of a phrase stand for the one word on the other side, given as all pairs. For a word that says
/// something all of them do: "playing" for "portraying the role of". For a light one those that are light.
fn phrase(
    all: Vec<(usize, usize)>,
    sort: impl Fn((usize, usize)) -> (Sort, Sort),
) -> Vec<(usize, usize)> {
    let alike = |pair: &(usize, usize)| {
        let (l, r) = sort(*pair);
        l == r
    };
    let marks = |pair: &(usize, usize)| {
        let (l, r) = sort(*pair);
        (l == Sort::Mark) != (r == Sort::Mark)
    };
    let says = |pair: &(usize, usize)| sort(*pair) == (Sort::Content, Sort::Content);
    let keep_all = all.iter().any(says) || !all.iter().any(alike);
    let kept = all.into_iter();
    kept.filter(|pair| if keep_all { !marks(pair) } else { alike(pair) })
        .collect()
}

/// Whether words of two sorts may stand for each other in an edit of so many words on each side: what only happens to
/// be as far from the start of a long edit does not. By measurement on hand-made word links.
fn may_stand(sorts: (Sort, Sort), left: usize, right: usize) -> bool {
    let all = left + right;
    match sorts {
        (Sort::Mark, Sort::Mark) => true,
        (Sort::Mark, _) | (_, Sort::Mark) => false,
        (Sort::Light, Sort::Light) => all <= LIGHT,
        (Sort::Light, _) | (_, Sort::Light) => all <= MIXED,
        _ => all <= CONTENT,
    }
}
