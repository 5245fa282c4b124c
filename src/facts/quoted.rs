//! Quotations against quotations.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Agreement, Detail, Faces, Fact, FactKind};
use crate::{
    coverage::{Coverage, TokenCoverage},
    diff::{Change, Differ, LinkKind},
    document::{Document, Role, TokenKind},
    language,
    span::{Side, Sides, Span},
};

// In words. By eye on src/facts/tests.rs.

/// Least length of a quotation that is reported when only one side has it; a shorter one is a manner of speaking.
const STATEMENT: usize = 4;
/// A quotation of at most so many words may not lose any to one of twice as many: `"highly likely"` is not `"likely"`.
/// From a longer one a sentence or clause may be left out at either end.
const FRAGMENT: usize = 4;
/// Words that are replaced at an end of a quotation, at most; more are another clause, which one side leaves out.
const EDGE: usize = 4;

/// Least words that two quotations in other places have in common.
const SAME: usize = 3;

/// Words that stand at most between the parts of a quotation: who said it, and where.
const SOURCE: usize = 20;

/// What became of the quotations.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    pub(super) facts: Vec<Fact>,
    pub(super) agree: Vec<Agreement>,
    /// Quotations of one side of which the other has nothing, as ranges of tokens.
    pub(super) only: Sides<Vec<Range<usize>>>,
}

/// Compares the quotations of both texts along the words that face each other, and those of stretches that correspond.
pub(super) fn compare(
    documents: &Sides<Document<'_>>,
    pairs: &[Sides<Range<usize>>],
    fates: &Sides<Vec<Option<TokenCoverage>>>,
    faces: &mut Faces,
    differ: &mut Differ<'_, '_>,
) -> Quoted {
    let quotes = documents.as_ref().zip(differ.quotations().clone());
    let quotes = quotes.map(|(document, mut quotes)| {
        quotes.retain(|quote| words(document, quote) > 0 && !in_boilerplate(document, quote.start));
        quotes
    });
    let mut quoted = Quoted::default();
    for pair in pairs {
        face_in_other_places(documents, pair, &quotes, faces, differ);
    }
    let faces = &*faces;
    let pairs = answers(documents, faces, &quotes);
    let mut at = 0;
    while let Some(&(left, right)) = pairs.get(at) {
        let behind = &pairs[at..];
        let lefts = parts(documents, Side::Left, &quotes.left, behind);
        let rights = parts(documents, Side::Right, &quotes.right, behind);
        let (side, count) = if lefts >= rights {
            (Side::Left, lefts)
        } else {
            (Side::Right, rights)
        };
        let parts: Vec<Range<usize>> = behind[..count]
            .iter()
            .map(|&(left, right)| match side {
                Side::Left => quotes.left[left].clone(),
                Side::Right => quotes.right[right].clone(),
            })
            .collect();
        let whole = match side {
            Side::Left => &quotes.right[right],
            Side::Right => &quotes.left[left],
        };
        let cut = cut(documents, side, &parts, whole, differ)
            .unwrap_or_else(|| vec![whole.clone(); count]);
        for (part, whole) in parts.iter().zip(&cut) {
            let (left, right) = match side {
                Side::Left => (part, whole),
                Side::Right => (whole, part),
            };
            pair(
                documents,
                faces,
                left,
                right,
                count == 1,
                differ,
                &mut quoted,
            );
        }
        at += count.max(1);
    }
    let answered = Sides::new(
        pairs.iter().map(|pair| pair.0).collect::<FxHashSet<_>>(),
        pairs.iter().map(|pair| pair.1).collect::<FxHashSet<_>>(),
    );
    for side in Side::BOTH {
        for (at, quote) in quotes.get(side).iter().enumerate() {
            if !answered.get(side).contains(&at) {
                alone(documents, faces, fates.get(side), side, quote, &mut quoted);
            }
        }
    }
    quoted
}

