//! Compares many pairs, a pair a line, on all cores. Only so many pairs are held as are being compared or wait for one
//! before them.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, IsTerminal, Write},
    num::NonZero,
    process::ExitCode,
    sync::{
        Mutex,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};
use twicetold::{
    Options, compare,
    export::{Format, Source},
};

use crate::{COULD_NOT, Failure, arguments::Pairs, input};

/// Pairs that are held for each thread: one is compared, the others wait for it or for one before them.
const HELD: usize = 8;

/// A line, by its number from 0.
type Line = (usize, io::Result<String>);
/// A result by the number of its line, and whether that was a pair.
type Answer = (usize, String, bool);

pub fn run(given: &Pairs) -> Result<ExitCode, Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = given.threads.map_or_else(cores, usize::from);
    let options = given.equality.options();
    let held = threads * HELD;
    let (send_line, lines) = sync_channel::<Line>(held);
    let (send_answer, answers) = channel::<Answer>();
    // A line is read only when there is room for it; room comes back when its answer was written.
    let (give_room, room) = sync_channel::<()>(held);
    for _ in 0..held {
        give_room.send(()).map_err(|error| error.to_string())?;
    }
    let lines = Mutex::new(lines);
    thread::scope(|scope| {
        scope.spawn(move || read(&send_line, &room));
        for _ in 0..threads {
            let (lines, options, answers) = (&lines, &options, send_answer.clone());
            scope.spawn(move || work(lines, options, &answers));
        }
        drop(send_answer);
        write(&answers, &give_room)
    })
}

/// Reads lines while there are some and somebody wants them.
fn read(lines: &SyncSender<Line>, room: &Receiver<()>) {
    for line in io::stdin().lock().lines().enumerate() {
        if room.recv().is_err() || lines.send(line).is_err() {
            return;
        }
    }
}

/// Answers lines while there are some.
fn work(lines: &Mutex<Receiver<Line>>, options: &Options, answers: &Sender<Answer>) {
    loop {
        let line = lines.lock().map(|lines| lines.recv());
        let Ok(Ok((number, line))) = line else { return };
        let (answer, is_pair) = answer(number, line, options);
        if answers.send((number, answer, is_pair)).is_err() {
            return;
        }
    }
}

/// The answer to a line, and whether that was a pair.
fn answer(number: usize, line: io::Result<String>, options: &Options) -> (String, bool) {
    let fails = |id: &Value, what: String| {
        let error = format!("line {}: {what}", number + 1);
        (format!("{}\n", json!({ "id": id, "error": error })), false)
    };
    let line = match line {
        Ok(line) => line,
        Err(error) => return fails(&Value::Null, error.to_string()),
    };
    let pair: Value = match serde_json::from_str(&line) {
        Ok(pair) => pair,
        Err(error) => return fails(&Value::Null, format!("no JSON: {error}")),
    };
    let id = &pair["id"];
    let (Some(left), Some(right)) = (pair["left"].as_str(), pair["right"].as_str()) else {
        return fails(id, "left and right must be texts".to_owned());
    };
    let comparison = compare(left, right, options);
    let source = Source::new(&comparison, options);
    let found = Format::named("json-line").map(|format| format.write(&source));
    let found = String::from_utf8(found.unwrap_or_default()).unwrap_or_default();
    // What was found is an object with fields: the id goes before them.
    let fields = found.strip_prefix('{').unwrap_or(&found);
    (format!("{{\"id\":{id},{fields}"), true)
}

/// Writes the answers in the order of their lines.
fn write(answers: &Receiver<Answer>, room: &SyncSender<()>) -> Result<ExitCode, Failure> {
    let progress = progress();
    let (mut waiting, mut next, mut all_pairs) = (BTreeMap::new(), 0, true);
    let mut output = io::stdout().lock();
    for (number, answer, is_pair) in answers {
        all_pairs &= is_pair;
        waiting.insert(number, answer);
        while let Some(answer) = waiting.remove(&next) {
            let written = output
                .write_all(answer.as_bytes())
                .and_then(|()| output.flush());
            if let Err(error) = written {
                return stopped(&error);
            }
            next += 1;
            progress.inc(1);
            // Nobody asks for room when all lines were read.
            let _ = room.send(());
        }
    }
    progress.finish_and_clear();
    Ok(if all_pairs {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(COULD_NOT)
    })
}

/// The program ends at once: what reads standard input may wait for more of it.
fn stopped(error: &io::Error) -> Result<ExitCode, Failure> {
    let is_closed = error.kind() == io::ErrorKind::BrokenPipe;
    if !is_closed {
        input::warn(&format!("standard output: {error}"));
    }
    std::process::exit(if is_closed { 0 } else { i32::from(COULD_NOT) })
}

/// How many pairs are done, where somebody sees it.
fn progress() -> ProgressBar {
    if !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    let style = ProgressStyle::with_template("{spinner} {human_pos} pairs, {per_sec}, {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
