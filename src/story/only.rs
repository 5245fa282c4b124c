//! What only one side has, in sentences.

use std::cmp::Reverse;

use super::{Clause, Evidence, Kind, Teller, sided};
use crate::span::Side;

impl Teller<'_, '_> {
    /// How many sentences of a side have no counterpart, and how the longest stretch of them begins.
    #[inline(never)]
    pub(super) fn only(&self, side: Side) -> Option<Clause> {
        let summary = self.comparison.summary.get(side);
        let stretches = self.comparison.left_out.get(side).iter().enumerate();
        let whole = stretches.filter(|(_, one)| one.sentences > 0);
        let longest = whole.max_by_key(|(at, one)| (one.sentences, one.words, Reverse(*at)));
        let (at, stretch) = longest?;
        // Where nothing has a counterpart, that has been said.
        if summary.only == 0 || summary.only == summary.sentences {
            return None;
        }
        let size = self.language.count("sentences", stretch.sentences, &[]);
        let gaps = [
            ("all", self.language.number(summary.sentences)),
            ("size", size),
            ("text", self.first_words(side, stretch.span)),
        ];
        let mut evidence = Evidence::default();
        evidence.left_out.get_mut(side).push(at);
        evidence.spans.get_mut(side).push(stretch.span);
        Some(Clause {
            kind: Kind::Only,
            side: Some(side),
            text: self
                .language
                .count(&sided("only", side), summary.only, &gaps),
            evidence,
        })
    }
}
