//! Laws of rows and edits, on generated pairs of texts with many repeats.

use proptest::prelude::*;
use twicetold::{
    Comparison, Options,
    alignment::{Relation, Row},
    changes::{self, Change, Operation},
    document::{Decision, Document, Role, Vocabulary},
    facts::{Detail, FactKind},
    span::{Side, Sides, Span},
};

/// The texts of the tokens in a stretch.
fn tokens<'t>(document: &Document<'t>, span: Span) -> Vec<&'t str> {
    let inside = document
        .tokens
        .iter()
        .filter(|token| span.start <= token.span.start && token.span.end <= span.end);
    inside
        .map(|token| &document.text[token.span.range()])
        .collect()
}

/// The edits stand in order, touch token borders only, change something, and turn left into right.
fn edits_hold(documents: &Sides<Document<'_>>, spans: Sides<Span>, edits: &[Change]) {
    let mut applied = Vec::new();
    let (mut l, mut r) = (spans.left.start, spans.right.start);
    for edit in edits {
        let at = edit.spans;
        assert!(
            l <= at.left.start && at.left.end <= spans.left.end,
            "{edit:?}"
        );
        assert!(
            r <= at.right.start && at.right.end <= spans.right.end,
            "{edit:?}"
        );
        let (old, new) = (
            tokens(&documents.left, at.left),
            tokens(&documents.right, at.right),
        );
        let operation = match (old.is_empty(), new.is_empty()) {
            (true, true) => panic!("an empty edit: {edit:?}"),
            (false, true) => Operation::Delete,
            (true, false) => Operation::Insert,
            (false, false) => Operation::Replace,
        };
        assert_eq!(edit.operation, operation);
        assert_ne!(old, new, "nothing changes: {edit:?}");
        assert_eq!(at.left.is_empty(), old.is_empty(), "half a token: {edit:?}");
        assert_eq!(
            at.right.is_empty(),
            new.is_empty(),
            "half a token: {edit:?}"
        );
        applied.extend(tokens(
            &documents.left,
            Span {
                start: l,
                end: at.left.start,
            },
        ));
        applied.extend(new);
        (l, r) = (at.left.end, at.right.end);
    }
    applied.extend(tokens(
        &documents.left,
        Span {
            start: l,
            end: spans.left.end,
        },
    ));
    assert_eq!(applied, tokens(&documents.right, spans.right));
}

fn span_of(document: &Document<'_>, sentences: &std::ops::Range<usize>) -> Option<Span> {
    let sentences = &document.sentences[sentences.clone()];
    Some(sentences.first()?.span.to(sentences.last()?.span))
}

pub(crate) fn rows_hold(comparison: &Comparison<'_>) {
    let (mut l, mut r) = (0, 0);
    for row in &comparison.rows {
        let Sides { left, right } = row.sentences.clone();
        assert!(!(left.is_empty() && right.is_empty()));
        assert_eq!(
            (left.start, right.start),
            (l, r),
            "a sentence is left out or stands twice"
        );
        (l, r) = (left.end, right.end);
        let two_sided = !left.is_empty() && !right.is_empty();
        let relation = matches!(
            row.relation,
            Relation::Same | Relation::Changed | Relation::Reworded
        );
        assert_eq!(two_sided, relation);
        let documents = &comparison.documents;
        if let (Some(left), Some(right)) = (
            span_of(&documents.left, &left),
            span_of(&documents.right, &right),
        ) {
            edits_hold(documents, Sides::new(left, right), &row.changes);
            assert_eq!(row.relation == Relation::Same, row.changes.is_empty());
        } else {
            assert!(row.changes.is_empty());
        }
    }
    let ends = comparison.documents.as_ref().map(|d| d.sentences.len());
    assert_eq!((l, r), (ends.left, ends.right));
    lines_hold(comparison);
    for passage in &comparison.passages {
        edits_hold(&comparison.documents, passage.spans, &passage.changes);
    }
}

