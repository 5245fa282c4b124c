//! Two sentences that tell one thing in another order or in other words: which values of theirs differ, and what one of
//! them denies, where no edit holds one against the other.
//!
//! Three things must speak for it. The sentences have most of their content words in common. Each value is the only
//! open one of its sort. And a content word beside the one stands beside the other too: what is counted, what
//! happened on that day, the office that a person holds.

use std::ops::Range;

use super::{FactKind, FactSearch, facing::item_unit, span_of};
use crate::{
    document::{Document, TokenKind},
    language::{self, Class, Classes},
    lexicon,
    span::{Side, Sides, Span},
    values::{AmountUnit, Item, POINTS, Value},
    words::{
        Words,
        features::{Feature, NONE},
    },
};

// By eye on pairs of sentences of news, and on tests/facts.

/// Least share of the content words of each sentence that the other has too ...
const RETOLD_SHARE: f64 = 0.55;
/// ... and least number of these.
const RETOLD_WORDS: usize = 3;
/// The same share for what is denied, for which there is no second value to go by.
const DENIED_SHARE: f64 = 0.7;
/// Content words on each side of a value that are beside it.
const BESIDE: usize = 2;
/// Tokens between an office and a name, or a negation and what it denies, at most: `city of`, `will not be`.
const BETWEEN: usize = 3;
/// Bytes of the mark between the two numbers of a score, at most.
const DASH: usize = 3;
/// Tokens between two parts of one negation, at most: `ne ... pas`.
const PARTS: usize = 2;
/// Counts from so many are of groups: of people that were asked, of which a share is told.
const GROUP: f64 = 50.0;
/// Letters in which two forms of a word begin alike at least, and that each of them may have behind.
const FORM: usize = 3;
const SYLLABLES: usize = 2;
const ENDING: usize = 3;

/// The content words of two stretches.
struct ContentWords<'s, 't> {
    documents: &'s Sides<Document<'t>>,
    /// In order.
    words: Sides<Vec<Word>>,
}

#[derive(Clone, Copy)]
struct Word {
    token: usize,
    feature: Feature,
}

impl<'s, 't> ContentWords<'s, 't> {
    fn new(documents: &'s Sides<Document<'t>>, words: &Words, pair: &Sides<Range<usize>>) -> Self {
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

    fn text(&self, side: Side, word: Word) -> &'s str {
        let document = self.documents.get(side);
        &document.text[document.tokens[word.token].span.range()]
    }

    /// Whether a word of the left and one of the right are one, or forms of one.
    fn are_one(&self, left: Word, right: Word) -> bool {
        left.feature == right.feature
            || are_forms(self.text(Side::Left, left), self.text(Side::Right, right))
    }

    /// The word of the other side that is the same as one of this side.
    fn same(&self, side: Side, word: Word) -> Option<Word> {
        let is_same = |&other: &Word| match side {
            Side::Left => self.are_one(word, other),
            Side::Right => self.are_one(other, word),
        };
        self.words.get(side.other()).iter().copied().find(is_same)
    }

    /// Whether the stretches tell one thing, words of some values aside.
    fn tell_one(&self, least: f64, aside: &Sides<Vec<Item>>) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let open = |token: usize| {
                let mut items = aside.get(side).iter();
                items.any(|item| item.tokens.contains(&token))
            };
            let own = self.words.get(side).iter();
            let own: Vec<Word> = own.filter(|word| !open(word.token)).copied().collect();
            let wanted = (least * own.len() as f64).ceil() as usize;
            let may_lack = own.len().saturating_sub(wanted.max(RETOLD_WORDS));
            let lacks = own.iter().filter(|&&word| self.same(side, word).is_none());
            own.len() >= RETOLD_WORDS && lacks.take(may_lack + 1).count() <= may_lack
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
    fn have_one_behind(&self, l: &Item, r: &Item) -> bool {
        let behind = |side: Side, item: &Item| {
            let words = self.words.get(side);
            let first = words.partition_point(|word| word.token < item.tokens.end);
            words[first..].iter().take(BESIDE).copied()
        };
        behind(Side::Left, l)
            .any(|left| behind(Side::Right, r).any(|right| self.are_one(left, right)))
    }

