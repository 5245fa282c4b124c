//! A document as pandoc understood it, read from its JSON.

use serde_json::{Deserializer, Value};

use super::formula::formula;
use crate::Failure;

/// The paragraphs of a document as pandoc writes it in JSON, with an empty line between; the notes behind all others. What is
/// struck through is read, but not in pages of the web, where it is what was deleted.
pub(super) fn text(json: &[u8], is_web: bool) -> Result<String, Failure> {
    let mut deserializer = Deserializer::from_slice(json);
    deserializer.disable_recursion_limit();
    let document = serde::Deserialize::deserialize(&mut deserializer);
    let document: Value = document.map_err(|error| format!("pandoc: {error}"))?;
    let mut reader = Reader {
        is_web,
        ..Reader::default()
    };
    let all = &document["blocks"];
    reader.blocks(main_part(all).filter(|_| is_web).unwrap_or(all));
    // A note may have notes.
    let mut at = 0;
    while let Some(note) = reader.notes.get(at) {
        reader.blocks(note);
        at += 1;
    }
    Ok(reader.paragraphs.join("\n\n") + "\n")
}

#[derive(Default)]
struct Reader<'d> {
    paragraphs: Vec<String>,
    /// The paragraph that is being read.
    line: String,
    notes: Vec<&'d Value>,
    is_web: bool,
}

impl<'d> Reader<'d> {
    fn blocks(&mut self, blocks: &'d Value) {
        for block in list(blocks) {
            self.end_paragraph();
            self.block(block);
            self.end_paragraph();
        }
    }

    fn block(&mut self, block: &'d Value) {
        let content = &block["c"];
        match kind(block) {
            "Plain" | "Para" => self.paragraph(content),
            "Header" => self.inlines(&content[2]),
            "CodeBlock" => self.line += text_of(&content[1]),
            "LineBlock" => {
                for line in list(content) {
                    self.inlines(line);
                    self.line.push('\n');
                }
            }
            "BlockQuote" => self.blocks(content),
            "Div" => self.blocks(&content[1]),
            "BulletList" => self.all_blocks(content),
            "OrderedList" => self.all_blocks(&content[1]),
            "DefinitionList" => {
                for entry in list(content) {
                    self.inlines(&entry[0]);
                    self.all_blocks(&entry[1]);
                }
            }
            "Figure" => {
                self.blocks(&content[2]);
                self.blocks(&content[1][1]);
            }
            "Table" => self.table(content),
            // Rules, and what is written for one format alone.
            _ => {}
        }
    }

    /// The blocks of each of several points.
    fn all_blocks(&mut self, points: &'d Value) {
        for point in list(points) {
            self.blocks(point);
        }
    }

    /// A paragraph. One that is a picture alone may be a figure, and what describes it then stands below it.
    fn paragraph(&mut self, inlines: &'d Value) {
        match list(inlines) {
            [one] if kind(one) == "Image" => {
                let is_figure = text_of(&one["c"][2][1]).starts_with("fig:");
                if is_figure {
                    self.inlines(&one["c"][1]);
                }
            }
            _ => self.inlines(inlines),
        }
    }

    /// What a table is called, and its rows: of the head, of the bodies, of the foot.
    fn table(&mut self, content: &'d Value) {
        self.blocks(&content[1][1]);
        let [head, foot] = [3, 5].map(|part| list(&content[part][1]));
        let bodies = list(&content[4]).iter();
        let bodies = bodies.flat_map(|body| list(&body[2]).iter().chain(list(&body[3])));
        for row in head.iter().chain(bodies).chain(foot) {
            self.row(list(&row[1]));
        }
    }

    /// A row: one paragraph with a line for each cell, or, where cells hold several paragraphs, all of those, for then the
    /// table only lays out the page.
    fn row(&mut self, cells: &'d [Value]) {
        let cells: Vec<Vec<String>> = cells.iter().map(|cell| self.cell(&cell[4])).collect();
        let is_layout = cells.iter().any(|paragraphs| paragraphs.len() > 1);
        let paragraphs: Vec<String> = cells.into_iter().flatten().collect();
        if is_layout {
            self.paragraphs.extend(paragraphs);
        } else if !paragraphs.is_empty() {
            self.paragraphs.push(paragraphs.join("\n"));
        }
    }

