//! The table of the priced alignment of two stretches: the best score of both suffixes from every pair of places on.

use super::{tokens::DiffToken, tokens::TokenPair};
use crate::words::TokenClass;

// Prices and scores in units of a kept content word. By measurement on sentence pairs with hand-made word links and
// edit spans.

/// The price of an edit. A kept stretch between two edits must weigh more than that.
const EDIT_PRICE: f32 = 0.7;

/// The price of an edit of punctuation alone: it does not tear the words around it apart.
const MARK_EDIT_PRICE: f32 = 0.34;

/// The score of facing a variant of a word, as a share of the weight of keeping it.
const VARIANT_SHARE: f32 = 0.6;

/// The score of facing any word of the same class inside an edit: just enough to decide ties.
const FACING_SCORE: f32 = 0.002;

/// What the same writing adds to the same key.
const EXACT_SCORE: f32 = 0.03;

/// What stands before a place in the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A kept token.
    Kept,
    /// An edit, so far of punctuation alone.
    Marks,
    /// An edit with a word in it.
    Edit,
}

/// One step from a place: past a pair that is kept, past one that face each other, or past a token of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Keep,
    Face,
    Left,
    Right,
}

/// The best scores of both suffixes from a place on, one for each [`State`] before the place.
pub(super) type Scores = [f32; 3];

/// That of every place, row by row; one row for each place on the left.
pub(super) struct ScoreTable<'p, 't> {
    left: &'p [DiffToken<'t>],
    right: &'p [DiffToken<'t>],
    scores: &'p [Scores],
}

