//! Texts that laws are held against: versions of one text, and pieces that are hard to write.

use proptest::prelude::*;
use twicetold::{Sides, export::Article};

/// Pairs of which one side joins paragraphs of the other at a sign that has no blank before it.
pub const JOINED: [(&str, &str); 3] = [
    (
        "The harbour will buy:\n\n- a crane for the quay\n\n- two ropes\n\n- a lamp for the pier\n",
        "The harbour will buy a crane for the quay, two ropes and a lamp for the pier.\n",
    ),
    (
        "They wait.\n\n“The quay will be closed to all boats until May,” says a notice at the gate.\n",
        "They wait.\n\n“The quay will be closed to all boats until May.”\n\nIt stands at the gate.\n",
    ),
    (
        "They wait.\n\n“The quay will be closed to all boats until May.\n\nNobody knows why,” she said.\n",
        "They wait.\n\n“The quay will be closed to all boats until May.”\n",
    ),
];

/// What is known of the two articles, with signs that have to be escaped.
pub fn articles() -> Sides<Article<'static>> {
    Sides::new(
        Article {
            title: Some("The <lamp> & \"the rock\""),
            outlet: Some("The Gull"),
            byline: Some("A. Keeper"),
            date: Some("2031-05-12"),
            address: Some("https://example.org/lamp?a=1&b=2"),
            name: "left.txt",
        },
        Article {
            name: "right side.txt",
            ..Article::default()
        },
    )
}

/// Numbers that look like chance, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn word(&mut self) -> String {
        let rank = (self.below(1 << 10) * self.below(1 << 10)) >> 10;
        let syllables = ["ka", "lo", "mi", "ru", "te", "no", "sa", "vi"];
        let count = if rank < 24 { 1 } else { 3 };
        (0..count)
            .map(|at| syllables[(rank >> (3 * at) & 7) as usize])
            .collect()
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..4 + self.below(14)).map(|_| self.word()).collect();
        let sentence = words.join(" ");
        format!("{}{}.", sentence[..1].to_uppercase(), &sentence[1..])
    }

    /// A sentence with some of its words deleted, replaced or added.
    fn edited(&mut self, sentence: &str) -> String {
        let mut words = Vec::new();
        for word in sentence.split(' ') {
            match self.below(24) {
                0 => {}
                1 => words.push(self.word()),
                2 => words.extend([word.to_owned(), self.word()]),
                3 => words.push(word.to_uppercase()),
                _ => words.push(word.to_owned()),
            }
        }
        words.join(" ")
    }
}

/// A text of some paragraphs, and a version of it: words edited, sentences and paragraphs moved, split, merged, dropped.
pub fn versions(seed: u64) -> (String, String) {
    let mut chance = Chance(seed);
    let first: Vec<Vec<String>> = (0..1 + chance.below(7))
        .map(|_| {
            (0..1 + chance.below(5))
                .map(|_| chance.sentence())
                .collect()
        })
        .collect();
    let mut second: Vec<Vec<String>> = first.clone();
    for _ in 0..chance.below(6) {
        change(&mut second, &mut chance);
    }
    (
        laid_out(&first, &mut chance),
        laid_out(&second, &mut chance),
    )
}

fn change(paragraphs: &mut Vec<Vec<String>>, chance: &mut Chance) {
    if paragraphs.is_empty() {
        return;
    }
    let count = paragraphs.len() as u64;
    let (at, to) = (chance.below(count) as usize, chance.below(count) as usize);
    match chance.below(7) {
        0 => {
            let moved = paragraphs.remove(at);
            paragraphs.insert(to, moved);
        }
        1 => {
            let half = paragraphs[at].len() / 2;
            let rest = paragraphs[at].split_off(half);
            paragraphs.insert(at + 1, rest);
        }
        2 if at + 1 < paragraphs.len() => {
            let next = paragraphs.remove(at + 1);
            paragraphs[at].extend(next);
        }
        3 => {
            paragraphs.remove(at);
        }
        4 => {
            let sentence = paragraphs[at].pop();
            paragraphs[to].splice(0..0, sentence);
        }
        5 => paragraphs.insert(at, vec![chance.sentence(), chance.sentence()]),
        _ => {
            let edited = paragraphs[at]
                .iter()
                .map(|sentence| chance.edited(sentence));
            paragraphs[at] = edited.collect();
        }
    }
}

/// Paragraphs on one line each or broken into many, with an empty line between.
fn laid_out(paragraphs: &[Vec<String>], chance: &mut Chance) -> String {
    let ends = ["\n\n", "\r\n\r\n", "\n \n"];
    let end = ends[chance.below(3) as usize];
    let wraps = chance.below(3) == 0;
    let mut text = String::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        let paragraph = paragraph.join(" ");
        text += &if wraps {
            wrapped(&paragraph, 72)
        } else {
            paragraph
        };
        text += end;
    }
    text
}

/// The text in lines of at most so many letters, each with the words that fit.
pub fn wrapped(text: &str, width: usize) -> String {
    let (mut wrapped, mut column) = (String::new(), 0);
    for word in text.split(' ') {
        if column > 0 && column + 1 + word.len() > width {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += word.len();
    }
    wrapped
}

/// Signs that mean something in one form or another, letters of other scripts, white space of all sorts.
pub fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "the lamp went out",
        "Monday",
        "nine boats",
        "1,200",
        "“We shall not,”",
        "not",
        "a",
        "b",
        "Gull Rock",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u{a0}",
        "\u{2028}",
        "\u{c}",
        "\u{3000}",
        ". ",
        ".\n\n",
        "exam-\nple",
        "{++",
        "++}",
        "{--",
        "--}",
        "{~~",
        "~>",
        "~~}",
        "{==",
        "==}",
        "{>>",
        "<<}",
        "{",
        "}",
        "+",
        "-",
        "~",
        ">",
        "<",
        "=",
        "\\",
        "\\\\",
        "\\~",
        "&amp;",
        "<w:t>",
        "]]>",
        "\"",
        "'",
        "\u{0}",
        "\u{1f}",
        "\u{fffe}",
        "\u{feff}",
        "日本語の記事",
        "قال الرجل",
        "שלום",
        "😀",
        "e\u{301}",
        "ß",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The text with one blank for any white space, and none at its ends.
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with U+FFFD for what XML 1.0 cannot hold.
pub fn in_xml(text: &str) -> String {
    let forbidden = |c: char| {
        (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    text.chars()
        .map(|c| if forbidden(c) { '\u{fffd}' } else { c })
        .collect()
}
