//! From the rows of the embedding to a vector.

use crate::{
    FileError,
    coded::Table,
    file::Cursor,
    lanes::WIDTH,
    layer::{Inputs, Layer, MOST_INPUTS},
};

/// The most convolutions, and the most pieces that one sees: bounds on memory. The model in use has 3, of 2, 3 and 5.
const MOST_CONVOLUTIONS: usize = 8;
const MOST_WIDTH: usize = 16;
/// What is told when sizes do not fit.
const WRONG: FileError = FileError::Inconsistent("the network");

/// Sizes that the file names.
pub(crate) struct Sizes {
    /// Columns of the embedding.
    pub(crate) embedding: usize,
    /// Numbers that a convolution makes of each piece.
    channels: usize,
    hidden: usize,
    /// Numbers of a vector.
    pub(crate) dimensions: usize,
    /// What is added to a variance.
    epsilon: f32,
    /// How many pieces each convolution sees, and how many of them are to the left.
    convolutions: Vec<(usize, usize)>,
}

impl Sizes {
    pub(crate) fn read(from: &mut Cursor<'_>) -> Result<Self, FileError> {
        let mut size = || {
            let size = from.count(MOST_INPUTS)?;
            let fits = size > 0 && size % WIDTH == 0;
            fits.then_some(size).ok_or(WRONG)
        };
        let (embedding, channels, hidden, dimensions) = (size()?, size()?, size()?, size()?);
        let epsilon = from.f32()?;
        let mut convolutions = Vec::new();
        for _ in 0..from.count(MOST_CONVOLUTIONS)? {
            let (width, left) = (from.count(MOST_WIDTH)?, from.count(MOST_WIDTH)?);
            if left >= width {
                return Err(WRONG);
            }
            convolutions.push((width, left));
        }
        Ok(Self {
            embedding,
            channels,
            hidden,
            dimensions,
            epsilon,
            convolutions,
        })
    }
}

/// A layer with a bias.
struct Biased {
    layer: Layer,
    bias: Vec<f32>,
}

impl Biased {
    fn read(from: &mut Cursor<'_>, inputs: usize, outputs: usize) -> Result<Self, FileError> {
        Ok(Self {
            layer: read_layer(from, inputs, outputs)?,
            bias: from.floats(outputs)?,
        })
    }
}

/// A layer's weights from a coded table, a row for each output.
fn read_layer(from: &mut Cursor<'_>, inputs: usize, outputs: usize) -> Result<Layer, FileError> {
    let table = Table::read(from, "the weights")?;
    if inputs > MOST_INPUTS || table.columns() != inputs || table.rows() != outputs {
        return Err(WRONG);
    }
    let mut weights = Vec::with_capacity(inputs * outputs);
    for block in table.blocks() {
        let symbols = table.decode(from.file(), block).into_iter();
        weights.extend(symbols.map(|symbol| i16::from(symbol) - 128));
    }
    let scales = (0..outputs).map(|row| table.worth(row).0).collect();
    Ok(Layer::new(&weights, inputs, scales))
}

/// Makes the mean of each row 0 and its variance 1, then scales and shifts each column.
struct Norm {
    gain: Vec<f32>,
    bias: Vec<f32>,
    epsilon: f32,
}

impl Norm {
    fn read(from: &mut Cursor<'_>, columns: usize, epsilon: f32) -> Result<Self, FileError> {
        Ok(Self {
            gain: from.floats(columns)?,
            bias: from.floats(columns)?,
            epsilon,
        })
    }

    fn apply(&self, rows: &mut [f32]) {
        let columns = self.gain.len();
        for row in rows.chunks_exact_mut(columns) {
            let mean = sum(row, |value| value) / columns as f32;
            let variance = sum(row, |value| (value - mean) * (value - mean)) / columns as f32;
            let factor = 1.0 / (variance + self.epsilon).sqrt();
            for ((value, gain), bias) in row.iter_mut().zip(&self.gain).zip(&self.bias) {
                *value = (*value - mean) * factor * gain + bias;
            }
        }
    }
}

