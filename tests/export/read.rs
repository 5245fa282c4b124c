//! Small readers of what was written: ZIP and XML, strict enough to find what is wrong.

use std::collections::BTreeMap;

/// The entries of an archive of stored entries.
pub fn unzip(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let u16_at = |at: usize| usize::from(archive[at]) | usize::from(archive[at + 1]) << 8;
    let u32_at = |at: usize| u16_at(at) | u16_at(at + 2) << 16;
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let (count, mut at) = (u16_at(end + 10), u32_at(end + 16));
    assert_eq!(
        at + u32_at(end + 12),
        end,
        "the directory reaches to its end"
    );
    let mut entries = BTreeMap::new();
    for _ in 0..count {
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        let (size, name, local) = (u32_at(at + 24), u16_at(at + 28), u32_at(at + 42));
        let name = String::from_utf8(archive[at + 46..at + 46 + name].to_vec()).expect("a name");
        assert_eq!(&archive[local..local + 4], b"PK\x03\x04");
        assert_eq!(
            archive[local + 4..local + 30],
            archive[at + 6..at + 32],
            "{name}"
        );
        let start = local + 30 + u16_at(local + 26) + u16_at(local + 28);
        at += 46 + name.len();
        assert!(
            entries
                .insert(name, archive[start..start + size].to_vec())
                .is_none()
        );
    }
    assert_eq!(at, end);
    entries
}

/// A part of an XML document.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// The name of an element that begins, and its attributes.
    Begin(String, BTreeMap<String, String>),
    /// The name of an element that ends.
    End(String),
    Text(String),
}

/// The parts of a document in order. Fails on what is not well-formed.
pub fn xml(document: &str) -> Vec<Part> {
    let allowed = |c: char| c >= ' ' || matches!(c, '\t' | '\n' | '\r');
    assert!(document.chars().all(allowed) && !document.contains(['\u{fffe}', '\u{ffff}']));
    let body = &document[document.find("?>").expect("a declaration") + 2..];
    let (mut parts, mut open) = (Vec::new(), Vec::new());
    let mut rest = body.trim_start();
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').expect("a tag ends");
            let (tag, behind) = (&tag[..end], &tag[end + 1..]);
            rest = behind;
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name));
                parts.push(Part::End(name.to_owned()));
                continue;
            }
            let (tag, empty) = tag
                .strip_suffix('/')
                .map_or((tag, false), |tag| (tag, true));
            let (name, attributes) = attributes(tag);
            parts.push(Part::Begin(name.clone(), attributes));
            if empty {
                parts.push(Part::End(name));
            } else {
                open.push(name);
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            parts.push(Part::Text(unescaped(&rest[..end])));
            rest = &rest[end..];
        }
    }
    assert!(open.is_empty(), "{open:?} is open");
    parts
}

fn attributes(tag: &str) -> (String, BTreeMap<String, String>) {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while !rest.trim_start().is_empty() {
        let (key, value) = rest.trim_start().split_once("=\"").expect("an attribute");
        let (value, behind) = value.split_once('"').expect("a value ends");
        assert!(
            attributes
                .insert(key.to_owned(), unescaped(value))
                .is_none(),
            "{key} stands twice"
        );
        rest = behind;
    }
    (name.to_owned(), attributes)
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "{text}");
    let mut written = String::new();
    let mut parts = text.split('&');
    written.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once(';').expect("a reference ends");
        written.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#9" => '\t',
            "#10" => '\n',
            "#13" => '\r',
            other => panic!("what is {other}?"),
        });
        written.push_str(rest);
    }
    written
}
