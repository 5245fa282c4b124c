//! Word-level edits inside a pair of stretches that correspond, clean enough to be read.
//!
//! Tokens are paired by score ([`pairing`]), edits slid to where a reader would see them, split
//! where a word faces another form of itself, and named by kind ([`kinds`]). What is equal but for
//! capitals, quotation marks and the like is an edit of its own, so that the edits hold to the letter.

mod cleanup;
mod kinds;
mod pairing;
mod table;
mod tokens;
mod word_links;

use std::{cell::RefCell, ops::Range, rc::Rc};

use rustc_hash::FxHashMap;

use crate::{
    document::{Document, Memo, TokenKind},
    language::Languages,
    quotations,
    span::{Side, Sides, Span},
    values::Values,
    words::Words,
};
use tokens::DiffToken;

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
#[non_exhaustive]
pub enum ChangeKind {
    /// Words.
    Word,
    /// Only capitals and small letters.
    Case,
    /// Only punctuation, or how words and numbers are written: `8:40` for `08:40`, `ﬁle` for `file`, `lowprice` for
    /// `low price`.
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
#[non_exhaustive]
pub struct Change {
    /// How the right differs from the left.
    pub operation: Operation,
    /// What differs.
    pub kind: ChangeKind,
    /// The stretch on each side.
    pub spans: Sides<Span>,
}

impl Operation {
    /// The same seen from the other side.
    fn swap(self) -> Self {
        match self {
            Self::Replace => Self::Replace,
            Self::Delete => Self::Insert,
            Self::Insert => Self::Delete,
        }
    }
}

impl Change {
    /// The edit that undoes this one: from right to left.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            operation: self.operation.swap(),
            kind: self.kind,
            spans: self.spans.swap(),
        }
    }
}

/// The edits of one pair of stretches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Edits {
    /// In order; tokens outside them have the same text on both sides.
    pub(crate) changes: Vec<Change>,
    /// How many words, punctuation aside, both sides have in the same order.
    pub(crate) kept: usize,
    /// What faces what, in order of the left, then the right.
    pub(crate) links: Vec<WordLink>,
}

/// Two tokens that face each other, as indices of [`Document::tokens`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordLink {
    /// The tokens.
    pub(crate) tokens: Sides<usize>,
    /// What they have to do with each other.
    pub(crate) kind: LinkKind,
}

/// What two tokens that face each other have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// They have the same key and the same place.
    Equal,
    /// They are forms or spellings of one word, in the same place.
    Variant,
    /// They have the same key, in another order.
    Moved,
    /// The one stands where the other stood.
    Substitution,
}

/// Least share of words, of both sides together, that are kept if edits are readable. By eye on revisions and news.
const READABLE: f64 = 0.4;

/// Whether so many kept words are enough, of so many on both sides together, for the edits to be readable.
pub(crate) fn readable(kept: usize, words: usize) -> bool {
    2.0 * kept as f64 >= READABLE * words as f64
}

/// Work that one comparison may do on edits, in pairs of tokens: what short texts with long sentences need,
/// and so much more for every token. A bound on work. Lightly reworded text takes 20 a token, text without stops all
/// there is.
const CELLS: usize = 1 << 22;
const CELLS_OF_TOKEN: usize = 32;

/// Finds the edits of many pairs of stretches of the same two texts.
#[derive(Debug)]
pub(crate) struct Differ<'d, 't> {
    documents: &'d Sides<Document<'t>>,
    words: &'d Words,
    values: Sides<Values<'d, 't>>,
    /// The quotations of both texts.
    quotations: Sides<Vec<Range<usize>>>,
    /// Whether each token stands inside one.
    quoted: Sides<Vec<bool>>,
    /// What was asked of the words of edits.
    asked: Sides<RefCell<Memo<kinds::Asked>>>,
    work: pairing::Work,
    /// What was found, by the first and the last token of each side: rows, passages and quotations are often
    /// the same stretch.
    found: FxHashMap<(Range<usize>, Range<usize>), Rc<Edits>>,
    /// False when a pair was too much work, so that an edit is coarser than it could be.
    pub(crate) complete: bool,
}

impl<'d, 't> Differ<'d, 't> {
    /// Prepares both texts, in linear time.
    pub(crate) fn new(documents: &'d Sides<Document<'t>>, words: &'d Words) -> Self {
        let quotations = documents.as_ref().map(quotations::find_quotations);
        Self {
            documents,
            words,
            values: Sides::new(Side::Left, Side::Right).map(|side| {
                let document = documents.get(side);
                Values::new(
                    document,
                    words.capitals_tell_names(side),
                    document.languages,
                )
            }),
            quoted: documents
                .as_ref()
                .zip(quotations.as_ref())
                .map(|(document, quotations)| {
                    let mut inside = vec![false; document.tokens.len()];
                    for quotation in quotations {
                        inside[quotation.clone()].fill(true);
                    }
                    inside
                }),
            quotations,
            asked: Sides::new(Memo::new(), Memo::new()).map(RefCell::new),
            work: pairing::Work::new(
                CELLS
                    + CELLS_OF_TOKEN * (documents.left.tokens.len() + documents.right.tokens.len()),
            ),
            found: FxHashMap::default(),
            complete: true,
        }
    }

