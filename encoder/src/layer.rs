//! Dense layers: weights of 8 bits times inputs of 14 bits, in whole numbers, so that every machine gets the same sums.

use crate::lanes::{Lanes, Sums, WIDTH};

/// The largest input, in absolute value: a sum of [`MOST_INPUTS`] products with weights of at most 128 fits 31 bits.
const LARGEST: f32 = 8191.0;
/// The most inputs of a layer: 2^31 / (8,191 · 128) is 2,048.25.
pub(crate) const MOST_INPUTS: usize = 2048;

/// Rows of inputs with one scale. A window over several rows is one longer row.
pub(crate) struct Inputs {
    lanes: Vec<Lanes>,
    /// Groups from one row to the next.
    step: usize,
    /// The value of 1.
    scale: f32,
}

impl Inputs {
    /// Takes rows of `columns` numbers, a multiple of 8, and sets `before` and `after` rows of zeros around them.
    pub(crate) fn new(rows: &[f32], columns: usize, before: usize, after: usize) -> Self {
        let step = columns / WIDTH;
        let largest = largest(rows);
        let (scale, factor) = if largest > 0.0 && largest.is_finite() {
            (largest / LARGEST, LARGEST / largest)
        } else {
            (0.0, 0.0)
        };
        let zeros = |rows: usize| std::iter::repeat_n(Lanes::new([0; WIDTH]), rows * step);
        let mut lanes: Vec<_> = zeros(before).collect();
        lanes.extend(rows.chunks_exact(WIDTH).map(|group| {
            let mut numbers = [0_i16; WIDTH];
            for (number, value) in numbers.iter_mut().zip(group) {
                *number = (value * factor).round_ties_even() as i16;
            }
            Lanes::new(numbers)
        }));
        lanes.extend(zeros(after));
        Self { lanes, step, scale }
    }

    /// `groups` groups from the start of a row on.
    #[inline]
    fn window(&self, row: usize, groups: usize) -> &[Lanes] {
        &self.lanes[row * self.step..][..groups]
    }
}

/// The largest absolute value.
fn largest(values: &[f32]) -> f32 {
    let mut most = [0.0_f32; WIDTH];
    let groups = values.chunks_exact(WIDTH);
    for (most, value) in most.iter_mut().zip(groups.remainder()) {
        *most = most.max(value.abs());
    }
    for group in groups {
        for (most, value) in most.iter_mut().zip(group) {
            *most = most.max(value.abs());
        }
    }
    most.into_iter().fold(0.0, f32::max)
}

/// A dense layer without its bias: each output is the sum of all inputs times weights.
pub(crate) struct Layer {
    weights: Vec<Lanes>,
    /// Groups of weights of an output.
    groups: usize,
    /// For each output, the value of 1.
    scales: Vec<f32>,
}

impl Layer {
    /// `rows` hold the weights of each output, -128 to 127, `inputs` of them: a multiple of 8, at most [`MOST_INPUTS`].
    pub(crate) fn new(rows: &[i16], inputs: usize, scales: Vec<f32>) -> Self {
        let lanes = |group: &[i16]| {
            let mut numbers = [0; WIDTH];
            numbers.copy_from_slice(group);
            Lanes::new(numbers)
        };
        Self {
            weights: rows.chunks_exact(WIDTH).map(lanes).collect(),
            groups: inputs / WIDTH,
            scales,
        }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.scales.len()
    }

    /// The outputs of one row.
    pub(crate) fn apply_once(&self, row: &[f32]) -> Vec<f32> {
        self.apply(&Inputs::new(row, row.len(), 0, 0), 1)
    }

    /// The outputs of the windows that start at rows 0 to `count`, window after window.
    pub(crate) fn apply(&self, inputs: &Inputs, count: usize) -> Vec<f32> {
        let mut out = vec![0.0; count * self.outputs()];
        // Weights are read once: two outputs at a time, for all windows.
        for output in (0..self.outputs()).step_by(2) {
            let whole = count - count % 4;
            for row in (0..whole).step_by(4) {
                self.block::<4>(inputs, row, output, &mut out);
            }
            for row in whole..count {
                self.block::<1>(inputs, row, output, &mut out);
            }
        }
        out
    }

