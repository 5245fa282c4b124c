//! The result of a comparison.

use crate::{
    alignment::Row,
    coverage::Cover,
    document::Document,
    facts::Facts,
    left_out::LeftOut,
    passages::{Passage, Region},
    relation::Relation,
    span::Sides,
    summary::Summary,
};

/// Everything found between two texts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Comparison<'t> {
    /// The two texts, taken apart.
    pub documents: Sides<Document<'t>>,
    /// Stretches in which passages lie close together on both sides, in left order.
    pub regions: Vec<Region>,
    /// What both texts say: first those that count in left order, then copies, names and stock phrases in left
    /// order.
    pub passages: Vec<Passage>,
    /// What faces what, in reading order of both sides.
    pub rows: Vec<Row>,
    /// What differs in fact where both say the same.
    pub facts: Facts,
    /// What becomes of every word of each side, in reading order.
    pub coverage: Sides<Vec<Cover>>,
    /// What each text says and the other does not, in reading order.
    pub left_out: Sides<Vec<LeftOut>>,
    /// How much each text shares with the other.
    pub summary: Sides<Summary>,
    /// How the two stand to each other as a whole.
    pub relation: Relation,
    /// False when a limit of work was met, so that something may be missing.
    pub complete: bool,
}
