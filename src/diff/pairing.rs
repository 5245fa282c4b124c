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

use super::{
    table::{ScoreTable, Scores},
    tokens::{DiffToken, TokenPair},
};
use crate::{
    chain::{self, Link},
    sorting,
    span::Sides,
};

/// Most cells of one table, in pairs of tokens; a larger stretch is cut first. 256 tokens against 256. A bound on work.
const TABLE: usize = 1 << 16;

/// Most cells of a table in which no token is taken for equal beforehand: about 90 tokens against 90. A bound on work.
const SMALL: usize = 1 << 13;

/// In larger ones, equal tokens before the first and after the last difference that are looked at as well. A bound on
/// work: an edit slides over few.
const MARGIN: usize = 8;

/// Least length of a common stretch at which a long pair is cut, in tokens: few stretches of that length occur twice by
/// chance, while single words do. By eye.
const ANCHOR: usize = 4;

/// Where those are repeated, longer ones are tried.
const ANCHORS: [usize; 3] = [ANCHOR, 2 * ANCHOR, 4 * ANCHOR];

/// Steps for each token after which the search of `similar` gives up. A bound on work.
const STEPS: usize = 256;

/// What all comparisons of two texts do together.
#[derive(Debug)]
pub(super) struct Work {
    /// The cells that may still be done.
    pub(super) cells: usize,
    /// Room for a table, so that not every pair asks for its own.
    table: Vec<Scores>,
}

impl Work {
    pub(super) fn new(cells: usize) -> Self {
        let table = Vec::new();
        Self { cells, table }
    }
}

/// Pairs in ascending order on both sides, and whether all the work was done, which is counted down.
#[inline(never)]
pub(super) fn pair(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    work: &mut Work,
) -> (Vec<TokenPair>, bool) {
    let both = left.len().min(right.len());
    let (mut pairs, mut complete) = (Vec::with_capacity(both), true);
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
    for (l, r) in cut(left, right, (head..i, head..j), &mut work.cells) {
        complete &= gap(left, right, l, r, &mut pairs, work);
    }
    run(&mut pairs, i, j, tail);
    (pairs, complete)
}

/// Kept tokens one after the other.
fn run(pairs: &mut Vec<TokenPair>, left: usize, right: usize, len: usize) {
    pairs.extend((0..len).map(|at| TokenPair {
        left: left + at,
        right: right + at,
        equal: true,
    }));
}

/// The parts in which words may face each other: all of a short pair, what lies between common
/// stretches of a long one, and these stretches themselves.
#[inline(never)]
fn cut(left: &[DiffToken<'_>], right: &[DiffToken<'_>], whole: Gap, cells: &mut usize) -> Vec<Gap> {
    let fits = fits_table(&whole);
    let mut parts = vec![whole];
    if fits {
        return parts;
    }
    for len in ANCHORS {
        let cut = |part| cut_at(part, |l, r| rare_stretches(&left[l], &right[r], len));
        parts = parts.into_iter().flat_map(cut).collect();
    }
    let mut cut = |part| cut_at(part, |l, r| common_stretches(&left[l], &right[r], cells));
    parts.into_iter().flat_map(&mut cut).collect()
}

/// A range of each side.
type Gap = (Range<usize>, Range<usize>);

fn fits_table((l, r): &Gap) -> bool {
    l.len().saturating_mul(r.len()) <= TABLE
}