    fn cell(&mut self, blocks: &'d Value) -> Vec<String> {
        self.end_paragraph();
        let before = std::mem::take(&mut self.paragraphs);
        self.blocks(blocks);
        std::mem::replace(&mut self.paragraphs, before)
    }

    fn inlines(&mut self, inlines: &'d Value) {
        for inline in list(inlines) {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &'d Value) {
        let content = &inline["c"];
        match kind(inline) {
            "Str" => self.line += text_of(content),
            // Of pictures between words no second blank is left.
            "Space" | "SoftBreak" if self.line.ends_with(' ') => {}
            "Space" | "SoftBreak" => self.line.push(' '),
            "LineBreak" => self.line.push('\n'),
            "Strikeout" if self.is_web => {}
            "Emph" | "Underline" | "Strong" | "Strikeout" | "Subscript" | "SmallCaps" => {
                self.inlines(content);
            }
            "Superscript" => self.raised(content),
            "Quoted" => {
                let (open, close) = match kind(&content[0]) {
                    "SingleQuote" => ('‘', '’'),
                    _ => ('“', '”'),
                };
                self.line.push(open);
                self.inlines(&content[1]);
                self.line.push(close);
            }
            "Cite" | "Span" => self.inlines(&content[1]),
            "Link" if !is_way_to_note(content) => self.inlines(&content[1]),
            "Code" => self.line += text_of(&content[1]),
            "Math" => self.line += &formula(text_of(&content[1])),
            "Note" => self.notes.push(content),
            // Pictures, and what is written for one format alone.
            _ => {}
        }
    }

    /// What is raised above the line: the mark of a note goes, a power of a number keeps apart from it.
    fn raised(&mut self, inlines: &'d Value) {
        if list(inlines)
            .iter()
            .any(|it| kind(it) == "Link" && leads_within(&it["c"]))
        {
            return;
        }
        let start = self.line.len();
        self.inlines(inlines);
        let (before, raised) = self.line.split_at(start);
        if is_mark(before, raised.trim()) {
            self.line.truncate(start);
        } else if before.ends_with(|c: char| c.is_ascii_digit())
            && raised.starts_with(|c: char| c.is_ascii_digit() || "-−–".contains(c))
        {
            self.line.insert(start, '^');
        }
    }

    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        let lines: Vec<&str> = line.split('\n').map(str::trim).collect();
        let paragraph = lines.join("\n");
        let paragraph = without_bullet(paragraph.trim());
        if !paragraph.is_empty() && !is_rule(paragraph) {
            self.paragraphs.push(paragraph.to_owned());
        }
    }
}

/// The blocks of a web page that it says are its main part; none if it says nothing. pandoc reads no others from version 3 on.
fn main_part(blocks: &Value) -> Option<&Value> {
    let boxes = list(blocks).iter().filter(|block| kind(block) == "Div");
    let mut boxes = boxes.map(|block| &block["c"]);
    boxes.find_map(|content| {
        let mut attributes = list(&content[0][2]).iter();
        let is_main = attributes.any(|it| text_of(&it[0]) == "role" && text_of(&it[1]) == "main");
        if is_main {
            Some(&content[1])
        } else {
            main_part(&content[1])
        }
    })
}

/// The elements of a list; of what is no list there are none.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn kind(element: &Value) -> &str {
    text_of(&element["t"])
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Whether a link leads to a place in the same document.
fn leads_within(link: &Value) -> bool {
    text_of(&link[2][0]).starts_with('#')
}

/// Whether a link is no more than the mark of a note, or the way back from one.
fn is_way_to_note(link: &Value) -> bool {
    let is_back = |it: &Value| matches!(text_of(it), "footnote-back" | "doc-backlink");
    let [classes, attributes] = [1, 2].map(|part| list(&link[0][part]));
    let is_mark = list(&link[1]).iter().all(|it| kind(it) == "Superscript");
    leads_within(link)
        && (is_mark || classes.iter().any(is_back) || attributes.iter().any(|it| is_back(&it[1])))
}

