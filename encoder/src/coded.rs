//! A table of small whole numbers, coded so that any row can be read without the others.
//!
//! Rows are coded in blocks by range asymmetric numeral systems (Duda 2013, <https://arxiv.org/abs/1311.2540>), with a state of
//! 32 bits that takes 16 bits at a time. Each row names one of at most 256 models: how frequent each symbol is among 4,096,
//! and what a symbol is worth. Rows with much in common share a model; that is what saves space.

use std::ops::Range;

use crate::{FileError, file::Cursor};

/// The sum of a model's frequencies, in bits.
const BITS: u32 = 12;
const TOTAL: usize = 1 << BITS;
/// The state takes two more bytes below this.
const LOWEST: u32 = 1 << 16;
/// The most rows, columns and symbols, and models: bounds on memory. The model in use has 128,000, 1,280, 256 and 255.
const MOST_ROWS: usize = 1 << 19;
/// The most rows in a block: all of them are decoded for one.
const MOST_ROWS_OF_BLOCK: usize = 64;
const MOST_COLUMNS: usize = 1 << 12;
const MOST_SYMBOLS: usize = 256;
const MOST_MODELS: usize = 256;

/// How frequent and how much each symbol is.
struct Symbols {
    scale: f32,
    offset: f32,
    /// The symbol for each remainder of the state.
    slots: Vec<u8>,
    /// For each symbol its frequency, and that of all before it.
    ranges: Vec<(u16, u16)>,
}

/// The table, except its coded bytes, which stay in the file.
pub(crate) struct Table {
    rows: usize,
    columns: usize,
    rows_of_block: usize,
    models: Vec<Symbols>,
    model_of_row: Vec<u8>,
    /// Where each block starts in the file, and where the last one ends.
    blocks: Vec<usize>,
}

impl Table {
    /// Reads a table; `part` names it in messages.
    pub(crate) fn read(from: &mut Cursor<'_>, part: &'static str) -> Result<Self, FileError> {
        let rows = from.count(MOST_ROWS)?;
        let columns = from.count(MOST_COLUMNS)?;
        let models = from.count(MOST_MODELS)?;
        let symbols = from.count(MOST_SYMBOLS)?;
        let rows_of_block = from.count(MOST_ROWS_OF_BLOCK)?.max(1);
        let models: Vec<_> = (0..models)
            .map(|_| Symbols::read(from, symbols))
            .collect::<Result<_, _>>()?;
        let model_of_row = from.take(rows)?.to_vec();
        if model_of_row
            .iter()
            .any(|&at| usize::from(at) >= models.len())
        {
            return Err(FileError::Inconsistent(part));
        }
        let blocks = read_blocks(from, rows.div_ceil(rows_of_block))?;
        Ok(Self {
            rows,
            columns,
            rows_of_block,
            models,
            model_of_row,
            blocks,
        })
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// Of what a row's symbols are worth: the value of one, and what is added.
    pub(crate) fn worth(&self, row: usize) -> (f32, f32) {
        let model = &self.models[usize::from(self.model_of_row[row])];
        (model.scale, model.offset)
    }

    /// The rows of a block.
    pub(crate) fn rows_of(&self, block: usize) -> Range<usize> {
        let start = block * self.rows_of_block;
        start..(start + self.rows_of_block).min(self.rows)
    }

    /// The block of a row.
    pub(crate) fn block_of(&self, row: usize) -> usize {
        row / self.rows_of_block
    }

    pub(crate) fn blocks(&self) -> Range<usize> {
        0..self.blocks.len() - 1
    }

    /// The symbols of the rows of a block, row after row. Bytes behind the end read as zeros.
    pub(crate) fn decode(&self, file: &[u8], block: usize) -> Vec<u8> {
        let bytes = file.get(self.blocks[block]..self.blocks[block + 1]);
        let mut words = Words(bytes.unwrap_or_default());
        let mut state = words.next() | words.next() << 16;
        let rows = self.rows_of(block);
        let mut out = Vec::with_capacity(rows.len() * self.columns);
        for row in rows {
            let model = &self.models[usize::from(self.model_of_row[row])];
            for _ in 0..self.columns {
                let slot = state & (TOTAL as u32 - 1);
                let symbol = model.slots[slot as usize];
                let (frequency, before) = model.ranges[usize::from(symbol)];
                state = u32::from(frequency) * (state >> BITS) + slot - u32::from(before);
                if state < LOWEST {
                    state = state << 16 | words.next();
                }
                out.push(symbol);
            }
        }
        out
    }
}

/// The places of blocks whose lengths follow, and behind them their bytes.
fn read_blocks(from: &mut Cursor<'_>, count: usize) -> Result<Vec<usize>, FileError> {
    let lengths: Vec<usize> = (0..count)
        .map(|_| from.u32().map(|length| length as usize))
        .collect::<Result<_, _>>()?;
    let mut blocks = vec![from.place()];
    for length in lengths {
        from.take(length)?;
        blocks.push(from.place());
    }
    Ok(blocks)
}

/// Two bytes at a time.
struct Words<'b>(&'b [u8]);

