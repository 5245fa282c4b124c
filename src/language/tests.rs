use super::*;

/// The lines that each half of a table may have, in their order.
const GENERATED: [&str; 11] = [
    "months",
    "months-short",
    "weekdays",
    "weekdays-short",
    "order",
    "numbers",
    "ones",
    "scales",
    "ordinals",
    "units",
    "quotes",
];

fn lines(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table
        .lines()
        .map(|line| line.split_once(": ").unwrap_or((line, "")))
}

#[test]
fn every_line_of_a_table_is_known_and_full() {
    for (code, tables) in CODES.iter().zip(TABLES) {
        for table in tables {
            for (key, content) in lines(table) {
                assert!(
                    !content.trim().is_empty() && content == content.trim(),
                    "{code}: {key}"
                );
                assert!(!content.contains("  "), "{code}: {key} has two blanks");
            }
            let mut keys: Vec<&str> = lines(table).map(|(key, _)| key).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "{code}: a line stands twice");
        }
        let generated: Vec<&str> = lines(tables[1]).map(|(key, _)| key).collect();
        for key in &generated {
            assert!(
                GENERATED.contains(key) || *key == "abbreviations",
                "{code}: {key}"
            );
        }
        let told = |key: &str| key == "quotes" || table::is_known(key);
        for key in lines(tables[0]).map(|(key, _)| key).chain(generated) {
            assert!(told(key), "{code}: nobody reads {key}");
        }
    }
}

#[test]
fn words_are_sorted_small_and_stand_once() {
    for (code, tables) in CODES.iter().zip(TABLES) {
        for table in tables {
            for (key, content) in lines(table).filter(|(key, _)| *key != "quotes") {
                let lists = match content.contains('=') {
                    true => content
                        .split(' ')
                        .filter_map(|group| group.split_once('='))
                        .map(|(_, words)| words)
                        .collect(),
                    false => vec![content],
                };
                for list in lists {
                    let mut words = Vec::new();
                    let mut each = |word: &str| words.push(word.to_owned());
                    list.split(' ')
                        .for_each(|item| table::spread(item, &mut each));
                    let count = words.len();
                    let folded: Vec<String> = words
                        .iter()
                        .map(|word| word.chars().flat_map(fold::fold).collect())
                        .collect();
                    assert_eq!(words, folded, "{code}: {key} is not in small letters");
                    words.sort_unstable();
                    words.dedup();
                    assert_eq!(
                        words.len(),
                        count,
                        "{code}: {key} has a word twice in {list}"
                    );
                }
            }
        }
    }
}

#[test]
fn generated_lists_are_in_order() {
    for (code, tables) in CODES.iter().zip(TABLES) {
        for (key, content) in lines(tables[1]).filter(|(_, content)| !content.contains('=')) {
            let words: Vec<&str> = content.split(' ').collect();
            assert!(words.is_sorted(), "{code}: {key}");
        }
        for (key, content) in
            lines(tables[1]).filter(|(key, content)| content.contains('=') && *key != "units")
        {
            let numbers: Vec<u32> = content
                .split(' ')
                .filter_map(|group| group.split_once('=')?.0.parse().ok())
                .collect();
            assert!(numbers.is_sorted(), "{code}: {key}");
        }
    }
}

#[test]
fn every_language_has_what_its_readers_need() {
    for (at, code) in CODES.iter().enumerate() {
        let own = Languages::one(at);
        assert_eq!(Languages::of(code), Some(own));
        let tables = TABLES[at];
        for key in [
            "common",
            "negation",
            "labels",
            "rights",
            "sections",
            "time-labels",
        ] {
            assert!(table::line(tables[0], key).is_some(), "{code} has no {key}");
        }
        for key in ["weekdays", "order", "units", "quotes"] {
            assert!(table::line(tables[1], key).is_some(), "{code} has no {key}");
        }
        let common = table::line(tables[0], "common").unwrap_or_default();
        let words: Vec<&str> = common.split(' ').collect();
        assert!(words.len() >= 20, "{code}");
        assert_eq!(Languages::guess(words.iter().copied()), own, "{code}");
    }
    assert_eq!(Languages::guess(["xyzzy"].into_iter()), Languages::ALL);
    assert_eq!(Languages::of("pt-BR"), Languages::of("pt"));
    assert_eq!(Languages::of("NO"), Languages::of("nb"));
    assert_eq!(Languages::of("tlh"), None);
}

#[test]
fn the_longest_phrase_is_found() {
    let months = Classes::of(&[Class::Month, Class::Weekday]);
    let found = |text, code| {
        let (meaning, len) = starting(text, Languages::of(code)?, months)?;
        Some((meaning.value, &text[..len]))
    };
    assert_eq!(found("terça-feira, 7", "pt"), Some((2, "terça-feira")));
    assert_eq!(found("Thứ  Ba, ngày 7", "vi"), Some((2, "Thứ  Ba")));
    assert_eq!(found("ביום שלישי הבא", "he"), Some((2, "ביום שלישי")));
    assert_eq!(found("والثلاثاء", "ar"), Some((2, "والثلاثاء")));
    assert_eq!(found("화요일에는", "ko"), Some((2, "화요일")));
    assert_eq!(found("星期二下午", "zh"), Some((2, "星期二")));
    assert_eq!(found("Monday's", "en"), Some((1, "Monday")));
    assert_eq!(found("Mondays", "en"), Some((1, "Mondays")));
    assert_eq!(found("Mondayed", "en"), None);
    assert_eq!(found("", "en"), None);
}

#[test]
fn all_classes_fit_into_a_set() {
    assert!((Class::Order as usize) < 64);
}
