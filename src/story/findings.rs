//! What a reader should look at, and the sentences of facts and order.

use std::ops::Range;

use super::{
    Clause, Evidence, Kind, Teller,
    quoted::{Quotations, tells},
    sided,
};
use crate::{
    facts::{Fact, FactKind},
    quotations::find_quotations,
    span::{Side, Sides},
};

/// Kinds of fact that a sentence of the paragraph counts, with its key.
const KINDS: [(FactKind, Kind, &str); 4] = [
    (FactKind::Number, Kind::Number, "numbers"),
    (FactKind::Date, Kind::Date, "dates"),
    (FactKind::Negation, Kind::Denial, "denials"),
    (FactKind::Name, Kind::Name, "names"),
];

impl Teller<'_, '_> {
    /// Differences of each of [`KINDS`] in passages that count: indices into the differences of fact.
    #[inline(never)]
    pub(super) fn facts(&self) -> [Vec<usize>; KINDS.len()] {
        let all = &self.comparison.facts.differences;
        KINDS.map(|(kind, ..)| {
            let found = all.iter().enumerate();
            found
                .filter(|(_, fact)| fact.kind == kind && self.is_sure(fact))
                .map(|(at, _)| at)
                .collect()
        })
    }

    #[inline(never)]
    pub(super) fn fact_clauses(&self, facts: &[Vec<usize>; KINDS.len()]) -> Vec<Clause> {
        let kinds = KINDS.iter().zip(facts);
        kinds
            .filter_map(|((_, kind, key), facts)| self.differing(*kind, key, facts))
            .collect()
    }

    /// How many passages stand in another order.
    #[inline(never)]
    pub(super) fn reordering(&self) -> Option<Clause> {
        let all = self.comparison.passages.iter().enumerate();
        let moved = all.filter(|(at, passage)| passage.moved && self.counts(*at));
        let passages: Vec<usize> = moved.map(|(at, _)| at).collect();
        if passages.is_empty() {
            return None;
        }
        let spans = |side: Side| {
            let of = passages.iter();
            of.map(|&at| *self.comparison.passages[at].spans.get(side))
                .collect()
        };
        Some(Clause {
            kind: Kind::Reordering,
            side: None,
            text: self.language.count("reordering", passages.len(), &[]),
            evidence: Evidence {
                spans: Sides::new(spans(Side::Left), spans(Side::Right)),
                passages,
                ..Evidence::default()
            },
        })
    }

    /// The findings, the weightiest first.
    #[inline(never)]
    pub(super) fn findings(
        &self,
        quotations: &Quotations,
        facts: &[Vec<usize>; KINDS.len()],
        only: [Option<Clause>; 2],
        reordering: Option<Clause>,
    ) -> Vec<Clause> {
        let each = |kind: Kind, key: &'static str, of: &[usize]| {
            of.iter()
                .map(|&at| self.finding(kind, key, at))
                .collect::<Vec<_>>()
        };
        let [numbers, dates, denials, names] = facts;
        let mut found = each(
            Kind::QuotationAltered,
            "finding-altered",
            &quotations.altered,
        );
        found.extend(each(Kind::Number, "finding-number", numbers));
        found.extend(each(Kind::Date, "finding-date", dates));
        found.extend(each(Kind::Denial, "finding-denial", denials));
        found.extend(each(Kind::Name, "finding-name", names));
        for side in Side::BOTH {
            let of = quotations.only.get(side).chunks(1);
            found.extend(of.filter_map(|one| self.only_quoted_clause(side, one)));
        }
        found.extend(only.into_iter().flatten());
        found.extend(reordering);
        found.extend(quotations.cut.iter().map(|&at| self.cut(at)));
        if !quotations.unmarked.is_empty() {
            let quoted = self.comparison.documents.as_ref().map(find_quotations);
            let of = quotations.unmarked.iter();
            found.extend(of.filter_map(|&at| self.unmarked(&quoted, at)));
        }
        found
    }

    fn finding(&self, kind: Kind, key: &str, at: usize) -> Clause {
        let fact = &self.comparison.facts.differences[at];
        self.about(kind, None, self.language.say(key, &self.readings(fact)), at)
    }

    fn about(&self, kind: Kind, side: Option<Side>, text: String, at: usize) -> Clause {
        Clause {
            kind,
            side,
            text,
            evidence: self.evidence(&[at]),
        }
    }

    /// A quotation that is longer on one side, or begins earlier on one and ends later on the other.
    fn cut(&self, at: usize) -> Clause {
        let fact = &self.comparison.facts.differences[at];
        let more = |side: Side| {
            let changes = fact.changes.iter().filter(|change| tells(change));
            changes
                .into_iter()
                .any(|one| !one.spans.get(side).is_empty())
        };
        let side = match (more(Side::Left), more(Side::Right)) {
            (true, false) => Some(Side::Left),
            (false, true) => Some(Side::Right),
            _ => None,
        };
        let text = match side {
            Some(side) => self.sided("finding-cut", side, fact),
            None => self.language.say("finding-cut-both", &self.ends(fact)),
        };
        self.about(Kind::QuotationCut, side, text, at)
    }

    /// A quotation whose words stand without marks on the other side; none where both sides have marks, or neither.
    /// `quoted` are the quotations of both.
    fn unmarked(&self, quoted: &Sides<Vec<Range<usize>>>, at: usize) -> Option<Clause> {
        let fact = &self.comparison.facts.differences[at];
        let is_quoted = |side: Side| {
            let document = self.comparison.documents.get(side);
            let inside = document.tokens_in(*fact.spans.get(side));
            quoted.get(side).contains(&inside)
        };
        let side = match (is_quoted(Side::Left), is_quoted(Side::Right)) {
            (true, false) => Side::Left,
            (false, true) => Side::Right,
            _ => return None,
        };
        let text = self.sided("finding-unmarked", side, fact);
        Some(self.about(Kind::QuotationUnmarked, Some(side), text, at))
    }

    fn sided(&self, key: &str, side: Side, fact: &Fact) -> String {
        let text = ("text", self.first_words(side, *fact.spans.get(side)));
        self.language.say(&sided(key, side), &[text])
    }

    fn ends(&self, fact: &Fact) -> [(&'static str, String); 2] {
        let of = |side: Side| self.first_words(side, *fact.spans.get(side));
        [("left", of(Side::Left)), ("right", of(Side::Right))]
    }
}
