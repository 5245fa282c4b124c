//! Values of an original and its translation.

use super::{FactKind, Options, Side, Sides, Span, compare};
use crate::meaning::Vectors;

const ENGLISH: [&str; 5] = [
    "The lighthouse on the rock went dark on March 7, and nine boats waited outside the bar.",
    "The keeper had lived with his family on the rock since 1987.",
    "The board of the harbour will meet on Thursday to decide about the repairs.",
    "The new lamp costs 240,000 euros and uses 35 percent less of the power that it had.",
    "In the storm of November 12, 2019, one boat and three fishermen were lost.",
];
const GERMAN: [&str; 5] = [
    "Der Leuchtturm auf dem Felsen erlosch am 7. März, und neun Boote warteten vor der Hafeneinfahrt.",
    "Der Wärter hatte mit seiner Familie seit 1987 auf dem Felsen gelebt.",
    "Der Rat des Hafens tritt am Donnerstag zusammen, um über die Reparatur zu entscheiden.",
    "Die neue Lampe kostet 240.000 Euro und braucht 35 Prozent weniger von dem Strom, den sie hatte.",
    "Im Sturm vom 12. November 2019 gingen ein Boot und drei Fischer verloren.",
];

/// The differences of fact between the two, with words of the German put for others.
fn facts(changed: &[(&str, &str)]) -> Vec<String> {
    let german = changed
        .iter()
        .fold(GERMAN.join("\n\n"), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replace(old, new)
        });
    let english = ENGLISH.join("\n\n");
    // Each sentence means what the one in its place does, and nothing else.
    let same = || {
        let one = |at: usize| (0..ENGLISH.len()).map(move |of| f32::from(u8::from(of == at)));
        let numbers: Vec<f32> = (0..ENGLISH.len()).flat_map(one).collect();
        Vectors::new(ENGLISH.len(), &numbers)
    };
    let options = Options {
        meaning: Some(Sides::new(same(), same())),
        ..Options::default()
    };
    let comparison = compare(&english, &german, &options);
    assert_eq!(comparison.passages.len(), ENGLISH.len());
    let text = |side: Side, span: Span| &comparison.documents.get(side).text[span.range()];
    let told = comparison.facts.differences.iter().map(|fact| {
        assert!(matches!(fact.kind, FactKind::Number | FactKind::Date));
        let left = text(Side::Left, fact.spans.left);
        format!("{left} | {}", text(Side::Right, fact.spans.right))
    });
    told.collect()
}

#[test]
fn a_true_translation_differs_in_nothing() {
    assert_eq!(facts(&[]), [""; 0]);
    // A translator's choice: one and a.
    assert_eq!(facts(&[("ein Boot", "zwei Boote")]), [""; 0]);
}

#[test]
fn one_figure_or_date_that_differs_is_told() {
    for (old, new, told) in [
        ("7. März", "8. März", "March 7 | 8. März"),
        ("neun", "acht", "nine | acht"),
        ("drei Fischer", "vier Fischer", "three | vier"),
        ("1987", "1989", "1987 | 1989"),
        ("Donnerstag", "Freitag", "Thursday | Freitag"),
        ("240.000", "420.000", "240,000 euros | 420.000 Euro"),
        ("35 Prozent", "53 Prozent", "35 percent | 53 Prozent"),
        (
            "12. November",
            "13. November",
            "November 12, 2019 | 13. November 2019",
        ),
    ] {
        assert_eq!(facts(&[(old, new)]), [told], "{new}");
    }
}

/// Where more differs, the sentences may tell of two things.
#[test]
fn figures_that_face_several_are_not_told() {
    assert_eq!(facts(&[("seit 1987", "von 1990 bis 1995")]), [""; 0]);
    assert_eq!(facts(&[("7. März", "8. März"), ("neun", "acht")]), [""; 0]);
    assert_eq!(facts(&[("seit 1987", "mit 87 Schafen")]), [""; 0]);
}
