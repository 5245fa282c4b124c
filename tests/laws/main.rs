//! Laws that hold for every pair of texts, on generated ones.

mod alignment;
mod bounds;
mod library;
mod passages;
mod versions;
