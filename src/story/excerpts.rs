//! A few words of a text, as they stand there.

use super::Teller;
use crate::{
    document::TokenKind,
    span::{Side, Span},
};

// In words, by eye on the width of a page.

/// A stretch of at most so many words is said whole.
const WHOLE: usize = 10;
/// Of a longer one the first words.
const FIRST: usize = 6;
/// Around an edit, on each side of it.
const AROUND: usize = 2;

const CUT: &str = "…";

impl Teller<'_, '_> {
    /// A stretch in quotation marks: whole, or its first words.
    pub(super) fn first_words(&self, side: Side, span: Span) -> String {
        let words = self.words(side, span);
        let text = match words.get(FIRST - 1) {
            Some(last) if words.len() > WHOLE => {
                format!("{} {CUT}", self.text(side, span_to(span, *last)))
            }
            _ => self.text(side, span).to_owned(),
        };
        self.language.quote(&text)
    }

    /// A stretch in quotation marks: whole, or the words around a place in it.
    pub(super) fn around(&self, side: Side, span: Span, place: Span) -> String {
        let words = self.words(side, span);
        if words.len() <= WHOLE {
            return self.language.quote(self.text(side, span));
        }
        let first = words.partition_point(|word| word.end <= place.start);
        let end = words.partition_point(|word| word.start < place.end.max(place.start + 1));
        let (from, to) = (
            first.saturating_sub(AROUND),
            (end.max(first) + AROUND).min(words.len()),
        );
        let to = to.min(from + WHOLE);
        let (Some(start), Some(last)) = (words.get(from), words.get(to.wrapping_sub(1))) else {
            return self.first_words(side, span);
        };
        let text = self.text(side, start.to(*last));
        let before = if from > 0 {
            format!("{CUT} ")
        } else {
            String::new()
        };
        let behind = if to < words.len() {
            format!(" {CUT}")
        } else {
            String::new()
        };
        self.language.quote(&format!("{before}{text}{behind}"))
    }

    /// The words of a stretch.
    pub(super) fn words(&self, side: Side, span: Span) -> Vec<Span> {
        let document = self.comparison.documents.get(side);
        let tokens = document.tokens[document.tokens_in(span)].iter();
        let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
        words.map(|token| token.span).collect()
    }
}

fn span_to(span: Span, last: Span) -> Span {
    Span {
        start: span.start,
        end: last.end,
    }
}
