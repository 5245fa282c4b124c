//! Tells what differs in fact, and ends with what scripts ask for.

use std::process::ExitCode;

use serde_json::{Value, json};
use twicetold::{
    Comparison, compare,
    export::{Format, Source},
    passages::Passage,
};

use crate::{COULD_NOT, Failure, arguments::Facts, input};

/// What the program ends with where something differs.
const DIFFERS: u8 = 1;

pub fn run(given: &Facts) -> Result<ExitCode, Failure> {
    let articles = input::read(&given.articles)?;
    let texts = articles.as_ref().map(|article| article.text.as_str());
    let options = given
        .meaning
        .read()?
        .options(&given.equality.options(), &texts);
    let comparison = compare(&articles.left.text, &articles.right.text, &options);
    let line =
        Format::named("json-line").map(|format| format.write(&Source::new(&comparison, &options)));
    let found: Value =
        serde_json::from_slice(&line.unwrap_or_default()).map_err(|error| error.to_string())?;
    let differences = found["facts"].as_array().map_or(&[][..], Vec::as_slice);
    let differs = !differences.is_empty();
    let obstacle = if differs { None } else { obstacle(&comparison) };
    if given.json {
        let told = json!({
            "differs": differs,
            "compared": obstacle.is_none(),
            "complete": comparison.complete,
            "facts": differences,
        });
        input::print(format!("{told:#}\n").as_bytes())?;
    } else {
        input::print(differences.iter().map(told).collect::<String>().as_bytes())?;
    }
    if let Some(obstacle) = obstacle {
        input::warn(obstacle);
    }
    if !comparison.complete {
        input::warn("a limit of work was met, so that something may be missing");
    }
    Ok(match (differs, obstacle, comparison.complete) {
        (true, ..) => ExitCode::from(DIFFERS),
        (false, None, true) => ExitCode::SUCCESS,
        _ => ExitCode::from(COULD_NOT),
    })
}

/// Why no detail could be compared; `None` where both say something alike.
fn obstacle(comparison: &Comparison<'_>) -> Option<&'static str> {
    let words = comparison.summary.as_ref().map(|side| side.words);
    match (words.left, words.right) {
        (0, 0) => Some("neither text has a word to compare: no detail could be compared"),
        (0, _) => Some("the left text has no word to compare: no detail could be compared"),
        (_, 0) => Some("the right text has no word to compare: no detail could be compared"),
        _ if comparison.passages.iter().any(Passage::is_shared) => None,
        _ => Some("nothing in common: no detail could be compared"),
    }
}

/// One difference on one line.
fn told(fact: &Value) -> String {
    let words = |side: &str| {
        let text = fact[side]["text"].as_str().unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            "–".to_owned()
        } else {
            words.join(" ")
        }
    };
    let name = |key: &str| fact[key].as_str().unwrap_or_default().to_owned();
    let (kind, detail) = (name("kind"), name("detail"));
    let line = format!("{kind}, {detail}: {} | {}", words("left"), words("right"));
    let line: String = line
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    line + "\n"
}
