//! Work on all cores whose answers are written in the order in which it was given. Only so much is held as is being
//! worked at, or waits for an answer before its own.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal, Write},
    num::NonZero,
    sync::{
        Mutex,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{COULD_NOT, Failure, input};

/// Jobs that are held for each thread: one is worked at, the others wait for it or for one before them.
const HELD: usize = 8;

/// What a job comes to.
pub struct Answer {
    /// What is written; nothing if empty.
    pub text: String,
    /// Whether the job could be done.
    pub done: bool,
    /// Where the progress stands then.
    pub position: u64,
}

/// Does all jobs and writes their answers to standard output. Whether all of them could be done.
pub fn run<J: Send>(
    threads: Option<u16>,
    jobs: impl Iterator<Item = J> + Send,
    work: impl Fn(J) -> Answer + Sync,
    progress: &ProgressBar,
) -> Result<bool, Failure> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.map_or_else(cores, usize::from);
    let held = threads * HELD;
    let (send_job, waiting) = sync_channel::<(usize, J)>(held);
    let (send_answer, answers) = channel::<(usize, Answer)>();
    // A job is taken only when there is room for it; room comes back when its answer was written.
    let (give_room, room) = sync_channel::<()>(held);
    for _ in 0..held {
        give_room.send(()).map_err(|error| error.to_string())?;
    }
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        scope.spawn(move || hand_out(jobs, &send_job, &room));
        for _ in 0..threads {
            let (waiting, work, answers) = (&waiting, &work, send_answer.clone());
            scope.spawn(move || answer(waiting, work, &answers));
        }
        drop(send_answer);
        Ok(write(&answers, &give_room, progress))
    })
}

/// Hands out jobs while there are some and somebody wants them.
fn hand_out<J>(jobs: impl Iterator<Item = J>, to: &SyncSender<(usize, J)>, room: &Receiver<()>) {
    for job in jobs.enumerate() {
        if room.recv().is_err() || to.send(job).is_err() {
            return;
        }
    }
}

/// Answers jobs while there are some.
fn answer<J>(
    jobs: &Mutex<Receiver<(usize, J)>>,
    work: &impl Fn(J) -> Answer,
    answers: &Sender<(usize, Answer)>,
) {
    loop {
        let job = jobs.lock().map(|jobs| jobs.recv());
        let Ok(Ok((number, job))) = job else { return };
        if answers.send((number, work(job))).is_err() {
            return;
        }
    }
}

/// Writes the answers in the order of their jobs; whether all could be done.
fn write(
    answers: &Receiver<(usize, Answer)>,
    room: &SyncSender<()>,
    progress: &ProgressBar,
) -> bool {
    let (mut waiting, mut next, mut all_done) = (BTreeMap::new(), 0, true);
    let mut output = io::stdout().lock();
    for (number, answer) in answers {
        waiting.insert(number, answer);
        while let Some(answer) = waiting.remove(&next) {
            all_done &= answer.done;
            if !answer.text.is_empty() {
                let written = output
                    .write_all(answer.text.as_bytes())
                    .and_then(|()| output.flush());
                if let Err(error) = written {
                    stop(&error);
                }
            }
            next += 1;
            progress.set_position(answer.position);
            // Nobody asks for room when all jobs were handed out.
            let _ = room.send(());
        }
    }
    all_done
}

/// The program ends at once: what reads standard input may wait for more of it.
fn stop(error: &io::Error) -> ! {
    let is_closed = error.kind() == io::ErrorKind::BrokenPipe;
    if !is_closed {
        input::warn(&format!("standard output: {error}"));
    }
    std::process::exit(if is_closed { 0 } else { i32::from(COULD_NOT) })
}

/// How far it is, where somebody sees it.
pub fn progress(template: &str, all: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = match all {
        Some(all) => ProgressBar::new(all),
        None => ProgressBar::new_spinner(),
    };
    let style = ProgressStyle::with_template(template);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
