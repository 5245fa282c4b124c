//! A folder of its own for a test, and the program run in it.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder. No two tests give theirs the same name.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twicetold"));
        command
            .current_dir(&self.0)
            .args(arguments)
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it runs")
    }

    /// Runs the program with something to read.
    pub fn given(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        let mut stdin = child.stdin.take().expect("it reads");
        let input = input.to_vec();
        // One that writes before it has read all must not wait for this.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("it ends");
        writer.join().expect("it was written");
        output
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the program wrote.
pub fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).expect("it is UTF-8")
}

/// What it said beside.
pub fn err(output: &Output) -> &str {
    str::from_utf8(&output.stderr).expect("it is UTF-8")
}

/// Two articles that differ in a day.
pub const LEFT: &str = "The lamp on Gull Rock went out on Monday night.\n\nNine boats waited outside the bar until the morning.\n";
pub const RIGHT: &str = "The lamp on Gull Rock went out on Tuesday night.\n\nNine boats waited outside the bar until the morning.\n";

/// A folder with these in it.
pub fn two_articles(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("left.txt", LEFT);
    folder.write("right.txt", RIGHT);
    folder
}
