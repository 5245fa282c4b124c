//! Exact runs: maximal stretches of equal keys on both sides, in any order.
//!
//! Every gram (a window of words just long enough to be a run) of the right is indexed by its hash; the
//! left is read once, and where a gram of it stands on the right the two are extended as far as they
//! go. The cost is linear in the length of the texts, because the pairs of grams that are tried are
//! bounded: see [`GRAM_PAIRS`]. This is the classic seed and extend, as in BLAST (Altschul and
//! others, 1990), with exact seeds.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    Options,
    document::{Document, Key, QuarterWords},
    index::{self, Postings},
    sorting,
    span::{Side, Sides},
};

/// A maximal stretch of equal keys: it can be extended on neither end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// Its first word on the left, as an index of [`Document::words`].
    pub left: usize,
    /// Its first word on the right, likewise.
    pub right: usize,
    /// Its length in words.
    pub len: usize,
}

impl Run {
    /// Its words on each side.
    #[must_use]
    pub fn words(&self) -> Sides<Range<usize>> {
        Sides::new(
            self.left..self.left + self.len,
            self.right..self.right + self.len,
        )
    }
}

/// Runs in order of their left, then right start.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Runs {
    /// The runs.
    pub runs: Vec<Run>,
    /// False when a gram was too frequent for all its pairs to be tried, and one of its places is in no run.
    pub complete: bool,
}

/// Greatest frequency on the right of a gram whose pairs are all tried. A bound on work.
const FREQUENT_GRAM: u32 = 64;

/// Pairs of grams tried beyond one for each place: 10,000, and one more for every 4 words of both texts. Where there would
/// be more, the greatest frequency is lowered until there are not. A bound on work, by measurement on repeats of a million
/// words. Few runs are lost: one of which any gram is rarer is found by that gram.
const GRAM_PAIRS: usize = 10_000;
const GRAM_PAIR_WORDS: usize = 4;

/// Finds all runs of at least `min_words` words, however often they occur, up to the bounds above.
///
/// A gram over the bound is paired only with its likely counterparts: the first with the first, the
/// second with the second, and the same from the end; `complete` is false if a place is then left alone. Two texts with the same
/// keys throughout are one run, however short. Two texts of which one has no words have no runs.
pub fn find_runs(documents: &Sides<Document<'_>>, options: &Options) -> Runs {
    let keys = documents.as_ref().map(Document::keys);
    let least = QuarterWords::of_words(options.min_words);
    if keys.left == keys.right {
        let len = keys.left.len();
        let whole = Run {
            left: 0,
            right: 0,
            len,
        };
        if len > 0 && documents.left.length(0..len) < least {
            return Runs {
                runs: vec![whole],
                complete: true,
            };
        }
    }
    let grams = keys.zip(documents.as_ref()).map(|(keys, document)| {
        let mut hashes = Vec::with_capacity(keys.len());
        hashes.extend(
            index::grams(keys, &document.lengths(0..keys.len()), least).map(|gram| gram.hash),
        );
        hashes
    });
    let mut found = RunSearch::new(&keys, &grams).run();
    sorting::by_key_copied(&mut found.runs, |run| {
        sorting::key([0, run.left, run.right, run.len])
    });
    found
}

/// Grams of the right of one part, up to twice as many: their index stays in the processor's cache
/// (docs/measurements.md, what made it faster).
const PART_GRAMS: usize = 1 << 12;

/// In place of the first place of a gram that does not stand on the right.
const NOWHERE: u32 = u32::MAX;

/// The first place on the right of every gram of both sides, given as hashes.
fn first_places(grams: &Sides<Vec<u64>>) -> Sides<Vec<u32>> {
    // Equal grams are in one part: hashes are told apart by their highest bits first.
    let bits = (grams.right.len() / PART_GRAMS).max(1).ilog2();
    let parts = grams.as_ref().map(|grams| {
        // No bits are a shift by the width of the number, which gives none.
        let part = |hash: u64| hash.checked_shr(u64::BITS - bits).unwrap_or(0) as usize;
        let posted = grams.iter().zip(0..);
        Postings::new(
            1 << bits,
            posted.map(|(&hash, at)| (part(hash), (hash, at))),
        )
    });
    let mut first = grams.as_ref().map(|grams| vec![NOWHERE; grams.len()]);
    let mut known: FxHashMap<u64, u32> = FxHashMap::default();
    for part in 0..1 << bits {
        known.clear();
        for &(hash, at) in parts.right.get(part) {
            first.right[at as usize] = *known.entry(hash).or_insert(at);
        }
        for (hash, at) in parts.left.get(part) {
            if let Some(&place) = known.get(hash) {
                first.left[*at as usize] = place;
            }
        }
    }
    first
}

