//! What holds of every comparison holds of texts made of any bytes, and nothing panics.
//!
//!     cargo fuzz run --sanitizer none compare -- -max_total_time=600 -timeout=10

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/laws/held.rs"]
mod held;

fuzz_target!(|data: &[u8]| held::any_bytes(data));
