//! How the two articles stand to each other, in a sentence.

use super::{Clause, Evidence, Kind, Teller};
use crate::{
    relation::RelationKind,
    span::{Side, Sides},
};

/// Share of the words of each side that stand on the other too, in what is called two versions of one text: two reports
/// that quote one statement are none. By eye on news.
const VERSIONS: f64 = 0.6;

impl Teller<'_, '_> {
    /// Whether most words of both sides stand on the other side too.
    fn most_is_shared(&self) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let words = self.comparison.summary.get(side).words as f64;
            *self.comparison.relation.shared.get(side) as f64 >= VERSIONS * words
        })
    }

    /// How many of the passages only a model of meaning found, beside their words.
    pub(super) fn in_other_words(&self) -> Option<Clause> {
        let all = self.comparison.passages.iter().enumerate();
        let found: Vec<usize> = all
            .filter(|&(at, passage)| passage.by_meaning && self.counts(at))
            .map(|(at, _)| at)
            .collect();
        if found.is_empty() || self.comparison.is_translation() {
            return None;
        }
        Some(Clause {
            kind: Kind::InOtherWords,
            side: None,
            text: self.language.count("in-other-words", found.len(), &[]),
            evidence: self.resting_on(found),
        })
    }

    /// The first sentence, and whether there is more to say.
    #[inline(never)]
    pub(super) fn relation(&self) -> (Clause, bool) {
        let relation = &self.comparison.relation;
        let all: Vec<usize> = (0..self.comparison.passages.len()).collect();
        let passages: Vec<usize> = all.into_iter().filter(|&at| self.counts(at)).collect();
        let gaps = |of: &Sides<usize>| {
            let share = |side: Side| {
                let words = self.comparison.summary.get(side).words;
                self.language.percent(*of.get(side), words)
            };
            [("left", share(Side::Left)), ("right", share(Side::Right))]
        };
        let shared = || gaps(&relation.shared);
        let (text, goes_on) = match relation.kind {
            _ if self.comparison.is_translation() => (
                self.language
                    .count("translation", passages.len(), &shared()),
                true,
            ),
            RelationKind::Same => (self.language.say("same", &[]), false),
            RelationKind::Version if self.most_is_shared() => {
                (self.language.say("version", &shared()), true)
            }
            RelationKind::Version | RelationKind::CommonSource => {
                (self.language.say("source", &shared()), true)
            }
            RelationKind::SharedPassages => (
                self.language.count("shared", passages.len(), &shared()),
                true,
            ),
            RelationKind::SameSubject if passages.is_empty() => {
                (self.language.say("own", &[]), true)
            }
            RelationKind::SameSubject => (
                self.language.count("own-but", passages.len(), &shared()),
                true,
            ),
            RelationKind::None => (self.language.say("nothing", &[]), false),
        };
        let clause = Clause {
            kind: Kind::Relation,
            side: None,
            text,
            evidence: self.resting_on(passages),
        };
        (clause, goes_on)
    }

    /// Passages as evidence.
    fn resting_on(&self, passages: Vec<usize>) -> Evidence {
        let spans = Sides::new(Side::Left, Side::Right).map(|side| {
            let of = passages.iter();
            of.map(|&at| *self.comparison.passages[at].spans.get(side))
                .collect()
        });
        Evidence {
            passages,
            spans,
            ..Evidence::default()
        }
    }
}
