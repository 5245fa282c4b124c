//! What one text says and the other does not, as the coverage has it.
//!
//! A stretch ends where a word is that the other side has too: in a passage that counts, in a copy of one, or facing
//! the same word in a row. Linear in words.

use std::ops::Range;

use crate::{
    coverage::TokenCoverage,
    document::{Document, Role, TokenKind},
    span::{Side, Sides, Span},
};

/// A stretch of one text without a counterpart, inside one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// From its first to its last word.
    pub span: Span,
    /// How many words it has, punctuation aside; never none.
    pub words: usize,
    /// How many sentences lie in it whole; none if it is only part of one.
    pub sentences: usize,
}

/// Least words of a part of a sentence that is left out; fewer are a turn of phrase: "said", "in fact". By eye on news
/// reports.
const PART: usize = 3;

/// The stretches of each side without a counterpart, boilerplate aside, in reading order, disjoint.
pub(crate) fn find_left_out(
    documents: &Sides<Document<'_>>,
    fates: &Sides<Vec<Option<TokenCoverage>>>,
) -> Sides<Vec<LeftOut>> {
    Sides::new(Side::Left, Side::Right).map(|side| {
        let document = documents.get(side);
        let mut found = Vec::new();
        for paragraph in &document.paragraphs {
            if !matches!(paragraph.role, Role::Boilerplate(_)) {
                let sentences = paragraph.sentences.clone();
                stretches(document, sentences, fates.get(side), &mut found);
            }
        }
        found
    })
}

/// The stretches in a paragraph, given as its sentences.
fn stretches(
    document: &Document<'_>,
    sentences: Range<usize>,
    fates: &[Option<TokenCoverage>],
    found: &mut Vec<LeftOut>,
) {
    let mut open: Option<LeftOut> = None;
    for sentence in &document.sentences[sentences] {
        let mut all = true;
        for at in sentence.tokens.clone() {
            let Some(fate) = fates[at] else { continue };
            if !fate.what.is_only() {
                all = false;
                found.extend(open.take().filter(LeftOut::says_something));
            } else if document.tokens[at].kind != TokenKind::Punctuation {
                let span = document.tokens[at].span;
                let stretch = open.get_or_insert(LeftOut {
                    span,
                    words: 0,
                    sentences: 0,
                });
                stretch.span = stretch.span.to(span);
                stretch.words += 1;
            }
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
