//! Small lists of words that change the facts of a sentence: numbers, dates, negations.
//!
//! They serve to name differences, never to find them: a language that is not in the lists gets
//! its differences shown as those of plain words.

/// Whether a word negates: English first, and the plain negations of some other languages.
pub fn is_negation(word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    word.ends_with("n't")
        || matches!(
            word.as_str(),
            "no" | "not"
                | "never"
                | "none"
                | "nobody"
                | "nothing"
                | "neither"
                | "nor"
                | "without"
                | "cannot"
                | "nicht"
                | "kein"
                | "keine"
                | "keinen"
                | "keiner"
                | "keinem"
                | "nie"
                | "niemals"
                | "nichts"
                | "ohne"
                | "pas"
                | "jamais"
                | "aucun"
                | "aucune"
                | "sans"
                | "nunca"
                | "jamás"
                | "ningún"
                | "ninguna"
                | "sin"
                | "non"
                | "mai"
                | "nessun"
                | "nessuno"
                | "nessuna"
                | "senza"
                | "não"
                | "nenhum"
                | "nenhuma"
                | "sem"
                | "niet"
                | "geen"
                | "nooit"
                | "zonder"
                | "inte"
                | "aldrig"
                | "ikke"
                | "aldri"
                | "не"
                | "ни"
                | "нет"
                | "никогда"
                | "без"
                | "bez"
                | "不"
                | "没"
                | "未"
                | "無"
                | "无"
        )
}

/// Whether a word is part of a date: the name of a month or weekday, a year, a time of day.
pub fn is_date(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some() || is_year(word) || is_time(word)
}

/// The number of the month, from 1, that a word names, in some languages of the Latin script. Words that
/// mean other things as well (`may`, `march`) only with a capital.
pub fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &[
            "january", "jan", "januar", "janvier", "enero", "gennaio", "janeiro", "januari",
        ],
        &[
            "february",
            "feb",
            "februar",
            "février",
            "febrero",
            "febbraio",
            "fevereiro",
            "februari",
        ],
        &["march", "mar", "märz", "mars", "marzo", "março", "maart"],
        &["april", "apr", "avril", "abril", "aprile"],
        &["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
        &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
        &["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
        &["august", "aug", "août", "agosto", "augustus", "augusti"],
        &[
            "september",
            "sep",
            "sept",
            "septembre",
            "septiembre",
            "settembre",
            "setembro",
        ],
        &[
            "october", "oct", "oktober", "octobre", "octubre", "ottobre", "outubro",
        ],
        &["november", "nov", "novembre", "noviembre", "novembro"],
        &[
            "december",
            "dec",
            "dezember",
            "décembre",
            "diciembre",
            "dicembre",
            "dezembro",
        ],
    ];
    if matches!(
        word,
        "may" | "march" | "mar" | "mars" | "sept" | "mai" | "mei" | "jan"
    ) {
        return None;
    }
    let word = word.trim_end_matches('.').to_lowercase();
    let month = MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))?;
    Some(month as u32 + 1)
}

/// The day of the week, Monday being 1, that a word names, in some languages of the Latin script.
pub fn weekday(word: &str) -> Option<u32> {
    const DAYS: [&[&str]; 7] = [
        &[
            "monday", "montag", "lundi", "lunes", "lunedì", "maandag", "måndag", "mandag",
        ],
        &[
            "tuesday", "dienstag", "mardi", "martes", "martedì", "dinsdag", "tisdag", "tirsdag",
        ],
        &[
            "wednesday",
            "mittwoch",
            "mercredi",
            "miércoles",
            "mercoledì",
            "woensdag",
            "onsdag",
        ],
        &[
            "thursday",
            "donnerstag",
            "jeudi",
            "jueves",
            "giovedì",
            "donderdag",
            "torsdag",
        ],
        &[
            "friday", "freitag", "vendredi", "viernes", "venerdì", "vrijdag", "fredag",
        ],
        &[
            "saturday",
            "samstag",
            "sonnabend",
            "samedi",
            "sábado",
            "sabato",
            "zaterdag",
            "lördag",
            "lørdag",
        ],
        &[
            "sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "söndag", "søndag",
        ],
    ];
    let word = word.to_lowercase();
    let day = DAYS
        .iter()
        .position(|names| names.contains(&word.as_str()))?;
    Some(day as u32 + 1)
}

/// Whether a number can only well be a year.
pub fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a number is a time of day with a colon.
pub fn is_time(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| {
        hour.parse::<u32>().is_ok_and(|hour| hour < 25)
            && minute.len() == 2
            && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
    })
}

/// Whether an English word is a number.
pub fn is_number_word(word: &str) -> bool {
    number_word(word).is_some()
}

/// The value of an English word that is a number. `one` is left out: it is mostly a pronoun.
pub fn number_word(word: &str) -> Option<f64> {
    Some(match word.to_lowercase().as_str() {
        "zero" => 0.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}
