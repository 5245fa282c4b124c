//! How many texts a law is held against, and which.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same at every run, so that what passes today passes tomorrow. `PROPTEST_CASES` and
/// `PROPTEST_RNG_SEED` ask for more and for others: `make laws`.
pub fn cases(cases: u32) -> Config {
    let asked = |name: &str| std::env::var_os(name).is_some();
    let plain = Config::default();
    Config {
        cases: if asked("PROPTEST_CASES") {
            plain.cases
        } else {
            cases
        },
        rng_seed: if asked("PROPTEST_RNG_SEED") {
            plain.rng_seed
        } else {
            RngSeed::Fixed(1)
        },
        failure_persistence: None,
        ..plain
    }
}
