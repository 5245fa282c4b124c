//! Texts of invented words, of which is told only what they share; and what was found between two of them, in short.
//!
//! A text is written as its sentences. `A12. x8. / B3-9 x2.` is a sentence of twelve words A, one of eight words that
//! stand nowhere else, and in a new paragraph one of the words 3 to 9 of B and two others. `_` is a line break, `x8.*9`
//! stands nine times. Behind `^` every word has a capital, as names have. What else is written stands for itself: `the`,
//! `1948`. An invented word has six letters, so that twelve of them with blanks between take 83 bytes.

use twicetold::{
    Comparison, Options,
    alignment::RowKind,
    compare,
    passages::{Grade, RegionKind, Substance},
    relation::RelationKind,
    span::{Side, Sides, Span},
};

/// So many words has each letter.
const OF_A_LETTER: usize = 60;

/// From these on the words of each side that stand nowhere else.
const OWN: Sides<usize> = Sides {
    left: 26 * OF_A_LETTER,
    right: 26 * OF_A_LETTER + 1_000,
};

/// A word for each number below 3,600.
fn word(number: usize) -> String {
    let syllable = |number: usize| {
        let consonant = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v"][number / 5];
        format!("{consonant}{}", ["a", "e", "i", "o", "u"][number % 5])
    };
    format!("{}{}ra", syllable(number % 60), syllable(number / 60))
}

/// What a side's text looks like that is written so.
fn text(side: Side, written: &str) -> String {
    let mut own = *OWN.get(side);
    let mut out = String::new();
    let parts = written.split_whitespace().flat_map(|part| {
        let (part, times) = part.split_once('*').unwrap_or((part, "1"));
        std::iter::repeat_n(part, times.parse().expect("a number stands behind *"))
    });
    for part in parts {
        if let Some(breaks) = match part {
            "_" => Some("\n"),
            "/" => Some("\n\n"),
            _ => None,
        } {
            out.push_str(breaks);
            continue;
        }
        let bare = part.trim_end_matches(['.', ',']);
        let mut words = words(bare, &mut own).join(" ");
        if out.is_empty() || out.ends_with(['.', '\n']) {
            words = capital(&words);
        }
        if !out.is_empty() && !out.ends_with('\n') {
            out.push(' ');
        }
        out.push_str(&words);
        out.push_str(&part[bare.len()..]);
    }
    out
}

/// The words that one part stands for.
fn words(part: &str, own: &mut usize) -> Vec<String> {
    let (is_name, name) = match part.strip_prefix('^') {
        Some(name) => (true, name),
        None => (false, part),
    };
    let Some((letter, numbers)) = name.split_at_checked(1).filter(|(letter, numbers)| {
        letter.starts_with(|c: char| c.is_ascii_uppercase() || c == 'x')
            && numbers.starts_with(|c: char| c.is_ascii_digit())
    }) else {
        return vec![part.to_owned()];
    };
    let number = |text: &str| {
        text.parse::<usize>()
            .expect("a number stands behind a letter")
    };
    let range = match numbers.split_once('-') {
        Some((first, last)) => number(first) - 1..number(last),
        None => 0..number(numbers),
    };
    let first = if letter == "x" {
        let first = *own;
        *own += range.len();
        first
    } else {
        usize::from(letter.as_bytes()[0] - b'A') * OF_A_LETTER
    };
    let words = range.map(|at| word(first + at));
    words
        .map(|word| if is_name { capital(&word) } else { word })
        .collect()
}

fn capital(text: &str) -> String {
    let first = text.chars().next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(text.chars().skip(1)).collect()
}

