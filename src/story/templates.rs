//! The sentences of each language, with forms for one and for many.
//!
//! A further language is a file like `en.txt` and a line in [`LANGUAGES`]. A line of a file is `key: sentence`; `{name}`
//! stands for what is put in. A key that ends with `.one` is for the number 1, one that ends with `.other` for all others.

use crate::document::{is_directional, is_right_to_left};

/// A language that sentences can be made in.
#[derive(Clone, Copy, Debug)]
pub struct Language(&'static LanguageTemplates);

#[derive(Debug)]
struct LanguageTemplates {
    /// ISO 639 code.
    code: &'static str,
    lines: &'static str,
}

/// The first is taken where none is asked for.
static LANGUAGES: [LanguageTemplates; 2] = [
    LanguageTemplates {
        code: "en",
        lines: include_str!("en.txt"),
    },
    LanguageTemplates {
        code: "de",
        lines: include_str!("de.txt"),
    },
];

impl Default for Language {
    fn default() -> Self {
        Self(&LANGUAGES[0])
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Language {
    /// The codes of all languages.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|table| table.code)
    }

    /// The language of a code such as `de` or `de-AT`; none if there is no table of it.
    pub fn of(code: &str) -> Option<Self> {
        let main = code.split(['-', '_']).next().unwrap_or_default();
        let known = LANGUAGES.iter().find(|table| table.code == main);
        known.map(Self)
    }

    /// The line of a key; empty if there is none.
    fn line(self, key: &str) -> &'static str {
        let mut lines = self
            .0
            .lines
            .lines()
            .filter_map(|line| line.split_once(": "));
        let found = lines.find(|(known, _)| *known == key);
        found.map_or("", |(_, line)| line)
    }

    /// A phrase of the forms that are read, such as `form-facts`, with its gaps filled; empty if there is none of that key.
    pub fn phrase(self, key: &str, gaps: &[(&str, String)]) -> String {
        self.say(key, gaps)
    }

    /// The same in the form for a number, which fills the gap `n`.
    pub fn counted(self, key: &str, n: usize) -> String {
        self.count(key, n, &[])
    }

    /// A sentence with its gaps filled.
    pub(super) fn say(self, key: &str, gaps: &[(&str, String)]) -> String {
        let mut out = String::new();
        let mut rest = self.line(key);
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
            let gap = gaps.iter().find(|(known, _)| *known == name);
            out.push_str(before);
            out.push_str(gap.map_or("", |(_, text)| text));
            rest = behind;
        }
        out.push_str(rest);
        if has_two_stops(&out) {
            out.pop();
        }
        out
    }

    /// A sentence in the form for a number, which fills the gap `n`.
    pub(super) fn count(self, key: &str, n: usize, gaps: &[(&str, String)]) -> String {
        let form = if n == 1 { "one" } else { "other" };
        let mut gaps = gaps.to_vec();
        gaps.push(("n", self.number(n)));
        self.say(&format!("{key}.{form}"), &gaps)
    }

    /// A number with its thousands apart.
    pub(super) fn number(self, n: usize) -> String {
        let digits = n.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(self.line("thousands"));
            }
            out.push(digit);
        }
        out
    }

    /// A share in hundredths. A little is never nothing, and nearly all is never all.
    pub(super) fn percent(self, part: usize, all: usize) -> String {
        let share = part as f64 / all.max(1) as f64;
        let (less, hundredths) = match (part, share) {
            (0, _) => ("", 0),
            (_, ..0.01) => ("<", 1),
            _ if part < all => ("", ((100.0 * share).round() as usize).min(99)),
            _ => ("", 100),
        };
        let number = format!("{less}{hundredths}");
        self.say("percent", &[("n", number)])
    }

    /// A text in quotation marks. Marks inside become single ones, and white space one blank.
    pub(super) fn quote(self, text: &str) -> String {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let single = |c: char| match c {
            '“' => '‘',
            '”' => '’',
            '„' => '‚',
            '"' => '\'',
            other => other,
        };
        let text: String = words.chars().map(single).collect();
        self.say("quote", &[("text", isolated(text))])
    }

    /// Some texts as a list: a, b and c.
    pub(super) fn list(self, texts: &[String]) -> String {
        match texts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.say("list", &[("a", first.join(", ")), ("b", last.clone())]),
        }
    }
}

