//! Numbers and what they are of.

use super::{
    figures,
    reader::SentenceReader,
    value::{Amount, AmountUnit, Item, Value},
};
use crate::{
    language::{self, Class},
    lexicon::{self, Limit, Measure},
};

impl SentenceReader<'_, '_> {
    pub(super) fn number(&self, at: usize) -> Option<Item> {
        if let Some(rank) = lexicon::ordinal(self.text(at), self.languages) {
            return self.item(at..at + 1, Value::Ordinal(rank));
        }
        let (mut value, mut len) = match self.plain(at) {
            Some(found) => found,
            None => return self.part(at),
        };
        let text = self.rest(at);
        // A million and a half.
        let mut scales = [1e9, 1e6].into_iter();
        let of = scales
            .find(|scale| value >= *scale && value % scale == 0.0)
            .unwrap_or(1.0);
        (value, len) = self.and_a_half(text, value, len, of);
        while let Some((times, scale)) = self.scale(&text[len..]) {
            (value, len) = self.and_a_half(text, value * times, len + scale, times);
            // 1万2千
            let more = figures::figure(&text[len..])
                .or_else(|| figures::chinese(&text[len..], |_, _| true));
            if let Some((small, more)) = more.filter(|(small, _)| *small < times) {
                let behind = &text[len + more..];
                let times = self.scale(behind).map_or((1.0, 0), |found| found);
                (value, len) = (value + small * times.0, len + more + times.1);
            }
        }
        let end = self.behind(at, len);
        if let Some((parts, more)) =
            lexicon::fraction_at(text[len..].trim_start_matches([' ', '-']), self.languages)
        {
            let end = self.behind(end, more);
            return self.item(at..end, Value::Part(value / f64::from(parts)));
        }
        Some(self.amount(at, value, len))
    }

    /// A number with the half more of what it counts that may stand behind it: `two and a half`.
    fn and_a_half(&self, text: &str, value: f64, len: usize, of: f64) -> (f64, usize) {
        let rest = &text[len..];
        let behind = rest.trim_start();
        match lexicon::half_at(behind, "and", self.languages) {
            Some(half) => (value + of / 2.0, len + rest.len() - behind.len() + half),
            None => (value, len),
        }
    }

    /// A number with what belongs to it: a sign, a unit, a bound.
    fn amount(&self, at: usize, value: f64, len: usize) -> Item {
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let sign = before.and_then(|before| lexicon::money_sign(self.text(before)));
        let written = lexicon::money_before(self.text(at), self.languages);
        let unsigned = sign.is_none();
        let sign = sign.or(written.map(|(sign, _)| sign));
        let minus = before.is_some_and(|before| self.is_minus(before));
        let percent = self.percent_before(at);
        let start = match percent {
            Some(start) => start,
            None if !unsigned || minus || self.is_one_before(at) => at - 1,
            None => at,
        };
        let end = self.behind(at, len);
        let joined = self.joined_unit(at, len);
        let (unit, end) = joined.map_or_else(|| self.unit(end), |unit| (Some(unit), end));
        let half = unit.and_then(|_| lexicon::half_at(self.rest(end), "and", self.languages));
        let (value, end) = match half {
            Some(half) => (value + 0.5, self.behind(end, half)),
            None => (value, end),
        };
        let (unit, times) = unit.map_or((None, 1.0), |(unit, times)| (Some(unit), times));
        let written = if minus { -value } else { value };
        let (unit, times) = match percent {
            Some(_) => (Some(AmountUnit::Percent), 0.01),
            None => (unit, times),
        };
        let (limit, from) = self.limit(start, end);
        let amount = Amount {
            written,
            value: written * times,
            unit: sign.map(AmountUnit::Money).or(unit),
            limit,
        };
        Item {
            tokens: from..end,
            bound: start - from,
            value: Value::Number(amount),
        }
    }

    /// A part of a whole without a number before it: `half`, `a third of`.
    fn part(&self, at: usize) -> Option<Item> {
        let (parts, len) = lexicon::fraction_at(self.rest(at), self.languages)?;
        let (end, value) = (self.behind(at, len), 1.0 / f64::from(parts));
        // Half a million.
        let text = &self.rest(at)[len..];
        let word = language::head(text.trim_start());
        let article = lexicon::is_article(word, self.languages) && !word.is_empty();
        let len = len
            + if article {
                text.len() - text.trim_start().len() + word.len()
            } else {
                0
            };
        let text = &self.rest(at)[len..];
        if let Some((times, scale)) = self.scale(text).filter(|(times, _)| *times >= 1e3) {
            return Some(self.amount(at, value * times, len + scale));
        }
        self.item(at..end, Value::Part(value))
    }

