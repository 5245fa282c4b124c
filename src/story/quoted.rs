//! What became of the quotations, in sentences.

use rustc_hash::FxHashSet;

use super::{Clause, Evidence, Kind, Teller, sided};
use crate::{
    alignment::Row,
    diff::{Change, ChangeKind, Operation},
    document::{Key, TokenKind},
    facts::{Detail, Fact, FactKind},
    passages::Passage,
    sorting,
    span::{Side, Sides, Span},
};

/// Pairs of readings that a sentence names; more are counted.
pub(super) const NAMED: usize = 2;

/// Words of the grams by which a quotation is looked for on the other side.
const GRAM: usize = 3;

/// A quotation that only one side has may have at most 1/SCATTERED of its grams on the other side. By eye on news.
const SCATTERED: usize = 4;

/// Share of the words of the shorter one of two quotations that stand in both, at least, if they are one that was altered.
/// By eye on news.
const ONE: f64 = 0.7;

/// What the paragraph says of quotations: indices into the differences of fact, and places.
pub(super) struct Quotations {
    /// In both, word for word.
    pub(super) same: Vec<Sides<Span>>,
    pub(super) altered: Vec<usize>,
    pub(super) cut: Vec<usize>,
    pub(super) unmarked: Vec<usize>,
    pub(super) only: Sides<Vec<Span>>,
}

/// Whether an edit is more than another way to write.
pub(super) fn tells(change: &Change) -> bool {
    !matches!(change.kind, ChangeKind::Case | ChangeKind::Punctuation)
}

impl Teller<'_, '_> {
    #[inline(never)]
    pub(super) fn quotations(&self) -> Quotations {
        let facts = &self.comparison.facts;
        let with = |detail: Detail| {
            let all = facts.differences.iter().enumerate();
            let found = all.filter(|(_, fact)| {
                fact.kind == FactKind::Quotation
                    && fact.detail == detail
                    && self.is_sure(fact)
                    && (detail != Detail::Altered || self.is_one_quotation(fact))
            });
            found.map(|(at, _)| at).collect()
        };
        let same = facts.agree.iter().filter(|one| {
            one.kind == FactKind::Quotation
                && self.is_word_for_word(&one.spans)
                && self.passage_over(&one.spans).is_some()
        });
        Quotations {
            same: same.map(|one| one.spans).collect(),
            altered: with(Detail::Altered),
            cut: with(Detail::Cut),
            unmarked: with(Detail::Unquoted),
            only: Sides::new(Side::Left, Side::Right).map(|side| self.only_quoted(side)),
        }
    }

    /// Whether a difference stands in a passage that counts, or beside one in its row.
    pub(super) fn is_sure(&self, fact: &Fact) -> bool {
        match fact.passage {
            Some(passage) => self.counts(passage),
            None => self.stands_beside_passage(fact),
        }
    }

    fn stands_beside_passage(&self, fact: &Fact) -> bool {
        let comparison = self.comparison;
        let holds = |side: Side, row: &Row| {
            let sentences = row.sentences.get(side).clone();
            let own = *fact.spans.get(side);
            let mut spans = comparison.documents.get(side).sentences[sentences].iter();
            spans.any(|sentence| sentence.span.overlaps(own))
        };
        let row = comparison
            .rows
            .iter()
            .find(|row| Side::BOTH.into_iter().all(|side| holds(side, row)));
        row.is_some_and(|row| row.passages.iter().any(|&at| self.counts(at)))
    }

    /// Whether two quotations that differ are one: most words of the shorter one stand in both.
    fn is_one_quotation(&self, fact: &Fact) -> bool {
        let [left, right] = Side::BOTH.map(|side| {
            let changed = fact.changes.iter().filter(|change| tells(change));
            let changed: Vec<Span> = changed.map(|change| *change.spans.get(side)).collect();
            let words = self.words(side, *fact.spans.get(side));
            let is_kept = |word: &&Span| !changed.iter().any(|span| span.overlaps(**word));
            (words.iter().filter(is_kept).count(), words.len())
        });
        let (kept, shorter) = (left.0.min(right.0), left.1.min(right.1));
        kept as f64 >= ONE * shorter as f64
    }