/// Every row that moved has a passage or a counterpart: a row of the other side that moved, has the same words but
/// for a number before them, and names this one.
fn lines_hold(comparison: &Comparison<'_>) {
    for (at, row) in comparison.rows.iter().enumerate() {
        let moved = row.relation == Relation::Moved;
        assert_eq!(
            moved,
            row.counterpart.is_some() || moved && !row.passages.is_empty()
        );
        let Some(there) = row.counterpart else {
            continue;
        };
        let other = &comparison.rows[there];
        assert_eq!(other.counterpart, Some(at));
        assert_ne!(
            row.sentences.left.is_empty(),
            other.sentences.left.is_empty()
        );
        let words = |row: &Row| {
            let side = if row.sentences.left.is_empty() {
                Side::Right
            } else {
                Side::Left
            };
            let document = comparison.documents.get(side);
            let sentence = &document.sentences[row.sentences.get(side).start];
            let words = document.words[sentence.words.clone()].iter();
            let keys = words.map(|&token| document.tokens[token as usize].key);
            keys.collect::<Vec<_>>()
        };
        let (here, there) = (words(row), words(other));
        assert!(here.ends_with(&there) || there.ends_with(&here) || here[1..] == there[1..]);
    }
}

/// The lines that moved, as sentences of the left and the right.
fn moved_lines(comparison: &Comparison<'_>) -> Vec<(usize, usize)> {
    let rows = &comparison.rows;
    let left = rows.iter().filter(|row| !row.sentences.left.is_empty());
    left.filter_map(|row| {
        let there = &rows[row.counterpart?];
        Some((row.sentences.left.start, there.sentences.right.start))
    })
    .collect()
}

/// Stretches that are left out stand in order, hold a word each and no word of a statement, and nothing is left
/// out of a sentence that has the same sentence facing it.
fn left_out_holds(comparison: &Comparison<'_>) {
    for side in Side::BOTH {
        let mut end = 0;
        for stretch in comparison.left_out.get(side) {
            assert!(end <= stretch.span.start && stretch.words > 0 && !stretch.span.is_empty());
            end = stretch.span.end;
            for passage in comparison.passages.iter().filter(|p| p.is_statement()) {
                assert!(!passage.spans.get(side).overlaps(stretch.span));
            }
            for row in comparison
                .rows
                .iter()
                .filter(|row| row.relation == Relation::Same)
            {
                let same = span_of(comparison.documents.get(side), row.sentences.get(side));
                assert!(same.is_none_or(|same| !same.overlaps(stretch.span)));
            }
        }
    }
}

/// What a row says, apart from which side is which.
fn mirrored(row: &Row) -> Row {
    Row {
        sentences: row.sentences.clone().swap(),
        relation: row.relation,
        passages: Vec::new(),
        counterpart: None,
        changes: Vec::new(),
    }
}

/// Two-sided rows alone: the order of one-sided ones between them is by side.
fn facing(rows: &[Row]) -> Vec<Row> {
    let two = |row: &&Row| !row.sentences.left.is_empty() && !row.sentences.right.is_empty();
    rows.iter()
        .filter(two)
        .map(|row| Row {
            passages: Vec::new(),
            changes: Vec::new(),
            ..row.clone()
        })
        .collect()
}

/// Letters changed on one side, in order.
fn marks(changes: &[Change], side: Side) -> Vec<Span> {
    changes
        .iter()
        .map(|change| *change.spans.get(side))
        .filter(|span| !span.is_empty())
        .collect()
}

const WORDS: [&str; 29] = [
    "the", "a", "of", "ferry", "harbour", "council", "Council", "bridge", "bridges", "opened",
    "opening", "not", "12", "1,400", "twelve", "km", "Monday", "Friday", "Ada", "Kell", "“", "”",
    "\"", ",", "don’t", "don't", "港", "口", "🛳️",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..12)
        .prop_map(|words| words.join(" ") + ".")
}

fn text() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(&[" ", "\n", "\n\n", " ", "\r\n", "\u{a0}"][..]);
    prop::collection::vec((sentence(), gap), 0..10).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(sentence, gap)| sentence + gap)
            .collect()
    })
}

/// A text, and another made from it by dropping, moving and rewriting sentences.
fn pair() -> impl Strategy<Value = (String, String)> {
    let rewritten = (
        prop::collection::vec(sentence(), 1..9),
        prop::collection::vec((0..9_usize, 0..5_u8), 0..9),
        sentence(),
    )
        .prop_map(|(sentences, plan, other)| {
            let right: Vec<String> = plan
                .into_iter()
                .filter_map(|(at, how)| {
                    let sentence = sentences.get(at)?;
                    Some(match how {
                        0 => other.clone(),
                        1 => sentence.replacen(' ', " quietly ", 1),
                        2 => sentence.to_uppercase(),
                        _ => sentence.clone(),
                    })
                })
                .collect();
            (sentences.join("\n"), right.join(" "))
        });
    prop_oneof![(text(), text()), rewritten]
}

