//! The page with both articles inside: one file that opens in any browser.

use std::{fs, path::Path};

use serde_json::{Value, json};
use twicetold::{Options, Sides};

use crate::{Failure, input::Article, shown};

/// The page that was built beside this program; empty if there was none.
const BUILT: &str = include_str!(concat!(env!("OUT_DIR"), "/page.html"));

/// The part of the page that a report does without: the reader of PDF files is as large as all the rest.
const LEFT_OUT: &str = "<script type=\"application/octet-stream\" id=\"pdf-bytes\"";

/// The page with two articles inside: that of a file, or else the one inside this program.
pub fn with_articles(
    file: Option<&Path>,
    articles: &Sides<Article>,
    options: &Options,
    made: &str,
) -> Result<String, Failure> {
    filled(&page(file)?, articles, options, made).ok_or_else(|| match file {
        Some(file) => format!("{}: not the built page", shown::path(file)),
        None => "the page inside this program is not the built page: name it with --page FILE"
            .to_owned(),
    })
}

fn page(file: Option<&Path>) -> Result<String, Failure> {
    match file {
        Some(file) => {
            fs::read_to_string(file).map_err(|error| format!("{}: {error}", shown::path(file)))
        }
        None if BUILT.is_empty() => Err(
            "this program was built without the page: name it with --page FILE (dist/twicetold.html after `make build`)"
                .to_owned(),
        ),
        None => Ok(BUILT.to_owned()),
    }
}

/// A page with two articles inside; none if it is no built page.
fn filled(page: &str, articles: &Sides<Article>, options: &Options, made: &str) -> Option<String> {
    let (head, rest) = page.split_once("<title>")?;
    let (_, rest) = rest.split_once("</title>")?;
    let (between, parts) = rest.split_once("</noscript>")?;
    if !parts.contains("id=\"engine-bytes\"") || parts.contains("id=\"report\"") {
        return None;
    }
    let titles = [&articles.left, &articles.right].map(|article| {
        let about = article.about();
        escaped(about.title.unwrap_or(about.name))
    });
    // Nothing in JSON needs these three as they are: without `<` no text can end the element it stands in.
    let data = carried(articles, options, made).to_string();
    let data = data.replace('<', "\\u003c");
    let data = data
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    let filled = [
        head,
        &format!("<title>{} – {} · Twicetold</title>", titles[0], titles[1]),
        between,
        "</noscript>\n",
        &format!(
            "<script type=\"application/json\" id=\"report\" data-mark=\"{}\">",
            mark(&data)
        ),
        &data,
        "</script>\n",
        &without_pdf(parts)?,
    ];
    Some(filled.concat())
}

/// Both articles and the options, as the page reads them out of a report.
fn carried(articles: &Sides<Article>, options: &Options, made: &str) -> Value {
    let article = |article: &Article| {
        let about = article.about();
        json!({
            "name": about.name,
            "title": about.title,
            "titleGuessed": false,
            "byline": about.byline,
            "outlet": about.outlet,
            "date": about.date,
            "text": article.text,
            "lineOverrides": [],
        })
    };
    json!({
        "format": "twicetold-pair",
        "version": 1,
        "made": made,
        "view": "",
        "articles": { "left": article(&articles.left), "right": article(&articles.right) },
        "options": {
            "minWords": options.min_words,
            "ignoreCase": options.ignore_case,
            "ignorePunctuation": options.ignore_punctuation,
            "ignoreNumbers": options.ignore_numbers,
            "ignoreDiacritics": options.ignore_diacritics,
            "skipBoilerplate": options.skip_boilerplate,
            "showWeak": options.show_weak,
        },
        "verdicts": [],
        "elsewhere": [],
    })
}

/// The parts without the reader of PDF files; none if that has no end.
fn without_pdf(parts: &str) -> Option<String> {
    let Some((before, rest)) = parts.split_once(LEFT_OUT) else {
        return Some(parts.to_owned());
    };
    let (_, after) = rest.split_once("</script>")?;
    Some([before, after].concat())
}

/// By which the page tells whether a report is as it was written: FNV-1a over UTF-16 units, in digits to the base 36.
fn mark(text: &str) -> String {
    let step = |hash: u32, unit: u16| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193);
    let mut hash = text.encode_utf16().fold(0x811c_9dc5, step);
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit(hash % 36, 36));
        hash /= 36;
        if hash == 0 {
            return digits.iter().rev().collect();
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_mark_is_that_of_the_page() {
        assert_eq!(mark(""), "ztntfp");
        assert_eq!(mark("a"), "1r9wi7g");
    }
}
