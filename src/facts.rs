//! What differs in fact where two texts say the same: quotations, numbers, dates, names, negations.
//!
//! Precision before recall: a value differs only if it faces another value of its sort, in a pair of
//! stretches that correspond, and stands nowhere else on the other side of that pair. What only one side
//! has is no difference.

mod denied;
mod figures;
mod quoted;
mod reader;
mod values;

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::{
    alignment::{Row, RowKind},
    diff::{Change, Differ, Edits, LinkKind, Operation},
    document::{Document, TokenKind},
    passages::{Intervals, Passage},
    sorting,
    span::{Side, Sides, Span},
    words::Words,
};
use values::{Item, Value};

/// What sort of statement differs or agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// Words in quotation marks.
    Quotation,
    /// A number or an amount.
    Number,
    /// A date, weekday, year or time of day.
    Date,
    /// A name.
    Name,
    /// Whether something is so or not.
    Negation,
}

/// How it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detail {
    /// The two values are not the same.
    Different,
    /// A quotation has other words inside, or a short one has more.
    Altered,
    /// A quotation begins earlier or ends later on one side; what both have is the same.
    Cut,
    /// Quotation marks on one side only, around the same words.
    Unquoted,
    /// One side denies what the other says.
    Denied,
}

/// A difference of fact inside a matched pair.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// What sort of statement it is.
    pub kind: FactKind,
    /// How it differs.
    pub detail: Detail,
    /// The two values. Of a negation that one side has not, the empty span where it would stand.
    pub spans: Sides<Span>,
    /// The passage it stands in, as an index into the passages.
    pub passage: Option<usize>,
    /// For quotations, the edits inside.
    pub changes: Vec<Change>,
}

/// Something that both sides say alike, where it first stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Agreement {
    /// What sort of statement it is.
    pub kind: FactKind,
    /// Where it stands.
    pub spans: Sides<Span>,
}

/// What differs in fact, and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// The differences, in order of their left spans.
    pub differences: Vec<Fact>,
    /// What agrees, each value once, in order of its left span.
    pub agree: Vec<Agreement>,
    /// Quotations that the other side has not, without their marks, in order.
    pub only: Sides<Vec<Span>>,
}

/// For each token of each side the equal token it faces.
type Faces = Sides<Vec<Option<usize>>>;

/// Most tokens on a side of an edit in which values are compared. By eye on src/facts/tests.rs.
const EDIT: usize = 8;

/// Least of two counts that may be of the same thing, and the most that the greater is of the smaller. By eye on
/// src/facts/tests.rs.
const COUNT: f64 = 10.0;
const LIKE: f64 = 4.0;

/// Most pairs of values that are compared inside one pair of stretches: a row with more is no sentence. A bound on
/// work.
const VALUES: usize = 1 << 14;

/// Finds what differs in fact.
pub(crate) fn find_facts<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    words: &Words,
    passages: &[Passage],
    rows: &[Row],
    differ: &mut Differ<'d, 't>,
) -> Facts {
    let items = Sides::new(Side::Left, Side::Right)
        .map(|side| reader::read_items(documents.get(side), words.capitals_tell_names(side)));
    let mut search = Search {
        documents,
        items: &items,
        named: items.as_ref().map(|items| named(items)),
        faces: documents
            .as_ref()
            .map(|document| vec![None; document.tokens.len()]),
        differ,
        differences: Vec::new(),
        agree: Vec::new(),
    };
    for pair in pairs(documents, passages, rows) {
        search.compare(&pair);
    }
    let quoted = quoted::compare(documents, &search.faces, search.differ);
    let Search {
        mut differences,
        mut agree,
        ..
    } = search;
    // An altered quotation says it all, whatever it is that was altered.
    let altered: Vec<Sides<Span>> = quoted
        .facts
        .iter()
        .filter(|fact| fact.detail == Detail::Altered)
        .map(|fact| fact.spans)
        .collect();
    differences.retain(|fact| {
        !altered
            .iter()
            .any(|quotation| within(&fact.spans, quotation))
    });
    differences.extend(quoted.facts);
    sort_facts(&mut differences);
    differences.dedup_by(|a, b| a.kind == b.kind && a.spans == b.spans);
    say_once(&mut differences);
    let index = Index::new(passages);
    for fact in &mut differences {
        fact.passage = index.of(&fact.spans);
    }
    agree.extend(quoted.agree);
    Facts {
        differences,
        agree: once(documents, agree),
        only: Sides::new(
            quoted
                .only
                .left
                .iter()
                .map(|quote| span_of(&documents.left, quote))
                .collect(),
            quoted
                .only
                .right
                .iter()
                .map(|quote| span_of(&documents.right, quote))
                .collect(),
        ),
    }
}

