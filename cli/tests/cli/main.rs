//! The program as people and scripts use it.

mod columns;
mod commands;
mod folder;
mod language;
mod lines;
mod pandoc;
#[cfg(unix)]
mod recipes;
mod refusals;
