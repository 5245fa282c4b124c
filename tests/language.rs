//! What the tables of the languages do for a reader: in every language a day, a date, a number and a denial that
//! differ are told as such, and quotations agree whatever their marks.

use twicetold::{
    Options, compare,
    document::{Boilerplate, Document, Role, Vocabulary},
    facts::{Detail, FactKind, Facts},
    language::Languages,
};

/// A language by a sentence with a gap, and what may stand in the gap.
struct Sample {
    code: &'static str,
    /// `{}` is the gap.
    sentence: &'static str,
    /// Two days of one month each, in different months.
    dates: [&'static str; 2],
    weekdays: [&'static str; 2],
    numbers: [&'static str; 2],
    negation: &'static str,
    /// The marks of a quotation.
    quotes: [&'static str; 2],
    /// A date line of 7 May 2031.
    line: &'static str,
}

#[allow(clippy::too_many_arguments, reason = "a row of a table")]
const fn sample(
    code: &'static str,
    sentence: &'static str,
    dates: [&'static str; 2],
    weekdays: [&'static str; 2],
    numbers: [&'static str; 2],
    negation: &'static str,
    quotes: [&'static str; 2],
    line: &'static str,
) -> Sample {
    Sample {
        code,
        sentence,
        dates,
        weekdays,
        numbers,
        negation,
        quotes,
        line,
    }
}

#[rustfmt::skip]
static SAMPLES: [Sample; 30] = [
    sample("en", "The council of the town has said that the old ferry will {} be there for all of us", ["7 May", "7 June"], ["Monday", "Friday"], ["seven", "nine"], "never", ["“", "”"], "Wednesday, 7 May 2031"),
    sample("de", "Der Rat der Stadt hat gesagt, dass die alte Fähre {} für uns alle auf dem See ist", ["7. Mai", "7. Juni"], ["Montag", "Freitag"], ["sieben", "neun"], "nicht", ["„", "“"], "Mittwoch, 7. Mai 2031"),
    sample("fr", "Le conseil de la ville a dit que le vieux bac sera {} là pour tous avec les autres", ["7 mai", "7 juin"], ["lundi", "vendredi"], ["sept", "neuf"], "pas", ["«", "»"], "mercredi 7 mai 2031"),
    sample("es", "El consejo de la ciudad dijo que la barca vieja está {} en el puerto para todos", ["7 de mayo", "7 de junio"], ["lunes", "viernes"], ["siete", "nueve"], "nunca", ["«", "»"], "miércoles, 7 de mayo de 2031"),
    sample("it", "Il consiglio della città ha detto che il vecchio traghetto è {} nel porto per tutti", ["7 maggio", "7 giugno"], ["lunedì", "venerdì"], ["sette", "nove"], "non", ["«", "»"], "mercoledì 7 maggio 2031"),
    sample("pt", "O conselho da cidade disse que a balsa velha está {} no porto para todos", ["7 de maio", "7 de junho"], ["segunda-feira", "sexta-feira"], ["sete", "nove"], "não", ["“", "”"], "quarta-feira, 7 de maio de 2031"),
    sample("nl", "De raad van de stad zei dat het oude veer {} in de haven is voor ons en de anderen", ["7 mei", "7 juni"], ["maandag", "vrijdag"], ["zeven", "negen"], "niet", ["‘", "’"], "woensdag 7 mei 2031"),
    sample("sv", "Rådet i staden sade att den gamla färjan {} ska vara där för oss och de andra", ["7 maj", "7 juni"], ["måndag", "fredag"], ["sju", "nio"], "inte", ["”", "”"], "onsdag 7 maj 2031"),
    sample("da", "Byens råd sagde, at den gamle færge {} skal være der for os og de andre efter et år", ["7. maj", "7. juni"], ["mandag", "fredag"], ["syv", "ni"], "ikke", ["»", "«"], "onsdag den 7. maj 2031"),
    sample("nb", "Byens råd sa at den gamle fergen {} skal være der for oss og de andre etter noen år", ["7. mai", "7. juni"], ["mandag", "fredag"], ["sju", "ni"], "ikke", ["«", "»"], "onsdag 7. mai 2031"),
    sample("fi", "Kaupungin neuvosto sanoi, että vanha lautta on {} siellä ja se on kaikki mitä hän sai", ["7. toukokuuta", "7. kesäkuuta"], ["maanantaina", "perjantaina"], ["seitsemän", "yhdeksän"], "ei", ["”", "”"], "keskiviikko 7. toukokuuta 2031"),
    sample("pl", "Rada miasta powiedziała, że stary prom jest {} w porcie i że to dla nas po latach", ["7 maja", "7 czerwca"], ["poniedziałek", "piątek"], ["siedem", "dziewięć"], "nie", ["„", "”"], "środa, 7 maja 2031"),
    sample("cs", "Rada města řekla, že starý přívoz je {} v přístavu a že to je pro všechny po roce", ["7. května", "7. června"], ["pondělí", "pátek"], ["sedm", "devět"], "není", ["„", "“"], "středa 7. května 2031"),
    sample("hr", "Vijeće grada reklo je da je stara skela {} u luci i da će to biti za sve nas", ["7. svibnja", "7. lipnja"], ["ponedjeljak", "petak"], ["sedam", "devet"], "ne", ["„", "“"], "srijeda, 7. svibnja 2031."),
    sample("hu", "A város tanácsa azt mondta, hogy az öreg komp {} ott van a kikötőben és ez a mi dolgunk", ["május 7", "június 7"], ["hétfő", "péntek"], ["hét", "kilenc"], "nem", ["„", "”"], "2031. május 7., szerda"),
    sample("ro", "Consiliul orașului a spus că bacul vechi este {} în port și că va fi pentru toți", ["7 mai", "7 iunie"], ["luni", "vineri"], ["șapte", "nouă"], "nu", ["„", "”"], "miercuri, 7 mai 2031"),
    sample("ru", "Совет города сказал, что старый паром {} есть в порту и что это для всех нас", ["7 мая", "7 июня"], ["понедельник", "пятницу"], ["семь", "девять"], "не", ["«", "»"], "среда, 7 мая 2031 г."),
    sample("uk", "Рада міста сказала, що старий пором {} є у порту і що це для всіх нас", ["7 травня", "7 червня"], ["понеділок", "п’ятницю"], ["сім", "дев’ять"], "не", ["«", "»"], "середа, 7 травня 2031 р."),
    sample("el", "Το συμβούλιο της πόλης είπε ότι το παλιό φέρι {} είναι στο λιμάνι για όλους και τους άλλους", ["7 Μαΐου", "7 Ιουνίου"], ["Δευτέρα", "Παρασκευή"], ["επτά", "εννέα"], "δεν", ["«", "»"], "Τετάρτη 7 Μαΐου 2031"),
    sample("tr", "Kent meclisi eski feribotun {} limanda olduğunu ve bunun herkes için daha iyi bir şey olduğunu dedi", ["7 Mayıs", "7 Haziran"], ["Pazartesi", "Cuma"], ["yedi", "dokuz"], "değil", ["“", "”"], "7 Mayıs 2031 Çarşamba"),
    sample("ar", "قال مجلس المدينة إن العبارة القديمة {} في الميناء وإن ذلك كان من أجل كل الناس بعد هذا", ["7 مايو", "7 يونيو"], ["الاثنين", "الجمعة"], ["سبعة", "تسعة"], "ليس", ["«", "»"], "الأربعاء 7 مايو 2031"),
    sample("he", "מועצת העיר אמרה כי המעבורת הישנה {} היא של כל אנשי העיר וגם של מי שלא גר בה עוד", ["7 במאי", "7 ביוני"], ["יום שני", "יום שישי"], ["שבעה", "תשעה"], "לא", ["”", "”"], "יום רביעי, 7 במאי 2031"),
    sample("fa", "شورای شهر گفت که کشتی قدیمی {} در بندر است و این برای همه آنها بود", ["7 مه", "7 ژوئن"], ["دوشنبه", "جمعه"], ["هفت", "هشت"], "هرگز", ["«", "»"], "چهارشنبه ۷ مه ۲۰۳۱"),
    sample("hi", "नगर परिषद ने कहा कि पुरानी नाव {} इस घाट पर है और यह सभी के लिए थी", ["7 मई", "7 जून"], ["सोमवार", "शुक्रवार"], ["सात", "नौ"], "नहीं", ["“", "”"], "बुधवार, 7 मई 2031"),
    sample("zh", "市议会说旧渡船{}停在港口，这是我们和他们的船，也是一个老人的船", ["5月7日", "6月7日"], ["星期一", "星期五"], ["三十七", "三十九"], "没有", ["“", "”"], "2031年5月7日 星期三"),
    sample("ja", "市議会は古い渡し船が{}港にあると言い、これはみんなの船であるとした", ["5月7日", "6月7日"], ["月曜日", "金曜日"], ["三十七", "三十九"], "不", ["「", "」"], "2031年5月7日（水曜日）"),
    sample("ko", "시의회는 오래된 배가 {} 항구에 있다 고 말했다 그리고 이 배는 우리 모든 사람의 것 이다", ["5월 7일", "6월 7일"], ["월요일", "금요일"], ["일곱", "아홉"], "못", ["“", "”"], "2031년 5월 7일 수요일"),
    sample("vi", "Hội đồng thành phố nói rằng chiếc phà cũ {} ở trong cảng và đó là của tất cả chúng ta", ["ngày 7 tháng 5", "ngày 7 tháng 6"], ["thứ hai", "thứ sáu"], ["bảy", "chín"], "không", ["“", "”"], "Thứ Tư, ngày 7 tháng 5 năm 2031"),
    sample("id", "Dewan kota mengatakan bahwa kapal tua itu {} ada di pelabuhan dan ini untuk kita yang lain", ["7 Mei", "7 Juni"], ["Senin", "Jumat"], ["tujuh", "sembilan"], "tidak", ["“", "”"], "Rabu, 7 Mei 2031"),
    sample("th", "สภาเมืองกล่าวว่าเรือข้ามฟากเก่า {} อยู่ที่ท่าเรือและเป็นของทุกคนในเมืองนี้", ["7 พฤษภาคม", "7 มิถุนายน"], ["วันจันทร์", "วันศุกร์"], ["37", "39"], "ไม่", ["“", "”"], "วันพุธที่ 7 พฤษภาคม 2574"),
];

fn facts(left: &str, right: &str) -> Facts {
    compare(left, right, &Options::default()).facts
}

/// What is told of two texts: the differences by kind and detail, with what stands there.
fn differences(left: &str, right: &str) -> Vec<(FactKind, Detail, String, String)> {
    let differences = facts(left, right).differences.into_iter();
    let told = differences.map(|fact| {
        let (l, r) = (
            &left[fact.spans.left.range()],
            &right[fact.spans.right.range()],
        );
        (fact.kind, fact.detail, l.to_owned(), r.to_owned())
    });
    told.collect()
}

impl Sample {
    fn with(&self, gap: &str) -> String {
        self.sentence.replace("{}", gap) + "."
    }

    /// Holds that two fillings of the gap differ as a kind, and nothing else does.
    fn holds(&self, kind: FactKind, gaps: [&str; 2]) {
        let [left, right] = gaps.map(|gap| self.with(gap));
        let told = differences(&left, &right);
        let [(found, Detail::Different, l, r)] = told.as_slice() else {
            panic!("{}: {gaps:?} came as {told:?}", self.code);
        };
        assert_eq!(*found, kind, "{}: {gaps:?}", self.code);
        assert!(
            gaps[0].contains(l.as_str()) || l.contains(gaps[0]),
            "{}: {l}",
            self.code
        );
        assert!(
            gaps[1].contains(r.as_str()) || r.contains(gaps[1]),
            "{}: {r}",
            self.code
        );
    }
}

#[test]
fn every_language_has_a_sample() {
    let mut codes: Vec<&str> = SAMPLES.iter().map(|sample| sample.code).collect();
    codes.sort_unstable();
    let mut known: Vec<&str> = Languages::codes().to_vec();
    known.sort_unstable();
    assert_eq!(codes, known);
}

#[test]
fn a_text_is_told_to_be_in_its_language() {
    for sample in &SAMPLES {
        let text = sample.with("");
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let own = Languages::of(sample.code).unwrap();
        assert!(document.languages.meets(own), "{}", sample.code);
        assert_ne!(document.languages, Languages::ALL, "{}", sample.code);
    }
}

#[test]
fn dates_differ() {
    SAMPLES
        .iter()
        .for_each(|sample| sample.holds(FactKind::Date, sample.dates));
}

#[test]
fn weekdays_differ() {
    SAMPLES
        .iter()
        .for_each(|sample| sample.holds(FactKind::Date, sample.weekdays));
}

#[test]
fn numbers_differ() {
    SAMPLES
        .iter()
        .for_each(|sample| sample.holds(FactKind::Number, sample.numbers));
}

#[test]
fn one_side_denies() {
    for sample in &SAMPLES {
        let (left, right) = (sample.with(""), sample.with(sample.negation));
        let told = differences(&left, &right);
        let denied = told
            .iter()
            .filter(|one| (one.0, one.1) == (FactKind::Negation, Detail::Denied));
        assert_eq!(denied.count(), 1, "{}: {told:?}", sample.code);
    }
}

#[test]
fn quotations_agree_whatever_their_marks() {
    for sample in &SAMPLES {
        let (start, end) = sample.sentence.split_once("{}").unwrap();
        let [open, close] = sample.quotes;
        let left = format!("{start} {open}{}{close}.", end.trim());
        let right = format!("{start} \"{}\".", end.trim());
        let facts = facts(&left, &right);
        assert!(
            facts.differences.is_empty(),
            "{}: {:?}",
            sample.code,
            facts.differences
        );
        let agreed = facts
            .agree
            .iter()
            .filter(|one| one.kind == FactKind::Quotation);
        assert_eq!(agreed.count(), 1, "{}", sample.code);
    }
}

/// Prose below a title, long enough to be running text in any script.
const PROSE: &str = "The mayor opened the bridge on a fine morning, and a large crowd came to see it in the wind and the rain, \
for nobody had thought that it would ever be built at all. After the speeches there was music until late.";

#[test]
fn a_line_with_a_date_is_no_heading() {
    for sample in &SAMPLES {
        let text = format!(
            "The bridge opens after nine years\n\n{}\n\n{PROSE}\n\n{PROSE}",
            sample.line
        );
        let document = Document::new(&text, &Options::default(), &mut Vocabulary::default());
        let roles: Vec<Role> = document
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.role)
            .collect();
        assert_eq!(roles[0], Role::Title, "{}", sample.code);
        assert_eq!(
            roles[1],
            Role::Boilerplate(Boilerplate::Dateline),
            "{}: {}",
            sample.code,
            sample.line
        );
    }
}
