//! Seeds: pairs of similar sentences, and groups of them that lie close together on both sides.

use std::ops::Range;

use super::similarity::{Pair, Space};
use crate::{
    sorting,
    span::{Side, Sides},
};

// Calibrated on the PAN 2013 training corpus.

/// Least cosine and Dice coefficient of two sentences that are a seed.
const SEED_SIMILARITY: f64 = 0.28;
/// Least share of the best cosine of its row, and of its column, that a seed has.
const SEED_SHARE_OF_BEST: f64 = 0.7;

/// A range of units on each side.
pub type Block = Sides<Range<usize>>;

/// Pairs that are similar, and among the best of their row and column.
pub fn seeds(pairs: &[Pair], space: &Space) -> Vec<Pair> {
    let mut best = Sides::new(
        vec![0.0_f64; space.units.left.len()],
        vec![0.0_f64; space.units.right.len()],
    );
    for pair in pairs {
        best.left[pair.left] = best.left[pair.left].max(pair.cosine);
        best.right[pair.right] = best.right[pair.right].max(pair.cosine);
    }
    let good = |p: &&Pair| {
        p.cosine > SEED_SIMILARITY
            && p.dice > SEED_SIMILARITY
            && p.cosine >= SEED_SHARE_OF_BEST * best.left[p.left]
            && p.cosine >= SEED_SHARE_OF_BEST * best.right[p.right]
    };
    pairs.iter().filter(good).copied().collect()
}

/// The seeds of a block. `seeds` are in order of left, then right unit.
pub fn inside<'s>(seeds: &'s [Pair], block: &'s Block) -> impl Iterator<Item = &'s Pair> {
    let from = seeds.partition_point(|seed| seed.left < block.left.start);
    let to = seeds.partition_point(|seed| seed.left < block.left.end);
    seeds[from..to]
        .iter()
        .filter(|seed| block.right.contains(&seed.right))
}

/// Splits seeds, on one side and on the other in turn, where more than `gap` units lie between two.
pub fn groups(seeds: Vec<Pair>, gap: usize) -> Vec<Vec<Pair>> {
    let mut done = Vec::new();
    let mut todo = vec![(seeds, Side::Left, false)];
    while let Some((seeds, side, settled)) = todo.pop() {
        let mut parts = split(seeds, gap, side);
        if parts.len() == 1 && settled {
            done.append(&mut parts);
        } else {
            let settled = parts.len() == 1;
            todo.extend(parts.into_iter().map(|part| {
                let settled = settled || part.len() == 1;
                (part, side.other(), settled)
            }));
        }
    }
    done
}

fn split(mut seeds: Vec<Pair>, gap: usize, side: Side) -> Vec<Vec<Pair>> {
    let at = |pair: &Pair| {
        if side == Side::Left {
            pair.left
        } else {
            pair.right
        }
    };
    sorting::by_key(&mut seeds, |pair| at(pair) as u128);
    seeds
        .chunk_by(|a, b| at(b) - at(a) <= gap + 1)
        .map(<[Pair]>::to_vec)
        .collect()
}

pub fn block_of(group: &[Pair]) -> Block {
    let range = |at: fn(&Pair) -> usize| {
        let (low, high) = group
            .iter()
            .map(at)
            .fold((usize::MAX, 0), |(l, h), x| (l.min(x), h.max(x)));
        low..high + 1
    };
    Sides::new(range(|p| p.left), range(|p| p.right))
}

/// How well a block explains the units on the left that it shares with another: the mean of the best
/// seed in each of them, and after that of the others.
pub fn quality(seeds: &[Pair], block: &Block, other: &Block) -> f64 {
    let mean = |rows: Vec<usize>| {
        let best = |row: &usize| {
            let from = seeds.partition_point(|s| (s.left, s.right) < (*row, block.right.start));
            let mine = seeds[from..]
                .iter()
                .take_while(|s| s.left == *row && s.right < block.right.end);
            mine.map(|s| s.cosine).fold(0.0, f64::max)
        };
        if rows.is_empty() {
            0.0
        } else {
            rows.iter().map(best).sum::<f64>() / rows.len() as f64
        }
    };
    let (shared, rest): (Vec<usize>, Vec<usize>) =
        block.left.clone().partition(|row| other.left.contains(row));
    let first = mean(shared);
    first + (1.0 - first) * mean(rest)
}
