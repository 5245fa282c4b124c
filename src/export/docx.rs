//! DOCX with tracked changes: the right text as an edit of the left one, word by word.
//!
//! To accept all changes gives the right text, to refuse all the left one, but for white space inside paragraphs. What
//! moved is tracked as a move; words that were edited inside it are deleted where it was and inserted where it is.

use super::{
    Source,
    moment::to_seconds,
    tracks::{Fate, Track, TrackMove, Tracks, tracks},
    xml::{escape, put},
    zip,
};
use crate::{document::is_right_to_left, span::Side};

/// Which part is of which type.
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

/// What the package holds.
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

/// What the document needs.
const RELATIONS_OF_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

/// Room between paragraphs and between lines; all else is the reader's word processor's.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>"#;

const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

const PROPERTIES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>"#;

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let document = DocxWriter::new(source).document();
    let properties = properties(source);
    zip::archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", RELATIONS_OF_DOCUMENT),
        ("word/styles.xml", STYLES),
        ("docProps/core.xml", &properties),
    ])
}

/// Title, author and time of the file.
fn properties(source: &Source<'_>) -> String {
    let mut written = PROPERTIES.to_owned();
    escape(source.articles.left.called(), &mut written);
    written.push_str(" → ");
    escape(source.articles.right.called(), &mut written);
    written.push_str("</dc:title><dc:creator>");
    escape(author(source), &mut written);
    written.push_str("</dc:creator>");
    if let Some(made) = to_seconds(source.made) {
        let open = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">";
        put(&mut written, &[open, &made, "</dcterms:created>"]);
    }
    written.push_str("</cp:coreProperties>");
    written
}

fn author<'a>(source: &Source<'a>) -> &'a str {
    let author = source.author.map(str::trim);
    author
        .filter(|author| !author.is_empty())
        .unwrap_or("Twicetold")
}

/// Writes the body, paragraph by paragraph.
struct DocxWriter<'s> {
    tracks: Tracks<'s>,
    /// Who and when, as attributes; and the same person a little earlier or later.
    who: [String; 2],
    /// Which of the two the insertion has that stands last in the paragraph before, if its mark is kept.
    inserted_before: Option<usize>,
    /// The same of the paragraph that is open.
    inserted_last: Option<usize>,
    /// The last number that was given to a change or a range.
    id: usize,
    /// The move whose range is open, its side, and the number of the range.
    open: Option<(usize, Side, usize)>,
    written: String,
    /// What stands in the paragraph that is open.
    paragraph: String,
    /// Whether the paragraph that is open begins with a script written from right to left; none before its first letter.
    right_to_left: Option<bool>,
}

impl<'s> DocxWriter<'s> {
    fn new(source: &Source<'s>) -> Self {
        let mut by = "\" w:author=\"".to_owned();
        escape(author(source), &mut by);
        let who = match to_seconds(source.made) {
            Some(made) => {
                [made.clone(), other_time(made)].map(|time| format!("{by}\" w:date=\"{time}\""))
            }
            None => [by.clone() + "\"", by + "\""],
        };
        Self {
            tracks: tracks(source.comparison),
            who,
            inserted_before: None,
            inserted_last: None,
            id: 0,
            open: None,
            written: DOCUMENT.to_owned(),
            paragraph: String::new(),
            right_to_left: None,
        }
    }

    fn document(mut self) -> String {
        let list = std::mem::take(&mut self.tracks.list);
        for track in &list {
            self.range(track.fate, track.moved);
            if track.is_break {
                self.end_paragraph(change(track));
            } else {
                self.run(track);
            }
        }
        self.range(Fate::Kept, None);
        self.end_paragraph(None);
        self.written.push_str("<w:sectPr/></w:body></w:document>");
        self.written
    }

    /// A number of its own, and who and when.
    fn attributes(&mut self) -> String {
        self.attributes_at(0)
    }

    fn attributes_at(&mut self, time: usize) -> String {
        self.id += 1;
        [" w:id=\"", &self.id.to_string(), &self.who[time]].concat()
    }

    /// The time of an insertion, as a place in `who`. LibreOffice takes the last insertion of a paragraph and the first of the next
    /// for one if they have one time, and refuses the kept mark between them too.
    fn time_of_insertion(&mut self) -> usize {
        let is_first = !self.paragraph.contains("<w:r>");
        let before = self.inserted_before.filter(|_| is_first);
        before.map_or(0, |time| 1 - time)
    }