    /// Whether a word stands beside both.
    fn have_a_neighbour(&self, l: &Item, r: &Item) -> bool {
        self.beside(Side::Left, &l.tokens).any(|left| {
            self.beside(Side::Right, &r.tokens)
                .any(|right| self.are_one(left, right))
        })
    }

    /// The word shortly before a token, if no mark parts them.
    fn before(&self, side: Side, token: usize) -> Option<Word> {
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
    fn stands_there(&self, side: Side, item: &Item) -> bool {
        let words = self.words.get(side).iter().rev();
        let last = words
            .copied()
            .find(|word| item.tokens.contains(&word.token));
        last.is_some_and(|word| self.same(side, word).is_some())
    }

    /// Whether two names have one office.
    fn have_one_office(&self, l: &Item, r: &Item) -> bool {
        let is_one = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase() || are_forms(a, b);
        self.offices(Side::Left, l).any(|left| {
            self.offices(Side::Right, r)
                .any(|right| is_one(left, right))
        })
    }

    /// Whether a number is one of two that a mark joins: 3-1.
    fn is_of_score(&self, side: Side, item: &Item) -> bool {
        let tokens = &self.documents.get(side).tokens;
        let joins = |mark: usize, number: usize| {
            let both = tokens.get(mark).zip(tokens.get(number));
            both.is_some_and(|(mark, number)| {
                let (first, last) = (mark.span.to(number.span), mark);
                mark.kind == TokenKind::Punctuation
                    && number.kind == TokenKind::Number
                    && first.len() == mark.span.len() + number.span.len()
                    && last.span.len() <= DASH
            })
        };
        let (start, end) = (item.tokens.start, item.tokens.end);
        start > 1 && joins(start - 1, start - 2) || joins(end, end + 1)
    }

    /// The word shortly behind some tokens.
    fn behind(&self, side: Side, end: usize) -> Option<Word> {
        let words = self.words.get(side);
        let &word = words.get(words.partition_point(|word| word.token < end))?;
        (word.token - end < BETWEEN).then_some(word)
    }

    /// What the other side has of what a negation denies: the word behind it. Of characters the next one, for the first makes
    /// a pair with the negation.
    fn denied_by(&self, side: Side, negation: &Range<usize>) -> Option<Word> {
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
    fn is_of_one(
        &self,
        l: &Item,
        r: &Item,
        find: impl Fn(&Self, Side, &Item) -> Option<Word>,
    ) -> bool {
        let both = find(self, Side::Left, l).zip(find(self, Side::Right, r));
        both.is_some_and(|(left, right)| self.are_one(left, right))
    }
}

impl FactSearch<'_, '_, '_> {
    /// Tells the values that differ in two sentences that tell one thing.
    pub(super) fn retold(&mut self, pair: &Sides<Range<usize>>, open: &Sides<Vec<Item>>) {
        let any = open
            .left
            .iter()
            .any(|l| open.right.iter().any(|r| may_face(l, r)));
        if !any {
            return;
        }
        let content = ContentWords::new(self.documents, self.words, pair);
        if !content.tell_one(RETOLD_SHARE, open) {
            return;
        }
        for l in &open.left {
            let mut facing = open.right.iter().filter(|r| may_face(l, r));
            let (Some(r), None) = (facing.next(), facing.next()) else {
                continue;
            };
            let alone = open.left.iter().filter(|l| may_face(l, r)).count() == 1;
            let spans = self.spans(l, r);
            let told = self.differences.iter().any(|fact| {
                fact.spans.left.overlaps(spans.left) || fact.spans.right.overlaps(spans.right)
            });
            if alone && !told && self.are_of_one(&content, open, l, r) {
                self.tell(FactKind::of(&l.value), spans);
            }
        }
    }

    /// Two counts that the sides exchange, if they do: 7 dead and 19 injured, 19 dead and 7 injured. Each number stands on
    /// both sides, but behind one of them stands, on either side alone, the same word. As places in the items: of the left
    /// count, and of the right one that it differs from.
    pub(super) fn exchanged(
        &self,
        pair: &Sides<Range<usize>>,
        items: &Sides<&[Item]>,
    ) -> Option<[(usize, usize); 2]> {
        let counts = items.map(|items| {
            let is_count =
                |item: &Item| matches!(&item.value, Value::Number(amount) if amount.unit.is_none());
            let counts = (0..items.len()).filter(|&at| is_count(&items[at]));
            counts.collect::<Vec<usize>>()
        });
        if counts.left.len() < 2 || counts.right.len() < 2 {
            return None;
        }
        let content = ContentWords::new(self.documents, self.words, pair);
        let word = |side: Side, at: usize| content.behind(side, items.get(side)[at].tokens.end);
        let agree = |l: usize, r: usize| items.left[l].value.agrees(&items.right[r].value);
        let same = |l: usize, r: usize| {
            let both = word(Side::Left, l).zip(word(Side::Right, r));
            both.is_some_and(|(left, right)| content.are_one(left, right))
        };
        counts.left.iter().find_map(|&l| {
            let mut counted = counts.right.iter().filter(|&&r| same(l, r));
            let (Some(&r), None) = (counted.next(), counted.next()) else {
                return None;
            };
            let alone = counts.left.iter().filter(|&&l| same(l, r)).count() == 1;
            let other_l = *counts.left.iter().find(|&&other| agree(other, r))?;
            let other_r = *counts.right.iter().find(|&&other| agree(l, other))?;
            // "Two people died and five were hurt", "two were dead, and five people hurt": people count nothing.
            let stays =
                |l: usize, r: usize| content.have_one_behind(&items.left[l], &items.right[r]);
            let exchanged = alone
                && !agree(l, r)
                && !agree(other_l, other_r)
                && !stays(l, other_r)
                && !stays(other_l, r);
            exchanged.then_some([(l, r), (other_l, other_r)])
        })
    }

    /// Whether two values are of the same thing.
    fn are_of_one(
        &self,
        content: &ContentWords<'_, '_>,
        open: &Sides<Vec<Item>>,
        l: &Item,
        r: &Item,
    ) -> bool {
        let before =
            |at: &ContentWords<'_, '_>, side: Side, item: &Item| at.before(side, item.tokens.start);
        let behind =
            |at: &ContentWords<'_, '_>, side: Side, item: &Item| at.behind(side, item.tokens.end);
        match (&l.value, &r.value) {
            (Value::Name(a), Value::Name(b)) => {
                let known = |words: &[String], there: Side| {
                    words.last().is_none_or(|word| self.is_named(there, word))
                };
                content.have_one_office(l, r)
                    && !content.stands_there(Side::Left, l)
                    && !content.stands_there(Side::Right, r)
                    && !known(a, Side::Right)
                    && !known(b, Side::Left)
            }
            _ => match item_unit(l) {
                Some(AmountUnit::Percent) if self.are_of_groups(content, open) => false,
                None if FactKind::of(&l.value) == FactKind::Number => {
                    content.is_of_one(l, r, behind)
                        || content.is_of_one(l, r, before)
                        || content.is_of_score(Side::Left, l) && content.is_of_score(Side::Right, r)
                }
                _ => content.have_a_neighbour(l, r),
            },
        }
    }

    /// Whether both sides count a group, and not the same one: of 1,200 parents, of 900 teachers.
    fn are_of_groups(&self, content: &ContentWords<'_, '_>, open: &Sides<Vec<Item>>) -> bool {
        let group = |side: Side| {
            let mut items = open.get(side).iter().filter(|item| match &item.value {
                Value::Number(amount) => amount.unit.is_none() && amount.value >= GROUP,
                _ => false,
            });
            items.find_map(|item| content.behind(side, item.tokens.end))
        };
        let groups = group(Side::Left).zip(group(Side::Right));
        groups.is_some_and(|(left, right)| !content.are_one(left, right))
    }

    /// Tells what one of two sentences that tell one thing denies and the other says: only one side negates, and what stands
    /// behind the negation stands on the other side.
    pub(super) fn retold_denial(&mut self, pair: &Sides<Range<usize>>) {
        let negations = Sides::new(
            self.negations_in(Side::Left, &pair.left),
            self.negations_in(Side::Right, &pair.right),
        );
        let (side, own) = match (negations.left.as_slice(), negations.right.as_slice()) {
            ([own], []) => (Side::Left, own.clone()),
            ([], [own]) => (Side::Right, own.clone()),
            ([], []) => return self.retold_part(pair),
            _ => return,
        };
        let content = ContentWords::new(self.documents, self.words, pair);
        if self.denies_nothing(side, pair.get(side))
            || !content.tell_one(DENIED_SHARE, &Sides::default())
        {
            return;
        }
        let Some(said) = content.denied_by(side, &own) else {
            return;
        };
        let there = self.documents.get(side.other());
        let place = there.tokens[said.token].span.start as usize;
        let here = span_of(self.documents.get(side), &own);
        let nothing = Span::new(place, place);
        self.deny(match side {
            Side::Left => Sides::new(here, nothing),
            Side::Right => Sides::new(nothing, here),
        });
    }

    /// Tells a word of one of two sentences that tell one thing of which the other has the one with a part that denies it.
    fn retold_part(&mut self, pair: &Sides<Range<usize>>) {
        let languages = self
            .documents
            .left
            .languages
            .and(self.documents.right.languages);
        let content = ContentWords::new(self.documents, self.words, pair);
        if !content.tell_one(DENIED_SHARE, &Sides::default()) {
            return;
        }
        let alone = |side: Side| -> Vec<Word> {
            let words = content.words.get(side).iter().copied();
            words
                .filter(|&word| content.same(side, word).is_none())
                .collect()
        };
        let alone = Sides::new(alone(Side::Left), alone(Side::Right));
        let denied = alone.left.iter().find_map(|&left| {
            let denies = |&right: &Word| {
                let (l, r) = (
                    content.text(Side::Left, left),
                    content.text(Side::Right, right),
                );
                lexicon::denies(l, r, languages) || lexicon::denies(r, l, languages)
            };
            Some((left, alone.right.iter().copied().find(denies)?))
        });
        if let Some((left, right)) = denied {
            let span = |side: Side, word: Word| self.documents.get(side).tokens[word.token].span;
            self.deny(Sides::new(span(Side::Left, left), span(Side::Right, right)));
        }
    }

    /// Whether a stretch holds a phrase such as "not only", which makes a negation behind it none.
    fn denies_nothing(&self, side: Side, tokens: &Range<usize>) -> bool {
        let document = self.documents.get(side);
        let wanted = const { Classes::of(&[Class::NoDenial]) };
        document.tokens[tokens.clone()].iter().any(|token| {
            let rest = &document.text[token.span.start as usize..];
            language::starting(rest, document.languages, wanted).is_some()
        })
    }

    /// The negations in a stretch, as tokens; those that follow one another shortly are one.
    fn negations_in(&mut self, side: Side, tokens: &Range<usize>) -> Vec<Range<usize>> {
        let document = self.documents.get(side);
        let all = &document.tokens[tokens.clone()];
        let (Some(start), Some(end)) = (all.first(), all.last()) else {
            return Vec::new();
        };
        let start = start.span.start as usize;
        let text = &document.text[start..end.span.end as usize];
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, token) in tokens.clone().zip(all) {
            let word = &document.text[token.span.range()];
            // Most words negate nowhere.
            let may = || {
                word.starts_with(language::is_spaceless)
                    || lexicon::is_negation(word, document.languages)
            };
            if !self.negating.get_mut(side).of(document, at, may) {
                continue;
            }
            let place = token.span.start as usize - start;
            let Some(len) = lexicon::negation_at(text, place, word, document.languages) else {
                continue;
            };
            let inside = all[at - tokens.start..]
                .iter()
                .take_while(|other| (other.span.start as usize) < start + place + len);
            let range = at..at + inside.count();
            match found.last_mut() {
                Some(last) if range.start <= last.end + PARTS => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
        found
    }
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// Whether two words are forms of one: both begin alike, and little follows.
fn are_forms(a: &str, b: &str) -> bool {
    let same = letters(a).zip(letters(b)).take_while(|(a, b)| a == b);
    let alike = same.count();
    // A Korean syllable is two or three letters.
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

/// Whether two values can be told of one thing, and differ.
fn may_face(l: &Item, r: &Item) -> bool {
    let unit = |item: &Item| match item_unit(item) {
        None => 0,
        Some(AmountUnit::Money(_)) => 1,
        Some(AmountUnit::Percent | AmountUnit::Measure { of: POINTS, .. }) => 2,
        Some(AmountUnit::Measure { .. }) => 3,
    };
    l.value.sort() == r.value.sort() && unit(l) == unit(r) && l.value.comparable(&r.value)
}
