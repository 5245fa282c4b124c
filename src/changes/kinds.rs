//! What it is that differs in an edit.

use std::ops::Range;

use super::ChangeKind;
use crate::{
    document::{Document, TokenKind},
    lexicon,
    span::Sides,
};

/// At most so many marks open a sentence.
const OPENING: usize = 4;

/// Names the difference between two ranges of tokens, not both empty. Of several the weightiest counts.
pub(super) fn kind(
    documents: &Sides<Document<'_>>,
    quoted: &Sides<Vec<bool>>,
    tokens: &Sides<Range<usize>>,
) -> ChangeKind {
    let left = Stretch::new(&documents.left, &quoted.left, &tokens.left);
    let right = Stretch::new(&documents.right, &quoted.right, &tokens.right);
    if left.bare() == right.bare() {
        return surface(&left, &right);
    }
    if left.class(lexicon::is_negation) != right.class(lexicon::is_negation) {
        return ChangeKind::Negation;
    }
    if left.is_quoted() && right.is_quoted() {
        return ChangeKind::Quotation;
    }
    // A name among many other words is not what such an edit is about.
    let words = left.words() + right.words();
    let mostly = |left: usize, right: usize| 2 * (left + right) >= words;
    let (l, r) = (left.class(lexicon::is_date), right.class(lexicon::is_date));
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Date;
    }
    let (l, r) = (left.numbers(), right.numbers());
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Number;
    }
    let (l, r) = (left.names(), right.names());
    if l != r && mostly(l.len(), r.len()) {
        return ChangeKind::Name;
    }
    ChangeKind::Word
}

/// The kind where letters and digits are the same but for case.
fn surface(left: &Stretch<'_>, right: &Stretch<'_>) -> ChangeKind {
    if left.marks() == right.marks() {
        return ChangeKind::Case;
    }
    let quotes = |stretch: &Stretch<'_>| {
        let is_quote = |c: &char| "\"“”„«»「」『』".contains(*c);
        stretch.marks().chars().filter(is_quote).count()
    };
    if quotes(left) == quotes(right) {
        ChangeKind::Punctuation
    } else {
        ChangeKind::Quotation
    }
}

/// One side of an edit.
struct Stretch<'t> {
    /// Its tokens, with whether they begin a sentence.
    tokens: Vec<(&'t str, TokenKind, bool)>,
    quoted: bool,
}

impl<'t> Stretch<'t> {
    fn new(document: &Document<'t>, quoted: &[bool], range: &Range<usize>) -> Self {
        let begins = |at: usize| {
            let sentence = document.sentences.partition_point(|s| s.tokens.start <= at);
            let start = document.sentences[sentence - 1].tokens.start;
            // Only quotation marks and the like stand before the first word: few.
            at - start <= OPENING
                && document.tokens[start..at]
                    .iter()
                    .all(|token| token.kind == TokenKind::Punctuation)
        };
        let inside = |at: usize| quoted.get(at).copied().unwrap_or(false);
        let place = range.start.saturating_sub(usize::from(range.is_empty()));
        Self {
            tokens: range
                .clone()
                .map(|at| {
                    let token = &document.tokens[at];
                    (&document.text[token.span.range()], token.kind, begins(at))
                })
                .collect(),
            // An empty stretch lies in a quotation if what is before or after it does; marks do not.
            quoted: if range.is_empty() {
                inside(place) || inside(range.start)
            } else {
                range.clone().all(inside)
            },
        }
    }

    fn is_quoted(&self) -> bool {
        self.quoted
    }

    /// Letters and digits, in small letters.
    fn bare(&self) -> String {
        self.tokens
            .iter()
            .flat_map(|(text, ..)| text.chars())
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// Everything but letters and digits.
    fn marks(&self) -> String {
        self.tokens
            .iter()
            .flat_map(|(text, ..)| text.chars())
            .filter(|c| !c.is_alphanumeric())
            .collect()
    }

    fn words(&self) -> usize {
        let word = |(_, kind, _): &&(&str, TokenKind, bool)| *kind != TokenKind::Punctuation;
        self.tokens.iter().filter(word).count()
    }

    /// The words of a class, in small letters.
    fn class(&self, class: fn(&str) -> bool) -> Vec<String> {
        let words = self.tokens.iter().filter(|(text, ..)| class(text));
        words.map(|(text, ..)| text.to_lowercase()).collect()
    }

    fn numbers(&self) -> Vec<String> {
        let is_number = |(text, kind, _): &&(&str, TokenKind, bool)| {
            *kind == TokenKind::Number || lexicon::is_number_word(text)
        };
        self.tokens
            .iter()
            .filter(is_number)
            .map(|(text, ..)| text.to_lowercase())
            .collect()
    }

    /// Words with a capital that is not owed to the start of a sentence.
    fn names(&self) -> Vec<&'t str> {
        self.tokens
            .iter()
            .filter(|(text, kind, begins)| {
                *kind == TokenKind::Word
                    && !begins
                    && text.chars().next().is_some_and(char::is_uppercase)
            })
            .map(|(text, ..)| *text)
            .collect()
    }
}
