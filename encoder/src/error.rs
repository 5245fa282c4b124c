//! What can be wrong with a model file.

use std::fmt;

/// Why a model file was refused. Its text is meant for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// The file is something else.
    Foreign,
    /// The file's format is younger than this program.
    Newer {
        /// The format that the file has.
        version: u32,
    },
    /// The end of the file is missing.
    Truncated {
        /// Bytes that there should be; 0 if not even that could be read.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
    /// The bytes are not those that were written.
    Damaged,
    /// The bytes are those that were written, but they make no model.
    Inconsistent(
        /// The part that does not fit.
        &'static str,
    ),
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => out.write_str("This is not a model file of Twicetold."),
            Self::Newer { version } => write!(
                out,
                "This model file has format {version}. This version of Twicetold reads format {}.",
                crate::file::VERSION
            ),
            Self::Truncated { expected: 0, .. } => {
                out.write_str("The end of this model file is missing.")
            }
            Self::Truncated { expected, found } => write!(
                out,
                "The end of this model file is missing: it has {found} of {expected} bytes."
            ),
            Self::Damaged => out.write_str("This model file is damaged: its checksum differs."),
            Self::Inconsistent(part) => {
                write!(out, "This model file cannot be used: {part} does not fit.")
            }
        }
    }
}

impl std::error::Error for FileError {}
