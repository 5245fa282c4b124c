//! What each word of two texts is, told once for a comparison.

pub(crate) mod features;
