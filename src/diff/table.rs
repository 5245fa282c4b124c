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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    fn rest(&self, i: usize, j: usize) -> Worth {
        let at = i * (self.right.len() + 1) + j;
        self.worth.get(at).copied().unwrap_or_default()
    }

    /// The best steps from the start on: `found` is told the pairs.
    pub(super) fn trace(&self, mut found: impl FnMut(Pair)) {
        let (mut i, mut j, mut state) = (0, 0, State::Kept);
        // Past the end of one side nothing is left but to drop the other.
        while let (Some(a), Some(b)) = (self.left.get(i), self.right.get(j)) {
            let rests = [(1, 1), (1, 0), (0, 1)].map(|(l, r)| self.rest(i + l, j + r));
            let best: [(Step, f32); 3] = place(a, b, rests);
            let step = best[state as usize].0;
            state = match step {
                Step::Keep => State::Kept,
                Step::Face | Step::Left => after(state, a),
                Step::Right => after(state, b),
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

/// The worth of the places before a piece of the left, from that of the places after it.
fn fill(a: &Piece<'_>, right: &[Piece<'_>], row: &mut [Worth], below: &[Worth]) {
    let mut both = below[right.len()];
    let mut next = dropped(both, a);
    row[right.len()] = next;
    let (row, below) = (&mut row[..right.len()], &below[..right.len()]);
    for at in (0..right.len()).rev() {
        next = place(a, &right[at], [both, below[at], next]);
        row[at] = next;
        both = below[at];
    }
}

/// The best of the steps from a place. With [`f32`] only its worth is known: the table is filled so.
trait Best: Copy {
    fn of(step: Step, worth: f32) -> Self;
    fn worth(self) -> f32;
    /// The same at a price.
    fn less(self, price: f32) -> Self;

    /// The better of two, of equal ones the first. No worth is not a number, of which `f32::max` would
    /// have to think.
    #[inline(always)]
    fn or(self, other: Self) -> Self {
        if other.worth() > self.worth() {
            other
        } else {
            self
        }
    }
}

impl Best for f32 {
    #[inline(always)]
    fn of(_: Step, worth: f32) -> Self {
        worth
    }

    #[inline(always)]
    fn worth(self) -> f32 {
        self
    }

    #[inline(always)]
    fn less(self, price: f32) -> Self {
        self - price
    }
}

impl Best for (Step, f32) {
    fn of(step: Step, worth: f32) -> Self {
        (step, worth)
    }

    fn worth(self) -> f32 {
        self.1
    }

    fn less(self, price: f32) -> Self {
        (self.0, self.1 - price)
    }
}

/// The best step from a place before two pieces, by what stands before it, from the worth of the places past
/// both, past the left one and past the right one. Of equal steps the first of [`Step`] is taken, so that
/// pieces are kept early and an edit stands as late as it can.
#[inline(always)]
fn place<B: Best>(a: &Piece<'_>, b: &Piece<'_>, rests: [Worth; 3]) -> [B; 3] {
    if a.sort() == Sort::Mark || b.sort() == Sort::Mark {
        return beside_mark(a, b, rests);
    }
    // Any edit is one of words: all but its price is the same whatever stands before.
    let [both, l, r] = rests;
    let edit = |step: Step, rest: Worth| B::of(step, rest[State::Edit as usize]);
    let dropped = edit(Step::Left, l).or(edit(Step::Right, r));
    if a.same(b) {
        let keep = B::of(Step::Keep, kept(a, b, both));
        return PRICES.map(|price| keep.or(dropped.less(price)));
    }
    let edited = match facing(a, b) {
        Some(face) => B::of(Step::Face, face + both[State::Edit as usize]).or(dropped),
        None => dropped,
    };
    PRICES.map(|price| edited.less(price))
}

/// The same where one of the two is punctuation.
fn beside_mark<B: Best>(a: &Piece<'_>, b: &Piece<'_>, [both, l, r]: [Worth; 3]) -> [B; 3] {
    [State::Kept, State::Marks, State::Edit].map(|state| {
        let left = B::of(Step::Left, edit(l, state, a));
        let dropped = left.or(B::of(Step::Right, edit(r, state, b)));
        if a.same(b) {
            return B::of(Step::Keep, kept(a, b, both)).or(dropped);
        }
        match facing(a, b) {
            Some(face) => B::of(Step::Face, face + edit(both, state, a)).or(dropped),
            None => dropped,
        }
    })
}

/// What it is worth to keep a pair, with the rest.
fn kept(a: &Piece<'_>, b: &Piece<'_>, rest: Worth) -> f32 {
    let exact = if a.text == b.text { EXACT } else { 0.0 };
    a.weight + exact + rest[State::Kept as usize]
}

/// What it is worth that one piece stands for another one that is not the same, if it may.
#[inline(always)]
fn facing(a: &Piece<'_>, b: &Piece<'_>) -> Option<f32> {
    match a.sort() == b.sort() {
        true if a.near(b) => Some(NEAR * a.weight.min(b.weight)),
        true => Some(FACING),
        false => None,
    }
}

/// The worth of a place before a piece that is not kept, from that after it.
fn dropped(rest: Worth, piece: &Piece<'_>) -> Worth {
    [State::Kept, State::Marks, State::Edit].map(|state| edit(rest, state, piece))
}

/// What an edit with a word in it costs, by what stands before it.
const PRICES: Worth = [EDIT, EDIT - MARK_EDIT, 0.0];

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
