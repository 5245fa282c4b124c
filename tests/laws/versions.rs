//! Two versions of one long text: one word in fifty rewritten, three blocks moved. What was done is known, so that
//! every row can be held against it.

use std::collections::HashSet;

use twicetold::{
    Comparison, Options,
    alignment::RowKind,
    span::{Side, Span},
};

const WORDS: usize = 100_000;
const SENTENCES_OF_PARAGRAPH: usize = 4;
/// One word in so many is rewritten.
const EDITED: u64 = 50;
/// Blocks of so many paragraphs, by where they stand and before which paragraph they go, in shares of the text.
const BLOCK: usize = 12;
const MOVES: [(f64, f64); 3] = [(0.2, 0.75), (0.5, 0.1), (0.9, 0.4)];

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// A word that can be spoken, short ones more often.
    fn word(&mut self) -> String {
        let rank = (self.below(1 << 12) * self.below(1 << 12)) >> 12;
        let letters = ["ka", "lo", "mi", "ru", "te", "no", "sa", "vi"];
        let syllables = (0..4).map(|at| letters[(rank >> (3 * at) & 7) as usize]);
        let count = if rank < 64 { 2 } else { 4 };
        syllables.take(count).collect()
    }
}

/// A sentence of the second version: which one of the first it was made from, and its words.
struct Version {
    from: usize,
    words: Vec<String>,
    moved: bool,
}

fn sentences() -> Vec<Vec<String>> {
    let mut chance = Chance(11);
    let mut sentences = Vec::new();
    let mut words = 0;
    while words < WORDS {
        let sentence: Vec<String> = (0..8 + chance.below(20)).map(|_| chance.word()).collect();
        words += sentence.len();
        sentences.push(sentence);
    }
    sentences
}

fn second(first: &[Vec<String>]) -> Vec<Version> {
    let mut chance = Chance(5);
    let rewritten = |(from, words): (usize, &Vec<String>)| Version {
        from,
        words: words
            .iter()
            .enumerate()
            .map(|(at, word)| match chance.below(EDITED) {
                0 => format!("new{from}x{at}"),
                _ => word.clone(),
            })
            .collect(),
        moved: false,
    };
    let mut paragraphs: Vec<Vec<Version>> = Vec::new();
    for (at, version) in first.iter().enumerate().map(rewritten).enumerate() {
        if at % SENTENCES_OF_PARAGRAPH == 0 {
            paragraphs.push(Vec::new());
        }
        paragraphs.last_mut().expect("one was pushed").push(version);
    }
    let all = paragraphs.len() as f64;
    for (from, to) in MOVES {
        let from = (from * all) as usize;
        let mut block: Vec<_> = paragraphs.drain(from..from + BLOCK).collect();
        block.iter_mut().flatten().for_each(|one| one.moved = true);
        let to = (to * all) as usize;
        paragraphs.splice(to..to, block);
    }
    paragraphs.into_iter().flatten().collect()
}

fn text<'w>(sentences: impl Iterator<Item = &'w Vec<String>>) -> String {
    let mut text = String::new();
    for (at, words) in sentences.enumerate() {
        text.push_str(match at {
            0 => "",
            _ if at % SENTENCES_OF_PARAGRAPH == 0 => "\n\n",
            _ => " ",
        });
        let sentence = words.join(" ");
        text.push_str(&sentence[..1].to_uppercase());
        text.push_str(&sentence[1..]);
        text.push('.');
    }
    text
}

fn words_in(comparison: &Comparison<'_>, side: Side, span: Span) -> Vec<String> {
    let text = &comparison.documents.get(side).text[span.range()];
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn rows_of_two_long_versions_are_right_to_the_word() {
    let first = sentences();
    let second = second(&first);
    let (left, right) = (
        text(first.iter()),
        text(second.iter().map(|one| &one.words)),
    );
    let comparison = twicetold::compare(&left, &right, &Options::default());
    assert!(comparison.complete);
    super::invariants::holds(&comparison);
    let mut facing = HashSet::new();
    for row in &comparison.rows {
        let (l, r) = (row.sentences.left.clone(), row.sentences.right.clone());
        match row.kind {
            RowKind::Same | RowKind::Changed | RowKind::Reworded => {
                assert_eq!((l.len(), r.len()), (1, 1), "{row:?}");
                let version = &second[r.start];
                assert_eq!(version.from, l.start, "{row:?}");
                facing.insert(r.start);
                let words = first[l.start].iter().zip(&version.words);
                let (old, new): (Vec<&String>, Vec<&String>) =
                    words.filter(|(old, new)| old != new).unzip();
                let changed = |side: Side| -> Vec<String> {
                    let changes = row.changes.iter();
                    changes
                        .flat_map(|change| words_in(&comparison, side, *change.spans.get(side)))
                        .collect()
                };
                assert_eq!(changed(Side::Left).iter().collect::<Vec<_>>(), old);
                assert_eq!(changed(Side::Right).iter().collect::<Vec<_>>(), new);
            }
            RowKind::Moved if l.is_empty() => assert!(second[r.start].moved, "{row:?}"),
            RowKind::Moved => {
                let moved = second.iter().find(|one| one.from == l.start);
                assert!(moved.is_some_and(|one| one.moved), "{row:?}");
            }
            _ => panic!("nothing was added or left out: {row:?}"),
        }
    }
    for (at, version) in second.iter().enumerate() {
        assert!(version.moved != facing.contains(&at), "sentence {at}");
    }
    assert!(comparison.facts.differences.is_empty());
}
