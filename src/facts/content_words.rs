//! The content words of two sentences, and which of them stand beside values: what speaks for both telling one thing.

use std::ops::Range;

use crate::{
    document::{Document, Token, TokenKind},
    language::{self, Class, Classes},
    span::{Side, Sides},
    values::{Item, Value},
    words::{
        Words,
        features::{Feature, NONE},
    },
};

// By eye on pairs of sentences of news, and on tests/facts.

/// Least content words that two sentences have in common that tell one thing.
const IN_COMMON: usize = 3;
/// Content words on each side of a value that are beside it.
const BESIDE: usize = 2;
/// Tokens between an office and a name, or a negation and what it denies, at most: `city of`, `will not be`.
const BETWEEN: usize = 3;
/// Letters in which two forms of a word begin alike at least; of a Korean word syllables, which are two or three letters.
const FORM: usize = 3;
const SYLLABLES: usize = 2;
/// Letters that the longer of two forms has behind these, at most; the shorter has one.
const ENDING: usize = 3;

/// The content words of two stretches.
pub(super) struct ContentWords<'s, 't> {
    documents: &'s Sides<Document<'t>>,
    /// In order.
    pub(super) words: Sides<Vec<Word>>,
}

#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) token: usize,
    feature: Feature,
}

impl<'s, 't> ContentWords<'s, 't> {
    pub(super) fn new(
        documents: &'s Sides<Document<'t>>,
        words: &Words,
        pair: &Sides<Range<usize>>,
    ) -> Self {
        let of = |side: Side| {
            let (document, tokens) = (documents.get(side), pair.get(side));
            let place = |token: usize| {
                document
                    .words
                    .partition_point(|&one| (one as usize) < token)
            };
            let range = place(tokens.start)..place(tokens.end);
            let features = words.features(side)[range.clone()].iter();
            let all = document.words[range].iter().zip(features);
            let all = all.map(|(&token, &feature)| Word {
                token: token as usize,
                feature,
            });
            all.filter(|&Word { feature, .. }| {
                feature != NONE && !words.is_short(feature) && !words.is_common_feature(feature)
            })
            .collect()
        };
        Self {
            documents,
            words: Sides::new(of(Side::Left), of(Side::Right)),
        }
    }

