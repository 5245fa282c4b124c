//! What the reader said of pairs of stretches, as words: those that belong together, and those that are no match.

use std::ops::Range;

use super::unclaimed::WordRanges;
use crate::{
    Options,
    document::Document,
    options::VerdictKind,
    runs::Run,
    sorting,
    span::{Side, Sides, Span},
};

/// The verdicts of the reader, as words of both sides.
#[derive(Debug, Default)]
pub(crate) struct Verdicts {
    refused: Vec<WordRanges>,
    pinned: Vec<WordRanges>,
}

impl Verdicts {
    pub(crate) fn new(documents: &Sides<Document<'_>>, options: &Options) -> Self {
        let mut all = Self::default();
        for verdict in &options.verdicts {
            let words = Sides::new(Side::Left, Side::Right)
                .map(|side| words_in(documents.get(side), *verdict.spans.get(side)));
            if words.left.is_empty() || words.right.is_empty() {
                continue;
            }
            match verdict.kind {
                VerdictKind::Refused if !all.is_pinned(&words) => {
                    all.refused.push(words);
                }
                VerdictKind::Pinned if !all.touches_pinned(&words) && !all.refuse(&words) => {
                    all.pinned.push(words);
                }
                _ => {}
            }
        }
        all
    }

    /// The pairs that belong together, disjoint on both sides, in the order in which they were given.
    pub(crate) fn pinned(&self) -> &[WordRanges] {
        &self.pinned
    }

    /// Pairs of words that are no match.
    pub(crate) fn refused(&self) -> &[WordRanges] {
        &self.refused
    }

    /// Whether a candidate is a refused pair: each side has more than half of its words in one, or holds more than
    /// half of one and is at most twice as long.
    pub(crate) fn refuse(&self, words: &WordRanges) -> bool {
        let meet = |own: &Range<usize>, refused: &Range<usize>| {
            let common = 2 * overlap(own, refused);
            common > own.len() || common > refused.len() && own.len() <= 2 * refused.len()
        };
        self.refused
            .iter()
            .any(|refused| meet(&words.left, &refused.left) && meet(&words.right, &refused.right))
    }

    /// Whether a refused pair has words on both sides of a candidate.
    pub(crate) fn touch(&self, words: &WordRanges) -> bool {
        let touches = |refused: &WordRanges| {
            overlap(&words.left, &refused.left) > 0 && overlap(&words.right, &refused.right) > 0
        };
        self.refused.iter().any(touches)
    }

    /// The same as `refuse` of stretches of text.
    pub(crate) fn refuse_spans(
        &self,
        documents: &Sides<Document<'_>>,
        spans: &Sides<Span>,
    ) -> bool {
        let words = |side: Side| words_in(documents.get(side), *spans.get(side));
        !self.refused.is_empty() && self.refuse(&Sides::new(words(Side::Left), words(Side::Right)))
    }

    /// Whether a word of the left and one of the right stand in one refused pair.
    pub(crate) fn part(&self, left: usize, right: usize) -> bool {
        let holds = |words: &WordRanges| words.left.contains(&left) && words.right.contains(&right);
        self.refused.iter().any(holds)
    }

    /// Runs without what is refused of them, in order.
    pub(crate) fn cut(&self, runs: &[Run]) -> Vec<Run> {
        let mut parts = runs.to_vec();
        for refused in &self.refused {
            let cut = |run: Run| cut_one(run, refused);
            parts = parts.into_iter().flat_map(cut).collect();
        }
        sorting::by_key_copied(&mut parts, |run| {
            sorting::key([0, run.left, run.right, run.len])
        });
        parts
    }

    fn is_pinned(&self, words: &WordRanges) -> bool {
        let meets = |pinned: &WordRanges| {
            overlap(&words.left, &pinned.left) > 0 && overlap(&words.right, &pinned.right) > 0
        };
        self.pinned.iter().any(meets)
    }

    fn touches_pinned(&self, words: &WordRanges) -> bool {
        let touches = |pinned: &WordRanges| {
            overlap(&words.left, &pinned.left) > 0 || overlap(&words.right, &pinned.right) > 0
        };
        self.pinned.iter().any(touches)
    }
}

/// The parts of a run before and after a refused pair.
fn cut_one(run: Run, refused: &WordRanges) -> Vec<Run> {
    let own = run.words();
    // Both words of a pair are refused from the later start to the earlier end, counted from the start of the run.
    let start = (refused.left.start.max(own.left.start) - own.left.start)
        .max(refused.right.start.max(own.right.start) - own.right.start);
    let end = (refused
        .left
        .end
        .min(own.left.end)
        .saturating_sub(own.left.start))
    .min(
        refused
            .right
            .end
            .min(own.right.end)
            .saturating_sub(own.right.start),
    );
    if start >= end {
        return vec![run];
    }
    let part = |from: usize, to: usize| {
        (from < to).then(|| Run {
            left: run.left + from,
            right: run.right + from,
            len: to - from,
        })
    };
    part(0, start)
        .into_iter()
        .chain(part(end, run.len))
        .collect()
}

