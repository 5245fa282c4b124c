//! Which beads hold sentences that share a name and little else.
//!
//! A passage may tie two sentences by "Foreign Minister Ada Brandt" alone, or by four words out of forty. The
//! passage is shown as such; but sentences in one row are read as versions of each other, and these are none.

use std::{cell::OnceCell, ops::Range};

use crate::{
    capitals,
    diff::{Edits, How},
    document::{Document, Token, TokenKind},
    span::Sides,
};

/// One word in so many of the shorter side must be kept, one that stands elsewhere counting half. By eye on news
/// reports, where rows with fewer faced each other by chance.
const KEPT: usize = 6;
/// One word that is kept must say something, or so many that stand elsewhere.
const ELSEWHERE: usize = 2;
/// A kept word of so many letters, without a capital, says something; so does a character of a script without
/// capitals.
const LETTERS: usize = 4;

/// Judges the beads of one comparison.
pub(super) struct Thin<'d, 't> {
    documents: &'d Sides<Document<'t>>,
    /// Whether capitals tell names; found when first asked for.
    names: OnceCell<bool>,
}

impl<'d, 't> Thin<'d, 't> {
    pub(super) fn new(documents: &'d Sides<Document<'t>>) -> Self {
        Self {
            documents,
            names: OnceCell::new(),
        }
    }

    /// Whether two stretches of tokens with too few words in common for their edits to be read also have too
    /// few to face each other at all.
    pub(super) fn holds(&self, tokens: &Sides<Range<usize>>, edits: &Edits) -> bool {
        let Sides { left, right } = self.documents;
        let shorter = words(left, &tokens.left).min(words(right, &tokens.right));
        let (mut kept, mut telling) = (0, 0);
        for facing in &edits.facing {
            let worth = match facing.how {
                How::Equal => ELSEWHERE,
                How::Moved => 1,
                How::Form | How::StandIn => continue,
            };
            let (l, r) = (
                &left.tokens[facing.tokens.left],
                &right.tokens[facing.tokens.right],
            );
            kept += worth * usize::from(l.kind != TokenKind::Punctuation);
            telling += worth * usize::from(self.says(left, l) || self.says(right, r));
        }
        kept * KEPT < ELSEWHERE * shorter || telling < ELSEWHERE
    }

    /// Whether a token says something and is no name.
    fn says(&self, document: &Document<'_>, token: &Token) -> bool {
        let text = &document.text[token.span.range()];
        let Some(first) = text.chars().next() else {
            return false;
        };
        token.kind == TokenKind::Word
            && if first.is_uppercase() {
                !self.capitals_are_names() && text.chars().count() >= LETTERS
            } else {
                !first.is_lowercase() || text.chars().count() >= LETTERS
            }
    }

    fn capitals_are_names(&self) -> bool {
        *self.names.get_or_init(|| {
            let Sides { left, right } = self.documents;
            capitals::tell_names(left) && capitals::tell_names(right)
        })
    }
}

fn words(document: &Document<'_>, tokens: &Range<usize>) -> usize {
    let tokens = &document.tokens[tokens.clone()];
    let is_word = |kind: TokenKind| kind != TokenKind::Punctuation;
    tokens.iter().filter(|token| is_word(token.kind)).count()
}
