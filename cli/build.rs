//! Puts the built page into the program, if it was built before: `dist/twicetold.html`.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let page = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../dist/twicetold.html");
    let held = PathBuf::from(env::var("OUT_DIR")?).join("page.html");
    // A page that comes later is put in, too.
    println!("cargo:rerun-if-changed={}", page.display());
    fs::write(held, fs::read(page).unwrap_or_default())?;
    Ok(())
}
