//! The heaviest chain: of many boxes, those that stand in the same order on both sides.
//!
//! A weighted longest increasing subsequence in two dimensions, swept from left to right with the best
//! chain for every right end kept in a Fenwick tree: n log n.

use std::ops::Range;

use crate::{sorting, span::Sides};

/// A stretch on each side, in any unit, and what it is worth to have it in the chain: a whole number, so
/// that sums do not depend on their order.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) at: Sides<Range<usize>>,
    pub(crate) weight: u64,
}

/// The chain of greatest weight of which each link ends, on both sides, before the next begins; as
/// ascending indices. Links of no weight or with an empty side are never in it.
#[inline(never)]
pub(crate) fn heaviest(links: &[Link]) -> Vec<usize> {
    let of = |at: usize| -> &Sides<Range<usize>> { &links[at].at };
    let mut order: Vec<usize> = (0..links.len())
        .filter(|&at| {
            links[at].weight > 0 && !links[at].at.left.is_empty() && !links[at].at.right.is_empty()
        })
        .collect();
    sorting::by_key(&mut order, |&at| {
        let Sides { left, right } = of(at);
        sorting::key([left.start, right.start, left.end, right.end])
    });
    let mut ending = order.clone();
    sorting::by_key(&mut ending, |&at| {
        sorting::key([0, 0, of(at).left.end, of(at).right.end])
    });
    let mut best = Best::new(order.iter().map(|&at| of(at).right.end).max().unwrap_or(0));
    let mut before: Vec<Option<usize>> = vec![None; links.len()];
    let mut total = vec![0; links.len()];
    let mut ended = ending.into_iter().peekable();
    for &at in &order {
        let Sides { left, right } = of(at);
        while let Some(done) = ended.next_if(|&done| of(done).left.end <= left.start) {
            best.add(of(done).right.end, total[done], done);
        }
        let found = best.up_to(right.start);
        before[at] = found.map(|(_, link)| link);
        total[at] = links[at].weight + found.map_or(0, |(weight, _)| weight);
    }
    let mut last: Option<usize> = None;
    for &at in &order {
        if last.is_none_or(|last| total[at] > total[last]) {
            last = Some(at);
        }
    }
    let mut chain: Vec<usize> = std::iter::successors(last, |&at| before[at]).collect();
    chain.reverse();
    chain
}

/// The best chain that ends at or before a place: a Fenwick tree of maxima.
struct Best {
    tree: Vec<Option<(u64, usize)>>,
}

impl Best {
    fn new(last: usize) -> Self {
        Self {
            tree: vec![None; last + 1],
        }
    }

    fn add(&mut self, end: usize, weight: u64, link: usize) {
        let mut at = end;
        while at < self.tree.len() {
            if self.tree[at].is_none_or(|(best, _)| weight > best) {
                self.tree[at] = Some((weight, link));
            }
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, end: usize) -> Option<(u64, usize)> {
        let mut found: Option<(u64, usize)> = None;
        let mut at = end.min(self.tree.len() - 1);
        while at > 0 {
            if let Some(entry) = self.tree[at]
                && found.is_none_or(|(best, _)| entry.0 > best)
            {
                found = Some(entry);
            }
            at -= at & at.wrapping_neg();
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(left: Range<usize>, right: Range<usize>, weight: u64) -> Link {
        Link {
            at: Sides::new(left, right),
            weight,
        }
    }

    #[test]
    fn takes_the_heavier_of_two_that_cross() {
        let links = [
            link(0..2, 5..7, 2),
            link(2..9, 0..5, 5),
            link(9..10, 7..8, 1),
        ];
        assert_eq!(heaviest(&links), [1, 2]);
    }

    #[test]
    fn of_equal_chains_the_one_that_begins_first_is_taken() {
        let links = [link(0..2, 3..5, 2), link(2..4, 0..2, 2)];
        assert_eq!(heaviest(&links), [0]);
    }

    #[test]
    fn nothing_overlaps_in_a_chain() {
        let links = [
            link(0..3, 0..3, 3),
            link(2..5, 3..6, 2),
            link(5..6, 6..7, 1),
        ];
        assert_eq!(heaviest(&links), [0, 2]);
    }

    #[test]
    fn no_links_no_chain() {
        assert!(heaviest(&[]).is_empty());
        assert!(heaviest(&[link(0..0, 0..1, 1)]).is_empty());
    }

    #[test]
    fn is_the_best_of_all_chains() {
        // All boxes of a small pseudo-random set against trying every subset.
        let mut seed = 7_u64;
        let mut next = |below: usize| {
            seed = seed
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            (seed >> 33) as usize % below
        };
        for _ in 0..200 {
            let links: Vec<Link> = (0..8)
                .map(|_| {
                    let (l, r) = (next(8), next(8));
                    link(l..l + 1 + next(3), r..r + 1 + next(3), 1 + next(5) as u64)
                })
                .collect();
            let weight = |chain: &[usize]| chain.iter().map(|&at| links[at].weight).sum::<u64>();
            let fits = |chain: &[usize]| {
                chain.iter().all(|&a| {
                    chain.iter().all(|&b| {
                        let before = |x: usize, y: usize| {
                            links[x].at.left.end <= links[y].at.left.start
                                && links[x].at.right.end <= links[y].at.right.start
                        };
                        a == b || before(a, b) || before(b, a)
                    })
                })
            };
            let best = (0..1_u32 << links.len())
                .map(|set| {
                    (0..links.len())
                        .filter(|at| set >> at & 1 == 1)
                        .collect::<Vec<_>>()
                })
                .filter(|chain| fits(chain))
                .map(|chain| weight(&chain))
                .max()
                .unwrap_or(0);
            let found = heaviest(&links);
            assert!(fits(&found));
            assert_eq!(weight(&found), best);
        }
    }
}
