//! Articles from files and standard input, and what is printed.

use std::{
    fs,
    io::{self, Read, Write},
    path::Path,
};

use serde_json::Value;
use twicetold::{Sides, export};

use crate::{Failure, arguments::Articles, markdown, pandoc, shown};

/// How the names of Markdown files end.
const MARKDOWN: [&str; 4] = ["md", "markdown", "mdown", "mkd"];

/// An article and what is known of it.
#[derive(Debug, Default)]
pub struct Article {
    pub text: String,
    name: String,
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    date: Option<String>,
    address: Option<String>,
}

impl Article {
    /// As exports take it.
    pub fn about(&self) -> export::Article<'_> {
        export::Article {
            title: self.title.as_deref(),
            outlet: self.outlet.as_deref(),
            byline: self.byline.as_deref(),
            date: self.date.as_deref(),
            address: self.address.as_deref(),
            name: &self.name,
        }
    }

    /// Takes what a file says of it; `side` names it.
    fn describe(&mut self, side: &str, said: &Value) -> Result<(), Failure> {
        for (key, value) in fields(side, said)? {
            let line = match value {
                Value::Null => None,
                Value::String(line) => Some(line.clone()),
                _ => return Err(format!("{side}.{} must be a text", shown::escaped(key))),
            };
            match key.as_str() {
                "title" => self.title = line,
                "outlet" => self.outlet = line,
                "byline" => self.byline = line,
                "date" if line.as_deref().is_none_or(export::is_day) => self.date = line,
                "date" => return Err(format!("{side}.date must be a day, as 2031-05-12")),
                "address" if line.as_deref().is_none_or(export::is_address) => self.address = line,
                "address" => {
                    return Err(format!(
                        "{side}.address must be an address on the web, as https://example.org/article"
                    ));
                }
                "name" => self.name = line.unwrap_or_else(|| self.name.clone()),
                _ => {
                    return Err(format!(
                        "{side}.{} is unknown: write title, outlet, byline, date, address or name",
                        shown::escaped(key)
                    ));
                }
            }
        }
        Ok(())
    }
}

/// The keys and values of an object; of nothing there are none. `what` names it.
fn fields<'v>(what: &str, value: &'v Value) -> Result<Vec<(&'v String, &'v Value)>, Failure> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::Object(fields) => Ok(fields.iter().collect()),
        _ => Err(format!("{what} must be an object: {{\"title\": …}}")),
    }
}

/// Reads both articles.
pub fn read(articles: &Articles) -> Result<Sides<Article>, Failure> {
    let is_input = |path: &Path| path == Path::new("-");
    if is_input(&articles.left) && is_input(&articles.right) {
        return Err("only one of the two can come from standard input".to_owned());
    }
    Ok(Sides::new(
        article(&articles.left)?,
        article(&articles.right)?,
    ))
}

/// Adds what a file says of both articles.
pub fn describe(articles: &mut Sides<Article>, file: &Path) -> Result<(), Failure> {
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", shown::path(file));
    let json = fs::read_to_string(file).map_err(|error| fails(&error))?;
    let said: Value = serde_json::from_str(&json).map_err(|error| fails(&error))?;
    if !said.is_object() {
        return Err(fails(&"write {\"left\": {…}, \"right\": {…}}"));
    }
    for (side, known) in fields("it", &said)? {
        let described = match side.as_str() {
            "left" => articles.left.describe(side, known),
            "right" => articles.right.describe(side, known),
            _ => Err(format!(
                "{} is unknown: write left or right",
                shown::escaped(side)
            )),
        };
        described.map_err(|error| fails(&error))?;
    }
    Ok(())
}

fn article(path: &Path) -> Result<Article, Failure> {
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", shown::path(path));
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().read_to_end(&mut bytes);
        read.map_err(|error| fails(&error))?;
        let text = decode(&bytes).map_err(|error| fails(&error))?;
        let name = "standard input".to_owned();
        return Ok(Article {
            text,
            name,
            ..Article::default()
        });
    }
    let text = text(path)?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(Article {
        text,
        name,
        ..Article::default()
    })
}

/// The text of a file, without its markup.
pub fn text(path: &Path) -> Result<String, Failure> {
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", shown::path(path));
    if path.is_dir() {
        return Err(fails(&"a folder, not a file"));
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    match pandoc::format(&ending) {
        Some(format) => {
            // What cannot be read is no matter of pandoc.
            fs::File::open(path).map_err(|error| fails(&error))?;
            pandoc::read(path, format).map_err(|error| fails(&error))
        }
        None => {
            let bytes = fs::read(path).map_err(|error| fails(&error))?;
            let text = decode(&bytes).map_err(|error| fails(&error))?;
            Ok(match MARKDOWN.contains(&ending.as_str()) {
                true => markdown::text(&text),
                false => text,
            })
        }
    }
}

/// UTF-8, or UTF-16 with a byte order mark.
fn decode(bytes: &[u8]) -> Result<String, Failure> {
    if let Some((_, why)) = FOREIGN.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err((*why).to_owned());
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match str::from_utf8(rest) {
            Ok(text) => text.to_owned(),
            Err(error) if looks_like_text(bytes) => {
                return Err(format!(
                    "not UTF-8 from byte {} on: save it as UTF-8 text",
                    error.valid_up_to()
                ));
            }
            Err(_) => return Err(no_text(bytes)),
        },
    };
    // No text has it, but files that are none, and text of 2 or 4 bytes a letter.
    if text.contains('\0') {
        return Err(no_text(bytes));
    }
    Ok(text)
}

