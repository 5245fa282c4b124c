//! JSON, byte for byte as JavaScript writes it: with two blanks a level, or on one line.

/// Writes one document, value by value. No method is inlined: each is called in a hundred places, and never where it is
/// worth time.
#[derive(Default)]
pub(super) struct JsonWriter {
    text: String,
    depth: usize,
    /// Whether the object or list that is open holds something.
    filled: bool,
    /// Whether a key stands before the next value.
    keyed: bool,
    /// Whether all stands on one line.
    on_one_line: bool,
}

impl JsonWriter {
    /// Writes all on one line, without blanks.
    pub(super) fn on_one_line() -> Self {
        Self {
            on_one_line: true,
            ..Self::default()
        }
    }

    /// Begins an object.
    #[inline(never)]
    pub(super) fn object(&mut self) {
        self.begin('{');
    }

    /// Begins a list.
    #[inline(never)]
    pub(super) fn list(&mut self) {
        self.begin('[');
    }

    #[inline(never)]
    pub(super) fn end_object(&mut self) {
        self.end('}');
    }

    #[inline(never)]
    pub(super) fn end_list(&mut self) {
        self.end(']');
    }

    /// The key of the next value.
    #[inline(never)]
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.next();
        self.quoted(key);
        self.text
            .push_str(if self.on_one_line { ":" } else { ": " });
        self.keyed = true;
        self
    }

    #[inline(never)]
    pub(super) fn string(&mut self, value: &str) {
        self.next();
        self.quoted(value);
    }

    /// A string, or null.
    #[inline(never)]
    pub(super) fn line(&mut self, value: Option<&str>) {
        match value {
            Some(value) => self.string(value),
            None => self.raw("null"),
        }
    }

    #[inline(never)]
    pub(super) fn number(&mut self, value: usize) {
        self.raw(&value.to_string());
    }

    /// The number from 1 of an index, or null.
    #[inline(never)]
    pub(super) fn ordinal(&mut self, index: Option<usize>) {
        match index {
            Some(index) => self.number(index + 1),
            None => self.raw("null"),
        }
    }

    #[inline(never)]
    pub(super) fn flag(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// The document, with a line end.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.text.push('\n');
        self.text.into_bytes()
    }

    fn raw(&mut self, value: &str) {
        self.next();
        self.text.push_str(value);
    }

    fn begin(&mut self, bracket: char) {
        self.next();
        self.text.push(bracket);
        self.depth += 1;
        self.filled = false;
    }

    fn end(&mut self, bracket: char) {
        self.depth -= 1;
        if self.filled {
            self.new_line();
        }
        self.text.push(bracket);
        self.filled = true;
    }

    /// Makes room for the next key or value.
    #[inline(never)]
    fn next(&mut self) {
        if std::mem::take(&mut self.keyed) {
            return;
        }
        if self.filled {
            self.text.push(',');
        }
        if self.depth > 0 {
            self.new_line();
        }
        self.filled = true;
    }

    #[inline(never)]
    fn new_line(&mut self) {
        if self.on_one_line {
            return;
        }
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn quoted(&mut self, value: &str) {
        self.text.push('"');
        for c in value.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                c if c < ' ' => {
                    let digit = |of: u32| char::from_digit(of & 15, 16).unwrap_or('0');
                    self.text.push_str("\\u00");
                    self.text.push(digit(c as u32 >> 4));
                    self.text.push(digit(c as u32));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::JsonWriter;

    #[test]
    fn writes_as_javascript_does() {
        let mut json = JsonWriter::default();
        json.object();
        json.key("a")
            .string("x\"\\\n\r\t\u{8}\u{c}\u{1f}\u{7f}é\u{2028}");
        json.key("b").list();
        json.number(1);
        json.ordinal(None);
        json.object();
        json.end_object();
        json.list();
        json.end_list();
        json.end_list();
        json.key("c").flag(true);
        json.end_object();
        let written = String::from_utf8(json.finish()).expect("it is UTF-8");
        let expected = "{\n  \"a\": \"x\\\"\\\\\\n\\r\\t\\b\\f\\u001f\u{7f}é\u{2028}\",\n  \"b\": [\n    1,\n    null,\n    {},\n    []\n  ],\n  \"c\": true\n}\n";
        assert_eq!(written, expected);
        let mut json = JsonWriter::on_one_line();
        json.object();
        json.key("a").number(1);
        json.key("b").line(None);
        json.end_object();
        assert_eq!(json.finish(), b"{\"a\":1,\"b\":null}\n");
    }
}
