//! What differs in fact where two texts say the same: quotations, numbers, dates, names, negations.
//!
//! Precision before recall: a value differs only if it faces another value of its sort, in a pair of
//! stretches that correspond, and has no other on the other side of that pair that it agrees with. What only one side
//! has is no difference.

mod content_words;
mod denied;
mod exchanged;
mod facing;
mod quoted;
mod retold;
mod same_words;
mod translated;
mod unmarked;

use std::{cell::OnceCell, ops::Range};

use rustc_hash::FxHashSet;

use crate::{
    alignment::{Row, RowKind},
    coverage::{Coverage, TokenCoverage},
    diff::{Change, ChangeKind, Differ, LinkKind},
    document::{Document, Memo, Role},
    language::Languages,
    passages::{self, Grade, Intervals, Passage},
    sorting,
    span::{Side, Sides, Span},
    values::{self, Item, Value},
    words::Words,
};

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

impl FactKind {
    /// The sort of statement that a value is.
    fn of(value: &Value) -> Self {
        match value {
            Value::Name(_) => Self::Name,
            value if value.is_date() => Self::Date,
            _ => Self::Number,
        }
    }
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

impl Fact {
    /// How much a difference weighs, the weightiest first: a quotation that was altered, a number, a date, a denial, a
    /// name; then a quotation that is longer on one side, and one in marks on one side only.
    pub fn rank(&self) -> u8 {
        match (self.kind, self.detail) {
            (_, Detail::Cut) => 5,
            (_, Detail::Unquoted) => 6,
            (FactKind::Quotation, _) => 0,
            (FactKind::Number, _) => 1,
            (FactKind::Date, _) => 2,
            (FactKind::Negation, _) => 3,
            (FactKind::Name, _) => 4,
        }
    }
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
    /// The differences by rank, those of one rank in order of their left spans.
    pub differences: Vec<Fact>,
    /// What agrees, each value once, in order of its left span.
    pub agree: Vec<Agreement>,
    /// Quotations that the other side has not, without their marks, in order.
    pub only: Sides<Vec<Span>>,
}

/// For each token of each side the equal token it faces.
type Faces = Sides<Vec<Option<usize>>>;

/// Finds what differs in fact.
#[inline(never)]
pub(crate) fn find_facts<'d, 't>(
    documents: &'d Sides<Document<'t>>,
    words: &Words,
    passages: &[Passage],
    rows: &[Row],
    fates: &Sides<Vec<Option<TokenCoverage>>>,
    differ: &mut Differ<'d, 't>,
) -> Facts {
    let pairs = pairs(documents, passages, rows);
    let foreign = passages::are_translations(documents, passages);
    let languages = languages_read(documents, foreign);
    differ.read_in(&languages);
    let compared =
        Sides::new(Side::Left, Side::Right).map(|side| in_pairs(documents.get(side), side, &pairs));
    let wanted = Sides::new(Side::Left, Side::Right).map(|side| {
        let compared = compared.get(side);
        let sentences = outside_boilerplate(documents.get(side));
        let sentences = sentences.filter(|&sentence| compared[sentence]);
        (differ.values(side), sentences.collect::<Vec<usize>>())
    });
    values::share(&wanted);
    let items = wanted.map(|(values, sentences)| {
        let stated = sentences.into_iter();
        let stated = stated.flat_map(|sentence| values.of_sentence(sentence));
        stated.cloned().collect::<Vec<Item>>()
    });
    let items = match foreign {
        true => items.map(without_limits),
        false => items,
    };
    let mut search = FactSearch {
        documents,
        words,
        negating: Sides::new(Memo::new(), Memo::new()),
        items: &items,
        compared,
        languages,
        named: Sides::default(),
        foreign,
        faces: documents
            .as_ref()
            .map(|document| vec![None; document.tokens.len()]),
        differ,
        differences: Vec::new(),
        agree: Vec::new(),
    };
    for pair in &pairs {
        search.compare(pair);
    }
    let mut quoted = quoted::compare(documents, &pairs, fates, &mut search.faces, search.differ);
    let FactSearch {
        mut differences,
        mut agree,
        ..
    } = search;
    // An altered quotation says it all, whatever it is that was altered.
    let altered = quoted.facts.iter();
    let altered = altered.filter(|fact| fact.detail == Detail::Altered);
    let altered: Vec<Sides<Span>> = altered.map(|fact| fact.spans).collect();
    differences.retain(|fact| {
        !altered
            .iter()
            .any(|quotation| within(&fact.spans, quotation))
    });
    differences.append(&mut quoted.facts);
    if foreign {
        // What needs no language.
        let plain = [FactKind::Number, FactKind::Date];
        differences.retain(|fact| plain.contains(&fact.kind));
        quoted.only = Sides::default();
    }
    sort_facts(&mut differences);
    differences.dedup_by(|a, b| a.kind == b.kind && a.spans == b.spans);
    say_once(&mut differences);
    let index = PassageIndex::new(passages);
    differences
        .retain(|fact| fact.kind == FactKind::Quotation || !index.says_the_same(&fact.spans));
    for fact in &mut differences {
        fact.passage = index.of(&fact.spans);
    }
    agree.extend(quoted.agree);
    let is_compared = |spans: &Sides<Span>| {
        let mut sides = Side::BOTH.into_iter();
        sides.all(|side| !is_excluded(documents.get(side), fates.get(side), *spans.get(side)))
    };
    differences.retain(|fact| is_compared(&fact.spans));
    agree.retain(|one| is_compared(&one.spans));
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

/// The languages in which the words of each side are read. The same words are read in one way on both sides, though one
/// text tells of its languages what the other does not. Each of two translations has its own.
fn languages_read(documents: &Sides<Document<'_>>, foreign: bool) -> Sides<Languages> {
    let own = documents.as_ref().map(|document| document.languages);
    if foreign {
        return own;
    }
    let both = own.left.of_both(own.right);
    Sides::new(both, both)
}

/// Whether all words of a stretch are in lines that are not compared: a row may hold one between two of its sentences.
fn is_excluded(document: &Document<'_>, fates: &[Option<TokenCoverage>], span: Span) -> bool {
    let tokens = document.tokens_in(span);
    let mut whats = fates[tokens].iter().flatten().map(|fate| fate.what);
    whats.next() == Some(Coverage::Boilerplate) && whats.all(|what| what == Coverage::Boilerplate)
}

/// Amounts without "at least" and the like, which a translation may say otherwise.
fn without_limits(mut items: Vec<Item>) -> Vec<Item> {
    for item in &mut items {
        if let Value::Number(amount) = &mut item.value {
            amount.limit = None;
        }
    }
    items
}

impl Facts {
    /// Keeps the differences and agreements of which the stretches of both sides are wanted.
    pub(crate) fn retain(&mut self, mut is_wanted: impl FnMut(&Sides<Span>) -> bool) {
        self.differences.retain(|fact| is_wanted(&fact.spans));
        self.agree.retain(|one| is_wanted(&one.spans));
    }
}

/// Puts what was found in order again, after the sides were exchanged.
pub(crate) fn put_in_order(facts: &mut Facts) {
    sort_facts(&mut facts.differences);
    sort_agreements(&mut facts.agree);
}

fn sort_facts(facts: &mut [Fact]) {
    sorting::by_key(facts, |fact| place(&fact.spans));
    sorting::by_key(facts, |fact| u128::from(fact.rank()));
}

fn sort_agreements(agree: &mut [Agreement]) {
    sorting::by_key(agree, |one| one.kind as u128);
    sorting::by_key(agree, |one| place(&one.spans));
}

/// The stretches that correspond, as ranges of tokens: two-sided rows, and passages with a sentence that
/// stands alone in its row.
#[inline(never)]
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
            // Lines that are not compared state nothing, whether they face one another or not.
            _ if row.kind == RowKind::Boilerplate => {}
            (Some(left), Some(right)) => pairs.push(Sides::new(left, right)),
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

/// By sentence of a side, whether it stands in one of the pairs.
fn in_pairs(document: &Document<'_>, side: Side, pairs: &[Sides<Range<usize>>]) -> Vec<bool> {
    let mut compared = vec![false; document.sentences.len()];
    for pair in pairs {
        let tokens = pair.get(side);
        let first = document
            .sentences
            .partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let behind = document.sentences[first..]
            .iter()
            .take_while(|sentence| sentence.tokens.start < tokens.end);
        let end = first + behind.count();
        compared[first..end].fill(true);
    }
    compared
}

/// The sentences of a text that are compared.
fn outside_boilerplate(document: &Document<'_>) -> impl Iterator<Item = usize> {
    let paragraphs = document.paragraphs.iter();
    let paragraphs = paragraphs.filter(|paragraph| !matches!(paragraph.role, Role::Boilerplate(_)));
    paragraphs.flat_map(|paragraph| paragraph.sentences.clone())
}

struct FactSearch<'s, 'd, 't> {
    documents: &'d Sides<Document<'t>>,
    words: &'s Words,
    /// Whether a word may negate.
    negating: Sides<Memo<bool>>,
    /// What the sentences of all pairs state, in order.
    items: &'s Sides<Vec<Item>>,
    /// By sentence, whether it is one of these.
    compared: Sides<Vec<bool>>,
    /// In which the words of each side are read.
    languages: Sides<Languages>,
    /// The words of all names of a text, read when they are first asked for.
    named: Sides<OnceCell<FxHashSet<String>>>,
    /// Whether one text is a translation of the other.
    foreign: bool,
    faces: Faces,
    differ: &'s mut Differ<'d, 't>,
    differences: Vec<Fact>,
    agree: Vec<Agreement>,
}

impl FactSearch<'_, '_, '_> {
    #[inline(never)]
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
        self.unmarked_names(&edits);
        self.negations(pair, &edits);
    }

    /// Whether a word is one of a name somewhere in a text.
    fn is_named(&self, side: Side, word: &str) -> bool {
        let document = self.documents.get(side);
        let names = self.named.get(side).get_or_init(|| {
            let (values, compared) = (self.differ.values(side), self.compared.get(side));
            let others = outside_boilerplate(document).filter(|&sentence| !compared[sentence]);
            let others = others.flat_map(|sentence| values.of_sentence(sentence));
            let all = self.items.get(side).iter().chain(others);
            all.flat_map(words_of_name).cloned().collect()
        });
        names.contains(word)
    }

    /// Notes that two values differ.
    fn tell(&mut self, kind: FactKind, spans: Sides<Span>) {
        self.differences.push(Fact {
            kind,
            detail: Detail::Different,
            spans,
            passage: None,
            changes: Vec::new(),
        });
    }
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

