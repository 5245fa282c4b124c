//! Quotations against quotations.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Agreement, Detail, Faces, Fact, FactKind};
use crate::{
    diff::Differ,
    document::{Document, Role, TokenKind},
    quotations,
    span::{Side, Sides},
};

// In words. By eye on src/facts/tests.rs.

/// Least length of a quotation that is reported when only one side has it; a shorter one is a manner of speaking.
const STATEMENT: usize = 4;
/// Greatest length of a quotation that may lose no word: `"highly likely"` is not `"likely"`. From a longer one a
/// sentence or clause may be left out at either end.
const FRAGMENT: usize = 4;

/// What became of the quotations.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    pub(super) facts: Vec<Fact>,
    pub(super) agree: Vec<Agreement>,
    /// Quotations of one side of which the other has nothing, as ranges of tokens.
    pub(super) only: Sides<Vec<Range<usize>>>,
}

/// Compares the quotations of both texts along the words that face each other.
pub(super) fn compare(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    differ: &mut Differ<'_, '_>,
) -> Quoted {
    let quotes = documents.as_ref().map(|document| {
        let mut quotes = quotations::find_quotations(document);
        quotes.retain(|quote| words(document, quote) > 0 && !in_boilerplate(document, quote.start));
        quotes
    });
    let mut quoted = Quoted::default();
    let pairs = answers(documents, faces, &quotes);
    for &(left, right) in &pairs {
        pair(
            documents,
            &quotes.left[left],
            &quotes.right[right],
            differ,
            &mut quoted,
        );
    }
    let answered = Sides::new(
        pairs.iter().map(|pair| pair.0).collect::<FxHashSet<_>>(),
        pairs.iter().map(|pair| pair.1).collect::<FxHashSet<_>>(),
    );
    for side in Side::BOTH {
        for (at, quote) in quotes.get(side).iter().enumerate() {
            if !answered.get(side).contains(&at) {
                alone(documents, faces, side, quote, &mut quoted);
            }
        }
    }
    quoted
}

/// Quotations that answer each other, ascending: each with its best counterpart, seen from either side, so that the
/// parts of a quotation that one side interrupts all have theirs.
fn answers(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    quotes: &Sides<Vec<Range<usize>>>,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for side in Side::BOTH {
        for (at, quote) in quotes.get(side).iter().enumerate() {
            let others = quotes.get(side.other());
            let best = counterpart(documents, faces, side, quote, others);
            pairs.extend(best.map(|other| match side {
                Side::Left => (at, other),
                Side::Right => (other, at),
            }));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The quotation on the other side in which most words of one are, if these are at least 1/2 of the shorter
/// one.
fn counterpart(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    side: Side,
    quote: &Range<usize>,
    others: &[Range<usize>],
) -> Option<usize> {
    let document = documents.get(side);
    let mut best: Option<(usize, usize)> = None;
    let (mut count, mut last) = (0, usize::MAX);
    for token in quote.clone().filter(|&token| is_word(document, token)) {
        let Some(face) = faces.get(side)[token] else {
            continue;
        };
        let at = others.partition_point(|other| other.end <= face);
        if !others.get(at).is_some_and(|other| other.contains(&face)) {
            continue;
        }
        count = if at == last { count + 1 } else { 1 };
        last = at;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, at));
        }
    }
    let (count, at) = best?;
    let shorter = words(document, quote).min(words(documents.get(side.other()), &others[at]));
    (2 * count >= shorter).then_some(at)
}

/// Two quotations that face each other.
fn pair(
    documents: &Sides<Document<'_>>,
    left: &Range<usize>,
    right: &Range<usize>,
    differ: &mut Differ<'_, '_>,
    quoted: &mut Quoted,
) {
    let tokens = Sides::new(left.clone(), right.clone());
    let edits = differ.between(tokens.clone());
    let kept: Vec<Sides<usize>> = edits
        .links
        .iter()
        .filter(|link| {
            link.kind == crate::diff::LinkKind::Equal && is_word(&documents.left, link.tokens.left)
        })
        .map(|link| link.tokens)
        .collect();
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else {
        return;
    };
    let count = |side: Side, range: Range<usize>| words(documents.get(side), &range);
    let core = |side: Side| count(side, *first.get(side)..*last.get(side) + 1);
    let all = |side: Side| count(side, tokens.get(side).clone());
    let spans = Sides::new(
        super::span_of(&documents.left, left),
        super::span_of(&documents.right, right),
    );
    let altered = core(Side::Left) > kept.len() || core(Side::Right) > kept.len();
    let longer = all(Side::Left) > kept.len() || all(Side::Right) > kept.len();
    let detail = match (altered, longer) {
        (true, _) => Detail::Altered,
        (false, true) if all(Side::Left).min(all(Side::Right)) <= FRAGMENT => Detail::Altered,
        (false, true) => Detail::Cut,
        (false, false) => {
            quoted.agree.push(Agreement {
                kind: FactKind::Quotation,
                spans,
            });
            return;
        }
    };
    quoted.facts.push(Fact {
        kind: FactKind::Quotation,
        detail,
        spans,
        passage: None,
        changes: edits.changes.clone(),
    });
}

/// A quotation that no quotation answers: the same words may stand there without the marks.
fn alone(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    side: Side,
    quote: &Range<usize>,
    quoted: &mut Quoted,
) {
    let document = documents.get(side);
    let all = words(document, quote);
    let facing: Vec<usize> = quote
        .clone()
        .filter(|&token| is_word(document, token))
        .filter_map(|token| faces.get(side)[token])
        .collect();
    let (first, last) = (facing.iter().min(), facing.iter().max());
    if let (Some(&first), Some(&last)) = (first, last)
        && facing.len() == all
        && last - first < 2 * quote.len()
    {
        let other = first..last + 1;
        let tokens = match side {
            Side::Left => Sides::new(quote.clone(), other),
            Side::Right => Sides::new(other, quote.clone()),
        };
        quoted.facts.push(Fact {
            kind: FactKind::Quotation,
            detail: Detail::Unquoted,
            spans: Sides::new(
                super::span_of(&documents.left, &tokens.left),
                super::span_of(&documents.right, &tokens.right),
            ),
            passage: None,
            changes: Vec::new(),
        });
    } else if all >= STATEMENT && 2 * facing.len() < all {
        match side {
            Side::Left => quoted.only.left.push(quote.clone()),
            Side::Right => quoted.only.right.push(quote.clone()),
        }
    }
}

fn is_word(document: &Document<'_>, token: usize) -> bool {
    document.tokens[token].kind != TokenKind::Punctuation
}

fn words(document: &Document<'_>, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .filter(|&token| is_word(document, token))
        .count()
}

fn in_boilerplate(document: &Document<'_>, token: usize) -> bool {
    let at = document.tokens[token].span.start;
    let paragraph = document
        .paragraphs
        .partition_point(|paragraph| paragraph.span.end <= at);
    let role = document
        .paragraphs
        .get(paragraph)
        .map(|paragraph| paragraph.role);
    matches!(role, Some(Role::Boilerplate(_)))
}
