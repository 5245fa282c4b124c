//! What stands on both sides word for word and is taken whole: sentences, runs that one side parts by a stop, short
//! quotations.

use std::{collections::VecDeque, ops::Range};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Grade, Substance,
    grading::LONG_RUN_WORDS,
    select::PassageSelector,
    unclaimed::{Claims, WordRanges},
};
use crate::{
    runs::Run,
    span::{Side, Sides},
};

/// Least words of a sentence that stands on both sides word for word and is taken before all else.
const WHOLE_WORDS: usize = 5;
/// Least words of a quotation that is a passage of its own: one word in marks is often a mere name or doubt.
const QUOTED_WORDS: usize = 2;

impl PassageSelector<'_> {
    /// Takes the whole sentences that stand on both sides word for word.
    pub(super) fn take_whole(&mut self, runs: &[Run]) {
        for run in runs {
            let mut from = 0;
            for (start, end) in self.whole_sentences(run) {
                if start < from {
                    continue;
                }
                from = end;
                let words = Sides::new(
                    run.left + start..run.left + end,
                    run.right + start..run.right + end,
                );
                self.take(words);
            }
        }
    }

    /// The stretches of a run, in words from its start, that are whole sentences on both sides and free.
    fn whole_sentences(&self, run: &Run) -> Vec<(usize, usize)> {
        let all_left = run.len == self.claims.documents.left.words.len();
        let pinned = !self.verdicts.pinned().is_empty();
        if !pinned && all_left && run.len == self.claims.documents.right.words.len() {
            return vec![(0, run.len)];
        }
        let least = WHOLE_WORDS.max(self.options.min_words);
        if run.len < least {
            return Vec::new();
        }
        let words = run.words();
        if Side::BOTH
            .into_iter()
            .any(|side| self.claims.all_claimed(side, words.get(side)))
        {
            return Vec::new();
        }
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        let document = self.claims.documents.left;
        let mut sentence = document.sentence_at(run.left);
        while at < run.len {
            let words = document.sentences[sentence].words.clone();
            sentence += 1;
            if words.is_empty() {
                continue;
            }
            let end = words.end - run.left;
            let start = at;
            at = end;
            let (left, right) = (
                run.left + start..run.left + end,
                run.right + start..run.right + end,
            );
            if words.start < run.left
                || end > run.len
                || self.claims.any_claimed(Side::Left, left)
                || self.claims.any_claimed(Side::Right, right.clone())
                || !self.sentence_on_right(right.start, right.end)
            {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => stretches.push((start, end)),
            }
        }
        stretches.retain(|&(start, end)| {
            let words = Sides::new(
                run.left + start..run.left + end,
                run.right + start..run.right + end,
            );
            end - start >= least && self.claims.have_words(&words)
        });
        stretches
    }

    fn sentence_on_right(&self, start: usize, end: usize) -> bool {
        let document = self.claims.documents.right;
        let (first, last) = (document.sentence_of(start), document.sentence_of(end - 1));
        first.words.start == start && last.words.end == end
    }

    /// Takes the free runs of whole clauses that are part of one sentence on one side and of two on the other, each long
    /// enough for a run: pairs of sentences would take one half of them.
    pub(super) fn take_over_stops(&mut self, runs: &[Run]) {
        let least = self.options.min_words;
        for run in runs.iter().take_while(|run| run.len >= 2 * least) {
            let words = run.words();
            let Sides { left, right } = Sides::new(Side::Left, Side::Right)
                .map(|side| self.shorter_part(side, words.get(side)));
            let (Some(left), Some(right)) = (left, right) else {
                continue;
            };
            let parted = (left == run.len) != (right == run.len) && left.min(right) >= least;
            let mut sides = Side::BOTH.into_iter();
            let takes = parted && sides.all(|side| self.are_free_clauses(side, words.get(side)));
            if takes && !self.verdicts.refuse(&words) {
                self.take(words);
            }
        }
    }

    /// How many words the shorter part has of a stretch that a sentence end parts; all of them where none does, `None`
    /// where several do.
    fn shorter_part(&self, side: Side, words: &Range<usize>) -> Option<usize> {
        let document = self.claims.documents.get(side);
        let first = document.sentence_at(words.start);
        let stop = document.sentences[first].words.end;
        match document.sentence_at(words.end - 1) - first {
            0 => Some(words.len()),
            1 => Some((stop - words.start).min(words.end - stop)),
            _ => None,
        }
    }

    /// Whether a stretch is free and begins and ends where clauses do.
    fn are_free_clauses(&self, side: Side, words: &Range<usize>) -> bool {
        let document = self.claims.documents.get(side);
        let starts = |word: usize| self.claims.weights.starts_clause(side, document, word);
        starts(words.start)
            && (words.end == document.words.len() || starts(words.end))
            && !self.claims.any_claimed(side, words.clone())
    }

    /// Takes the free quotations of at least two words that are too short for a run and that both sides have, word
    /// for word; of several the first with the first.
    pub(super) fn take_quotations(&mut self) {
        self.take_quoted(QUOTED_WORDS..self.options.min_words, &|_, _| true);
    }

    /// Takes the free quotations that both sides have, word for word, and that are a stock phrase outside of their marks,
    /// in sentences of which the rest differs: no run and no pair of sentences tells of them.
    pub(super) fn take_stock_quotations(&mut self) {
        self.take_quoted(self.options.min_words..LONG_RUN_WORDS, &|claims, words| {
            claims.substance(words, Grade::Verbatim) != Substance::Statement
                && claims.rests_differ(words)
        });
    }

    #[inline(never)]
    fn take_quoted(
        &mut self,
        lengths: Range<usize>,
        wanted: &dyn Fn(&Claims<'_>, &WordRanges) -> bool,
    ) {
        let [left, right] = Side::BOTH.map(|side| {
            let document = self.claims.documents.get(side);
            let all = self.claims.weights.quotations_of(side).into_iter();
            all.filter(|words| lengths.contains(&words.len()))
                .map(|words| (&document.keys()[words.clone()], words))
                .collect::<Vec<_>>()
        });
        let mut facing: FxHashMap<&[u32], VecDeque<Range<usize>>> = FxHashMap::default();
        for (keys, words) in right {
            facing.entry(keys).or_default().push_back(words);
        }
        for (keys, words) in left {
            let Some(other) = facing.get_mut(keys).and_then(VecDeque::pop_front) else {
                continue;
            };
            let words = Sides::new(words, other);
            let free = Side::BOTH
                .into_iter()
                .all(|side| !self.claims.any_claimed(side, words.get(side).clone()));
            if free
                && !self.verdicts.refuse(&words)
                && self.claims.have_words(&words)
                && wanted(&self.claims, &words)
            {
                self.take(words);
            }
        }
    }
}