/// Puts what was found in order again, after the sides were exchanged.
pub(crate) fn put_in_order(facts: &mut Facts) {
    sort_facts(&mut facts.differences);
    sort_agreements(&mut facts.agree);
}

fn sort_facts(facts: &mut [Fact]) {
    sorting::by_key(facts, |fact| fact.kind as u128);
    sorting::by_key(facts, |fact| place(&fact.spans));
}

fn sort_agreements(agree: &mut [Agreement]) {
    sorting::by_key(agree, |one| one.kind as u128);
    sorting::by_key(agree, |one| place(&one.spans));
}

/// The stretches that correspond, as ranges of tokens: two-sided rows, and passages with a sentence that
/// stands alone in its row.
fn pairs(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    rows: &[Row],
) -> Vec<Sides<Range<usize>>> {
    let mut pairs = Vec::new();
    let mut alone = vec![false; passages.len()];
    for row in rows {
        let tokens = |side: Side| {
            let document = documents.get(side);
            let sentences = &document.sentences[row.sentences.get(side).clone()];
            Some(sentences.first()?.tokens.start..sentences.last()?.tokens.end)
        };
        match (tokens(Side::Left), tokens(Side::Right)) {
            (Some(left), Some(right)) => pairs.push(Sides::new(left, right)),
            _ if row.kind == RowKind::Boilerplate => {}
            _ => row.passages.iter().for_each(|&at| alone[at] = true),
        }
    }
    let alone = passages.iter().zip(alone).filter(|(_, alone)| *alone);
    let mut alone: Vec<&Passage> = alone
        .map(|(passage, _)| passage)
        .filter(|passage| passage.is_shared())
        .collect();
    // A word keeps the first that faces it.
    sorting::by_key(&mut alone, |passage| place(&passage.spans));
    pairs.extend(alone.into_iter().map(|passage| {
        let of = |side: Side| {
            let (document, words) = (documents.get(side), passage.words.get(side));
            let word = |at: usize| document.words[at] as usize;
            word(words.start)..word(words.end - 1) + 1
        };
        Sides::new(of(Side::Left), of(Side::Right))
    }));
    pairs
}

struct Search<'s, 'd, 't> {
    documents: &'d Sides<Document<'t>>,
    items: &'s Sides<Vec<Item>>,
    /// The words of all names.
    named: Sides<FxHashSet<&'s str>>,
    faces: Faces,
    differ: &'s mut Differ<'d, 't>,
    differences: Vec<Fact>,
    agree: Vec<Agreement>,
}

impl Search<'_, '_, '_> {
    fn compare(&mut self, pair: &Sides<Range<usize>>) {
        let edits = self.differ.between(pair.clone());
        for link in edits
            .links
            .iter()
            .filter(|link| matches!(link.kind, LinkKind::Equal | LinkKind::Moved))
        {
            let Sides { left, right } = link.tokens;
            self.faces.left[left].get_or_insert(right);
            self.faces.right[right].get_or_insert(left);
        }
        self.values(pair, &edits);
        self.negations(pair, &edits);
    }

    /// Values that agree, and of the others those that face each other.
    fn values(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        let (left, right) = (
            inside(&self.items.left, &pair.left),
            inside(&self.items.right, &pair.right),
        );
        if left.len().saturating_mul(right.len()) > VALUES {
            self.differ.complete = false;
            return;
        }
        let mut open = (vec![true; left.len()], vec![true; right.len()]);
        for (i, l) in left.iter().enumerate() {
            for (j, r) in right.iter().enumerate() {
                if l.kind == r.kind && l.value.agrees(&r.value) {
                    if open.0[i] && open.1[j] {
                        self.agree.push(Agreement {
                            kind: l.kind,
                            spans: self.spans(l, r),
                        });
                    }
                    (open.0[i], open.1[j]) = (false, false);
                }
            }
        }
        let left = left.into_iter().zip(open.0).filter(|(_, open)| *open);
        let right = right.into_iter().zip(open.1).filter(|(_, open)| *open);
        let mut open = Sides::new(
            left.map(|(item, _)| item).collect::<Vec<_>>(),
            right.map(|(item, _)| item).collect::<Vec<_>>(),
        );
        if !open.left.is_empty() && !open.right.is_empty() {
            for change in &edits.changes {
                self.facing(change, &mut open);
            }
            for (left_out, added) in edits.changes.iter().zip(edits.changes.iter().skip(1)) {
                if let Some(change) = together(left_out, added) {
                    self.facing(&change, &mut open);
                }
            }
        }
    }

    /// Of the values that stand in an edit, those that face each other: one and one, or as many on each side in order.
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
                self.differences.push(Fact {
                    kind: l.kind,
                    detail: Detail::Different,
                    spans: self.spans(l, r),
                    passage: None,
                    changes: Vec::new(),
                });
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
                [word] => self.named.get(to).contains(word.as_str()),
                _ => false,
            },
            _ => false,
        };
        known(left, Side::Right) && known(right, Side::Left)
    }

    fn spans(&self, left: &Item, right: &Item) -> Sides<Span> {
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
        // Of a name the edit may hold nothing else, and the two may not be forms of one word.
        let named = |words: &[String]| {
            words
                .iter()
                .all(|word| word.chars().next().is_some_and(char::is_uppercase) || word == "the")
        };
        let alike = left.iter().any(|l| {
            right
                .iter()
                .any(|r| l.chars().take(4).eq(r.chars().take(4)))
        });
        named(&left) && named(&right) && !alike
    }
}

