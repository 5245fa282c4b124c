//! A text taken apart: paragraphs, sentences, tokens and their keys.

use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::{Options, span::Span};

/// The normal form of a token, as a number: tokens are equal when their keys are.
///
/// Keys are numbered from 0 in the order in which they are first seen by a [`Vocabulary`].
pub type Key = u32;

/// Gives equal normal forms the same [`Key`]. One is shared by both texts of a comparison.
#[derive(Debug, Default)]
pub struct Vocabulary {
    keys: FxHashMap<Box<str>, Key>,
}

impl Vocabulary {
    /// The key of a normal form, a new one if it was not seen before.
    pub fn key(&mut self, form: &str) -> Key {
        if let Some(&key) = self.keys.get(form) {
            return key;
        }
        let key = Key::try_from(self.keys.len()).expect("a text has fewer than 2^32 tokens");
        self.keys.insert(form.into(), key);
        key
    }

    /// How many different keys were given; every key is less than that.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether no key was given yet.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits among them; one character in scripts without spaces.
    Word,
    /// Digits, perhaps with separators.
    Number,
    /// Anything else that is not white space.
    Punctuation,
}

/// A word, number or punctuation cluster (UAX #29). White space is the gap between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its normal form.
    pub key: Key,
    /// What it is made of.
    pub kind: TokenKind,
}

/// Part of a paragraph that says one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as a range of [`Document::tokens`]; never empty.
    pub tokens: Range<usize>,
    /// Its words, as a range of [`Document::words`]; empty in furniture and where it has none.
    pub words: Range<usize>,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title of the article.
    Title,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Prose,
    /// An item of a list, or a line of a table.
    Item,
    /// Not part of the article but of the page around it: not compared and not counted.
    Furniture(Furniture),
}

/// What kind of page clutter a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// Menus, breadcrumbs, "Most Popular", "Read more".
    Navigation,
    /// A date line, an edition, the time of an update.
    Dateline,
    /// A rights notice.
    Rights,
    /// An invitation to sign up, share, subscribe.
    Promotion,
    /// A line that repeats the title.
    Repeated,
    /// Weather, place, other surroundings.
    Surroundings,
}

/// A line or block of lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first to its last token.
    pub span: Span,
    /// Its sentences, as a range of [`Document::sentences`]; never empty.
    pub sentences: Range<usize>,
    /// What it is for.
    pub role: Role,
}

/// A text and its parts, each list in reading order. Spans point into the text as given.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// The paragraphs. White space alone lies between them.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences of all paragraphs.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences.
    pub tokens: Vec<Token>,
    /// The tokens that are compared and counted, as indices of `tokens`: words and numbers outside
    /// furniture, with punctuation only if the options ask for it.
    pub words: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Takes a text apart. A text of white space alone has no parts.
    pub fn new(text: &'t str, options: &Options, vocabulary: &mut Vocabulary) -> Self {
        let mut document = Self {
            text,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
            words: Vec::new(),
        };
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            document.paragraph(start, line, options, vocabulary);
            start += line.len();
        }
        document
    }

    fn paragraph(
        &mut self,
        base: usize,
        line: &str,
        options: &Options,
        vocabulary: &mut Vocabulary,
    ) {
        let first = self.sentences.len();
        for (at, sentence) in line.split_sentence_bound_indices() {
            self.sentence(base + at, sentence, options, vocabulary);
        }
        if self.sentences.len() > first {
            let span = self.sentences[first]
                .span
                .to(self.sentences[self.sentences.len() - 1].span);
            self.paragraphs.push(Paragraph {
                span,
                sentences: first..self.sentences.len(),
                role: Role::Prose,
            });
        }
    }

    fn sentence(
        &mut self,
        base: usize,
        text: &str,
        options: &Options,
        vocabulary: &mut Vocabulary,
    ) {
        let (tokens, words) = (self.tokens.len(), self.words.len());
        for (at, piece) in text.split_word_bound_indices() {
            if piece.chars().all(char::is_whitespace) {
                continue;
            }
            let form: String = piece.nfkc().flat_map(char::to_lowercase).collect();
            let kind = match piece.chars().find(|c| c.is_alphanumeric()) {
                Some(c) if c.is_numeric() => TokenKind::Number,
                Some(_) => TokenKind::Word,
                None => TokenKind::Punctuation,
            };
            if kind != TokenKind::Punctuation || !options.ignore_punctuation {
                self.words.push(self.tokens.len() as u32);
            }
            let span = Span::new(base + at, base + at + piece.len());
            self.tokens.push(Token {
                span,
                key: vocabulary.key(&form),
                kind,
            });
        }
        if self.tokens.len() > tokens {
            let span = self.tokens[tokens]
                .span
                .to(self.tokens[self.tokens.len() - 1].span);
            self.sentences.push(Sentence {
                span,
                tokens: tokens..self.tokens.len(),
                words: words..self.words.len(),
            });
        }
    }

    /// The key of the `word`-th word.
    pub fn key(&self, word: usize) -> Key {
        self.tokens[self.words[word] as usize].key
    }

    /// Where a range of words stands in the text: from the start of its first to the end of its last
    /// word. The empty range gives the empty span where its first word would begin.
    pub fn span_of(&self, words: Range<usize>) -> Span {
        let token = |word: usize| self.tokens[self.words[word] as usize].span;
        if words.is_empty() {
            let at = self
                .words
                .get(words.start)
                .map_or(self.text.len() as u32, |&t| {
                    self.tokens[t as usize].span.start
                });
            return Span { start: at, end: at };
        }
        token(words.start).to(token(words.end - 1))
    }
}