/// A text that is put into a sentence: one with words from right to left stands between the marks of an isolate, so that
/// what stands left and right in the sentence stays there (UAX #9).
pub(crate) fn isolated(text: String) -> String {
    match text.contains(|c| is_right_to_left(c) || is_directional(c)) {
        true => format!("\u{2068}{text}{ISOLATE_END}"),
        false => text,
    }
}

const ISOLATE_END: char = '\u{2069}';

/// Whether a sentence ends with a stop behind a quotation that ends with one: `“… in June.”.`
fn has_two_stops(sentence: &str) -> bool {
    let quoted = sentence
        .strip_suffix('.')
        .and_then(|rest| rest.strip_suffix(['”', '“', '’', '‘']));
    quoted.is_some_and(|rest| {
        let rest = rest.strip_suffix(ISOLATE_END).unwrap_or(rest);
        rest.ends_with(['.', '!', '?'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of a table, each with its gaps in alphabetical order.
    fn keys(table: &LanguageTemplates) -> Vec<(&str, Vec<&str>)> {
        let lines = table.lines.lines().filter_map(|line| line.split_once(": "));
        let gaps = |line: &'static str| {
            let mut gaps: Vec<&str> = line
                .split('{')
                .skip(1)
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| name)
                .filter(|name| *name != "n")
                .collect();
            gaps.sort_unstable();
            gaps
        };
        let mut keys: Vec<_> = lines.map(|(key, line)| (key, gaps(line))).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn all_languages_have_the_same_lines_and_gaps() {
        let [first, others @ ..] = &LANGUAGES;
        assert!(keys(first).len() > 20);
        for table in others {
            assert_eq!(keys(table), keys(first), "{}", table.code);
        }
    }

    #[test]
    fn numbers_shares_and_lists() {
        let [en, de] = ["en-GB", "de"].map(|code| Language::of(code).expect("a table"));
        assert!(Language::of("xx").is_none());
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(de.number(1_234), "1.234");
        assert_eq!(en.number(999), "999");
        for (part, all, english) in [
            (0, 10, "0%"),
            (1, 1000, "<1%"),
            (999, 1000, "99%"),
            (10, 10, "100%"),
            (0, 0, "0%"),
        ] {
            assert_eq!(en.percent(part, all), english);
        }
        assert_eq!(de.percent(1, 2), "50\u{A0}%");
        let three = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(en.list(&three), "a, b and c");
        assert_eq!(de.list(&three[..2]), "a und b");
        assert_eq!(en.list(&three[..1]), "a");
        assert_eq!(en.quote("she  said\n“no”"), "“she said ‘no’”");
        assert_eq!(de.quote("nein"), "„nein“");
        assert_eq!(en.quote("40 שנה"), "“\u{2068}40 שנה\u{2069}”");
        assert_eq!(
            en.quote("turned \u{202E}round"),
            "“\u{2068}turned \u{202E}round\u{2069}”"
        );
        assert_eq!(en.quote("a — é 北京 नमस्ते 😀"), "“a — é 北京 नमस्ते 😀”");
        assert!(has_two_stops("It quotes “\u{2068}שלום.\u{2069}”."));
        assert!(has_two_stops("It quotes “We sail.”.") && has_two_stops("Es zitiert „Wann?“."));
        assert!(!has_two_stops("It quotes “We sail”.") && !has_two_stops("It quotes “We sail.”"));
        assert!(!has_two_stops("It quotes “We sail …”."));
    }
}
