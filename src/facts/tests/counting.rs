//! Numbers, places, days and sums of money, as languages write them.

use super::hold;

#[test]
fn hundreds_of_one_word_are_numbers() {
    hold(&[
        [
            "Во дворе старой мельницы стоят двести мешков муки.",
            "Во дворе старой мельницы стоят триста мешков муки.",
            "Number: двести | триста",
        ],
        [
            "Во дворе старой мельницы стоят двести сорок мешков муки.",
            "Во дворе старой мельницы стоят 240 мешков муки.",
            "",
        ],
        [
            "Στην αυλή του μύλου υπάρχουν διακόσια σακιά αλεύρι.",
            "Στην αυλή του μύλου υπάρχουν τριακόσια σακιά αλεύρι.",
            "Number: διακόσια | τριακόσια",
        ],
        [
            "En el patio del molino viejo hay quinientas vasijas.",
            "En el patio del molino viejo hay setecientas vasijas.",
            "Number: quinientas | setecientas",
        ],
        [
            "चक्की के आँगन में पैंतीस बोरियाँ रखी हैं।",
            "चक्की के आँगन में पचपन बोरियाँ रखी हैं।",
            "Number: पैंतीस | पचपन",
        ],
        [
            "Trong sân cối xay cũ có ba mươi lăm bao bột.",
            "Trong sân cối xay cũ có 35 bao bột.",
            "",
        ],
    ]);
}

#[test]
fn days_of_other_calendars_and_numbers_of_thai_clauses() {
    hold(&[
        [
            "جلسهٔ شورا ۳۰ فروردین برگزار شد.",
            "جلسهٔ شورا ۳۱ فروردین برگزار شد.",
            "Date: ۳۰ فروردین | ۳۱ فروردین",
        ],
        ["มาตรา 3 สระเปิดทุกวัน", "มาตรา 4 สระเปิดทุกวัน", ""],
    ]);
}

#[test]
fn numbers_in_words_of_thai_and_korean() {
    hold(&[
        [
            "ที่โรงสีเก่ามีข้าวสามสิบสองถุงในวันนี้",
            "ที่โรงสีเก่ามีข้าวสามสิบห้าถุงในวันนี้",
            "Number: สามสิบสอง | สามสิบห้า",
        ],
        ["ที่โรงสีเก่ามีคนงานสองร้อยสี่สิบคน", "ที่โรงสีเก่ามีคนงาน 240 คน", ""],
        // A husband, and who can: parts of other words.
        ["คนงานที่สามารถมาได้ก็มาที่โรงสี", "คนงานซึ่งสามารถมาได้ก็มาที่โรงสี", ""],
        [
            "낡은 방앗간 마당에 일꾼 이백 명이 모였다.",
            "낡은 방앗간 마당에 일꾼 삼백 명이 모였다.",
            "Number: 이백 | 삼백",
        ],
        [
            "낡은 방앗간 마당에 일꾼 이백사십 명이 모였다.",
            "낡은 방앗간 마당에 일꾼 240명이 모였다.",
            "",
        ],
        [
            "제3회 방앗간 잔치에 온 마을이 모였다.",
            "제5회 방앗간 잔치에 온 마을이 모였다.",
            "Number: 제3회 | 제5회",
        ],
    ]);
}

#[test]
fn places_in_a_row_are_numbers_in_their_forms() {
    hold(&[
        [
            "Stará lípa skončila třetí v soutěži stromů našeho kraje.",
            "Stará lípa skončila pátá v soutěži stromů našeho kraje.",
            "Number: třetí | pátá",
        ],
        [
            "Стара липа посіла третє місце на конкурсі дерев.",
            "Стара липа посіла п’яте місце на конкурсі дерев.",
            "Number: третє | п’яте",
        ],
        [
            "Vanha lehmus tuli kilpailussa kolmanneksi koko maassa.",
            "Vanha lehmus tuli kilpailussa viidenneksi koko maassa.",
            "Number: kolmanneksi | viidenneksi",
        ],
        [
            "درخت کهن در مسابقه باغ‌ها سوم شد.",
            "درخت کهن در مسابقه باغ‌ها پنجم شد.",
            "Number: سوم | پنجم",
        ],
        [
            "第三届水车节在河边举行，大家都来了。",
            "第五届水车节在河边举行，大家都来了。",
            "Number: 三 | 五",
        ],
    ]);
}

#[test]
fn numbers_of_clauses_state_nothing() {
    hold(&[
        [
            "第三條　水車由村民共同使用。",
            "第四條　水車由村民共同使用。",
            "",
        ],
        [
            "3 § Kvarnen är öppen för alla i byn.",
            "5 § Kvarnen är öppen för alla i byn.",
            "",
        ],
        ["ข้อ 3 โรงสีเปิดให้ทุกคนในหมู่บ้าน", "ข้อ 5 โรงสีเปิดให้ทุกคนในหมู่บ้าน", ""],
        [
            "Chapter 3. The mill stands by the river.",
            "Chapter 4. The mill stands by the river.",
            "",
        ],
        // What is said of a clause.
        [
            "Step 3 of the repair failed in the old mill.",
            "Step 4 of the repair failed in the old mill.",
            "Number: 3 | 4",
        ],
        // A number of a street is no name.
        [
            "Die Mühle Nr. 9 am Fluss mahlt bei Tag und bei Nacht.",
            "Die Mühle Nummer 9 am Fluss mahlt bei Tag und bei Nacht.",
            "",
        ],
    ]);
}

