//! Which sentences of two articles say the same, as their passages have it.
//!
//! Passages that count, weak ones aside, are cut at the ends of sentences; what lies between the same two sentences is
//! taken together. Two sentences are linked if that is most of one of them and a good part of the other. Linear.

use rustc_hash::FxHashMap;

use crate::{
    document::{Document, Key},
    passages::{Grade, Passage},
    sorting,
    span::{Side, Sides},
};

// Shares of the words of a sentence, by eye on news.

/// Of the sentence of which more is matched, at least.
const MOST: f64 = 0.5;
/// Of the other one, at least: a sentence may say two things, of which the other article says one.
const LEAST: f64 = 0.25;
/// Of both, in words that stand in verbatim passages, where the link is verbatim.
const ALL: f64 = 0.8;

/// Likeness of two sentences that are linked, at least: below it a passage that spans several sentences was cut at the
/// wrong ends. By eye on tests/statements.txt.
const LEAST_ALIKE: u32 = 120;

/// Parts of a passage that are looked at on each side of where a part is expected: sentences that were joined or split.
const NEAR: usize = 2;

/// How alike two sentences are that share nothing else but all their words.
pub const ALIKE: u32 = 1000;

/// Two sentences that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentenceLink {
    /// Indices of [`Document::sentences`].
    pub sentences: Sides<usize>,
    /// How close the two are as whole sentences.
    pub grade: Grade,
    /// Words in common, twice, of those of both sentences, in 1/[`ALIKE`].
    pub alike: u32,
}

impl SentenceLink {
    /// A link that was found before.
    pub fn new(sentences: Sides<usize>, grade: Grade, alike: u32) -> Self {
        Self {
            sentences,
            grade,
            alike,
        }
    }
}

/// What passages match of two sentences, in words.
#[derive(Clone, Copy, Default)]
struct Matched {
    words: Sides<usize>,
    common: usize,
    verbatim: usize,
    reworded: usize,
}

/// The part of a passage that lies in one sentence of a side: the sentence, and its words.
struct SentencePart {
    sentence: usize,
    words: std::ops::Range<usize>,
}

/// The links of two articles, by sentences of the left, then of the right.
pub(super) fn find_links(
    documents: &Sides<Document<'_>>,
    passages: &[Passage],
) -> Vec<SentenceLink> {
    let mut matched: FxHashMap<(usize, usize), Matched> = FxHashMap::default();
    for passage in passages.iter().filter(|passage| passage.is_statement()) {
        add(documents, passage, &mut matched);
    }
    let mut all: Vec<_> = matched.into_iter().collect();
    sorting::by_key(&mut all, |((left, right), _)| {
        sorting::key([0, 0, *left, *right])
    });
    let links = all.into_iter();
    links
        .filter_map(|((left, right), matched)| link(documents, Sides::new(left, right), &matched))
        .collect()
}

/// Adds what a passage matches to the pairs of sentences it lies in.
fn add(
    documents: &Sides<Document<'_>>,
    passage: &Passage,
    matched: &mut FxHashMap<(usize, usize), Matched>,
) {
    let parts = Sides::new(Side::Left, Side::Right)
        .map(|side| parts(documents.get(side), passage.words.get(side).clone()));
    let keys = |side: Side, part: &SentencePart| &documents.get(side).keys()[part.words.clone()];
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for side in Side::BOTH {
        let (own, others) = (parts.get(side), parts.get(side.other()));
        for (at, part) in own.iter().enumerate() {
            let near = expected(own, others, at);
            let common = |&other: &usize| {
                let there = keys(side.other(), &others[other]);
                in_common(keys(side, part), there)
            };
            let best = near.map(|other| (common(&other), other));
            let best = best.max_by_key(|&(common, other)| (common, std::cmp::Reverse(other)));
            if let Some((common, other)) = best.filter(|(common, _)| *common > 0) {
                pairs.push(match side {
                    Side::Left => (at, other, common),
                    Side::Right => (other, at, common),
                });
            }
        }
    }
    sorting::by_key(&mut pairs, |&(left, right, common)| {
        sorting::key([0, left, right, common])
    });
    pairs.dedup();
    for (left, right, common) in pairs {
        let (l, r) = (&parts.left[left], &parts.right[right]);
        let found = matched.entry((l.sentence, r.sentence)).or_default();
        found.words.left += l.words.len();
        found.words.right += r.words.len();
        found.common += common;
        match passage.grade {
            Grade::Verbatim => found.verbatim += common,
            Grade::Edited => {}
            Grade::Reworded => found.reworded += l.words.len().max(r.words.len()),
        }
    }
}

/// The parts of a range of words in the sentences of a text.
fn parts(document: &Document<'_>, words: std::ops::Range<usize>) -> Vec<SentencePart> {
    let mut parts = Vec::new();
    let mut at = words.start;
    while at < words.end {
        let sentence = document.sentence_at(at);
        let end = document.sentences[sentence].words.end.min(words.end);
        let end = end.max(at + 1);
        parts.push(SentencePart {
            sentence,
            words: at..end,
        });
        at = end;
    }
    parts
}

/// The parts of the other side near to where a part is expected, by its place among the words.
fn expected(own: &[SentencePart], others: &[SentencePart], at: usize) -> std::ops::Range<usize> {
    let (Some(first), Some(last)) = (own.first(), own.last()) else {
        return 0..0;
    };
    let (Some(from), Some(to)) = (others.first(), others.last()) else {
        return 0..0;
    };
    let all = (last.words.end - first.words.start).max(1);
    let middle = (own[at].words.start + own[at].words.end) / 2 - first.words.start;
    let place = from.words.start + middle * (to.words.end - from.words.start) / all;
    let there = others.partition_point(|part| part.words.end <= place);
    there.saturating_sub(NEAR)..others.len().min(there + NEAR + 1)
}

/// How many words two stretches have in common, each as often as it stands in both.
fn in_common(one: &[Key], other: &[Key]) -> usize {
    let (mut a, mut b) = (one.to_vec(), other.to_vec());
    sorting::numbers(&mut a);
    sorting::numbers(&mut b);
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common
}

/// The link that is made of what is matched of two sentences; none if that is too little.
fn link(
    documents: &Sides<Document<'_>>,
    sentences: Sides<usize>,
    matched: &Matched,
) -> Option<SentenceLink> {
    let length = |side: Side| {
        let sentence = &documents.get(side).sentences[*sentences.get(side)];
        sentence.words.len().max(1) as f64
    };
    let share = |words: usize, side: Side| (words as f64 / length(side)).min(1.0);
    let [l, r] = Side::BOTH.map(|side| share(*matched.words.get(side), side));
    if l.max(r) < MOST || l.min(r) < LEAST {
        return None;
    }
    let verbatim = Side::BOTH
        .into_iter()
        .all(|side| share(matched.verbatim, side) >= ALL);
    let most = matched.words.left.max(matched.words.right);
    let grade = match verbatim {
        true => Grade::Verbatim,
        false if 2 * matched.reworded > most => Grade::Reworded,
        false => Grade::Edited,
    };
    let both = length(Side::Left) + length(Side::Right);
    let alike = (f64::from(ALIKE) * 2.0 * matched.common as f64 / both).min(f64::from(ALIKE));
    (alike as u32 >= LEAST_ALIKE).then(|| SentenceLink::new(sentences, grade, alike as u32))
}
