//! Which of many ranges touch a given one, without trying them all.

use std::ops::Range;

/// Ranges in order of their start.
#[derive(Debug, Default)]
pub struct Intervals {
    ranges: Vec<Range<usize>>,
    /// The greatest end of the ranges up to each one.
    reach: Vec<usize>,
}

impl Intervals {
    /// Adds a range that starts where the last one starts, or after.
    pub fn push(&mut self, range: Range<usize>) {
        debug_assert!(
            self.ranges
                .last()
                .is_none_or(|last| last.start <= range.start)
        );
        self.reach.push(
            self.reach
                .last()
                .map_or(range.end, |&reach| reach.max(range.end)),
        );
        self.ranges.push(range);
    }

    /// The range of a number.
    pub fn get(&self, at: usize) -> &Range<usize> {
        &self.ranges[at]
    }

    /// The numbers of the ranges that share something with `range`, last first. The cost is that of
    /// the ranges between the first that reaches so far and the last that begins before its end.
    pub fn touching(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let end = self.ranges.partition_point(|known| known.start < range.end);
        let reaching = (0..end)
            .rev()
            .take_while(move |&at| self.reach[at] > range.start);
        reaching.filter(move |&at| self.ranges[at].end > range.start)
    }
}

impl FromIterator<Range<usize>> for Intervals {
    /// From ranges in order of their start.
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(ranges: I) -> Self {
        let mut intervals = Self::default();
        ranges.into_iter().for_each(|range| intervals.push(range));
        intervals
    }
}

#[cfg(test)]
mod tests {
    use super::Intervals;

    #[test]
    fn finds_what_touches() {
        let all: Intervals = [0..9, 1..2, 4..6, 6..8].into_iter().collect();
        for (range, expected) in [
            (1..2, vec![1, 0]),
            (2..4, vec![0]),
            (5..7, vec![3, 2, 0]),
            (9..12, vec![]),
            (8..9, vec![0]),
        ] {
            assert_eq!(
                all.touching(range.clone()).collect::<Vec<_>>(),
                expected,
                "{range:?}"
            );
        }
    }
}
