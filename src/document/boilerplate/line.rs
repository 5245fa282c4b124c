//! One line, and what it looks like by itself.

use super::super::{
    Boilerplate, Document, QuarterWords, Token, TokenKind, scripts::is_dash, shape::Shape,
};
use crate::language::{self, Class, Classes, Languages};

// Greatest lengths of a line, in words and numbers. By eye on news sites.

/// Of boilerplate; longer lines are running text, but for rights notices.
const MOST_WORDS: usize = 40;
/// Of a rights notice.
const MOST_RIGHTS_WORDS: usize = 80;
/// Of another notice: an invitation to subscribe, to share.
const MOST_NOTICE_WORDS: usize = 20;
/// Of a byline.
const MOST_BYLINE_WORDS: usize = 12;
/// Of a line that tells nothing but the time, with the time of an update.
const MOST_TIME_WORDS: usize = 16;

/// Bytes of the shortest short name of a month or day that makes a line one of time: shorter ones are other words.
const SHORTEST_NAME: usize = 3;

/// Bytes in which the first words of a notice stand: twice those of the longest phrase.
const START: usize = 80;

/// Least letters and words of a title; a shorter one is taken for a section of the site. By eye on news sites.
const TITLE_LETTERS: usize = 15;
const TITLE_WORDS: usize = 3;

/// Letters of the sections before a title in a breadcrumb, and of the name of the site or a picture
/// credit behind it; by eye on news sites.
const CRUMB_LETTERS: usize = 60;
const CREDIT_LETTERS: usize = 24;

/// What makes a line one of time.
const FULL_NAMES: Classes =
    Classes::of(&[Class::Month, Class::Weekday, Class::After, Class::Before]);
const SHORT_NAMES: Classes = Classes::of(&[Class::ShortMonth, Class::ShortWeekday]);
/// What stands in a line that tells nothing but the time.
const OF_TIME: Classes = Classes::of(&[
    Class::Month,
    Class::ShortMonth,
    Class::Weekday,
    Class::ShortWeekday,
    Class::TimeLabel,
    Class::TimeWord,
    Class::After,
    Class::Before,
    Class::DateLink,
    Class::OrdinalEnd,
]);

pub(super) struct PageLine<'d> {
    text: &'d str,
    tokens: &'d [Token],
    shape: Shape,
    /// Words and numbers in it.
    words: usize,
    /// Those of the text, and English.
    languages: Languages,
    /// Its text in lower case, with straight quotes and single blanks, marks at the start left out; only
    /// the start of a line that ends as a sentence, nothing of one that is too long for boilerplate.
    folded: String,
    /// Its letters and digits alone, in lower case; empty for a line that is too long for a title.
    pub(super) letters: String,
}

