//! What was found, in the forms that others read. A form is a file and a line in [`FORMATS`].
//!
//! The same source gives the same bytes. Nothing here decides about texts: every form reads the passages, the facts, the
//! coverage, or the [`tracks`], which turn the left text into the right one word by word.

mod annotation;
mod csv;
mod docx;
mod json;
mod json_writer;
mod markdown;
mod moment;
mod moves;
mod names;
mod quotes;
mod reading;
mod tei;
mod text;
mod tracks;
mod xml;
mod zip;

pub use moment::{is_day, time};

use crate::{
    comparison::Comparison,
    options::Options,
    span::{Side, Sides, Span},
    story::{self, Language},
};

pub use reading::{Reading, TrackStretch};
pub use text::{fact, head};
pub use tracks::{Fate, Track, TrackMove, Tracks, tracks};

/// What is known of an article besides its text. What is not known is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Article<'a> {
    /// Its title.
    pub title: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// The day it was published, as `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// Where it can be read: an address on the web, as [`is_address`] knows them. Written as it is given.
    pub address: Option<&'a str>,
    /// The file it came from, or what stands for it.
    pub name: &'a str,
}

impl<'a> Article<'a> {
    /// What it is called: by its title, else by its name.
    fn called(&self) -> &'a str {
        self.title.unwrap_or(self.name)
    }
}

/// Whether a text is an address on the web: `http://` or `https://`, a host, and none of the characters that no address has
/// (RFC 3987): white space, control characters, and ``<>"{}|\^` ``.
pub fn is_address(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        ["http", "https"]
            .iter()
            .any(|of| of.eq_ignore_ascii_case(scheme))
    };
    let is_foreign = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    let has_host = |rest: &str| !rest.is_empty() && !rest.starts_with(['/', '?', '#', ':', '@']);
    let parts = text.split_once("://");
    parts.is_some_and(|(scheme, rest)| is_scheme(scheme) && has_host(rest))
        && !text.contains(is_foreign)
}

/// What an export is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What was found.
    pub comparison: &'a Comparison<'a>,
    /// What counted as equal, and what the reader said of matches.
    pub options: &'a Options,
    /// What is known of the two articles.
    pub articles: Sides<Article<'a>>,
    /// When it is written: ISO 8601 in UTC, as `2031-05-12T10:00:00Z`. Written as it is given.
    pub made: &'a str,
    /// Whose the tracked changes are; none for `Twicetold`.
    pub author: Option<&'a str>,
    /// The language of the sentences that say what was found.
    pub language: Language,
}

impl<'a> Source<'a> {
    /// A comparison of which nothing else is known.
    pub fn new(comparison: &'a Comparison<'a>, options: &'a Options) -> Self {
        Self {
            comparison,
            options,
            articles: Sides::default(),
            made: "",
            author: None,
            language: Language::default(),
        }
    }

    /// The paragraph "In short"; none if a side has no words.
    fn in_short(&self) -> Option<String> {
        let paragraph = story::tell(self.comparison, self.language).paragraph();
        (!paragraph.is_empty()).then_some(paragraph)
    }

    /// The words of a stretch.
    fn words(&self, side: Side, span: Span) -> &'a str {
        &self.comparison.documents.get(side).text[span.range()]
    }
}

/// A form in which a comparison leaves.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Format {
    /// How it is asked for.
    pub name: &'static str,
    /// What follows the dot at the end of a file's name.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
    write: fn(&Source<'_>) -> Vec<u8>,
}

const CSV: &str = "text/csv;charset=utf-8";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// All forms.
pub const FORMATS: [Format; 9] = [
    format("json", "json", "application/json", json::write),
    format("json-line", "jsonl", "application/jsonl", json::line),
    format("csv", "passages.csv", CSV, csv::passages),
    format("csv-facts", "facts.csv", CSV, csv::facts),
    format("docx", "docx", DOCX, docx::write),
    format("tei", "tei.xml", "application/tei+xml", tei::write),
    format(
        "annotation",
        "annotations.jsonld",
        "application/ld+json",
        annotation::write,
    ),
    format("text", "txt", "text/plain;charset=utf-8", text::write),
    format(
        "markdown",
        "md",
        "text/markdown;charset=utf-8",
        markdown::write,
    ),
];

const fn format(
    name: &'static str,
    ending: &'static str,
    media: &'static str,
    write: fn(&Source<'_>) -> Vec<u8>,
) -> Format {
    Format {
        name,
        ending,
        media,
        write,
    }
}

impl Format {
    /// The form of a name; none if there is none.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The bytes of a file of this form. UTF-8 but for DOCX.
    pub fn write(&self, source: &Source<'_>) -> Vec<u8> {
        (self.write)(source)
    }
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_has_a_scheme_of_the_web_and_a_host() {
        for address in [
            "https://example.org/a?b=c#d",
            "HTTP://example.org",
            "http://[::1]:8080/",
            "https://例え.jp/記事",
        ] {
            assert!(is_address(address), "{address}");
        }
        for other in [
            "",
            "example.org/a",
            "article.html",
            "javascript:alert(1)",
            "ftp://example.org",
            "https:example.org",
            "https://",
            "https:///a",
            "https://?a",
            "https://example.org/a b",
            "https://example.org/a\nb",
            "https://example.org/<b>",
            " https://example.org",
        ] {
            assert!(!is_address(other), "{other}");
        }
    }
}
