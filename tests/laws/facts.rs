//! Laws of differences of fact, on generated pairs of texts in several languages.

use proptest::prelude::*;
use twicetold::{Comparison, Options, compare, facts::FactKind, span::Span};

use crate::passages::options;

/// Sentences that state and deny something, each in two clauses and the mark between them.
const SENTENCES: &[[&str; 3]] = &[
    [
        "The tram had not run since 4 June 2029",
        ", ",
        "said the two drivers of the depot.",
    ],
    [
        "He lost no more than 9 sacks of flour",
        ", but ",
        "the price rose by 15 percent in May.",
    ],
    [
        "At least 30 bakers met on Monday",
        ", and ",
        "Ada Brenner spoke for the third time.",
    ],
    [
        "El puente no costó dos millones de euros",
        ", ",
        "dijo Inés Robledo el 9 de abril de 2033.",
    ],
    [
        "Nadie pagó más de 40 coronas",
        ", y ",
        "la feria abrió a las nueve y media.",
    ],
    [
        "La ville n'a jamais payé 3,6 millions d'euros",
        ", ",
        "dit Luc Marchenoir lundi 8 mars.",
    ],
    [
        "Six bateaux sur dix sont partis",
        ", mais ",
        "aucun n'est rentré avant 18 h 45.",
    ],
    [
        "Am 3. Juni 2030 kamen nicht mehr als 20 Bäcker",
        ", ",
        "sagte Ilse Torhagen in Wennburg.",
    ],
    [
        "Keine der zwölf Mühlen steht still",
        ", und ",
        "eine halbe Million Euro fehlt noch.",
    ],
    [
        "Мельник не видел 12 лодок",
        ", ",
        "сказала Нина Тальская 5 марта 2032 года.",
    ],
    [
        "Değirmenci 14 çuval unu satmadı",
        ", ",
        "dedi Ayla Tezer 6 Nisan 2030 günü.",
    ],
    [
        "O moinho não custa 2,5 milhões",
        ", ",
        "disse Rui Valente na terça-feira.",
    ],
    [
        "Il mulino non ha venduto trenta sacchi",
        ", ",
        "disse Ugo Ferrante il 2 giugno 2031.",
    ],
    ["磨坊2031年5月9日没有卖出三百袋面粉", "，", "王师傅说。"],
    [
        "水車小屋は2031年5月9日に三百袋を売らなかった",
        "、",
        "と林さんは話した。",
    ],
    [
        "لم يبع الطحان ١٢ كيسا يوم الاثنين",
        "، ",
        "قالت سلمى في ٣ مايو ٢٠٣١.",
    ],
];

/// How a sentence is told.
#[derive(Clone, Copy, Debug)]
enum Telling {
    Plain,
    Capitals,
    /// The second clause first.
    Turned,
    Quoted,
}

fn sentence() -> impl Strategy<Value = String> {
    let telling = prop_oneof![
        4 => Just(Telling::Plain),
        1 => Just(Telling::Capitals),
        1 => Just(Telling::Turned),
        1 => Just(Telling::Quoted),
    ];
    (prop::sample::select(SENTENCES), telling).prop_map(|([first, mark, second], telling)| {
        match telling {
            Telling::Plain => format!("{first}{mark}{second}"),
            Telling::Capitals => format!("{first}{mark}{second}").to_uppercase(),
            Telling::Turned => {
                let (second, stop) = second.split_at(second.trim_end_matches(['.', '。']).len());
                format!("{second}{mark}{first}{stop}")
            }
            Telling::Quoted => format!("“{first}{mark}{second}”"),
        }
    })
}

/// Two texts, so that many sentences stand in both, beside others.
fn pair() -> impl Strategy<Value = (String, String)> {
    let text = || prop::collection::vec(sentence(), 1..4);
    (text(), text(), text()).prop_map(|(shared, left, right)| {
        let joined = |before: &[String], behind: &[String]| [before, behind].concat().join(" ");
        (joined(&shared, &left), joined(&right, &shared))
    })
}

/// A verbatim passage of the same text on both sides states and denies the same, of whatever languages the rest is.
fn verbatim_states_the_same(comparison: &Comparison<'_>) {
    let within = |one: Span, of: Span| of.start <= one.start && one.end <= of.end;
    let documents = &comparison.documents;
    for passage in &comparison.passages {
        let spans = passage.spans;
        if documents.left.text[spans.left.range()] != documents.right.text[spans.right.range()] {
            continue;
        }
        let inside = comparison.facts.differences.iter().find(|fact| {
            fact.kind != FactKind::Quotation
                && within(fact.spans.left, spans.left)
                && within(fact.spans.right, spans.right)
        });
        assert_eq!(inside, None, "{spans:?}");
    }
}

proptest! {
    #![proptest_config(crate::generated::cases(150))]

    #[test]
    fn the_same_words_state_the_same((left, right) in pair()) {
        verbatim_states_the_same(&compare(&left, &right, &Options::default()));
    }

    #[test]
    fn the_same_words_state_the_same_with_any_options((left, right) in pair(), options in options()) {
        verbatim_states_the_same(&compare(&left, &right, &options));
    }
}