    /// The first passage that counts and touches both stretches.
    fn passage_over(&self, spans: &Sides<Span>) -> Option<usize> {
        let passages = &self.comparison.passages;
        let shared = passages.partition_point(Passage::is_shared);
        // Those that count stand in left order and hold no word twice.
        let first =
            passages[..shared].partition_point(|one| one.spans.left.end <= spans.left.start);
        let mut near =
            (first..shared).take_while(|&at| passages[at].spans.left.start < spans.left.end);
        near.find(|&at| self.counts(at) && passages[at].spans.right.overlaps(spans.right))
    }

    /// The stretches without a counterpart that a quotation of a side touches.
    fn left_out_over(&self, side: Side, span: Span) -> impl Iterator<Item = usize> {
        let stretches = self.comparison.left_out.get(side);
        let first = stretches.partition_point(|one| one.span.end <= span.start);
        (first..stretches.len()).take_while(move |&at| stretches[at].span.start < span.end)
    }

    /// Whether two stretches have the same words, whatever counts as equal.
    fn is_word_for_word(&self, spans: &Sides<Span>) -> bool {
        let [left, right] = Side::BOTH.map(|side| {
            let words = self.words(side, *spans.get(side)).into_iter();
            words
                .map(|word| self.text(side, word).to_lowercase().replace('’', "'"))
                .collect::<Vec<_>>()
        });
        left == right
    }

    /// Quotations of a side of whose words hardly any stand together on the other side.
    fn only_quoted(&self, side: Side) -> Vec<Span> {
        let quoted = self.comparison.facts.only.get(side);
        if quoted.is_empty() {
            return Vec::new();
        }
        let other = self.comparison.documents.get(side.other());
        let there: FxHashSet<&[Key]> = other.keys().windows(GRAM).collect();
        let is_only = |span: &&Span| {
            let keys = self.keys(side, **span);
            let grams = keys.windows(GRAM);
            let found = grams.clone().filter(|gram| there.contains(gram)).count();
            keys.len() >= GRAM
                && found * SCATTERED <= grams.len()
                && self.left_out_over(side, **span).next().is_some()
        };
        quoted.iter().filter(is_only).copied().collect()
    }

    fn keys(&self, side: Side, span: Span) -> Vec<Key> {
        let document = self.comparison.documents.get(side);
        let tokens = document.tokens[document.tokens_in(span)].iter();
        let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
        words.map(|token| token.key).collect()
    }

