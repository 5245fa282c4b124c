//! Exact runs: maximal stretches of equal keys on both sides, in any order.
//!
//! Every gram (a window of words just long enough to be a run) of the right is indexed by its hash; the
//! left is read once, and where a gram of it stands on the right the two are extended as far as they
//! go. The cost is linear in the length of the texts, because the pairs of grams that are tried are
//! bounded: see [`PAIRS`]. This is the classic seed and extend, as in BLAST (Altschul and
//! others, 1990), with exact seeds.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{Options, document::{Document, Key}, sorting, span::Sides};

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

    /// The same run with the sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            left: self.right,
            right: self.left,
            len: self.len,
        }
    }
}

/// Runs in order of their left, then right start.
#[derive(Clone, Debug)]
pub struct Runs {
    /// The runs.
    pub runs: Vec<Run>,
    /// False when a gram was too frequent for all its pairs to be tried.
    pub complete: bool,
}

/// Times a gram may occur on the right and still have all its pairs tried.
const FREQUENT: u32 = 64;

/// Pairs of grams tried beyond one for each place, and one more of them for so many words of both texts. Where
/// there would be more, the frequency up to which all pairs are tried is lowered until there are not. Few are
/// lost so: a run of which any gram is rarer is found by that one.
const PAIRS: usize = 10_000;
const PAIRS_WORDS: usize = 4;

/// Finds all runs of at least `min_words` words, however often they occur, up to the bounds above.
///
/// A gram over the bound is paired only with its likely counterparts: the first with the first, the
/// second with the second, and the same from the end; `complete` is then false. Two texts with the same
/// keys throughout are one run, however short. Two texts of which one has no words have no runs.
pub fn find(documents: &Sides<Document<'_>>, options: &Options) -> Runs {
    let keys = documents.as_ref().map(Document::keys);
    if keys.left == keys.right {
        let len = keys.left.len();
        let whole = Run {
            left: 0,
            right: 0,
            len,
        };
        if len > 0 && documents.left.quarters(0..len) < 4 * options.min_words {
            return Runs {
                runs: vec![whole],
                complete: true,
            };
        }
    }
    let grams = keys
        .as_ref()
        .zip(documents.as_ref())
        .map(|(keys, d)| Grams::new(keys, &d.lengths(), 4 * options.min_words));
    // Which text is left must not change what is found, so the one that sorts first is indexed.
    let swapped = documents.right.text < documents.left.text;
    let (keys, grams) = if swapped {
        (keys.swap(), grams.swap())
    } else {
        (keys, grams)
    };
    let mut found = Search::new(&keys, &grams).run();
    if swapped {
        found.runs = found.runs.into_iter().map(Run::swap).collect();
    }
    sorting::by_key_copied(&mut found.runs, |run| {
        sorting::key([0, run.left, run.right, run.len])
    });
    found
}

/// The grams of one side: at each word the shortest window that is long enough for a run.
struct Grams {
    /// Hash of the gram that begins at each word; the words at the end that begin none have none.
    hashes: Vec<u64>,
}

impl Grams {
    /// `quarters` are the lengths of the words in quarters of a word, `least` that of a run.
    fn new(keys: &[Key], quarters: &[u8], least: usize) -> Self {
        const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
        // The hash of a window is that of a polynomial in BASE, moved on by a word at a time.
        let value = |key: u32| (u64::from(key) + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        let (mut hash, mut length, mut end, mut power) = (0_u64, 0_usize, 0, 1_u64);
        let mut hashes = Vec::with_capacity(keys.len());
        for start in 0..keys.len() {
            while end < keys.len() && length < least {
                hash = hash.wrapping_mul(BASE).wrapping_add(value(keys[end]));
                power = power.wrapping_mul(BASE);
                length += usize::from(quarters[end]);
                end += 1;
            }
            if length < least {
                break;
            }
            hashes.push(hash ^ (hash >> 29));
            // Takes out the first word: its value has been multiplied once for every word after it.
            power = power.wrapping_mul(INVERSE);
            hash = hash.wrapping_sub(value(keys[start]).wrapping_mul(power));
            length -= usize::from(quarters[start]);
        }
        Self { hashes }
    }
}

/// 1 / `BASE` modulo 2^64.
const INVERSE: u64 = inverse(0x9E37_79B9_7F4A_7C15);

/// Newton's method: each step doubles the number of right bits.
const fn inverse(odd: u64) -> u64 {
    let mut x = odd;
    let mut step = 0;
    while step < 6 {
        x = x.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(x)));
        step += 1;
    }
    x
}

