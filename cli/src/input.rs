//! Articles from files and standard input, and what is printed.

use std::{
    fs,
    io::{self, Read, Write},
    path::Path,
};

use serde_json::Value;
use twicetold::{Sides, export};

use crate::{Failure, arguments::Articles, clock, markdown, pandoc};

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
                _ => return Err(format!("{side}.{key} must be a text")),
            };
            match key.as_str() {
                "title" => self.title = line,
                "outlet" => self.outlet = line,
                "byline" => self.byline = line,
                "date" if line.as_deref().is_none_or(clock::day) => self.date = line,
                "date" => return Err(format!("{side}.date must be a day, as 2031-05-12")),
                "address" => self.address = line,
                "name" => self.name = line.unwrap_or_else(|| self.name.clone()),
                _ => {
                    return Err(format!(
                        "{side}.{key} is unknown: write title, outlet, byline, date, address or name"
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
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", file.display());
    let json = fs::read_to_string(file).map_err(|error| fails(&error))?;
    let said: Value = serde_json::from_str(&json).map_err(|error| fails(&error))?;
    if !said.is_object() {
        return Err(fails(&"write {\"left\": {…}, \"right\": {…}}"));
    }
    for (side, known) in fields("it", &said)? {
        let described = match side.as_str() {
            "left" => articles.left.describe(side, known),
            "right" => articles.right.describe(side, known),
            _ => Err(format!("{side} is unknown: write left or right")),
        };
        described.map_err(|error| fails(&error))?;
    }
    Ok(())
}

fn article(path: &Path) -> Result<Article, Failure> {
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
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
    let fails = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
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
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).map_err(|_| "not UTF-16".to_owned())
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match str::from_utf8(rest) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) if looks_like_text(bytes) => Err(format!(
                "not UTF-8 from byte {} on: save it as UTF-8 text",
                error.valid_up_to()
            )),
            Err(_) => Err("not a text file this program reads".to_owned()),
        },
    }
}

/// Whether bytes may be text in an older encoding: none of them is a control character, but for those that white space,
/// terminals and the end of old files are written with.
fn looks_like_text(bytes: &[u8]) -> bool {
    let in_text = |byte: &u8| matches!(byte, b'\t'..=b'\r' | 0x1a | 0x1b | b' '..);
    !bytes.starts_with(b"%PDF-") && bytes.iter().all(in_text)
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
    let _ = writeln!(io::stderr(), "twicetold: {what}");
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
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0"[..],
            b"a\0\xe9",
            b"%PDF-1.4\n%\xe2\xe3\n",
        ] {
            assert_eq!(fails(bytes), "not a text file this program reads");
        }
    }
}
