//! Files that are more than text, read through pandoc: a paragraph for each block, as the page reads it.
//!
//! What pandoc understood is taken as JSON, not as its plain text: there the signs of points and the lines that are drawn
//! round tables and between parts are written as words and paragraphs.

mod document;
mod formula;

use std::{
    io,
    path::Path,
    process::{Command, Stdio},
    thread,
};

use crate::Failure;
use document::text;

/// What pandoc reads, by the end of a file's name, and what it calls it.
const FORMATS: [(&str, &str); 7] = [
    ("docx", "docx"),
    ("odt", "odt"),
    ("html", "html"),
    ("htm", "html"),
    ("xhtml", "html"),
    ("epub", "epub"),
    ("rtf", "rtf"),
];

/// Levels of JSON that are read: a bound on the stack. An element of a page takes 3, and browsers nest some 500.
const LEVELS: usize = 3_000;
/// Bytes of stack for them: 20 kB a level, far more than one takes.
const STACK: usize = LEVELS * 20_000;

/// Of letters written with 2 bytes half are zeros, or fewer where they are not all Latin: more than 1 in so many.
const ZEROS: usize = 10;

/// What pandoc calls the format of a file whose name ends so; none if it is not read through pandoc.
pub fn format(ending: &str) -> Option<&'static str> {
    let found = FORMATS.iter().find(|(known, _)| *known == ending);
    found.map(|(_, format)| *format)
}

/// The text of a file, without its markup. Tracked changes in it are accepted.
pub fn read(path: &Path, format: &str) -> Result<String, Failure> {
    let json = call(path, format)?;
    if levels(&json) > LEVELS {
        return Err("its parts are nested too deep: save it as plain text".to_owned());
    }
    let is_web = matches!(format, "html" | "epub");
    let reading = thread::Builder::new().stack_size(STACK);
    let reading = reading.spawn(move || text(&json, is_web));
    let reading = reading.map_err(|error| error.to_string())?;
    let text = reading
        .join()
        .unwrap_or_else(|_| Err("what pandoc wrote cannot be read".to_owned()))?;
    // pandoc takes 2 bytes a letter for two letters. A single zero is a slip that browsers pass over.
    let zeros = text.matches('\0').count();
    if zeros * ZEROS > text.chars().count() {
        return Err("not UTF-8, nor an encoding that pandoc knows: save it as UTF-8".to_owned());
    }
    Ok(text.replace('\0', ""))
}

/// What pandoc understood of a file, as JSON.
fn call(path: &Path, format: &str) -> Result<Vec<u8>, Failure> {
    // A name that begins with a hyphen is no option.
    let file = if path.is_absolute() {
        path.to_owned()
    } else {
        Path::new(".").join(path)
    };
    let output = Command::new("pandoc")
        .args(["--sandbox", "--from", format, "--to", "json"])
        .arg(file)
        .stdin(Stdio::null())
        .output();
    let output = output.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!(
            "{format} files are read through pandoc, which is not on the PATH: install it (https://pandoc.org), or save \
             the file as plain text"
        ),
        _ => format!("pandoc: {error}"),
    })?;
    if !output.status.success() {
        return Err(format!(
            "pandoc: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    Ok(output.stdout)
}

/// How deep the lists and objects of JSON are nested.
fn levels(json: &[u8]) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                most = most.max(depth);
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::{LEVELS, levels};

    #[test]
    fn only_so_many_levels_are_read() {
        assert_eq!(levels(br#"{"a[[[": ["\"[[", {}]}"#), 3);
        let nested = |count: usize| {
            let (open, close) = (r#"{"t":"Div","c":[["",[],[]],["#, "]]}");
            [
                r#"{"blocks":["#,
                &open.repeat(count),
                &close.repeat(count),
                "]}",
            ]
            .concat()
        };
        let most = nested((LEVELS - 2) / 3);
        assert!(levels(most.as_bytes()) <= LEVELS && levels(nested(LEVELS).as_bytes()) > LEVELS);
    }
}