    /// What the sentences of a side state.
    pub(crate) fn values(&self, side: Side) -> &Values<'d, 't> {
        self.values.get(side)
    }

    /// The quotations of both texts, as ranges of tokens.
    pub(crate) fn quotations(&self) -> &Sides<Vec<Range<usize>>> {
        &self.quotations
    }

    /// Reads what the sentences state in these languages from now on.
    pub(crate) fn read_in(&mut self, languages: &Sides<Languages>) {
        self.values.left.read_in(languages.left);
        self.values.right.read_in(languages.right);
    }

    /// The edits that turn a range of left tokens into a range of right tokens, in order. Applying
    /// them to the left gives the right, token by token. Two empty ranges have none.
    pub(crate) fn between(&mut self, tokens: Sides<Range<usize>>) -> Rc<Edits> {
        if let Some(edits) = self.equal(&tokens) {
            return Rc::new(edits);
        }
        let at = (tokens.left.clone(), tokens.right.clone());
        if let Some(edits) = self.found.get(&at) {
            return Rc::clone(edits);
        }
        let edits = Rc::new(self.find_edits(tokens));
        self.found.insert(at, Rc::clone(&edits));
        edits
    }

    /// The edits of two ranges with the same texts: none.
    fn equal(&self, tokens: &Sides<Range<usize>>) -> Option<Edits> {
        let Sides { left, right } = self.documents;
        let (l, r) = (tokens.left.clone(), tokens.right.clone());
        let same = |(l, r): (usize, usize)| {
            left.tokens[l].key == right.tokens[r].key
                && text(left, l) == text(right, r)
                && (left.goes_on(l) == right.goes_on(r) || l == tokens.left.start)
        };
        if l.len() != r.len() || !l.clone().zip(r.clone()).all(same) {
            return None;
        }
        let is_word = |at: &usize| left.tokens[*at].kind != TokenKind::Punctuation;
        Some(Edits {
            changes: Vec::new(),
            kept: l.clone().filter(is_word).count(),
            links: l
                .zip(r)
                .map(|(l, r)| WordLink {
                    tokens: Sides::new(l, r),
                    kind: LinkKind::Equal,
                })
                .collect(),
        })
    }