/// The words of a name; none of what is no name.
fn words_of_name(item: &Item) -> &[String] {
    match &item.value {
        Value::Name(words) => words,
        _ => &[],
    }
}

/// Passages by where they stand on the left: those that are shared, and the others.
struct PassageIndex<'p> {
    passages: &'p [Passage],
    shared: Placed,
    others: Placed,
}

/// Where some passages stand on the left, and which they are. Two that overlap may stand in another order with their
/// marks than by their words.
struct Placed {
    spans: Intervals,
    passages: Vec<usize>,
}

impl Placed {
    fn new(passages: &[Passage], mut chosen: Vec<usize>) -> Self {
        let left = |at: usize| passages[at].spans.left.range();
        sorting::by_key(&mut chosen, |&at| left(at).start as u128);
        Self {
            spans: chosen.iter().map(|&at| left(at)).collect(),
            passages: chosen,
        }
    }

    /// Those that share something with a range, in no order.
    fn touching(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        self.spans.touching(range).map(|at| self.passages[at])
    }
}

impl<'p> PassageIndex<'p> {
    fn new(passages: &'p [Passage]) -> Self {
        let first = passages.partition_point(Passage::is_shared);
        Self {
            passages,
            shared: Placed::new(passages, (0..first).collect()),
            others: Placed::new(passages, (first..passages.len()).collect()),
        }
    }

    /// Whether both stretches lie in one passage that has the same words on both sides: it neither states nor denies
    /// anything else, whatever a row holds it against.
    fn says_the_same(&self, spans: &Sides<Span>) -> bool {
        let left = spans.left.range();
        let around = left.start.saturating_sub(1)..left.end + 1;
        let shared = self.shared.touching(around.clone());
        let mut all = shared.chain(self.others.touching(around));
        all.any(|at| {
            let passage = &self.passages[at];
            // A mark may be part of a value.
            let mut changes = passage.changes.iter();
            within(spans, &passage.spans)
                && passage.grade == Grade::Verbatim
                && changes.all(|change| change.kind == ChangeKind::Case)
        })
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
        let shared = self.shared.touching(around.clone()).filter(touches).min();
        shared.or_else(|| self.others.touching(around).filter(touches).min())
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