    /// What multiplies a number that stands before a text, and its length in bytes.
    fn scale(&self, text: &str) -> Option<(f64, usize)> {
        let rest = text.trim_start_matches([' ', '\u{A0}', '\u{202F}', '\n']);
        let (times, len) = lexicon::scale_at(rest, self.languages)?;
        Some((times, text.len() - rest.len() + len))
    }

    /// A number without what belongs to it, and its length in bytes: `1,400`, `1 400`, `twelve`, `one hundred and two`,
    /// `十二`, `340명`.
    fn plain(&self, at: usize) -> Option<(f64, usize)> {
        let (rest, word) = (self.rest(at), self.text(at));
        // 百分之十五 does not begin with a hundred.
        if let Some((Measure::Percent, _)) = lexicon::measure_at(rest, self.languages) {
            return None;
        }
        if let Some(len) = lexicon::half_at(rest, "one", self.languages) {
            return Some((1.5, len));
        }
        if let Some((value, len)) = lexicon::number_at(rest, self.languages)
            && len >= word.len()
        {
            return Some(self.in_words(rest, value, len));
        }
        if let Some(value) = self.compound(word) {
            return Some((value, word.len()));
        }
        if let Some((_, sign)) = lexicon::money_before(word, self.languages) {
            let (value, len) = figures::figure(&rest[sign..])?;
            return Some((value, sign + len));
        }
        if let Some(found) = word
            .starts_with(language::is_hangul)
            .then(|| figures::korean(rest))
            .flatten()
        {
            return Some(found);
        }
        if let Some(found) = figures::begins_thai(rest)
            .then(|| figures::thai(rest))
            .flatten()
        {
            return Some(found);
        }
        if let Some((times, len)) = lexicon::scale_at(rest, self.languages)
            && word.starts_with(char::is_alphabetic)
        {
            return Some(self.in_words(rest, times, len));
        }
        if let Some((value, len)) = figures::figure(rest) {
            return self.joined(rest, value, len);
        }
        // 제3회
        if let Some(place) = word.strip_prefix('제') {
            let (value, len) = figures::figure(place)?;
            return (!place[len..].starts_with(figures::CLAUSES))
                .then_some((value, '제'.len_utf8() + len));
        }
        let placed = at > self.start && self.text(at - 1) == "第";
        let counted = |c: char, behind: &str| {
            placed
                || !matches!(c, '一' | '零' | '〇')
                    && lexicon::class_at(behind, Class::Counter, self.languages).is_some()
        };
        figures::chinese(rest, counted)
    }