/// An edit of a row that reaches over the border of a passage is no part of the passage's edits.
#[test]
fn an_edit_across_a_border_stays_with_its_row() {
    let left = "harbour ferry ferry of ferry the ferry ferry.\nferry harbour ferry of of the the not opened not.\n\u{53E3} ferry the Council.";
    let right = "harbour quietly ferry ferry of ferry the ferry ferry. \u{53E3} quietly ferry the Council. the of Council.";
    rows_hold(&twicetold::compare(left, right, &Options::default()));
}

/// An edit of a row that stands at the border of a passage may have been passed on the other side of it.
#[test]
fn an_edit_that_a_further_counterpart_has_passed_stays_with_its_row() {
    let left = "the.\nthe.\nof.\nthe Council a.\nbridge ferry bridge ferry bridge.";
    let right = "the Council a. the Council a. bridge quietly ferry bridge ferry bridge.";
    rows_hold(&twicetold::compare(left, right, &Options::default()));
}

/// A denial that a row and a passage both hold is one difference, from either side.
#[test]
fn a_denial_is_told_once() {
    let left = "ferry ferry.\ndon’t.\n港 the 12 opened.\n“ ferry “ harbour the ferry bridge “ 🛳\u{fe0f}.\nferry.";
    let right = "港 THE 12 OPENED. don’t. ferry.";
    let there = twicetold::compare(left, right, &Options::default());
    let back = twicetold::compare(right, left, &Options::default());
    assert_eq!(facts(&there, false).len(), 1);
    assert_eq!(facts(&there, false), facts(&back, true));
}

/// Which of two words a word faces does not depend on the side its text is on.
#[test]
fn quotations_are_told_alike_from_either_side() {
    let left = "the.\ndon’t \" the opened bridges a opened.\n“ harbour ferry harbour the the ferry ferry.\nbridge ferry ferry ferry ferry.\nbridges a.";
    let right = "“ quietly harbour ferry harbour the the ferry ferry. don’t quietly \" the opened bridges a opened. BRIDGES A. bridge quietly ferry ferry ferry ferry.";
    let there = twicetold::compare(left, right, &Options::default());
    let back = twicetold::compare(right, left, &Options::default());
    assert_eq!(facts(&there, false), facts(&back, true));
}