/// Lets the words of two quotations of one pair of stretches face each other though they stand in another order there:
/// the source before the one and behind the other. Of neither does 1/2 face anything, and at least 1/2 of the shorter one is
/// the same.
#[inline(never)]
fn face_in_other_places(
    documents: &Sides<Document<'_>>,
    pair: &Sides<Range<usize>>,
    quotes: &Sides<Vec<Range<usize>>>,
    faces: &mut Faces,
    differ: &mut Differ<'_, '_>,
) {
    let inside = |side: Side, faces: &Faces| -> Vec<Range<usize>> {
        let (quotes, tokens) = (quotes.get(side), pair.get(side));
        let first = quotes.partition_point(|quote| quote.start < tokens.start);
        let inside = quotes[first..]
            .iter()
            .take_while(|quote| quote.end <= tokens.end);
        let open = |quote: &&Range<usize>| {
            let document = documents.get(side);
            let facing = (*quote)
                .clone()
                .filter(|&at| faces.get(side)[at].is_some() && is_word(document, at));
            2 * facing.count() < words(document, quote)
        };
        inside.filter(open).cloned().collect()
    };
    for left in inside(Side::Left, faces) {
        for right in inside(Side::Right, faces) {
            let edits = differ.between(Sides::new(left.clone(), right.clone()));
            let equal = edits
                .links
                .iter()
                .filter(|link| link.kind == LinkKind::Equal)
                .map(|link| link.tokens);
            let shorter = words(&documents.left, &left).min(words(&documents.right, &right));
            if edits.kept < SAME || 2 * edits.kept < shorter {
                continue;
            }
            for tokens in equal {
                faces.left[tokens.left] = Some(tokens.right);
                faces.right[tokens.right] = Some(tokens.left);
            }
            break;
        }
    }
}

/// Quotations that answer each other, ascending: each with its best counterpart, seen from either side, so that the
/// parts of a quotation that one side interrupts all have theirs.
#[inline(never)]
fn answers(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    quotes: &Sides<Vec<Range<usize>>>,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for side in Side::BOTH {
        for (at, quote) in quotes.get(side).iter().enumerate() {
            let others = quotes.get(side.other());
            let best = counterpart(documents, faces, side, quote, others);
            pairs.extend(best.map(|other| match side {
                Side::Left => (at, other),
                Side::Right => (other, at),
            }));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The quotation on the other side in which most words of one are, if these are at least 1/2 of the shorter
/// one.
fn counterpart(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    side: Side,
    quote: &Range<usize>,
    others: &[Range<usize>],
) -> Option<usize> {
    let document = documents.get(side);
    let mut best: Option<(usize, usize)> = None;
    let (mut count, mut last) = (0, usize::MAX);
    for token in quote.clone().filter(|&token| is_word(document, token)) {
        let Some(face) = faces.get(side)[token] else {
            continue;
        };
        let at = others.partition_point(|other| other.end <= face);
        if !others.get(at).is_some_and(|other| other.contains(&face)) {
            continue;
        }
        count = if at == last { count + 1 } else { 1 };
        last = at;
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, at));
        }
    }
    let (count, at) = best?;
    let shorter = words(document, quote).min(words(documents.get(side.other()), &others[at]));
    (2 * count >= shorter).then_some(at)
}

/// How many of the first pairs have one quotation of the other side in common, of which those of this side are the
/// parts: its source stands between them.
fn parts(
    documents: &Sides<Document<'_>>,
    side: Side,
    quotes: &[Range<usize>],
    pairs: &[(usize, usize)],
) -> usize {
    let of = |pair: &(usize, usize)| match side {
        Side::Left => (pair.0, pair.1),
        Side::Right => (pair.1, pair.0),
    };
    let near = |a: usize, b: usize| {
        b == a + 1 && words(documents.get(side), &(quotes[a].end..quotes[b].start)) <= SOURCE
    };
    let joined = pairs.windows(2).take_while(|two| {
        let ((a, whole), (b, other)) = (of(&two[0]), of(&two[1]));
        whole == other && near(a, b)
    });
    joined.count() + usize::from(!pairs.is_empty())
}

/// Cuts a quotation into as many stretches as the other side has parts of it, each with the words of its part. `None` if
/// the parts are not those, in order.
#[inline(never)]
fn cut(
    documents: &Sides<Document<'_>>,
    side: Side,
    parts: &[Range<usize>],
    whole: &Range<usize>,
    differ: &mut Differ<'_, '_>,
) -> Option<Vec<Range<usize>>> {
    let mut starts = Vec::new();
    let mut last = whole.start;
    for part in parts {
        let pair = match side {
            Side::Left => Sides::new(part.clone(), whole.clone()),
            Side::Right => Sides::new(whole.clone(), part.clone()),
        };
        let links = differ.between(pair).links.clone();
        let equal = links.iter().filter(|link| {
            link.kind == LinkKind::Equal && is_word(documents.get(side), *link.tokens.get(side))
        });
        let mut equal: Vec<_> = equal.map(|link| link.tokens).collect();
        move_up(documents, side, last, &mut equal);
        let first = equal.iter().min_by_key(|tokens| *tokens.get(side))?;
        let end = equal.iter().map(|tokens| *tokens.get(side.other())).max()?;
        // What the part has before that faces something else.
        let lead = words(documents.get(side), &(part.start..*first.get(side)));
        let mut start = *first.get(side.other());
        for _ in 0..lead {
            let words = (last..start).rev();
            start = words
                .into_iter()
                .find(|&at| is_word(documents.get(side.other()), at))
                .unwrap_or(start);
        }
        if start < last {
            return None;
        }
        starts.push(start);
        last = end + 1;
    }
    if let Some(first) = starts.first_mut() {
        *first = whole.start;
    }
    let ends = starts.iter().skip(1).copied().chain([whole.end]);
    let cut: Vec<Range<usize>> = starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect();
    cut.iter().all(|part| part.start < part.end).then_some(cut)
}

