//! CSV: the passages or the differences of fact as a table for spreadsheets, after RFC 4180.

use super::{Source, names};
use crate::{
    offsets::OffsetMap,
    span::{Side, Sides, Span},
};

const PLACES: &str = "left_start,left_end,right_start,right_end,left_text,right_text";

/// The passages as a table.
pub(super) fn passages(source: &Source<'_>) -> Vec<u8> {
    let mut table = CsvTable::new(
        source,
        "number,grade,substance,coverage,weak,by_meaning,pinned,moved,quotation,common,left_words,right_words,counterpart_of",
    );
    for (at, passage) in source.comparison.passages.iter().enumerate() {
        table.number(Some(at + 1));
        table.text(names::grade(passage.grade));
        table.text(names::substance(passage.substance));
        table.text(names::coverage(passage.coverage));
        for flag in [
            passage.weak,
            passage.by_meaning,
            passage.pinned,
            passage.moved,
            passage.quotation,
        ] {
            table.text(if flag { "true" } else { "false" });
        }
        table.number(Some(passage.common));
        table.number(Some(passage.words.left.len()));
        table.number(Some(passage.words.right.len()));
        table.number(passage.primary.map(|better| better + 1));
        table.places(passage.spans);
    }
    table.written.into_bytes()
}

/// The differences of fact as a table.
pub(super) fn facts(source: &Source<'_>) -> Vec<u8> {
    let mut table = CsvTable::new(source, "kind,detail,passage");
    for fact in &source.comparison.facts.differences {
        table.text(names::fact(fact.kind));
        table.text(names::detail(fact.detail));
        table.number(fact.passage.map(|passage| passage + 1));
        table.places(fact.spans);
    }
    table.written.into_bytes()
}

/// A table as far as it is written.
struct CsvTable<'s> {
    source: &'s Source<'s>,
    offsets: Sides<OffsetMap<'s>>,
    written: String,
    /// Whether the row that is open has a cell.
    filled: bool,
}

impl<'s> CsvTable<'s> {
    /// Begins with a byte order mark: without it spreadsheets take UTF-8 for something else.
    fn new(source: &'s Source<'s>, columns: &str) -> Self {
        let documents = source.comparison.documents.as_ref();
        Self {
            source,
            offsets: documents.map(|document| OffsetMap::utf16(document.text)),
            written: format!("\u{feff}{columns},{PLACES}\r\n"),
            filled: false,
        }
    }

    fn next(&mut self) {
        if self.filled {
            self.written.push(',');
        }
        self.filled = true;
    }

    /// A number, or an empty cell.
    fn number(&mut self, number: Option<usize>) {
        self.next();
        if let Some(number) = number {
            self.written.push_str(&number.to_string());
        }
    }

    fn text(&mut self, text: &str) {
        self.next();
        write_cell(text, &mut self.written);
    }

    /// The places and words of both sides, and the end of the row.
    fn places(&mut self, spans: Sides<Span>) {
        for side in Side::BOTH {
            let Span { start, end } = self.offsets.get(side).span(*spans.get(side));
            self.number(Some(start as usize));
            self.number(Some(end as usize));
        }
        for side in Side::BOTH {
            self.text(self.source.words(side, *spans.get(side)));
        }
        self.written.push_str("\r\n");
        self.filled = false;
    }
}

/// What ends a cell for some spreadsheet in some language. A comma does so too, but not inside of quotation marks.
const SEPARATORS: [char; 5] = [';', '|', '\t', '\r', '\n'];

/// Whether a spreadsheet takes it for the beginning of a formula; in some languages the wide forms too.
fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Writes a cell: in quotation marks where a sign in it asks for them, and with an apostrophe before each sign that would
/// begin a formula: at the start of the cell, and behind what another spreadsheet takes for the end of a cell. To read
/// it, take one apostrophe away at each of these places. Linear.
fn write_cell(text: &str, to: &mut String) {
    let quoted = text.contains(|c| matches!(c, '"' | ',') || SEPARATORS.contains(&c));
    if quoted {
        to.push('"');
    }
    // Spaces, apostrophes and, behind a separator, quotation marks do not keep a formula from being one.
    let mut begins = true;
    let mut behind_separator = false;
    for c in text.chars() {
        if is_sign(c) && begins {
            to.push('\'');
        }
        if c == '"' {
            to.push('"');
        }
        to.push(c);
        let is_separator = SEPARATORS.contains(&c);
        behind_separator |= is_separator;
        let passes = matches!(c, ' ' | '\u{a0}' | '\'') || c == '"' && behind_separator;
        begins = is_separator || begins && passes;
    }
    if quoted {
        to.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::write_cell;

    fn cell(text: &str) -> String {
        let mut written = String::new();
        write_cell(text, &mut written);
        written
    }

    #[test]
    fn cells_are_written_for_spreadsheets() {
        let cells = [
            ("plain", "plain"),
            ("a \"b\", c", "\"a \"\"b\"\", c\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"\t'=1\""),
            ("a;=1+1", "\"a;'=1+1\""),
            ("a\t-1", "\"a\t'-1\""),
            ("a\n@b", "\"a\n'@b\""),
            ("a\r\n  ='x'", "\"a\r\n  '='x'\""),
            ("a;\"=1+1\"", "\"a;\"\"'=1+1\"\"\""),
            ("a|＝1", "\"a|'＝1\""),
            ("a;''=1", "\"a;'''=1\""),
            ("  =1", "  '=1"),
            ("\"=1", "\"\"\"=1\""),
            ("a;b", "\"a;b\""),
            ("a-b = c", "a-b = c"),
            ("", ""),
        ];
        for (text, written) in cells {
            assert_eq!(cell(text), written, "{text:?}");
        }
    }

    /// The cell as `docs/exports.md` says that it is read again.
    fn read(written: &str) -> String {
        let inner = written
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .map_or_else(|| written.to_owned(), |inner| inner.replace("\"\"", "\""));
        let chars: Vec<char> = inner.chars().collect();
        let mut text = String::new();
        let (mut begins, mut marks) = (true, false);
        for (at, &c) in chars.iter().enumerate() {
            let sign = chars.get(at + 1).is_some_and(|&next| super::is_sign(next));
            if !(c == '\'' && begins && sign) {
                text.push(c);
            }
            let separator = super::SEPARATORS.contains(&c);
            marks |= separator;
            begins =
                separator || begins && (matches!(c, ' ' | '\u{a0}' | '\'') || c == '"' && marks);
        }
        text
    }

    #[test]
    fn no_separator_makes_a_formula_of_a_part_and_each_cell_can_be_read_again() {
        let parts = [
            ";", "\t", "\n", "\r\n", "|", " ", "\"", "'", "''", "=", "-", "a", ",",
        ];
        for one in parts {
            for two in parts {
                for three in parts {
                    for start in ["x", ""] {
                        let text = format!("{start}{one}{two}{three}=1");
                        let written = cell(&text);
                        assert_eq!(read(&written), text);
                        for piece in format!("1,{written}").split([';', '\t', '|', '\n', '\r']) {
                            let shown = piece.trim_start_matches([' ', '"']);
                            assert!(!shown.starts_with(['=', '+', '-', '@']), "{text:?}");
                        }
                    }
                }
            }
        }
    }
}
