//! Small model files for tests: the writing side of the format.

use crate::checksum::checksum;

fn number(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&(number as u32).to_le_bytes());
}

fn text(out: &mut Vec<u8>, text: impl AsRef<[u8]>) {
    number(out, text.as_ref().len());
    out.extend_from_slice(text.as_ref());
}

fn floats(out: &mut Vec<u8>, values: &[f32]) {
    number(out, values.len());
    for value in values {
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// Rows of a table, and the model of each.
pub(crate) struct Rows {
    rows: Vec<Vec<u8>>,
    symbols: usize,
    /// Scale and offset of each model.
    worth: Vec<(f32, f32)>,
    models: Vec<usize>,
}

impl Rows {
    /// Two models of equal worth in turn.
    pub(crate) fn plain(rows: &[Vec<u8>], symbols: usize) -> Self {
        Self {
            rows: rows.to_vec(),
            symbols,
            worth: vec![(1.0, 0.0); 2],
            models: (0..rows.len()).map(|row| row % 2).collect(),
        }
    }

    /// One model of a worth.
    pub(crate) fn of_worth(rows: &[Vec<u8>], symbols: usize, scale: f32, offset: f32) -> Self {
        Self {
            rows: rows.to_vec(),
            symbols,
            worth: vec![(scale, offset)],
            models: vec![0; rows.len()],
        }
    }

    /// Frequencies of a model that add up to 4,096: 1 for each symbol, and the rest by how often it occurs.
    fn frequencies(&self, model: usize) -> Vec<u32> {
        let mut counts = vec![0_u32; self.symbols];
        for (row, _) in self
            .rows
            .iter()
            .zip(&self.models)
            .filter(|&(_, &of)| of == model)
        {
            for &symbol in row {
                counts[usize::from(symbol)] += 1;
            }
        }
        let (all, spare) = (
            counts.iter().sum::<u32>().max(1),
            4096 - self.symbols as u32,
        );
        let mut frequencies: Vec<u32> =
            counts.iter().map(|count| 1 + count * spare / all).collect();
        frequencies[0] += 4096 - frequencies.iter().sum::<u32>();
        frequencies
    }
}

/// Rows in a block.
const ROWS_OF_BLOCK: usize = 8;

pub(crate) fn write_table(out: &mut Vec<u8>, rows: &Rows) {
    let frequencies: Vec<_> = (0..rows.worth.len())
        .map(|model| rows.frequencies(model))
        .collect();
    number(out, rows.rows.len());
    number(out, rows.rows.first().map_or(0, Vec::len));
    number(out, rows.worth.len());
    number(out, rows.symbols);
    number(out, ROWS_OF_BLOCK);
    for (&(scale, offset), frequencies) in rows.worth.iter().zip(&frequencies) {
        out.extend_from_slice(&scale.to_le_bytes());
        out.extend_from_slice(&offset.to_le_bytes());
        for &frequency in frequencies {
            out.extend_from_slice(&(frequency as u16).to_le_bytes());
        }
    }
    out.extend(rows.models.iter().map(|&model| model as u8));
    let blocks: Vec<_> = rows
        .rows
        .chunks(ROWS_OF_BLOCK)
        .zip(rows.models.chunks(ROWS_OF_BLOCK))
        .map(|(rows, models)| block(rows, models, &frequencies))
        .collect();
    for block in &blocks {
        number(out, block.len());
    }
    out.extend(blocks.concat());
}

/// The coded bytes of some rows, worked out from the last symbol to the first.
fn block(rows: &[Vec<u8>], models: &[usize], frequencies: &[Vec<u32>]) -> Vec<u8> {
    let mut state = 1_u32 << 16;
    let mut words: Vec<u16> = Vec::new();
    for (row, &model) in rows.iter().zip(models).rev() {
        for &symbol in row.iter().rev() {
            let frequency = frequencies[model][usize::from(symbol)];
            let before: u32 = frequencies[model][..usize::from(symbol)].iter().sum();
            if u64::from(state) >= u64::from(frequency) << 20 {
                words.push(state as u16);
                state >>= 16;
            }
            state = ((state / frequency) << 12) + state % frequency + before;
        }
    }
    words.extend([(state >> 16) as u16, state as u16]);
    words
        .iter()
        .rev()
        .flat_map(|word| word.to_le_bytes())
        .collect()
}

/// The unknown, first and last piece are the first three of those without a score, or the first.
pub(crate) fn write_vocabulary(out: &mut Vec<u8>, pieces: &[(&str, f32)]) {
    number(out, pieces.len());
    let mut named = (0..pieces.len()).filter(|&at| pieces[at].1 == f32::NEG_INFINITY);
    for _ in 0..3 {
        number(out, named.next().unwrap_or(0));
    }
    out.extend_from_slice(&(-20.0_f32).to_le_bytes());
    floats(out, &pieces.iter().map(|piece| piece.1).collect::<Vec<_>>());
    let mut coded = Vec::new();
    let mut before = "";
    for &(piece, _) in pieces {
        let same = |(a, b): &(u8, u8)| a == b;
        let kept = before.bytes().zip(piece.bytes()).take_while(same).count();
        coded.extend([kept as u8, (piece.len() - kept) as u8]);
        coded.extend_from_slice(&piece.as_bytes()[kept..]);
        before = piece;
    }
    text(out, coded);
}

/// Rules of replacement, in a double-array trie that gives each node a block of 256 places of its own.
pub(crate) fn rules(entries: &[(&str, &str)]) -> Vec<u8> {
    let (mut nodes, mut replacements) = (vec![1 << 10; 256], String::new());
    let mut values = Vec::new();
    let mut entries = entries.to_vec();
    entries.sort_unstable();
    for (from, to) in entries {
        values.push((from.as_bytes().to_vec(), replacements.len() as u32));
        replacements.push_str(to);
        replacements.push('\0');
    }
    // The children of state n stand at 256 * (n + 1) ^ byte, their value at 256 * (n + 1).
    let mut states: Vec<Vec<u8>> = vec![Vec::new()];
    let mut next = 0;
    nodes[0] = 256 << 10;
    while next < states.len() {
        let prefix = states[next].clone();
        nodes.resize(256 * (next + 2), 0);
        for byte in 1..=255_u8 {
            let child = [&prefix[..], &[byte]].concat();
            if !values.iter().any(|(key, _)| key.starts_with(&child)) {
                continue;
            }
            let (place, start) = (
                (256 * (next + 1)) ^ usize::from(byte),
                256 * (states.len() + 1),
            );
            let has_value = values.iter().any(|(key, _)| *key == child);
            let offset = (place ^ start) as u32;
            nodes[place] = offset << 10 | u32::from(has_value) << 8 | u32::from(byte);
            states.push(child);
        }
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == prefix) {
            nodes[256 * (next + 1)] = value | 1 << 31;
        }
        next += 1;
    }
    let mut out = Vec::new();
    number(&mut out, nodes.len());
    for node in nodes {
        out.extend_from_slice(&node.to_le_bytes());
    }
    text(&mut out, replacements);
    out
}

/// Magic, version, checksum and length around contents.
pub(crate) fn seal(version: u32, contents: &[u8]) -> Vec<u8> {
    let mut file = b"twicetoldmeaning".to_vec();
    file.extend_from_slice(&version.to_le_bytes());
    file.extend_from_slice(&checksum(contents).to_le_bytes());
    file.extend_from_slice(&(32 + contents.len() as u64).to_le_bytes());
    file.extend_from_slice(contents);
    file
}

/// The pieces of the small model.
pub(crate) const PIECES: [(&str, f32); 9] = [
    ("</s>", f32::NEG_INFINITY),
    ("<s>", f32::NEG_INFINITY),
    ("<unk>", f32::NEG_INFINITY),
    ("cat", -2.0),
    ("dog", -2.0),
    ("▁", -3.0),
    ("▁a", -1.0),
    ("▁cat", -2.5),
    ("▁the", -1.0),
];

/// The contents of a small model: 9 pieces, 8 of everything, two convolutions, weights that follow from their places.
pub(crate) fn contents() -> Vec<u8> {
    contents_with(&[])
}

/// The same with a module in it.
pub(crate) fn contents_with(module: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    text(&mut out, module);
    for line in ["small", "made up", "nowhere"] {
        text(&mut out, line);
    }
    number(&mut out, 2);
    text(&mut out, "en");
    text(&mut out, "de");
    for size in [8, 8, 8, 8] {
        number(&mut out, size);
    }
    out.extend_from_slice(&1e-12_f32.to_le_bytes());
    for size in [2, 2, 0, 3, 1] {
        number(&mut out, size);
    }
    out.extend(rules(&[("A", "a"), ("C", "c")]));
    let at = out.len();
    write_vocabulary(&mut out, &PIECES);
    // Of those without a score the unknown is the third here.
    out[at + 4..at + 16].copy_from_slice(&[2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    let embedding: Vec<_> = (0..PIECES.len()).map(|row| weights(row, 8, 60)).collect();
    write_table(&mut out, &Rows::of_worth(&embedding, 64, 0.1, -3.0));
    floats(&mut out, &[1.0; 16]);
    floats(&mut out, &[0.1; 16]);
    biased(&mut out, 8, 16);
    for width in [2, 3] {
        biased(&mut out, 8 * width, 8);
        biased(&mut out, 8 * width, 8);
    }
    floats(&mut out, &[0.9; 24]);
    floats(&mut out, &[-0.1; 24]);
    biased(&mut out, 24, 8);
    for _ in 0..6 {
        layer(&mut out, 8, 8);
    }
    out
}

fn biased(out: &mut Vec<u8>, inputs: usize, outputs: usize) {
    layer(out, inputs, outputs);
    let bias: Vec<_> = (0..outputs).map(|at| at as f32 * 0.02 - 0.1).collect();
    floats(out, &bias);
}

fn layer(out: &mut Vec<u8>, inputs: usize, outputs: usize) {
    let rows: Vec<_> = (0..outputs)
        .map(|row| weights(row + inputs, inputs, 256))
        .collect();
    write_table(out, &Rows::of_worth(&rows, 256, 0.002, 0.0));
}

/// A row of symbols below `most`, different for each `row`.
pub(crate) fn weights(row: usize, columns: usize, most: usize) -> Vec<u8> {
    let symbol = |column: usize| (row * 37 + column * column * 11 + column * row * 7 + 5) % most;
    (0..columns).map(|column| symbol(column) as u8).collect()
}
