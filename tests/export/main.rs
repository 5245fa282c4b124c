//! Laws of every form in which a comparison leaves, on generated texts.

mod annotation;
mod docx;
mod forms;
#[path = "../generated/mod.rs"]
mod generated;
mod markdown;
mod meaning;
mod pandoc;
mod read;
mod tei;
mod texts;

use proptest::prelude::*;
use twicetold::{
    Comparison, Options, Sides, compare,
    export::{FORMATS, Format, Source},
};

/// Two texts, compared.
pub struct Pair<'t> {
    texts: Sides<&'t str>,
    options: Options,
    comparison: Comparison<'t>,
}

impl<'t> Pair<'t> {
    fn new(left: &'t str, right: &'t str) -> Self {
        let options = Options::default();
        Self {
            texts: Sides::new(left, right),
            comparison: compare(left, right, &options),
            options,
        }
    }

    /// The pair in the form of a name, with all that can be said of it.
    fn bytes(&self, format: &str) -> Vec<u8> {
        let source = Source {
            articles: texts::articles(),
            made: "2031-05-12T10:00:00.000Z",
            author: Some("A. <Reader> & \"Co\""),
            ..Source::new(&self.comparison, &self.options)
        };
        let format = Format::named(format).expect("there is such a form");
        format.write(&source)
    }

    fn text(&self, format: &str) -> String {
        String::from_utf8(self.bytes(format)).expect("it is UTF-8")
    }

    /// The paragraphs of each text, each with one blank for any white space.
    fn paragraphs(&self) -> Sides<Vec<String>> {
        self.comparison.documents.as_ref().map(|document| {
            let spans = document.paragraphs.iter().map(|paragraph| paragraph.span);
            spans
                .map(|span| texts::in_one_line(&document.text[span.range()]))
                .collect()
        })
    }
}

/// All laws on one pair.
fn all(left: &str, right: &str) {
    let pair = Pair::new(left, right);
    docx::holds(&pair);
    tei::holds(&pair);
    markdown::holds(&pair);
    annotation::holds(&pair);
    for format in FORMATS {
        let (one, two) = (pair.bytes(format.name), pair.bytes(format.name));
        assert!(one == two && !one.is_empty(), "{}", format.name);
    }
}

proptest! {
    #![proptest_config(generated::cases(48))]

    #[test]
    fn hold_on_versions(seed in any::<u64>()) {
        let (left, right) = texts::versions(seed);
        all(&left, &right);
    }

    #[test]
    fn hold_on_any_pieces(left in texts::pieces(), right in texts::pieces()) {
        all(&left, &right);
        all(&left, &format!("{right} {left}"));
    }
}

#[test]
fn hold_on_no_text() {
    all("", "");
    all("One line.", "");
    all("", "One line.\n\nAnd another.");
    all(" \n ", "\u{0}");
}

#[test]
fn hold_on_paragraphs_split_merged_moved_and_left_out() {
    let (a, b, c) = (
        "The lamp on Gull Rock went out on Monday night. Its keeper rowed ashore for oil at dawn.",
        "Nine boats waited outside the bar until morning came, and none of them carried a light.",
        "The harbour board meets on Thursday to speak about the oil and about the boat of the keeper.",
    );
    let split = a.replace("night. Its", "night.\n\nIts");
    let texts = [
        format!("{a}\n\n{b}\n\n{c}"),
        format!("{split}\n\n{b}\n\n{c}"),
        format!("{a} {b}\n\n{c}"),
        format!("{c}\n\n{a}\n\n{b}"),
        format!("{a}\n\n{c}"),
        format!("{a}\n\n{b}"),
        format!("{b}\n\n{c}"),
        b.replace(' ', "\n"),
    ];
    for left in &texts {
        for right in &texts {
            all(left, right);
        }
    }
}
