//! Laws of rows and edits, on generated pairs of texts with many repeats.

use proptest::prelude::*;
use twicetold::{
    Comparison, Options, Verdict, VerdictKind, compare, diff,
    document::{Document, LineOverride, Role, Vocabulary},
    meaning::Vectors,
    span::{Side, Sides, Span},
    words::Words,
};

use crate::{
    invariants::{edits_hold, holds, holds_with, is_itself, made_up_meaning, mirrors},
    passages::options,
};

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

/// Sentences, and what stands in captions and in lines of the page around them alike.
const PAGE: [&str; 8] = [
    "Boats wait at the weir since Friday.",
    "Photo: Ines Falk/Weir Courier",
    "Photo: Ines Falk/Weir Courier",
    "“We counted forty boats,” the keeper said.",
    "Falk, 51, has watched the weir since 2011.",
    "Read more: Weir news",
    "\n\n",
    "\n\n",
];

/// Two versions of a page: each has some pieces that the other leaves out.
fn versions_of_a_page() -> impl Strategy<Value = (String, String)> {
    let pieces = prop::collection::vec((prop::sample::select(&PAGE[..]), 0..8_u8), 1..16);
    pieces.prop_map(|pieces| {
        let without = |out: u8| {
            let kept = pieces.iter().filter(|(_, how)| *how != out);
            kept.map(|(piece, _)| format!("{piece} ")).collect()
        };
        (without(0), without(1))
    })
}

/// An edit of a row that reaches over the border of a passage is no part of the passage's edits.
#[test]
fn an_edit_across_a_border_stays_with_its_row() {
    let left = "harbour ferry ferry of ferry the ferry ferry.\nferry harbour ferry of of the the not opened not.\n\u{53E3} ferry the Council.";
    let right = "harbour quietly ferry ferry of ferry the ferry ferry. \u{53E3} quietly ferry the Council. the of Council.";
    holds(&compare(left, right, &Options::default()));
}

/// An edit of a row that stands at the border of a passage may have been passed on the other side of it.
#[test]
fn an_edit_that_a_further_counterpart_has_passed_stays_with_its_row() {
    let left = "the.\nthe.\nof.\nthe Council a.\nbridge ferry bridge ferry bridge.";
    let right = "the Council a. the Council a. bridge quietly ferry bridge ferry bridge.";
    holds(&compare(left, right, &Options::default()));
}

/// Both parts of a sentence that moved name it, and it names the longer one, from either side.
#[test]
fn a_sentence_that_moved_in_two_parts_names_the_longer_one() {
    let mayor = "The mayor opened the new market hall with a long speech about bread.";
    let trees = "School children planted forty apple trees along the northern wall of the town.";
    let choir = "A choir from the islands sang three songs about winter storms.";
    let whole = "The old ferry sank in the harbour of Brunn early on Sunday, and divers who had come from Halden looked for its bell until the evening fell.";
    let short = "The old ferry sank in the harbour of Brunn early on Sunday.";
    let long = "Divers who had come from Halden looked for its bell until the evening fell.";
    let left = [whole, mayor, trees, choir].join("\n\n");
    let right = [mayor, short, trees, choir, long].join("\n\n");
    let names = |comparison: &Comparison<'_>| {
        let rows = comparison.rows.iter();
        rows.map(|row| row.counterpart).collect::<Vec<_>>()
    };
    let there = compare(&left, &right, &Options::default());
    let back = compare(&right, &left, &Options::default());
    let expected = [Some(5), None, Some(0), None, None, Some(0)];
    assert_eq!(names(&there), expected);
    assert_eq!(names(&back), expected);
    holds(&there);
    mirrors(&there, &back);
}

/// What moved together moves as one, with the marks between its words.
#[test]
fn words_with_marks_between_move_together() {
    let left =
        "Small, old, red boats sailed out of the harbour on Sunday morning before the storm.";
    let right =
        "On Sunday morning before the storm, out of the harbour sailed small, old, red boats.";
    let comparison = compare(left, right, &Options::default());
    let moves = comparison.rows.iter().flat_map(|row| &row.moves);
    let moved = moves.map(|one| one.spans.left.map(|span| &left[span.range()]));
    assert_eq!(
        moved.collect::<Vec<_>>(),
        [Some("Small, old, red boats"), Some("out of the harbour")]
    );
}

