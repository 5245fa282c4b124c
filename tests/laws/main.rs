//! Laws that hold for every pair of texts, on generated ones.

mod alignment;
mod bounds;
mod candidates;
mod facts;
#[path = "../generated/mod.rs"]
mod generated;
mod invariants;
mod library;
mod passages;
mod versions;
