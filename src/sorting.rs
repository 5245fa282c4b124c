//! Sorting by whole numbers, with one piece of machine code for all lists: every type and order of its own
//! costs the package several kilobytes.

use std::ops::Range;

/// Four numbers as one: ordered by the first, then the second, the third, the fourth. Numbers of words,
/// tokens and bytes, all less than 2^32.
pub(crate) fn key(parts: [usize; 4]) -> u128 {
    parts
        .into_iter()
        .fold(0, |key, part| key << 32 | u128::from(part as u32))
}

/// A range on each side as one number: ordered by the start and the end of the first, then the second.
pub(crate) fn ranges(first: &Range<usize>, second: &Range<usize>) -> u128 {
    key([first.start, first.end, second.start, second.end])
}

/// Sorts by a number, ascending. Elements with the same number keep their order. Lists of up to 2^32
/// elements, n log n.
pub(crate) fn by_key<T>(list: &mut [T], key: impl Fn(&T) -> u128) {
    // Many lists are short or in order: those ask for no memory.
    if list.is_sorted_by_key(&key) {
        return;
    }
    let mut places: Vec<SortKey> = list.iter().zip(0..).map(SortKey::new(key)).collect();
    sort(&mut places);
    // Each cycle of the permutation is walked once; a place that is done is its own source.
    for start in 0..list.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at].from, at as u32) as usize;
            if from == start || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// Sorts numbers, ascending.
#[inline(never)]
pub(crate) fn numbers(list: &mut [u32]) {
    by_key(list, |&number| u128::from(number));
}

/// Sorts indices, ascending, and keeps each once.
#[inline(never)]
pub(crate) fn indices(list: &mut Vec<usize>) {
    by_key(list, |&index| index as u128);
    list.dedup();
}

/// Sorts as [`by_key`] does, but into a new list: half the time for hundreds of thousands of small elements, for
/// none of them waits for the one before it, as it would along a cycle.
pub(crate) fn by_key_copied<T: Copy>(list: &mut Vec<T>, key: impl Fn(&T) -> u128) {
    if list.is_sorted_by_key(&key) {
        return;
    }
    let mut places: Vec<SortKey> = list.iter().zip(0..).map(SortKey::new(key)).collect();
    sort(&mut places);
    *list = places
        .iter()
        .map(|place| list[place.from as usize])
        .collect();
}

/// A number and where its element stands in the list. The number is in two halves because that is how
/// WebAssembly compares it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct SortKey {
    high: u64,
    low: u64,
    from: u32,
}

impl SortKey {
    fn new<T>(key: impl Fn(&T) -> u128) -> impl FnMut((&T, u32)) -> Self {
        move |(element, from)| {
            let key = key(element);
            Self {
                high: (key >> 64) as u64,
                low: key as u64,
                from,
            }
        }
    }
}

/// Least elements of a list that is sorted digit by digit. Twice as many as a digit has values.
const LARGE: usize = 1 << 12;

#[inline(never)]
fn sort(places: &mut Vec<SortKey>) {
    if places.len() < LARGE {
        places.sort_unstable();
        return;
    }
    let first = places[0];
    let differ = places.iter().fold((0, 0), |(high, low), place| {
        (high | place.high ^ first.high, low | place.low ^ first.low)
    });
    by_digits(places, differ.1, |place| place.low);
    by_digits(places, differ.0, |place| place.high);
}

/// Sorts by one number, equal ones in their order: by its last digit, then the one before it (radix sort,
/// least digit first). Digits in which no two differ are left out by `differ`, which has all bits in which any do.
fn by_digits(places: &mut Vec<SortKey>, differ: u64, number: impl Fn(&SortKey) -> u64) {
    const DIGIT: usize = 11;
    const DIGITS: usize = 1 << DIGIT;
    let mut sorted = places.clone();
    for shift in (0..u64::BITS as usize).step_by(DIGIT) {
        let digit = |number: u64| (number >> shift) as usize % DIGITS;
        if digit(differ) == 0 {
            continue;
        }
        let mut starts = [0_u32; DIGITS];
        for place in &*places {
            starts[digit(number(place))] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        for place in &*places {
            let next = &mut starts[digit(number(place))];
            sorted[*next as usize] = *place;
            *next += 1;
        }
        std::mem::swap(places, &mut sorted);
    }
}

/// Sorts pairs of numbers less than 2^32, packed by [`pack`], and takes out what is there twice.
pub(crate) fn distinct(packed: &mut Vec<u64>) {
    packed.sort_unstable();
    packed.dedup();
}

/// Two numbers less than 2^32 in one, ordered by the first, then the second.
pub(crate) fn pack(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64
}

/// The two numbers of [`pack`].
pub(crate) fn unpack(packed: u64) -> (usize, usize) {
    ((packed >> 32) as usize, packed as u32 as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u64;
        let mut next = |below: u64| {
            seed = seed
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            (seed >> 33) % below
        };
        for len in (0..200).chain([LARGE, 2 * LARGE + 7]) {
            let list: Vec<(u64, usize)> =
                (0..len).map(|at| (next(1 + len as u64 / 2), at)).collect();
            let (mut ours, mut copied, mut theirs) = (list.clone(), list.clone(), list);
            let key = |&(number, _): &(u64, usize)| {
                u128::from(number) << 60 | u128::from(number % 2) << 127
            };
            by_key(&mut ours, key);
            by_key_copied(&mut copied, key);
            theirs.sort_by_key(|&(number, _)| (number % 2, number));
            assert_eq!((&ours, &copied), (&theirs, &theirs));
        }
    }

    #[test]
    fn keys_are_ordered_part_by_part() {
        assert!(key([1, 0, 0, 0]) > key([0, u32::MAX as usize, 9, 9]));
        assert!(ranges(&(1..5), &(0..1)) < ranges(&(1..5), &(0..2)));
        assert_eq!(unpack(pack(7, 0xFFFF_FFFF)), (7, 0xFFFF_FFFF));
        let mut pairs = vec![pack(2, 0), pack(1, 9), pack(2, 0)];
        distinct(&mut pairs);
        assert_eq!(pairs, [pack(1, 9), pack(2, 0)]);
    }
}