/// A gram that stands on the right.
#[derive(Clone, Copy, Default)]
struct GramCount {
    /// How often it stands on the left, and how often it was met there.
    left: u32,
    met: u32,
}

struct RunSearch<'s> {
    keys: &'s Sides<&'s [Key]>,
    /// The first place on the right of every gram of the left.
    first: Vec<u32>,
    /// The places of the grams of the right, each gram at its first place there.
    places: Postings,
    /// How often each of them stands on the left.
    seen: Vec<GramCount>,
    /// For every diagonal, the left word up to which its runs are found.
    covered: Vec<u32>,
    found: Runs,
}

impl<'s> RunSearch<'s> {
    fn new(keys: &'s Sides<&'s [Key]>, grams: &'s Sides<Vec<u64>>) -> Self {
        let Sides { left, right } = first_places(grams);
        let posted = right.iter().map(|&first| first as usize).zip(0..);
        let mut seen = vec![GramCount::default(); right.len()];
        for &first in left.iter().filter(|&&first| first != NOWHERE) {
            seen[first as usize].left += 1;
        }
        Self {
            keys,
            first: left,
            places: Postings::new(right.len(), posted),
            seen,
            covered: vec![0; keys.left.len() + keys.right.len()],
            found: Runs {
                runs: Vec::new(),
                complete: true,
            },
        }
    }

    fn run(mut self) -> Runs {
        let frequent = self.bound();
        let mut before_tried = false;
        // The places of grams of which not all pairs are tried.
        let mut alone: Sides<Vec<usize>> = Sides::default();
        for (left, first) in std::mem::take(&mut self.first).into_iter().enumerate() {
            if first == NOWHERE {
                before_tried = false;
                continue;
            }
            let first = first as usize;
            let all = self.places.count(first) <= frequent;
            if all {
                for at in 0..self.places.count(first) as usize {
                    let right = self.places.get(first)[at] as usize;
                    self.follow(left, right, before_tried);
                }
            } else {
                alone.left.push(left);
                if self.seen[first].met == 0 {
                    let places = self.places.get(first).iter();
                    alone.right.extend(places.map(|&at| at as usize));
                }
                self.follow_likely(left, first);
            }
            before_tried = all;
        }
        let mut both = Side::BOTH.into_iter();
        self.found.complete = both.all(|side| lie_in(&self.found.runs, side, alone.get(side)));
        self.found
    }

    /// The highest frequency up to which all pairs can be tried within the bound.
    fn bound(&self) -> u32 {
        let words = self.keys.left.len() + self.keys.right.len();
        let most = (GRAM_PAIRS + words / GRAM_PAIR_WORDS) as u64;
        // Pairs of the grams that are more frequent than half a frequency and not more than all of it, by its
        // logarithm.
        let mut pairs = [0; FREQUENT_GRAM.ilog2() as usize + 1];
        for (first, seen) in self.seen.iter().enumerate() {
            let right = self.places.count(first);
            if seen.left > 0 && right <= FREQUENT_GRAM {
                let (left, right) = (u64::from(seen.left), u64::from(right));
                let class = right.next_power_of_two().ilog2() as usize;
                pairs[class] += left * right - left.max(right);
            }
        }
        let within = |highest: &usize| pairs[..=*highest].iter().sum::<u64>() <= most;
        1 << (0..pairs.len()).rev().find(within).unwrap_or(0)
    }

    /// Pairs a place of a frequent gram with its likely counterparts, given the gram's first place.
    fn follow_likely(&mut self, left: usize, first: usize) {
        let right = self.places.count(first);
        let GramCount { left: all, met } = self.seen[first];
        self.seen[first].met += 1;
        let from_start = (met < right).then_some(met);
        let from_end = (met + right).checked_sub(all).filter(|&at| at < right);
        for at in from_start.into_iter().chain(from_end) {
            let right = self.places.get(first)[at as usize] as usize;
            self.follow(left, right, false);
        }
    }