impl<'p, 't> ScoreTable<'p, 't> {
    /// Finds them all. `room` is kept between calls, so that not every pair of stretches asks for its own.
    pub(super) fn new(
        left: &'p [DiffToken<'t>],
        right: &'p [DiffToken<'t>],
        room: &'p mut Vec<Scores>,
    ) -> Self {
        let (wide, cells) = (right.len() + 1, (left.len() + 1) * (right.len() + 1));
        if room.len() < cells {
            room.resize(cells, Scores::default());
        }
        let (mut rows, mut last) = room[..cells].split_at_mut(cells - wide);
        last[right.len()] = Scores::default();
        for (j, token) in right.iter().enumerate().rev() {
            last[j] = dropped(last[j + 1], token);
        }
        for token in left.iter().rev() {
            let (before, row) = rows.split_at_mut(rows.len() - wide);
            fill_row(token, right, row, last);
            (rows, last) = (before, row);
        }
        Self {
            left,
            right,
            scores: &room[..cells],
        }
    }

    fn suffix_score(&self, i: usize, j: usize) -> Scores {
        let at = i * (self.right.len() + 1) + j;
        self.scores.get(at).copied().unwrap_or_default()
    }

    /// The best steps from the start on: `found` is told the pairs.
    pub(super) fn trace(&self, mut found: impl FnMut(TokenPair)) {
        let (mut i, mut j, mut state) = (0, 0, State::Kept);
        // Past the end of one side nothing is left but to drop the other.
        while let (Some(a), Some(b)) = (self.left.get(i), self.right.get(j)) {
            let rests = [(1, 1), (1, 0), (0, 1)].map(|(l, r)| self.suffix_score(i + l, j + r));
            let best: [(Step, f32); 3] = best_steps(a, b, rests);
            let step = best[state as usize].0;
            state = match step {
                Step::Keep => State::Kept,
                Step::Face | Step::Left => next_state(state, a),
                Step::Right => next_state(state, b),
            };
            if matches!(step, Step::Keep | Step::Face) {
                found(TokenPair {
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

/// The scores of the places before a token of the left, from those of the places after it.
fn fill_row(a: &DiffToken<'_>, right: &[DiffToken<'_>], row: &mut [Scores], below: &[Scores]) {
    let mut both = below[right.len()];
    let mut next = dropped(both, a);
    row[right.len()] = next;
    let (row, below) = (&mut row[..right.len()], &below[..right.len()]);
    for at in (0..right.len()).rev() {
        next = best_steps(a, &right[at], [both, below[at], next]);
        row[at] = next;
        both = below[at];
    }
}

/// The best of the steps from a place. With [`f32`] only its score is known: the table is filled so.
trait BestStep: Copy {
    fn of(step: Step, score: f32) -> Self;
    fn score(self) -> f32;
    /// The same at a price.
    fn less(self, price: f32) -> Self;

    /// The better of two, of equal ones the first. Scores are never NaN, so the NaN handling of `f32::max` would be
    /// wasted.
    #[inline(always)]
    fn or(self, other: Self) -> Self {
        if other.score() > self.score() {
            other
        } else {
            self
        }
    }
}

impl BestStep for f32 {
    #[inline(always)]
    fn of(_: Step, score: f32) -> Self {
        score
    }

    #[inline(always)]
    fn score(self) -> f32 {
        self
    }

    #[inline(always)]
    fn less(self, price: f32) -> Self {
        self - price
    }
}

impl BestStep for (Step, f32) {
    fn of(step: Step, score: f32) -> Self {
        (step, score)
    }

    fn score(self) -> f32 {
        self.1
    }

    fn less(self, price: f32) -> Self {
        (self.0, self.1 - price)
    }
}

/// The best step from a place before two tokens, by what stands before it, from the scores of the places past
/// both, past the left one and past the right one. Of equal steps the first of [`Step`] is taken, so that
/// tokens are kept early and an edit stands as late as it can.
#[inline(always)]
fn best_steps<B: BestStep>(a: &DiffToken<'_>, b: &DiffToken<'_>, rests: [Scores; 3]) -> [B; 3] {
    if a.class() == TokenClass::Mark || b.class() == TokenClass::Mark {
        return beside_mark(a, b, rests);
    }
    // Any edit is one of words: all but its price is the same whatever stands before.
    let [both, l, r] = rests;
    let edit = |step: Step, rest: Scores| B::of(step, rest[State::Edit as usize]);
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
fn beside_mark<B: BestStep>(
    a: &DiffToken<'_>,
    b: &DiffToken<'_>,
    [both, l, r]: [Scores; 3],
) -> [B; 3] {
    [State::Kept, State::Marks, State::Edit].map(|state| {
        let left = B::of(Step::Left, gap_score(l, state, a));
        let dropped = left.or(B::of(Step::Right, gap_score(r, state, b)));
        if a.same(b) {
            return B::of(Step::Keep, kept(a, b, both)).or(dropped);
        }
        match facing(a, b) {
            Some(face) => B::of(Step::Face, face + gap_score(both, state, a)).or(dropped),
            None => dropped,
        }
    })
}

/// The score of keeping a pair, with that of the rest.
fn kept(a: &DiffToken<'_>, b: &DiffToken<'_>, rest: Scores) -> f32 {
    let exact = if a.text == b.text { EXACT_SCORE } else { 0.0 };
    a.weight + exact + rest[State::Kept as usize]
}

/// The score of one token facing another one that is not the same, if it may.
#[inline(always)]
fn facing(a: &DiffToken<'_>, b: &DiffToken<'_>) -> Option<f32> {
    match a.class() == b.class() {
        true if a.is_variant_of(b) => Some(VARIANT_SHARE * a.weight.min(b.weight)),
        true => Some(FACING_SCORE),
        false => None,
    }
}

/// The scores of a place before a token that is not kept, from those after it.
fn dropped(rest: Scores, token: &DiffToken<'_>) -> Scores {
    [State::Kept, State::Marks, State::Edit].map(|state| gap_score(rest, state, token))
}

/// What an edit with a word in it costs, by what stands before it.
const PRICES: Scores = [EDIT_PRICE, EDIT_PRICE - MARK_EDIT_PRICE, 0.0];

/// The score of the rest after a token that is not kept, less the price of that.
fn gap_score(rest: Scores, state: State, token: &DiffToken<'_>) -> f32 {
    let next = next_state(state, token);
    let price = |state: State| match state {
        State::Kept => 0.0,
        State::Marks => MARK_EDIT_PRICE,
        State::Edit => EDIT_PRICE,
    };
    rest[next as usize] - (price(next) - price(state))
}

/// The state after a token that is not kept.
fn next_state(state: State, token: &DiffToken<'_>) -> State {
    match (state, token.class()) {
        (State::Kept | State::Marks, TokenClass::Mark) => State::Marks,
        _ => State::Edit,
    }
}
