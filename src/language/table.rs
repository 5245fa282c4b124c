//! The lines of a table, taken apart: `docs/languages.md` describes them.

use super::Class;

/// What a number may be of, by its name in the tables: what it is measured in, how much of that it is, and whether it
/// is so much only about, so that what was turned into it may differ.
pub(crate) static UNITS: [(&str, &str, f64, bool); 30] = [
    ("%", "%", 1.0, false),
    ("pp", "%-points", 1.0, false),
    ("km", "m", 1e3, false),
    ("m", "m", 1.0, false),
    ("cm", "m", 1e-2, false),
    ("mm", "m", 1e-3, false),
    ("mi", "m", 1609.344, true),
    ("yd", "m", 0.9144, true),
    ("ft", "m", 0.3048, true),
    ("in", "m", 0.0254, true),
    ("kg", "kg", 1.0, false),
    ("g", "kg", 1e-3, false),
    ("t", "kg", 1e3, false),
    ("lb", "kg", 0.453_592_37, true),
    ("oz", "kg", 0.028_349_523, true),
    ("km2", "m²", 1e6, false),
    ("m2", "m²", 1.0, false),
    ("ha", "m²", 1e4, false),
    ("ac", "m²", 4046.856, true),
    ("mi2", "m²", 2_589_988.1, true),
    ("l", "m³", 1e-3, false),
    ("m3", "m³", 1.0, false),
    ("gal", "m³", 3.785_411_784e-3, true),
    ("bbl", "m³", 0.158_987_295, true),
    ("km/h", "km/h", 1.0, false),
    ("mi/h", "km/h", 1.609_344, true),
    ("s", "s", 1.0, false),
    ("min", "s", 60.0, false),
    ("h", "s", 3600.0, false),
    ("d", "s", 86_400.0, false),
];

/// Symbols of units that are the same in every language, and capitals in them as here: what they measure in, and how much
/// of that they are.
pub(crate) static SYMBOLS: [(&str, &str, f64); 31] = [
    ("ml", "m³", 1e-6),
    ("cl", "m³", 1e-5),
    ("dl", "m³", 1e-4),
    ("mg", "kg", 1e-6),
    ("µg", "kg", 1e-9),
    ("μg", "kg", 1e-9),
    ("kW", "W", 1e3),
    ("MW", "W", 1e6),
    ("GW", "W", 1e9),
    ("Wh", "Wh", 1.0),
    ("kWh", "Wh", 1e3),
    ("MWh", "Wh", 1e6),
    ("GWh", "Wh", 1e9),
    ("TWh", "Wh", 1e12),
    ("kV", "V", 1e3),
    ("mV", "V", 1e-3),
    ("Hz", "Hz", 1.0),
    ("kHz", "Hz", 1e3),
    ("MHz", "Hz", 1e6),
    ("GHz", "Hz", 1e9),
    ("kB", "B", 1e3),
    ("KB", "B", 1e3),
    ("MB", "B", 1e6),
    ("GB", "B", 1e9),
    ("TB", "B", 1e12),
    ("hPa", "Pa", 1e2),
    ("dB", "dB", 1.0),
    ("°C", "°C", 1.0),
    ("°F", "°F", 1.0),
    ("℃", "°C", 1.0),
    ("℉", "°F", 1.0),
];

/// Weeks, months and years: counted by themselves, for four weeks are no month.
pub(crate) static PERIODS: [&str; 3] = ["wk", "mo", "yr"];

/// What bounds a number, by its name in the tables.
pub(crate) static LIMITS: [&str; 5] = ["least", "most", "more", "less", "only"];

/// How a half more is told: behind a number or its unit, as one word or phrase for one and a half, at the end of a word.
pub(crate) static HALVES: [&str; 3] = ["and", "one", "joined"];

/// Where in a word stands what denies it.
pub(crate) static PARTS: [&str; 2] = ["prefix", "infix"];