proptest! {
    #![proptest_config(crate::generated::cases(600))]

    #[test]
    fn rows_cover_both_sides_and_their_edits_give_the_right((left, right) in pair()) {
        let comparison = twicetold::compare(&left, &right, &Options::default());
        rows_hold(&comparison);
        left_out_holds(&comparison);
    }

    #[test]
    fn rows_hold_whatever_a_reader_decides_about_lines((left, right) in pair(), picks in 0_usize..64) {
        let plain = twicetold::compare(&left, &right, &Options::default());
        let decisions = plain.documents.as_ref().map(|document| {
            let paragraphs = document.paragraphs.iter().enumerate();
            let picked = paragraphs.filter(|(at, _)| picks >> (at % 6) & 1 == 1);
            picked.map(|(at, paragraph)| Decision {
                line: document.text[paragraph.span.range()].to_owned(),
                furniture: at % 3 != 0,
            }).collect::<Vec<_>>()
        });
        let options = Options { decisions: decisions.clone(), ..Options::default() };
        let there = twicetold::compare(&left, &right, &options);
        rows_hold(&there);
        left_out_holds(&there);
        for side in [Side::Left, Side::Right] {
            let document = there.documents.get(side);
            for paragraph in &document.paragraphs {
                let line = &document.text[paragraph.span.range()];
                let said = decisions.get(side).iter().rev().find(|decision| decision.line == line);
                let is_out = matches!(paragraph.role, Role::Furniture(_));
                prop_assert!(said.is_none_or(|decision| decision.furniture == is_out), "{line:?}");
            }
        }
        let swapped = Options { decisions: decisions.swap(), ..Options::default() };
        let back = twicetold::compare(&right, &left, &swapped);
        prop_assert_eq!(there.passages.len(), back.passages.len());
    }

    #[test]
    fn a_text_is_the_same_as_itself(text in text()) {
        let comparison = twicetold::compare(&text, &text, &Options::default());
        rows_hold(&comparison);
        for row in &comparison.rows {
            prop_assert!(matches!(row.relation, Relation::Same | Relation::Furniture), "{row:?}");
        }
        prop_assert!(comparison.passages.iter().all(|passage| !passage.moved));
    }

    #[test]
    fn edits_of_whole_texts_hold_and_mirror((left, right) in pair()) {
        let mut vocabulary = Vocabulary::default();
        let options = Options::default();
        let documents = Sides::new(&*left, &*right).map(|text| Document::new(text, &options, &mut vocabulary));
        let tokens = documents.as_ref().map(|document| 0..document.tokens.len());
        let whole = |document: &Document<'_>| match (document.tokens.first(), document.tokens.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span { start: document.text.len() as u32, end: document.text.len() as u32 },
        };
        let edits = changes::between(&documents, tokens.clone());
        edits_hold(&documents, documents.as_ref().map(whole), &edits);
        let back = changes::between(&documents.clone().swap(), tokens.swap());
        prop_assert_eq!(marks(&edits, Side::Left), marks(&back, Side::Right));
        prop_assert_eq!(marks(&edits, Side::Right), marks(&back, Side::Left));
    }

    #[test]
    fn rows_mirror_when_sides_are_swapped((left, right) in pair()) {
        let there = twicetold::compare(&left, &right, &Options::default());
        let back = twicetold::compare(&right, &left, &Options::default());
        // Rows mirror as far as the passages they are built on do.
        let spans = |comparison: &Comparison<'_>, swap: bool| {
            let mut spans: Vec<_> = comparison.passages.iter().map(|p| {
                let sides = if swap { p.spans.swap() } else { p.spans };
                (sides.left, sides.right, p.common, p.substance as u8, p.primary.is_some())
            }).collect();
            spans.sort();
            spans
        };
        prop_assume!(spans(&there, false) == spans(&back, true));
        prop_assert_eq!(facts(&there, false), facts(&back, true));
        let rows: Vec<Row> = facing(&back.rows).iter().map(mirrored).collect();
        prop_assert_eq!(facing(&there.rows), rows);
        let mut lines: Vec<_> = moved_lines(&back).into_iter().map(|(l, r)| (r, l)).collect();
        lines.sort_unstable();
        prop_assert_eq!(moved_lines(&there), lines);
    }
}

/// What a fact says, also with the sides exchanged. Where one side has nothing, the place is as free as that of the edit.
fn facts(comparison: &Comparison<'_>, swap: bool) -> Vec<(Span, Span, FactKind, Detail)> {
    let shown = |span: Span| {
        if span.is_empty() {
            Span::default()
        } else {
            span
        }
    };
    let sides = |spans: Sides<Span>| if swap { spans.swap() } else { spans }.map(shown);
    let all = comparison.facts.differences.iter();
    let mut facts: Vec<_> = all
        .map(|fact| {
            (
                sides(fact.spans).left,
                sides(fact.spans).right,
                fact.kind,
                fact.detail,
            )
        })
        .collect();
    facts.sort_by_key(|fact| (fact.0, fact.1, fact.2));
    facts
}

#[test]
fn facts_of_a_text_and_itself_are_none() {
    let text =
        "On Monday 12 ferries came, “not one” of them late. Ada Brandt saw 1,400 people by 9:30.";
    let same = twicetold::compare(text, text, &Options::default());
    assert!(same.facts.differences.is_empty());
    assert!(same.facts.agree.len() >= 4, "{:?}", same.facts.agree);
    let other = text
        .replace("Monday", "Friday")
        .replace("1,400", "1,300")
        .replace("not one", "hardly one");
    let there = twicetold::compare(text, &other, &Options::default());
    let back = twicetold::compare(&other, text, &Options::default());
    assert_eq!(
        there.facts.differences.len(),
        3,
        "{:?}",
        there.facts.differences
    );
    assert_eq!(facts(&there, false), facts(&back, true));
}

#[test]
fn two_long_texts_without_a_word_in_common_are_one_edit() {
    let left = "alpha beta gamma delta ".repeat(20_000);
    let right = "one two three four ".repeat(20_000);
    let comparison = twicetold::compare(&left, &right, &Options::default());
    rows_hold(&comparison);
}