/// Compares two texts that are written so, and tells of what was found.
fn told(left: &str, right: &str, tell: impl Fn(&Comparison<'_>) -> Vec<String>) -> String {
    let (left, right) = (text(Side::Left, left), text(Side::Right, right));
    tell(&compare(&left, &right, &Options::default())).join("; ")
}

/// The words that a stretch takes in, counted from the start of its text: `0-12`.
fn place(comparison: &Comparison<'_>, spans: &Sides<Span>) -> String {
    let side = |side: Side| {
        let document = comparison.documents.get(side);
        let span = spans.get(side);
        let starts = |at: &u32| document.tokens[*at as usize].span.start;
        let first = document.words.partition_point(|at| starts(at) < span.start);
        let end = document.words.partition_point(|at| starts(at) < span.end);
        format!("{first}-{end}")
    };
    format!("{} {}", side(Side::Left), side(Side::Right))
}

/// The regions: `strong 0-12 0-12`, `condensed 0-30 0-200`.
pub fn regions(left: &str, right: &str) -> String {
    told(left, right, |comparison| {
        let region = |region: &twicetold::passages::Region| {
            let what = match (region.kind, region.strong) {
                (RegionKind::Condensed, _) => "condensed",
                (RegionKind::Reuse, true) => "strong",
                _ => "weak",
            };
            format!("{what} {}", place(comparison, &region.spans))
        };
        comparison.regions.iter().map(region).collect()
    })
}

/// The passages: `verbatim 0-12 0-12`, with `moved`, `names`, `formulaic` or `copy` behind it where that is so.
pub fn passages(left: &str, right: &str) -> String {
    told(left, right, |comparison| {
        let passage = |passage: &twicetold::passages::Passage| {
            let grade = match passage.grade {
                Grade::Verbatim => "verbatim",
                Grade::Edited => "edited",
                _ => "reworded",
            };
            let note = match (passage.substance, passage.moved, passage.primary) {
                (_, _, Some(_)) => " copy",
                (_, true, _) => " moved",
                (Substance::Names, ..) => " names",
                (Substance::Formulaic, ..) => " formulaic",
                _ => "",
            };
            format!("{grade} {}{note}", place(comparison, &passage.spans))
        };
        comparison.passages.iter().map(passage).collect()
    })
}

/// The rows, each with the numbers of its sentences: `1=1`, `2~2`, `3≈3+4`, `4<`, `>5`, with `moved` where that is so.
pub fn rows(left: &str, right: &str) -> String {
    told(left, right, |comparison| {
        let row = |row: &twicetold::alignment::Row| {
            let numbers = |side: Side| {
                let numbers = row
                    .sentences
                    .get(side)
                    .clone()
                    .map(|at| (at + 1).to_string());
                numbers.collect::<Vec<_>>().join("+")
            };
            let (left, right) = (numbers(Side::Left), numbers(Side::Right));
            let sign = match row.kind {
                RowKind::Same => "=",
                RowKind::Changed => "~",
                RowKind::Reworded => "≈",
                _ if right.is_empty() => "<",
                _ => ">",
            };
            let note = if row.kind == RowKind::Moved {
                " moved"
            } else {
                ""
            };
            format!("{left}{sign}{right}{note}")
        };
        comparison.rows.iter().map(row).collect()
    })
}

/// The fate of the words of each side: `shared 1, only; only, shared 1`.
pub fn fates(left: &str, right: &str) -> String {
    told(left, right, |comparison| {
        let side = |side: Side| {
            let runs = comparison.coverage.get(side).iter();
            let run = runs.map(|run| {
                let passage = run
                    .passage
                    .map_or(String::new(), |at| format!(" {}", at + 1));
                format!("{:?}{passage}", run.what).to_lowercase()
            });
            run.collect::<Vec<_>>().join(", ")
        };
        vec![side(Side::Left), side(Side::Right)]
    })
}

/// How both texts stand to each other, and how many words of each count as shared: `version, 60 of 100, 60 of 120`.
pub fn relation(left: &str, right: &str) -> String {
    told(left, right, |comparison| {
        let relation = &comparison.relation;
        let share = |side: Side| {
            let all = comparison.documents.get(side).words.len();
            format!("{} of {all}", relation.shared.get(side))
        };
        let kind = match relation.kind {
            RelationKind::Same => "same",
            RelationKind::Version => "version",
            RelationKind::CommonSource => "common source",
            RelationKind::SharedPassages => "shared passages",
            RelationKind::SameSubject => "same subject",
            _ => "none",
        };
        let (left, right) = (share(Side::Left), share(Side::Right));
        vec![format!("{kind}, {left}, {right}")]
    })
}

/// All of it, each part behind `//`: regions, passages, rows, the edits of each row as the words they take out and put
/// in, and the fate of the words of each side.
pub fn whole(left: &str, right: &str) -> String {
    let edits = told(left, right, |comparison| {
        let rows = comparison.rows.iter().filter(|row| !row.changes.is_empty());
        rows.map(|row| {
            let edits = row.changes.iter();
            let edits = edits.map(|change| place(comparison, &change.spans));
            edits.collect::<Vec<_>>().join(", ")
        })
        .collect()
    });
    [
        regions(left, right),
        passages(left, right),
        rows(left, right),
        edits,
        fates(left, right),
    ]
    .join(" // ")
}
