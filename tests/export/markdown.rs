//! CriticMarkup: accepting gives the right text, refusing the left one.

use twicetold::span::Side;

use crate::{Pair, texts};

pub fn holds(pair: &Pair<'_>) {
    let written = pair.text("markdown");
    let expected = pair.paragraphs();
    for side in Side::BOTH {
        // Backslashes are taken away from each piece, or at the end as by a reader whose editor accepted all.
        let at_the_end = unescaped(&read(&written, side, str::to_owned));
        for text in [read(&written, side, unescaped), at_the_end] {
            assert_eq!(
                paragraphs(&text),
                *expected.get(side),
                "{side:?} of {:?}:\n{written}",
                pair.texts
            );
        }
    }
}

/// The text that stands when all changes are accepted (right) or refused (left): marks are looked for from the left,
/// each ends at the next mark of its sort, as processors of CriticMarkup do.
fn read(written: &str, side: Side, piece: fn(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = written;
    while let Some((at, mark)) = next_mark(rest) {
        text.push_str(&piece(&rest[..at]));
        let inner = &rest[at + 3..];
        let end = inner.find(mark.1).expect("a mark ends");
        let content = &inner[..end];
        match (mark.0, side) {
            ("{++", Side::Right) | ("{--", Side::Left) => text.push_str(&piece(content)),
            ("{~~", _) => {
                let (old, new) = content.split_once("~>").expect("old and new");
                text.push_str(&piece(if side == Side::Left { old } else { new }));
            }
            _ => {}
        }
        rest = &inner[end + 3..];
    }
    text.push_str(&piece(rest));
    text
}

fn paragraphs(text: &str) -> Vec<String> {
    // Two line ends are written between paragraphs, and none inside.
    let paragraphs = text.split("\n\n").map(texts::in_one_line);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

fn next_mark(text: &str) -> Option<(usize, (&'static str, &'static str))> {
    let marks = [
        ("{++", "++}"),
        ("{--", "--}"),
        ("{~~", "~~}"),
        ("{>>", "<<}"),
        ("{==", "==}"),
    ];
    let found = marks
        .into_iter()
        .filter_map(|mark| Some((text.find(mark.0)?, mark)));
    found.min_by_key(|(at, _)| *at)
}

fn unescaped(text: &str) -> String {
    let mut written = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = |next: &char| "+-~=><\\".contains(*next);
        match chars.next_if(|next| c == '\\' && escapes(next)) {
            Some(escaped) => written.push(escaped),
            None => written.push(c),
        }
    }
    written
}

/// A backslash before a change is none of the sign that the change brings.
#[test]
fn a_backslash_may_stand_beside_a_change() {
    let left = r"The old path on the drive was C:\+x and it stays so. A word more.";
    let right = r"The old path on the drive was C:\-x and it stays so. A word more.";
    holds(&Pair::new(left, right));
}

#[test]
fn changes_read_as_people_write_them() {
    let left = "The lamp on Gull Rock went out on Monday. Its old keeper rowed ashore for oil.";
    let right =
        "The lamp on Gull Rock went out on Tuesday. Its keeper rowed ashore for oil and bread.";
    let written = Pair::new(left, right).text("markdown");
    let (in_short, texts) = written.split_once("<<}\n\n").expect("a comment");
    assert!(in_short.starts_with("{>>In short: "), "{in_short}");
    assert_eq!(
        texts,
        "The lamp on Gull Rock went out on {~~Monday~>Tuesday~~}. Its {--old --}keeper rowed ashore for oil{++ and bread++}.\n"
    );
}
