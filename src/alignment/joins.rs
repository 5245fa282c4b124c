//! Sentences that stand alone although a passage in order ties them to the other side.
//!
//! The best chain of beads may leave a sentence out of which a clause is answered: by a sentence that faces another
//! one, or by one that stands alone as well. What is shared is never shown as if only one side had it, so such a
//! sentence joins the bead that answers it, or makes one with the sentence that does.

use std::ops::Range;

use crate::{
    sorting,
    span::{Side, Sides},
};

/// A range of sentences on each side.
pub(super) type Bead = Sides<Range<usize>>;

/// Sentences that a bead may take in on its way to one that belongs to it. Beyond them what belongs together stands
/// too far apart to be read in one row, and is shown as moved. By eye on news reports.
const REACH: usize = 2;

/// The beads with what `ties` join to them: the sentences of passages in order, in order on both sides. `boilerplate` says
/// of each sentence whether it is such: no passage has words of it. Linear in beads and ties.
#[inline(never)]
pub(super) fn join(beads: &[Bead], ties: &[Bead], boilerplate: &Sides<Vec<bool>>) -> Vec<Bead> {
    let mut all = beads.to_vec();
    let gaps = Gaps::new(beads, boilerplate);
    for tie in ties {
        all.extend(gaps.join(tie));
    }
    merged(all)
}

/// Beads that overlap become one, so that they stand in order.
fn merged(mut beads: Vec<Bead>) -> Vec<Bead> {
    sorting::by_key(&mut beads, |bead| {
        let Sides { left, right } = bead;
        sorting::key([left.start, right.start, left.end, right.end])
    });
    let mut merged: Vec<Bead> = Vec::with_capacity(beads.len());
    for mut bead in beads {
        while let Some(last) = merged.last() {
            if last.left.end <= bead.left.start && last.right.end <= bead.right.start {
                break;
            }
            bead = union(last, &bead);
            merged.pop();
        }
        merged.push(bead);
    }
    merged
}

fn union(a: &Bead, b: &Bead) -> Bead {
    let cover = |a: &Range<usize>, b: &Range<usize>| a.start.min(b.start)..a.end.max(b.end);
    Sides::new(cover(&a.left, &b.left), cover(&a.right, &b.right))
}

/// What lies between beads.
struct Gaps<'b> {
    beads: &'b [Bead],
    /// The bead of each sentence.
    of: Sides<Vec<Option<usize>>>,
    boilerplate: &'b Sides<Vec<bool>>,
}

impl<'b> Gaps<'b> {
    fn new(beads: &'b [Bead], boilerplate: &'b Sides<Vec<bool>>) -> Self {
        let of = Sides::new(Side::Left, Side::Right).map(|side| {
            let mut of = vec![None; boilerplate.get(side).len()];
            for (at, bead) in beads.iter().enumerate() {
                of[bead.get(side).clone()].fill(Some(at));
            }
            of
        });
        Self {
            beads,
            of,
            boilerplate,
        }
    }

    /// Beads of the loose sentences of a tie with what they belong to, if they are near enough.
    fn join(&self, tie: &Bead) -> Vec<Bead> {
        let loose = Sides::new(Side::Left, Side::Right).map(|side| {
            let mut loose = tie
                .get(side)
                .clone()
                .filter(|&at| self.of.get(side)[at].is_none() && !self.boilerplate.get(side)[at]);
            let first = loose.next()?;
            Some(first..loose.next_back().unwrap_or(first) + 1)
        });
        if let (Some(left), Some(right)) = (&loose.left, &loose.right)
            && self.gap(Side::Left, left).is_some()
            && self.gap(Side::Left, left) == self.gap(Side::Right, right)
        {
            return vec![Sides::new(left.clone(), right.clone())];
        }
        let left = loose
            .left
            .and_then(|left| self.reach(Side::Left, &left, &tie.right));
        let right = loose
            .right
            .and_then(|right| self.reach(Side::Right, &right, &tie.left));
        left.into_iter().chain(right).collect()
    }

    /// Behind how many beads a stretch of loose sentences lies; none if a bead lies inside it.
    fn gap(&self, side: Side, range: &Range<usize>) -> Option<usize> {
        let before = |at: usize| self.beads.partition_point(|bead| bead.get(side).start < at);
        (before(range.start) == before(range.end)).then(|| before(range.start))
    }

