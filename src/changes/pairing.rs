//! Which words of two stretches are kept, and which face each other where words were replaced.
//!
//! A weighted alignment with a price for every edit (Needleman and Wunsch 1970 with the affine gaps
//! of Gotoh 1982, the gap being an edit of any shape). A longest common subsequence keeps every
//! word it can, also a lone "the" between two rewritten clauses; here a kept stretch must be worth
//! more than the price of the further edit it makes, so such islands never arise. Cost: one cell for
//! every pair of words. Stretches too long for that are first cut at the common stretches found by
//! `similar` (Myers, whose search is bounded by a count of steps).

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::pieces::Piece;

/// The price of an edit. A kept stretch between two edits must weigh more than that: by measurement
/// on sentence pairs with hand-made word links and edit spans.
const EDIT: f32 = 0.7;

/// What facing a word of the same stem is worth, as a share of keeping it.
const NEAR: f32 = 0.6;

/// What facing any word of the same sort is worth inside an edit: just enough to decide ties.
const FACING: f32 = 0.002;

/// What the same writing is worth over the same key.
const EXACT: f32 = 0.03;

/// Cells of one table: above that a stretch is cut first. 256 words against 256.
const TABLE: usize = 1 << 16;

/// A common stretch at which a long pair is cut has at least so many pieces.
const ANCHOR: usize = 3;

/// Two pieces that face each other, as indices into the two stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub(super) left: usize,
    pub(super) right: usize,
    /// Whether they have the same key; otherwise one stands for the other.
    pub(super) equal: bool,
}

/// Pairs in ascending order on both sides, and whether all the work was done. `cells` is the work
/// that may still be done and is counted down.
pub(super) fn pair(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    cells: &mut usize,
) -> (Vec<Pair>, bool) {
    // Equal scores are decided by order. Taking the lesser text as the first makes that order, and
    // with it the result, the same when the sides are exchanged.
    if left.iter().map(|p| p.text).le(right.iter().map(|p| p.text)) {
        return ordered(left, right, cells);
    }
    let (mut pairs, complete) = ordered(right, left, cells);
    for pair in &mut pairs {
        (pair.left, pair.right) = (pair.right, pair.left);
    }
    (pairs, complete)
}

fn ordered(left: &[Piece<'_>], right: &[Piece<'_>], cells: &mut usize) -> (Vec<Pair>, bool) {
    let (mut pairs, mut complete) = (Vec::new(), true);
    let both = left.len().min(right.len());
    let head = (0..both).take_while(|&i| left[i].same(&right[i])).count();
    let tail = (0..both - head)
        .take_while(|&i| left[left.len() - 1 - i].same(&right[right.len() - 1 - i]))
        .count();
    let (i, j) = (left.len() - tail, right.len() - tail);
    run(&mut pairs, 0, 0, head);
    for (l, r) in cut(left, right, head..i, head..j) {
        complete &= gap(left, right, l, r, &mut pairs, cells);
    }
    run(&mut pairs, i, j, tail);
    (pairs, complete)
}

/// Kept pieces one after the other.
fn run(pairs: &mut Vec<Pair>, left: usize, right: usize, len: usize) {
    pairs.extend((0..len).map(|at| Pair {
        left: left + at,
        right: right + at,
        equal: true,
    }));
}

/// The parts in which words may face each other: all of a short pair, what lies between long common
/// stretches of a long one. A part of equal length and equal pieces is such a stretch itself.
fn cut(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    l: Range<usize>,
    r: Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    if l.len().saturating_mul(r.len()) <= TABLE {
        return vec![(l, r)];
    }
    let a: Vec<_> = left[l.clone()].iter().map(Piece::identity).collect();
    let b: Vec<_> = right[r.clone()].iter().map(Piece::identity).collect();
    let (mut parts, mut from) = (Vec::new(), (l.start, r.start));
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        else {
            continue;
        };
        if len < ANCHOR {
            continue;
        }
        let at = (l.start + old_index, r.start + new_index);
        parts.push((from.0..at.0, from.1..at.1));
        parts.push((at.0..at.0 + len, at.1..at.1 + len));
        from = (at.0 + len, at.1 + len);
    }
    parts.push((from.0..l.end, from.1..r.end));
    parts
}

