//! One line, and what it looks like by itself.

use super::{
    super::{Boilerplate, Document, Token, TokenKind, roles::Shape, scripts::is_dash},
    words,
};

/// Longer lines are running text; only rights notices are longer.
const MOST_WORDS: usize = 40;
const MOST_RIGHTS_WORDS: usize = 80;
const MOST_NOTICE_WORDS: usize = 20;
const MOST_BYLINE_WORDS: usize = 12;

/// Bytes in which the first words of a notice stand; the longest phrase has half of it.
const START: usize = 80;

/// A title has at least so many letters and words, or it is taken for a section of the site.
const TITLE_LETTERS: usize = 15;
const TITLE_WORDS: usize = 3;

/// Letters of the sections before a title in a breadcrumb, and of the name of the site or a picture
/// credit behind it; by eye on news sites.
const CRUMB_LETTERS: usize = 60;
const CREDIT_LETTERS: usize = 24;

pub(super) struct Line<'d> {
    text: &'d str,
    tokens: &'d [Token],
    shape: Shape,
    /// Words and numbers in it.
    words: usize,
    /// Its text in lower case, with straight quotes and single blanks, marks at the start left out; only
    /// the start of a line that ends as a sentence, nothing of one that is too long for boilerplate.
    folded: String,
    /// Its letters and digits alone, in lower case; empty for a line that is too long for a title.
    pub(super) letters: String,
}

impl<'d> Line<'d> {
    pub(super) fn new(document: &'d Document<'_>, paragraph: usize, shape: Shape) -> Self {
        let tokens = document.tokens_of(paragraph);
        let words = tokens
            .iter()
            .filter(|token| token.kind != TokenKind::Punctuation)
            .count();
        let text = &document.text[document.paragraphs[paragraph].span.range()];
        let (mut folded, mut letters) = (String::new(), String::new());
        if words <= MOST_NOTICE_WORDS || !shape.stops && words <= MOST_WORDS {
            folded = fold(text);
            letters.extend(folded.chars().filter(|c| c.is_alphanumeric()));
        } else if words <= MOST_RIGHTS_WORDS {
            // What is long and ends as a sentence is told by its first words alone.
            folded = fold(&text[..text.floor_char_boundary(START)]);
        }
        Self {
            text,
            tokens,
            shape,
            words,
            folded,
            letters,
        }
    }

    /// What the line is wherever it stands, because it says so.
    pub(super) fn by_itself(&self) -> Option<Boilerplate> {
        let short = self.shape.quarters <= 4 * MOST_WORDS;
        let quoted = self.text.starts_with(['"', '“', '„', '«', '‘', '\'']);
        if self.words == 0 || quoted || self.folded.is_empty() {
            return None;
        }
        if self.is_rights() {
            Some(Boilerplate::Rights)
        } else if !short {
            None
        } else if words::LABELS
            .contains(&self.folded.trim_end_matches(|c: char| !c.is_alphanumeric()))
        {
            Some(Boilerplate::Navigation)
        } else if self.is_labelled(words::CREDITS) || self.starts(words::CREDIT_STARTS) {
            Some(Boilerplate::Metadata)
        } else if self.is_labelled(words::LINKS) && !self.shape.stops {
            Some(Boilerplate::Navigation)
        } else if self.starts(words::TIME_LABELS)
            && self.tells_time()
            && self.words <= 14
            && !self.shape.stops
        {
            Some(Boilerplate::Dateline)
        } else if self.starts(words::PROMOTIONS) {
            Some(Boilerplate::Promotion)
        } else {
            None
        }
    }

    /// A notice begins with its sign or formula, or is short and names a year: an article about
    /// copyright has the formula in a sentence.
    fn is_rights(&self) -> bool {
        let formula = words::RIGHTS
            .iter()
            .any(|words| self.folded.contains(words));
        let sign = self.text.contains('©')
            || self.folded.starts_with("(c) ")
            || self.starts(&["copyright"]);
        let short = self.words <= MOST_NOTICE_WORDS;
        self.starts(words::RIGHTS)
            || sign && (formula || self.has_year())
            || formula && short && self.has_year()
    }

    fn has_year(&self) -> bool {
        self.tokens.iter().any(|token| self.is_year(token))
    }

    fn is_year(&self, token: &Token) -> bool {
        let number = self.str(token);
        number.len() == 4
            && (number.starts_with("19") || number.starts_with("20"))
            && token.kind == TokenKind::Number
    }

