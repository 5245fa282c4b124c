use super::super::{Document, Vocabulary};
use crate::Options;

/// Sentences are parted by `|`; blanks around it are those of the text.
fn check(cases: &[&str]) {
    let mut wrong = Vec::new();
    for case in cases {
        let text = case.replace('|', "");
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let found: Vec<&str> = document
            .sentences
            .iter()
            .map(|sentence| &text[sentence.span.range()])
            .collect();
        if found != case.split('|').map(str::trim).collect::<Vec<_>>() {
            wrong.push(format!("{case}\n  {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn stops_end_sentences() {
    check(&[
        "The ferry was late. |Nobody knew why.",
        "Was it late? |It was! |They waited… |And waited.",
        "It grew to 3.5 million. |That is new.",
        "He came in 1990. |12 others followed.",
        "They said no. |Then they left.",
        "Order no. 5 was lost.",
        "It was late.|The next was not.",
        "It cost 1,000.|That is a lot.",
        "See https://example.org/a.html. |It is all there.",
        "She waited... and waited.",
        "They went on . . . until dark.",
        "It was ... I mean, it is late.",
        "It was late.... |I left.",
        "They counted one, two ... 40 boats that day.",
        "They counted one, two… 40 boats that day.",
        "Late!? |By how much?! |An hour.",
        "It is filed under N°. 77.310. |Nobody reads it.",
        "Ask ann.lee@example.org. |He knows.",
        "She sings with Hurrah! in the evening.",
        "He was never seen again. |. . . The house is empty.",
        "It ended.[3] |Nothing came of it.[4][5] |That is all.",
        "He wrote so in the Gazette (1987).2 |Others agreed.",
        "Stop!! |Why now?? |Nobody knew.",
    ]);
}

#[test]
fn what_follows_a_stop_decides() {
    check(&[
        "They counted one, two . . . 40 boats that day.",
        ": so the list begins. |Then it ends.",
        "“Stop!”, he said, and they stopped.",
        "They came from the U.S., Canada and Wales.",
        "It ended.[sic] Then it began.",
        "He went home. |(Nobody saw him.) |She stayed.",
        "Was it late? – no, early.",
        "He left. |– She stayed.",
        "It was dark. |“We know,” he said.",
        "Read it again.|Then read on .Then stop.",
        "They met on the 3. |Then they parted.",
        "It is in block B. |12 men live there.",
        "Take vitamin c. 12 pills are enough.",
        "The shop closed. |#ferry was the word of the day.",
        "They left early. |€40 were missing.",
        "He shouted stop!, but nobody heard.",
        "Was it Ann?; nobody knew.",
        "They lay at pier 12. |Boats came at night.",
        "He left. |…and she stayed.",
        "He came to the U.S. (as always) and left.",
    ]);
}

#[test]
fn abbreviations_do_not() {
    check(&[
        "Mr. Orlov met Dr. Lee and Gen. A. P. Hill in St. Albans.",
        "He lives in the U.S. and works for the U.N. in Geneva.",
        "He lives in the U.S. |The rest live here.",
        "The U.S. Senate met.",
        "They sold it to Hill & Co. in May.",
        "They sold it to Hill & Co. |It closed in May.",
        "At 7 a.m. Dr. Lee left.",
        "Shortly before 7 a.m. Dr. Lee left.",
        "They all left by 7 a.m. |Dr. Lee slept.",
        "They left by 7 a.m. |Dr. Lee slept.",
        "The last ferry left at 6 p.m. |Mr. Hill was not on it.",
        "It opens on Jan. 5 and closes on Dec. 31.",
        "Nobody came but Ann and I. |They were late.",
        "He is short of vitamin C. |The doctor said so.",
        "They chose Plan B. |“It was cheaper,” she said.",
        "It stands in Table C. |“Boat” means the ferry.",
        "They asked Anna B. “Red Hand” Berg about it.",
        "They asked Anna B. “Red” Berg about it.",
        "They asked Anna B. “Red Hand North” Berg about it.",
        "They asked Anna B. |“Red Hand of Dorn” Berg knew nothing of.",
        "They asked Anna B. |“The Red Hand of the North” Berg knew nothing of.",
        "It went, e.g., to the poor, i.e. to most.",
        "A. Hill, B. C. Lee et al. wrote it.",
        "The old name of the team that they had was Harstr. |5 of them came.",
        "Die Mühle steht in der Hauptstr. 5 am Fluss. |Sie mahlt.",
        "Kincir itu ada di Jl. Danau No. 5 di desa. |Anak datang.",
        "Η μυλωνού μένει στην οδ. Λίμνης αρ. 5. |Ο γιος ήρθε.",
        "Мельниця стоїть на вул. Довгій, буд. 5. |Діти прийшли.",
        "El molino está a aprox. 5 km del río. |Muele trigo.",
    ]);
}

#[test]
fn quotations_and_brackets_close_behind_stops() {
    check(&[
        "“We won.” |The crowd cheered.",
        "“We won,” she said. |“It was time.”",
        "“Who won?” she asked.",
        "“We won. |It was time.”",
        "“We won.”|The crowd cheered.",
        "She called (it was late. They slept.) and left.",
        "She called. |(It was late.) |They slept.",
        "He told Gazette Radio. |- Prices rise, he said.",
        "He [...] left. |They stayed.",
    ]);
}

#[test]
fn lists_in_running_text_are_parted() {
    check(&[
        "1. Mend the boat |2. Paint the boat |3. Sail the boat",
        "1) bread |2) milk |3) eggs",
        "(a) Bread. |(b) Milk. |(c) Eggs.",
        "• bread |• milk |• eggs",
        "a. Bread |b. Milk |c. Eggs",
        "(i) bread |(ii) milk |(iii) eggs",
        "For 1. above we pay, and for 2. we do not.",
    ]);
}

#[test]
fn languages_have_their_own_stops() {
    check(&[
        "Am 3. Mai kam Prof. Lang z. B. nach Ulm. |Das war 2019.",
        "Er wohnt im 2. Stock. |Sie auch.",
        "« Tu viens ? » |Il vient.",
        "¿Quién es? |¡Soy yo! |Vive en los EE. UU. desde 1990.",
        "To było w 1990 r. |Potem wyjechał.",
        "Sie kaufte Äpfel, Birnen usw. |Danach ging sie heim.",
        "Это г. Орёл. |Там живёт А. П. Орлов.",
        "Ο Νίκος ήρθε; |Ναι.",
        "Այսօր տոն է: |Վաղը չէ։",
        "هل وصل؟ |نعم. |وصل د. سمير أمس.",
        "वह आया। |क्या वह गया? |हाँ.",
        "他来了。|“真的吗？”她问。|没有人知道！",
        "「行く。」と彼は言った。|彼女は笑った。",
        // With the stops of the Latin script, which they type without a space.
        "他来了!|没有人知道.|为什么?|因为下雨.",
        "値段は3.5万円です.|高い!",
        // Thai and Lao shorten words with a stop and end no sentence with one.
        "เปิดเมื่อวันที่ 3 พ.ค. พ.ศ. 2560 เวลา 10.00 น. ที่ท่าเรือ",
        "เขาทำงานที่ บจก. ท่าเรือ มานาน",
        "ທ່ານ ດຣ. ຄຳ ມາແລ້ວ",
        "သူလာသည်။|ကောင်းသည်။",
    ]);
}

/// Thai puts a space between clauses and has no stops: a long text is still cut.
#[test]
fn thai_is_cut_at_spaces_of_long_texts() {
    let clause = "สะพานเปิดเมื่อวันอาทิตย์ที่ผ่านมาและมีคนมาเป็นจำนวนมากเพื่อดูสะพานใหม่นี้ด้วยตาตนเองทั้งวัน";
    let text = format!("{clause} {clause}");
    let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
    assert_eq!(document.sentences.len(), 2);
}

/// A stop ends no sentence between brackets, but brackets that are 80 words apart are strays.
#[test]
fn brackets_hold_sentences_together() {
    for (words, sentences) in [(0, 2), (74, 2), (84, 3)] {
        let filler = vec!["word"; words].join(" ");
        let text = format!("She (it rained. Boats {filler}) left. Then she came back.");
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        assert_eq!(document.sentences.len(), sentences, "{words} words");
    }
}

/// 60 characters make a long text without stops.
#[test]
fn thai_is_cut_at_the_first_space_behind_sixty_characters() {
    for (spaces, sentences) in [([52, 57], 1), ([52, 66], 2), ([62, 66], 2)] {
        let mut text = "ก".repeat(120);
        for at in spaces.into_iter().rev() {
            text.insert(at * "ก".len(), ' ');
        }
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        assert_eq!(document.sentences.len(), sentences, "spaces at {spaces:?}");
    }
}

#[test]
fn stops_without_a_space_end_sentences_between_words() {
    check(&[
        "The boats lay still.|Nobody came.",
        "He said “never.”|The rest slept.",
        "It cost 1,000.|It was worth it.",
        "He saw them.|I did not.",
        "He saw them.|A boat came.",
        "See node.js and Mr.Lee and U.S.Army men.",
        "He has no.One can tell.",
        "It came at 5.The rest slept.",
        "She saw it.Then she slept.",
        "He said “go.”|The rest slept.",
        "He said “never.”|X came.",
        "He left (late.)|The rest stayed.",
        "It is file.X of three.",
    ]);
}

#[test]
fn ordinals_and_letters_go_on() {
    check(&[
        "Er kam am 3. Mai nach Ulm.",
        "Er wohnt vom 1.–3. Oktober in Ulm.",
        "Es war der 3. Versuch in Ulm.",
        "It was pier 112. |May came late.",
        "9. Mája 2019 prišla loď.",
        "The ship came in May 12. |2019 was a good year.",
        "Das war am 3. Oktober 1990 in Ulm.",
        "J. Lee came. |K. Hill left.",
        "It is on p. 5 of the book.",
        "He drove at 100 km/h. |Nobody minded.",
        "It was 5 m. |The next was 6 m.",
        "Add vitamin B. |12 came later.",
        "В 1990 г. он уехал. |Это было в 1991 г. |Он вернулся.",
        "Ann and I. |Nobody else came.",
        "He came from the U.S. in 1990.",
        "He came to the U.S. 12 days later.",
        "At 7 a.m. Ann rose.",
        "She rose long before 7 a.m. |Ann slept.",
        "The men of N. Lund came.",
    ]);
}

#[test]
fn ellipses_and_asides_go_on_or_end() {
    check(&[
        "He said [...] nothing more.",
        "He said (...) Nothing more.",
        "He left. |... and then came back.",
        "We waited… I slept.",
        "We waited... I'm sure of it.",
        "We waited… |It rained.",
        "We waited .... |It rained.",
        "「行く？」と彼は言った。",
        "“真的吗？”她问。|“走！”他说。",
        "他走了。|（没有人知道。）|她来了。",
        "Hast du Zeit? |– Nein.",
        "He asked why? and left.",
        "Nobody (but Ann!) came.",
        "Nobody [but Ann?] came.",
        "Nobody {but Ann.} came.",
        "She said: “It is late.” |“Yes.”",
        "He [left. |She stayed.",
        "(It rained. It snowed.) |Then it ended.",
        "“We waited…” |She slept.",
        "It is in room bb. |The next is free.",
        "He left.) |She stayed.",
        "Is it (1) bread, (2) milk or (3) eggs? |All.",
    ]);
}

#[test]
fn what_stands_around_a_stop_decides() {
    check(&[
        // Marks behind it.
        "他来了！！|没有人知道？！|是的。",
        "“他来了。”|没有人知道。",
        "Er sagte: »Es ist spät.« |Dann ging er.",
        "Il dit : « Je vis aux U.S. » puis il partit.",
        "Il cria « stop ! », puis il partit.",
        "He named many, e.g.: Twelve boats.",
        "It ended. |[3] is the last note.",
        "Was it ten?... 12 boats came.",
        "They waited...Nobody knew why.",
        // What follows.
        "They need... |1) bread |2) milk",
        "Bring these!? |(a) Bread. |(b) Milk.",
        "See no. “12” on the list.",
        "See no. &quot;12&quot; on the list.",
        "They live in block B. |12th Street is near.",
        "It was late! –She knew it– and dark.",
        "Who left? |– Nobody.",
        "Did they say no? |12 left at once.",
        "Yahoo!と書く。|終わり。",
        "それはe.g.と書く。|終わり。",
        // Nothing before it.
        "... and so it began. |Then it ended.",
        // A year that opens a sentence does not end it.
        "Осенью в 1990 г. Орлов уехал.",
        "Это было в 1990 г. |Орлов уехал.",
        // Ordinals.
        "Prišiel 9. Mája 2019 domov. |Potom spal.",
        "Sie kam am 3. |„Endlich“, sagte er.",
        "Die 1.–3. Klasse blieb zu Hause. |Die 4. auch.",
        // Armenian, by a colon; and not behind a figure.
        "Այսօր տոն է…: |Վաղը չէ։",
        "Տոն է 5: նա եկավ։",
        // A word is no abbreviation.
        "สะพานเปิดเมื่อวันอาทิตย์. |They came.",
        "เปิดเมื่อ เมย. Ann came.",
        "They went over the long old bridge that is called by all who live near it the สะพาน.",
    ]);
}