    /// The readings of a difference, in quotation marks.
    pub(super) fn readings(&self, fact: &Fact) -> [(&'static str, String); 2] {
        let telling = fact.changes.iter().filter(|change| tells(change));
        // Of the best the first: a word put for another tells most, what is only left out at an end least.
        let telling = telling.min_by_key(|change| {
            let is_replaced = change.operation == Operation::Replace;
            (!is_replaced, !self.is_inside(fact, change))
        });
        let reading = |side: Side| {
            let span = *fact.spans.get(side);
            match telling {
                _ if span.is_empty() => self.language.say("nothing-there", &[]),
                Some(change) => self.around(side, span, *change.spans.get(side)),
                None => self.first_words(side, span),
            }
        };
        [
            ("left", reading(Side::Left)),
            ("right", reading(Side::Right)),
        ]
    }

    /// Whether a difference has words before and behind an edit of it, on both sides.
    fn is_inside(&self, fact: &Fact, change: &Change) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let place = *change.spans.get(side);
            let words = self.words(side, *fact.spans.get(side));
            words.first().is_some_and(|word| word.end <= place.start)
                && words.last().is_some_and(|word| word.start >= place.end)
        })
    }

    /// A sentence that counts differences and names the readings of the first.
    #[inline(never)]
    pub(super) fn differing(&self, kind: Kind, key: &str, facts: &[usize]) -> Option<Clause> {
        if facts.is_empty() {
            return None;
        }
        let all = &self.comparison.facts.differences;
        let pairs: Vec<String> = facts
            .iter()
            .take(NAMED)
            .map(|&at| self.language.say("pair", &self.readings(&all[at])))
            .collect();
        let more = if facts.len() > NAMED { " …" } else { "" };
        let pairs = format!("{}{more}", pairs.join("; "));
        let text = self.language.count(key, facts.len(), &[("pairs", pairs)]);
        Some(Clause {
            kind,
            side: None,
            text: text.replace(" ….", " …"),
            evidence: self.evidence(facts),
        })
    }

    /// The evidence of differences of fact.
    pub(super) fn evidence(&self, facts: &[usize]) -> Evidence {
        let all = &self.comparison.facts.differences;
        let mut passages: Vec<usize> = facts.iter().filter_map(|&at| all[at].passage).collect();
        sorting::indices(&mut passages);
        let spans = |side: Side| {
            let spans = facts.iter();
            spans.map(|&at| *all[at].spans.get(side)).collect()
        };
        Evidence {
            passages,
            facts: facts.to_vec(),
            spans: Sides::new(spans(Side::Left), spans(Side::Right)),
            ..Evidence::default()
        }
    }

    #[inline(never)]
    pub(super) fn quotation_clauses(&self, quotations: &Quotations) -> Vec<Clause> {
        let mut clauses = Vec::new();
        clauses.extend(self.same_quoted(&quotations.same));
        clauses.extend(self.differing(Kind::QuotationAltered, "altered", &quotations.altered));
        if !quotations.cut.is_empty() {
            clauses.push(Clause {
                kind: Kind::QuotationCut,
                side: None,
                text: self.language.count("cut", quotations.cut.len(), &[]),
                evidence: self.evidence(&quotations.cut),
            });
        }
        for side in Side::BOTH {
            clauses.extend(self.only_quoted_clause(side, quotations.only.get(side)));
        }
        clauses
    }

    #[inline(never)]
    fn same_quoted(&self, same: &[Sides<Span>]) -> Option<Clause> {
        let first = same.first()?;
        let text = ("text", self.first_words(Side::Left, first.left));
        let spans = |side: Side| same.iter().map(|spans| *spans.get(side)).collect();
        let mut passages: Vec<usize> = same
            .iter()
            .filter_map(|spans| self.passage_over(spans))
            .collect();
        sorting::indices(&mut passages);
        Some(Clause {
            kind: Kind::QuotationsSame,
            side: None,
            text: self.language.count("quotations-same", same.len(), &[text]),
            evidence: Evidence {
                passages,
                spans: Sides::new(spans(Side::Left), spans(Side::Right)),
                ..Evidence::default()
            },
        })
    }

    /// What only one side quotes; one quotation or several.
    pub(super) fn only_quoted_clause(&self, side: Side, only: &[Span]) -> Option<Clause> {
        let longest = only
            .iter()
            .max_by_key(|span| (span.len(), std::cmp::Reverse(span.start)))?;
        let text = ("text", self.first_words(side, *longest));
        let mut evidence = Evidence::default();
        let mut holding: Vec<usize> = only
            .iter()
            .flat_map(|&span| self.left_out_over(side, span))
            .collect();
        holding.dedup();
        *evidence.left_out.get_mut(side) = holding;
        *evidence.spans.get_mut(side) = only.to_vec();
        let key = sided("quotation-only", side);
        Some(Clause {
            kind: Kind::QuotationOnly,
            side: Some(side),
            text: self.language.count(&key, only.len(), &[text]),
            evidence,
        })
    }
}
