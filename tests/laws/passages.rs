//! Laws of runs and passages, on generated pairs of texts with many repeats.

use proptest::prelude::*;
use twicetold::{
    Options, compare,
    document::{Document, QuarterWords, Vocabulary},
    passages::Substance,
    runs::{self, Run},
    span::{Side, Sides},
};

use crate::invariants::{any_bytes, holds, is_itself, mirrors, taken};

/// Words and marks that repeat often, in many scripts.
const PIECES: &[&str] = &[
    "harbour",
    "master",
    "the",
    "of",
    "Quenna",
    "bridge",
    "opened",
    "“",
    "”",
    ",",
    ". ",
    ". ",
    "\r\n",
    "\n\n",
    "12",
    "1,400",
    "7",
    "bridges",
    "opening",
    "e\u{301}te\u{301}",
    "🚢",
    "👩‍👩‍👧",
    "河",
    "上",
    "大桥",
    "גשר",
    "على",
    "река",
    "don’t",
    "Xi’s",
    "Quenna's",
    "master’s",
    "ete",
    "\u{202E}",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec((piece, prop::bool::weighted(0.9)), 0..70).prop_map(|pieces| {
        pieces
            .iter()
            .map(|(piece, space)| {
                if *space {
                    format!("{piece} ")
                } else {
                    (*piece).to_owned()
                }
            })
            .collect()
    })
}

/// Two texts that share stretches in another order.
fn pair() -> impl Strategy<Value = (String, String)> {
    (text(), text(), text(), text())
        .prop_map(|(a, b, c, d)| (format!("{a}{b}. {c}"), format!("{c}. {d} {a}")))
}

/// Options of any kind, but without the reader's own words.
pub fn options() -> impl Strategy<Value = Options> {
    (2_usize..6, any::<[bool; 6]>()).prop_map(|(min_words, flags)| Options {
        min_words,
        ignore_case: flags[0],
        ignore_punctuation: flags[1],
        ignore_numbers: flags[2],
        ignore_diacritics: flags[3],
        skip_boilerplate: flags[4],
        show_weak: flags[5],
        ..Options::default()
    })
}

fn documents<'t>(left: &'t str, right: &'t str, options: &Options) -> Sides<Document<'t>> {
    let mut vocabulary = Vocabulary::default();
    Sides::new(left, right).map(|text| Document::new(text, options, &mut vocabulary))
}

fn keys(document: &Document<'_>) -> Vec<u32> {
    (0..document.words.len())
        .map(|word| document.key(word))
        .collect()
}

/// All maximal runs, found by trying everything.
fn all_runs(documents: &Sides<Document<'_>>, options: &Options) -> Vec<Run> {
    let (a, b) = (keys(&documents.left), keys(&documents.right));
    let mut runs = Vec::new();
    for left in 0..a.len() {
        for right in 0..b.len() {
            if left > 0 && right > 0 && a[left - 1] == b[right - 1] {
                continue;
            }
            let len = a[left..]
                .iter()
                .zip(&b[right..])
                .take_while(|(x, y)| x == y)
                .count();
            if documents.left.length(left..left + len) >= QuarterWords::of_words(options.min_words)
            {
                runs.push(Run { left, right, len });
            }
        }
    }
    runs
}

proptest! {
    #![proptest_config(crate::generated::cases(300))]

    #[test]
    fn texts_of_any_bytes_hold(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        any_bytes(&bytes);
    }

    #[test]
    fn every_run_is_found((left, right) in pair(), min_words in 2_usize..6) {
        let options = Options { min_words, ..Options::default() };
        let documents = documents(&left, &right, &options);
        let found = runs::find_runs(&documents, &options);
        if found.complete && keys(&documents.left) != keys(&documents.right) {
            prop_assert_eq!(found.runs, all_runs(&documents, &options));
        }
    }

    #[test]
    fn no_run_is_without_a_passage((left, right) in pair(), min_words in 2_usize..6) {
        let options = Options { min_words, ..Options::default() };
        let comparison = compare(&left, &right, &options);
        let taken = Sides::new(Side::Left, Side::Right).map(|side| taken(&comparison, side));
        for run in all_runs(&comparison.documents, &options) {
            let held = Sides::new(
                &taken.left[run.left..run.left + run.len],
                &taken.right[run.right..run.right + run.len],
            );
            let found = held.left.contains(&true) || held.right.contains(&true);
            prop_assert!(!comparison.complete || found, "{:?}", run);
        }
    }

    #[test]
    fn passages_are_well_formed((left, right) in pair(), min_words in 2_usize..6) {
        holds(&compare(&left, &right, &Options { min_words, ..Options::default() }));
    }

    #[test]
    fn passages_mirror((left, right) in pair()) {
        let there = compare(&left, &right, &Options::default());
        let back = compare(&right, &left, &Options::default());
        mirrors(&there, &back);
    }

    #[test]
    fn passages_mirror_with_any_options((left, right) in pair(), options in options()) {
        let there = compare(&left, &right, &options);
        let back = compare(&right, &left, &options);
        mirrors(&there, &back);
    }

    #[test]
    fn a_text_against_itself_is_one_verbatim_passage(text in text()) {
        let comparison = compare(&text, &text, &Options::default());
        holds(&comparison);
        is_itself(&comparison);
    }
}

/// Stock phrases and names are marked, not dropped.
#[test]
fn what_says_nothing_is_marked() {
    let left = "On the other hand there was rain. The ferry Old Quenna Line Company ran late.";
    let right =
        "Nobody came, but on the other hand they sold out. Shares of Old Quenna Line Company fell.";
    let comparison = compare(left, right, &Options::default());
    let found: Vec<_> = comparison
        .passages
        .iter()
        .map(|p| (&left[p.spans.left.range()], p.substance))
        .collect();
    assert_eq!(
        found,
        [
            ("On the other hand", Substance::Formulaic),
            ("Old Quenna Line Company", Substance::Names)
        ]
    );
}

/// A word repeated without end has more runs than are tried; the result says so.
#[test]
fn a_frequent_gram_sets_complete_to_false() {
    let left = "no ".repeat(500) + "yes";
    let right = "no ".repeat(1700) + "perhaps";
    let comparison = compare(&left, &right, &Options::default());
    assert!(!comparison.complete);
    assert!(!comparison.passages.is_empty());
}

/// Found by the fuzzer: edges left of a passage what the reader had refused.
#[test]
fn what_edges_leave_of_a_passage_is_not_what_was_refused() {
    crate::invariants::any_bytes(&[
        189, 10, 56, 2, 13, 206, 10, 88, 252, 10, 253, 0, 10, 239, 10, 239, 10, 2, 10, 56, 2, 13,
        206, 10, 252, 10, 253, 0, 10, 203, 239, 10, 239, 10, 2, 10, 56, 2, 13, 206, 10, 88, 252,
        10, 253, 0, 10, 239, 10, 239, 10, 2, 10, 56, 2, 13, 206, 10, 88, 252, 10, 253, 0, 200, 239,
        10, 2, 10, 190, 239, 10, 2, 10, 190,
    ]);
}

/// The number of a line that one passage lets go continues another one.
#[test]
fn a_label_that_is_let_go_continues_what_is_the_same() {
    let left = "harbourharbour12harbour 1,400\r\nQuenna 12河12河\r\nharbourharbour12 opened 12\r\n1,400. Quenna";
    let right = "Quenna. \r\nharbour opened harbourharbour12harbour 1,400\r\nQuenna 12河12河\r\nharbourharbour";
    let options = Options {
        min_words: 2,
        ..Options::default()
    };
    holds(&compare(left, right, &options));
}