/// Where a gram stands on the right.
#[derive(Clone, Copy, Default)]
struct Places {
    /// Its places, as a range of `Search::places`.
    start: u32,
    right: u32,
    /// How often it stands on the left, and how often it was met there.
    left: u32,
    met: u32,
}

impl Places {
    /// Pairs of its places, beyond one for each.
    fn beyond(&self) -> u64 {
        let (left, right) = (u64::from(self.left), u64::from(self.right));
        (left * right).saturating_sub(left.max(right))
    }
}

struct Search<'s> {
    keys: &'s Sides<&'s [Key]>,
    grams: &'s Sides<Grams>,
    /// The number of every gram of the right.
    index: FxHashMap<u64, u32>,
    known: Vec<Places>,
    places: Vec<u32>,
    /// For every diagonal, the left word up to which its runs are found.
    covered: Vec<u32>,
    found: Runs,
}

impl<'s> Search<'s> {
    fn new(keys: &'s Sides<&'s [Key]>, grams: &'s Sides<Grams>) -> Self {
        let mut search = Self {
            keys,
            grams,
            index: FxHashMap::default(),
            known: Vec::new(),
            places: vec![0; grams.right.hashes.len()],
            covered: vec![0; keys.left.len() + keys.right.len()],
            found: Runs {
                runs: Vec::new(),
                complete: true,
            },
        };
        search.read_right();
        search
    }

    fn read_right(&mut self) {
        self.index.reserve(self.grams.right.hashes.len());
        let mut numbers = Vec::with_capacity(self.grams.right.hashes.len());
        for &hash in &self.grams.right.hashes {
            let next = self.known.len() as u32;
            let number = *self.index.entry(hash).or_insert(next);
            if number == next {
                self.known.push(Places::default());
            }
            self.known[number as usize].right += 1;
            numbers.push(number);
        }
        let mut start = 0;
        for places in &mut self.known {
            places.start = start;
            start += std::mem::take(&mut places.right);
        }
        for (at, number) in numbers.into_iter().enumerate() {
            let places = &mut self.known[number as usize];
            self.places[(places.start + places.right) as usize] = at as u32;
            places.right += 1;
        }
    }

    fn run(mut self) -> Runs {
        let numbers: Vec<Option<u32>> = self
            .grams
            .left
            .hashes
            .iter()
            .map(|hash| self.index.get(hash).copied())
            .collect();
        for &number in numbers.iter().flatten() {
            self.known[number as usize].left += 1;
        }
        let frequent = self.bound();
        let mut before_tried = false;
        for (left, number) in numbers.into_iter().enumerate() {
            let Some(number) = number else {
                before_tried = false;
                continue;
            };
            let places = self.known[number as usize];
            self.known[number as usize].met += 1;
            let all = places.right <= frequent;
            if all {
                for at in places.start..places.start + places.right {
                    self.follow(left, self.places[at as usize] as usize, before_tried);
                }
            } else {
                self.found.complete = false;
                self.follow_likely(left, places);
            }
            before_tried = all;
        }
        self.found
    }

    /// The highest frequency up to which all pairs can be tried within the bound.
    fn bound(&self) -> u32 {
        let words = self.keys.left.len() + self.keys.right.len();
        let most = PAIRS + words / PAIRS_WORDS;
        let mut frequent = FREQUENT;
        while frequent > 1 {
            let tried = self.known.iter().filter(|places| places.right <= frequent);
            if tried.map(Places::beyond).sum::<u64>() <= most as u64 {
                break;
            }
            frequent /= 2;
        }
        frequent
    }

    fn follow_likely(&mut self, left: usize, places: Places) {
        let from_start = (places.met < places.right).then_some(places.met);
        let from_end = (places.met + places.right)
            .checked_sub(places.left)
            .filter(|&at| at < places.right);
        for at in from_start.into_iter().chain(from_end) {
            self.follow(
                left,
                self.places[(places.start + at) as usize] as usize,
                false,
            );
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
