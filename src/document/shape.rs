//! What the form of a paragraph tells, before its neighbours are asked.

use super::{
    Document, QuarterWords, Token, TokenKind, lists::marker_at, scripts, token_view::TokenView,
};

/// The greatest length of a headline: 30 words. By eye on news sites, whose longest have about 20.
pub(super) const LONGEST_TITLE: QuarterWords = QuarterWords::of_words(30);

/// The form of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    /// How long its words are together.
    pub(super) length: QuarterWords,
    /// Whether it ends as a sentence does, quotes and brackets set aside, or with a colon, comma or
    /// semicolon: headlines do not.
    pub(super) ends: bool,
    /// Whether it ends with a full stop, a question or exclamation mark.
    pub(super) stops: bool,
    /// Whether that is a question or exclamation mark, which a headline may have.
    pub(super) exclaims: bool,
    /// Whether it begins with a bullet or number.
    pub(super) marked: bool,
    /// Whether it begins with a small letter, as a line inside a sentence does.
    pub(super) goes_on: bool,
}

impl Shape {
    pub(super) fn of(document: &Document<'_>, paragraph: usize) -> Self {
        let tokens = document.tokens_of(paragraph);
        let view = TokenView {
            text: document.text,
            tokens,
        };
        let is_word = |token: &&Token| token.kind != TokenKind::Punctuation;
        let words = tokens.iter().filter(is_word);
        let length = words.map(Token::length).sum();
        let last = tokens
            .iter()
            .rev()
            .filter_map(|token| document.text[token.span.range()].chars().next())
            .find(|&c| !scripts::is_closer(c));
        let first = view.first(0);
        let dashed = matches!(first, '-' | '*' | '–' | '—')
            && view.str(0).len() == first.len_utf8()
            && !view.is_glued(1);
        Self {
            length,
            stops: last.is_some_and(scripts::is_stop),
            exclaims: last.is_some_and(|c| matches!(c, '?' | '!' | '？' | '！' | '؟')),
            ends: last.is_some_and(|c| {
                scripts::is_stop(c) || matches!(c, ':' | ',' | ';' | '：' | '，' | '；')
            }),
            goes_on: first.is_lowercase(),
            marked: dashed && tokens.len() > 1 || marker_at(view, 0).is_some(),
        }
    }

    /// Whether it is running text: a sentence with its stop, or too long for anything else.
    pub(super) fn is_prose(self) -> bool {
        let least = if self.exclaims { 20 } else { 6 };
        self.stops && self.length >= QuarterWords::of_words(least) || self.length > LONGEST_TITLE
    }
}
