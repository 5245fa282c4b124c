//! Tells what differs in fact, and ends with what scripts ask for.

use std::process::ExitCode;

use serde_json::{Value, json};
use twicetold::{
    Comparison, compare,
    export::{self, Source},
    facts::Fact,
    passages::Passage,
    relation::RelationKind,
};

use super::pairs::json_line;
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
    let source = Source {
        language: given.said.language(),
        ..Source::new(&comparison, &options)
    };
    let differences = &comparison.facts.differences;
    let differs = !differences.is_empty();
    let obstacle = if differs { None } else { obstacle(&comparison) };
    if given.json {
        let found: Value = serde_json::from_str(&format!("{{{}", json_line(&source)))
            .map_err(|error| error.to_string())?;
        let told = json!({
            "differs": differs,
            "compared": obstacle.is_none(),
            "complete": comparison.complete,
            "facts": found["facts"],
        });
        input::print(format!("{told:#}\n").as_bytes())?;
    } else {
        let lines = differences.iter().map(|fact| told(&source, fact));
        input::print(lines.collect::<String>().as_bytes())?;
    }
    if let Some(obstacle) = &obstacle {
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

/// Why no detail could be compared; `None` where both say something alike, or the same words of which none are a passage.
fn obstacle(comparison: &Comparison<'_>) -> Option<String> {
    let why = match wordless(comparison) {
        Some(what) => what,
        None if comparison.relation.kind == RelationKind::Same => return None,
        None if comparison.passages.iter().any(Passage::is_shared) => return None,
        None => "nothing in common",
    };
    Some(format!("{why}: no detail could be compared"))
}

/// Which text has no word; `None` where both have some.
pub fn wordless(comparison: &Comparison<'_>) -> Option<&'static str> {
    let words = comparison.summary.as_ref().map(|side| side.words);
    match (words.left, words.right) {
        (0, 0) => Some("neither text has a word to compare"),
        (0, _) => Some("the left text has no word to compare"),
        (_, 0) => Some("the right text has no word to compare"),
        _ => None,
    }
}

/// One difference on one line.
fn told(source: &Source<'_>, fact: &Fact) -> String {
    let line = export::fact(source, fact);
    let shown = line
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c });
    shown.chain(['\n']).collect()
}
