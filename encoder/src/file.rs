//! The form of a model file, and what can be read of any file before its contents are looked at.
//!
//! All numbers are little-endian. A text is its length in bytes (`u32`) and UTF-8. A list of floats is its length (`u32`) and
//! `f32`s.
//!
//! | bytes | what |
//! | --- | --- |
//! | 16 | `twicetoldmeaning` |
//! | 4 | version of the format, `u32` |
//! | 4 | CRC-32 of all that follows from byte 32 on |
//! | 8 | length of the whole file in bytes, `u64` |
//! | | the WebAssembly module that turns sentences into vectors with this file, as `wasm.rs` describes; may be empty: length in bytes (`u32`) and the bytes |
//! | | texts: name, licence, origin; number of languages (`u32`), and each as a text |
//! | | `u32`: columns of the embedding, channels of a convolution, hidden units, dimensions of a vector; `f32`: what is added to a variance |
//! | | number of convolutions (`u32`), and for each its width and how far it reaches to the left, in pieces (`u32`) |
//! | | normal forms: number of nodes of the double-array trie (`u32`) and nodes (`u32`); replacements, each ended by a zero, as a text |
//! | | vocabulary: number of pieces; of the unknown, first and last piece; score of an unknown piece (`f32`) |
//! | | scores of the pieces, floats; -∞ for one that no text has |
//! | | pieces in byte order, as a text: for each the number of bytes taken over from the piece before, the number of further bytes, and these |
//! | | table of the embedding, a row for each piece |
//! | | list of floats: gains, then biases of the first norm; table of the projections of all convolutions, floats of their biases |
//! | | for each convolution: table and biases of its first and second layer |
//! | | floats: gains, biases of the second norm; table and biases of the average |
//! | | tables of the five layers behind it: hidden from average; residual from average and from hidden; second hidden from residual; vector from residual and from second hidden, which makes six |
//!
//! A table is five `u32`: rows, columns, models, symbols, rows in a block; for each model its scale and offset (`f32`) and a
//! frequency (`u16`) for each symbol, 4,096 in all; for each row the number of its model (`u8`); for each block its length in
//! bytes (`u32`), and the blocks. A symbol of the embedding is worth `offset + scale * symbol`. In a layer a row holds the
//! weights of an output, and a symbol is worth `scale * (symbol - 128)`.

use crate::{FileError, checksum::checksum};

/// The version of the format that is read here.
pub const VERSION: u32 = 1;
/// What each file starts with.
pub const MAGIC: &[u8; 16] = b"twicetoldmeaning";
/// Where what the checksum covers starts, in bytes.
const BODY: usize = 32;

/// Checks magic, version, length and checksum, and gives the contents.
pub(crate) fn open(file: &[u8]) -> Result<Cursor<'_>, FileError> {
    let start = &file[..file.len().min(MAGIC.len())];
    if start.is_empty() || !MAGIC.starts_with(start) {
        return Err(FileError::Foreign);
    }
    let found = file.len() as u64;
    let mut head = Cursor::new(file, MAGIC.len().min(file.len()));
    let cut = |_| FileError::Truncated { expected: 0, found };
    let version = head.u32().map_err(cut)?;
    if version > VERSION {
        return Err(FileError::Newer { version });
    }
    let sum = head.u32().map_err(cut)?;
    let expected = u64::from(head.u32().map_err(cut)?) | u64::from(head.u32().map_err(cut)?) << 32;
    if found < expected {
        return Err(FileError::Truncated { expected, found });
    }
    if version != VERSION || found != expected || checksum(&file[BODY..]) != sum {
        return Err(FileError::Damaged);
    }
    Ok(head)
}

/// Reads one thing after another. Past the end is [`FileError::Inconsistent`]: the length has been checked before.
pub(crate) struct Cursor<'f> {
    file: &'f [u8],
    place: usize,
}

/// What is told of a file that ends too early in itself.
const TOO_SHORT: FileError = FileError::Inconsistent("its length");

impl<'f> Cursor<'f> {
    pub(crate) fn new(file: &'f [u8], place: usize) -> Self {
        Self { file, place }
    }

    /// Where the next byte stands in the file.
    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// The whole file.
    pub(crate) fn file(&self) -> &'f [u8] {
        self.file
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'f [u8], FileError> {
        let end = self.place.checked_add(count).ok_or(TOO_SHORT)?;
        let bytes = self.file.get(self.place..end).ok_or(TOO_SHORT)?;
        self.place = end;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], FileError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, FileError> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, FileError> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn f32(&mut self) -> Result<f32, FileError> {
        self.array().map(f32::from_le_bytes)
    }

    /// A `u32` of at most `most`.
    pub(crate) fn count(&mut self, most: usize) -> Result<usize, FileError> {
        let count = self.u32()? as usize;
        let fits = count <= most;
        fits.then_some(count)
            .ok_or(FileError::Inconsistent("a size"))
    }

    /// A number of bytes, and these.
    pub(crate) fn bytes(&mut self) -> Result<&'f [u8], FileError> {
        let count = self.u32()? as usize;
        self.take(count)
    }

    pub(crate) fn text(&mut self) -> Result<String, FileError> {
        let bytes = self.bytes()?.to_vec();
        String::from_utf8(bytes).map_err(|_| FileError::Inconsistent("a text"))
    }

    pub(crate) fn words(&mut self) -> Result<Vec<u32>, FileError> {
        let count = self.u32()? as usize;
        let bytes = self.take(count.checked_mul(4).ok_or(TOO_SHORT)?)?;
        let words = bytes.as_chunks::<4>().0.iter();
        Ok(words.map(|&word| u32::from_le_bytes(word)).collect())
    }

    /// A list of `count` floats.
    pub(crate) fn floats(&mut self, count: usize) -> Result<Vec<f32>, FileError> {
        let floats: Vec<f32> = self.words()?.into_iter().map(f32::from_bits).collect();
        let fits = floats.len() == count;
        fits.then_some(floats)
            .ok_or(FileError::Inconsistent("a list of numbers"))
    }
}
