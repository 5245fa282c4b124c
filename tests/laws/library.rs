//! Laws of many articles at once, on generated texts.

use proptest::prelude::*;
use twicetold::{
    Options, compare,
    document::{LineOverride, QuarterWords},
    library::{Library, Overlap},
    span::{Side, Sides},
    summary::{Share, Summary},
};

const PIECES: &[&str] = &[
    "harbour",
    "master",
    "the",
    "of",
    "Quenna",
    "bridge",
    "opened",
    "politics",
    "political",
    "“",
    "”",
    ". ",
    ". ",
    "\n\n",
    "12",
    "1,400",
    "河",
    "大桥",
    "река",
    "\u{202E}",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..50);
    pieces.prop_map(|pieces| pieces.join(" "))
}

/// Articles that share stretches, in another order.
fn articles() -> impl Strategy<Value = Vec<String>> {
    (text(), text(), text(), text()).prop_map(|(a, b, c, d)| {
        vec![
            format!("{a}{b}. {c}"),
            format!("{c}. {d} {a}"),
            format!("{b}\n\n{a}"),
            d,
        ]
    })
}

fn library(articles: &[String], options: &Options) -> Library {
    let mut library = Library::new(options.clone());
    for (at, text) in articles.iter().enumerate() {
        library.set(&at.to_string(), text.clone(), &[]);
    }
    library
}

/// All words, and those in verbatim, edited and reworded passages and in copies; and whether that is complete.
type Counts = (Sides<[usize; 5]>, bool);

fn counted(overlap: Option<Overlap>) -> Option<Counts> {
    let counts = |of: Share| [of.words, of.verbatim, of.edited, of.reworded, of.repeated];
    overlap.map(|overlap| (overlap.shares.map(counts), overlap.complete))
}

/// What the summary of the pair says.
fn expected(left: &str, right: &str, options: &Options) -> Option<Counts> {
    let comparison = compare(left, right, options);
    let counts = |of: Summary| {
        [
            of.words,
            of.verbatim,
            of.edited,
            of.reworded,
            of.repeated_words,
        ]
    };
    // No gram of such texts is frequent, and nothing that comes after the passages meets a limit.
    Some((comparison.summary.map(counts), comparison.complete))
}

proptest! {
    #![proptest_config(crate::generated::cases(64))]

    #[test]
    fn an_overlap_is_what_the_summary_of_the_pair_says(articles in articles(), min_words in 2usize..8) {
        let options = Options { min_words, ..Options::default() };
        let library = library(&articles, &options);
        for (l, left) in articles.iter().enumerate() {
            for (r, right) in articles.iter().enumerate() {
                let found = library.overlap(&l.to_string(), &r.to_string(), &[]);
                prop_assert_eq!(counted(found), expected(left, right, &options), "{} and {}", l, r);
            }
        }
    }

    #[test]
    fn decisions_about_lines_count_as_in_the_pair(articles in articles()) {
        let line = articles[0].lines().next().unwrap_or_default().trim().to_owned();
        let line_overrides = vec![LineOverride { line, boilerplate: true }];
        let mut library = library(&articles, &Options::default());
        library.set("0", articles[0].clone(), &line_overrides);
        let options = Options { line_overrides: Sides::new(line_overrides, Vec::new()), ..Options::default() };
        let found = counted(library.overlap("0", "1", &[]));
        prop_assert_eq!(found, expected(&articles[0], &articles[1], &options));
    }

    #[test]
    fn what_was_in_the_library_before_changes_nothing(articles in articles()) {
        let options = Options::default();
        let mut used = library(&articles, &options);
        used.set("0", "Something else stood here.".to_owned(), &[]);
        used.set("0", articles[0].clone(), &[]);
        prop_assert!(used.remove("3"));
        let fresh = library(&articles[..3], &options);
        prop_assert_eq!(used.overlap("0", "1", &[]), fresh.overlap("0", "1", &[]));
        prop_assert_eq!(used.elsewhere("0", "1", &[]), fresh.elsewhere("0", "1", &[]));
    }

    #[test]
    fn a_copy_of_a_side_has_all_passages_of_three_words(articles in articles()) {
        let options = Options { min_words: 3, ..Options::default() };
        let mut library = library(&articles[..2], &options);
        library.set("copy", articles[0].clone(), &[]);
        let found = library.elsewhere("0", "1", &[]).map(|found| found.articles).unwrap_or_default();
        let comparison = compare(&articles[0], &articles[1], &options);
        prop_assert_eq!(found.len(), comparison.passages.len());
        // Words that the other side of the pair parts are whole in a third article.
        let alone = compare(&articles[0], &articles[0], &options);
        prop_assume!(alone.documents.left.words.len() == comparison.documents.left.words.len());
        for (passage, names) in comparison.passages.iter().zip(&found) {
            let words = passage.words.get(Side::Left).clone();
            if comparison.documents.left.length(words) >= QuarterWords::of_words(3) {
                prop_assert_eq!(names, &["copy"], "{:?}", passage);
            }
        }
    }

    #[test]
    fn swapping_the_sides_leaves_the_articles_of_a_passage(articles in articles()) {
        let options = Options::default();
        let library = library(&articles, &options);
        let both = [("0", "1"), ("1", "0")].map(|(left, right)| {
            let found = library.elsewhere(left, right, &[]).map(|found| found.articles).unwrap_or_default();
            let mut names: Vec<String> = found.into_iter().map(|names| names.join(" ")).collect();
            names.sort();
            names
        });
        prop_assert_eq!(&both[0], &both[1]);
    }
}