    pub(super) fn text(&self, side: Side, word: Word) -> &'s str {
        let document = self.documents.get(side);
        &document.text[document.tokens[word.token].span.range()]
    }

    /// Whether a word of the left and one of the right are one, or forms of one.
    pub(super) fn are_one(&self, left: Word, right: Word) -> bool {
        left.feature == right.feature
            || are_forms(self.text(Side::Left, left), self.text(Side::Right, right))
    }

    /// The word of the other side that is the same as one of this side.
    pub(super) fn same(&self, side: Side, word: Word) -> Option<Word> {
        let is_same = |&other: &Word| match side {
            Side::Left => self.are_one(word, other),
            Side::Right => self.are_one(other, word),
        };
        self.words.get(side.other()).iter().copied().find(is_same)
    }

    /// Whether the stretches tell one thing, words of some values aside.
    pub(super) fn tell_one(&self, least: f64, aside: &Sides<Vec<Item>>) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let open = |token: usize| {
                let mut items = aside.get(side).iter();
                items.any(|item| item.tokens.contains(&token))
            };
            let own = self.words.get(side).iter();
            let own: Vec<Word> = own.filter(|word| !open(word.token)).copied().collect();
            let wanted = (least * own.len() as f64).ceil() as usize;
            let may_lack = own.len().saturating_sub(wanted.max(IN_COMMON));
            let lacks = own.iter().filter(|&&word| self.same(side, word).is_none());
            own.len() >= IN_COMMON && lacks.take(may_lack + 1).count() <= may_lack
        })
    }

    /// The words right before and right behind some tokens.
    fn beside(&self, side: Side, tokens: &Range<usize>) -> impl Iterator<Item = Word> {
        let words = self.words.get(side);
        let before = words.partition_point(|word| word.token < tokens.start);
        let behind = words.partition_point(|word| word.token < tokens.end);
        let near = words[before.saturating_sub(BESIDE)..before].iter();
        near.chain(words[behind..].iter().take(BESIDE)).copied()
    }

    /// Whether a word stands shortly behind both.
    pub(super) fn have_one_behind(&self, l: &Item, r: &Item) -> bool {
        let behind = |side: Side, item: &Item| {
            let words = self.words.get(side);
            let first = words.partition_point(|word| word.token < item.tokens.end);
            words[first..].iter().take(BESIDE).copied()
        };
        behind(Side::Left, l)
            .any(|left| behind(Side::Right, r).any(|right| self.are_one(left, right)))
    }

    /// Whether a word stands beside both.
    pub(super) fn have_a_neighbour(&self, l: &Item, r: &Item) -> bool {
        self.beside(Side::Left, &l.tokens).any(|left| {
            self.beside(Side::Right, &r.tokens)
                .any(|right| self.are_one(left, right))
        })
    }

    /// The word shortly before a token, if no mark parts them.
    pub(super) fn before(&self, side: Side, token: usize) -> Option<Word> {
        let words = self.words.get(side);
        let at = words
            .partition_point(|word| word.token < token)
            .checked_sub(1)?;
        let word = words[at];
        let between = &self.documents.get(side).tokens[word.token + 1..token];
        let parted = between
            .iter()
            .any(|token| token.kind == TokenKind::Punctuation);
        (between.len() < BETWEEN && !parted).then_some(word)
    }

    /// The words that may be the office of a name: the one before it, over small words only (`city of`), and its own
    /// first one, for at the start of a sentence and in languages whose nouns have capitals an office looks like a name.
    fn offices(&self, side: Side, item: &Item) -> impl Iterator<Item = &'s str> {
        let document = self.documents.get(side);
        let text = |at: usize| &document.text[document.tokens[at].span.range()];
        let wanted = const { Classes::of(&[Class::Article, Class::Particle, Class::Preposition]) };
        let is_small = |at: &usize| language::is_any(text(*at), wanted, document.languages);
        let near = item.tokens.start.saturating_sub(BETWEEN)..item.tokens.start;
        let before = near.rev().find(|at| !is_small(at));
        let before = before.filter(|&at| {
            let common = language::is(text(at), Class::Common, document.languages);
            document.tokens[at].kind == TokenKind::Word && !common
        });
        let is_long = matches!(&item.value, Value::Name(words) if words.len() > 2);
        let own = is_long.then_some(item.tokens.start);
        before.into_iter().chain(own).map(text)
    }

    /// Whether the last word of a name stands on the other side, be it as a name or not.
    pub(super) fn stands_there(&self, side: Side, item: &Item) -> bool {
        let words = self.words.get(side).iter().rev();
        let last = words
            .copied()
            .find(|word| item.tokens.contains(&word.token));
        last.is_some_and(|word| self.same(side, word).is_some())
    }

    /// Whether two names have one office.
    pub(super) fn have_one_office(&self, l: &Item, r: &Item) -> bool {
        let is_one = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase() || are_forms(a, b);
        self.offices(Side::Left, l).any(|left| {
            self.offices(Side::Right, r)
                .any(|right| is_one(left, right))
        })
    }

    /// Whether a number is one of two that a dash or colon joins without a blank: 3-1.
    pub(super) fn is_of_score(&self, side: Side, item: &Item) -> bool {
        let joins = |first: usize| is_joined_by_a_mark(self.documents.get(side), first);
        let Range { start, end } = item.tokens;
        start.checked_sub(2).is_some_and(joins) || joins(end - 1)
    }

    /// The word shortly behind some tokens.
    pub(super) fn behind(&self, side: Side, end: usize) -> Option<Word> {
        let words = self.words.get(side);
        let &word = words.get(words.partition_point(|word| word.token < end))?;
        (word.token - end < BETWEEN).then_some(word)
    }

    /// What the other side has of what a negation denies: the word behind it. Of characters the next one, for the first makes
    /// a pair with the negation.
    pub(super) fn denied_by(&self, side: Side, negation: &Range<usize>) -> Option<Word> {
        let (words, document) = (self.words.get(side), self.documents.get(side));
        let behind = &words[words.partition_point(|word| word.token < negation.end)..];
        let tokens = &document.tokens;
        // "Rejected by the council": what stands behind did it.
        let next = tokens
            .get(negation.end)
            .map_or("", |token| &document.text[token.span.range()]);
        if language::is(next, Class::By, document.languages) {
            return None;
        }
        let is_character = |word: &Word| tokens[word.token].is_character();
        let few = 1 + usize::from(behind.first().is_some_and(is_character));
        let near = behind.iter().take(few);
        let mut near = near.take_while(|word| word.token - negation.end < BETWEEN);
        near.find_map(|&word| self.same(side, word))
    }

    /// Whether a word that both sides have stands shortly before both values, or shortly behind both.
    pub(super) fn is_of_one(
        &self,
        l: &Item,
        r: &Item,
        find: impl Fn(&Self, Side, &Item) -> Option<Word>,
    ) -> bool {
        let both = find(self, Side::Left, l).zip(find(self, Side::Right, r));
        both.is_some_and(|(left, right)| self.are_one(left, right))
    }
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// Whether two words are forms of one: both begin alike, and little follows.
fn are_forms(a: &str, b: &str) -> bool {
    let same = letters(a).zip(letters(b)).take_while(|(a, b)| a == b);
    let alike = same.count();
    let is_syllable = |c: char| ('\u{AC00}'..='\u{D7AF}').contains(&c);
    let least = if a.starts_with(is_syllable) {
        SYLLABLES
    } else {
        FORM
    };
    if alike < least {
        return false;
    }
    let (a, b) = (letters(a).count() - alike, letters(b).count() - alike);
    a.min(b) <= 1 && a.max(b) <= ENDING
}

