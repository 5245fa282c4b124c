//! What a word weighs in a sentence, from its length and frequency.

use crate::{
    document::{Document, Key, Token, TokenKind, Vocabulary},
    language::{self, Class},
    span::{Side, Sides},
};

/// What a token is to an alignment of words or sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenClass {
    /// Punctuation.
    #[default]
    Mark,
    /// A number.
    Number,
    /// A character of a script without spaces: two to four make a word.
    Character,
    /// A short word, or one that is frequent in the two texts: most of them are function words.
    Light,
    /// Any other word.
    Content,
}

/// A word of at most so many letters is light. By measurement on sentence pairs with hand-made word links.
const SHORT_LETTERS: usize = 3;

/// A word is light if it is at least 1/40 of the tokens of both texts. By measurement on 180 pairs of news: of the
/// words of passages 2,985 stand in rows of one side only, 3,331 with 1/60, 4,148 with 1/100, for then the name
/// that a text is about is light. 1/30 changes nothing.
const LIGHT_SHARE: usize = 40;
/// Tokens of both texts from which a share tells function words: in fewer, the words of the subject are as frequent.
/// By eye on news.
const LEAST_TOKENS: usize = 400;

/// The class of every key, and whether it is a word that is common everywhere.
#[derive(Clone, Debug)]
pub(super) struct TokenClasses {
    of_key: Vec<(TokenClass, bool)>,
}

/// The tokens with one key.
#[derive(Clone, Copy)]
struct KeyTokens {
    count: u32,
    /// The shortest in bytes, of equal ones the first of the left or else of the right.
    side: Side,
    token: u32,
}

impl TokenClasses {
    pub(super) fn new(documents: &Sides<Document<'_>>, vocabulary: &Vocabulary) -> Self {
        let none = KeyTokens {
            count: 0,
            side: Side::Left,
            token: 0,
        };
        let mut seen = vec![none; vocabulary.len()];
        for side in Side::BOTH {
            for (token, at) in documents.get(side).tokens.iter().zip(0..) {
                let seen = &mut seen[token.key as usize];
                let known = || &documents.get(seen.side).tokens[seen.token as usize];
                if seen.count == 0 || token.span.len() < known().span.len() {
                    (seen.side, seen.token) = (side, at);
                }
                seen.count += 1;
            }
        }
        let all = documents.left.tokens.len() + documents.right.tokens.len();
        // Two short texts do not tell which words are rare in general: "also", once in each, looks as rare as a name.
        let languages = documents.left.languages.and(documents.right.languages);
        let is_listed = |word: &str| language::is(word, Class::Common, languages);
        let of_key = seen.iter().zip(0..).map(|(seen, key)| {
            if seen.count == 0 {
                return Default::default();
            }
            let document = documents.get(seen.side);
            let token = &document.tokens[seen.token as usize];
            let text = &document.text[token.span.range()];
            let is_frequent = all >= LEAST_TOKENS && seen.count as usize * LIGHT_SHARE >= all;
            // The form has no possessive; the text has its diacritics, which the form may lack.
            let form = vocabulary.form(key);
            let is_common = token.kind == TokenKind::Word
                && (is_listed(form) || !text.eq_ignore_ascii_case(form) && is_listed(text));
            (class(token, text, is_frequent), is_common)
        });
        Self {
            of_key: of_key.collect(),
        }
    }

    pub(super) fn of(&self, key: Key) -> TokenClass {
        self.of_key[key as usize].0
    }

    pub(super) fn is_common(&self, key: Key) -> bool {
        self.of_key[key as usize].1
    }

    pub(super) fn len(&self) -> usize {
        self.of_key.len()
    }
}

fn class(token: &Token, text: &str, is_frequent: bool) -> TokenClass {
    match token.kind {
        TokenKind::Punctuation => TokenClass::Mark,
        TokenKind::Number => TokenClass::Number,
        TokenKind::Word if token.is_character() => TokenClass::Character,
        TokenKind::Word if is_frequent || text.chars().nth(SHORT_LETTERS).is_none() => {
            TokenClass::Light
        }
        TokenKind::Word => TokenClass::Content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, words::Words};

    /// The class of the last token of a text.
    fn class_of_last(text: &str) -> TokenClass {
        let (options, mut vocabulary) = (Options::default(), Vocabulary::default());
        let documents =
            Sides::new(text, "").map(|text| Document::new(text, &options, &mut vocabulary));
        let last = documents.left.tokens.last().expect("there are words");
        Words::new(&documents, &vocabulary).class(last.key)
    }

    #[test]
    fn a_class_follows_from_the_writing() {
        for (text, expected) in [
            ("two boats, 31", TokenClass::Number),
            ("two boats.", TokenClass::Mark),
            ("boats in fog", TokenClass::Light),
            ("fog on boats", TokenClass::Content),
            ("两条船", TokenClass::Character),
            ("ท่าเรือ", TokenClass::Character),
        ] {
            assert_eq!(class_of_last(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_common_in_any_writing_and_only_in_their_language() {
        let is_common = |text: &str| {
            let (options, mut vocabulary) = (Options::default(), Vocabulary::default());
            let documents =
                Sides::new(text, text).map(|text| Document::new(text, &options, &mut vocabulary));
            let words = Words::new(&documents, &vocabulary);
            let last = documents.left.tokens.last().expect("there are words");
            words.is_common(last.key)
        };
        for (text, expected) in [
            ("The boat and the crew were late ALSO", true),
            ("The boat and the crew came late, but they DON’T", true),
            ("The boat and the crew lay in the harbour", false),
            (
                "It was the boat that they had been waiting for when the crew of the harbour said der",
                false,
            ),
            ("Das Boot und die Leute und der", true),
        ] {
            assert_eq!(is_common(text), expected, "{text}");
        }
    }

    #[test]
    fn frequent_words_of_long_texts_are_light() {
        for (words, count, expected) in [
            (420, 11, TokenClass::Light),
            (420, 10, TokenClass::Content),
            (400, 10, TokenClass::Light),
            (398, 10, TokenClass::Content),
        ] {
            let filler = (count..words).map(|at| format!("word{at}"));
            let ferries = std::iter::repeat_n("ferry".to_owned(), count);
            let text = filler.chain(ferries).collect::<Vec<_>>().join(" ");
            assert_eq!(class_of_last(&text), expected, "{count} of {words}");
        }
    }
}