    fn is_day(&self, token: &Token) -> bool {
        self.str(token).len() <= 2
    }

    fn str(&self, token: &Token) -> &'d str {
        let base = self.tokens.first().map_or(0, |first| first.span.start);
        &self.text[(token.span.start - base) as usize..(token.span.end - base) as usize]
    }

    /// Whether it starts with one of the phrases, as whole words.
    fn starts(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.behind(phrase).is_some())
    }

    /// What stands behind a phrase at the start of the line.
    fn behind(&self, phrase: &str) -> Option<&str> {
        let rest = self.folded.trim_start_matches('(').strip_prefix(phrase)?;
        let whole = !phrase.is_ascii() || !rest.starts_with(char::is_alphanumeric);
        whole.then_some(rest)
    }

    /// Whether it starts with a phrase and a colon or bar.
    fn is_labelled(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let rest = self.behind(phrase).map(str::trim_start);
            rest.is_some_and(|rest| rest.starts_with([':', '|', '：', '/', '»', '>']))
        })
    }

    /// Whether it tells nothing but a date or time.
    pub(super) fn is_date(&self) -> bool {
        let of_time = |token: &Token| {
            let word = self.str(token).to_lowercase();
            token.kind != TokenKind::Word
                || is_ordinal(&word)
                || [words::MONTHS_AND_DAYS, words::TIME_WORDS]
                    .iter()
                    .any(|list| list.contains(&word.as_str()))
                || words::TIME_LABELS
                    .iter()
                    .any(|label| label.split(' ').any(|part| part == word))
        };
        (1..=16).contains(&self.words) && self.tells_time() && self.tokens.iter().all(of_time)
    }

    /// Whether it has a figure and something that makes it a date or time: a month or day, or digits
    /// written as dates and times are.
    fn tells_time(&self) -> bool {
        let figure = self
            .tokens
            .iter()
            .any(|token| self.str(token).starts_with(char::is_numeric));
        let named = || {
            self.tokens.iter().any(|token| {
                words::MONTHS_AND_DAYS.contains(&self.str(token).to_lowercase().as_str())
            })
        };
        figure && (named() || self.has_clock_or_date() || self.has_dotted_date())
    }

    /// `09:36`, `2024-05-16`, `16/05/2024`.
    fn has_clock_or_date(&self) -> bool {
        self.tokens.windows(3).any(|three| {
            let [a, mark, b] = three else { return false };
            let numbers = a.kind == TokenKind::Number && b.kind == TokenKind::Number;
            let glued = a.span.end == mark.span.start && mark.span.end == b.span.start;
            let mark = self.str(mark);
            let clock = mark == ":" && self.str(b).len() == 2;
            let separates = mark == "/" || mark.starts_with(is_dash);
            let date = separates
                && (self.is_year(a) && self.is_day(b) || self.is_day(a) && self.is_year(b));
            numbers && glued && (clock || date)
        })
    }

    /// `16.05.2024`, which is one token.
    fn has_dotted_date(&self) -> bool {
        let is_date = |word: &str| word.len() >= 6 && word.split('.').count() == 3;
        self.tokens
            .iter()
            .any(|token| token.kind == TokenKind::Number && is_date(self.str(token)))
    }

    /// `12 C`, `-3°`, `68 °F, cloudy`, `Northport 14 °C, light rain`.
    pub(super) fn is_weather(&self) -> bool {
        let mut parts = self
            .tokens
            .iter()
            .map(|token| self.str(token))
            .skip_while(|part| part.starts_with(is_dash));
        let figure = parts
            .next()
            .is_some_and(|part| part.len() <= 4 && part.starts_with(|c: char| c.is_ascii_digit()));
        let unit = parts.find(|part| !matches!(*part, "°" | "º"));
        let scale = matches!(unit, Some("C" | "F" | "c" | "f")) && self.words == 2;
        figure && scale || self.has_degrees() && self.words <= 6 && !self.shape.stops
    }

    /// Whether a figure has the sign of a degree behind it.
    fn has_degrees(&self) -> bool {
        let is_degree = |c: char| matches!(c, '°' | 'º' | '℃' | '℉');
        let figures = self.folded.split(is_degree).rev().skip(1);
        let mut before = figures.map(str::trim_end);
        before.any(|text| text.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Up to four words with capitals.
    pub(super) fn is_place(&self) -> bool {
        let named = |token: &Token| {
            token.kind != TokenKind::Word || !self.str(token).starts_with(char::is_lowercase)
        };
        (1..=4).contains(&self.words) && !self.shape.stops && self.tokens.iter().all(named)
    }

    /// `By Ann Lee`, `By our river correspondent, with Coast Press`, `International Desk |`, `Staff Reporter`.
    pub(super) fn is_byline(&self) -> bool {
        let ends = |tail: &str| {
            self.folded
                .trim_end_matches([' ', '|', ','])
                .ends_with(tail)
        };
        let desk = self.folded.ends_with('|')
            || [
                " desk",
                "staff reporter",
                "staff writer",
                "staff correspondent",
            ]
            .into_iter()
            .any(ends);
        let by = self.behind("by").is_some() && self.is_written_by();
        let short = (1..=6).contains(&self.words) && (desk || by);
        !self.shape.ends && (short || self.is_by_reporter())
    }

    /// Whether it begins with `By` and names somebody by what they are.
    fn is_by_reporter(&self) -> bool {
        let is_reporter = |word: &str| words::REPORTERS.contains(&word);
        let mut words = self.folded.split(|c: char| !c.is_alphanumeric());
        (2..=MOST_BYLINE_WORDS).contains(&self.words)
            && self.starts(&["by"])
            && words.any(is_reporter)
    }

    /// Whether all words behind `By` are names, or `and` between them.
    fn is_written_by(&self) -> bool {
        let mut names = self
            .tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| self.str(token))
            .skip(1);
        self.words > 1 && names.all(|name| name == "and" || name.starts_with(char::is_uppercase))
    }

    /// `Home > World > Asia`, `News | Politics | Elections`, `Share | Print | Save`.
    pub(super) fn is_breadcrumb(&self) -> bool {
        let parts: Vec<&str> = self
            .folded
            .split(['>', '›', '»', '|', '/', '→', '·', '•'])
            .collect();
        let sections = parts
            .iter()
            .filter(|part| words::SECTIONS.contains(&part.trim()))
            .count();
        // Bars and arrows are hardly ever written but in menus; dots and slashes need a known section.
        let menu = |part: &str| part.split(['>', '›', '»', '|', '→']).count() >= 3;
        parts.len() >= 3
            && (sections > 0 || menu(&self.folded))
            && !self.shape.stops
            && parts
                .iter()
                .all(|part| (1..=3).contains(&part.split_whitespace().count()))
    }

    /// A word or two, as an entry of a menu is.
    pub(super) fn is_short(&self) -> bool {
        (1..=2).contains(&self.words) && !self.shape.ends
    }

    pub(super) fn is_section(&self) -> bool {
        words::SECTIONS.contains(&self.folded.as_str())
    }

    pub(super) fn is_trailer(&self) -> bool {
        (1..=8).contains(&self.words) && !self.shape.stops && self.starts(words::TRAILERS)
    }

    pub(super) fn may_be_title(&self) -> bool {
        self.words >= TITLE_WORDS
            && self.letters.len() >= TITLE_LETTERS
            && !self.shape.stops
            && !self.is_credit()
    }

    fn is_credit(&self) -> bool {
        words::CREDIT_ENDS
            .iter()
            .any(|tail| self.folded.ends_with(tail))
    }

    /// What this line is if `title` is the title: the same again, alone or with a name or credit behind
    /// it, or behind a breadcrumb.
    pub(super) fn repeats(&self, title: &Self) -> Option<Boilerplate> {
        if let Some(tail) = self.letters.strip_prefix(&title.letters) {
            let short = tail.len() <= CREDIT_LETTERS && !self.shape.stops;
            return (tail.is_empty() || short).then_some(Boilerplate::Repeated);
        }
        let head = self.letters.strip_suffix(&title.letters)?;
        let sections = words::SECTIONS
            .iter()
            .any(|section| head.starts_with(&section.replace(' ', "")));
        (head.len() <= CRUMB_LETTERS && sections).then_some(Boilerplate::Navigation)
    }
}

/// `1st`, `22nd`.
fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    word.len() == digits.len() + 2
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn fold(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let mut folded = String::with_capacity(start.len());
    for word in start.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' => folded.push('\''),
                '“' | '”' => folded.push('"'),
                c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
                c => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}
