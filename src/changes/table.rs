//! The priced alignment of two stretches: what the rest is worth from every pair of places on.

use super::{
    pairing::Pair,
    pieces::{Piece, Sort},
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

/// What the rest of both stretches is worth from a place on, by what stands before the place.
pub(super) type Worth = [f32; 3];

/// That of every place, row by row; one row for each place on the left.
pub(super) struct Table<'p, 't> {
    left: &'p [Piece<'t>],
    right: &'p [Piece<'t>],
    worth: &'p [Worth],
}

impl<'p, 't> Table<'p, 't> {
    /// Finds them all. `worth` is room, so that not every pair of stretches asks for its own.
    pub(super) fn new(
        left: &'p [Piece<'t>],
        right: &'p [Piece<'t>],
        worth: &'p mut Vec<Worth>,
    ) -> Self {
        let (wide, cells) = (right.len() + 1, (left.len() + 1) * (right.len() + 1));
        if worth.len() < cells {
            worth.resize(cells, Worth::default());
        }
        let (mut rows, mut last) = worth[..cells].split_at_mut(cells - wide);
        last[right.len()] = Worth::default();
        for (j, piece) in right.iter().enumerate().rev() {
            last[j] = dropped(last[j + 1], piece);
        }
        for piece in left.iter().rev() {
            let (before, row) = rows.split_at_mut(rows.len() - wide);
            fill(piece, right, row, last);
            (rows, last) = (before, row);
        }
        Self {
            left,
            right,
            worth: &worth[..cells],
        }
    }

    fn at(&self, i: usize, j: usize) -> usize {
        i * (self.right.len() + 1) + j
    }

    fn rest(&self, i: usize, j: usize) -> Worth {
        self.worth.get(self.at(i, j)).copied().unwrap_or_default()
    }

    /// The best step and its worth, by what stands before. Of equal steps the first named is taken, so that
    /// pieces are kept early and an edit stands as late as it can.
    fn best(&self, i: usize, j: usize) -> [(Step, f32); 3] {
        let (a, b) = (self.left.get(i), self.right.get(j));
        let (keep, face) = match (a, b) {
            (Some(a), Some(b)) if a.same(b) => {
                let rest = self.rest(i + 1, j + 1)[State::Kept as usize];
                (Some(a.weight + exact(a, b) + rest), None)
            }
            (Some(a), Some(b)) => (None, facing(a, b)),
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
    pub(super) fn trace(&self, mut found: impl FnMut(Pair)) {
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

/// The worth of the places before a piece of the left, from that of the places after it: what [`Table::best`]
/// says, without the steps.
fn fill(a: &Piece<'_>, right: &[Piece<'_>], row: &mut [Worth], below: &[Worth]) {
    let mut both = below[right.len()];
    let mut next = dropped(both, a);
    row[right.len()] = next;
    for ((b, &l), here) in right.iter().zip(below).zip(row).rev() {
        next = if a.sort() == Sort::Mark || b.sort() == Sort::Mark {
            beside_mark(a, b, [both, l, next])
        } else {
            between_words(a, b, [both, l, next])
        };
        *here = next;
        both = l;
    }
}

/// The worth of a place before two words, from those past both, past the left one and past the right one.
#[inline]
fn between_words(a: &Piece<'_>, b: &Piece<'_>, [both, l, r]: [Worth; 3]) -> Worth {
    let edit = State::Edit as usize;
    let edited = more(l[edit], r[edit]);
    if a.same(b) {
        let keep = a.weight + exact(a, b) + both[State::Kept as usize];
        return PRICES.map(|price| more(keep, edited - price));
    }
    let edited = match facing(a, b) {
        Some(face) => more(face + both[edit], edited),
        None => edited,
    };
    PRICES.map(|price| edited - price)
}

/// The same where one of the two is punctuation.
fn beside_mark(a: &Piece<'_>, b: &Piece<'_>, [both, l, r]: [Worth; 3]) -> Worth {
    let mut best = dropped(r, b);
    at_least(&mut best, dropped(l, a));
    if a.same(b) {
        let keep = a.weight + exact(a, b) + both[State::Kept as usize];
        at_least(&mut best, [keep; 3]);
    } else if let Some(face) = facing(a, b) {
        at_least(&mut best, dropped(both, a).map(|rest| face + rest));
    }
    best
}

/// What the same writing adds to keeping a piece.
fn exact(a: &Piece<'_>, b: &Piece<'_>) -> f32 {
    if a.text == b.text { EXACT } else { 0.0 }
}

/// What it is worth that one piece stands for another one that is not the same, if it may.
fn facing(a: &Piece<'_>, b: &Piece<'_>) -> Option<f32> {
    let near = || a.near(b);
    match a.sort() == b.sort() {
        true if near() => Some(NEAR * a.weight.min(b.weight)),
        true => Some(FACING),
        false => None,
    }
}

fn at_least(best: &mut Worth, other: Worth) {
    for (best, other) in best.iter_mut().zip(other) {
        *best = more(*best, other);
    }
}

/// The greater of two. Neither is not a number, of which `f32::max` would have to think.
fn more(a: f32, b: f32) -> f32 {
    if b > a { b } else { a }
}

/// The worth of a place before a piece that is not kept, from that after it.
fn dropped(rest: Worth, piece: &Piece<'_>) -> Worth {
    [State::Kept, State::Marks, State::Edit].map(|state| edit(rest, state, piece))
}

/// What an edit with a word in it costs, by what stands before it.
const PRICES: Worth = [EDIT, EDIT - MARK_EDIT, 0.0];

/// The best step and its worth between two words, where any edit is one of words: all but its price is then
/// the same whatever stands before.
fn words(keep: Option<f32>, face: Option<f32>, [both, l, r]: Worth) -> [(Step, f32); 3] {
    let mut edit = (
        Step::Face,
        face.map_or(f32::NEG_INFINITY, |worth| worth + both),
    );
    for other in [(Step::Left, l), (Step::Right, r)] {
        if other.1 > edit.1 {
            edit = other;
        }
    }
    PRICES.map(|price| match keep {
        Some(worth) if worth >= edit.1 - price => (Step::Keep, worth),
        _ => (edit.0, edit.1 - price),
    })
}

/// Worth of the rest after a piece that is not kept, less the price of it.
fn edit(rest: Worth, state: State, piece: &Piece<'_>) -> f32 {
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
