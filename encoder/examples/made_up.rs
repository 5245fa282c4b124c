//! Writes a small model file that knows two animals, for tests that need some model: `made_up FILE`.

use std::{env, fs, io};

#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../src/checksum.rs"]
mod checksum;
#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../src/synthetic.rs"]
mod synthetic;

fn main() -> io::Result<()> {
    let file = env::args_os().nth(1).ok_or(io::ErrorKind::InvalidInput)?;
    fs::write(
        file,
        synthetic::seal(twicetold_encoder::file::VERSION, &synthetic::contents()),
    )
}
