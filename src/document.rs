//! A text taken apart: paragraphs, sentences, tokens and their keys.
//!
//! Each step is a module: lines are joined to paragraphs (`lines`), paragraphs cut into tokens by
//! UAX #29 (`tokens`, `syllables`, `hyphens`, `entities`), tokens given their normal form and key (`keys`, `letters`), paragraphs cut into
//! sentences (`sentences`, with `abbreviations` and `lists`), and told apart by what they are for
//! (`roles`, `boilerplate`). `memo` keeps what was asked about words as they are written. Of a pair of texts, words that one writes together and the other apart are the same
//! words (`joined`). `scripts` knows single characters. All steps are linear in the length of
//! the text. No step changes the text: every span points into it as it was given.

mod abbreviations;
mod boilerplate;
mod entities;
mod hyphens;
mod joined;
mod keys;
mod letters;
mod lines;
mod lists;
mod memo;
mod roles;
mod scripts;
mod sentences;
mod shape;
mod syllables;
mod token_view;
mod tokens;

use std::ops::Range;

use crate::{
    Options,
    language::{self, Languages},
    span::Span,
};

pub(crate) use joined::part_joined_words;
pub(crate) use keys::{ANY_NUMBER, bare, is_owner, push_base};
pub use keys::{Key, Vocabulary};
pub(crate) use memo::Memo;
pub use scripts::QuarterWords;
pub(crate) use scripts::{is_directional, is_right_to_left, is_stop};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits among them; one character in scripts without spaces.
    Word,
    /// Digits, perhaps with separators.
    Number,
    /// Anything else that is not white space, also what is not seen (byte order marks, controls).
    Punctuation,
}

/// A word, number or punctuation cluster (UAX #29). White space is the gap between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its normal form.
    pub key: Key,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its length in quarters of a word.
    quarters: u8,
    /// Whether it is its own normal form: ASCII letters, all lower-case.
    plain: bool,
}

impl Token {
    /// How much of a word it is.
    pub fn length(&self) -> QuarterWords {
        QuarterWords::new(u32::from(self.quarters))
    }

    /// Whether it is one character of a script without spaces: part of a word, or a short one.
    pub fn is_character(&self) -> bool {
        self.kind == TokenKind::Word && self.length() < QuarterWords::of_words(1)
    }
}

/// Part of a paragraph that says one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as a range of [`Document::tokens`]; never empty.
    pub tokens: Range<usize>,
    /// Its words, as a range of [`Document::words`]; empty in boilerplate and where it has none.
    pub words: Range<usize>,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    Boilerplate(Boilerplate),
}

/// What kind of page clutter a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Boilerplate {
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
    /// Weather, place, source, picture credit: other surroundings.
    Metadata,
    /// Who wrote it: a name, a desk.
    Byline,
    /// What a reader took out.
    ExcludedByUser,
}

/// A reader's word on a line: whether it is boilerplate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineOverride {
    /// The paragraph as it stands in the text, white space around it aside. All paragraphs of these
    /// words are meant; one that the text does not have means nothing.
    pub line: String,
    /// Whether it is left out as boilerplate, or is part of the article.
    pub boilerplate: bool,
}

/// A line or block of lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paragraph {
    /// From its first to its last token.
    pub span: Span,
    /// Its sentences, as a range of [`Document::sentences`]; never empty.
    pub sentences: Range<usize>,
    /// What it is for.
    pub role: Role,
}