    /// The changes of a pair of ranges inside another pair, taken from the edits of that one, so that both show
    /// the same; none if an edit reaches across a border.
    pub(crate) fn part(&self, edits: &Edits, tokens: &Sides<Range<usize>>) -> Option<Vec<Change>> {
        let Sides { left, right } = self.documents;
        let span = |document: &Document<'_>, range: &Range<usize>| {
            let (first, last) = (
                document.tokens.get(range.start)?,
                document.tokens.get(range.end.checked_sub(1)?)?,
            );
            Some(Span {
                start: first.span.start,
                end: last.span.end,
            })
        };
        let whole = Sides::new(span(left, &tokens.left)?, span(right, &tokens.right)?);
        let first = edits
            .changes
            .partition_point(|change| change.spans.left.end < whole.left.start);
        let near = edits.changes[first..]
            .iter()
            .take_while(|change| change.spans.left.start <= whole.left.end);
        let mut inside = Vec::new();
        for change in near {
            match (
                place(change.spans.left, whole.left),
                place(change.spans.right, whole.right),
            ) {
                (Containment::Outside, Containment::Outside | Containment::Edge)
                | (Containment::Edge, Containment::Outside) => {}
                (Containment::Inside, Containment::Inside | Containment::Edge)
                | (Containment::Edge, Containment::Inside) => inside.push(change.clone()),
                _ => return None,
            }
        }
        self.turns(&inside, tokens).then_some(inside)
    }

    /// Whether changes turn the left of a pair of ranges into the right.
    fn turns(&self, changes: &[Change], tokens: &Sides<Range<usize>>) -> bool {
        let Sides { left, right } = self.documents;
        let (mut l, mut r) = (tokens.left.start, tokens.right.start);
        let mut changes = changes.iter().peekable();
        while l < tokens.left.end || r < tokens.right.end {
            // Between the token before and the one to come: a change that one side has passed is none of these ranges.
            let begins = |document: &Document<'_>, range: &Range<usize>, at: usize, span: Span| {
                (at == range.start || document.tokens[at - 1].span.end <= span.start)
                    && (at >= range.end || document.tokens[at].span.start >= span.start)
            };
            let here = |change: &&Change| {
                begins(left, &tokens.left, l, change.spans.left)
                    && begins(right, &tokens.right, r, change.spans.right)
            };
            if let Some(change) = changes.next_if(here) {
                l = after(left, l..tokens.left.end, change.spans.left);
                r = after(right, r..tokens.right.end, change.spans.right);
            } else if l < tokens.left.end && r < tokens.right.end && text(left, l) == text(right, r)
            {
                (l, r) = (l + 1, r + 1);
            } else {
                return false;
            }
        }
        changes.next().is_none()
    }

    /// The edits of a pair of ranges in which some parts face each other whatever else does. `anchors` are parts of
    /// both ranges, in order.
    pub(crate) fn through(
        &mut self,
        tokens: &Sides<Range<usize>>,
        anchors: &[Sides<Range<usize>>],
    ) -> Edits {
        let mut all = Edits::default();
        let mut from = Sides::new(tokens.left.start, tokens.right.start);
        let end = Sides::new(
            tokens.left.end..tokens.left.end,
            tokens.right.end..tokens.right.end,
        );
        for anchor in anchors.iter().cloned().chain([end]) {
            let before = Sides::new(from.left..anchor.left.start, from.right..anchor.right.start);
            from = Sides::new(anchor.left.end, anchor.right.end);
            for part in [before, anchor] {
                if part.left.is_empty() || part.right.is_empty() {
                    let first = Sides::new(tokens.left.start, tokens.right.start);
                    all.changes.extend(self.edit(part, first));
                    continue;
                }
                let edits = self.between(part);
                all.kept += edits.kept;
                all.changes.extend_from_slice(&edits.changes);
                all.links.extend_from_slice(&edits.links);
            }
        }
        all
    }

    /// The tokens of a pair of ranges that stand outside of edits, each with the token it faces.
    pub(crate) fn kept(
        &self,
        tokens: &Sides<Range<usize>>,
        changes: &[Change],
    ) -> Vec<Sides<usize>> {
        let Sides { left, right } = self.documents;
        let mut kept = Vec::new();
        let (mut l, mut r) = (tokens.left.start, tokens.right.start);
        for change in changes {
            let block = self.block(change);
            while l < block.left.start && r < block.right.start {
                kept.push(Sides::new(l, r));
                (l, r) = (l + 1, r + 1);
            }
            (l, r) = (block.left.end.max(l), block.right.end.max(r));
        }
        debug_assert!(left.tokens.len() >= l && right.tokens.len() >= r);
        while l < tokens.left.end && r < tokens.right.end {
            kept.push(Sides::new(l, r));
            (l, r) = (l + 1, r + 1);
        }
        kept
    }

    /// The tokens of an edit. An empty range stands before the first token behind the place.
    pub(crate) fn block(&self, change: &Change) -> Sides<Range<usize>> {
        let of = |document: &Document<'_>, span: Span| {
            let start = document
                .tokens
                .partition_point(|token| token.span.start < span.start);
            let inside =
                document.tokens[start..].partition_point(|token| token.span.end <= span.end);
            start..start + if span.is_empty() { 0 } else { inside }
        };
        Sides::new(
            of(&self.documents.left, change.spans.left),
            of(&self.documents.right, change.spans.right),
        )
    }

    /// Whether an edit changes only how words are written: both sides have the same keys.
    pub(crate) fn is_writing(&self, change: &Change) -> bool {
        let Sides { left, right } = self.block(change);
        let keys = |document: &'d Document<'t>, tokens: Range<usize>| {
            let tokens = document.tokens[tokens].iter();
            let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
            words.map(|token| token.key)
        };
        keys(&self.documents.left, left).eq(keys(&self.documents.right, right))
    }

    /// Whether a token is a word that is not common everywhere.
    pub(crate) fn says(&self, side: Side, token: usize) -> bool {
        let token = &self.documents.get(side).tokens[token];
        token.kind != TokenKind::Punctuation && !self.words.is_common(token.key)
    }

    /// The edit that makes a range of left tokens a range of right tokens, inside a pair of ranges that begin at
    /// `first`. None if both are empty.
    pub(crate) fn edit(&self, block: Sides<Range<usize>>, first: Sides<usize>) -> Option<Change> {
        if block.left.is_empty() && block.right.is_empty() {
            return None;
        }
        let ranges = Sides::new(first.left..first.left, first.right..first.right);
        Some(self.change(&ranges, block))
    }

    fn find_edits(&mut self, tokens: Sides<Range<usize>>) -> Edits {
        let (left, right) = (
            self.diff_tokens(&self.documents.left, tokens.left.clone()),
            self.diff_tokens(&self.documents.right, tokens.right.clone()),
        );
        let (mut pairs, complete) = pairing::pair(&left, &right, &mut self.work);
        self.complete &= complete;
        cleanup::slide(&left, &right, &mut pairs);
        let is_word = |token: &DiffToken<'_>| token.kind != TokenKind::Punctuation;
        let word = |pair: &&tokens::TokenPair| {
            pair.equal && is_word(&left[pair.left]) && is_word(&right[pair.right])
        };
        let kept = pairs.iter().filter(word).count();
        let words = |tokens: &[DiffToken<'_>]| tokens.iter().filter(|token| is_word(token)).count();
        let blocks = if readable(kept, words(&left) + words(&right)) {
            cleanup::blocks(&left, &right, &pairs)
        } else {
            let telling = cleanup::without_islands(&left, &right, &pairs);
            cleanup::blocks(&left, &right, &telling)
        };
        let whole = |block: Sides<Range<usize>>| {
            Sides::new(
                shift(block.left, tokens.left.start),
                shift(block.right, tokens.right.start),
            )
        };
        let mut blocks: Vec<_> = blocks.into_iter().map(whole).collect();
        cleanup::take_in_figures(self.documents, &mut blocks);
        Edits {
            kept,
            changes: blocks
                .into_iter()
                .map(|block| self.change(&tokens, block))
                .collect(),
            links: word_links::link_words(&left, &right, &pairs)
                .into_iter()
                .map(|(l, r, kind)| WordLink {
                    tokens: Sides::new(tokens.left.start + l, tokens.right.start + r),
                    kind,
                })
                .collect(),
        }
    }

    #[inline(never)]
    fn diff_tokens(&self, document: &Document<'t>, tokens: Range<usize>) -> Vec<DiffToken<'t>> {
        tokens
            .map(|token| DiffToken::new(document, token, self.words))
            .collect()
    }

    #[inline(never)]
    fn change(&self, tokens: &Sides<Range<usize>>, at: Sides<Range<usize>>) -> Change {
        let operation = match (at.left.is_empty(), at.right.is_empty()) {
            (_, true) => Operation::Delete,
            (true, false) => Operation::Insert,
            (false, false) => Operation::Replace,
        };
        Change {
            operation,
            kind: kinds::kind(self.documents, &self.values, &self.quoted, &self.asked, &at),
            spans: Sides::new(
                span_of(&self.documents.left, at.left, tokens.left.start),
                span_of(&self.documents.right, at.right, tokens.right.start),
            ),
        }
    }
}

/// The edits that turn a range of left tokens into a range of right tokens. For many pairs of the same
/// texts use a [`Differ`].
pub fn between(
    documents: &Sides<Document<'_>>,
    words: &Words,
    tokens: Sides<Range<usize>>,
) -> Vec<Change> {
    Differ::new(documents, words)
        .between(tokens)
        .changes
        .clone()
}

fn text<'t>(document: &Document<'t>, token: usize) -> &'t str {
    &document.text[document.tokens[token].span.range()]
}

