//! The program as people and scripts use it.

mod commands;
mod folder;
#[cfg(unix)]
mod recipes;
mod refusals;
