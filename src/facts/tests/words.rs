//! Words that mean something only in their language or beside what they belong to.

use super::hold;

#[test]
fn what_looks_like_a_negation_denies_nothing() {
    hold(&[
        [
            "O moleiro vive no vale da ponte e trabalha de noite.",
            "O moleiro vive num vale da ponte e trabalha de noite.",
            "",
        ],
        [
            "Người thợ đo không khí trong nhà cối mỗi buổi sáng.",
            "Người thợ đo nhiệt độ trong nhà cối mỗi buổi sáng.",
            "",
        ],
        [
            "この谷の冬は雨が少ないと職人は言った。",
            "この谷の冬は雨が多いと職人は言った。",
            "",
        ],
        [
            "सभा में हर बढ़ई ने अपना मत दिया और लौट गया।",
            "सभा में हर बढ़ई ने अपना वोट दिया और लौट गया।",
            "",
        ],
        [
            "آسیابان نه کیسه آرد به همسایه خود داد.",
            "آسیابان ده کیسه آرد به همسایه خود داد.",
            "Number: نه | ده",
        ],
        [
            "Ohne Zweifel ist die Werft alt und groß.",
            "Sicher ist die Werft alt und groß.",
            "",
        ],
        [
            "הנער הלך אל היער ביום סתיו קר.",
            "הנער הלך ליער ביום סתיו קר.",
            "",
        ],
        [
            "הנגר אמר שיש עצים למחסן הישן.",
            "הנגר אמר שאין עצים למחסן הישן.",
            "Negation denied: שיש | שאין",
        ],
    ]);
}

#[test]
fn numbers_stand_beside_what_they_count() {
    hold(&[
        [
            "โรงเลื่อยมีช่างสามคนทำงานตั้งแต่เช้า",
            "โรงเลื่อยมีช่างสี่คนทำงานตั้งแต่เช้า",
            "Number: สามคน | สี่คน",
        ],
        [
            "Ba người thợ sửa mái nhà cối từ mùa thu.",
            "Bốn người thợ sửa mái nhà cối từ mùa thu.",
            "Number: Ba người | Bốn",
        ],
        [
            "Pour 250ml of oil into the lamp and wait for an hour.",
            "Pour 350ml of oil into the lamp and wait for an hour.",
            "Number: 250ml | 350ml",
        ],
        [
            "The wheel gave 75kW at the old weir and ran for a week.",
            "The wheel gave 95kW at the old weir and ran for a week.",
            "Number: 75kW | 95kW",
        ],
        [
            "The shed was 20 °C warm when the joiners came in.",
            "The shed was 20 °F warm when the joiners came in.",
            "Number: 20 °C | 20 °F",
        ],
        [
            "ทางไปโรงเลื่อยใช้เวลา 5 นาทีโดยเรือ",
            "ทางไปโรงเลื่อยใช้เวลา 5 ชั่วโมงโดยเรือ",
            "Number: 5 นาที | 5 ชั่วโมง",
        ],
        [
            "목공소까지 5분 걸린다.",
            "목공소까지 5시간 걸린다.",
            "Number: 5분 | 5시간",
        ],
        [
            "Kereste deposuna giden yol 5 dakika sürüyor.",
            "Kereste deposuna giden yol 5 saat sürüyor.",
            "Number: 5 dakika | 5 saat",
        ],
        [
            "Der Leim trocknet 1½ Stunden im Schuppen.",
            "Der Leim trocknet 1,5 Stunden im Schuppen.",
            "",
        ],
        [
            "The board is ¼ inch thick and two feet long.",
            "The board is ¾ inch thick and two feet long.",
            "Number: ¼ inch | ¾ inch",
        ],
        [
            "Der Leim trocknet ¾ Stunde im Schuppen.",
            "Der Leim trocknet 3/4 Stunde im Schuppen.",
            "",
        ],
        [
            "The walk takes 1 3/4 hours from the sawmill.",
            "The walk takes 1 1/4 hours from the sawmill.",
            "Number: 1 3/4 hours | 1 1/4 hours",
        ],
        [
            "Two thirds of the boards were dry in May.",
            "2/3 of the boards were dry in May.",
            "",
        ],
        [
            "Der Leim trocknet 1½ Stunden im Schuppen.",
            "Der Leim trocknet 2½ Stunden im Schuppen.",
            "Number: 1½ Stunden | 2½ Stunden",
        ],
    ]);
}

#[test]
fn what_numbers_a_clause_is_no_number_and_no_name() {
    hold(&[
        [
            "Art. 12 Die Werft gehört allen. Art. 13 Gäste zahlen nichts.",
            "Art. 14 Die Werft gehört allen. Art. 15 Gäste zahlen nichts.",
            "",
        ],
        [
            "Madde 3 – Tersane herkese açıktır.",
            "Madde 5 – Tersane herkese açıktır.",
            "",
        ],
        [
            "(b) Sweep the sawmill before the gate is shut.",
            "(b) Lock the sawmill before the gate is shut.",
            "",
        ],
    ]);
}

#[test]
fn a_name_is_the_same_in_other_letters() {
    hold(&[
        [
            "The plan was drawn by Łukasz Dąbski at the yard in May.",
            "The plan was drawn by Lukasz Dabski at the yard in May.",
            "",
        ],
        [
            "Frau Müller schrieb den Brief an die Zunft der Tischler.",
            "Frau Mueller schrieb den Brief an die Zunft der Tischler.",
            "",
        ],
        [
            "The plan was drawn by Søren Kjær at the yard in May.",
            "The plan was drawn by Soeren Kjaer at the yard in May.",
            "",
        ],
    ]);
}

#[test]
fn a_dash_quotes_at_the_start_of_a_paragraph() {
    hold(&[
        [
            "—Cerraremos mañana —dijo la herrera—, si la nieve llega al valle.",
            "La herrera dijo: «Cerraremos mañana, si la nieve llega al valle».",
            "",
        ],
        [
            "Cerraremos mañana, si la nieve llega al valle.",
            "La herrera dijo: «Cerraremos mañana, si la nieve llega al valle».",
            "Quotation unquoted: Cerraremos mañana, si la nieve llega al valle | \
             Cerraremos mañana, si la nieve llega al valle",
        ],
    ]);
}

#[test]
fn gershayim_quote_and_shorten() {
    hold(&[
        [
            "מנכ\"ל המנסרה אמר: \"נפתח את השער בקיץ\" ויצא.",
            "מנכ״ל המנסרה אמר: ״נפתח את השער בקיץ״ ויצא.",
            "",
        ],
        [
            "הנגר אמר ״נבנה גשר לכל הכפר״ ביריד.",
            "הנגר אמר ״נבנה גשר לחצי הכפר״ ביריד.",
            "Quotation altered: נבנה גשר לכל הכפר | נבנה גשר לחצי הכפר",
        ],
    ]);
}
