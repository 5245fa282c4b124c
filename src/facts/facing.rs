//! Which values of two stretches agree, and which face each other and differ.

use std::ops::Range;

use super::{Agreement, FactKind, FactSearch, same_words, span_of};
use crate::{
    diff::{Change, Edits, LinkKind, Operation},
    document::{Document, Key, TokenKind},
    language::{self, Class},
    lexicon, sorting,
    span::{Side, Sides, Span},
    values::{AmountUnit, Item, Value, figures},
};

/// Values are compared within an edit of at most so many tokens on a side.
const EDIT: usize = 8;

/// Two counts may be of the same thing if both are at least `COUNT` and the larger is at most `LIKE` times the smaller. By
/// eye on news.
const COUNT: f64 = 10.0;
const LIKE: f64 = 4.0;

/// Pairs of values that are compared inside one pair of stretches. A row with more is no sentence.
const VALUES: usize = 1 << 14;

/// Shares of the words of both stretches that are kept where values of other places are held against each other: of a
/// number or date, and of a name, for which there is less to go by.
const SAME_SENTENCE: f64 = 0.6;
const SAME_BUT_A_NAME: f64 = 0.75;

impl FactSearch<'_, '_, '_> {
    /// Values that agree, and of the others those that face each other.
    pub(super) fn values(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        let items = self.items;
        let (left, right) = (
            inside(&items.left, &pair.left),
            inside(&items.right, &pair.right),
        );
        if left.len().saturating_mul(right.len()) > VALUES {
            self.differ.complete = false;
            return;
        }
        if left.is_empty() || right.is_empty() {
            return self.lost_ranks(pair, edits);
        }
        let linked = links(edits);
        let mut open = (vec![true; left.len()], vec![true; right.len()]);
        let items = Sides::new(left, right);
        for (i, j) in self.exchanged(pair, edits, &items).into_iter().flatten() {
            (open.0[i], open.1[j]) = (false, false);
            self.tell(
                FactKind::of(&left[i].value),
                self.spans(&left[i], &right[j]),
            );
        }
        // The same words neither differ nor agree with others, however they are read. But some words of a name are it, too.
        let otherwise = same_words::read_otherwise(edits, &items);
        let is_name = |item: &Item| FactKind::of(&item.value) == FactKind::Name;
        for (at, item) in left.iter().enumerate() {
            open.0[at] &= is_name(item) || !otherwise.left[at];
        }
        for (at, item) in right.iter().enumerate() {
            open.1[at] &= is_name(item) || !otherwise.right[at];
        }
        // Values that stand in one place first, then those that moved.
        for same_place in [true, false] {
            for (i, l) in left.iter().enumerate() {
                for (j, r) in right.iter().enumerate() {
                    let kind = FactKind::of(&l.value);
                    let names = kind == FactKind::Name;
                    let free = open.0[i] && open.1[j];
                    if kind == FactKind::of(&r.value)
                        && (free || names)
                        && (!same_place || names || faces(&linked, l, r))
                        && l.value.agrees(&r.value)
                    {
                        if free {
                            self.agree_or_lose(edits, l, r);
                        }
                        (open.0[i], open.1[j]) = (false, false);
                    }
                }
            }
        }
        let still_open = |items: &[Item], open: Vec<bool>, otherwise: Vec<bool>| {
            let open = open.into_iter().zip(otherwise);
            let items = items.iter().zip(open);
            let open = items.filter(|(_, (open, otherwise))| *open && !otherwise);
            open.map(|(item, _)| item.clone()).collect::<Vec<Item>>()
        };
        let mut open = Sides::new(
            still_open(left, open.0, otherwise.left),
            still_open(right, open.1, otherwise.right),
        );
        self.lost_ranks(pair, edits);
        if open.left.is_empty() || open.right.is_empty() {
            return;
        }
        let percent = |item: &Item| item_unit(item) == Some(AmountUnit::Percent);
        let shares = open.left.iter().any(percent) && open.right.iter().any(percent);
        if shares && self.are_surveys(pair, edits) {
            open.left.retain(|item| !percent(item));
            open.right.retain(|item| !percent(item));
        }
        for change in &edits.changes {
            self.facing(change, &mut open);
        }
        for (first, second) in edits.changes.iter().zip(edits.changes.iter().skip(1)) {
            if let Some(change) = together(self.documents, first, second) {
                self.facing(&change, &mut open);
            }
        }
        self.apart(pair, &linked, &open);
        self.retold(pair, &open);
        if self.foreign {
            self.translated(&open);
        }
    }

    /// Two values that say the same, but that one of them may be bounded: at least 200, and 200.
    #[inline(never)]
    fn agree_or_lose(&mut self, edits: &Edits, l: &Item, r: &Item) {
        let spans = self.spans(l, r);
        if let (Value::Number(a), Value::Number(b)) = (&l.value, &r.value)
            && a.loses_limit(*b)
        {
            let side = if a.limit.is_some() {
                Side::Left
            } else {
                Side::Right
            };
            // A bound in other words is none that was lost.
            let lost = edits.changes.iter().any(|change| {
                let first = Span::new(
                    spans.get(side).start as usize,
                    spans.get(side).start as usize + 1,
                );
                change.spans.get(side).overlaps(first) && change.spans.get(side.other()).is_empty()
            });
            if lost {
                self.tell(FactKind::of(&l.value), spans);
                return;
            }
        }
        // "First" and "half" are mostly other words: alike they say nothing.
        if !matches!(l.value, Value::Ordinal(..3) | Value::Part(_)) && l.value.is_same(&r.value) {
            self.agree.push(Agreement {
                kind: FactKind::of(&l.value),
                spans,
            });
        }
    }

    /// A rank that one side leaves out, behind an article and in sentences that are alike: the first woman, the woman.
    #[inline(never)]
    fn lost_ranks(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        for change in edits
            .changes
            .iter()
            .filter(|change| change.operation != Operation::Replace)
        {
            let side = if change.spans.left.is_empty() {
                Side::Right
            } else {
                Side::Left
            };
            let (document, span) = (self.documents.get(side), *change.spans.get(side));
            let text = &document.text[span.range()];
            let before = document.text[..span.start as usize].trim_end();
            let word = before.rsplit(|c: char| !language::is_word_char(c)).next();
            let article = word.is_some_and(|word| lexicon::is_article(word, document.languages));
            let ranks = || {
                let limit = lexicon::Limit::at(text, document.languages);
                let only = limit
                    .is_some_and(|(limit, len)| limit == lexicon::Limit::Only && len == text.len());
                only || lexicon::ordinal(text, document.languages).is_some()
            };
            let behind = document.text[span.end as usize..].trim_start();
            let noun = behind.starts_with(char::is_alphabetic);
            if article && noun && ranks() && self.share_kept(pair, edits) >= SAME_SENTENCE {
                self.tell(FactKind::Number, change.spans);
            }
        }
    }

    /// Whether both stretches tell of surveys, and not of the same: a word of substance was replaced.
    #[inline(never)]
    fn are_surveys(&self, pair: &Sides<Range<usize>>, edits: &Edits) -> bool {
        let words = |side: Side, span: Span| -> Vec<&str> {
            let text = &self.documents.get(side).text[span.range()];
            text.split(|c: char| !language::is_word_char(c))
                .filter(|word| !word.is_empty())
                .collect()
        };
        let told = |side: Side| {
            let document = self.documents.get(side);
            let tokens = &document.tokens[pair.get(side).clone()];
            let end = tokens.last().map_or(0, |token| token.span.end as usize);
            tokens.iter().any(|token| {
                let text = &document.text[token.span.start as usize..end];
                lexicon::class_at(text, Class::Survey, document.languages).is_some()
            })
        };
        let plain = |side: Side, span: Span| {
            let languages = self.documents.get(side).languages;
            words(side, span).into_iter().any(|word| {
                !language::is(word, Class::Common, languages)
                    && !word
                        .contains(|c| language::digit(c).is_some() || figures::numeral(c).is_some())
                    && !lexicon::may_be_listed(word, languages)
            })
        };
        let another = || {
            edits.changes.iter().any(|change| {
                let Sides { left, right } = change.spans;
                plain(Side::Left, left) && plain(Side::Right, right)
            })
        };
        told(Side::Left) && told(Side::Right) && another()
    }

    /// Values that are the only open ones of their sort, in sentences that are alike in other places: the sentence was
    /// turned round.
    #[inline(never)]
    fn apart(&mut self, pair: &Sides<Range<usize>>, linked: &Links, open: &Sides<Vec<Item>>) {
        let share = self.share_in_common(pair);
        if share < SAME_SENTENCE {
            return;
        }
        let only = |items: &[Item], item: &Item| {
            let like = items
                .iter()
                .filter(|other| other.value.sort() == item.value.sort());
            like.count() == 1
        };
        let told: Vec<Sides<Span>> = self.differences.iter().map(|fact| fact.spans).collect();
        for l in open.left.iter().filter(|l| only(&open.left, l)) {
            let same_sort = |r: &&Item| r.value.sort() == l.value.sort() && only(&open.right, r);
            let Some(r) = open.right.iter().find(same_sort) else {
                continue;
            };
            let spans = self.spans(l, r);
            let fits = match (&l.value, &r.value) {
                (Value::Number(_), Value::Number(_)) => self.count_the_same(l, r),
                (Value::Name(a), Value::Name(b)) => {
                    share >= SAME_BUT_A_NAME
                        && a.len().min(b.len()) > 1
                        && !l.tokens.clone().any(|at| facing_of(linked, at).is_some())
                        && !self.one_for_the_other(l, r)
                }
                _ => l.value.is_date(),
            };
            if fits && l.value.comparable(&r.value) && !told.contains(&spans) {
                self.tell(FactKind::of(&l.value), spans);
            }
        }
    }

    /// Whether the word behind two numbers is the same: what they count.
    fn count_the_same(&self, l: &Item, r: &Item) -> bool {
        let next = |side: Side, item: &Item| {
            let tokens = &self.documents.get(side).tokens;
            let unit = item_unit(item).is_some();
            let from = if unit {
                item.tokens.end - 1
            } else {
                item.tokens.end
            };
            let behind = &tokens[from..tokens.len().min(item.tokens.end + 2)];
            let word = behind.iter().find(|token| token.kind == TokenKind::Word);
            word.map(|token| token.key)
        };
        let (a, b) = (next(Side::Left, l), next(Side::Right, r));
        a.is_some() && a == b && item_unit(l) == item_unit(r)
    }

    /// Share of the words of both stretches that the other has too, wherever they stand.
    fn share_in_common(&self, pair: &Sides<Range<usize>>) -> f64 {
        let keys = |side: Side| -> Vec<Key> {
            let tokens = &self.documents.get(side).tokens[pair.get(side).clone()];
            let words = tokens
                .iter()
                .filter(|token| token.kind != TokenKind::Punctuation);
            let mut keys: Vec<Key> = words.map(|token| token.key).collect();
            sorting::by_key_copied(&mut keys, |key| u128::from(*key));
            keys
        };
        let (left, right) = (keys(Side::Left), keys(Side::Right));
        let (mut common, mut at) = (0, 0);
        for key in &left {
            at += right[at..].iter().take_while(|other| *other < key).count();
            if right.get(at) == Some(key) {
                (common, at) = (common + 1, at + 1);
            }
        }
        2.0 * common as f64 / (left.len() + right.len()).max(1) as f64
    }

    /// Of the values that stand in an edit, those that face each other: one and one, or as many on each side in order.
    #[inline(never)]
    fn facing(&mut self, change: &Change, open: &mut Sides<Vec<Item>>) {
        // Words that are only added or only left out face nothing, even inside a name.
        if change.spans.left.is_empty() || change.spans.right.is_empty() {
            return;
        }
        let inside = |side: Side| -> Vec<Item> {
            let (document, span) = (self.documents.get(side), *change.spans.get(side));
            let place = |item: &Item| span_of(document, &item.tokens);
            let items = open.get(side);
            let first = items.partition_point(|item| place(item).end <= span.start);
            let inside = items[first..].iter();
            inside
                .take_while(|item| place(item).overlaps(span))
                .cloned()
                .collect()
        };
        let inside = Sides::new(inside(Side::Left), inside(Side::Right));
        let mut taken = Sides::new(Vec::new(), Vec::new());
        for l in &inside.left {
            let sort = l.value.sort();
            let like = |items: &[Item]| -> Vec<Item> {
                let items = items.iter().filter(|item| item.value.sort() == sort);
                items.cloned().collect()
            };
            let (lefts, rights) = (like(&inside.left), like(&inside.right));
            let facing = lefts.iter().zip(&rights).find(|(left, _)| *left == l);
            let (true, Some((_, r))) = (lefts.len() == rights.len(), facing) else {
                continue;
            };
            if !l.value.comparable(&r.value) {
                continue;
            }
            let about =
                self.small(change, &l.value) || lefts.len() == 1 && self.ends_alike(change, l, r);
            if about && !self.one_for_the_other(l, r) {
                self.tell(FactKind::of(&l.value), self.spans(l, r));
                taken.left.push(l.clone());
                taken.right.push(r.clone());
            }
        }
        if !taken.left.is_empty() {
            open.left.retain(|item| !taken.left.contains(item));
            open.right.retain(|item| !taken.right.contains(item));
        }
    }

    /// Whether two counts of like size both stand shortly before what an edit leaves as it is: "2,400 people, [many of
    /// them ..." and "a crowd of 1,800, [many of them ...".
    fn ends_alike(&self, change: &Change, left: &Item, right: &Item) -> bool {
        let (Value::Number(a), Value::Number(b)) = (&left.value, &right.value) else {
            return false;
        };
        let near = |side: Side, item: &Item| {
            let document = self.documents.get(side);
            let end = change.spans.get(side).end;
            let after = &document.tokens[item.tokens.end..];
            let words = after.iter().take_while(|token| token.span.end <= end);
            words
                .filter(|token| token.kind != TokenKind::Punctuation)
                .count()
                <= EDIT
        };
        let (few, many) = (a.value.min(b.value), a.value.max(b.value));
        a.unit == b.unit
            && few >= COUNT
            && many <= LIKE * few
            && near(Side::Left, left)
            && near(Side::Right, right)
    }

    /// Whether two names of one word each are known to both texts: a town for its country, a house for
    /// who lives in it. Which of them is written in a place is a choice of words.
    fn one_for_the_other(&self, left: &Item, right: &Item) -> bool {
        let known = |item: &Item, to: Side| match &item.value {
            Value::Name(words) => match words.as_slice() {
                [word] => self.is_named(to, word),
                _ => false,
            },
            _ => false,
        };
        known(left, Side::Right) && known(right, Side::Left)
    }

    pub(super) fn spans(&self, left: &Item, right: &Item) -> Sides<Span> {
        Sides::new(
            span_of(&self.documents.left, &left.tokens),
            span_of(&self.documents.right, &right.tokens),
        )
    }

    /// Whether an edit is about a value and not about the whole clause around it.
    fn small(&self, change: &Change, value: &Value) -> bool {
        let words = |side: Side| {
            let span = change.spans.get(side);
            let text = &self.documents.get(side).text[span.range()];
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (left, right) = (words(Side::Left), words(Side::Right));
        let Value::Name(_) = value else {
            return left.len().max(right.len()) <= EDIT;
        };
        self.is_about_names(&left, &right)
    }

    /// Whether an edit of names holds nothing else but articles, and the same words on both sides; and the names are no
    /// forms of one word.
    #[inline(never)]
    fn is_about_names(&self, left: &[String], right: &[String]) -> bool {
        let languages = self
            .documents
            .left
            .languages
            .and(self.documents.right.languages);
        let [left, right] = [left, right].map(|words| {
            let bare = words
                .iter()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            let silent = |word: &str| {
                let of = |class| language::is(word, class, languages);
                word.is_empty()
                    || word.starts_with(|c: char| c.is_numeric())
                    || [Class::Article, Class::Particle, Class::Title]
                        .into_iter()
                        .any(of)
            };
            bare.filter(|word| !silent(word)).collect::<Vec<&str>>()
        });
        let capital = |word: &&&str| language::has_capital(word);
        let others = |words: &[&str]| -> Vec<String> {
            words
                .iter()
                .filter(|word| !capital(word))
                .map(ToString::to_string)
                .collect()
        };
        // An institute and another: the name goes on in small letters.
        let body = |words: &[&str]| {
            words.len() == BODY && words.first().is_some_and(|word| capital(&word))
        };
        let alike = left.iter().filter(capital).any(|l| {
            let start = l.chars().take(4);
            right
                .iter()
                .any(|r| l != r && start.clone().eq(r.chars().take(4)))
        });
        (others(&left) == others(&right) || body(&left) && body(&right)) && !alike
    }
}

