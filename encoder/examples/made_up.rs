//! Writes a small model file that knows two animals, for tests that need some model: `made_up FILE [MODULE]`.

use std::{env, fs, io};

#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../src/checksum.rs"]
mod checksum;
#[allow(dead_code, reason = "some of it is for the encoder's own tests")]
#[path = "../src/synthetic.rs"]
mod synthetic;

fn main() -> io::Result<()> {
    let mut given = env::args_os().skip(1);
    let file = given.next().ok_or(io::ErrorKind::InvalidInput)?;
    let module = given.next().map(fs::read).transpose()?;
    let contents = synthetic::contents_with(&module.unwrap_or_default());
    fs::write(
        file,
        synthetic::seal(twicetold_encoder::file::VERSION, &contents),
    )
}
