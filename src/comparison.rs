//! The result of a comparison.

use crate::{
    alignment::Row,
    coverage::Cover,
    document::Document,
    facts::{Detail, Fact, FactKind, Facts},
    left_out::LeftOut,
    passages::{self, Passage, Region},
    relation::Relation,
    span::{Side, Sides, Span},
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

/// A difference of fact, and the sentences it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentenceFact {
    /// What differs.
    pub kind: FactKind,
    /// The two values; one is empty where a side does not negate.
    pub spans: Sides<Span>,
    /// Indices of [`Document::sentences`].
    pub sentences: Sides<usize>,
}

impl Comparison<'_> {
    /// Whether the two are in different languages, and face each other by what a model of meaning found.
    pub(crate) fn is_translation(&self) -> bool {
        passages::are_translations(&self.documents, &self.passages)
    }

    /// What differs in fact in passages that count, weak ones aside: quotations that are longer on one side, or in marks on
    /// one side only, are left out.
    pub(crate) fn sentence_facts(&self) -> Vec<SentenceFact> {
        let sure = |fact: &&Fact| {
            let passage = fact.passage.map(|at| &self.passages[at]);
            !matches!(fact.detail, Detail::Cut | Detail::Unquoted)
                && passage.is_some_and(Passage::is_sure)
        };
        let sentence = |side: Side, span: Span| {
            let sentences = &self.documents.get(side).sentences;
            let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
            at.min(sentences.len().saturating_sub(1))
        };
        let found = self.facts.differences.iter().filter(sure);
        let told = found.map(|fact| SentenceFact {
            kind: fact.kind,
            spans: fact.spans,
            sentences: Sides::new(
                sentence(Side::Left, fact.spans.left),
                sentence(Side::Right, fact.spans.right),
            ),
        });
        told.collect()
    }
}
