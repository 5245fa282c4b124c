//! What a comparison means, said in sentences: the paragraph "In short" and the findings, each with the evidence it
//! rests on. So page, report, print, exports and the command line say the same.
//!
//! Nothing is worked out anew: sentences are made from the relation, the summary, the passages, the facts and what is
//! left out, weak matches aside. A sentence that could be false is not made: it says what stands where, or what was
//! found. What a stretch is about is said in its own words. Linear but for sorting.

mod excerpts;
mod findings;
mod mentions;
mod only;
mod quoted;
mod relation;
mod templates;

use crate::{
    comparison::Comparison,
    span::{Side, Sides, Span},
};

pub use templates::Language;
pub(crate) use templates::isolated;

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// How the two articles stand to each other, with the counts that say so.
    Relation,
    /// Passages that say the same in other words, found by a model of meaning beside the words.
    InOtherWords,
    /// A quotation that reads differently.
    QuotationAltered,
    /// A number that differs in matching sentences.
    Number,
    /// A date that differs in matching sentences.
    Date,
    /// A negation on one side of matching sentences.
    Denial,
    /// A name that differs in matching sentences.
    Name,
    /// A quotation that only one side has.
    QuotationOnly,
    /// Names that only one side has.
    Mentions,
    /// What has no counterpart, and the longest stretch of it.
    Only,
    /// Passages that stand in another order.
    Reordering,
    /// A quotation that is longer on one side.
    QuotationCut,
    /// Quotation marks on one side only.
    QuotationUnmarked,
    /// Quotations that both sides have word for word.
    QuotationsSame,
}

/// What a sentence rests on: indices into the lists of the comparison, ascending, and where it stands in the texts, in
/// reading order. Lists are empty where nothing of their kind is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// Indices into the passages.
    pub passages: Vec<usize>,
    /// Indices into the differences of fact.
    pub facts: Vec<usize>,
    /// Indices into what each side has for itself.
    pub left_out: Sides<Vec<usize>>,
    /// Where what is said stands on each side.
    pub spans: Sides<Vec<Span>>,
}

/// One sentence, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clause {
    /// What it says.
    pub kind: Kind,
    /// The side that it is about; none where it is about both.
    pub side: Option<Side>,
    /// The sentence, with its full stop.
    pub text: String,
    /// What it rests on.
    pub evidence: Evidence,
}

/// What a comparison means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Story {
    /// The paragraph "In short", sentence by sentence. Empty if a side has no words.
    pub clauses: Vec<Clause>,
    /// What a reader should look at, the weightiest first; those of one weight in left order.
    pub findings: Vec<Clause>,
}

impl Story {
    /// The paragraph "In short".
    pub fn paragraph(&self) -> String {
        let texts: Vec<&str> = self.clauses.iter().map(|one| one.text.as_str()).collect();
        texts.join(" ")
    }
}

/// How many findings a reader is shown at first.
pub const FIRST_FINDINGS: usize = 5;

/// Says what a comparison means.
pub fn tell(comparison: &Comparison<'_>, language: Language) -> Story {
    let words = |side: Side| comparison.summary.get(side).words;
    if words(Side::Left) == 0 || words(Side::Right) == 0 {
        return Story::default();
    }
    let teller = Teller {
        comparison,
        language,
    };
    let (relation, goes_on) = teller.relation();
    if !goes_on {
        return Story {
            clauses: vec![relation],
            findings: Vec::new(),
        };
    }
    let quotations = teller.quotations();
    let facts = teller.facts();
    let has_passages = !relation.evidence.passages.is_empty();
    let only = Side::BOTH.map(|side| teller.only(side).filter(|_| has_passages));
    let reordering = teller.reordering();
    let mut clauses = vec![relation];
    clauses.extend(teller.in_other_words());
    clauses.extend(teller.quotation_clauses(&quotations));
    clauses.extend(teller.fact_clauses(&facts));
    clauses.extend(reordering.clone());
    clauses.extend(only.iter().flatten().cloned());
    // A name may be written otherwise in another language.
    let mentions = Side::BOTH
        .into_iter()
        .filter(|_| !comparison.is_translation());
    clauses.extend(mentions.filter_map(|side| teller.mentions(side)));
    let findings = teller.findings(&quotations, &facts, only, reordering);
    Story { clauses, findings }
}

/// Makes sentences of one comparison in one language.
struct Teller<'c, 't> {
    comparison: &'c Comparison<'t>,
    language: Language,
}

impl<'t> Teller<'_, 't> {
    fn text(&self, side: Side, span: Span) -> &'t str {
        &self.comparison.documents.get(side).text[span.range()]
    }

    /// Whether a passage is one that counts and is not weak.
    fn counts(&self, passage: usize) -> bool {
        self.comparison.passages[passage].is_sure()
    }
}

/// The key of a template that differs with the side.
fn sided(key: &str, side: Side) -> String {
    let side = match side {
        Side::Left => "left",
        Side::Right => "right",
    };
    format!("{key}.{side}")
}

#[cfg(test)]
mod tests;
