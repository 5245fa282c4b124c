//! Which words of two stretches are kept, and which face each other where words were replaced.
//!
//! A weighted alignment with a price for every edit (Needleman and Wunsch 1970 with the affine gaps
//! of Gotoh 1982, the gap being an edit of any shape). A longest common subsequence keeps every
//! word it can, also a lone "the" between two rewritten clauses; here a kept stretch must be worth
//! more than the price of the further edit it makes, so such islands never arise. Cost: one cell for
//! every pair of words. Stretches too long for that are first cut at common stretches of a few words:
//! those that occur once, then, where all is repeated, those found by `similar` (Myers, whose search is
//! bounded by a count of steps).

use std::{convert::Infallible, hash::Hasher, ops::Range};

use rustc_hash::{FxHashMap, FxHasher};
use similar::algorithms::{DiffHook, myers};

use super::pieces::{Piece, Sort};
use crate::{
    chain::{self, Link},
    sorting,
    span::Sides,
};

/// The price of an edit. A kept stretch between two edits must weigh more than that: by measurement
/// on sentence pairs with hand-made word links and edit spans.
const EDIT: f32 = 0.7;

/// The price of an edit of punctuation alone: it does not tear the words around it apart.
const MARK_EDIT: f32 = 0.34;

/// What facing a word of the same stem is worth, as a share of keeping it.
const NEAR: f32 = 0.6;

/// What facing any word of the same sort is worth inside an edit: just enough to decide ties.
const FACING: f32 = 0.002;

/// What the same writing is worth over the same key.
const EXACT: f32 = 0.03;

/// Cells of one table: above that a stretch is cut first. 256 words against 256.
const TABLE: usize = 1 << 16;

/// Cells of a table so small that no piece is taken for equal beforehand.
const SMALL: usize = 1 << 13;

/// In larger ones, so many equal pieces before the first and after the last difference are looked at as well.
const MARGIN: usize = 8;

/// A common stretch at which a long pair is cut has at least so many pieces: few stretches of that
/// length occur twice by chance, while single words do.
const ANCHOR: usize = 4;

/// Where those are repeated, longer ones are tried.
const ANCHORS: [usize; 3] = [ANCHOR, 2 * ANCHOR, 4 * ANCHOR];