impl<'d> PageLine<'d> {
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
            languages: document.languages.and(english()),
            folded,
            letters,
        }
    }

    /// What the line is wherever it stands, because it says so.
    pub(super) fn by_itself(&self) -> Option<Boilerplate> {
        let short = self.shape.length <= QuarterWords::of_words(MOST_WORDS);
        let quoted = self.text.starts_with(|c| language::opens(c, true));
        if self.words == 0 || quoted || self.folded.is_empty() {
            return None;
        }
        if self.is_rights() {
            Some(Boilerplate::Rights)
        } else if !short {
            None
        } else if self.is(Class::Label) {
            Some(Boilerplate::Navigation)
        } else if self.is_labelled(Class::Credit) || self.starts(Class::CreditStart) {
            Some(Boilerplate::Metadata)
        } else if self.is_labelled(Class::Link) && !self.shape.stops {
            Some(Boilerplate::Navigation)
        } else if self.starts(Class::TimeLabel)
            && self.tells_time()
            && self.words <= 14
            && !self.shape.stops
        {
            Some(Boilerplate::Dateline)
        } else if self.starts(Class::Promotion) {
            Some(Boilerplate::Promotion)
        } else {
            None
        }
    }

    /// A notice begins with its sign or formula, or is short and names a year: an article about
    /// copyright has the formula in a sentence.
    fn is_rights(&self) -> bool {
        let sign = self.text.contains('©')
            || self.folded.starts_with("(c) ")
            || self.starts(Class::RightsStart);
        let short = self.words <= MOST_NOTICE_WORDS;
        self.starts(Class::Rights)
            || sign && (self.has_year() || self.has_formula())
            || short && self.has_year() && self.has_formula()
    }

    fn has_formula(&self) -> bool {
        language::all(Class::Rights).any(|words| self.folded.contains(words))
    }

    fn has_year(&self) -> bool {
        self.tokens.iter().any(|token| self.is_year(token))
    }

    fn is_year(&self, token: &Token) -> bool {
        language::year(self.str(token)).is_some()
    }

    fn is_day(&self, token: &Token) -> bool {
        self.str(token).len() <= 2
    }

    fn str(&self, token: &Token) -> &'d str {
        let base = self.tokens.first().map_or(0, |first| first.span.start);
        &self.text[(token.span.start - base) as usize..(token.span.end - base) as usize]
    }

    /// Whether it is a phrase of a class and nothing else.
    fn is(&self, class: Class) -> bool {
        let bare = self.folded.trim_end_matches(|c: char| !c.is_alphanumeric());
        language::is(bare, class, Languages::ALL)
    }

    /// Whether it starts with a phrase of a class, as whole words.
    fn starts(&self, class: Class) -> bool {
        self.behind(class).is_some()
    }

    /// What stands behind a phrase of a class at the start of the line. Phrases of all languages: the page around an
    /// article need not be in its own.
    fn behind(&self, class: Class) -> Option<&str> {
        let start = self.folded.trim_start_matches('(');
        let (_, len) = language::starting(start, Languages::ALL, Classes::of(&[class]))?;
        Some(&start[len..])
    }

    /// Whether it starts with a phrase and a colon or bar.
    fn is_labelled(&self, class: Class) -> bool {
        let rest = self.behind(class).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with([':', '|', '：', '/', '»', '>']))
    }

    /// Whether it tells nothing but a date or time.
    pub(super) fn is_date(&self) -> bool {
        (1..=MOST_TIME_WORDS).contains(&self.words)
            && self.tells_time()
            && tells_only_time(self.text)
    }

    /// Whether it has a figure and something that makes it a date or time: a month or day, or digits
    /// written as dates and times are.
    fn tells_time(&self) -> bool {
        let mut texts = self.tokens.iter().map(|token| self.str(token));
        texts.any(|text| text.starts_with(char::is_numeric))
            && (self.names_time() || self.has_clock_or_date() || self.has_dotted_date())
    }

    /// Whether it has the name of a month or day: in full in any language, short in its own or in English.
    fn names_time(&self) -> bool {
        let base = self.tokens.first().map_or(0, |first| first.span.start);
        self.tokens.iter().any(|token| {
            let rest = &self.text[(token.span.start - base) as usize..];
            let rest = rest.trim_start_matches(|c| language::digit(c).is_some());
            language::starting(rest, Languages::ALL, FULL_NAMES).is_some()
                || language::starting(rest, self.languages, SHORT_NAMES)
                    .is_some_and(|(_, len)| len >= SHORTEST_NAME)
        })
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

    /// `By Ann Lee`, `By our river correspondent, with Coast Press`, `International Desk |`, `Staff Reporter`; below
    /// the title also `Von Anna Lee`: above it, "of" in most languages begins a title.
    pub(super) fn is_byline(&self, below_title: bool) -> bool {
        let bare = self.folded.trim_end_matches([' ', '|', ',']);
        let desk = self.folded.ends_with('|')
            || language::all(Class::Desk).any(|tail| bare.ends_with(tail));
        let by = self.is_written_by(below_title);
        let short = (1..=6).contains(&self.words) && (desk || by);
        !self.shape.ends && (short || self.is_by_reporter())
    }

    /// Whether it begins with `By` and names somebody by what they are.
    fn is_by_reporter(&self) -> bool {
        let is_reporter = |word| language::is(word, Class::Reporter, Languages::ALL);
        let mut words = self.folded.split(|c: char| !c.is_alphanumeric());
        (2..=MOST_BYLINE_WORDS).contains(&self.words)
            && self.starts(Class::By)
            && words.any(is_reporter)
    }

    /// Whether it begins with `By`, and all words behind are names, or "and" between them.
    fn is_written_by(&self, below_title: bool) -> bool {
        let languages = if below_title {
            self.languages
        } else {
            english()
        };
        let mut words = self
            .tokens
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| self.str(token));
        let by = words
            .next()
            .is_some_and(|word| language::is(word, Class::By, languages));
        let is_name = |name: &str| {
            language::has_capital(name) || language::is(name, Class::Conjunction, languages)
        };
        by && self.words > 1 && words.all(is_name)
    }

    /// `Home > World > Asia`, `News | Politics | Elections`, `Share | Print | Save`.
    pub(super) fn is_breadcrumb(&self) -> bool {
        let parts: Vec<&str> = self
            .folded
            .split(['>', '›', '»', '|', '/', '→', '·', '•'])
            .collect();
        let sections = parts
            .iter()
            .filter(|part| language::is(part.trim(), Class::Section, Languages::ALL))
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
        language::is(&self.folded, Class::Section, Languages::ALL)
    }

    pub(super) fn is_trailer(&self) -> bool {
        (1..=8).contains(&self.words) && !self.shape.stops && self.starts(Class::Trailer)
    }

    pub(super) fn may_be_title(&self) -> bool {
        self.words >= TITLE_WORDS
            && self.letters.len() >= TITLE_LETTERS
            && !self.shape.stops
            && !self.is_credit()
    }

    fn is_credit(&self) -> bool {
        language::all(Class::CreditEnd).any(|tail| self.folded.ends_with(tail))
    }

    /// What this line is if `title` is the title: the same again, alone or with a name or credit behind
    /// it, or behind a breadcrumb.
    pub(super) fn repeats(&self, title: &Self) -> Option<Boilerplate> {
        if let Some(tail) = self.letters.strip_prefix(&title.letters) {
            let short = tail.len() <= CREDIT_LETTERS && !self.shape.stops;
            return (tail.is_empty() || short).then_some(Boilerplate::Repeated);
        }
        let head = self.letters.strip_suffix(&title.letters)?;
        let sections = language::all(Class::Section)
            .any(|section| head.starts_with(&section.replace(' ', "")));
        (head.len() <= CRUMB_LETTERS && sections).then_some(Boilerplate::Navigation)
    }
}

/// Whether a text has nothing in it but figures, marks, and words that tell the time.
fn tells_only_time(text: &str) -> bool {
    let mut rest = text;
    loop {
        // The apostrophe of a shortened year is no word.
        rest = rest.trim_start_matches(|c| !language::is_word_char(c) || c == '\'' || c == '’');
        if rest.is_empty() {
            return true;
        }
        let behind = rest.trim_start_matches(char::is_numeric);
        if behind.len() < rest.len() {
            rest = behind;
            continue;
        }
        match language::starting(rest, Languages::ALL, OF_TIME) {
            Some((_, len)) => rest = &rest[len..],
            None => return false,
        }
    }
}

fn english() -> Languages {
    Languages::of("en").unwrap_or(Languages::NONE)
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
