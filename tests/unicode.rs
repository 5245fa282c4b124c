//! The official word and grapheme break tests of Unicode 17, run through `Document`.
//!
//! `Document` tailors UAX #29 in a few stated ways; every boundary that differs from the standard
//! must be one of them, and every official boundary must be kept where none of them applies.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use twicetold::{
    Options,
    document::{Document, Vocabulary},
};

/// A test line: the text, and the byte offsets at which it breaks, ends included.
fn cases(file: &str) -> Vec<(String, BTreeSet<usize>)> {
    let lines = file.lines().filter(|line| line.starts_with('÷'));
    lines.map(case).collect()
}

fn case(line: &str) -> (String, BTreeSet<usize>) {
    let (mut text, mut breaks) = (String::new(), BTreeSet::new());
    for part in line.split_whitespace() {
        match part {
            "÷" => {
                breaks.insert(text.len());
            }
            "×" => {}
            code => {
                let code = u32::from_str_radix(code, 16).expect("a hexadecimal number");
                text.push(char::from_u32(code).expect("a code point"));
            }
        }
    }
    (text, breaks)
}

fn spans(text: &str) -> Vec<std::ops::Range<usize>> {
    let document = Document::new(text, &Options::default(), &mut Vocabulary::default());
    document
        .tokens
        .iter()
        .map(|token| token.span.range())
        .collect()
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{3031}'..='\u{3035}' | '\u{30A0}'..='\u{30FF}' | '\u{309B}' | '\u{309C}' | '\u{FF66}'..='\u{FF9F}')
}

/// Whether a break that the standard does not have is a stated one: inside Katakana, around the narrow
/// no-break space, which is white space here, or behind the space before an invisible character.
fn may_be_added(text: &str, at: usize) -> bool {
    let around = [text[..at].chars().next_back(), text[at..].chars().next()];
    let katakana = text[..at].chars().any(is_katakana) || text[at..].chars().any(is_katakana);
    katakana || around.contains(&Some('\u{202F}')) || around[0].is_some_and(char::is_whitespace)
}

/// Whether a break that the standard has may be missing: between two of the same mark, and where the
/// rules for words would cut a cluster in two.
fn may_be_dropped(text: &str, at: usize) -> bool {
    if !text.grapheme_indices(true).any(|(start, _)| start == at) {
        return true;
    }
    let around = [text[..at].chars().next_back(), text[at..].chars().next()];
    around[0] == around[1] && around[0].is_some_and(|c| ".-!?'`,*=~#…–—".contains(c))
}

#[test]
fn words_break_where_the_standard_says() {
    let cases = cases(include_str!("data/unicode/WordBreakTest.txt"));
    assert!(cases.len() > 1900, "the file has {} tests", cases.len());
    for (text, breaks) in cases {
        let tokens = spans(&text);
        for token in &tokens {
            for at in [token.start, token.end] {
                assert!(
                    breaks.contains(&at) || may_be_added(&text, at),
                    "{text:?} must not break at {at}: {tokens:?}"
                );
            }
        }
        for &at in &breaks {
            let inside = tokens
                .iter()
                .any(|token| token.start < at && at < token.end);
            assert!(
                !inside || may_be_dropped(&text, at),
                "{text:?} must break at {at}: {tokens:?}"
            );
        }
    }
}

#[test]
fn clusters_are_never_cut() {
    let cases = cases(include_str!("data/unicode/GraphemeBreakTest.txt"));
    assert!(cases.len() > 700, "the file has {} tests", cases.len());
    for (text, breaks) in cases {
        for token in spans(&text) {
            for at in [token.start, token.end] {
                // White space is the gap between tokens, also behind a sign that prepends itself to it.
                let before_space = text[at..].starts_with(char::is_whitespace);
                assert!(
                    breaks.contains(&at) || before_space,
                    "{text:?} is cut at {at}"
                );
            }
        }
    }
}

#[test]
fn nothing_but_white_space_is_left_out() {
    let files = [
        include_str!("data/unicode/WordBreakTest.txt"),
        include_str!("data/unicode/GraphemeBreakTest.txt"),
    ];
    for (text, _) in files.into_iter().flat_map(cases) {
        let tokens = spans(&text);
        for (at, c) in text.char_indices() {
            let held = tokens.iter().any(|token| token.contains(&at));
            assert!(
                held || c.is_whitespace(),
                "{text:?}: {c:?} at {at} is in no token"
            );
        }
    }
}
