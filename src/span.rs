//! Coordinates: where something stands in a text, and on which side.

/// A stretch of one text: UTF-8 byte offsets, half-open, both on character boundaries.
///
/// An empty span (`start == end`) marks a place between two characters. Ordered by start, then end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte of the stretch.
    pub start: u32,
    /// Byte after the last one of the stretch.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Self {
            start: offset(start),
            end: offset(end),
        }
    }

    /// The smallest stretch that holds both.
    #[must_use]
    pub fn to(self, last: Self) -> Self {
        Self {
            start: self.start.min(last.start),
            end: self.end.max(last.end),
        }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the stretch holds nothing and only marks a place.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two stretches have at least one byte in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The stretch as a range, for slicing the text it belongs to.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// An offset as it is stored. Texts are held in memory whole and WebAssembly addresses 4 GiB, so 32
/// bits are enough; a longer text could not have been passed in.
fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("texts are shorter than 4 GiB")
}

/// One of the two texts compared. They have no order in time, so they are called by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first text.
    Left,
    /// The second text.
    Right,
}

impl Side {
    /// Left, then right.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The other side.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// One thing for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sides<T> {
    /// What belongs to the left text.
    pub left: T,
    /// What belongs to the right text.
    pub right: T,
}

impl<T> Sides<T> {
    /// One thing for each side.
    pub fn new(left: T, right: T) -> Self {
        Self { left, right }
    }

    /// The thing of one side.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The thing of one side, to be changed.
    pub fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }

    /// The same for both sides.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Sides<U> {
        Sides {
            left: f(self.left),
            right: f(self.right),
        }
    }

    /// Both things of each side together.
    pub fn zip<U>(self, other: Sides<U>) -> Sides<(T, U)> {
        Sides {
            left: (self.left, other.left),
            right: (self.right, other.right),
        }
    }

    /// Both sides by reference.
    pub fn as_ref(&self) -> Sides<&T> {
        Sides {
            left: &self.left,
            right: &self.right,
        }
    }

    /// The sides exchanged.
    #[must_use]
    pub fn swap(self) -> Self {
        Self {
            left: self.right,
            right: self.left,
        }
    }
}
