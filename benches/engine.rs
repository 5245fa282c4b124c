//! How long the engine takes natively: sizes by shapes, the median of several runs, phase by phase; and what one comparison
//! asks of the allocator: how often, and how many MB at most at one time.
//!
//! `cargo bench`, or `BENCH_WORDS=1000,1000000 cargo bench` for other sizes (words on each side).

#![allow(
    clippy::print_stdout,
    reason = "the result of a benchmark is what it prints"
)]

mod texts;

use std::{
    env,
    time::{Duration, Instant},
};

use texts::Shape;
use twicetold::{Options, Phase, compare_watched};

const SIZES: &str = "1000,10000,100000,1000000";
/// Words on each side up to which hostile texts are tried.
const HOSTILE: usize = 100_000;
/// Runs go on until this much time is spent, but there are at least `FEWEST` of them …
const SPEND: Duration = Duration::from_millis(800);
const FEWEST: usize = 3;
/// … unless one alone takes longer than this.
const LONG: Duration = Duration::from_secs(10);

/// One run: the time of each phase in milliseconds, and what was found.
struct Run {
    phases: Vec<f64>,
    total: f64,
    passages: usize,
    complete: bool,
}

fn run(left: &str, right: &str) -> Run {
    let mut begun = Vec::with_capacity(Phase::ALL.len());
    let comparison = compare_watched(left, right, &Options::default(), &mut |_| {
        begun.push(Instant::now());
    });
    begun.push(Instant::now());
    let milliseconds = |a: &Instant, b: &Instant| (*b - *a).as_secs_f64() * 1000.0;
    Run {
        phases: begun
            .windows(2)
            .map(|pair| milliseconds(&pair[0], &pair[1]))
            .collect(),
        total: begun
            .first()
            .zip(begun.last())
            .map_or(0.0, |(a, b)| milliseconds(a, b)),
        passages: comparison.passages.len(),
        complete: comparison.complete,
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

fn measure(words: usize, shape: Shape) {
    let (left, right) = texts::pair(shape, words);
    let (start, mut runs) = (Instant::now(), Vec::new());
    while runs.len() < FEWEST || start.elapsed() < SPEND {
        runs.push(run(&left, &right));
        if start.elapsed() > LONG {
            break;
        }
    }
    let total = median(runs.iter().map(|run| run.total).collect());
    let megabytes = (left.len() + right.len()) as f64 / 1e6;
    print!(
        "{words:>8} {:<10} {total:>9.2} {:>6.0}",
        format!("{shape:?}"),
        megabytes / total * 1e3
    );
    for phase in 0..Phase::ALL.len() {
        let times = runs.iter().filter_map(|run| run.phases.get(phase).copied());
        print!(" {:>9.2}", median(times.collect()));
    }
    let last = &runs[runs.len() - 1];
    let complete = if last.complete { "" } else { ", not complete" };
    let asked = allocation_counter::measure(|| {
        compare_watched(&left, &right, &Options::default(), &mut |_| {});
    });
    println!(
        " {:>9} {:>6.1}  {} passages{complete}, {} runs",
        asked.count_total,
        asked.bytes_max as f64 / 1e6,
        last.passages,
        runs.len()
    );
}

fn main() {
    let sizes = env::var("BENCH_WORDS").unwrap_or_else(|_| SIZES.to_owned());
    println!("native, milliseconds (medians), words on each side");
    print!(
        "{:>8} {:<10} {:>9} {:>6}",
        "words", "shape", "total", "MB/s"
    );
    for phase in Phase::ALL {
        print!(" {:>9}", format!("{phase:?}"));
    }
    println!(" {:>9} {:>6}", "allocated", "MB");
    for size in sizes.split(',') {
        match size.trim().parse() {
            Ok(words) => {
                let hostile = if words <= HOSTILE {
                    &Shape::HOSTILE[..]
                } else {
                    &[]
                };
                let shapes = Shape::USUAL.iter().chain(hostile);
                shapes.for_each(|&shape| measure(words, shape));
            }
            Err(_) => println!("BENCH_WORDS: {size} is no number of words"),
        }
    }
}
