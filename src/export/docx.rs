//! DOCX with tracked changes: the right text as an edit of the left one, word by word.
//!
//! To accept all changes gives the right text, to refuse all the left one, but for white space inside paragraphs. What
//! moved is tracked as a move; words that were edited inside it are deleted where it was and inserted where it is.

use super::{
    Source, to_seconds,
    tracks::{Fate, Move, Track, Tracks, tracks},
    xml::{escape, escaped},
    zip,
};
use crate::span::Side;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let types = content_types();
    let relations = relations(&[
        (
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        (
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
    ]);
    let of_document = relations_of_document();
    let document = Writer::new(source).document();
    let (properties, styles) = (properties(source), styles());
    zip::archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", of_document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("docProps/core.xml", properties.as_bytes()),
    ])
}

fn content_types() -> String {
    let part = |name: &str, media: &str| {
        format!("<Override PartName=\"{name}\" ContentType=\"{media}\"/>")
    };
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    [
        DECLARATION,
        &format!("<Types xmlns=\"{PACKAGE}/content-types\">"),
        &format!("<Default Extension=\"rels\" ContentType=\"{relations}\"/>"),
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        &part("/word/document.xml", &format!("{WORD}.document.main+xml")),
        &part("/word/styles.xml", &format!("{WORD}.styles+xml")),
        &part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        "</Types>",
    ]
    .concat()
}

/// A list of `(id, type, target)`.
fn relations(list: &[(&str, &str, &str)]) -> String {
    let mut written = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, kind, target) in list {
        written += &format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>");
    }
    written + "</Relationships>"
}

fn relations_of_document() -> String {
    relations(&[("rId1", &format!("{OFFICE}/styles"), "styles.xml")])
}

/// Room between paragraphs and between lines; all else is the reader's word processor's.
fn styles() -> String {
    [
        DECLARATION,
        &format!("<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults>"),
        "<w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:rPrDefault>",
        "<w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>",
        "</w:docDefaults></w:styles>",
    ]
    .concat()
}

/// Title, author and time of the file.
fn properties(source: &Source<'_>) -> String {
    let titles = source.articles.map(|article| escaped(article.called()));
    let author = escaped(author(source));
    let mut written = [
        DECLARATION,
        &format!("<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\""),
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
        &format!("<dc:title>{} → {}</dc:title>", titles.left, titles.right),
        &format!("<dc:creator>{author}</dc:creator>"),
    ]
    .concat();
    if let Some(made) = to_seconds(source.made) {
        written +=
            &format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created>");
    }
    written + "</cp:coreProperties>"
}

fn author<'a>(source: &Source<'a>) -> &'a str {
    let author = source.author.map(str::trim);
    author
        .filter(|author| !author.is_empty())
        .unwrap_or("Twicetold")
}

/// Writes the body, paragraph by paragraph.
struct Writer<'s> {
    tracks: Tracks<'s>,
    /// Who and when, as attributes.
    who: String,
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

impl<'s> Writer<'s> {
    fn new(source: &Source<'s>) -> Self {
        let mut who = format!(" w:author=\"{}\"", escaped(author(source)));
        if let Some(made) = to_seconds(source.made) {
            who += &format!(" w:date=\"{made}\"");
        }
        Self {
            tracks: tracks(source.comparison),
            who,
            id: 0,
            open: None,
            written: format!("{DECLARATION}<w:document xmlns:w=\"{MAIN}\"><w:body>"),
            paragraph: String::new(),
            right_to_left: None,
        }
    }

    fn document(mut self) -> String {
        let list = std::mem::take(&mut self.tracks.list);
        for track in &list {
            self.range(track.fate, track.moved);
            if track.is_break {
                let mark = change(track).map(|name| {
                    let attributes = self.attributes();
                    format!("<w:rPr><w:{name}{attributes}/></w:rPr>")
                });
                self.end_paragraph(&mark.unwrap_or_default());
            } else {
                self.run(track);
            }
        }
        self.range(Fate::Kept, None);
        self.end_paragraph("");
        self.written + "<w:sectPr/></w:body></w:document>"
    }

    /// A number of its own, and who and when.
    fn attributes(&mut self) -> String {
        self.id += 1;
        format!(" w:id=\"{}\"{}", self.id, self.who)
    }

    /// Opens and closes the range of a move, so that it is as the next track has it.
    fn range(&mut self, fate: Fate, moved: Option<Move>) {
        let wanted = moved.map(|moved| (moved.number, fate.side()));
        if self.open.map(|(number, side, _)| (number, side)) == wanted {
            return;
        }
        if let Some((_, side, id)) = self.open.take() {
            let name = range_name(side);
            self.paragraph += &format!("<w:{name}RangeEnd w:id=\"{id}\"/>");
        }
        if let Some((number, side)) = wanted {
            let (name, attributes) = (range_name(side), self.attributes());
            self.open = Some((number, side, self.id));
            let label = number + 1;
            self.paragraph += &format!("<w:{name}RangeStart{attributes} w:name=\"move{label}\"/>");
        }
    }

    fn run(&mut self, track: &Track) {
        let words = self.tracks.words(track);
        self.right_to_left = self
            .right_to_left
            .or_else(|| words.chars().find_map(direction));
        let name = change(track);
        let text = if name == Some("del") { "delText" } else { "t" };
        if let Some(name) = name {
            let attributes = self.attributes();
            self.paragraph += &format!("<w:{name}{attributes}>");
        }
        self.paragraph += "<w:r>";
        for (at, part) in words.split('\t').enumerate() {
            if at > 0 {
                self.paragraph += "<w:tab/>";
            }
            if !part.is_empty() {
                self.paragraph += &format!("<w:{text} xml:space=\"preserve\">");
                escape(part, &mut self.paragraph);
                self.paragraph += &format!("</w:{text}>");
            }
        }
        self.paragraph += "</w:r>";
        if let Some(name) = name {
            self.paragraph += &format!("</w:{name}>");
        }
    }

    /// Ends the paragraph that is open, with what became of its mark.
    fn end_paragraph(&mut self, mark: &str) {
        let right_to_left = self.right_to_left.take().unwrap_or(false);
        self.written += "<w:p>";
        if right_to_left || !mark.is_empty() {
            self.written += "<w:pPr>";
            self.written += if right_to_left { "<w:bidi/>" } else { "" };
            self.written += mark;
            self.written += "</w:pPr>";
        }
        self.written += &self.paragraph;
        self.written += "</w:p>";
        self.paragraph.clear();
    }
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

/// Whether a letter belongs to a script that is written from right to left (blocks of Hebrew to Arabic, and their
/// presentation forms); none for what is no letter.
fn direction(c: char) -> Option<bool> {
    let right_to_left =
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    c.is_alphabetic().then_some(right_to_left)
}
