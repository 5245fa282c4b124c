//! The tokens of a stretch, as the rules of sentences and lists ask for them.

use super::{Token, TokenKind};
use crate::language;

/// The tokens of a paragraph, with what the rules ask of them. Past the last token all is empty.
#[derive(Clone, Copy)]
pub(super) struct TokenView<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> TokenView<'a> {
    pub(super) fn str(self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.span.range()])
    }

    pub(super) fn first(self, at: usize) -> char {
        // Most are of ASCII.
        let start = self.tokens.get(at).map(|token| token.span.start as usize);
        if let Some(&byte) = start.and_then(|start| self.text.as_bytes().get(start))
            && byte.is_ascii()
            && byte != b'&'
        {
            return char::from(byte);
        }
        let text = self.str(at);
        if text.len() > 1 && text.starts_with('&') {
            return language::without_entities(text)
                .chars()
                .next()
                .unwrap_or(' ');
        }
        text.chars().next().unwrap_or(' ')
    }

    pub(super) fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no white space stands before a token.
    pub(super) fn is_glued(self, at: usize) -> bool {
        match (
            at.checked_sub(1).and_then(|before| self.tokens.get(before)),
            self.tokens.get(at),
        ) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }
}
