//! Word-level edits inside a pair of stretches that correspond, and their clean-up.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{
    document::Document,
    span::{Sides, Span},
};

/// How the right side differs from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Words of the left stand as other words on the right.
    Replace,
    /// Words of the left are missing on the right; the right span is empty and marks the place.
    Delete,
    /// Words of the right are missing on the left; the left span is empty and marks the place.
    Insert,
}

/// What it is that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Words.
    Word,
    /// Only capitals and small letters.
    Case,
    /// Only punctuation.
    Punctuation,
    /// A number.
    Number,
    /// A date, time or weekday.
    Date,
    /// A name.
    Name,
    /// The words inside a quotation, or its marks.
    Quotation,
    /// A negation.
    Negation,
}

/// An edit inside a row or passage. Spans go from token to token: white space is never a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How the right differs from the left.
    pub operation: Operation,
    /// What differs.
    pub kind: ChangeKind,
    /// The stretch on each side.
    pub spans: Sides<Span>,
}

/// The edits that turn a range of left tokens into a range of right tokens, in order. Tokens outside
/// them have the same text on both sides, so that applying the edits to the left gives the right.
pub fn between(documents: &Sides<Document<'_>>, tokens: Sides<Range<usize>>) -> Vec<Change> {
    let texts = |document: &Document<'_>, range: &Range<usize>| -> Vec<String> {
        document.tokens[range.clone()]
            .iter()
            .map(|t| document.text[t.span.range()].to_owned())
            .collect()
    };
    let (left, right) = (
        texts(&documents.left, &tokens.left),
        texts(&documents.right, &tokens.right),
    );
    capture_diff_slices(Algorithm::Myers, &left, &right)
        .into_iter()
        .filter_map(|op| {
            let operation = match op {
                DiffOp::Equal { .. } => return None,
                DiffOp::Delete { .. } => Operation::Delete,
                DiffOp::Insert { .. } => Operation::Insert,
                DiffOp::Replace { .. } => Operation::Replace,
            };
            let spans = Sides::new(
                span_of(&documents.left, shift(op.old_range(), tokens.left.start)),
                span_of(&documents.right, shift(op.new_range(), tokens.right.start)),
            );
            Some(Change {
                operation,
                kind: ChangeKind::Word,
                spans,
            })
        })
        .collect()
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Where a range of tokens stands; the empty range marks the place after the token before it.
fn span_of(document: &Document<'_>, tokens: Range<usize>) -> Span {
    if tokens.is_empty() {
        let at = tokens
            .start
            .checked_sub(1)
            .map_or(0, |before| document.tokens[before].span.end);
        return Span { start: at, end: at };
    }
    document.tokens[tokens.start]
        .span
        .to(document.tokens[tokens.end - 1].span)
}