    /// Two outputs of `ROWS` windows; the second is left out where there is none.
    #[inline]
    fn block<const ROWS: usize>(
        &self,
        inputs: &Inputs,
        row: usize,
        output: usize,
        out: &mut [f32],
    ) {
        let last = (output + 1).min(self.outputs() - 1);
        let weights = [output, last].map(|at| &self.weights[at * self.groups..][..self.groups]);
        let windows: [_; ROWS] = std::array::from_fn(|at| inputs.window(row + at, self.groups));
        let sums = products(weights, windows, self.groups);
        for (sums, at) in sums.into_iter().zip([output, last]) {
            let scale = self.scales[at] * inputs.scale;
            for (row, sum) in (row..).zip(sums) {
                out[row * self.outputs() + at] = sum.total() as f32 * scale;
            }
        }
    }
}

/// The sums of the products of each of two rows of weights with each window.
#[inline]
fn products<const ROWS: usize>(
    weights: [&[Lanes]; 2],
    windows: [&[Lanes]; ROWS],
    groups: usize,
) -> [[Sums; ROWS]; 2] {
    let weights = weights.map(|weights| &weights[..groups]);
    let windows = windows.map(|window| &window[..groups]);
    let mut sums = [[Sums::zero(); ROWS]; 2];
    for at in 0..groups {
        for (sums, weights) in sums.iter_mut().zip(weights) {
            for (sum, window) in sums.iter_mut().zip(windows) {
                sum.add_products(weights[at], window[at]);
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three outputs of 16 inputs: the first input, the second twice, and all but the last.
    fn layer() -> Layer {
        let mut rows = [0_i16; 48];
        (rows[0], rows[17]) = (100, 100);
        rows[32..47].fill(1);
        Layer::new(&rows, 16, vec![0.01, 0.02, 1.0])
    }

    fn near(found: &[f32], wanted: &[f32]) {
        assert_eq!(found.len(), wanted.len());
        for (found, wanted) in found.iter().zip(wanted) {
            assert!((found - wanted).abs() < 0.01, "{found} is not {wanted}");
        }
    }

    #[test]
    fn outputs_are_weighted_sums() {
        let row: Vec<f32> = (1..=16_i16).map(f32::from).collect();
        near(&layer().apply_once(&row), &[1.0, 4.0, 120.0]);
        near(&layer().apply_once(&[0.0; 16]), &[0.0; 3]);
    }

    #[test]
    fn windows_overlap_and_see_zeros_outside() {
        let rows: Vec<f32> = (1..=40_i16).map(f32::from).collect();
        let inputs = Inputs::new(&rows, 8, 1, 0);
        let sum = |from: i16, to: i16| (from..=to).map(f32::from).sum::<f32>();
        let mut wanted = vec![0.0, 0.0, sum(1, 7)];
        for row in 0..4_i16 {
            let first = 8 * row + 1;
            wanted.extend([
                f32::from(first),
                2.0 * f32::from(first + 1),
                sum(first, first + 14),
            ]);
        }
        near(&layer().apply(&inputs, 5), &wanted);
    }

    #[test]
    fn the_largest_sums_fit() {
        let rows = vec![-128_i16; MOST_INPUTS];
        let layer = Layer::new(&rows, MOST_INPUTS, vec![1.0]);
        let found = layer.apply_once(&vec![-1.0; MOST_INPUTS])[0];
        assert!((found - 262_144.0).abs() < 1.0, "{found}");
    }

    #[test]
    fn what_is_no_number_gives_zeros() {
        assert_eq!(layer().apply_once(&[f32::INFINITY; 16]), [0.0; 3]);
    }
}