impl Claims<'_> {
    /// Whether of the words that say something around a stretch, in its sentences, the side that has fewer shares at most
    /// half with the other.
    #[inline(never)]
    fn rests_differ(&self, words: &WordRanges) -> bool {
        let rest = |side: Side| {
            let (document, range) = (self.documents.get(side), words.get(side));
            let first = document.sentence_of(range.start).words.start;
            let last = document.sentence_of(range.end - 1).words.end;
            let around = (first..range.start).chain(range.end..last);
            let says = around.filter(|&word| !self.is_light(side, word));
            let features = says.map(|word| self.words.features(side)[word]);
            features.collect::<FxHashSet<_>>()
        };
        let (left, right) = (rest(Side::Left), rest(Side::Right));
        2 * left.intersection(&right).count() <= left.len().min(right.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, compare, span::Side};

    /// Where punctuation is compared, marks are words; alone they say nothing.
    #[test]
    fn no_passage_is_made_of_marks() {
        let options = Options {
            ignore_punctuation: false,
            show_weak: true,
            ..Options::default()
        };
        for (left, right) in [
            ("He came ,.,., at noon.", "She went ,.,., by night."),
            ("He wrote “?! ...” to her.", "She sent “?! ...” by night."),
            ("?! ?! ?! ... ,.,.,., boat", "?! ?! ?! ... ,.,.,., mill"),
            (
                "* * * * *\n\nThe boat came in.\n\n* * * * *\n\nIt sank.",
                "* * * * *\n\nA mill burned.\n\n* * * * *\n\nNo one knows.",
            ),
            (
                "The old boat came in at noon, ... ,.,., and sank.",
                "The old boat came in at noon. A mill ... ,.,., burned.",
            ),
            (
                "; bridge opened ( at ”.,rain (the )noon) — ) mill; ”the rain at at ) at ?! “ ” ",
                "; bridge rain ( at ”.,rain (the )noon) — ) mill; ?! rain rain at at ) at ?! “ ” ,",
            ),
        ] {
            for passage in compare(left, right, &options).passages {
                for (side, text) in [(Side::Left, left), (Side::Right, right)] {
                    let words = &text[passage.spans.get(side).range()];
                    assert!(words.contains(char::is_alphanumeric), "{words}");
                }
            }
        }
        let both = "The old boat came in at noon, sank, and rose.";
        let passages = compare(both, both, &options).passages;
        assert_eq!(passages.len(), 1);
        assert_eq!(passages[0].common, 13);
    }
}