    /// Opens and closes the range of a move, so that it is as the next track has it.
    fn range(&mut self, fate: Fate, moved: Option<TrackMove>) {
        let wanted = moved.map(|moved| (moved.number, fate.side()));
        if self.open.map(|(number, side, _)| (number, side)) == wanted {
            return;
        }
        if let Some((_, side, id)) = self.open.take() {
            let name = range_name(side);
            let id = id.to_string();
            put(
                &mut self.paragraph,
                &["<w:", name, "RangeEnd w:id=\"", &id, "\"/>"],
            );
        }
        if let Some((number, side)) = wanted {
            let (name, attributes) = (range_name(side), self.attributes());
            self.open = Some((number, side, self.id));
            let label = (number + 1).to_string();
            let parts = [
                "<w:",
                name,
                "RangeStart",
                &attributes,
                " w:name=\"move",
                &label,
                "\"/>",
            ];
            put(&mut self.paragraph, &parts);
        }
    }

    fn run(&mut self, track: &Track) {
        let words = self.tracks.words(track);
        self.right_to_left = self
            .right_to_left
            .or_else(|| words.chars().find_map(direction));
        let name = change(track);
        let text = if name == Some("del") { "delText" } else { "t" };
        self.inserted_last = (name == Some("ins")).then(|| self.time_of_insertion());
        if let Some(name) = name {
            let attributes = self.attributes_at(self.inserted_last.unwrap_or(0));
            put(&mut self.paragraph, &["<w:", name, &attributes, ">"]);
        }
        self.paragraph.push_str("<w:r>");
        for (at, part) in words.split('\t').enumerate() {
            if at > 0 {
                self.paragraph.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                put(
                    &mut self.paragraph,
                    &["<w:", text, " xml:space=\"preserve\">"],
                );
                escape(part, &mut self.paragraph);
                put(&mut self.paragraph, &["</w:", text, ">"]);
            }
        }
        self.paragraph.push_str("</w:r>");
        if let Some(name) = name {
            put(&mut self.paragraph, &["</w:", name, ">"]);
        }
    }

    /// Ends the paragraph that is open; `change` is the element that tracks what became of its mark.
    fn end_paragraph(&mut self, change: Option<&str>) {
        let bidi = if self.right_to_left.take().unwrap_or(false) {
            "<w:bidi/>"
        } else {
            ""
        };
        let attributes = change.map(|_| self.attributes());
        let mark = match (change, &attributes) {
            (Some(name), Some(attributes)) => ["<w:rPr><w:", name, attributes, "/></w:rPr>"],
            _ => [""; 4],
        };
        self.inserted_before = self.inserted_last.take().filter(|_| change.is_none());
        self.written.push_str("<w:p>");
        if !bidi.is_empty() || change.is_some() {
            put(&mut self.written, &["<w:pPr>", bidi]);
            put(&mut self.written, &mark);
            self.written.push_str("</w:pPr>");
        }
        put(&mut self.written, &[&self.paragraph, "</w:p>"]);
        self.paragraph.clear();
    }
}

/// A time 2 minutes off: LibreOffice takes changes less than that apart for one.
fn other_time(time: String) -> String {
    const MINUTES: std::ops::Range<usize> = 14..16;
    let minutes: u8 = time[MINUTES].parse().unwrap_or(0);
    let other = if minutes < 2 {
        minutes + 2
    } else {
        minutes - 2
    };
    let mut time = time;
    time.replace_range(MINUTES, &format!("{other:02}"));
    time
}

/// The element that tracks what became of a track; none for what is kept.
fn change(track: &Track) -> Option<&'static str> {
    let travels = track.moved.is_some_and(|moved| moved.kept);
    match (track.fate, travels) {
        (Fate::Kept, _) => None,
        (Fate::Deleted, false) => Some("del"),
        (Fate::Inserted, false) => Some("ins"),
        (Fate::Deleted, true) => Some("moveFrom"),
        (Fate::Inserted, true) => Some("moveTo"),
    }
}

fn range_name(side: Side) -> &'static str {
    match side {
        Side::Left => "moveFrom",
        Side::Right => "moveTo",
    }
}

/// Whether a letter belongs to a script that is written from right to left; none for what is no letter.
fn direction(c: char) -> Option<bool> {
    c.is_alphabetic().then(|| is_right_to_left(c))
}