/// A denial that a row and a passage both hold is one difference, from either side.
#[test]
fn a_denial_is_told_once() {
    let left = "ferry ferry.\ndon’t.\n港 the 12 opened.\nferry.";
    let right = "港 THE 12 OPENED. don’t. ferry.";
    let there = compare(left, right, &Options::default());
    let back = compare(right, left, &Options::default());
    assert_eq!(there.facts.differences.len(), 1);
    mirrors(&there, &back);
}

/// Which of two words a word faces does not depend on the side its text is on.
#[test]
fn quotations_are_told_alike_from_either_side() {
    let left = "the.\ndon’t \" the opened bridges a opened.\n“ harbour ferry harbour the the ferry ferry.\nbridge ferry ferry ferry ferry.\nbridges a.";
    let right = "“ quietly harbour ferry harbour the the ferry ferry. don’t quietly \" the opened bridges a opened. BRIDGES A. bridge quietly ferry ferry ferry ferry.";
    let there = compare(left, right, &Options::default());
    let back = compare(right, left, &Options::default());
    mirrors(&there, &back);
}

/// Statements in two languages; some share figures, names or a quotation.
const ENGLISH: [&str; 7] = [
    "The crane of 1911 lifted its first load in 42 years on Tuesday.",
    "It raised a boat of 9 tonnes from the water.",
    "Menu | Home | News",
    "“Nous n’avons jamais cru cela,” said Ida Brandt of the harbour office.",
    "The town of Marsh Quay paid a third of it.",
    "Nobody was hurt when the rope broke.",
    "By our own reporter",
];
const GERMAN: [&str; 7] = [
    "Der Kran von 1911 hat am Dienstag zum ersten Mal seit 42 Jahren eine Last gehoben.",
    "Er hob ein Boot von 8 Tonnen aus dem Wasser.",
    "Menü | Start | Nachrichten",
    "„Nous n’avons jamais cru cela“, sagte Ida Brandt vom Hafenamt.",
    "Ein Drittel davon hat die Stadt Marsh Quay bezahlt.",
    "Niemand wurde verletzt, als das Seil riss.",
    "Von unserem Reporter",
];

