//! How long stories and statements take natively: the paragraph of a pair, and who says what and quotes what in many
//! related articles after their pairs are compared.
//!
//! `cargo bench --bench statements`, or `BENCH_ARTICLES=3,20` for other numbers of articles (of 800 words each).

#![allow(
    clippy::print_stdout,
    reason = "the result of a benchmark is what it prints"
)]

#[allow(dead_code, reason = "another benchmark takes the rest")]
mod texts;

use std::{env, time::Instant};

use texts::Shape;
use twicetold::{
    Library, Options, compare,
    library::PairLinks,
    span::Sides,
    story::{Language, tell},
};

const ARTICLES: &str = "3,20,200";
const WORDS: usize = 800;
/// What may be the longest of 3 articles after their comparison, in milliseconds.
const MOST: f64 = 50.0;

/// Chance from a seed, the same on every machine: the generator of Numerical Recipes.
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % end
    }
}

/// Articles that tell one story: each has 2 of 3 sentences of it, from either of two wordings, and some of its own.
fn related(count: usize) -> Vec<String> {
    let (one, other) = texts::pair(Shape::Reworded, WORDS);
    let sentences =
        |text: &str| -> Vec<String> { text.split_inclusive(". ").map(str::to_owned).collect() };
    let versions = [sentences(&one), sentences(&other)];
    let strangers = sentences(&texts::pair(Shape::Unrelated, 50 * WORDS).1);
    let mut chance = Chance(7);
    let article = |number: usize| {
        let own = |at: usize| strangers.get((number * 53 + at) % strangers.len().max(1));
        let mut text = String::new();
        let told = versions[0].iter().zip(&versions[1]).enumerate();
        for (at, (one, other)) in told {
            text.push_str(match chance.below(3) {
                0 => own(at).map_or("", String::as_str),
                1 => one,
                _ => other,
            });
            if chance.below(4) == 0 {
                text.push_str("\n\n");
            }
        }
        text
    };
    (0..count).map(article).collect()
}

fn milliseconds<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed().as_secs_f64() * 1000.0)
}

fn main() {
    let (left, right) = texts::pair(Shape::Reworded, 1000);
    let comparison = compare(&left, &right, &Options::default());
    let (_, took) = milliseconds(|| {
        (0..100).for_each(|_| {
            std::hint::black_box(tell(&comparison, Language::default()));
        });
    });
    println!(
        "story of 1,000 words a side   {:.2} ms   at most 2 ms",
        took / 100.0
    );
    let counts = env::var("BENCH_ARTICLES").unwrap_or_else(|_| ARTICLES.to_owned());
    for count in counts
        .split(',')
        .filter_map(|count| count.parse::<usize>().ok())
    {
        table(count);
    }
}

fn table(count: usize) {
    let texts = related(count);
    let mut library = Library::new(Options::default());
    let names: Vec<String> = (0..count).map(|at| at.to_string()).collect();
    let ((), set) = milliseconds(|| {
        for (name, text) in names.iter().zip(&texts) {
            library.set(name, text.clone(), &[]);
        }
    });
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (pairs, overlaps) = milliseconds(|| {
        let mut pairs = Vec::new();
        for right in 0..count {
            for left in 0..right {
                let found = library.overlap(names[left], names[right], &[]);
                pairs.extend(found.map(|found| PairLinks {
                    articles: Sides::new(left, right),
                    links: found.links,
                }));
            }
        }
        pairs
    });
    let (rows, statements) = milliseconds(|| library.statements(&names, &pairs, None));
    let (quoted, quotations) = milliseconds(|| library.quotations(&names));
    let links: usize = pairs.iter().map(|pair| pair.links.len()).sum();
    println!(
        "{count} articles of {WORDS} words: taken apart in {set:.0} ms, {} pairs with {links} links in {overlaps:.0} ms",
        pairs.len()
    );
    println!(
        "  {} statements {statements:.1} ms, {} quotations {quotations:.1} ms   together at most {MOST} ms for 3",
        rows.len(),
        quoted.len()
    );
}
