//! One value in several writings.

use super::hold;

#[test]
fn one_unit_of_area_is_written_in_two_ways() {
    hold(&[
        [
            "The flat on the quay has 5 m² of balcony and a cellar.",
            "The flat on the quay has 5 m2 of balcony and a cellar.",
            "",
        ],
        [
            "The flat on the quay has 5 m² of balcony and a cellar.",
            "The flat on the quay has 6 m2 of balcony and a cellar.",
            "Number: 5 m² | 6 m2",
        ],
        [
            "They poured 40 m3 of water over the hay in the barn.",
            "They poured 40 m² of water over the hay in the barn.",
            "Number: 40 m3 | 40 m²",
        ],
    ]);
}

#[test]
fn a_pointed_word_is_the_word_of_the_tables() {
    hold(&[
        [
            "הסירה עזבה את החוף בבוקר ולא שבה אל הכפר.",
            "הַסִּירָה עָזְבָה אֶת הַחוֹף בַּבֹּקֶר וְלֹא שָׁבָה אֶל הַכְּפָר.",
            "",
        ],
        [
            "קנינו שלושה סלים של תאנים בשוק הישן.",
            "קָנִינוּ אַרְבָּעָה סַלִּים שֶׁל תְּאֵנִים בַּשּׁוּק הַיָּשָׁן.",
            "Number: שלושה | אַרְבָּעָה",
        ],
        [
            "لن تعود السفينة إلى الميناء قبل المساء.",
            "لَنْ تَعُودَ السَّفِينَةُ إِلَى المِينَاءِ قَبْلَ المَسَاءِ.",
            "",
        ],
    ]);
}

#[test]
fn a_bound_with_a_negation_denies_nothing() {
    hold(&[
        [
            "В порту стояло не менее 200 лодок из соседних деревень.",
            "В порту стояло 200 лодок из соседних деревень.",
            "Number: не менее 200 | 200",
        ],
        [
            "The harbour takes no more than 40 boats in winter, the office said.",
            "The harbour takes 40 boats in winter, the office said.",
            "Number: no more than 40 | 40",
        ],
        [
            "The harbour takes no more boats in winter, the office said.",
            "The harbour takes more boats in winter, the office said.",
            "Negation denied: no | ",
        ],
    ]);
}

#[test]
fn figures_with_an_m_are_metres_where_they_are_too_many_for_millions() {
    hold(&[
        [
            "The peak of the mountain is 8222m high and far from any road.",
            "The peak of the mountain is 8,222 m high and far from any road.",
            "",
        ],
        [
            "The peak of the mountain is 8222m high and far from any road.",
            "The peak of the mountain is 8,322 m high and far from any road.",
            "Number: 8222m | 8,322",
        ],
        [
            "The bridge on the road cost the town 950m and was paid at once.",
            "The bridge on the road cost the town 950 million and was paid at once.",
            "",
        ],
    ]);
}