/// Cuts a part that is too large for a table at the stretches found in it, given as the start on both
/// sides and the length, in order.
fn cut_at(
    (l, r): Gap,
    stretches: impl FnOnce(Range<usize>, Range<usize>) -> Vec<(usize, usize, usize)>,
) -> Vec<Gap> {
    if fits_table(&(l.clone(), r.clone())) {
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
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
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
    let chain = chain::heaviest(&links);
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

/// Where each stretch of so many tokens stands, if it stands in one place only.
fn once(tokens: &[DiffToken<'_>], len: usize) -> FxHashMap<u64, Option<usize>> {
    let mut places: FxHashMap<u64, Option<usize>> = FxHashMap::default();
    for (at, tokens) in tokens.windows(len).enumerate() {
        let mut hasher = FxHasher::default();
        tokens
            .iter()
            .for_each(|token| hasher.write_u64(token.identity));
        let place = places.entry(hasher.finish());
        place.and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

/// Stretches in common where all is repeated, by the bounded search of `similar`; none if that is too much work.
fn common_stretches(
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    cells: &mut usize,
) -> Vec<(usize, usize, usize)> {
    let work = (left.len() + right.len()).saturating_mul(STEPS.min(left.len().min(right.len())));
    let Some(rest) = cells.checked_sub(work) else {
        return Vec::new();
    };
    *cells = rest;
    let identities =
        |tokens: &[DiffToken<'_>]| tokens.iter().map(|p| p.identity).collect::<Vec<_>>();
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
    left: &[DiffToken<'_>],
    right: &[DiffToken<'_>],
    l: Range<usize>,
    r: Range<usize>,
    pairs: &mut Vec<TokenPair>,
    work: &mut Work,
) -> bool {
    let same = |(a, b): (&DiffToken<'_>, &DiffToken<'_>)| a.same(b);
    if l.len() == r.len() && left[l.clone()].iter().zip(&right[r.clone()]).all(same) {
        run(pairs, l.start, r.start, l.len());
        return true;
    }
    let cells = (l.len() + 1).saturating_mul(r.len() + 1);
    if l.is_empty() || r.is_empty() {
        return true;
    }
    if cells > 4 * TABLE || cells > work.cells {
        return false;
    }
    work.cells -= cells;
    ScoreTable::new(&left[l.clone()], &right[r.clone()], &mut work.table).trace(|pair| {
        pairs.push(TokenPair {
            left: pair.left + l.start,
            right: pair.right + r.start,
            equal: pair.equal,
        });
    });
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stretches found in a part, as the start on both sides and the length, and the parts it is cut into.
    #[test]
    fn a_large_part_is_cut_before_and_behind_common_stretches() {
        type Stretch = (usize, usize, usize);
        let table: [(&[Stretch], &[[usize; 4]]); 6] = [
            (&[], &[[10, 410, 20, 320]]),
            (
                &[(5, 7, 4)],
                &[[10, 15, 20, 27], [15, 19, 27, 31], [19, 410, 31, 320]],
            ),
            // At the start, at the end.
            (
                &[(0, 0, 6), (394, 294, 6)],
                &[
                    [10, 10, 20, 20],
                    [10, 16, 20, 26],
                    [16, 404, 26, 314],
                    [404, 410, 314, 320],
                    [410, 410, 320, 320],
                ],
            ),
            // The second overlaps the first by two on the left and one on the right.
            (
                &[(5, 7, 4), (7, 10, 8)],
                &[
                    [10, 15, 20, 27],
                    [15, 19, 27, 31],
                    [19, 19, 31, 32],
                    [19, 25, 32, 38],
                    [25, 410, 38, 320],
                ],
            ),
            // The other way round.
            (
                &[(5, 7, 4), (8, 8, 9)],
                &[
                    [10, 15, 20, 27],
                    [15, 19, 27, 31],
                    [19, 21, 31, 31],
                    [21, 27, 31, 37],
                    [27, 410, 37, 320],
                ],
            ),
            // The second lies within the first on one side.
            (
                &[(5, 7, 9), (8, 20, 4)],
                &[[10, 15, 20, 27], [15, 24, 27, 36], [24, 410, 36, 320]],
            ),
        ];
        for (stretches, wanted) in table {
            let parts = cut_at((10..410, 20..320), |l, r| {
                assert_eq!((l, r), (10..410, 20..320));
                stretches.to_vec()
            });
            let parts = parts.into_iter();
            let parts: Vec<_> = parts
                .map(|(l, r)| [l.start, l.end, r.start, r.end])
                .collect();
            assert_eq!(parts, wanted);
        }
        let small = (10..110, 20..120);
        assert_eq!(cut_at(small.clone(), |_, _| vec![(5, 7, 4)]), [small]);
    }

    #[test]
    fn equal_tokens_that_go_on_are_one_stretch() {
        let mut found = Stretches(Vec::new());
        for (left, right, len) in [(2, 3, 2), (4, 5, 1), (5, 7, 3), (9, 10, 1), (10, 11, 2)] {
            assert_eq!(found.equal(left, right, len), Ok(()));
        }
        assert_eq!(found.0, [(2, 3, 3), (5, 7, 3), (9, 10, 3)]);
    }
}