/// The search of `similar` gives up after about so many steps for each piece.
const STEPS: usize = 256;

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
    // What is next to an edit may belong to it: "on the" in "[on Monday] on the hill".
    let whole = head == left.len() && head == right.len();
    let small = left.len() * right.len() <= SMALL;
    let margin = |kept: usize| match (whole, small) {
        (true, _) => kept,
        (false, true) => 0,
        (false, false) => kept.saturating_sub(MARGIN),
    };
    let (head, tail) = (margin(head), margin(tail));
    let (i, j) = (left.len() - tail, right.len() - tail);
    run(&mut pairs, 0, 0, head);
    for (l, r) in cut(left, right, (head..i, head..j), cells) {
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

/// The parts in which words may face each other: all of a short pair, what lies between common
/// stretches of a long one, and these stretches themselves.
fn cut(left: &[Piece<'_>], right: &[Piece<'_>], whole: Part, cells: &mut usize) -> Vec<Part> {
    let mut parts = vec![whole];
    for len in ANCHORS {
        let cut = |part| cut_at(part, |l, r| rare_stretches(&left[l], &right[r], len));
        parts = parts.into_iter().flat_map(cut).collect();
    }
    let mut cut = |part| cut_at(part, |l, r| common_stretches(&left[l], &right[r], cells));
    parts.into_iter().flat_map(&mut cut).collect()
}

/// A range of each side.
type Part = (Range<usize>, Range<usize>);

/// Cuts a part that is too large for a table at the stretches found in it, given as the start on both
/// sides and the length, in order.
fn cut_at(
    (l, r): Part,
    stretches: impl FnOnce(Range<usize>, Range<usize>) -> Vec<(usize, usize, usize)>,
) -> Vec<Part> {
    if l.len().saturating_mul(r.len()) <= TABLE {
        return vec![(l, r)];
    }
    let (mut parts, mut from) = (Vec::new(), (l.start, r.start));
    for (a, b, len) in stretches(l.clone(), r.clone()) {
        let at = (l.start + a, r.start + b);
        // Stretches may overlap in their ends.
        let over = from.0.saturating_sub(at.0).max(from.1.saturating_sub(at.1));
        if over < len {
            let (at, len) = ((at.0 + over, at.1 + over), len - over);
            parts.push((from.0..at.0, from.1..at.1));
            parts.push((at.0..at.0 + len, at.1..at.1 + len));
            from = (at.0 + len, at.1 + len);
        }
    }
    parts.push((from.0..l.end, from.1..r.end));
    parts
}

/// Stretches that occur once on each side, as many as stand in one order: after the patience diff of
/// Cohen, with stretches of a few words in place of lines. n log n.
fn rare_stretches(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    len: usize,
) -> Vec<(usize, usize, usize)> {
    let (left, right) = (once(left, len), once(right, len));
    let mut links: Vec<Link> = left
        .iter()
        .filter_map(|(gram, &l)| {
            let (l, r) = (l?, (*right.get(gram)?)?);
            Some(Link {
                at: Sides::new(l..l + 1, r..r + 1),
                weight: 1,
            })
        })
        .collect();
    sorting::by_key(&mut links, |link| link.at.left.start as u128);
    let chain = chain::heaviest(&links, false);
    let stretch = |at: usize| (links[at].at.left.start, links[at].at.right.start, len);
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (l, r, len) in chain.into_iter().map(stretch) {
        match found.last_mut() {
            Some((a, b, so_far)) if l - *a == r - *b && l <= *a + *so_far => *so_far = l - *a + len,
            _ => found.push((l, r, len)),
        }
    }
    found
}

/// Where each stretch of so many pieces stands, if it stands in one place only.
fn once(pieces: &[Piece<'_>], len: usize) -> FxHashMap<u64, Option<usize>> {
    let mut places: FxHashMap<u64, Option<usize>> = FxHashMap::default();
    for (at, pieces) in pieces.windows(len).enumerate() {
        let mut hasher = FxHasher::default();
        pieces
            .iter()
            .for_each(|piece| hasher.write_u64(piece.identity));
        let place = places.entry(hasher.finish());
        place.and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

/// Stretches in common where all is repeated, by the bounded search of `similar`; none if that is too much work.
fn common_stretches(
    left: &[Piece<'_>],
    right: &[Piece<'_>],
    cells: &mut usize,
) -> Vec<(usize, usize, usize)> {
    let work = (left.len() + right.len()).saturating_mul(STEPS.min(left.len().min(right.len())));
    let Some(rest) = cells.checked_sub(work) else {
        return Vec::new();
    };
    *cells = rest;
    let identities = |pieces: &[Piece<'_>]| pieces.iter().map(|p| p.identity).collect::<Vec<_>>();
    let (left, right) = (identities(left), identities(right));
    let mut found = Stretches(Vec::new());
    let all = (0..left.len(), 0..right.len());
    // Nothing of it can fail.
    let _ = myers::diff(&mut found, &*left, all.0, &*right, all.1);
    found.0.retain(|&(_, _, len)| len >= ANCHOR);
    found.0
}

/// Takes down what `similar` finds equal, as the start on both sides and the length.
struct Stretches(Vec<(usize, usize, usize)>);

impl DiffHook for Stretches {
    type Error = Infallible;

    fn equal(&mut self, left: usize, right: usize, len: usize) -> Result<(), Infallible> {
        match self.0.last_mut() {
            Some((l, r, so_far)) if *l + *so_far == left && *r + *so_far == right => *so_far += len,
            _ => self.0.push((left, right, len)),
        }
        Ok(())
    }
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

/// What stands before a place in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A kept piece.
    Kept,
    /// An edit, so far of punctuation alone.
    Marks,
    /// An edit with a word in it.
    Edit,
}

/// One step from a place: to a pair that is kept, to one that stands for the other, or past a piece of
/// one side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Keep,
    Face,
    Left,
    Right,
}

/// What the rest of both stretches is worth from every place on, by what stands before the place.
struct Table<'p, 't> {
    left: &'p [Piece<'t>],
    right: &'p [Piece<'t>],
    worth: Vec<[f32; 3]>,
}

impl<'p, 't> Table<'p, 't> {
    fn new(left: &'p [Piece<'t>], right: &'p [Piece<'t>]) -> Self {
        let mut table = Self {
            left,
            right,
            worth: vec![[0.0; 3]; (left.len() + 1) * (right.len() + 1)],
        };
        for i in (0..=left.len()).rev() {
            for j in (0..=right.len()).rev() {
                if i < left.len() || j < right.len() {
                    let here = table.at(i, j);
                    table.worth[here] = table.best(i, j).map(|(_, worth)| worth);
                }
            }
        }
        table
    }

    fn at(&self, i: usize, j: usize) -> usize {
        i * (self.right.len() + 1) + j
    }

    fn rest(&self, i: usize, j: usize) -> [f32; 3] {
        self.worth.get(self.at(i, j)).copied().unwrap_or_default()
    }

    /// The best step and its worth, by what stands before. Of equal steps the first named is taken, so that
    /// pieces are kept early and an edit stands as late as it can.
    fn best(&self, i: usize, j: usize) -> [(Step, f32); 3] {
        let (a, b) = (self.left.get(i), self.right.get(j));
        let (keep, face) = match (a, b) {
            (Some(a), Some(b)) if a.same(b) => {
                let exact = if a.text == b.text { EXACT } else { 0.0 };
                let worth = a.weight + exact + self.rest(i + 1, j + 1)[State::Kept as usize];
                (Some(worth), None)
            }
            (Some(a), Some(b)) if a.sort() == b.sort() && a.near(b) => {
                (None, Some(NEAR * a.weight.min(b.weight)))
            }
            (Some(a), Some(b)) if a.sort() == b.sort() => (None, Some(FACING)),
            _ => (None, None),
        };
        let (both, l, r) = (
            self.rest(i + 1, j + 1),
            self.rest(i + 1, j),
            self.rest(i, j + 1),
        );
        let is_word = |piece: Option<&Piece<'_>>| piece.is_some_and(|p| p.sort() != Sort::Mark);
        if is_word(a) && is_word(b) {
            return words(
                keep,
                face,
                [both, l, r].map(|rest| rest[State::Edit as usize]),
            );
        }
        [State::Kept, State::Marks, State::Edit].map(|state| {
            let mut best = (Step::Left, f32::NEG_INFINITY);
            let mut try_step = |step: Step, worth: f32| {
                if worth > best.1 {
                    best = (step, worth);
                }
            };
            if let Some(worth) = keep {
                try_step(Step::Keep, worth);
            }
            if let (Some(worth), Some(a)) = (face, a) {
                try_step(Step::Face, worth + edit(both, state, a));
            }
            if let Some(a) = a {
                try_step(Step::Left, edit(l, state, a));
            }
            if let Some(b) = b {
                try_step(Step::Right, edit(r, state, b));
            }
            best
        })
    }

    /// The best pairs from the start on.
    fn trace(&self, mut found: impl FnMut(Pair)) {
        let (mut i, mut j, mut state) = (0, 0, State::Kept);
        while i < self.left.len() || j < self.right.len() {
            let step = self.best(i, j)[state as usize].0;
            let piece = if step == Step::Right {
                self.right.get(j)
            } else {
                self.left.get(i)
            };
            state = match (step, piece) {
                (Step::Keep, _) | (_, None) => State::Kept,
                (_, Some(piece)) => after(state, piece),
            };
            if matches!(step, Step::Keep | Step::Face) {
                found(Pair {
                    left: i,
                    right: j,
                    equal: step == Step::Keep,
                });
            }
            i += usize::from(step != Step::Right);
            j += usize::from(step != Step::Left);
        }
    }
}

/// The best step and its worth between two words, where any edit is one of words: all but its price is then
/// the same whatever stands before.
fn words(keep: Option<f32>, face: Option<f32>, [both, l, r]: [f32; 3]) -> [(Step, f32); 3] {
    let mut edit = (
        Step::Face,
        face.map_or(f32::NEG_INFINITY, |worth| worth + both),
    );
    for other in [(Step::Left, l), (Step::Right, r)] {
        if other.1 > edit.1 {
            edit = other;
        }
    }
    [EDIT, EDIT - MARK_EDIT, 0.0].map(|price| match keep {
        Some(worth) if worth >= edit.1 - price => (Step::Keep, worth),
        _ => (edit.0, edit.1 - price),
    })
}

/// Worth of the rest after a piece that is not kept, less the price of it.
fn edit(rest: [f32; 3], state: State, piece: &Piece<'_>) -> f32 {
    let next = after(state, piece);
    let price = |state: State| match state {
        State::Kept => 0.0,
        State::Marks => MARK_EDIT,
        State::Edit => EDIT,
    };
    rest[next as usize] - (price(next) - price(state))
}

/// The state after a piece that is not kept.
fn after(state: State, piece: &Piece<'_>) -> State {
    match (state, piece.sort()) {
        (State::Kept | State::Marks, Sort::Mark) => State::Marks,
        _ => State::Edit,
    }
}
