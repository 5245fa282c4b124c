//! What one text says and the other does not: the words that nothing on the other side answers.
//!
//! A word is answered if a statement holds it (see [`Passage::is_statement`]), or if it faces the same word
//! in a row with edits that can be read, or is of a short line that moved: so a heading that both have is not left
//! out, though it is too short for a passage. Linear in words and rows.

use std::ops::Range;

use crate::{
    alignment::{Row, RowKind},
    document::{Document, Role, TokenKind},
    passages::Passage,
    span::{Side, Sides, Span},
};

/// A stretch of one text without a counterpart, inside one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// From its first to its last word.
    pub span: Span,
    /// How many words it has, punctuation aside; never none.
    pub words: usize,
    /// How many sentences lie in it whole; none if it is only part of one.
    pub sentences: usize,
}

/// A part of a sentence of fewer words is a turn of phrase, not something left out: "said", "in fact".
const PART: usize = 3;

/// The stretches of each side without a counterpart, boilerplate aside, in reading order, disjoint.
pub fn find(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
    rows: &[Row],
) -> Sides<Vec<LeftOut>> {
    Sides::new(Side::Left, Side::Right).map(|side| {
        let document = documents.get(side);
        let held = held(side, document, passages);
        let answered = answered(side, document, rows, held.clone());
        let mut found = Vec::new();
        for paragraph in &document.paragraphs {
            if !matches!(paragraph.role, Role::Boilerplate(_)) {
                stretches(
                    document,
                    paragraph.sentences.clone(),
                    &held,
                    &answered,
                    &mut found,
                );
            }
        }
        found
    })
}

/// For each token whether it is a word of a statement.
fn held(side: Side, document: &Document<'_>, passages: &[Passage]) -> Vec<bool> {
    let mut held = vec![false; document.tokens.len()];
    for passage in passages.iter().filter(|passage| passage.is_statement()) {
        for &token in &document.words[passage.words.get(side).clone()] {
            held[token as usize] = true;
        }
    }
    held
}

/// For each token whether the other side answers it, given those that statements hold.
fn answered(side: Side, document: &Document<'_>, rows: &[Row], held: Vec<bool>) -> Vec<bool> {
    let mut answered = held;
    for row in rows {
        if matches!(row.kind, RowKind::Same | RowKind::Changed) || row.counterpart.is_some() {
            keep(side, document, row, &mut answered);
        }
    }
    answered
}

/// Marks the tokens of a row that stand outside its changes.
fn keep(side: Side, document: &Document<'_>, row: &Row, answered: &mut [bool]) {
    let mut changes = row.changes.iter().map(|change| *change.spans.get(side));
    let mut change = changes.next();
    for sentence in &document.sentences[row.sentences.get(side).clone()] {
        for at in sentence.tokens.clone() {
            let span = document.tokens[at].span;
            while change.is_some_and(|change| change.end <= span.start) {
                change = changes.next();
            }
            answered[at] |= !change.is_some_and(|change| change.overlaps(span));
        }
    }
}

/// The stretches in a paragraph, given as its sentences.
fn stretches(
    document: &Document<'_>,
    sentences: Range<usize>,
    held: &[bool],
    answered: &[bool],
    found: &mut Vec<LeftOut>,
) {
    let is_word = |token: usize| document.tokens[token].kind != TokenKind::Punctuation;
    let mut open: Option<LeftOut> = None;
    for sentence in &document.sentences[sentences] {
        let mut all = true;
        // A line of signs alone that faces the same line parts what stands around it.
        if !sentence.tokens.clone().any(is_word) && sentence.tokens.clone().all(|at| answered[at]) {
            found.extend(open.take().filter(LeftOut::says_something));
        }
        for at in sentence.tokens.clone() {
            let span = document.tokens[at].span;
            // Where signs count as words, a statement may consist of them.
            if held[at] || is_word(at) && answered[at] {
                all = false;
                found.extend(open.take().filter(LeftOut::says_something));
                continue;
            }
            if !is_word(at) {
                continue;
            }
            let stretch = open.get_or_insert(LeftOut {
                span,
                words: 0,
                sentences: 0,
            });
            stretch.span = stretch.span.to(span);
            stretch.words += 1;
        }
        if let (true, Some(stretch)) = (all, &mut open) {
            stretch.sentences += 1;
        }
    }
    found.extend(open.filter(LeftOut::says_something));
}

impl LeftOut {
    fn says_something(&self) -> bool {
        self.sentences > 0 || self.words >= PART
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, compare, span::Side};

    /// The stretches of a side, with their words and whole sentences.
    fn left_out<'t>(left: &'t str, right: &'t str, side: Side) -> Vec<(&'t str, usize, usize)> {
        let comparison = compare(left, right, &Options::default());
        let text = comparison.documents.get(side).text;
        let found = comparison.left_out.get(side).iter();
        found
            .map(|one| (&text[one.span.range()], one.words, one.sentences))
            .collect()
    }

    #[test]
    fn sentences_and_clauses_without_a_counterpart() {
        let left = "Results\n\nThe old mill by the river burned down on Sunday night. \
                    Nobody was hurt. Its owner lives abroad.\n\nThe tower still stands.";
        let right = "Results\n\nWhile most of the village slept, the old mill by the river burned down on \
                     Sunday night.\n\nThe tower still stands.";
        assert_eq!(
            left_out(left, right, Side::Left),
            [("Nobody was hurt. Its owner lives abroad", 7, 2)]
        );
        assert_eq!(
            left_out(left, right, Side::Right),
            [("While most of the village slept", 6, 0)]
        );
    }

    #[test]
    fn two_words_of_a_sentence_are_no_statement() {
        let text = "The ferry did not sail on Sunday.";
        for (longer, expected) in [
            ("The ferry did not sail on Sunday at noon.", vec![]),
            (
                "The ferry did not sail on Sunday because fog lay.",
                vec![("because fog lay", 3, 0)],
            ),
        ] {
            assert_eq!(left_out(text, longer, Side::Right), expected);
            assert_eq!(left_out(longer, text, Side::Left), expected);
        }
    }

    #[test]
    fn a_word_of_which_nothing_is_seen_is_not_left_out() {
        // A stroke that lengthens Arabic letters, alone in its line.
        let text = "The ferry did not sail that day.\n\nـ\n\nThe tower still stands.";
        let other = "The ferry did not sail that day. The tower still stands.";
        assert!(left_out(text, other, Side::Left).is_empty());
    }

    #[test]
    fn nothing_is_left_out_of_a_copy_and_all_of_a_stranger() {
        let text = "Rain fell.\n\nThe ferry did not sail that day.";
        assert!(left_out(text, text, Side::Left).is_empty());
        assert!(left_out("", text, Side::Left).is_empty());
        assert_eq!(
            left_out(text, "Prices rose again.", Side::Left),
            [
                ("Rain fell", 2, 1),
                ("The ferry did not sail that day", 7, 1)
            ]
        );
    }
}
