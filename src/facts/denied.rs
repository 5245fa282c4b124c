//! What one side says and the other denies.

use std::ops::Range;

use super::{Detail, Fact, FactKind, Search};
use crate::{
    diff::{Change, Edits},
    document::{Token, TokenKind},
    lexicon,
    span::{Side, Sides, Span},
};

// By eye on src/facts/tests.rs and tests/cases/facts-denials.

/// Least share of the words of a matched pair that are kept if it is compared for negations.
const ALIKE: f64 = 0.6;
/// Most tokens of an edit with a negation; one in a longer edit belongs to another statement.
const SHORT_EDIT: usize = 5;
/// Words of an edit that adds or takes away nothing but a negation: "did not".
const BARE: usize = 2;

impl Search<'_, '_, '_> {
    /// A negation that only one side has, in stretches that are otherwise alike.
    pub(super) fn negations(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        let all = |side: Side| {
            let tokens = &self.documents.get(side).tokens[pair.get(side).clone()];
            tokens
                .iter()
                .filter(|token| token.kind != TokenKind::Punctuation)
                .count()
        };
        if 2.0 * (edits.kept as f64) < ALIKE * (all(Side::Left) + all(Side::Right)) as f64 {
            return;
        }
        let negations = |side: Side, span: Span| -> Vec<Span> {
            let document = self.documents.get(side);
            let tokens = &document.tokens[pair.get(side).clone()];
            let first = tokens.partition_point(|token| token.span.start < span.start);
            let inside = tokens[first..].iter().enumerate();
            let inside = inside.take_while(|(_, token)| token.span.end <= span.end);
            let negating = |(at, token): (usize, &Token)| {
                let next = tokens.get(first + at + 1);
                let number = next.is_some_and(|next| next.kind == TokenKind::Number);
                let (word, text) = (
                    token.span.range(),
                    token.span.start as usize..span.end as usize,
                );
                let (word, text) = (&document.text[word], &document.text[text]);
                let len = lexicon::negation_at(text, word, number, document.languages)?;
                Some(Span::new(
                    token.span.start as usize,
                    token.span.start as usize + len,
                ))
            };
            inside.filter_map(negating).collect()
        };
        let changes = edits.changes.iter();
        let found: Vec<(&Change, Vec<Span>, Vec<Span>)> = changes
            .map(|change| {
                let Sides { left, right } = change.spans;
                (
                    change,
                    negations(Side::Left, left),
                    negations(Side::Right, right),
                )
            })
            .filter(|(_, left, right)| !left.is_empty() || !right.is_empty())
            .collect();
        // Two negations may deny the same thing in other words.
        let [(change, left, right)] = found.as_slice() else {
            return;
        };
        let words = |span: Span, side: Side| {
            self.documents.get(side).text[span.range()]
                .split_whitespace()
                .count()
        };
        let (l, r) = (
            words(change.spans.left, Side::Left),
            words(change.spans.right, Side::Right),
        );
        // What is added or left out is a negation and no more, or it is a clause of its own.
        let most = if l.min(r) == 0 { BARE } else { SHORT_EDIT };
        let short = l.max(r) <= most;
        if !short || left.len() + right.len() != 1 || self.is_prefixed(change) {
            return;
        }
        let place = |negations: &[Span], span: Span| negations.first().copied().unwrap_or(span);
        self.differences.push(Fact {
            kind: FactKind::Negation,
            detail: Detail::Denied,
            spans: Sides::new(
                place(left, change.spans.left),
                place(right, change.spans.right),
            ),
            passage: None,
            changes: Vec::new(),
        });
    }

    /// Whether an edit turns a negation into a word of its own: "not clear" into "unclear".
    fn is_prefixed(&self, change: &Change) -> bool {
        let words = |side: Side| -> Vec<String> {
            let text = &self.documents.get(side).text[change.spans.get(side).range()];
            text.split_whitespace().map(str::to_lowercase).collect()
        };
        let (left, right) = (words(Side::Left), words(Side::Right));
        let negated = |one: &str, of: &[String]| {
            let plain = ["un", "in", "im", "dis", "non-"]
                .iter()
                .find_map(|prefix| one.strip_prefix(prefix));
            plain.is_some_and(|plain| of.iter().any(|word| word == plain))
        };
        left.iter().any(|word| negated(word, &right))
            || right.iter().any(|word| negated(word, &left))
    }
}