/// Pairs inside one part; false if it was too much work, and then the part is one edit.
fn gap(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    l: Range<usize>,
    r: Range<usize>,
    pairs: &mut Vec<Pair>,
    cells: &mut usize,
) -> bool {
    let same = |(a, b): (&Piece<'_>, &Piece<'_>)| a.same(b);
    if l.len() == r.len() && left[l.clone()].iter().zip(&right[r.clone()]).all(same) {
        run(pairs, l.start, r.start, l.len());
        return true;
    }
    let work = (l.len() + 1).saturating_mul(r.len() + 1);
    if l.is_empty() || r.is_empty() {
        return true;
    }
    if work > 4 * TABLE || work > *cells {
        return false;
    }
    *cells -= work;
    Table::new(&left[l.clone()], &right[r.clone()]).trace(|pair| {
        pairs.push(Pair {
            left: pair.left + l.start,
            right: pair.right + r.start,
            equal: pair.equal,
        });
    });
    true
}

/// What the rest of both stretches is worth from every place on, inside an edit and outside.
struct Table<'p, 't> {
    left: &'p [Piece<'t>],
    right: &'p [Piece<'t>],
    /// Best worth of the rest if the piece before was kept.
    kept: Vec<f32>,
    /// Best worth of the rest if the piece before belongs to an edit.
    edit: Vec<f32>,
}

impl<'p, 't> Table<'p, 't> {
    fn new(left: &'p [Piece<'t>], right: &'p [Piece<'t>]) -> Self {
        let size = (left.len() + 1) * (right.len() + 1);
        let mut table = Self {
            left,
            right,
            kept: vec![0.0; size],
            edit: vec![0.0; size],
        };
        for i in (0..=left.len()).rev() {
            for j in (0..=right.len()).rev() {
                table.fill(i, j);
            }
        }
        table
    }

    fn at(&self, i: usize, j: usize) -> usize {
        i * (self.right.len() + 1) + j
    }

    fn fill(&mut self, i: usize, j: usize) {
        let here = self.at(i, j);
        if i == self.left.len() && j == self.right.len() {
            return;
        }
        let (keep, face) = (self.keep(i, j), self.face(i, j));
        let skip = self.skip_left(i, j).max(self.skip_right(i, j)).max(face);
        self.edit[here] = keep.max(skip);
        self.kept[here] = keep.max(skip - EDIT);
    }

    /// Worth if the next two pieces are kept.
    fn keep(&self, i: usize, j: usize) -> f32 {
        match (self.left.get(i), self.right.get(j)) {
            (Some(a), Some(b)) if a.same(b) => {
                let exact = if a.text == b.text { EXACT } else { 0.0 };
                a.weight + exact + self.kept[self.at(i + 1, j + 1)]
            }
            _ => f32::NEG_INFINITY,
        }
    }

    /// Worth if the next two pieces stand for each other.
    fn face(&self, i: usize, j: usize) -> f32 {
        match (self.left.get(i), self.right.get(j)) {
            (Some(a), Some(b)) if !a.same(b) && a.sort() == b.sort() => {
                let near = if a.near(b) {
                    NEAR * a.weight.min(b.weight)
                } else {
                    FACING
                };
                near + self.edit[self.at(i + 1, j + 1)]
            }
            _ => f32::NEG_INFINITY,
        }
    }

    fn skip_left(&self, i: usize, j: usize) -> f32 {
        if i == self.left.len() {
            return f32::NEG_INFINITY;
        }
        self.edit[self.at(i + 1, j)]
    }

    fn skip_right(&self, i: usize, j: usize) -> f32 {
        if j == self.right.len() {
            return f32::NEG_INFINITY;
        }
        self.edit[self.at(i, j + 1)]
    }

    /// The best pairs from the start on. Of equal ways the one that keeps pieces early is taken, so
    /// that an edit stands as late as it can.
    fn trace(&self, mut found: impl FnMut(Pair)) {
        let (mut i, mut j, mut kept) = (0, 0, true);
        while i < self.left.len() || j < self.right.len() {
            let (keep, face) = (self.keep(i, j), self.face(i, j));
            let skip = self.skip_left(i, j).max(self.skip_right(i, j)).max(face);
            let equal = keep >= skip - if kept { EDIT } else { 0.0 };
            kept = equal;
            if equal || face >= skip {
                found(Pair {
                    left: i,
                    right: j,
                    equal,
                });
                (i, j) = (i + 1, j + 1);
            } else if self.skip_left(i, j) >= skip {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
}