/// How files begin that are no text, and what to do with them.
const FOREIGN: [(&[u8], &str); 4] = [
    (
        b"%PDF-",
        "a PDF file, which the page reads and this program does not: save it as text",
    ),
    (
        b"PK\x03\x04",
        "a packed file: if it is a DOCX, ODT or EPUB file, let its name end so",
    ),
    (b"{\\rtf", "an RTF file: let its name end with .rtf"),
    (
        b"\xff\xfe\0\0",
        "UTF-32, which this program does not read: save it as UTF-8 text",
    ),
];

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Failure> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(text),
        Ok(_) => Err("not UTF-16: it ends inside a letter".to_owned()),
        Err(_) => Err("not UTF-16: it has half a character".to_owned()),
    }
}

/// Why bytes are no text: of UTF-16 without its mark every other is 0.
fn no_text(bytes: &[u8]) -> Failure {
    let is_zero = |byte: &u8| *byte == 0;
    let halves = [0, 1].map(|first| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|it| is_zero(it))
            .count()
    });
    let (few, many) = (halves[0].min(halves[1]), halves[0].max(halves[1]));
    if few == 0 && 4 * many > bytes.len() {
        "UTF-16 without a byte order mark: save it as UTF-8 text".to_owned()
    } else {
        "not a text file this program reads".to_owned()
    }
}

/// Whether bytes may be text in an older encoding: none of them is a control character, but for those that white space,
/// terminals and the end of old files are written with.
fn looks_like_text(bytes: &[u8]) -> bool {
    let in_text = |byte: &u8| matches!(byte, b'\t'..=b'\r' | 0x1a | 0x1b | b' '..);
    bytes.iter().all(in_text)
}

/// Whether two paths lead to one file that is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (fs::canonicalize(one), fs::canonicalize(other)) else {
        return false;
    };
    one == other || is_linked(&one, &other)
}

/// Whether two paths are links to one file.
#[cfg(unix)]
fn is_linked(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |path: &Path| fs::metadata(path).map(|data| (data.dev(), data.ino())).ok();
    number(one).is_some_and(|number_of_one| number(other) == Some(number_of_one))
}

/// Elsewhere the path tells alone.
#[cfg(not(unix))]
fn is_linked(_: &Path, _: &Path) -> bool {
    false
}

/// Writes to standard output. That nobody reads on is no failure.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let written = output.write_all(bytes).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Says something to the reader, beside the output.
pub fn warn(what: &str) {
    // Where nobody listens nothing can be said.
    let _ = writeln!(io::stderr(), "twicetold: {}", shown::lines(what));
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_is_utf_8_or_marked_utf_16() {
        assert_eq!(decode(b"\xef\xbb\xbfa\xc3\xa9").as_deref(), Ok("aé"));
        assert_eq!(decode(b"\xff\xfea\0\xe9\0").as_deref(), Ok("aé"));
        assert_eq!(decode(b"\xfe\xff\0a\0\xe9").as_deref(), Ok("aé"));
        let fails = |bytes: &[u8]| decode(bytes).expect_err("no text");
        assert!(fails(b"caf\xe9\r\n").ends_with("from byte 3 on: save it as UTF-8 text"));
        for (bytes, why) in [
            (
                &b"\x89PNG\r\n\x1a\n\0"[..],
                "not a text file this program reads",
            ),
            (b"Nine\0boats\xe9", "not a text file this program reads"),
            (b"Nine\0boats", "not a text file this program reads"),
            (b"N\0i\0n\0e\0", "UTF-16 without a byte order mark"),
            (b"\0N\0i\0n\0\xe9", "UTF-16 without a byte order mark"),
            (b"\xff\xfea\0b", "not UTF-16: it ends inside a letter"),
            (b"\xff\xfe\0\xd8", "not UTF-16: it has half a character"),
            (b"\xff\xfe\0\0a\0\0\0", "UTF-32"),
            (b"%PDF-1.4\n%\xe2\xe3\n", "a PDF file"),
            (b"%PDF-1.4\n", "a PDF file"),
            (b"PK\x03\x04\x14\0", "a packed file"),
            (b"{\\rtf1 Nine boats}", "an RTF file"),
        ] {
            assert!(fails(bytes).starts_with(why), "{bytes:?}: {}", fails(bytes));
        }
    }
}