/// Which figures a word makes an hour: any, or only those with minutes; or that what follows is taken from the hour before.
pub(crate) static HOURS: [&str; 3] = ["any", "minutes", "less"];

/// What stands beside the figures of a date. A common year is one of a language that counts others as well.
pub(crate) static CALENDAR: [&str; 4] = ["year", "month", "day", "common-year"];

/// Currencies by their signs in the tables.
pub(crate) static MONEY: [&str; 20] = [
    "$", "€", "£", "¥", "₽", "₹", "₩", "₺", "₴", "₪", "₫", "฿", "zł", "kr", "Kč", "kn", "Ft",
    "lei", "R$", "Rp",
];

/// The content of a line, `None` if the table has no such line.
pub(super) fn line<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let mut lines = table.lines().filter_map(|line| line.split_once(": "));
    lines
        .find(|(known, _)| *known == key)
        .map(|(_, content)| content)
}

/// Tells every word of a table with its class and number. Words have blanks where the table has `_`.
#[inline(never)]
pub(super) fn words(table: &str, tell: &mut impl FnMut(&str, Class, u32)) {
    for (key, content) in table.lines().filter_map(|line| line.split_once(": ")) {
        if let Some(class) = listed(key) {
            content
                .split(' ')
                .for_each(|item| spread(item, &mut |word| tell(word, class, 0)));
        } else if let Some(class) = numbered(key) {
            for (name, items) in content.split(' ').filter_map(|group| group.split_once('=')) {
                if let Some(number) = number(class, name) {
                    spread(items, &mut |word| tell(word, class, number));
                }
            }
        } else if key == "order" {
            let order = ["dmy", "mdy", "ymd"]
                .iter()
                .position(|known| *known == content);
            tell("", Class::Order, order.unwrap_or(0) as u32);
        } else if key == "nouns" {
            tell("", Class::NameBefore, 0);
        } else if key == "capitals" {
            tell("", Class::Capital, 0);
        } else if key == "joined" {
            tell("", Class::Number, 0);
        }
    }
}

/// The class of a line that is a plain list.
fn listed(key: &str) -> Option<Class> {
    Some(match key {
        "common" => Class::Common,
        "negation" => Class::Negation,
        "negation-starts" => Class::NegationStart,
        "no-denials" => Class::NoDenial,
        "negation-nouns" => Class::NegationNoun,
        "articles" => Class::Article,
        "determiners" => Class::Determiner,
        "prepositions" => Class::Preposition,
        "conjunctions" => Class::Conjunction,
        "titles" => Class::Title,
        "capital" => Class::Capital,
        "ones" => Class::One,
        "dozens" => Class::Scale,
        "ordinal-ends" => Class::OrdinalEnd,
        "counters" => Class::Counter,
        "hours-after" => Class::HourAfter,
        "surveys" => Class::Survey,
        "places" => Class::Place,
        "particles" => Class::Particle,
        "clauses" => Class::Clause,
        "ands" => Class::And,
        "names-before" => Class::NameBefore,
        "years" => Class::BeforeYear,
        "date-links" => Class::DateLink,
        "decades" => Class::Decade,
        "clitics" => Class::Clitic,
        "titles-short" => Class::ShortTitle,
        "figures-short" => Class::ShortFigure,
        "others-short" | "abbreviations" => Class::ShortOther,
        "starters" => Class::Starter,
        "before-ordinals" => Class::BeforeOrdinal,
        "labels" => Class::Label,
        "trailers" => Class::Trailer,
        "links" => Class::Link,
        "credits" => Class::Credit,
        "credit-starts" => Class::CreditStart,
        "credit-ends" => Class::CreditEnd,
        "reporters" => Class::Reporter,
        "by" => Class::By,
        "desks" => Class::Desk,
        "promotions" => Class::Promotion,
        "rights" => Class::Rights,
        "rights-starts" => Class::RightsStart,
        "sections" => Class::Section,
        "time-labels" => Class::TimeLabel,
        "time-words" => Class::TimeWord,
        _ => return None,
    })
}