/// Whether two values are the numbers of a score: 3-2.
pub(super) fn is_score(document: &Document<'_>, first: &Item, second: &Item) -> bool {
    first.tokens.end + 1 == second.tokens.start
        && is_joined_by_a_mark(document, first.tokens.end - 1)
}

/// Whether a token and the next but one are numbers that a hyphen, dash or colon joins.
fn is_joined_by_a_mark(document: &Document<'_>, first: usize) -> bool {
    let Some([left, mark, right]) = document.tokens.get(first..first + 3) else {
        return false;
    };
    let is_number = |token: &Token| token.kind == TokenKind::Number;
    let touch = left.span.end == mark.span.start && mark.span.end == right.span.start;
    let mark = &document.text[mark.span.range()];
    let joins = matches!(mark, "-" | "–" | "‑" | ":" | "：");
    is_number(left) && is_number(right) && touch && joins
}

#[cfg(test)]
mod tests {
    use super::are_forms;

    #[test]
    fn forms_of_a_word_begin_alike_and_differ_in_few_letters() {
        for (a, b, expected) in [
            ("sign", "signed", true),
            ("reach", "Reached", true),
            ("close", "closing", true),
            ("win", "wins", true),
            ("close", "closures", false),
            ("wing", "wintery", false),
            ("win", "winners", false),
            ("so", "sow", false),
            ("apply", "applied", true),
            ("applying", "applied", false),
            ("대표는", "대표가", true),
            ("대는", "대가", false),
        ] {
            assert_eq!(are_forms(a, b), expected, "{a} {b}");
            assert_eq!(are_forms(b, a), expected, "{b} {a}");
        }
    }
}
