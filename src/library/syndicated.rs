//! Passages that stand in a third article as well: wire copy, boilerplate.
//!
//! An article has a passage when one stretch of it, at most [`SPREAD`] times as long, holds at least the
//! share [`HELD`] of the words of one side of the passage, in the same grams of [`GRAM`] words. So a word
//! replaced here and there does not hide a passage, while its words strewn over an article do not make one.
//! A passage shorter than a gram is not looked for, nor one that is nothing but repeats.
//!
//! The grams of the passages are indexed, and each article is read once: linear in the length of all
//! articles, for a place of an article belongs to [`MEANINGS`] passages at most.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    document::{Document, Key, QuarterWords},
    index::{self, Postings},
    passages::{Grade, Passage},
    span::{Side, Sides},
};

/// The length of a gram: three words, or six Chinese characters. Two words are often no more than a name;
/// four miss passages with a word replaced in every sentence.
const GRAM: QuarterWords = QuarterWords::of_words(3);

/// The share of the words of a passage that must stand in an article: a word replaced in every six still
/// leaves more, two in every six do not. By eye on tests/library.rs.
const HELD: f64 = 0.6;

/// How much longer than the passage the stretch may be: room for one inserted sentence of its own length.
const SPREAD: usize = 2;

/// How many places in the passages a gram is looked up for; where it has more, the first ones count. A bound
/// on work: without it, texts made of few repeated sentences would cost the product of their lengths.
const MEANINGS: usize = 16;

/// One side of a passage.
struct Needle<'d> {
    passage: usize,
    keys: &'d [Key],
    /// Its grams in the article that is read, in order of the article.
    hits: Vec<Hit>,
}

/// Where a gram stands in the passages: its needle, and its first word there.
#[derive(Clone, Copy, Default)]
struct NeedlePlace {
    needle: u32,
    word: u32,
}

/// A gram of a needle, met in an article.
struct Hit {
    /// Its first word in the needle.
    word: u32,
    /// The word of the article it begins at, and how many words it has.
    at: u32,
    len: u32,
}

/// Looks for the passages of two articles in others.
pub(super) struct PassageSearch<'d> {
    needles: Vec<Needle<'d>>,
    /// The number of each gram of the needles, by its hash, and where it stands in them.
    grams: FxHashMap<u64, u32>,
    meanings: Postings<NeedlePlace>,
    /// How many grams of the window hold each word of a needle: room that is kept.
    holding: Vec<u32>,
    /// False when an article had a gram with more places in the passages than are looked at.
    pub(super) complete: bool,
}

impl<'d> PassageSearch<'d> {
    /// `passages` are those of the two documents. Articles must have their keys from the same vocabulary.
    pub(super) fn new(documents: &'d Sides<Document<'_>>, passages: &[Passage]) -> Self {
        let mut texts = Vec::new();
        for (at, passage) in passages.iter().enumerate() {
            for side in Side::BOTH {
                // The two sides of a verbatim passage are one.
                if side == Side::Left || passage.grade != Grade::Verbatim {
                    texts.push((at, documents.get(side), passage.words.get(side).clone()));
                }
            }
        }
        Self::of(texts.into_iter())
    }

    /// Looks for stretches of documents, each with the number by which it is told. Those of one number stand together.
    pub(super) fn of<'t: 'd>(
        texts: impl Iterator<Item = (usize, &'d Document<'t>, Range<usize>)>,
    ) -> Self {
        let mut needles = Vec::new();
        let (mut grams, mut posted) = (FxHashMap::default(), Vec::new());
        for (passage, document, words) in texts {
            let (keys, lengths) = (&document.keys()[words.clone()], document.lengths(words));
            let needle = needles.len() as u32;
            for (gram, word) in index::grams(keys, &lengths, GRAM).zip(0..) {
                let next = grams.len() as u32;
                let number = *grams.entry(gram.hash).or_insert(next);
                posted.push((number as usize, NeedlePlace { needle, word }));
            }
            needles.push(Needle {
                passage,
                keys,
                hits: Vec::new(),
            });
        }
        Self {
            needles,
            meanings: Postings::new(grams.len(), posted.into_iter()),
            grams,
            holding: Vec::new(),
            complete: true,
        }
    }

    /// The passages that stand in an article, ascending, each once.
    pub(super) fn standing_in(&mut self, article: &Document<'_>) -> Vec<usize> {
        let places = self.places_in(article).into_iter();
        places.map(|(passage, _)| passage).collect()
    }

    /// The same with the words of the article among which each stands.
    pub(super) fn places_in(&mut self, article: &Document<'_>) -> Vec<(usize, Range<usize>)> {
        let keys = article.keys();
        let lengths = article.lengths(0..keys.len());
        for (gram, at) in index::grams(keys, &lengths, GRAM).zip(0..) {
            let Some(&number) = self.grams.get(&gram.hash) else {
                continue;
            };
            let meanings = self.meanings.get(number as usize);
            self.complete &= meanings.len() <= MEANINGS;
            for &NeedlePlace { needle, word } in meanings.iter().take(MEANINGS) {
                let needle = &mut self.needles[needle as usize];
                let there = needle.keys[word as usize..].iter();
                let here = &keys[at as usize..][..gram.len as usize];
                // Grams of other words may have the same hash.
                if there.take(here.len()).eq(here) {
                    needle.hits.push(Hit {
                        word,
                        at,
                        len: gram.len,
                    });
                }
            }
        }
        let mut standing: Vec<(usize, Range<usize>)> = Vec::new();
        for needle in &mut self.needles {
            // The two sides of a passage are needles one after the other.
            let new = standing
                .last()
                .is_none_or(|(last, _)| *last != needle.passage);
            let place = if new {
                place(needle, &mut self.holding)
            } else {
                None
            };
            standing.extend(place.map(|place| (needle.passage, place)));
            needle.hits.clear();
        }
        standing
    }
}

/// The first stretch of the article that holds enough of a needle. `holding` is room for counting.
fn place(needle: &Needle<'_>, holding: &mut Vec<u32>) -> Option<Range<usize>> {
    if needle.hits.is_empty() {
        return None;
    }
    let words = needle.keys.len();
    let wanted = (HELD * words as f64).ceil() as usize;
    holding.clear();
    holding.resize(words, 0);
    let (mut held, mut first) = (0, 0);
    for hit in &needle.hits {
        let end = (hit.at + hit.len) as usize;
        while needle.hits[first].at as usize + SPREAD * words < end {
            held -= take_out(&needle.hits[first], holding);
            first += 1;
        }
        held += let_in(hit, holding);
        if held >= wanted {
            return Some(needle.hits[first].at as usize..end);
        }
    }
    None
}

/// Lets a hit into the window; how many words of the needle it is the first to hold.
fn let_in(hit: &Hit, holding: &mut [u32]) -> usize {
    let mut new = 0;
    for count in &mut holding[hit.word as usize..(hit.word + hit.len) as usize] {
        new += usize::from(*count == 0);
        *count += 1;
    }
    new
}

/// Takes a hit out of the window; how many words of the needle are then held by none.
fn take_out(hit: &Hit, holding: &mut [u32]) -> usize {
    let mut gone = 0;
    for count in &mut holding[hit.word as usize..(hit.word + hit.len) as usize] {
        *count -= 1;
        gone += usize::from(*count == 0);
    }
    gone
}