/// Words of the name of a body of which only the first has a capital.
const BODY: usize = 3;

/// Tokens of the left, in order, with what they face on the right.
type Links = Vec<(usize, usize)>;

/// What faces what, be it moved or another form.
#[inline(never)]
fn links(edits: &Edits) -> Links {
    let links = edits.links.iter();
    links
        .filter(|link| link.kind != LinkKind::Substitution)
        .map(|link| (link.tokens.left, link.tokens.right))
        .collect()
}

/// What a token of the left faces.
fn facing_of(links: &Links, at: usize) -> Option<usize> {
    let place = links.partition_point(|(left, _)| *left < at);
    links
        .get(place)
        .filter(|(left, _)| *left == at)
        .map(|(_, right)| *right)
}

/// Whether a token of one item faces one of the other.
fn faces(links: &Links, l: &Item, r: &Item) -> bool {
    let mut tokens = l.tokens.clone();
    tokens.any(|at| facing_of(links, at).is_some_and(|other| r.tokens.contains(&other)))
}

pub(super) fn item_unit(item: &Item) -> Option<AmountUnit> {
    match &item.value {
        Value::Number(amount) => amount.unit,
        _ => None,
    }
}

/// Two edits that touch, as one: words left out and words added in the same place.
pub(super) fn together(
    documents: &Sides<Document<'_>>,
    first: &Change,
    second: &Change,
) -> Option<Change> {
    let touch = Side::BOTH.iter().all(|&side| {
        let (first, second) = (first.spans.get(side), second.spans.get(side));
        let between = documents
            .get(side)
            .text
            .get(first.end as usize..second.start as usize);
        between.is_some_and(|between| between.trim().is_empty())
    });
    let apart = first.operation != second.operation
        && first.operation != Operation::Replace
        && second.operation != Operation::Replace;
    (touch && apart).then(|| {
        let span = |side: Side| {
            let (first, second) = (*first.spans.get(side), *second.spans.get(side));
            if first.is_empty() { second } else { first }
        };
        Change {
            operation: Operation::Replace,
            kind: first.kind,
            spans: Sides::new(span(Side::Left), span(Side::Right)),
        }
    })
}

/// The items that lie in a range of tokens.
fn inside<'i>(items: &'i [Item], tokens: &Range<usize>) -> &'i [Item] {
    let items = &items[items.partition_point(|item| item.tokens.start < tokens.start)..];
    let inside = items.iter();
    let inside = inside.take_while(|item| item.tokens.end <= tokens.end);
    &items[..inside.count()]
}