proptest! {
    #![proptest_config(crate::generated::cases(600))]

    #[test]
    fn rows_cover_both_sides_and_their_edits_give_the_right((left, right) in pair()) {
        let comparison = compare(&left, &right, &Options::default());
        holds(&comparison);
    }

    #[test]
    fn rows_hold_around_lines_of_the_page((left, right) in versions_of_a_page(), options in options()) {
        holds_with(&left, &right, &Options::default());
        holds_with(&left, &right, &options);
    }

    #[test]
    fn rows_hold_whatever_a_reader_decides_about_lines((left, right) in pair(), picks in 0_usize..64) {
        let plain = compare(&left, &right, &Options::default());
        let line_overrides = plain.documents.as_ref().map(|document| {
            let paragraphs = document.paragraphs.iter().enumerate();
            let picked = paragraphs.filter(|(at, _)| picks >> (at % 6) & 1 == 1);
            picked.map(|(at, paragraph)| LineOverride {
                line: document.text[paragraph.span.range()].to_owned(),
                boilerplate: at % 3 != 0,
            }).collect::<Vec<_>>()
        });
        let options = Options { line_overrides: line_overrides.clone(), ..Options::default() };
        let there = compare(&left, &right, &options);
        holds(&there);
        for side in [Side::Left, Side::Right] {
            let document = there.documents.get(side);
            for paragraph in &document.paragraphs {
                let line = &document.text[paragraph.span.range()];
                let said = line_overrides.get(side).iter().rev().find(|line_override| line_override.line == line);
                let is_out = matches!(paragraph.role, Role::Boilerplate(_));
                prop_assert!(said.is_none_or(|line_override| line_override.boilerplate == is_out), "{line:?}");
            }
        }
        mirrors(&there, &compare(&right, &left, &options.swap()));
    }

    #[test]
    fn a_text_is_the_same_as_itself(text in text()) {
        let comparison = compare(&text, &text, &Options::default());
        holds(&comparison);
        is_itself(&comparison);
    }

    #[test]
    fn edits_of_whole_texts_hold((left, right) in pair()) {
        let mut vocabulary = Vocabulary::default();
        let options = Options::default();
        let documents = Sides::new(&*left, &*right).map(|text| Document::new(text, &options, &mut vocabulary));
        let tokens = documents.as_ref().map(|document| 0..document.tokens.len());
        let whole = |document: &Document<'_>| match (document.tokens.first(), document.tokens.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span { start: document.text.len() as u32, end: document.text.len() as u32 },
        };
        let words = Words::new(&documents, &vocabulary);
        let edits = diff::between(&documents, &words, tokens);
        edits_hold(&documents, documents.as_ref().map(whole), &edits);
    }

    #[test]
    fn rows_mirror_when_sides_are_swapped((left, right) in pair()) {
        let there = compare(&left, &right, &Options::default());
        let back = compare(&right, &left, &Options::default());
        mirrors(&there, &back);
    }

    #[test]
    fn rows_mirror_with_any_options((left, right) in pair(), options in options()) {
        holds_with(&left, &right, &options);
    }

    #[test]
    fn all_holds_with_a_model((left, right) in pair(), options in options()) {
        let meaning = Some(Sides::new(left.as_str(), right.as_str()).map(made_up_meaning));
        holds_with(&left, &right, &Options { meaning, ..options });
    }

    #[test]
    fn all_holds_between_two_languages(
        said in (prop::collection::vec(0..7_usize, 0..9), prop::collection::vec(0..7_usize, 0..9)),
        options in options(),
    ) {
        let text = |said: &Vec<usize>, sentences: [&str; 7]| {
            let sentences = said.iter().map(|&one| sentences[one]);
            sentences.collect::<Vec<_>>().join(" ")
        };
        let vectors = |said: &Vec<usize>| {
            let number = |one: usize, at: usize| if one == at { 0.9 } else { 0.15 };
            let numbers = said.iter().flat_map(|&one| (0..7).map(move |at| number(one, at)));
            Vectors::new(7, &numbers.collect::<Vec<f32>>())
        };
        let (left, right) = (text(&said.0, ENGLISH), text(&said.1, GERMAN));
        let meaning = Some(Sides::new(vectors(&said.0), vectors(&said.1)));
        holds_with(&left, &right, &Options { meaning, ..options });
    }

    #[test]
    fn rows_hold_whatever_a_reader_says_of_matches((left, right) in pair(), options in options(), picks in any::<[u8; 4]>()) {
        let plain = compare(&left, &right, &options);
        let picked = |pick: u8| {
            let passage = plain.passages.get(usize::from(pick >> 1) % plain.passages.len().max(1))?;
            let kind = if pick & 1 == 0 { VerdictKind::Pinned } else { VerdictKind::Refused };
            Some(Verdict { spans: passage.spans, kind })
        };
        for count in [1, 4] {
            let verdicts = picks[..count].iter().filter_map(|&pick| picked(pick)).collect();
            holds_with(&left, &right, &Options { verdicts, ..options.clone() });
        }
    }
}

/// Lines of marks alone are tied by no passage, and face themselves all the same where marks are compared.
#[test]
fn lines_of_marks_face_themselves() {
    for text in [
        "!\n0\n{0\n{\n",
        "!\nThe lock is shut.\n—\nThe gate is open.\n—\n",
    ] {
        let options = Options {
            ignore_punctuation: false,
            ..Options::default()
        };
        let comparison = compare(text, text, &options);
        holds(&comparison);
        is_itself(&comparison);
    }
}

#[test]
fn facts_of_a_text_and_itself_are_none() {
    let text =
        "On Monday 12 ferries came, “not one” of them late. Ada Brandt saw 1,400 people by 9:30.";
    let same = compare(text, text, &Options::default());
    assert!(same.facts.differences.is_empty());
    assert!(same.facts.agree.len() >= 4, "{:?}", same.facts.agree);
    let other = text
        .replace("Monday", "Friday")
        .replace("1,400", "1,300")
        .replace("not one", "hardly one");
    let there = compare(text, &other, &Options::default());
    let back = compare(&other, text, &Options::default());
    assert_eq!(
        there.facts.differences.len(),
        3,
        "{:?}",
        there.facts.differences
    );
    mirrors(&there, &back);
}

#[test]
fn two_long_texts_without_a_word_in_common_are_one_edit() {
    let left = "alpha beta gamma delta ".repeat(20_000);
    let right = "one two three four ".repeat(20_000);
    let comparison = compare(&left, &right, &Options::default());
    holds(&comparison);
}
