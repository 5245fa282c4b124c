//! Sets of small whole numbers, one bit each: what is asked all over a long text stays in the processor's
//! nearest memory.

use std::ops::Range;

/// A set of numbers below a bound.
pub struct Bits(Vec<u64>);

const WIDTH: usize = u64::BITS as usize;

impl Bits {
    /// Room for the numbers below `end`, none of them in the set.
    pub fn new(end: usize) -> Self {
        Self(vec![0; end.div_ceil(WIDTH)])
    }

    /// Puts a number in.
    pub fn insert(&mut self, at: u32) {
        let at = at as usize;
        self.0[at / WIDTH] |= 1 << (at % WIDTH);
    }

    /// Takes a number out.
    pub fn remove(&mut self, at: u32) {
        let at = at as usize;
        self.0[at / WIDTH] &= !(1 << (at % WIDTH));
    }

    /// Whether a number is in. Those there is no room for are not.
    pub fn has(&self, at: u32) -> bool {
        let at = at as usize;
        let word = self.0.get(at / WIDTH);
        word.is_some_and(|word| word >> (at % WIDTH) & 1 == 1)
    }

    /// Puts all numbers of a range in.
    pub fn insert_all(&mut self, range: Range<usize>) {
        for (word, mask) in masks(range) {
            self.0[word] |= mask;
        }
    }

    /// Takes all numbers of a range out.
    pub fn remove_all(&mut self, range: Range<usize>) {
        for (word, mask) in masks(range) {
            self.0[word] &= !mask;
        }
    }

    /// How many numbers of a range are in.
    pub fn count(&self, range: Range<usize>) -> usize {
        let ones = masks(range).map(|(word, mask)| (self.0[word] & mask).count_ones() as usize);
        ones.sum()
    }
}

/// The words that a range lies in, each with the bits of the range.
fn masks(range: Range<usize>) -> impl Iterator<Item = (usize, u64)> {
    let Range { start, end } = range;
    (start / WIDTH..end.div_ceil(WIDTH)).map(move |word| {
        let first = start.saturating_sub(word * WIDTH);
        let past = (end - word * WIDTH).min(WIDTH);
        let below = |bits: usize| {
            1_u64
                .checked_shl(bits as u32)
                .map_or(u64::MAX, |bit| bit - 1)
        };
        (word, below(past) & !below(first))
    })
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn ranges_are_their_numbers() {
        for start in 0..130 {
            for end in start..=192 {
                let mut bits = Bits::new(192);
                bits.insert_all(start..end);
                let all: Vec<u32> = (0..200).filter(|&at| bits.has(at)).collect();
                assert_eq!(all, (start as u32..end as u32).collect::<Vec<_>>());
                let expected = end.min(100).saturating_sub(start.max(3));
                assert_eq!(bits.count(3..100), expected, "{start}..{end}");
            }
        }
    }

    #[test]
    fn what_is_taken_out_is_not_in() {
        let mut bits = Bits::new(70);
        assert!(!bits.has(69) && !bits.has(u32::MAX));
        bits.insert(69);
        assert!(bits.has(69) && !bits.has(68));
        bits.remove(69);
        assert_eq!(bits.count(0..70), 0);
    }
}
