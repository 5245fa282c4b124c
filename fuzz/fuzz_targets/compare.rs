//! What holds of every comparison holds of texts made of any bytes, and nothing panics.
//!
//!     cargo fuzz run --sanitizer none compare -- -max_total_time=600 -timeout=10

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/invariants.rs"]
mod invariants;

fuzz_target!(|data: &[u8]| invariants::any_bytes(data));
