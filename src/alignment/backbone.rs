//! The heaviest chain of passages, along which the rows are laid.

use std::ops::Range;

use crate::{
    chain::{self, Link},
    passages::Passage,
    span::Sides,
};

/// The heaviest chain of passages that count.
pub(super) struct Backbone {
    words: Vec<Sides<Range<usize>>>,
}

impl Backbone {
    pub(super) fn new(passages: &[Passage]) -> Self {
        let links: Vec<Link> = passages
            .iter()
            .map(|passage| Link {
                at: passage.words.clone(),
                weight: match passage.is_shared() {
                    // A translation may have no word in common.
                    true if passage.by_meaning => passage.common.max(1) as u64,
                    true => passage.common as u64,
                    false => 0,
                },
            })
            .collect();
        Self {
            words: chain::heaviest(&links)
                .into_iter()
                .map(|at| links[at].at.clone())
                .collect(),
        }
    }

    /// Whether two ranges of words stand before one of the chain on the one side and after it on the other.
    pub(super) fn crosses(&self, words: &Sides<Range<usize>>) -> bool {
        self.bounds(&words.left).leave_out(&words.right)
    }

    /// Where on the right stand the chain's neighbours of a range of words on the left.
    pub(super) fn bounds(&self, left: &Range<usize>) -> Bounds {
        let before = self
            .words
            .partition_point(|link| link.left.end <= left.start);
        let after = self
            .words
            .partition_point(|link| link.left.start < left.end);
        let last = before.checked_sub(1).map(|last| &self.words[last].right);
        Bounds {
            from: last.map(|last| last.start),
            to: self.words.get(after).map(|first| first.right.end),
        }
    }
}

/// Between what a range of words on the right stands in the order of the chain.
pub(super) struct Bounds {
    /// The start of the last of the chain before it.
    from: Option<usize>,
    /// The end of the first of the chain after it.
    to: Option<usize>,
}

impl Bounds {
    pub(super) fn leave_out(&self, right: &Range<usize>) -> bool {
        self.from.is_some_and(|from| from >= right.end)
            || self.to.is_some_and(|to| to <= right.start)
    }
}