/// Lets each word of a part face the first one of the whole that is the same, behind the parts before and behind what the
/// words before it face: a word that the whole repeats belongs to the part that ends with it.
fn move_up(
    documents: &Sides<Document<'_>>,
    side: Side,
    mut from: usize,
    equal: &mut [Sides<usize>],
) {
    let tokens = &documents.get(side.other()).tokens;
    equal.sort_unstable_by_key(|tokens| *tokens.get(side));
    for pair in equal {
        let own = pair.get_mut(side.other());
        let first = (from..*own).find(|&at| tokens[at].key == tokens[*own].key);
        *own = first.unwrap_or(*own);
        from = *own + 1;
    }
}

/// Two quotations that face each other. Only of those that are `whole` a word more at an end may be an alteration.
#[allow(
    clippy::too_many_arguments,
    reason = "two quotations and where they stand"
)]
#[inline(never)]
fn pair(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    left: &Range<usize>,
    right: &Range<usize>,
    whole: bool,
    differ: &mut Differ<'_, '_>,
    quoted: &mut Quoted,
) {
    let tokens = Sides::new(left.clone(), right.clone());
    let edits = differ.between(tokens.clone());
    let mut kept = Sides::new(FxHashSet::default(), FxHashSet::default());
    for link in edits
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Equal)
    {
        kept.left.insert(link.tokens.left);
        kept.right.insert(link.tokens.right);
    }
    let same = |change: &Change| {
        let text = |side: Side| {
            let text = &documents.get(side).text[change.spans.get(side).range()];
            let plain = text
                .chars()
                .filter(|c| !c.is_whitespace())
                .flat_map(char::to_lowercase);
            language::ascii(&plain.collect::<String>()).into_owned()
        };
        text(Side::Left) == text(Side::Right)
    };
    let same: Vec<Sides<Span>> = edits
        .changes
        .iter()
        .filter(|change| same(change))
        .map(|change| change.spans)
        .collect();
    // For each word whether it has its like, without the source that one side puts between the words.
    let [l, r] = Side::BOTH.map(|side| {
        let document = documents.get(side);
        let source = source(
            document,
            &faces.get(side)[..],
            tokens.get(side),
            tokens.get(side.other()),
            kept.get(side),
        );
        let range = tokens.get(side).clone();
        let words = range.filter(|&at| is_word(document, at) && !source.contains(&at));
        let has = |at: usize| {
            let span = document.tokens[at].span;
            kept.get(side).contains(&at) || same.iter().any(|spans| spans.get(side).overlaps(span))
        };
        words.map(has).collect::<Vec<bool>>()
    });
    let Some(edges) = Edges::of(&l).zip(Edges::of(&r)) else {
        return;
    };
    let spans = Sides::new(
        super::span_of(&documents.left, left),
        super::span_of(&documents.right, right),
    );
    let (one, other) = edges;
    let replaced = |a: usize, b: usize| a.min(b) > 0 && a.max(b) <= EDGE;
    let replaced = replaced(one.before, other.before) || replaced(one.behind, other.behind);
    let longer = one.before + other.before + one.behind + other.behind > 0;
    let short = whole && l.len().min(r.len()) <= FRAGMENT && l.len().max(r.len()) <= 2 * FRAGMENT;
    let detail = match (one.inside || other.inside || replaced, longer) {
        (true, _) => Detail::Altered,
        (false, true) if short => Detail::Altered,
        (false, true) => Detail::Cut,
        (false, false) => {
            quoted.agree.push(Agreement {
                kind: FactKind::Quotation,
                spans,
            });
            return;
        }
    };
    quoted.facts.push(Fact {
        kind: FactKind::Quotation,
        detail,
        spans,
        passage: None,
        changes: edits.changes.clone(),
    });
}

/// Where a quotation has words that the other has not, and how many at its ends.
struct Edges {
    before: usize,
    inside: bool,
    behind: usize,
}