/// Words left out and words added in the same place, as one edit.
fn together(left_out: &Change, added: &Change) -> Option<Change> {
    let here = (left_out.operation, added.operation) == (Operation::Delete, Operation::Insert)
        && added.spans.left.start == left_out.spans.left.end;
    here.then(|| Change {
        operation: Operation::Replace,
        kind: left_out.kind,
        spans: Sides::new(left_out.spans.left, added.spans.right),
    })
}

/// The items that lie in a range of tokens.
fn inside(items: &[Item], tokens: &Range<usize>) -> Vec<Item> {
    let first = items.partition_point(|item| item.tokens.start < tokens.start);
    let inside = items[first..]
        .iter()
        .take_while(|item| item.tokens.end <= tokens.end);
    inside.cloned().collect()
}

/// The stretch from the first to the last of a range of tokens, not empty.
fn span_of(document: &Document<'_>, tokens: &Range<usize>) -> Span {
    document.tokens[tokens.start]
        .span
        .to(document.tokens[tokens.end - 1].span)
}

/// By which what is found is ordered: first by the left, then by the right.
fn place(spans: &Sides<Span>) -> u128 {
    sorting::ranges(&spans.left.range(), &spans.right.range())
}

/// Keeps the first of the facts whose one value faces nothing: where it would stand on the other side is as free as
/// the pair that was looked at, and a row and a passage may both hold it.
fn say_once(differences: &mut Vec<Fact>) {
    let mut seen = FxHashSet::default();
    differences.retain(|fact| {
        let Sides { left, right } = fact.spans;
        match (left.is_empty(), right.is_empty()) {
            (true, false) => seen.insert((Side::Right, right, fact.kind)),
            (false, true) => seen.insert((Side::Left, left, fact.kind)),
            _ => true,
        }
    });
}

fn within(spans: &Sides<Span>, of: &Sides<Span>) -> bool {
    let within = |a: Span, b: Span| b.start <= a.start && a.end <= b.end;
    within(spans.left, of.left) && within(spans.right, of.right)
}

/// The words of all names of a text.
fn named(items: &[Item]) -> FxHashSet<&str> {
    let names = items.iter().filter_map(|item| match &item.value {
        Value::Name(words) => Some(words),
        _ => None,
    });
    names.flatten().map(String::as_str).collect()
}

/// Passages by where they stand on the left: those that are shared, and behind them the others.
struct Index<'p> {
    passages: &'p [Passage],
    shared: Intervals,
    others: Intervals,
}

impl<'p> Index<'p> {
    fn new(passages: &'p [Passage]) -> Self {
        let first = passages.partition_point(Passage::is_shared);
        let left = |passage: &Passage| passage.spans.left.range();
        Self {
            passages,
            shared: passages[..first].iter().map(left).collect(),
            others: passages[first..].iter().map(left).collect(),
        }
    }

    /// The first passage that both spans of a fact touch.
    fn of(&self, spans: &Sides<Span>) -> Option<usize> {
        let left = spans.left.range();
        let around = left.start.saturating_sub(1)..left.end + 1;
        let touches = |at: &usize| {
            let (passage, right) = (&self.passages[*at], spans.right);
            let own = passage.spans.right;
            passage.primary.is_none() && own.start <= right.end && right.start <= own.end
        };
        let first = self.shared.len();
        let shared = self.shared.touching(around.clone()).filter(touches).min();
        shared.or_else(|| {
            let others = self.others.touching(around).map(|at| first + at);
            others.filter(touches).min()
        })
    }
}

/// Each value once, where it stands first.
fn once(documents: &Sides<Document<'_>>, mut agree: Vec<Agreement>) -> Vec<Agreement> {
    sort_agreements(&mut agree);
    let mut seen = std::collections::BTreeSet::new();
    agree.retain(|one| {
        seen.insert((
            one.kind,
            documents.left.text[one.spans.left.range()].to_lowercase(),
        ))
    });
    agree
}

#[cfg(test)]
mod tests;
