//! Two values that the sides exchange: each stands on both sides, but for the other one.
//!
//! Two witnesses tell which values face each other, and neither can do without the other. Edits tell it of any values, and
//! of a score that is turned round, but only where the sentences are the same otherwise. The word that is counted tells it
//! in any order and in other words, but only of counts: what stands behind a date or an amount of money is not what it is
//! of.

use std::ops::Range;

use super::{
    FactSearch,
    content_words::{ContentWords, is_score},
    span_of,
};
use crate::{
    diff::Edits,
    document::{Document, Key, TokenKind},
    language::{self, Class, Classes},
    span::{Side, Sides},
    values::{Item, Value},
};

/// Two pairs of values that face each other, as places in the items: left and right.
type Exchange = [(usize, usize); 2];

impl FactSearch<'_, '_, '_> {
    /// The two values that the sides exchange, if they do.
    pub(super) fn exchanged(
        &self,
        pair: &Sides<Range<usize>>,
        edits: &Edits,
        items: &Sides<&[Item]>,
    ) -> Option<Exchange> {
        let crossed = |exchange: &Exchange| are_crossed(items, exchange);
        let edited = self.edited_values(edits, items).filter(crossed);
        edited
            .or_else(|| self.turned_round(edits, items).filter(crossed))
            .or_else(|| self.exchanged_counts(pair, items))
    }

    /// The two pairs of values that all edits are of: 55 per cent in Brunn and 45 in Halden, 45 in Brunn and 55 in Halden.
    fn edited_values(&self, edits: &Edits, items: &Sides<&[Item]>) -> Option<Exchange> {
        let edited = |side: Side| -> Option<[usize; 2]> {
            let mut found: Vec<usize> = Vec::new();
            for change in &edits.changes {
                let span = change.spans.get(side);
                let holds = |item: &Item| {
                    let own = span_of(self.documents.get(side), &item.tokens);
                    own.start <= span.start && span.end <= own.end
                };
                // An edit outside of values: the sentences differ in more.
                found.push(items.get(side).iter().position(holds)?);
            }
            found.dedup();
            found.try_into().ok()
        };
        let [first_l, second_l] = edited(Side::Left)?;
        let [first_r, second_r] = edited(Side::Right)?;
        Some([(first_l, first_r), (second_l, second_r)])
    }

    /// Two values beside each other that are turned round in sentences that are the same otherwise: a score of 3-2 and 2-3,
    /// from 12 to 15 and from 15 to 12. What stands between them is the same; of a score the marks may be others. "On Monday
    /// and Friday" is no other day than "on Friday and Monday", and of names no order is told.
    fn turned_round(&self, edits: &Edits, items: &Sides<&[Item]>) -> Option<Exchange> {
        let edited = |side: Side| {
            let (document, items) = (self.documents.get(side), items.get(side));
            let holds_all = |pair: &[Item]| {
                let both = span_of(document, &(pair[0].tokens.start..pair[1].tokens.end));
                let mut edited = edits.changes.iter().map(|change| change.spans.get(side));
                edited
                    .all(|edit| edit.is_empty() || both.start <= edit.start && edit.end <= both.end)
            };
            let at = items.windows(2).position(holds_all)?;
            if is_score(document, &items[at], &items[at + 1]) {
                return Some((at, Vec::new()));
            }
            let between = items[at].tokens.end..items[at + 1].tokens.start;
            let words = keys(document, between.clone());
            let is_told = !words.is_empty()
                && !matches!(items[at].value, Value::Name(_))
                && !self.lists(side, between);
            is_told.then_some((at, words))
        };
        let ((l, left), (r, right)) = (edited(Side::Left)?, edited(Side::Right)?);
        (left == right).then_some([(l, r), (l + 1, r + 1)])
    }

    /// Whether the words between two values only list them.
    fn lists(&self, side: Side, between: Range<usize>) -> bool {
        let (document, languages) = (self.documents.get(side), *self.languages.get(side));
        let wanted = const { Classes::of(&[Class::And, Class::Conjunction]) };
        let mut words = document.tokens[between].iter();
        words.all(|token| {
            let word = &document.text[token.span.range()];
            token.kind == TokenKind::Punctuation || language::is_any(word, wanted, languages)
        })
    }

    /// Two counts that the sides exchange: 7 dead and 19 injured, 19 dead and 7 injured. Behind one of them stands, on
    /// either side alone, the same word.
    fn exchanged_counts(
        &self,
        pair: &Sides<Range<usize>>,
        items: &Sides<&[Item]>,
    ) -> Option<Exchange> {
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
        let same = |l: usize, r: usize| {
            let both = word(Side::Left, l).zip(word(Side::Right, r));
            both.is_some_and(|(left, right)| content.are_one(left, right))
        };
        // "Two people died and five were hurt", "two were dead, and five people hurt": people count nothing.
        let stays = |l: usize, r: usize| content.have_one_behind(&items.left[l], &items.right[r]);
        counts.left.iter().find_map(|&l| {
            let mut counted = counts.right.iter().filter(|&&r| same(l, r));
            let (Some(&r), None) = (counted.next(), counted.next()) else {
                return None;
            };
            let alone = counts.left.iter().filter(|&&l| same(l, r)).count() == 1;
            let other_l = *counts.left.iter().find(|&&l| agree(items, l, r))?;
            let other_r = *counts.right.iter().find(|&&r| agree(items, l, r))?;
            let exchange = [(l, r), (other_l, other_r)];
            let exchanged =
                alone && are_crossed(items, &exchange) && !stays(l, other_r) && !stays(other_l, r);
            exchanged.then_some(exchange)
        })
    }
}

/// The words of a stretch, as they are compared.
fn keys(document: &Document<'_>, tokens: Range<usize>) -> Vec<Key> {
    let tokens = document.tokens.get(tokens).unwrap_or_default().iter();
    let words = tokens.filter(|token| token.kind != TokenKind::Punctuation);
    words.map(|token| token.key).collect()
}

fn agree(items: &Sides<&[Item]>, l: usize, r: usize) -> bool {
    items.left[l].value.agrees(&items.right[r].value)
}

/// Whether each value agrees with the one that the other faces, and not with the one that it faces.
fn are_crossed(items: &Sides<&[Item]>, &[first, second]: &Exchange) -> bool {
    agree(items, first.0, second.1)
        && agree(items, second.0, first.1)
        && !agree(items, first.0, first.1)
        && !agree(items, second.0, second.1)
}