impl Edges {
    /// `None` where it has no word in common with the other.
    fn of(has: &[bool]) -> Option<Self> {
        let (first, last) = (
            has.iter().position(|has| *has)?,
            has.iter().rposition(|has| *has)?,
        );
        Some(Self {
            before: first,
            inside: has[first..last].contains(&false),
            behind: has.len() - last - 1,
        })
    }
}

/// The words of a quotation that the other side has outside of its own: who said it, where one side puts that between
/// the words without closing the marks.
fn source(
    document: &Document<'_>,
    faces: &[Option<usize>],
    quote: &Range<usize>,
    other: &Range<usize>,
    kept: &FxHashSet<usize>,
) -> FxHashSet<usize> {
    let mut source = FxHashSet::default();
    let mut run: Vec<usize> = Vec::new();
    for at in quote.clone() {
        let outside = faces[at].is_some_and(|face| !other.contains(&face));
        if is_word(document, at) && outside && !kept.contains(&at) {
            run.push(at);
        } else if is_word(document, at) {
            run.clear();
        } else if run.len() > 1 && !is_inside_word(document, at) {
            source.extend(run.drain(..));
        }
    }
    source
}

/// A quotation that no quotation answers: the same words may stand there without the marks, or be repeated here.
fn alone(
    documents: &Sides<Document<'_>>,
    faces: &Faces,
    fates: &[Option<TokenCoverage>],
    side: Side,
    quote: &Range<usize>,
    quoted: &mut Quoted,
) {
    let document = documents.get(side);
    let all = words(document, quote);
    let facing: Vec<usize> = quote
        .clone()
        .filter(|&token| is_word(document, token))
        .filter_map(|token| faces.get(side)[token])
        .collect();
    let (first, last) = (facing.iter().min(), facing.iter().max());
    if let (Some(&first), Some(&last)) = (first, last)
        && facing.len() == all
        && last - first < 2 * quote.len()
    {
        // A dash quotes as well.
        if is_in_dialogue(documents.get(side.other()), first) {
            return;
        }
        let other = first..last + 1;
        let tokens = match side {
            Side::Left => Sides::new(quote.clone(), other),
            Side::Right => Sides::new(other, quote.clone()),
        };
        quoted.facts.push(Fact {
            kind: FactKind::Quotation,
            detail: Detail::Unquoted,
            spans: Sides::new(
                super::span_of(&documents.left, &tokens.left),
                super::span_of(&documents.right, &tokens.right),
            ),
            passage: None,
            changes: Vec::new(),
        });
        return;
    }
    // The words of a further copy face none, but the other side has them.
    let is_repeated = |&token: &usize| {
        let repeated = fates[token].is_some_and(|fate| fate.what == Coverage::Repeated);
        repeated && is_word(document, token) && faces.get(side)[token].is_none()
    };
    let there = facing.len() + quote.clone().filter(is_repeated).count();
    if all >= STATEMENT && 2 * there < all {
        match side {
            Side::Left => quoted.only.left.push(quote.clone()),
            Side::Right => quoted.only.right.push(quote.clone()),
        }
    }
}

/// Whether the paragraph of a token begins with a dash, as speech does in many languages.
fn is_in_dialogue(document: &Document<'_>, token: usize) -> bool {
    let at = document.tokens[token].span.start;
    let paragraphs = &document.paragraphs;
    let paragraph = paragraphs.partition_point(|paragraph| paragraph.span.end <= at);
    let text = paragraphs
        .get(paragraph)
        .map(|one| &document.text[one.span.range()]);
    text.is_some_and(|text| text.starts_with(['—', '–', '―']))
}

/// Whether a mark is joined to what stands on both sides of it: a hyphen.
fn is_inside_word(document: &Document<'_>, token: usize) -> bool {
    let all = &document.tokens;
    let joined = |at: usize| {
        all.get(at + 1)
            .is_some_and(|next| all[at].span.end == next.span.start)
    };
    token > 0 && joined(token - 1) && joined(token)
}

fn is_word(document: &Document<'_>, token: usize) -> bool {
    document.tokens[token].kind != TokenKind::Punctuation
}

fn words(document: &Document<'_>, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .filter(|&token| is_word(document, token))
        .count()
}

fn in_boilerplate(document: &Document<'_>, token: usize) -> bool {
    let at = document.tokens[token].span.start;
    let paragraph = document
        .paragraphs
        .partition_point(|paragraph| paragraph.span.end <= at);
    let role = document
        .paragraphs
        .get(paragraph)
        .map(|paragraph| paragraph.role);
    matches!(role, Some(Role::Boilerplate(_)))
}