/// Whether a line is read as words.
#[cfg(test)]
pub(super) fn is_known(key: &str) -> bool {
    listed(key).is_some()
        || numbered(key).is_some()
        || matches!(
            key,
            "order" | "nouns" | "capitals" | "joined" | "sayings" | "letters"
        )
}

/// The class of a line whose words are grouped by a number or name.
fn numbered(key: &str) -> Option<Class> {
    Some(match key {
        "months" => Class::Month,
        "months-short" => Class::ShortMonth,
        "weekdays" => Class::Weekday,
        "weekdays-short" => Class::ShortWeekday,
        "numbers" => Class::Number,
        "scales" => Class::Scale,
        "ordinals" => Class::Ordinal,
        "fractions" => Class::Fraction,
        "halves" => Class::Half,
        "limits" => Class::Limit,
        "hours-before" => Class::HourBefore,
        "negation-parts" => Class::NegationPart,
        "half-days" => Class::HalfDay,
        "units" => Class::Unit,
        "money" => Class::Money,
        "after" => Class::After,
        "before" => Class::Before,
        _ => return None,
    })
}

/// The number of a group: as it stands, or the place of its name.
fn number(class: Class, name: &str) -> Option<u32> {
    let place = |known: Option<usize>| known.map(|at| at as u32);
    match class {
        Class::Unit => {
            let periods = PERIODS.iter().position(|known| *known == name);
            let at = UNITS.iter().position(|unit| unit.0 == name);
            place(at.or_else(|| periods.map(|at| UNITS.len() + at)))
        }
        Class::HourBefore => place(HOURS.iter().position(|known| *known == name)),
        Class::NegationPart => place(PARTS.iter().position(|known| *known == name)),
        Class::Half => place(HALVES.iter().position(|known| *known == name)),
        Class::Limit => place(LIMITS.iter().position(|known| *known == name)),
        Class::Money => place(MONEY.iter().position(|known| *known == name)),
        Class::After | Class::Before => place(CALENDAR.iter().position(|known| *known == name)),
        _ => name.parse().ok(),
    }
}

/// Tells the words of an item: `a,b` is two, `stem(,s)` is "stem" and "stems", `_` a blank.
#[inline(never)]
pub(super) fn spread(item: &str, tell: &mut impl FnMut(&str)) {
    let mut word = String::new();
    let mut rest = item;
    while !rest.is_empty() {
        let end = rest.find([',', '(']).unwrap_or(rest.len());
        let stem = &rest[..end];
        if !rest[end..].starts_with('(') {
            say(&mut word, stem, "", tell);
            rest = rest[end..].strip_prefix(',').unwrap_or("");
            continue;
        }
        let close = rest.find(')').unwrap_or(rest.len());
        let endings = rest.get(end + 1..close).unwrap_or("");
        endings
            .split(',')
            .for_each(|ending| say(&mut word, stem, ending, tell));
        rest = rest.get(close + 1..).unwrap_or("");
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
}

fn say(word: &mut String, stem: &str, ending: &str, tell: &mut impl FnMut(&str)) {
    word.clear();
    word.push_str(stem);
    word.push_str(ending);
    if word.contains('_') {
        *word = word.replace('_', " ");
    }
    tell(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_spread_into_words() {
        for (item, words) in [
            ("a", vec!["a"]),
            ("a,b_c", vec!["a", "b c"]),
            ("haus(,es),tor", vec!["haus", "hauses", "tor"]),
            ("mi,le(g,ge)", vec!["mi", "leg", "lege"]),
            (
                "kilomet(er,re_per_hour)",
                vec!["kilometer", "kilometre per hour"],
            ),
        ] {
            let mut found = Vec::new();
            spread(item, &mut |word| found.push(word.to_owned()));
            assert_eq!(found, words, "{item}");
        }
    }
}
