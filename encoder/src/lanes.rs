//! Eight whole numbers of 16 bits, and the sum of the products of two such groups.

#[cfg(target_arch = "wasm32")]
mod one {
    use core::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128,
    };

    /// Eight numbers.
    #[derive(Clone, Copy)]
    pub(crate) struct Lanes(v128);

    /// Four sums.
    #[derive(Clone, Copy)]
    pub(crate) struct Sums(v128);

    impl Lanes {
        pub(crate) fn new([a, b, c, d, e, f, g, h]: [i16; 8]) -> Self {
            Self(i16x8(a, b, c, d, e, f, g, h))
        }
    }

    impl Sums {
        pub(crate) fn zero() -> Self {
            Self(i32x4_splat(0))
        }

        #[inline]
        pub(crate) fn add_products(&mut self, left: Lanes, right: Lanes) {
            self.0 = i32x4_add(self.0, i32x4_dot_i16x8(left.0, right.0));
        }

        #[inline]
        pub(crate) fn total(self) -> i32 {
            let (a, b) = (
                i32x4_extract_lane::<0>(self.0),
                i32x4_extract_lane::<1>(self.0),
            );
            let (c, d) = (
                i32x4_extract_lane::<2>(self.0),
                i32x4_extract_lane::<3>(self.0),
            );
            (a + b) + (c + d)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod one {
    /// Eight numbers.
    #[derive(Clone, Copy)]
    #[repr(align(16))]
    pub(crate) struct Lanes([i16; 8]);

    /// Four sums.
    #[derive(Clone, Copy)]
    pub(crate) struct Sums([i32; 4]);

    impl Lanes {
        pub(crate) fn new(numbers: [i16; 8]) -> Self {
            Self(numbers)
        }
    }

    impl Sums {
        pub(crate) fn zero() -> Self {
            Self([0; 4])
        }

        #[inline]
        pub(crate) fn add_products(&mut self, left: Lanes, right: Lanes) {
            for (at, sum) in self.0.iter_mut().enumerate() {
                let product = |k: usize| i32::from(left.0[k]) * i32::from(right.0[k]);
                *sum += product(2 * at) + product(2 * at + 1);
            }
        }

        #[inline]
        pub(crate) fn total(self) -> i32 {
            self.0.iter().sum()
        }
    }
}

pub(crate) use one::{Lanes, Sums};

/// Numbers in a group.
pub(crate) const WIDTH: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_summed() {
        let mut sums = Sums::zero();
        let left = Lanes::new([1, -2, 3, 4, 5, 6, 7, 8191]);
        sums.add_products(left, Lanes::new([1, 1, 1, 1, 1, 1, 1, 127]));
        sums.add_products(left, Lanes::new([0, 1, 0, 0, 0, 0, 0, 0]));
        assert_eq!(sums.total(), 24 + 8191 * 127 - 2);
    }
}
