//! Lines of JSON: an object each, with texts and an id that comes back as it was written.

use std::{
    collections::BTreeMap,
    io::{self, BufRead},
};

use serde_json::value::RawValue;

use crate::Failure;

/// What a lead surrogate and a trail surrogate that stand alone begin with, where they are bytes as of UTF-8; two follow.
const SURROGATE: u8 = 0xed;
const AFTER_SURROGATE: std::ops::RangeInclusive<u8> = 0xa0..=0xbf;

/// A line as it was read: without its end; or why it is none.
pub type Line = Result<String, Failure>;

/// The next line; none at the end. Fails where no further line can be read.
pub fn next(from: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    if from.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    // A line that is not UTF-8 was read to its end: the others follow.
    let line = String::from_utf8(line).map_err(|_| "not UTF-8".to_owned());
    Ok(Some(line.map(|line| {
        line.trim_end_matches(['\n', '\r']).to_owned()
    })))
}

/// A line of a file without the byte order mark that may stand before the first.
fn unmarked(number: u64, line: &str) -> &str {
    let marked = line.strip_prefix('\u{feff}').filter(|_| number == 1);
    marked.unwrap_or(line)
}

/// Whether there is nothing in a line. `number` counts the lines from 1.
pub fn is_empty(number: u64, line: &str) -> bool {
    unmarked(number, line).trim().is_empty()
}

/// The fields of an object that are looked at.
pub struct Fields<'l>(BTreeMap<String, &'l RawValue>);

impl<'l> Fields<'l> {
    /// The fields of a line; `number` counts the lines from 1. Of a field that stands there twice the last.
    pub fn of(number: u64, line: &'l str) -> Result<Self, Failure> {
        let fields = serde_json::from_str(unmarked(number, line));
        fields.map(Self).map_err(|error| {
            if error.is_data() {
                return "no JSON object".to_owned();
            }
            match error.is_eof() {
                true => "no JSON: it ends before its object does".to_owned(),
                false => format!("no JSON from column {} on", error.column()),
            }
        })
    }

    /// The id as it was written; none if there is none, or it is null.
    pub fn id(&self) -> Option<&'l str> {
        let id = self.0.get("id").map(|id| id.get());
        id.filter(|id| *id != "null")
    }

    /// A field that must be a text. Half a character, which JSON can write, is U+FFFD.
    pub fn text(&self, name: &str) -> Result<String, Failure> {
        let raw = self.0.get(name).map(|raw| raw.get());
        let raw = raw.filter(|raw| raw.starts_with('"'));
        let raw = raw.ok_or_else(|| format!("{name} must be a text"))?;
        // As bytes, half a character is no failure.
        let bytes: Bytes = serde_json::from_str(raw).map_err(|error| format!("{name}: {error}"))?;
        Ok(whole(&bytes.0))
    }
}

/// The text of bytes as of UTF-8 in which halves of characters may stand.
fn whole(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = match str::from_utf8(rest) {
            Ok(all) => {
                text += all;
                return text;
            }
            Err(error) => error.valid_up_to(),
        };
        let (good, bad) = rest.split_at(end);
        text += &String::from_utf8_lossy(good);
        text.push(char::REPLACEMENT_CHARACTER);
        let half = matches!(bad, [SURROGATE, second, _, ..] if AFTER_SURROGATE.contains(second));
        rest = bad.get(if half { 3 } else { 1 }..).unwrap_or_default();
    }
    text
}

/// The bytes of a text of JSON.
struct Bytes(Vec<u8>);

impl<'de> serde::Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(OfText)
    }
}

struct OfText;

impl serde::de::Visitor<'_> for OfText {
    type Value = Bytes;

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("a text")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_vec()))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Bytes, E> {
        Ok(Bytes(text.as_bytes().to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, next};

    fn text(json: &str) -> Result<String, String> {
        Fields::of(2, &format!("{{\"text\": {json}}}"))?.text("text")
    }

    #[test]
    fn half_a_character_is_one_sign() {
        let cases = [
            (r#""""#, ""),
            (r#""caf\u00e9 \n\"""#, "café \n\""),
            (r#""\ud83d\ude00""#, "😀"),
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud800""#, "\u{fffd}\u{fffd}"),
            (r#""\ud800\ud83d\ude00퟿""#, "\u{fffd}😀\u{d7ff}"),
        ];
        for (json, expected) in cases {
            assert_eq!(text(json), Ok(expected.to_owned()), "{json}");
        }
        for json in ["1", "null", "[\"a\"]", "{}"] {
            assert_eq!(text(json), Err("text must be a text".to_owned()), "{json}");
        }
        assert!(text(r#""\ud8""#).is_err_and(|error| error.starts_with("no JSON from column ")));
    }

    #[test]
    fn an_id_is_as_it_was_written() {
        for id in [
            "1e3",
            "1.0",
            "10000000000000000000001",
            "-0",
            "[1,  {\"b\":2}]",
            r#""\ud800\u0061""#,
        ] {
            let line = format!("{{\"id\":{id} }}");
            assert_eq!(Fields::of(2, &line).expect("an object").id(), Some(id));
        }
        for line in ["{}", "{\"id\": null}"] {
            assert_eq!(Fields::of(2, line).expect("an object").id(), None);
        }
        let deep = format!("{{\"id\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(Fields::of(2, &deep).is_ok());
    }

    #[test]
    fn lines_end_as_any_program_ends_them() {
        let mut input = &b"a\r\nb\n\xff\n\nc"[..];
        let mut lines = Vec::new();
        while let Some(line) = next(&mut input).expect("it is read") {
            lines.push(line);
        }
        let good = |line: &str| Ok(line.to_owned());
        let expected = [
            good("a"),
            good("b"),
            Err("not UTF-8".to_owned()),
            good(""),
            good("c"),
        ];
        assert_eq!(lines, expected);
        for (number, line) in [(2, "[1]"), (2, "5"), (2, "\u{feff}{}"), (1, "{")] {
            assert!(Fields::of(number, line).is_err(), "{line}");
        }
        assert!(Fields::of(1, "\u{feff}{}").is_ok());
    }
}