/// Whether what is raised behind some text is the mark of a note: in brackets, or a figure behind a word longer than units are.
fn is_mark(before: &str, raised: &str) -> bool {
    if raised.len() <= 6 && raised.starts_with('[') && raised.ends_with(']') {
        return true;
    }
    let is_figure = raised.split([',', '–', '-']).all(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    let before = before.trim_end_matches(['"', '”', '»', '’', '.', ',', ';', ':', '!', '?', ')']);
    is_figure
        && before
            .chars()
            .rev()
            .take(4)
            .filter(|c| c.is_alphabetic())
            .count()
            == 4
}

/// A paragraph without the sign of a point that was typed, or that pandoc took for text.
fn without_bullet(paragraph: &str) -> &str {
    let rest = paragraph.trim_start_matches(['•', '◦', '▪', '▫', '‣', '⁃', '●', '○', '■', '□']);
    if rest.len() < paragraph.len() && rest.starts_with(char::is_whitespace) {
        rest.trim_start()
    } else {
        paragraph
    }
}

/// Whether a paragraph is a line that is drawn with signs: three or more of one, as `* * *`.
fn is_rule(paragraph: &str) -> bool {
    let mut signs = paragraph.chars().filter(|c| !c.is_whitespace());
    let Some(first) = signs.next() else {
        return true;
    };
    "-–—―─━═_=*~•·".contains(first) && signs.clone().count() >= 2 && signs.all(|c| c == first)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::text;

    fn of(blocks: Value) -> String {
        let document = json!({"pandoc-api-version": [1, 23], "meta": {}, "blocks": blocks});
        text(document.to_string().as_bytes(), false).expect("a document")
    }

    fn str(text: &str) -> Value {
        json!({"t": "Str", "c": text})
    }

    fn para(inlines: impl Into<Value>) -> Value {
        json!({"t": "Para", "c": inlines.into()})
    }

    fn words(text: &str) -> Value {
        para(vec![str(text)])
    }

    const NONE: [(); 0] = [];

    fn about() -> Value {
        json!(["", [], []])
    }

    fn link(to: &str, inlines: Value) -> Value {
        json!({"t": "Link", "c": [about(), inlines, [to, ""]]})
    }

    fn raised(inlines: Value) -> Value {
        json!({"t": "Superscript", "c": inlines})
    }

    #[test]
    fn points_are_paragraphs_and_rules_are_none() {
        let numbered = json!({"t": "OrderedList", "c": [
            [1, {"t": "Decimal"}, {"t": "Period"}],
            [[words("first"), words("more")], [words("second")]],
        ]});
        let blocks = json!([
            {"t": "Header", "c": [1, about(), [str("Lamp")]]},
            {"t": "BulletList", "c": [[words("one"), numbered], [{"t": "Plain", "c": [str("two")]}]]},
            {"t": "HorizontalRule"},
            {"t": "DefinitionList", "c": [[[str("term")], [[words("meaning")]]]]},
            {"t": "BlockQuote", "c": [words("said")]},
            {"t": "Div", "c": [about(), [words("inside")]]},
            words("• typed"),
            words("—————"),
            words("***"),
            words("– Who is there?"),
            words("- 3"),
        ]);
        let expected =
            "Lamp one first more second two term meaning said inside typed –_Who_is_there? -_3";
        let expected = expected.split(' ').map(|it| it.replace('_', " "));
        let expected: Vec<String> = expected.collect();
        assert_eq!(of(blocks), expected.join("\n\n") + "\n");
        assert_eq!(of(json!([])), "\n");
    }

    #[test]
    fn a_row_is_a_paragraph_with_a_line_for_each_cell() {
        let cell = |blocks: Value| json!([about(), {"t": "AlignDefault"}, 1, 1, blocks]);
        let row = |cells: Vec<Value>| json!([about(), cells]);
        let head = row(vec![
            cell(json!([words("City")])),
            cell(json!([words("Count")])),
        ]);
        let own = row(vec![cell(json!([])), cell(json!([words("North")]))]);
        let layout = row(vec![
            cell(json!([words("a"), words("b")])),
            cell(json!([words("c")])),
        ]);
        let table = json!({"t": "Table", "c": [
            about(),
            [null, [words("Boats")]],
            [],
            [about(), [head]],
            [[about(), 0, [own], [layout]]],
            [about(), [row(vec![cell(json!([words("all")]))])]],
        ]});
        let expected = "Boats\n\nCity\nCount\n\nNorth\n\na\n\nb\n\nc\n\nall\n";
        assert_eq!(of(json!([table])), expected);
    }

    #[test]
    fn notes_stand_at_the_end_and_their_marks_go() {
        let note = |blocks: Value| json!({"t": "Note", "c": blocks});
        let inner = para(vec![str("note"), note(json!([words("of a note")]))]);
        let marked = para(vec![
            str("boats"),
            raised(json!([link("#n1", json!([str("[1]")]))])),
            link("#n2", json!([raised(json!([str("2")]))])),
            raised(json!([str("3,4")])),
            json!({"t": "Space"}),
            link("#further", json!([str("further")])),
            json!({"t": "Link", "c": [["", ["footnote-back"], []], [str("back")], ["#r", ""]]}),
        ]);
        let blocks = json!([
            para(vec![str("text"), note(json!([inner]))]),
            marked,
            words("end")
        ]);
        assert_eq!(
            of(blocks),
            "text\n\nboats further\n\nend\n\nnote\n\nof a note\n"
        );
    }

    #[test]
    fn a_line_is_written_as_it_is_read() {
        let power = |of: &str, to: &str| para(vec![str(of), raised(json!([str(to)]))]);
        let quoted = json!({"t": "Quoted", "c": [{"t": "SingleQuote"}, [str("q")]]});
        let image =
            |title: &str| json!({"t": "Image", "c": [about(), [str("alt")], ["a.png", title]]});
        let cases = [
            (power("10", "6"), "10^6"),
            (power("km", "2"), "km2"),
            (power("1", "st"), "1st"),
            (power("boats", "2"), "boats"),
            (
                para(vec![str("a"), json!({"t": "LineBreak"}), str("b")]),
                "a\nb",
            ),
            (
                para(vec![
                    str("a"),
                    json!({"t": "Space"}),
                    image(""),
                    json!({"t": "SoftBreak"}),
                    str("b"),
                ]),
                "a b",
            ),
            (para(vec![image("fig:")]), "alt"),
            (para(vec![image("")]), ""),
            (para(vec![quoted]), "‘q’"),
            (
                para(vec![
                    json!({"t": "Math", "c": [{"t": "InlineMath"}, "x^{2}+y_{ij}"]}),
                ]),
                "x^2+y_{ij}",
            ),
            (
                para(vec![
                    json!({"t": "Span", "c": [about(), [{"t": "Strong", "c": [str("b")]}]]}),
                ]),
                "b",
            ),
            (
                para(vec![
                    json!({"t": "RawInline", "c": ["html", "<b>"]}),
                    json!({"t": "Code", "c": [about(), "x"]}),
                ]),
                "x",
            ),
            (json!({"t": "CodeBlock", "c": [about(), "a\n  b"]}), "a\nb"),
            (
                json!({"t": "LineBlock", "c": [[str("a")], [str("b")]]}),
                "a\nb",
            ),
            (
                json!({"t": "Figure", "c": [about(), [null, [words("below")]], [para(vec![image("")])]]}),
                "below",
            ),
            (json!({"t": "Unknown", "c": NONE}), ""),
        ];
        for (block, expected) in cases {
            assert_eq!(of(json!([block])), format!("{expected}\n"), "{block}");
        }
    }

    #[test]
    fn of_a_web_page_the_main_part_is_read() {
        let main = json!(["", [], [["role", "main"]]]);
        let main = json!({"t": "Div", "c": [main, [words("the article")]]});
        let blocks = json!([words("menu"), {"t": "Div", "c": [about(), [words("more"), main]]}]);
        let document = json!({ "blocks": blocks }).to_string();
        let read = |is_web| text(document.as_bytes(), is_web).expect("a document");
        assert_eq!(read(true), "the article\n");
        assert_eq!(read(false), "menu\n\nmore\n\nthe article\n");
    }

    #[test]
    fn what_a_web_page_strikes_through_was_deleted() {
        let struck = json!({"t": "Strikeout", "c": [str("four")]});
        let document = json!({"blocks": [para(vec![struck, str("five")])]}).to_string();
        assert_eq!(text(document.as_bytes(), true).as_deref(), Ok("five\n"));
        assert_eq!(
            text(document.as_bytes(), false).as_deref(),
            Ok("fourfive\n")
        );
    }
}
