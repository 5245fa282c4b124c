//! What differs in fact where two texts say the same: quotations, numbers, dates, names, negations.
//!
//! Precision before recall: a value differs only if it faces another value of its sort, in a pair of
//! stretches that correspond, and stands nowhere else on the other side of that pair. What only one side
//! has is no difference.

mod quoted;
mod values;

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::{
    alignment::{Relation, Row},
    changes::{Change, Differ, Edits, How},
    document::{Document, TokenKind},
    lexicon,
    passages::{Intervals, Passage, Substance},
    sorting,
    span::{Side, Sides, Span},
};
use values::{Item, Value};

/// What sort of statement differs or agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
pub struct Agreement {
    /// What sort of statement it is.
    pub kind: FactKind,
    /// Where it stands.
    pub spans: Sides<Span>,
}

/// What differs in fact, and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// A matched pair is compared for negations only if at least this share of its words is kept.
const ALIKE: f64 = 0.6;
/// A negation in a longer edit belongs to another statement.
const SHORT_EDIT: usize = 5;
/// Values are compared within an edit of at most so many tokens on a side.
const EDIT: usize = 8;

/// Pairs of values that are compared inside one pair of stretches. A row with more is no sentence.
const VALUES: usize = 1 << 14;

/// Finds what differs in fact.
pub fn find<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    passages: &[Passage],
    rows: &[Row],
    differ: &mut Differ<'d, 't>,
) -> Facts {
    let items = documents.as_ref().map(values::find);
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
    sorting::by_key(&mut differences, |fact| fact.kind as u128);
    sorting::by_key(&mut differences, |fact| place(&fact.spans));
    differences.dedup_by(|a, b| a.kind == b.kind && a.spans == b.spans);
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
            _ if row.relation == Relation::Furniture => {}
            _ => row.passages.iter().for_each(|&at| alone[at] = true),
        }
    }
    let word = |document: &Document<'_>, word: usize| document.words[word] as usize;
    for (passage, _) in passages.iter().zip(alone).filter(|(_, alone)| *alone) {
        if passage.primary.is_none() && passage.substance == Substance::Statement {
            let of = |side: Side| {
                let (document, words) = (documents.get(side), passage.words.get(side));
                word(document, words.start)..word(document, words.end - 1) + 1
            };
            pairs.push(Sides::new(of(Side::Left), of(Side::Right)));
        }
    }
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
        for facing in edits
            .facing
            .iter()
            .filter(|facing| matches!(facing.how, How::Equal | How::Moved))
        {
            let Sides { left, right } = facing.tokens;
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
        for (l, _) in left.iter().zip(&open.0).filter(|(_, open)| **open) {
            let mut facing = right.iter().zip(&open.1).filter(|(r, open)| {
                **open
                    && l.kind == r.kind
                    && l.value.comparable(&r.value)
                    && self.face(l, r, edits)
                    && !self.one_for_the_other(l, r)
            });
            if let (Some((r, _)), None) = (facing.next(), facing.next()) {
                self.differences.push(Fact {
                    kind: l.kind,
                    detail: Detail::Different,
                    spans: self.spans(l, r),
                    passage: None,
                    changes: Vec::new(),
                });
            }
        }
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

    /// Whether the one value stands where the other does: in one edit that replaces little else.
    fn face(&self, left: &Item, right: &Item, edits: &Edits) -> bool {
        let spans = self.spans(left, right);
        let holds = |edit: Span, value: Span| edit.start < value.end && value.start < edit.end;
        edits.changes.iter().any(|change| {
            holds(change.spans.left, spans.left)
                && holds(change.spans.right, spans.right)
                && self.small(change, &left.value)
        })
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

    /// A negation that only one side has, in stretches that are otherwise alike.
    fn negations(&mut self, pair: &Sides<Range<usize>>, edits: &Edits) {
        let all = |side: Side| {
            let tokens = &self.documents.get(side).tokens[pair.get(side).clone()];
            tokens
                .iter()
                .filter(|token| token.kind != TokenKind::Punctuation)
                .count()
        };
        if 2.0 * (edits.kept as f64) < ALIKE * (all(Side::Left) + all(Side::Right)) as f64 {
            return;
        }
        let negations = |side: Side, span: Span| -> Vec<Span> {
            let document = self.documents.get(side);
            let first = document
                .tokens
                .partition_point(|token| token.span.start < span.start);
            let tokens = document.tokens[first..]
                .iter()
                .take_while(|token| token.span.end <= span.end);
            let negating =
                tokens.filter(|token| lexicon::is_negation(&document.text[token.span.range()]));
            negating.map(|token| token.span).collect()
        };
        let changes = edits.changes.iter();
        let found: Vec<(&Change, Vec<Span>, Vec<Span>)> = changes
            .map(|change| {
                let Sides { left, right } = change.spans;
                (
                    change,
                    negations(Side::Left, left),
                    negations(Side::Right, right),
                )
            })
            .filter(|(_, left, right)| !left.is_empty() || !right.is_empty())
            .collect();
        // Two negations may deny the same thing in other words.
        let [(change, left, right)] = found.as_slice() else {
            return;
        };
        let words = |span: Span, side: Side| {
            self.documents.get(side).text[span.range()]
                .split_whitespace()
                .count()
        };
        let short = words(change.spans.left, Side::Left)
            .max(words(change.spans.right, Side::Right))
            <= SHORT_EDIT;
        if !short || left.len() + right.len() != 1 {
            return;
        }
        let place = |negations: &[Span], span: Span| negations.first().copied().unwrap_or(span);
        self.differences.push(Fact {
            kind: FactKind::Negation,
            detail: Detail::Denied,
            spans: Sides::new(
                place(left, change.spans.left),
                place(right, change.spans.right),
            ),
            passage: None,
            changes: Vec::new(),
        });
    }
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

/// Passages by where they stand on the left: the statements, and behind them the others.
struct Index<'p> {
    passages: &'p [Passage],
    statements: Intervals,
    others: Intervals,
}

impl<'p> Index<'p> {
    fn new(passages: &'p [Passage]) -> Self {
        let first = passages.partition_point(Passage::is_statement);
        let left = |passage: &Passage| passage.spans.left.range();
        Self {
            passages,
            statements: passages[..first].iter().map(left).collect(),
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
        let first = self.statements.len();
        let statement = self
            .statements
            .touching(around.clone())
            .filter(touches)
            .min();
        statement.or_else(|| {
            let others = self.others.touching(around).map(|at| first + at);
            others.filter(touches).min()
        })
    }
}

/// Each value once, where it stands first.
fn once(documents: &Sides<Document<'_>>, mut agree: Vec<Agreement>) -> Vec<Agreement> {
    sorting::by_key(&mut agree, |one| one.kind as u128);
    sorting::by_key(&mut agree, |one| place(&one.spans));
    let mut seen = std::collections::BTreeSet::new();
    agree.retain(|one| {
        seen.insert((
            one.kind,
            documents.left.text[one.spans.left.range()].to_lowercase(),
        ))
    });
    agree
}
