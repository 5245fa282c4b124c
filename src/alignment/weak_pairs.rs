//! Which pairs of sentences share a name and little else.
//!
//! A passage may tie two sentences by "Foreign Minister Ada Brandt" alone, or by four words out of forty. The
//! passage is shown as such; but sentences in one row are read as versions of each other, and these are none.

use std::ops::Range;

use crate::{
    diff::{Edits, LinkKind},
    document::{Document, Token, TokenKind},
    span::{Side, Sides},
    words::{TokenClass, Words},
};

/// At least 1/6 of the words of the shorter side must be kept, one that stands elsewhere counting 1/2. By eye on news
/// reports, where rows with fewer faced each other by chance.
const KEPT_SHARE: usize = 6;
/// Words that stand elsewhere which count as one that is kept.
const ELSEWHERE: usize = 2;

/// Judges the pairs of one comparison.
pub(super) struct WeakPairs<'d, 't> {
    documents: &'d Sides<Document<'t>>,
    words: &'d Words,
}

impl<'d, 't> WeakPairs<'d, 't> {
    pub(super) fn new(documents: &'d Sides<Document<'t>>, words: &'d Words) -> Self {
        Self { documents, words }
    }

    /// Whether two stretches of tokens with too few words in common for their edits to be read also have too
    /// few to face each other at all: one kept word must say something.
    pub(super) fn is_too_weak(&self, tokens: &Sides<Range<usize>>, edits: &Edits) -> bool {
        let Sides { left, right } = self.documents;
        let shorter = words(left, &tokens.left).min(words(right, &tokens.right));
        let (mut kept, mut telling) = (0, 0);
        for link in &edits.links {
            let weight = match link.kind {
                LinkKind::Equal => ELSEWHERE,
                LinkKind::Moved => 1,
                LinkKind::Variant | LinkKind::Substitution => continue,
            };
            let (l, r) = (
                &left.tokens[link.tokens.left],
                &right.tokens[link.tokens.right],
            );
            kept += weight * usize::from(l.kind != TokenKind::Punctuation);
            telling += weight * usize::from(self.says(left, l) || self.says(right, r));
        }
        kept * KEPT_SHARE < ELSEWHERE * shorter || telling < ELSEWHERE
    }

    /// Whether a token says something and is no name: a word that is not light, or one of a script without capitals.
    fn says(&self, document: &Document<'_>, token: &Token) -> bool {
        let text = &document.text[token.span.range()];
        let names = Side::BOTH
            .into_iter()
            .all(|side| self.words.capitals_tell_names(side));
        match text.chars().next() {
            Some(first) if first.is_uppercase() && names => false,
            Some(first) if first.is_uppercase() || first.is_lowercase() => {
                self.words.class(token.key) == TokenClass::Content
            }
            first => first.is_some() && token.kind == TokenKind::Word,
        }
    }
}

fn words(document: &Document<'_>, tokens: &Range<usize>) -> usize {
    let tokens = &document.tokens[tokens.clone()];
    let is_word = |kind: TokenKind| kind != TokenKind::Punctuation;
    tokens.iter().filter(|token| is_word(token.kind)).count()
}