    /// The bead of the `others`, grown to the loose sentences, if no bead and few sentences lie between.
    fn reach(&self, side: Side, loose: &Range<usize>, others: &Range<usize>) -> Option<Bead> {
        // A line of the page faces its like and nothing else.
        let facing = others
            .clone()
            .filter(|&at| !self.boilerplate.get(side.other())[at])
            .filter_map(|at| self.of.get(side.other())[at]);
        let near = facing.filter_map(|at| {
            let own = self.beads[at].get(side);
            let before = at
                .checked_sub(1)
                .map_or(0, |at| self.beads[at].get(side).end);
            let after = self.beads.get(at + 1);
            let after = after.map_or(self.of.get(side).len(), |bead| bead.get(side).start);
            let (from, to) = (loose.start.min(own.start), loose.end.max(own.end));
            let far = own
                .start
                .saturating_sub(loose.end)
                .max(loose.start.saturating_sub(own.end));
            (before <= from && to <= after && far <= REACH).then_some((far, at, from..to))
        });
        let (_, at, range) = near.min_by_key(|(far, at, _)| (*far, *at))?;
        let mut bead = self.beads[at].clone();
        *bead.get_mut(side) = range;
        Some(bead)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bead(left: Range<usize>, right: Range<usize>) -> Bead {
        Sides::new(left, right)
    }

    /// What becomes of beads with ten sentences on each side.
    fn joined(beads: &[Bead], ties: &[Bead]) -> Vec<Bead> {
        join(beads, ties, &Sides::new(vec![false; 10], vec![false; 10]))
    }

    #[test]
    fn lines_of_the_page_inside_a_passage_join_nothing() {
        let beads = [bead(1..2, 0..1), bead(3..4, 2..3)];
        let tie = [bead(1..4, 1..3)];
        let mut boilerplate = Sides::new(vec![false; 10], vec![false; 10]);
        let plain = [bead(1..2, 0..1), bead(2..3, 1..2), bead(3..4, 2..3)];
        assert_eq!(join(&beads, &tie, &boilerplate), plain);
        boilerplate.left[2] = true;
        let grown = [bead(1..2, 0..2), bead(3..4, 2..3)];
        assert_eq!(join(&beads, &tie, &boilerplate), grown);
    }

    #[test]
    fn a_line_of_the_page_that_faces_its_like_takes_nothing_in() {
        let beads = [bead(0..1, 0..1), bead(1..2, 1..2)];
        let tie = [bead(2..3, 0..2)];
        let mut boilerplate = Sides::new(vec![false; 10], vec![false; 10]);
        assert_eq!(
            join(&beads, &tie, &boilerplate),
            [bead(0..1, 0..1), bead(1..3, 1..2)]
        );
        (boilerplate.left[1], boilerplate.right[1]) = (true, true);
        assert_eq!(join(&beads, &tie, &boilerplate), beads);
    }

    #[test]
    fn a_loose_sentence_joins_the_bead_that_answers_it() {
        let beads = [bead(0..1, 0..1), bead(5..6, 5..6)];
        assert_eq!(
            joined(&beads, &[bead(1..2, 0..1)]),
            [bead(0..2, 0..1), bead(5..6, 5..6)],
            "behind it"
        );
        assert_eq!(
            joined(&beads, &[bead(5..6, 3..4)]),
            [bead(0..1, 0..1), bead(5..6, 3..6)],
            "before it, with what lies between"
        );
        assert_eq!(
            joined(&beads, &[bead(5..6, 2..3)]),
            [bead(0..1, 0..1), bead(5..6, 2..6)],
            "two sentences lie between"
        );
    }

    #[test]
    fn what_stands_too_far_off_stays_alone() {
        let beads = [bead(0..1, 0..1), bead(6..7, 6..7)];
        assert_eq!(
            joined(&beads, &[bead(6..7, 2..3)]),
            beads,
            "three sentences lie between"
        );
        let beads = [bead(0..1, 0..1), bead(1..2, 1..2)];
        assert_eq!(
            joined(&beads, &[bead(2..3, 0..1)]),
            beads,
            "a bead lies between"
        );
    }

    #[test]
    fn two_loose_sentences_of_one_gap_face_each_other() {
        let beads = [bead(0..1, 0..1), bead(5..6, 5..6)];
        assert_eq!(
            joined(&beads, &[bead(2..3, 3..4)]),
            [bead(0..1, 0..1), bead(2..3, 3..4), bead(5..6, 5..6)]
        );
        assert_eq!(
            joined(&[], &[bead(2..4, 3..4)]),
            [bead(2..4, 3..4)],
            "of no bead at all"
        );
    }

    #[test]
    fn what_overlaps_becomes_one() {
        let beads = [bead(0..1, 0..1)];
        let ties = [bead(1..2, 1..2), bead(2..3, 1..2)];
        assert_eq!(joined(&beads, &ties), [bead(0..1, 0..1), bead(1..3, 1..2)]);
    }
}
