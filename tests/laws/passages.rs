//! Laws of runs and passages, on generated pairs of texts with many repeats.

use std::ops::Range;

use proptest::prelude::*;
use twicetold::{
    Comparison, Options, compare,
    document::{Document, Vocabulary},
    passages::{Grade, Substance},
    runs::{self, Run},
    span::{Side, Sides},
};

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
            if documents.left.quarters(left..left + len) >= 4 * options.min_words {
                runs.push(Run { left, right, len });
            }
        }
    }
    runs
}

fn same_keys(comparison: &Comparison<'_>, words: &Sides<Range<usize>>) -> bool {
    let keys = |side: Side| {
        words
            .get(side)
            .clone()
            .map(move |word| comparison.documents.get(side).key(word))
    };
    words.left.len() == words.right.len() && keys(Side::Left).eq(keys(Side::Right))
}

/// Whether each word of a side is in a passage.
fn taken(comparison: &Comparison<'_>, side: Side) -> Vec<bool> {
    let mut taken = vec![false; comparison.documents.get(side).words.len()];
    for passage in &comparison.passages {
        taken[passage.words.get(side).clone()].fill(true);
    }
    taken
}

fn passages_hold(comparison: &Comparison<'_>) {
    let free = Sides::new(Side::Left, Side::Right).map(|side| taken(comparison, side));
    let mut before = (false, 0, 0);
    for (at, passage) in comparison.passages.iter().enumerate() {
        for side in Side::BOTH {
            let (document, span) = (comparison.documents.get(side), *passage.spans.get(side));
            assert!(
                !span.is_empty() && document.text.get(span.range()).is_some(),
                "{passage:?}"
            );
            assert_eq!(span, document.span_of(passage.words.get(side).clone()));
            assert!(passage.common <= passage.words.get(side).len());
        }
        let place = (
            !passage.is_statement(),
            passage.words.left.start,
            passage.words.left.end,
        );
        assert!(before <= place, "statements in left order, then the others");
        before = place;
        assert_eq!(
            passage.grade == Grade::Verbatim,
            same_keys(comparison, &passage.words),
            "{passage:?}"
        );
        if let Some(primary) = passage.primary {
            assert!(primary != at && comparison.passages[primary].primary.is_none());
            continue;
        }
        if passage.grade == Grade::Verbatim {
            let Sides { left, right } = passage.words.clone();
            let more = |l: usize, r: usize| {
                !free.left[l]
                    && !free.right[r]
                    && comparison.documents.left.key(l) == comparison.documents.right.key(r)
            };
            assert!(
                left.start == 0 || right.start == 0 || !more(left.start - 1, right.start - 1),
                "{passage:?}"
            );
            assert!(
                left.end == free.left.len()
                    || right.end == free.right.len()
                    || !more(left.end, right.end)
            );
        }
    }
}

proptest! {
    #![proptest_config(crate::generated::cases(300))]

    #[test]
    fn every_run_is_found((left, right) in pair(), min_words in 2_usize..6) {
        let options = Options { min_words, ..Options::default() };
        let documents = documents(&left, &right, &options);
        let found = runs::find(&documents, &options);
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
            prop_assert!(!comparison.complete || taken.left[run.left..run.left + run.len].contains(&true), "{:?}", run);
            prop_assert!(!comparison.complete || taken.right[run.right..run.right + run.len].contains(&true), "{:?}", run);
        }
    }

    #[test]
    fn passages_are_well_formed((left, right) in pair(), min_words in 2_usize..6) {
        passages_hold(&compare(&left, &right, &Options { min_words, ..Options::default() }));
    }

    #[test]
    fn passages_mirror((left, right) in pair()) {
        let there = compare(&left, &right, &Options::default());
        let back = compare(&right, &left, &Options::default());
        let mut mirrored: Vec<_> =
            back.passages.iter().map(|p| (p.words.clone().swap(), p.grade, p.substance, p.primary.is_some())).collect();
        mirrored.sort_by_key(|(words, _, substance, further)| {
            let other = *further || *substance != Substance::Statement;
            (other, words.left.start, words.left.end, words.right.start, words.right.end)
        });
        let found: Vec<_> =
            there.passages.iter().map(|p| (p.words.clone(), p.grade, p.substance, p.primary.is_some())).collect();
        prop_assert_eq!(found, mirrored);
    }

    #[test]
    fn a_text_against_itself_is_one_verbatim_passage(text in text()) {
        let comparison = compare(&text, &text, &Options::default());
        let words = comparison.documents.left.words.len();
        if words > 0 {
            let primary: Vec<_> = comparison.passages.iter().filter(|p| p.primary.is_none()).collect();
            prop_assert_eq!(primary.len(), 1);
            prop_assert_eq!(&primary[0].words, &Sides::new(0..words, 0..words));
            prop_assert_eq!(primary[0].grade, Grade::Verbatim);
        } else {
            prop_assert!(comparison.passages.is_empty());
        }
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
            ("On the other hand", Substance::Stock),
            ("Old Quenna Line Company", Substance::Names)
        ]
    );
}

/// A word repeated without end has more runs than are tried; the result says so.
#[test]
fn a_frequent_gram_sets_complete_to_false() {
    let left = "no ".repeat(500) + "yes";
    let right = "no ".repeat(700) + "perhaps";
    let comparison = compare(&left, &right, &Options::default());
    assert!(!comparison.complete);
    assert!(!comparison.passages.is_empty());
}
