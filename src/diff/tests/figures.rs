//! Edits of numbers.

use super::marked;

#[test]
fn a_number_parted_by_blanks_is_edited_as_one() {
    for (left, right, expected) in [
        (
            "Il coûte 35 000 000 € net.",
            "Il coûte 53 000 000 € net.",
            "Il coûte [35 000 000|53 000 000](number) € net.",
        ),
        (
            "Он стоит 1 250 000 рублей.",
            "Он стоит 1 350 400 рублей.",
            "Он стоит [1 250 000|1 350 400](number) рублей.",
        ),
        (
            "Dorn\t12\t300",
            "Dorn\t13\t300",
            "Dorn\t[12|13](number)\t300",
        ),
        (
            "In 2031 300 came.",
            "In 2032 300 came.",
            "In [2031|2032](date) 300 came.",
        ),
        // Two numbers are two edits, and what follows a number is another one.
        (
            "Von 12 300 auf 14 500 Euro.",
            "Von 13 300 auf 15 500 Euro.",
            "Von [12 300|13 300](number) auf [14 500|15 500](number) Euro.",
        ),
        (
            "Die Fähre trug 35 000 Tonnen Erz.",
            "Die Fähre trug 53 000 Fässer Erz.",
            "Die Fähre trug [35 000|53 000](number) [Tonnen|Fässer](number) Erz.",
        ),
    ] {
        assert_eq!(marked(left, right), expected);
    }
}
