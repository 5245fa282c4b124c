//! CriticMarkup: accepting gives the right text, refusing the left one.

use twicetold::span::Side;

use crate::{Pair, texts};

pub fn holds(pair: &Pair<'_>) {
    let written = pair.text("markdown");
    let expected = pair.paragraphs();
    for side in Side::BOTH {
        assert_eq!(
            read(&written, side),
            *expected.get(side),
            "{side:?} of {:?}:\n{written}",
            pair.texts
        );
    }
}

/// The paragraphs that stand when all changes are accepted (right) or refused (left): marks are looked for from the left,
/// each ends at the next mark of its sort, as processors of CriticMarkup do.
fn read(written: &str, side: Side) -> Vec<String> {
    let mut text = String::new();
    let mut rest = written;
    while let Some((at, mark)) = next_mark(rest) {
        text.push_str(&unescaped(&rest[..at]));
        let inner = &rest[at + 3..];
        let end = inner.find(mark.1).expect("a mark ends");
        let content = &inner[..end];
        match (mark.0, side) {
            ("{++", Side::Right) | ("{--", Side::Left) => text.push_str(&unescaped(content)),
            ("{~~", _) => {
                let (old, new) = content.split_once("~>").expect("old and new");
                text.push_str(&unescaped(if side == Side::Left { old } else { new }));
            }
            _ => {}
        }
        rest = &inner[end + 3..];
    }
    text.push_str(&unescaped(rest));
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