    /// Extends a pair of places both ways, unless its run is known. `before_tried` says that the gram one
    /// word before had all its pairs tried, so that a run which began there is known.
    fn follow(&mut self, left: usize, right: usize, before_tried: bool) {
        let Sides { left: a, right: b } = self.keys;
        if before_tried && right > 0 && a[left - 1] == b[right - 1] {
            return;
        }
        let diagonal = self.keys.left.len() + right - left;
        if self.covered[diagonal] as usize > left {
            return;
        }
        let after = a[left..]
            .iter()
            .zip(&b[right..])
            .take_while(|(x, y)| x == y)
            .count();
        // Two grams with one hash need not be equal; what is too short is no run.
        if after == 0 {
            return;
        }
        let before = a[..left]
            .iter()
            .rev()
            .zip(b[..right].iter().rev())
            .take_while(|(x, y)| x == y)
            .count();
        self.covered[diagonal] = (left + after) as u32;
        self.found.runs.push(Run {
            left: left - before,
            right: right - before,
            len: before + after,
        });
    }
}

/// Whether some places of a side all lie in runs.
#[inline(never)]
fn lie_in(runs: &[Run], side: Side, places: &[usize]) -> bool {
    let Some(last) = places.iter().max() else {
        return true;
    };
    // How many more runs begin at each place than end there.
    let mut open = vec![0_i32; last + 2];
    for run in runs {
        let words = run.words();
        let Range { start, end } = words.get(side);
        open.get_mut(*start).into_iter().for_each(|at| *at += 1);
        open.get_mut(*end).into_iter().for_each(|at| *at -= 1);
    }
    let mut sum = 0;
    for at in &mut open {
        sum += *at;
        *at = sum;
    }
    places.iter().all(|&at| open[at] > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_places_do_not_depend_on_parts() {
        // From one part to thirty-two; some hashes occur often, some on one side only.
        for len in [0, 1, 100, PART_GRAMS - 1, 2 * PART_GRAMS, 40 * PART_GRAMS] {
            let side = |seed: u64| -> Vec<u64> {
                let hash = |at: u64| (at * at + seed) % (1 + len as u64 / 2);
                let spread = |hash: u64| hash.wrapping_mul(0x9E37_79B9_7F4A_7C15);
                (0..len as u64).map(|at| spread(hash(at))).collect()
            };
            let grams = Sides::new(side(0), side(5));
            let mut known: FxHashMap<u64, u32> = FxHashMap::default();
            for (&hash, at) in grams.right.iter().zip(0..) {
                known.entry(hash).or_insert(at);
            }
            let place = |hash: &u64| known.get(hash).copied().unwrap_or(NOWHERE);
            let expected = grams.as_ref().map(|side| side.iter().map(place).collect());
            assert_eq!(first_places(&grams), expected, "{len}");
        }
    }

    #[test]
    fn places_lie_in_runs_from_their_first_word_to_their_last() {
        let run = |left, right, len| Run { left, right, len };
        // On the left they touch, and one lies in another.
        let runs = [run(2, 20, 4), run(6, 0, 3), run(7, 9, 1)];
        let table: [(Side, &[usize], bool); 9] = [
            (Side::Left, &[], true),
            (Side::Left, &[2, 5, 6, 7, 8], true),
            (Side::Left, &[1], false),
            (Side::Left, &[3, 9], false),
            (Side::Left, &[9, 3], false),
            (Side::Right, &[0, 2, 9, 20, 23], true),
            (Side::Right, &[3], false),
            (Side::Right, &[2, 10, 20], false),
            (Side::Right, &[24], false),
        ];
        for (side, places, expected) in table {
            assert_eq!(lie_in(&runs, side, places), expected, "{side:?} {places:?}");
        }
        assert!(!lie_in(&[], Side::Left, &[0]));
    }

    #[test]
    fn the_bound_is_lowered_until_the_pairs_fit() {
        // Each phrase of four words stands `times` times on each side, between words that occur once.
        let found = |phrases: usize, times: usize| {
            let text = |side: &str| {
                let phrase = |at: usize| {
                    let p = at % phrases;
                    format!("one{p} two{p} three{p} four{p} {side}{at} ")
                };
                (0..phrases * times).map(phrase).collect::<String>()
            };
            let (left, right) = (text("left"), text("right"));
            let options = Options::default();
            let mut vocabulary = crate::document::Vocabulary::default();
            let documents = Sides::new(
                Document::new(&left, &options, &mut vocabulary),
                Document::new(&right, &options, &mut vocabulary),
            );
            let Runs { runs, complete } = find_runs(&documents, &options);
            (runs.len(), complete)
        };
        assert_eq!(found(10, 20), (10 * 20 * 20, true));
        assert_eq!(found(1, 64), (64 * 64, true));
        // Only the likely counterparts: the same place counted from the start, and from the end.
        assert_eq!(found(1, 65), (65, true));
        assert_eq!(found(100, 20), (100 * 20, true));
    }
}
