//! A file for each command.

pub mod compare;
pub mod corpus;
pub mod facts;
pub mod generate;
pub mod pairs;
