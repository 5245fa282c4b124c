//! Words of one language in two texts of which only one tells it.

use super::hold;

const ENGLISH: &str = "The owners of the old mill left the town on Friday after the roof had fallen in. \
                       Nobody could say when they would come back to the river.";
const GERMAN: &str = "Die Mühle am Fluss wurde am Freitag verkauft, weil das Dach eingestürzt war. \
                      Wann die Besitzer in die Stadt kommen, ist noch nicht bekannt. \
                      Der Müller und seine Frau wohnen jetzt bei der Tochter. \
                      Auf dem Hof stehen die Karren noch so, wie sie waren.";

/// Holds left and right, behind what only the right says, and the one fact that is expected; nothing for none.
fn hold_behind(only: &str, table: &[[&str; 3]]) {
    for [left, right, expected] in table {
        hold(&[[left, &format!("{only} {right}"), expected]]);
        hold(&[[&format!("{only} {right}"), left, &swapped(expected)]]);
    }
}

fn swapped(fact: &str) -> String {
    match fact.split_once(": ") {
        None => String::new(),
        Some((kind, values)) => {
            let (left, right) = values.split_once(" | ").expect("two values");
            format!("{kind}: {right} | {left}")
        }
    }
}

#[test]
fn the_same_words_state_the_same_beside_another_language() {
    let spanish = "La junta concedió tres millones de coronas el 4 de junio de 2032.";
    let french = "La ville a payé 3,6 millions d'euros pour le moulin.";
    hold_behind(
        ENGLISH,
        &[
            [spanish, spanish, ""],
            [french, french, ""],
            [
                "Нина Тальская не продаст мельницу до осени, которая будет сухой.",
                "НИНА ТАЛЬСКАЯ НЕ ПРОДАСТ МЕЛЬНИЦУ ДО ОСЕНИ, КОТОРАЯ БУДЕТ СУХОЙ.",
                "",
            ],
        ],
    );
    hold_behind(GERMAN, &[[french, french, ""], [spanish, spanish, ""]]);
}

#[test]
fn clauses_of_another_language_state_the_same_in_another_order() {
    let french = "Le meunier de la ville a fermé la porte du moulin, après que le toit est tombé dans la rivière. \
                  La ville a payé le moulin, mais elle n'a pas encore les clés de la porte. \
                  Les enfants du meunier sont dans une autre école, et sa femme est chez sa mère.";
    hold(&[[
        &format!(
            "{french} She said the wheel was no longer than 9 metres, but it had risen by 20 percent since May."
        ),
        &format!(
            "{ENGLISH} But it had risen by 20 percent since May, she said the wheel was no longer than 9 metres."
        ),
        "",
    ]]);
}

#[test]
fn what_differs_is_told_beside_another_language() {
    hold_behind(
        ENGLISH,
        &[
            [
                "La junta concedió tres millones de coronas el 4 de junio de 2032.",
                "La junta concedió cuatro millones de coronas el 4 de junio de 2032.",
                "Number: tres millones | cuatro millones",
            ],
            [
                "La junta concedió tres millones de coronas el 4 de junio de 2032.",
                "La junta concedió tres millones de coronas el 5 de junio de 2032.",
                "Date: 4 de junio de 2032 | 5 de junio de 2032",
            ],
            [
                "La ville a payé 20 pour cent du prix du moulin.",
                "La ville a payé 20 du prix du moulin.",
                "",
            ],
            [
                "Нина Тальская не продаст мельницу до осени, которая будет сухой.",
                "Нина Тальская продаст мельницу до осени, которая будет сухой.",
                "Negation denied: не | ",
            ],
        ],
    );
}

/// Where one text is cut into sentences otherwise, a date is still the same date.
#[test]
fn the_same_words_state_the_same_in_sentences_cut_otherwise() {
    hold_behind(
        ENGLISH,
        &[
            [
                "Der alte Rat will die Mühle am 7. Mai 2031 wieder öffnen.",
                "Der neue Rat will die Mühle am 7. Mai 2031 wieder öffnen.",
                "",
            ],
            [
                "Der alte Rat will die Mühle am 7. Mai 2031 wieder öffnen.",
                "Der alte Rat will die Mühle am 8. Mai 2031 wieder öffnen.",
                "Date: 7. Mai 2031 | 8. Mai 2031",
            ],
        ],
    );
}

#[test]
fn a_denial_in_capitals_is_the_same_one() {
    hold(&[[
        "She did NOT sell the mill to the town, and the owner will open it in the spring.",
        "She did not sell the mill to the town, and the owner will not open it in the spring.",
        "Negation denied:  | not",
    ]]);
}