    /// Whether a number in words begins with the word for one: `one hundred`.
    fn is_one_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let one = before.is_some_and(|at| language::is(self.text(at), Class::One, self.languages));
        one && language::is(self.text(at), Class::Scale, self.languages)
    }

    /// Figures with letters written to them: `5kg`, `3m`, `340명`. `None` if the whole is a name: `3D`.
    fn joined(&self, rest: &str, value: f64, len: usize) -> Option<(f64, usize)> {
        let letters = &rest[len..];
        let end = letters.find(|c: char| !c.is_alphabetic() && !matches!(c, '²' | '³'));
        let letters = &letters[..end.unwrap_or(letters.len())];
        let Some(first) = letters.chars().next() else {
            return Some((value, len));
        };
        if !first.is_lowercase() && !first.is_uppercase() {
            return Some((value, len));
        }
        // Four figures and more are metres, not millions: 8222m high.
        if letters == "m" && len > 3 && rest[..len].bytes().all(|b| b.is_ascii_digit()) {
            return Some((value, len));
        }
        if let Some(times) = figures::short_scale(letters) {
            return Some((value * times, len + letters.len()));
        }
        let whole = |found: usize| found == letters.len();
        let unit = lexicon::measure_at(letters, self.languages).is_some_and(|(_, len)| whole(len));
        let scale = lexicon::scale_at(letters, self.languages).is_some_and(|(_, len)| whole(len));
        (unit || scale).then_some((value, len))
    }

    /// The unit that is written to the figures of a token.
    fn joined_unit(&self, at: usize, len: usize) -> Option<(AmountUnit, f64)> {
        let rest = &self.rest(at)[len..];
        let inside = self.document.tokens[at..self.end].iter().any(|token| {
            let place = self.document.tokens[at].span.start as usize + len;
            (token.span.start as usize) < place && place < token.span.end as usize
        });
        let found = inside.then(|| lexicon::measure_at(rest, self.languages))?;
        found.map(|(measure, _)| AmountUnit::of(measure))
    }

    /// A number of several words: `one hundred and twenty`, `two thousand five hundred`.
    fn in_words(&self, text: &str, first: f64, len: usize) -> (f64, usize) {
        let (mut done, mut open, mut end) = (0.0, first, len);
        if open >= 1e3 {
            (done, open) = (open, 0.0);
        }
        loop {
            let rest = &text[end..];
            let behind = rest.trim_start_matches(' ');
            let gap = rest.len() - behind.len();
            if gap > 0
                && let Some((times, len)) = lexicon::scale_at(behind, self.languages)
            {
                if times >= 1e3 {
                    (done, open) = (done + open.max(1.0) * times, 0.0);
                } else {
                    open = open.max(1.0) * times;
                }
                end += gap + len;
                continue;
            }
            let Some((number, len)) = self.next_in_words(rest, done, open) else {
                return (done + open, end);
            };
            (open, end) = (open + number, end + len);
        }
    }

    /// The next word of a number, over a blank, a hyphen, or "and" behind a hundred.
    fn next_in_words(&self, rest: &str, done: f64, open: f64) -> Option<(f64, usize)> {
        let tens = (20.0..100.0).contains(&(open % 100.0)) && open % 10.0 == 0.0;
        let hundreds = open % 100.0 == 0.0 && (open > 0.0 || done > 0.0);
        let number = |text: &str| {
            lexicon::number_at(text, self.languages).or_else(|| {
                let word = language::head(text);
                lexicon::ones(word, self.languages).map(|value| (value, word.len()))
            })
        };
        if let Some(behind) = rest.strip_prefix('-') {
            let (value, len) = number(behind).filter(|(value, _)| tens && *value < 10.0)?;
            return Some((value, 1 + len));
        }
        let behind = rest.strip_prefix(' ')?;
        let word = language::head(behind);
        let and = language::is(word, Class::And, self.languages);
        let (behind, skipped) = match behind[word.len()..].strip_prefix(' ') {
            Some(after) if and => (after, 2 + word.len()),
            _ if and => return None,
            _ => (behind, 1),
        };
        let (value, len) = number(behind)?;
        // An article counts nothing: "hundert ein".
        let single = language::is(language::head(behind), Class::One, self.languages)
            && !(tens && self.is_one_alone(behind));
        let fits = if and {
            hundreds && value < 100.0 || tens && value < 10.0 && skipped < 5
        } else {
            (hundreds && value < 1e3 || tens && value < 10.0)
                && !single
                && figures::joins(open, value)
        };
        fits.then_some((value, skipped + len))
    }

    /// Whether a text begins with a word for one that is no article and is not part of a longer one: "twenty one-way
    /// tickets".
    fn is_one_alone(&self, text: &str) -> bool {
        let word = language::head(text);
        !lexicon::is_article(word, self.languages) && !text[word.len()..].starts_with('-')
    }

    /// Whether a token is the sign of a number below zero: joined to it, and to nothing before.
    fn is_minus(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "−")
            && self.is_joined(at)
            && (at == self.start || !self.is_joined(at - 1))
    }

    /// Where a sign or word for per cent begins that stands before a number: `%15`, `yüzde 15`, `百分之十五`.
    fn percent_before(&self, at: usize) -> Option<usize> {
        let last = self.text(at.checked_sub(1).filter(|last| *last >= self.start)?);
        if last.is_ascii() && last != "%" {
            return None;
        }
        let (meaning, start) = self.before(at, Class::Unit)?;
        let sign = self.text(at - 1) == "%";
        let free =
            !sign || self.is_joined(at - 1) && (start == self.start || !self.is_joined(start - 1));
        (meaning.value == 0 && free).then_some(start)
    }

    /// What bounds a number, before it or behind it, and where the number then begins.
    fn limit(&self, start: usize, end: usize) -> (Option<Limit>, usize) {
        for from in [
            Some(start),
            start.checked_sub(1).filter(|from| *from > self.start),
        ]
        .into_iter()
        .flatten()
        {
            let between =
                from == start || language::is(self.text(from), Class::Common, self.languages);
            if between
                && let Some((_, first)) = self.before(from, Class::Limit)
                && let Some((limit, _)) = Limit::at(self.rest(first), self.languages)
            {
                return (Some(limit), first);
            }
        }
        // In most languages what bounds a number stands before it.
        let after = self.habits.no_capitals || self.rest(end).starts_with(language::is_spaceless);
        let places = if after { end..end + 2 } else { end..end };
        let behind = places.into_iter().find_map(|from| {
            let (limit, _) = Limit::at(self.rest(from), self.languages)?;
            Some(limit)
        });
        (behind, start)
    }

    /// What a number is of, and where that ends.
    pub(super) fn unit(&self, at: usize) -> (Option<(AmountUnit, f64)>, usize) {
        // The hyphen of "190-mile".
        let from = at + usize::from(self.text(at) == "-");
        match lexicon::measure_at(self.rest(from), self.languages) {
            Some((measure, len)) => (Some(AmountUnit::of(measure)), self.behind(from, len)),
            None => (None, at),
        }
    }
}