impl Words<'_> {
    #[inline]
    fn next(&mut self) -> u32 {
        let Some((&[low, high], rest)) = self.0.split_first_chunk() else {
            return 0;
        };
        self.0 = rest;
        u32::from(u16::from_le_bytes([low, high]))
    }
}

impl Symbols {
    fn read(from: &mut Cursor<'_>, symbols: usize) -> Result<Self, FileError> {
        let (scale, offset) = (from.f32()?, from.f32()?);
        let mut slots = Vec::with_capacity(TOTAL);
        let mut ranges = Vec::with_capacity(symbols);
        for symbol in 0..symbols {
            let frequency = from.u16()?;
            ranges.push((frequency, slots.len() as u16));
            let left = TOTAL - slots.len();
            let slot = symbol as u8;
            slots.extend(std::iter::repeat_n(
                slot,
                usize::from(frequency).min(left + 1),
            ));
            if slots.len() > TOTAL {
                break;
            }
        }
        if slots.len() != TOTAL {
            return Err(FileError::Inconsistent("a table of frequencies"));
        }
        Ok(Self {
            scale,
            offset,
            slots,
            ranges,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synthetic::{Rows, write_table};

    fn read(bytes: &[u8]) -> Table {
        Table::read(&mut Cursor::new(bytes, 0), "the table").unwrap()
    }

    /// Row `n` counts from `n` on, in a circle of five symbols.
    fn rows(count: usize, columns: usize) -> Vec<Vec<u8>> {
        let symbol = |row: usize, column: usize| ((row + column * column) % 5) as u8;
        (0..count)
            .map(|row| (0..columns).map(|column| symbol(row, column)).collect())
            .collect()
    }

    #[test]
    fn rows_come_back() {
        for (count, columns) in [(0, 3), (1, 1), (7, 40), (8, 5), (17, 300)] {
            let rows = rows(count, columns);
            let mut bytes = Vec::new();
            write_table(&mut bytes, &Rows::plain(&rows, 5));
            let table = read(&bytes);
            let found: Vec<u8> = table
                .blocks()
                .flat_map(|block| table.decode(&bytes, block))
                .collect();
            assert_eq!(found, rows.concat(), "{count} rows of {columns}");
        }
    }

    #[test]
    fn missing_bytes_read_as_zeros() {
        let rows = rows(3, 200);
        let mut bytes = Vec::new();
        write_table(&mut bytes, &Rows::plain(&rows, 5));
        let table = read(&bytes);
        assert_eq!(table.decode(&bytes[..bytes.len() / 2], 0).len(), 600);
    }

    #[test]
    fn frequencies_must_add_up() {
        let mut bytes = Vec::new();
        write_table(&mut bytes, &Rows::plain(&rows(3, 20), 5));
        // Five counts of four bytes, then scale and offset, then the first frequency.
        for change in [1, 255] {
            let mut bytes = bytes.clone();
            bytes[29] = bytes[29].wrapping_add(change);
            let error = Table::read(&mut Cursor::new(&bytes, 0), "the table").err();
            assert!(
                matches!(error, Some(FileError::Inconsistent(_))),
                "{error:?}"
            );
        }
    }
}
