//! What counts as equal, and what the reader said of lines and of matches.

use crate::{
    document::LineOverride,
    meaning::Vectors,
    span::{Side, Sides, Span},
};

/// What counts as equal, how short a passage may be, and the reader's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The shortest exact run that is a passage, in words. A character of a script without spaces
    /// counts as less than a word. From 2 to 100.
    pub min_words: usize,
    /// Whether `Summit` is `summit`.
    pub ignore_case: bool,
    /// Whether punctuation is left out of the comparison. It is always part of the changes.
    pub ignore_punctuation: bool,
    /// Whether any number is any other number.
    pub ignore_numbers: bool,
    /// Whether `café` is `cafe`.
    pub ignore_diacritics: bool,
    /// Whether lines that belong to the page around an article are recognised and left out.
    pub skip_boilerplate: bool,
    /// Whether weak matches, names and stock phrases count as shared.
    pub show_weak: bool,
    /// What the reader said about lines of each text. Holds whatever is recognised, and also where
    /// boilerplate is not skipped.
    pub line_overrides: Sides<Vec<LineOverride>>,
    /// What the reader said about pairs of stretches. Of two that contradict each other the first holds.
    pub verdicts: Vec<Verdict>,
    /// Vectors of what the sentences of each text mean. They count beside the words, never alone; left out where there are
    /// not as many as sentences, or not of one length on both sides.
    pub meaning: Option<Sides<Vectors>>,
}

impl Options {
    /// What `min_words` may be. Shorter runs are likely to be coincidence; a longer minimum would hide
    /// whole sentences.
    pub const MIN_WORDS: std::ops::RangeInclusive<usize> = 2..=100;

    /// The same with the two sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            line_overrides: self.line_overrides.swap(),
            verdicts: self.verdicts.into_iter().map(Verdict::swap).collect(),
            meaning: self.meaning.map(Sides::swap),
            ..self
        }
    }

    /// What the reader said of one side: an order of two sides that have the same text.
    pub(crate) fn said_of(&self, side: Side) -> (&[LineOverride], Vec<Span>, Option<&Vectors>) {
        let spans = self.verdicts.iter();
        (
            self.line_overrides.get(side),
            spans.map(|verdict| *verdict.spans.get(side)).collect(),
            self.meaning.as_ref().map(|vectors| vectors.get(side)),
        )
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            min_words: 4,
            ignore_case: true,
            ignore_punctuation: true,
            ignore_numbers: false,
            ignore_diacritics: false,
            skip_boilerplate: true,
            show_weak: false,
            line_overrides: Sides::default(),
            verdicts: Vec::new(),
            meaning: None,
        }
    }
}

/// What the reader says of a pair of stretches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// A stretch of each text: UTF-8 bytes, half-open. Words that are at least partly inside are meant; a
    /// verdict without a word on one side means nothing.
    pub spans: Sides<Span>,
    /// What is said of it.
    pub kind: VerdictKind,
}

/// What a verdict says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictKind {
    /// The two stretches say the same: they are a passage that counts, whatever the evidence.
    Pinned,
    /// The two stretches are no match: no passage, row or number rests on them.
    Refused,
}

impl Verdict {
    /// The same with the two sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            spans: self.spans.swap(),
            ..self
        }
    }
}
