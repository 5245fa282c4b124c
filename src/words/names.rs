//! Which words are parts of names: where capitals tell that, by them.

use super::features::{Feature, NONE};
use crate::{
    document::{Document, TokenKind},
    language, quotations,
    span::{Side, Sides},
};

/// Share of the words inside sentences with a capital, in 1/100, beyond which capitals do not tell names:
/// German nouns, texts all in headlines. By eye on news.
const MOST_CAPITALS: usize = 28;

/// Words inside sentences of which the share tells nothing, for they are too few: then capitals tell names.
/// By eye on news.
const FEW_WORDS: usize = 30;

/// The names of two texts.
#[derive(Clone, Debug)]
pub(super) struct Names {
    told_by_capitals: Sides<bool>,
    /// Whether each word is part of a name, or a year.
    words: Sides<Vec<bool>>,
    /// By feature, whether all its words are.
    all: Vec<bool>,
}

/// How the words of a feature are written inside sentences, or anywhere.
#[derive(Clone, Copy, Default)]
struct CapitalUse {
    /// Once without a capital.
    small: bool,
    /// Once with one, inside a sentence of a text in which that tells a name.
    as_name: bool,
}

impl Names {
    /// `features` are those of the words, `common` tells by feature which are common everywhere and so no names.
    pub(super) fn new(
        documents: &Sides<Document<'_>>,
        features: &Sides<Vec<Feature>>,
        common: &[bool],
    ) -> Self {
        let mut written = vec![CapitalUse::default(); common.len()];
        let mut told_by_capitals = Sides::default();
        let mut words = Sides::new(Side::Left, Side::Right).map(|side| {
            let (document, features) = (documents.get(side), features.get(side));
            let capitals = Capitals::new(document);
            let told = capitals.tell_names();
            *told_by_capitals.get_mut(side) = told;
            let mut names = vec![false; document.words.len()];
            for (word, name) in names.iter_mut().enumerate() {
                let (token, feature) = (document.words[word] as usize, features[word]);
                let kind = document.tokens[token].kind;
                *name = kind == TokenKind::Number && language::is_year(document.word_text(word));
                if feature != NONE && kind != TokenKind::Punctuation {
                    written[feature as usize].small |= !document.has_capital(token);
                }
            }
            for word in capitals.inside.into_iter().filter(|_| told) {
                names[word] = true;
                if features[word] != NONE {
                    written[features[word] as usize].as_name = true;
                }
            }
            names
        });
        let mut all = vec![true; common.len()];
        for side in Side::BOTH {
            for (name, &feature) in words.get_mut(side).iter_mut().zip(features.get(side)) {
                if feature != NONE {
                    let (at, CapitalUse { small, as_name }) =
                        (feature as usize, written[feature as usize]);
                    // At the start of a sentence a word is a name if it is one elsewhere and never written small.
                    *name = (*name || as_name && !small) && !common[at];
                    all[at] &= *name;
                }
            }
        }
        Self {
            told_by_capitals,
            words,
            all,
        }
    }

    pub(super) fn has(&self, side: Side, word: usize) -> bool {
        self.words.get(side)[word]
    }

    pub(super) fn are_all(&self, feature: Feature) -> bool {
        self.all[feature as usize]
    }

    pub(super) fn told_by_capitals(&self, side: Side) -> bool {
        *self.told_by_capitals.get(side)
    }
}

/// Whether a capital inside a sentence tells a name in a text. Linear.
pub(crate) fn capitals_tell_names(document: &Document<'_>) -> bool {
    Capitals::new(document).tell_names()
}

/// The words inside the sentences of a text that have a capital.
struct Capitals {
    inside: Vec<usize>,
    /// How many words stand inside sentences, with and without.
    all: usize,
}

impl Capitals {
    fn new(document: &Document<'_>) -> Self {
        let mut capitals = Self {
            inside: Vec::new(),
            all: 0,
        };
        for sentence in &document.sentences {
            let kind = |word: usize| document.tokens[document.words[word] as usize].kind;
            let words = sentence.words.clone();
            let words = words.filter(|&word| kind(word) != TokenKind::Punctuation);
            for word in words.skip(1).filter(|&word| kind(word) == TokenKind::Word) {
                let token = document.words[word] as usize;
                capitals.all += 1;
                // After an opening quotation mark a capital tells nothing, as at the start.
                if document.has_capital(token) && !opens(document, token - 1) {
                    capitals.inside.push(word);
                }
            }
        }
        capitals
    }

    fn tell_names(&self) -> bool {
        self.all < FEW_WORDS || self.inside.len() * 100 <= MOST_CAPITALS * self.all
    }
}

fn opens(document: &Document<'_>, token: usize) -> bool {
    let text = &document.text[document.tokens[token].span.range()];
    text.ends_with(':') || quotations::may_open(document, token)
}
