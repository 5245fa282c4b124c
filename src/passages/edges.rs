//! Where a passage begins and ends: on the words that answer each other, and then where a reader would
//! set the edge.

use std::ops::Range;

use super::{
    marks::part_between_marks,
    unclaimed::{Claims, LEAST_CONTENT_WEIGHT, UNCLAIMED, WordRanges},
    verdicts::Verdicts,
};
use crate::{
    Options, language, lexicon, quotations,
    span::{Side, Sides},
    words::features::NONE,
};

// Lengths are in words. By eye on pairs of news reports.

/// Share of its own density that a passage loses for every word: what is less dense is cut off.
const PASSAGE_DENSITY_COST: f64 = 0.5;
/// Most rounds of finding edges; one side's edges move the other's.
const PASSAGE_ROUNDS: usize = 4;
/// Least length of a passage on both sides, unless shorter runs are asked for.
const LEAST_WORDS: usize = 4;
/// Greatest distance to the edge of a clause at which a passage goes out to it on both sides.
const CLAUSE_WORDS: usize = 5;
/// The same when only one side is near one.
const CLAUSE_WORDS_ALONE: usize = 2;
/// Little words beside a sentence or quotation that stand on both sides by chance, at most.
const STRAY: usize = 2;
/// How many times longer an exact run must be than what its sentence has beside it to be taken with it.
const NOTHING_BESIDE: usize = 4;