/// The words that stand at least partly inside a stretch of the text.
pub(super) fn words_in(document: &Document<'_>, span: Span) -> Range<usize> {
    let token = |&word: &u32| document.tokens[word as usize].span;
    let start = document
        .words
        .partition_point(|word| token(word).end <= span.start);
    let len = document.words[start..].partition_point(|word| token(word).start < span.end);
    start..start + len
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a run of ten words from the third on the left and the fifth on the right.
    fn parts(left: Range<usize>, right: Range<usize>) -> Vec<(usize, usize, usize)> {
        let run = Run {
            left: 3,
            right: 5,
            len: 10,
        };
        let parts = cut_one(run, &Sides::new(left, right)).into_iter();
        parts
            .map(|part| (part.left, part.right, part.len))
            .collect()
    }

    #[test]
    fn a_run_is_cut_where_both_words_are_refused() {
        assert_eq!(parts(5..7, 7..9), [(3, 5, 2), (7, 9, 6)]);
        assert_eq!(parts(0..7, 0..9), [(7, 9, 6)], "at its start");
        assert_eq!(parts(9..20, 11..20), [(3, 5, 6)], "at its end");
        assert_eq!(parts(0..20, 0..20), [], "all of it");
        assert_eq!(
            parts(5..7, 12..14),
            [(3, 5, 10)],
            "not the words that face each other"
        );
        assert_eq!(parts(20..22, 0..9), [(3, 5, 10)], "elsewhere");
    }

    #[test]
    fn a_candidate_is_refused_by_more_than_half_on_both_sides() {
        let verdicts = Verdicts {
            refused: vec![Sides::new(10..20, 30..40)],
            ..Verdicts::default()
        };
        let refuses =
            |left: Range<usize>, right: Range<usize>| verdicts.refuse(&Sides::new(left, right));
        assert!(refuses(10..20, 30..40), "the pair itself");
        assert!(refuses(12..15, 31..34), "a part of it");
        assert!(
            refuses(6..15, 30..40) && !refuses(5..15, 30..40),
            "more than half of the left"
        );
        assert!(!refuses(10..20, 40..50), "the left alone");
        assert!(refuses(0..20, 30..40), "twice as long and with all of it");
        assert!(!refuses(0..21, 30..40), "more than twice as long");
    }

    #[test]
    fn words_are_parted_where_both_stand_in_one_refused_pair() {
        let verdicts = Verdicts {
            refused: vec![Sides::new(10..20, 30..40), Sides::new(50..60, 70..80)],
            ..Verdicts::default()
        };
        assert!(verdicts.part(10, 30) && verdicts.part(19, 39) && verdicts.part(55, 75));
        assert!(
            !verdicts.part(10, 40) && !verdicts.part(20, 30),
            "one of them"
        );
        assert!(!verdicts.part(15, 75), "in two pairs");
    }

    #[test]
    fn a_word_partly_inside_a_stretch_is_inside() {
        let document = Document::new(
            "Boats lie here.",
            &crate::Options::default(),
            &mut crate::document::Vocabulary::default(),
        );
        for (start, end, words) in [
            (0, 15, 0..3),
            (4, 7, 0..2),
            (5, 6, 1..1),
            (6, 9, 1..2),
            (14, 15, 3..3),
            (8, 11, 1..3),
        ] {
            assert_eq!(
                words_in(&document, Span { start, end }),
                words,
                "{start}..{end}"
            );
        }
    }

    #[test]
    fn a_candidate_is_pinned_on_both_sides_and_touches_on_one() {
        let verdicts = Verdicts {
            pinned: vec![Sides::new(10..20, 30..40)],
            ..Verdicts::default()
        };
        for (left, right, pinned, touches) in [
            (10..20, 30..40, true, true),
            (19..25, 39..45, true, true),
            (0..10, 30..40, false, true),
            (10..20, 40..50, false, true),
            (0..10, 40..50, false, false),
            (20..30, 20..30, false, false),
        ] {
            let words = Sides::new(left, right);
            assert_eq!(verdicts.is_pinned(&words), pinned, "{words:?}");
            assert_eq!(verdicts.touches_pinned(&words), touches, "{words:?}");
        }
    }
}
