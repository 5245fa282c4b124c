//! Plain text, for mails and chats: how the two stand to each other, in short what was found, what differs in fact, and the
//! paragraphs that differ, with `[-left-]` and `{+right+}` as `wdiff` writes them.

use super::{
    Article, Source, names,
    reading::{Reading, TrackStretch},
    tracks::{Fate, Tracks, tracks},
};
use crate::{
    facts::Fact,
    span::Side,
    story::{Language, isolated},
};

pub(super) fn write(source: &Source<'_>) -> Vec<u8> {
    let language = source.language;
    let mut written = head(source);
    let as_left = format!("[-{}-]", language.phrase("form-as-left", &[]));
    let as_right = format!("{{+{}+}}", language.phrase("form-as-right", &[]));
    let gaps = [("left", as_left), ("right", as_right)];
    written += &format!("\n{}\n\n", language.phrase("form-texts", &gaps));
    texts(&tracks(source.comparison), language, &mut written);
    if !source.comparison.complete {
        written += &format!("\n{}\n", language.phrase("form-limit", &[]));
    }
    written.into_bytes()
}

/// What stands before the texts: the articles, their relation, how much they share, what was found in short, and what differs
/// in fact. A line for each.
pub fn head(source: &Source<'_>) -> String {
    let comparison = source.comparison;
    let say = |key: &str, gaps: &[(&str, String)]| source.language.phrase(key, gaps) + "\n";
    let [left, right] = [Side::Left, Side::Right].map(|side| {
        let (part, all) = (
            *comparison.relation.shared.get(side),
            comparison.summary.get(side).words,
        );
        let percent = (100 * part + all / 2).checked_div(all).unwrap_or(0);
        let counts = [("part", part), ("all", all), ("percent", percent)];
        let gaps = counts.map(|(name, count)| (name, count.to_string()));
        source.language.phrase("form-share", &gaps)
    });
    let kind = format!("relation-{}", names::relation(comparison.relation.kind));
    let kind = source.language.phrase(&kind, &[]);
    [
        say("form-left", &[("title", title(&source.articles.left))]),
        say("form-right", &[("title", title(&source.articles.right))]),
        say("form-shared", &[("left", left), ("right", right)]),
        say("form-relation", &[("kind", kind)]),
        in_short(source),
        facts(source),
    ]
    .concat()
}

fn in_short(source: &Source<'_>) -> String {
    match source.in_short() {
        Some(paragraph) => {
            let said = source
                .language
                .phrase("form-in-short", &[("text", paragraph)]);
            format!("\n{said}\n")
        }
        None => String::new(),
    }
}

fn title(article: &Article<'_>) -> String {
    let parts = [
        article.byline,
        article.outlet,
        article.date,
        article.address,
    ];
    let mut line = article.called().to_owned();
    for part in parts.into_iter().flatten() {
        line += " · ";
        line += part;
    }
    // One line, and nothing that a terminal obeys.
    line.replace(char::is_control, " ")
}

fn facts(source: &Source<'_>) -> String {
    let differences = &source.comparison.facts.differences;
    if differences.is_empty() {
        return format!("\n{}\n", source.language.phrase("form-no-fact", &[]));
    }
    let mut written = format!("\n{}\n\n", source.language.phrase("form-facts", &[]));
    for (at, difference) in differences.iter().enumerate() {
        written += &format!("{}. {}\n", at + 1, fact(source, difference));
    }
    written
}

/// A difference of fact on one line: its kind, and the words of both sides, `–` where one has none.
pub fn fact(source: &Source<'_>, difference: &Fact) -> String {
    let language = source.language;
    let [left, right] = [Side::Left, Side::Right].map(|side| {
        let words = source.words(side, *difference.spans.get(side));
        let words: Vec<&str> = words.split_whitespace().collect();
        match words.is_empty() {
            true => "–".to_owned(),
            false => isolated(words.join(" ")),
        }
    });
    let kind = format!("fact-{}", names::fact(difference.kind));
    let detail = format!("detail-{}", names::detail(difference.detail));
    let gaps = [
        ("kind", language.phrase(&kind, &[])),
        ("detail", language.phrase(&detail, &[])),
        ("left", left),
        ("right", right),
    ];
    language.phrase("form-fact", &gaps)
}

/// The paragraphs that differ; of those that do not their number.
fn texts(tracks: &Tracks<'_>, language: Language, to: &mut String) {
    for part in tracks.for_reading() {
        match part {
            Reading::Same(count) => to.push_str(&language.counted("form-same", count)),
            Reading::Differs(stretches) => {
                stretches.iter().for_each(|one| put(one, language, to));
            }
        }
        to.push_str("\n\n");
    }
    let end = to.trim_end().len();
    to.truncate(end);
    to.push('\n');
}

fn put(stretch: &TrackStretch<'_>, language: Language, to: &mut String) {
    let (open, close) = match stretch.fate {
        Fate::Kept => ("", ""),
        Fate::Deleted => ("[-", "-]"),
        Fate::Inserted => ("{+", "+}"),
    };
    to.push_str(open);
    to.extend(stretch.parts.iter().map(|(_, words)| words.as_ref()));
    to.push_str(close);
    if let Some(number) = stretch.moved {
        let number = [("n", (number + 1).to_string())];
        *to += &format!("({})", language.phrase("form-move", &number));
    }
    if stretch.ends_line {
        to.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, names};
    use crate::{
        facts::{Detail, FactKind},
        relation::RelationKind,
    };

    #[test]
    fn every_kind_has_words_in_every_language() {
        use {Detail::*, FactKind::*, RelationKind::*};
        let kinds = [Quotation, Number, Date, Name, Negation];
        let details = [Different, Altered, Cut, Unquoted, Denied];
        let relations = [
            Same,
            Version,
            CommonSource,
            SharedPassages,
            SameSubject,
            None,
        ];
        let keys: Vec<String> = [
            kinds.map(|of| format!("fact-{}", names::fact(of))).to_vec(),
            details
                .map(|of| format!("detail-{}", names::detail(of)))
                .to_vec(),
            relations
                .map(|of| format!("relation-{}", names::relation(of)))
                .to_vec(),
        ]
        .concat();
        for code in Language::codes() {
            let language = Language::of(code).unwrap_or_default();
            for key in &keys {
                assert!(!language.phrase(key, &[]).is_empty(), "{code}: {key}");
            }
        }
    }
}
