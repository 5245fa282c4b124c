//! The program as people and scripts use it.

// What the encoder's own tests make their small model file with.
#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../../../encoder/src/checksum.rs"]
mod checksum;
mod columns;
mod commands;
mod folder;
mod language;
mod lines;
mod meaning;
mod pandoc;
#[cfg(unix)]
mod recipes;
mod refusals;
#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../../../encoder/src/synthetic.rs"]
mod synthetic;
