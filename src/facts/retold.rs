//! Which values differ of two sentences that tell one thing in another order or in other words, where no edit holds one
//! against the other.
//!
//! Three things must speak for it. The sentences have most of their content words in common. Each value is the only
//! open one of its sort. And a content word beside the one stands beside the other too: what is counted, what
//! happened on that day, the office that a person holds.

use std::ops::Range;

use super::{FactKind, FactSearch, content_words::ContentWords, facing::item_unit};
use crate::{
    span::{Side, Sides},
    values::{AmountUnit, Item, POINTS, Value},
};

// By eye on pairs of sentences of news, and on tests/facts.

/// Least share of the content words of each sentence that the other has too.
const RETOLD_SHARE: f64 = 0.55;
/// Counts from so many are of groups: of people that were asked, of which a share is told.
const GROUP: f64 = 50.0;

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
}

/// Whether two values can be told of one thing, and differ.
pub(super) fn may_face(l: &Item, r: &Item) -> bool {
    let unit = |item: &Item| match item_unit(item) {
        None => 0,
        Some(AmountUnit::Money(_)) => 1,
        Some(AmountUnit::Percent | AmountUnit::Measure { of: POINTS, .. }) => 2,
        Some(AmountUnit::Measure { .. }) => 3,
    };
    l.value.sort() == r.value.sort() && unit(l) == unit(r) && l.value.comparable(&r.value)
}