/// The sum of `part` of each value, eight sums at a time: the order is fixed, and so are the bits.
fn sum(values: &[f32], part: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0_f32; WIDTH];
    let groups = values.chunks_exact(WIDTH);
    let rest: f32 = groups.remainder().iter().map(|&value| part(value)).sum();
    for group in groups {
        for (sum, &value) in sums.iter_mut().zip(group) {
            *sum += part(value);
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// A look at neighbouring pieces, twice, each time added to what was there.
struct Convolution {
    width: usize,
    left: usize,
    layers: [Biased; 2],
}

impl Convolution {
    /// `rows` of `channels` numbers; the same number of rows comes out.
    fn apply(&self, mut rows: Vec<f32>, channels: usize) -> Vec<f32> {
        for Biased { layer, bias } in &self.layers {
            let right = self.width - 1 - self.left;
            let inputs = Inputs::new(&rows, channels, self.left, right);
            let out = layer.apply(&inputs, rows.len() / channels);
            for (row, out) in rows
                .chunks_exact_mut(channels)
                .zip(out.chunks_exact(channels))
            {
                for ((value, out), bias) in row.iter_mut().zip(out).zip(bias) {
                    *value += (out + bias).max(0.0);
                }
            }
        }
        rows
    }
}

/// All that is behind the embedding.
pub(crate) struct Network {
    embedding: usize,
    channels: usize,
    norm: Norm,
    projection: Biased,
    convolutions: Vec<Convolution>,
    last_norm: Norm,
    average: Biased,
    hidden: Layer,
    residual: [Layer; 2],
    second_hidden: Layer,
    vector: [Layer; 2],
}

impl Network {
    pub(crate) fn read(from: &mut Cursor<'_>, sizes: &Sizes) -> Result<Self, FileError> {
        let (channels, hidden, dimensions) = (sizes.channels, sizes.hidden, sizes.dimensions);
        let looks = channels * sizes.convolutions.len();
        let features = sizes.embedding + looks;
        let norm = Norm::read(from, looks, sizes.epsilon)?;
        let projection = Biased::read(from, sizes.embedding, looks)?;
        let mut convolutions = Vec::new();
        for &(width, left) in &sizes.convolutions {
            let mut layer = || Biased::read(from, width * channels, channels);
            convolutions.push(Convolution {
                width,
                left,
                layers: [layer()?, layer()?],
            });
        }
        let last_norm = Norm::read(from, features, sizes.epsilon)?;
        let average = Biased::read(from, features, dimensions)?;
        let mut layer = |inputs, outputs| read_layer(from, inputs, outputs);
        Ok(Self {
            embedding: sizes.embedding,
            channels,
            norm,
            projection,
            convolutions,
            last_norm,
            average,
            hidden: layer(dimensions, hidden)?,
            residual: [layer(dimensions, hidden)?, layer(hidden, hidden)?],
            second_hidden: layer(hidden, dimensions)?,
            vector: [layer(hidden, dimensions)?, layer(dimensions, dimensions)?],
        })
    }

    /// The vector of a text whose pieces have these rows of the embedding: of length 1, or zeros where there is none.
    pub(crate) fn vector(&self, rows: &[f32]) -> Vec<f32> {
        let features = self.features(rows);
        let average = self.averaged(&features);
        let hidden = relu(self.hidden.apply_once(&average));
        let residual = relu(self.both(&self.residual, &average, &hidden));
        let second = relu(self.second_hidden.apply_once(&residual));
        let mut vector = self.both(&self.vector, &residual, &second);
        for value in &mut vector {
            *value = libm::tanhf(*value);
        }
        unit(vector)
    }

    /// For each piece its row of the embedding, and what each convolution makes of it and its neighbours.
    fn features(&self, rows: &[f32]) -> Vec<f32> {
        let columns = self.last_norm.gain.len();
        let count = rows.len() / self.embedding;
        let mut features = vec![0.0; count * columns];
        let mut set = |start: usize, width: usize, from: &[f32]| {
            let rows = features.chunks_exact_mut(columns);
            for (row, from) in rows.zip(from.chunks_exact(width)) {
                row[start..start + width].copy_from_slice(from);
            }
        };
        set(0, self.embedding, rows);
        let projected = self.projected(rows, count);
        for (at, convolution) in self.convolutions.iter().enumerate() {
            let (channels, width) = (self.channels, self.norm.gain.len());
            let own = projected
                .chunks_exact(width)
                .flat_map(|row| &row[at * channels..(at + 1) * channels]);
            let out = convolution.apply(own.copied().collect(), channels);
            set(self.embedding + at * channels, channels, &out);
        }
        self.last_norm.apply(&mut features);
        features
    }

    /// The inputs of all convolutions, side by side.
    fn projected(&self, rows: &[f32], count: usize) -> Vec<f32> {
        if self.convolutions.is_empty() {
            return Vec::new();
        }
        let Biased { layer, bias } = &self.projection;
        let mut out = layer.apply(&Inputs::new(rows, self.embedding, 0, 0), count);
        for row in out.chunks_exact_mut(bias.len()) {
            add(row, bias, 1.0);
        }
        self.norm.apply(&mut out);
        out
    }

    /// The sum of all rows through a layer, divided by the root of their number.
    fn averaged(&self, features: &[f32]) -> Vec<f32> {
        let columns = self.last_norm.gain.len();
        let mut sum = vec![0.0; columns];
        for row in features.chunks_exact(columns) {
            add(&mut sum, row, 1.0);
        }
        let count = (features.len() / columns).max(1) as f32;
        let mut average = self.average.layer.apply_once(&sum);
        add(&mut average, &self.average.bias, count);
        for value in &mut average {
            *value /= count.sqrt();
        }
        average
    }

    /// The sum of two layers, each of its own inputs.
    fn both(&self, layers: &[Layer; 2], first: &[f32], second: &[f32]) -> Vec<f32> {
        let mut out = layers[0].apply_once(first);
        add(&mut out, &layers[1].apply_once(second), 1.0);
        out
    }
}

/// Adds `factor` times other values.
fn add(values: &mut [f32], others: &[f32], factor: f32) {
    for (value, other) in values.iter_mut().zip(others) {
        *value += other * factor;
    }
}

fn relu(mut values: Vec<f32>) -> Vec<f32> {
    for value in &mut values {
        *value = value.max(0.0);
    }
    values
}

/// The vector with length 1; zeros if it has no length, or none that can be told.
fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = sum(&vector, |value| value * value).sqrt();
    let factor = if length > 0.0 && length.is_finite() {
        1.0 / length
    } else {
        0.0
    };
    for value in &mut vector {
        *value = if factor > 0.0 { *value * factor } else { 0.0 };
    }
    vector
}