/// Where a stretch stands to another.
enum Containment {
    Inside,
    Outside,
    /// Empty, and at an end of the other: the other side decides.
    Edge,
    /// Over an end of the other.
    Across,
}

fn place(span: Span, of: Span) -> Containment {
    if span.start == span.end && (span.start == of.start || span.start == of.end) {
        Containment::Edge
    } else if of.start <= span.start && span.end <= of.end {
        Containment::Inside
    } else if span.end <= of.start || of.end <= span.start {
        Containment::Outside
    } else {
        Containment::Across
    }
}

/// The first of the tokens that stands after a stretch.
fn after(document: &Document<'_>, tokens: Range<usize>, span: Span) -> usize {
    let inside = |&at: &usize| document.tokens[at].span.end <= span.end && span.start < span.end;
    tokens.start + tokens.take_while(inside).count()
}

fn shift(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// Where a range of tokens stands. The empty range marks the place after the token before it, or, at
/// the start of the stretch compared, before the token after it.
fn span_of(document: &Document<'_>, tokens: Range<usize>, first: usize) -> Span {
    let span = |token: usize| document.tokens[token].span;
    if !tokens.is_empty() {
        return span(tokens.start).to(span(tokens.end - 1));
    }
    let at = if tokens.start > first {
        span(tokens.start - 1).end
    } else {
        document
            .tokens
            .get(tokens.start)
            .map_or(document.text.len() as u32, |token| token.span.start)
    };
    Span { start: at, end: at }
}

#[cfg(test)]
mod tests;
