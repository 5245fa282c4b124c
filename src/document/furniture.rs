//! Lines that belong to the page around an article.
use super::{Document, Furniture, roles::Shape};

pub(super) fn find(_document: &Document<'_>, _shapes: &[Shape]) -> Vec<(usize, Furniture)> {
    Vec::new()
}