/// A text and its parts, each list in reading order. Spans point into the text as given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// boilerplate, with punctuation only if the options ask for it.
    pub words: Vec<u32>,
    /// The languages it is likely to be in; all where nothing tells.
    pub languages: Languages,
    /// The key of each word.
    keys: Vec<Key>,
    /// The sentence of each word.
    sentence_of: Vec<u32>,
    /// Length in quarters of a word before each word, and of all words at the end; empty if every
    /// word is four quarters long.
    quarters: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Takes a text apart. A text of white space alone has no parts. The options' own line overrides, which
    /// belong to a side, are not looked at.
    pub fn new(text: &'t str, options: &Options, vocabulary: &mut Vocabulary) -> Self {
        Self::with_overrides(text, options, &[], vocabulary)
    }

    /// Takes a text apart, with what a reader decided about its lines.
    pub(crate) fn with_overrides(
        text: &'t str,
        options: &Options,
        line_overrides: &[LineOverride],
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let mut document = Self {
            text,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::with_capacity(text.len() / 5),
            words: Vec::new(),
            languages: Languages::ALL,
            keys: Vec::new(),
            sentence_of: Vec::new(),
            quarters: Vec::new(),
        };
        let mut normaliser = keys::Normaliser::new(options);
        let mut pieces = Vec::new();
        let mut blocks = Vec::new();
        for block in lines::blocks(text) {
            tokens::scan(text, block.range.clone(), &mut pieces);
            if block.lines > 1 {
                hyphens::join_hyphenated(text, &mut pieces);
            }
            for piece in pieces.drain(..) {
                let key = normaliser.key(&text[piece.range.clone()], &piece, vocabulary);
                document.tokens.push(Token {
                    span: Span::new(piece.range.start, piece.range.end),
                    key,
                    kind: piece.kind,
                    quarters: piece.quarters,
                    plain: piece.plain,
                });
            }
            blocks.push(document.tokens.len());
        }
        document.languages = Languages::guess(
            document
                .tokens
                .iter()
                .map(|token| &text[token.span.range()]),
        );
        let mut first = 0;
        for end in blocks {
            document.paragraph(first..end);
            first = end;
        }
        roles::assign(&mut document, options.skip_boilerplate, line_overrides);
        document.choose_words(options);
        document
    }

    /// Makes a paragraph of a range of tokens.
    #[inline(never)]
    fn paragraph(&mut self, range: Range<usize>) {
        let first = range.start;
        let tokens = &self.tokens[range];
        let (Some(from), Some(to)) = (tokens.first(), tokens.last()) else {
            return;
        };
        let sentences = self.sentences.len();
        let span = from.span.to(to.span);
        let mut ends = Vec::new();
        sentences::split(self.text, tokens, self.languages, &mut ends);
        let mut start = first;
        for end in ends.into_iter().map(|end| first + end) {
            self.sentences.push(Sentence {
                span: self.tokens[start].span.to(self.tokens[end - 1].span),
                tokens: start..end,
                words: 0..0,
            });
            start = end;
        }
        self.paragraphs.push(Paragraph {
            span,
            sentences: sentences..self.sentences.len(),
            role: Role::Prose,
        });
    }

    /// Whether a token begins with a capital.
    pub(crate) fn has_capital(&self, token: usize) -> bool {
        let token = &self.tokens[token];
        !token.plain && language::has_capital(&self.text[token.span.range()])
    }

    /// Whether a token goes on with the word of the token before it, which was parted.
    pub(crate) fn goes_on(&self, token: usize) -> bool {
        let is_word = |token: &Token| token.kind == TokenKind::Word && !token.is_character();
        match token
            .checked_sub(1)
            .and_then(|before| self.tokens.get(before..=token))
        {
            Some([before, token]) => {
                before.span.end == token.span.start && is_word(before) && is_word(token)
            }
            _ => false,
        }
    }

    /// Puts other tokens in the place of some, which are given in order.
    fn part_tokens(&mut self, parted: &[joined::Parted]) {
        let more = |parts: &[Token]| parts.len() - 1;
        // Behind each parted token, how many tokens there are more by then.
        let mut sum = 0;
        let shifts: Vec<(usize, usize)> = parted
            .iter()
            .map(|(at, parts)| {
                sum += more(parts);
                (at + 1, sum)
            })
            .collect();
        let shift = |at: usize| {
            let before = shifts.partition_point(|(behind, _)| *behind <= at);
            at + before.checked_sub(1).map_or(0, |last| shifts[last].1)
        };
        for sentence in &mut self.sentences {
            sentence.tokens = shift(sentence.tokens.start)..shift(sentence.tokens.end);
        }
        let mut parted = parted.iter().peekable();
        let tokens = std::mem::take(&mut self.tokens);
        self.tokens.reserve(tokens.len() + sum);
        for (at, token) in tokens.into_iter().enumerate() {
            match parted.next_if(|(place, _)| *place == at) {
                Some((_, parts)) => self.tokens.extend_from_slice(parts),
                None => self.tokens.push(token),
            }
        }
    }

    /// Lists the tokens that are compared, and how long they are. What is not seen is never compared.
    #[inline(never)]
    fn choose_words(&mut self, options: &Options) {
        self.words.clear();
        self.keys.clear();
        self.sentence_of.clear();
        self.quarters.clear();
        self.words.reserve(self.tokens.len());
        self.keys.reserve(self.tokens.len());
        self.sentence_of.reserve(self.tokens.len());
        for paragraph in &self.paragraphs {
            let boilerplate = matches!(paragraph.role, Role::Boilerplate(_));
            for number in paragraph.sentences.clone() {
                let sentence = &mut self.sentences[number];
                let first = self.words.len();
                for at in sentence.tokens.clone() {
                    let token = &self.tokens[at];
                    let seen = token.quarters > 0;
                    let marks = token.kind == TokenKind::Punctuation;
                    if !boilerplate && seen && !(marks && options.ignore_punctuation) {
                        // Tokens are at least a byte long, and offsets of bytes are 32 bits wide.
                        self.words.push(at as u32);
                        self.keys.push(token.key);
                    }
                }
                sentence.words = first..self.words.len();
                self.sentence_of.resize(self.words.len(), number as u32);
            }
        }
        let words = self.words.iter().map(|&token| &self.tokens[token as usize]);
        let lengths = words.map(|token| u32::from(token.quarters));
        if lengths.clone().any(|length| length != 4) {
            let sums = lengths.scan(0, |sum, length| {
                *sum += length;
                Some(*sum)
            });
            self.quarters = std::iter::once(0).chain(sums).collect();
        }
    }

    /// The same parts without the text, to be kept for longer than the text can be borrowed.
    pub(crate) fn without_text(self) -> Document<'static> {
        self.with_text("")
    }

    /// The same parts over a text, which is to be the one that was taken apart.
    pub(crate) fn with_text<'u>(self, text: &'u str) -> Document<'u> {
        Document {
            text,
            paragraphs: self.paragraphs,
            sentences: self.sentences,
            tokens: self.tokens,
            words: self.words,
            languages: self.languages,
            keys: self.keys,
            sentence_of: self.sentence_of,
            quarters: self.quarters,
        }
    }

    /// The key of the `word`-th word.
    pub fn key(&self, word: usize) -> Key {
        self.keys[word]
    }

    /// The text of the `word`-th word.
    pub(crate) fn word_text(&self, word: usize) -> &'t str {
        &self.text[self.tokens[self.words[word] as usize].span.range()]
    }

    /// The keys of all words.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The sentence that the `word`-th word is in, as an index of `sentences`.
    pub fn sentence_at(&self, word: usize) -> usize {
        self.sentence_of[word] as usize
    }

    /// The sentence that the `word`-th word is in.
    pub fn sentence_of(&self, word: usize) -> &Sentence {
        &self.sentences[self.sentence_at(word)]
    }

    /// How long a range of words is. In constant time.
    pub fn length(&self, words: Range<usize>) -> QuarterWords {
        match (self.quarters.get(words.start), self.quarters.get(words.end)) {
            (Some(start), Some(end)) => QuarterWords::new(end.saturating_sub(*start)),
            _ => QuarterWords::of_words(words.len()),
        }
    }

    /// How long each of some words is, in quarters of a word.
    pub(crate) fn lengths(&self, words: Range<usize>) -> Vec<u8> {
        if self.quarters.is_empty() {
            return vec![4; words.len()];
        }
        let tokens = self.words[words]
            .iter()
            .map(|&token| &self.tokens[token as usize]);
        tokens.map(|token| token.quarters).collect()
    }

    /// The tokens that lie inside a stretch of the text.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
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

    /// The tokens of the `paragraph`-th paragraph.
    fn tokens_of(&self, paragraph: usize) -> &[Token] {
        let sentences = &self.sentences[self.paragraphs[paragraph].sentences.clone()];
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) => &self.tokens[first.tokens.start..last.tokens.end],
            _ => &[],
        }
    }
}
