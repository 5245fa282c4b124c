//! Where things stand: postings, and the grams that are looked up in them.

use crate::document::{Key, QuarterWords};

/// For each of many numbered things the places where it stands, all in one list.
///
/// Built by a counting sort, in time linear in things and places; read in constant time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings<T = u32> {
    /// Where the places of each thing start in `places`, and where the last ones end.
    starts: Vec<u32>,
    places: Vec<T>,
}

impl<T: Copy + Default> Postings<T> {
    /// Takes the places of things numbered from 0 up to, not including, `things`. The places of one thing
    /// keep their order. `posted` is read twice.
    pub(crate) fn new(things: usize, posted: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        // Two entries further on than where a thing ends, so that filling moves each to where it starts.
        let mut starts = vec![0_u32; things + 2];
        posted.clone().for_each(|(thing, _)| starts[thing + 2] += 1);
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut places = vec![T::default(); starts[things + 1] as usize];
        posted.for_each(|(thing, place)| {
            let next = &mut starts[thing + 1];
            places[*next as usize] = place;
            *next += 1;
        });
        Self { starts, places }
    }

    /// The places of a thing.
    pub(crate) fn get(&self, thing: usize) -> &[T] {
        &self.places[self.starts[thing] as usize..self.starts[thing + 1] as usize]
    }

    /// How many places a thing has.
    pub(crate) fn count(&self, thing: usize) -> u32 {
        self.starts[thing + 1] - self.starts[thing]
    }
}

/// A window of words: the shortest that begins at its first word and has at least a given length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gram {
    /// Equal for equal keys. Windows of other keys may have the same, so look at the keys as well.
    pub(crate) hash: u64,
    /// How many words it has.
    pub(crate) len: u32,
}

/// The gram that begins at each word, in order; the last words, which begin none, have none. `lengths`
/// are those of the words, in quarter words. Linear.
pub(crate) fn grams<'k>(
    keys: &'k [Key],
    lengths: &'k [u8],
    least: QuarterWords,
) -> impl Iterator<Item = Gram> + 'k {
    // The hash of a window is that of a polynomial in BASE, moved on by a word at a time.
    let value = |key: u32| (u64::from(key) + 1).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let (mut hash, mut power, mut length, mut end) = (0_u64, 1_u64, 0_usize, 0);
    lengths
        .iter()
        .enumerate()
        .map_while(move |(start, &first)| {
            while length < least.get() {
                length += usize::from(*lengths.get(end)?);
                hash = hash.wrapping_mul(BASE).wrapping_add(value(keys[end]));
                power = power.wrapping_mul(BASE);
                end += 1;
            }
            let gram = Gram {
                hash: hash ^ (hash >> 29),
                len: (end - start) as u32,
            };
            // Takes out the first word: its value has been multiplied once for every word after it.
            power = power.wrapping_mul(INVERSE);
            hash = hash.wrapping_sub(value(keys[start]).wrapping_mul(power));
            length -= usize::from(first);
            Some(gram)
        })
}

/// An odd number with about as many ones as zeros: 2^64 divided by the golden ratio.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// 1 / `BASE` modulo 2^64.
const INVERSE: u64 = inverse(BASE);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_their_thing_in_order() {
        let posted = [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd'), (2, 'e')];
        let postings = Postings::new(5, posted.into_iter());
        let all: Vec<String> = (0..5)
            .map(|thing| postings.get(thing).iter().collect())
            .collect();
        assert_eq!(all, ["b", "", "ace", "d", ""]);
        assert_eq!((0..5).map(|at| postings.count(at)).sum::<u32>(), 5);
        let none: Postings = Postings::new(1, std::iter::empty());
        assert!(none.get(0).is_empty());
    }

    #[test]
    fn grams_are_equal_where_their_keys_are() {
        // A character of two quarters and words of four.
        let (keys, lengths) = ([1, 2, 3, 1, 2, 3, 4], [4, 4, 2, 4, 4, 2, 4]);
        let least = QuarterWords::of_words(2);
        let found: Vec<Gram> = grams(&keys, &lengths, least).collect();
        let lens: Vec<u32> = found.iter().map(|gram| gram.len).collect();
        assert_eq!(lens, [2, 3, 3, 2, 3]);
        for (at, gram) in found.iter().enumerate() {
            for (other_at, other) in found.iter().enumerate() {
                let words = |at: usize, gram: &Gram| &keys[at..at + gram.len as usize];
                assert_eq!(gram == other, words(at, gram) == words(other_at, other));
            }
        }
        assert_eq!(grams(&keys[..1], &[4], least).count(), 0);
    }
}