#[test]
fn days_of_every_week_and_of_other_calendars() {
    hold(&[
        [
            "Die alte Mühle am Fluss steht sonntags still.",
            "Die alte Mühle am Fluss steht montags still.",
            "Date: sonntags | montags",
        ],
        [
            "镇上的磨坊周二休息，邻居们都知道。",
            "镇上的磨坊周四休息，邻居们都知道。",
            "Date: 周二 | 周四",
        ],
        // Three times a week.
        [
            "磨坊每周三次送面粉到镇上。",
            "磨坊每周两次送面粉到镇上。",
            "Number: 三 | 两",
        ],
        [
            "آسیاب کهن در ۴ خرداد باز می‌شود.",
            "آسیاب کهن در ۴ مهر باز می‌شود.",
            "Date: ۴ خرداد | ۴ مهر",
        ],
        [
            "水車は三月に止まると村長は話した。",
            "水車は七月に止まると村長は話した。",
            "Date: 三月 | 七月",
        ],
    ]);
}

#[test]
fn money_is_told_by_its_letters() {
    hold(&[
        [
            "Kincir itu berharga Rp1.400.500,00 dan dibayar desa.",
            "Kincir itu berharga Rp1.500.500,00 dan dibayar desa.",
            "Number: Rp1.400.500,00 | Rp1.500.500,00",
        ],
        [
            "The mill was sold for EUR 500 to a baker of the town.",
            "The mill was sold for USD 500 to a baker of the town.",
            "Number: EUR 500 | USD 500",
        ],
        [
            "The mill was sold for 500 EUR to a baker of the town.",
            "The mill was sold for €500 to a baker of the town.",
            "",
        ],
        [
            "The mill pond holds 300 litres of oil in old barrels.",
            "The mill pond holds 300 gallons of oil in old barrels.",
            "Number: 300 litres | 300 gallons",
        ],
    ]);
}

#[test]
fn a_denial_may_begin_in_what_is_kept() {
    hold(&[
        [
            "村長は古い水車を売りますと話した。",
            "村長は古い水車を売りませんと話した。",
            "Negation denied: す | ません",
        ],
        // Excuse me.
        [
            "すみませんが、水車は止まっています。",
            "水車は止まっています。",
            "",
        ],
    ]);
}

#[test]
fn a_little_word_that_begins_a_sentence_is_no_name() {
    hold(&[[
        "C’est la Caisse des dépôts qui paie le moulin.",
        "La Caisse des dépôts paie le moulin.",
        "",
    ]]);
}

#[test]
fn a_half_more_is_told_in_many_ways() {
    let same = [
        [
            "The mill cost one and a half million crowns.",
            "The mill cost 1.5 million crowns.",
        ],
        [
            "The walk to the mill took two hours and a half.",
            "The walk to the mill took 150 minutes.",
        ],
        [
            "Die Mühle kostete anderthalb Millionen Kronen.",
            "Die Mühle kostete 1,5 Millionen Kronen.",
        ],
        [
            "Der Weg zur Mühle dauerte zweieinhalb Stunden.",
            "Der Weg zur Mühle dauerte 2,5 Stunden.",
        ],
        [
            "Le moulin coûta un million et demi de couronnes.",
            "Le moulin coûta 1,5 million de couronnes.",
        ],
        [
            "El molino costó dos millones y medio de coronas.",
            "El molino costó 2,5 millones de coronas.",
        ],
        [
            "Młyn kosztował półtora miliona koron i stoi.",
            "Młyn kosztował 1,5 mln koron i stoi.",
        ],
        [
            "Дорога до мельницы заняла два с половиной часа.",
            "Дорога до мельницы заняла 2,5 часа.",
        ],
        [
            "A malom másfél millióba került a falunak.",
            "A malom 1,5 millióba került a falunak.",
        ],
        [
            "Değirmen bir buçuk milyon liraya mal oldu.",
            "Değirmen 1,5 milyon liraya mal oldu.",
        ],
    ];
    hold(&same.map(|[left, right]| [left, right, ""]));
    hold(&[
        [
            "Der Weg zur Mühle dauerte zweieinhalb Stunden.",
            "Der Weg zur Mühle dauerte dreieinhalb Stunden.",
            "Number: zweieinhalb Stunden | dreieinhalb Stunden",
        ],
        [
            "The mill sold two and a half tonnes of flour.",
            "The mill sold two tonnes of flour.",
            "Number: two and a half tonnes | two tonnes",
        ],
    ]);
}

#[test]
fn minutes_in_words_are_no_other_time() {
    hold(&[
        [
            "Le moulin ferme à dix-neuf heures trente.",
            "Le moulin ferme à 19h30.",
            "",
        ],
        [
            "Le moulin ferme à dix-neuf heures.",
            "Le moulin ferme à 18h.",
            "Date: dix-neuf heures | 18h",
        ],
    ]);
}