impl Claims<'_> {
    /// The words of two units that answer each other: on each side the unclaimed stretch with the greatest
    /// sum of shared weight less a share of all weight.
    #[inline(never)]
    pub fn trim(&mut self, left: usize, right: usize, options: &Options) -> Option<WordRanges> {
        let mut words = self.words_of(left, right);
        for _ in 0..PASSAGE_ROUNDS {
            self.mark(&words);
            let next = Sides::new(
                self.densest(Side::Left, &words.left),
                self.densest(Side::Right, &words.right),
            );
            if next.left.is_empty() || next.right.is_empty() {
                return None;
            }
            if next == words {
                break;
            }
            words = next;
        }
        let words = self.fill(self.tidy(words));
        let enough = words.left.len().min(words.right.len()) >= options.min_words.min(LEAST_WORDS);
        (enough && self.weigh(&words)?.content_weight >= LEAST_CONTENT_WEIGHT * self.scale)
            .then_some(words)
    }

    fn densest(&self, side: Side, words: &Range<usize>) -> Range<usize> {
        let tally = self.tally(side, words);
        let cost = PASSAGE_DENSITY_COST * tally.shared / tally.all.max(1e-9);
        let other = self.marked.get(side.other());
        let (mut best, mut kept) = (0.0, words.start..words.start);
        let (mut sum, mut start) = (0.0_f64, words.start);
        for word in words.clone() {
            if self.owner.get(side)[word] != UNCLAIMED {
                (sum, start) = (0.0, word + 1);
                continue;
            }
            if sum <= 0.0 {
                (sum, start) = (0.0, word);
            }
            let feature = self.unclaimed.get(side)[word];
            if feature != NONE {
                let weight = self.weights.of(feature);
                let gain = if other.has(feature) { weight } else { 0.0 };
                sum += gain - cost * weight;
            }
            if sum > best {
                (best, kept) = (sum, start..word + 1);
            }
        }
        kept
    }

    /// Widens a side that is too short to be read by itself to its clause, or, where that is long, by as
    /// many unclaimed words of the sentence as are missing: first those before it, then those after it.
    #[inline(never)]
    fn fill(&self, mut words: WordRanges) -> WordRanges {
        for side in Side::BOTH {
            let range = words.get_mut(side);
            if range.len() >= LEAST_WORDS {
                continue;
            }
            let document = self.documents.get(side);
            range.start -= self
                .to_start(side, range.start, 2 * CLAUSE_WORDS)
                .unwrap_or(0);
            range.end += self.to_end(side, range.end, 2 * CLAUSE_WORDS).unwrap_or(0);
            let sentence = &document.sentence_of(range.start).words;
            let free =
                |word: usize| sentence.contains(&word) && self.owner.get(side)[word] == UNCLAIMED;
            while range.len() < LEAST_WORDS && range.start > 0 && free(range.start - 1) {
                range.start -= 1;
            }
            while range.len() < LEAST_WORDS && free(range.end) {
                range.end += 1;
            }
        }
        words
    }

    /// Sets the edges of a passage where a reader would: little words that only happen to stand on both
    /// sides are cut off, what continues word for word or ends the sentence soon is taken in.
    #[inline(never)]
    fn tidy(&self, mut words: WordRanges) -> WordRanges {
        // A little word at an edge stays when it continues the other side's edge word for word.
        loop {
            let (l, r) = (words.left.clone(), words.right.clone());
            if l.len() < 2 || r.len() < 2 {
                break;
            }
            if self.is_light(Side::Left, l.start) && !self.same(l.start, r.start) {
                words.left.start += 1;
            } else if self.is_light(Side::Right, r.start) && !self.same(l.start, r.start) {
                words.right.start += 1;
            } else if self.is_light(Side::Left, l.end - 1) && !self.same(l.end - 1, r.end - 1) {
                words.left.end -= 1;
            } else if self.is_light(Side::Right, r.end - 1) && !self.same(l.end - 1, r.end - 1) {
                words.right.end -= 1;
            } else {
                break;
            }
        }
        let words = self.extend_in_sentences(words, |_, _| true);
        self.snap(words)
    }

    /// Whether both sides of a passage are the same words.
    pub fn is_verbatim(&self, Sides { left, right }: &WordRanges) -> bool {
        self.documents.left.keys()[left.clone()] == self.documents.right.keys()[right.clone()]
    }

    /// Whether a word says next to nothing by itself.
    pub fn is_light(&self, side: Side, word: usize) -> bool {
        let feature = self.words.features(side)[word];
        feature == NONE || self.words.is_common_feature(feature)
    }

    /// Goes out to the edge of the clause where it is near on both sides, or very near on one.
    fn snap(&self, mut words: WordRanges) -> WordRanges {
        if self.is_verbatim(&words) {
            return self.snap_verbatim(words);
        }
        let Sides { left, right } = &words;
        let near = |l: Option<usize>, r: Option<usize>| match (l, r) {
            (Some(l), Some(r)) => (l, r),
            (Some(l), None) if l <= CLAUSE_WORDS_ALONE => (l, 0),
            (None, Some(r)) if r <= CLAUSE_WORDS_ALONE => (0, r),
            _ => (0, 0),
        };
        let starts = near(
            self.to_start(Side::Left, left.start, CLAUSE_WORDS),
            self.to_start(Side::Right, right.start, CLAUSE_WORDS),
        );
        let ends = near(
            self.to_end(Side::Left, left.end, CLAUSE_WORDS),
            self.to_end(Side::Right, right.end, CLAUSE_WORDS),
        );
        words.left.start -= starts.0;
        words.right.start -= starts.1;
        words.left.end += ends.0;
        words.right.end += ends.1;
        words
    }

    /// Goes out from an exact run to the edges of the sentences when few words are missing on both sides,
    /// and some of them answer each other or are next to nothing beside the run: the sentence as a whole is
    /// what was edited.
    fn snap_verbatim(&self, words: WordRanges) -> WordRanges {
        let mut wide = words.clone();
        for side in Side::BOTH {
            let document = self.documents.get(side);
            let range = wide.get_mut(side);
            range.start = document.sentence_of(range.start).words.start;
            range.end = document.sentence_of(range.end - 1).words.end;
        }
        let before = Sides::new(
            wide.left.start..words.left.start,
            wide.right.start..words.right.start,
        );
        let after = Sides::new(
            words.left.end..wide.left.end,
            words.right.end..wide.right.end,
        );
        let len = words.left.len();
        let mut snapped = words;
        if self.completes(&before, len) {
            snapped.left.start = before.left.start;
            snapped.right.start = before.right.start;
        }
        if self.completes(&after, len) {
            snapped.left.end = after.left.end;
            snapped.right.end = after.right.end;
        }
        snapped
    }

    /// Whether the few unclaimed words beside an exact run belong to it on both sides.
    fn completes(&self, words: &WordRanges, run: usize) -> bool {
        let few = |side: Side| {
            let range = words.get(side).clone();
            (1..=CLAUSE_WORDS).contains(&range.len()) && !self.any_claimed(side, range)
        };
        let features = |side: Side| &self.words.features(side)[words.get(side).clone()];
        let answers = |&feature: &u32| feature != NONE && features(Side::Right).contains(&feature);
        let nothing = words.left.len().max(words.right.len()) * NOTHING_BESIDE <= run;
        few(Side::Left) && few(Side::Right) && (nothing || features(Side::Left).iter().any(answers))
    }

    /// Sets the edges of a passage that is not word for word the same where a reader would set the marks: goes out to the
    /// clause as far as its words are unclaimed, and leaves off what hangs at an edge. `number` is that of the passage.
    pub fn set_edges(&self, words: WordRanges, number: u32, verdicts: &Verdicts) -> WordRanges {
        if self.is_verbatim(&words) {
            return words;
        }
        let sides = || Sides::new(Side::Left, Side::Right);
        let wide = sides().map(|side| self.clause(side, words.get(side), number));
        let words = if verdicts.refuse(&wide) { words } else { wide };
        sides().map(|side| {
            let document = self.documents.get(side);
            let part = part_between_marks(document, words.get(side).clone(), LEAST_WORDS);
            self.without_hanging(side, part)
        })
    }

    /// A stretch with the words up to the edges of its clauses; an edge that lies behind words of another passage stays.
    fn clause(&self, side: Side, words: &Range<usize>, number: u32) -> Range<usize> {
        let document = self.documents.get(side);
        let first = document.sentence_of(words.start).words.start;
        let last = document.sentence_of(words.end - 1).words.end;
        let own = |word: &usize| {
            matches!(self.owner.get(side)[*word], UNCLAIMED)
                || self.owner.get(side)[*word] == number
        };
        let begins = |word: usize| self.weights.starts_clause(side, document, word);
        let before = (first..words.start).rev().take_while(own);
        let behind = (words.end..last).take_while(own);
        let start = std::iter::once(words.start)
            .chain(before)
            .find(|&word| begins(word));
        let end = std::iter::once(words.end)
            .chain(behind.map(|word| word + 1))
            .find(|&word| word == last || begins(word));
        start.unwrap_or(words.start)..end.unwrap_or(words.end)
    }

    /// A stretch without the linking words that it begins with and the little words that it ends on, unless a sentence
    /// begins or ends there.
    fn without_hanging(&self, side: Side, mut words: Range<usize>) -> Range<usize> {
        let document = self.documents.get(side);
        let text = |word: usize| document.word_text(word);
        let first = document.sentence_of(words.start).words.start;
        let last = document.sentence_of(words.end - 1).words.end;
        while words.len() > LEAST_WORDS
            && words.start != first
            && lexicon::is_linking(text(words.start), document.languages)
        {
            words.start += 1;
        }
        while words.len() > LEAST_WORDS && words.end != last && self.hangs(side, words.end - 1) {
            words.end -= 1;
        }
        // One that is as short as may be is better a word shorter than that.
        if words.len() == LEAST_WORDS && words.end != last && self.leads(side, words.end - 1) {
            words.end -= 1;
        }
        words
    }

    /// Whether a stretch does not end on a word: it leads to the next, or is a little one inside a clause.
    fn hangs(&self, side: Side, word: usize) -> bool {
        let document = self.documents.get(side);
        let (text, languages) = (document.word_text(word), document.languages);
        self.leads(side, word)
            || lexicon::is_common(text, languages)
                && (!self.weights.starts_clause(side, document, word + 1)
                    || self.quotes(side, word) && !language::says(&text.to_lowercase(), languages))
    }

    /// Whether a word leads to the next: "of", "the".
    fn leads(&self, side: Side, word: usize) -> bool {
        let document = self.documents.get(side);
        let (text, languages) = (document.word_text(word), document.languages);
        lexicon::is_linking(text, languages)
            || lexicon::is_article(text, languages)
            || lexicon::is_determiner(text, languages)
    }

    /// Whether a quotation begins behind a word with no other mark between them, so that the clause goes on: it was
    /// "guilty".
    fn quotes(&self, side: Side, word: usize) -> bool {
        let document = self.documents.get(side);
        let next = document.words[word] as usize + 1;
        next + 1 < document.tokens.len()
            && document
                .words
                .get(word + 1)
                .is_some_and(|&token| token as usize == next + 1)
            && quotations::may_open(document, next)
    }

    /// Claims words before a word up to the start of its clause, if they are few.
    fn to_start(&self, side: Side, word: usize, most: usize) -> Option<usize> {
        let document = self.documents.get(side);
        (0..=most.min(word)).find_map(|steps| {
            if steps > 0 && self.owner.get(side)[word - steps] != UNCLAIMED {
                return Some(None);
            }
            self.weights
                .starts_clause(side, document, word - steps)
                .then_some(Some(steps))
        })?
    }

    /// Claims words from the end of a stretch up to the end of its clause, if they are few.
    fn to_end(&self, side: Side, word: usize, most: usize) -> Option<usize> {
        let document = self.documents.get(side);
        (0..=most.min(document.words.len() - word)).find_map(|steps| {
            if steps > 0 && self.owner.get(side)[word + steps - 1] != UNCLAIMED {
                return Some(None);
            }
            let end = word + steps;
            (end == document.words.len() || self.weights.starts_clause(side, document, end))
                .then_some(Some(steps))
        })?
    }

    /// Takes in the unclaimed words on both ends that are the same on both sides. To what is not word for word the
    /// next sentence, on one side or both, gives only words that say something, and so it does to what ends a sentence on
    /// both, and what stands around a quotation to that: any two sentences may begin with an article. Nothing is taken in of what the reader refused.
    pub fn extend(&self, words: WordRanges, verdicts: &Verdicts) -> WordRanges {
        let all = Sides::new(0..self.owner.left.len(), 0..self.owner.right.len());
        let may = |l: usize, r: usize| !verdicts.part(l, r);
        let wide = self.extend_within(words.clone(), &all, may);
        let says = |mut words: Range<usize>| words.any(|word| !self.is_light(Side::Left, word));
        if self.is_verbatim(&words) {
            let mut wide = wide;
            let quotation = Side::BOTH
                .into_iter()
                .all(|side| self.weights.is_quotation(side, words.get(side)));
            let common = |word: usize| {
                let feature = self.words.features(Side::Left)[word];
                feature != NONE && self.words.is_common_feature(feature)
            };
            let stray = |mut words: Range<usize>| words.len() <= STRAY && words.all(common);
            if (quotation || self.ends_sentence(&words)) && stray(words.left.end..wide.left.end) {
                (wide.left.end, wide.right.end) = (words.left.end, words.right.end);
            }
            if quotation && stray(wide.left.start..words.left.start) {
                (wide.left.start, wide.right.start) = (words.left.start, words.right.start);
            }
            return wide;
        }
        let wide = wide.left;
        let Sides {
            mut left,
            mut right,
        } = self.extend_in_sentences(words, may);
        if says(wide.start..left.start) {
            right.start -= left.start - wide.start;
            left.start = wide.start;
        }
        if says(left.end..wide.end) {
            right.end += wide.end - left.end;
            left.end = wide.end;
        }
        Sides::new(left, right)
    }

    /// Whether a sentence ends with a passage on both sides.
    fn ends_sentence(&self, words: &WordRanges) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let range = words.get(side);
            self.documents
                .get(side)
                .sentence_of(range.end - 1)
                .words
                .end
                == range.end
        })
    }

    /// The same word for word, but up to the ends of the sentences: the next ones may answer better ones.
    fn extend_in_sentences(
        &self,
        words: WordRanges,
        may: impl Fn(usize, usize) -> bool,
    ) -> WordRanges {
        let bounds = |side: Side| {
            let (document, range) = (self.documents.get(side), words.get(side));
            let first = document.sentence_of(range.start).words.start;
            first..document.sentence_of(range.end - 1).words.end
        };
        let bounds = Sides::new(bounds(Side::Left), bounds(Side::Right));
        self.extend_within(words, &bounds, may)
    }

    fn extend_within(
        &self,
        mut words: WordRanges,
        bounds: &WordRanges,
        may: impl Fn(usize, usize) -> bool,
    ) -> WordRanges {
        let free = |l: usize, r: usize| {
            self.owner.left[l] == UNCLAIMED
                && self.owner.right[r] == UNCLAIMED
                && self.same(l, r)
                && may(l, r)
        };
        while words.left.start > bounds.left.start
            && words.right.start > bounds.right.start
            && free(words.left.start - 1, words.right.start - 1)
        {
            words.left.start -= 1;
            words.right.start -= 1;
        }
        while words.left.end < bounds.left.end
            && words.right.end < bounds.right.end
            && free(words.left.end, words.right.end)
        {
            words.left.end += 1;
            words.right.end += 1;
        }
        words
    }
}
