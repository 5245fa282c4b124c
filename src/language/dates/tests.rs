use super::*;

#[test]
fn dates_are_read_in_every_language() {
    for (text, language, expected) in [
        ("7 May 2031", "en", "2031-05-07"),
        ("7. Mai 2031", "de", "2031-05-07"),
        ("7 mai 2031", "fr", "2031-05-07"),
        ("7 de mayo de 2031", "es", "2031-05-07"),
        ("7 maggio 2031", "it", "2031-05-07"),
        ("7 de maio de 2031", "pt", "2031-05-07"),
        ("7 mei 2031", "nl", "2031-05-07"),
        ("7 maj 2031", "sv", "2031-05-07"),
        ("7. maj 2031", "da", "2031-05-07"),
        ("7. mai 2031", "nb", "2031-05-07"),
        ("7. toukokuuta 2031", "fi", "2031-05-07"),
        ("7 maja 2031 r.", "pl", "2031-05-07"),
        ("7. května 2031", "cs", "2031-05-07"),
        ("7. svibnja 2031.", "hr", "2031-05-07"),
        ("2031. május 7.", "hu", "2031-05-07"),
        ("7 mai 2031", "ro", "2031-05-07"),
        ("7 мая 2031 г.", "ru", "2031-05-07"),
        ("7 травня 2031 року", "uk", "2031-05-07"),
        ("7 Μαΐου 2031", "el", "2031-05-07"),
        ("7 Mayıs 2031", "tr", "2031-05-07"),
        ("7 مايو 2031", "ar", "2031-05-07"),
        ("٧ أيار ٢٠٣١", "ar", "2031-05-07"),
        ("7 במאי 2031", "he", "2031-05-07"),
        ("۷ مهٔ ۲۰۳۱", "fa", "2031-05-07"),
        ("7 मई 2031", "hi", "2031-05-07"),
        ("2031年5月7日", "zh", "2031-05-07"),
        ("2031年5月7日（水曜日）", "ja", "2031-05-07"),
        ("2031년 5월 7일", "ko", "2031-05-07"),
        ("ngày 7 tháng 5 năm 2031", "vi", "2031-05-07"),
        ("7 Mei 2031", "id", "2031-05-07"),
        ("7 พฤษภาคม 2574", "th", "2031-05-07"),
    ] {
        assert_eq!(
            read_date(text, Some(language)).as_deref(),
            Some(expected),
            "{text}"
        );
        if !["hr", "th"].contains(&language) {
            assert_eq!(
                read_date(text, None).as_deref(),
                Some(expected),
                "{text}, language not known"
            );
        }
    }
}

#[test]
fn dates_are_read_as_they_are_written() {
    for (text, expected) in [
        ("Friday, May 2, 2031", "2031-05-02"),
        ("Friday, 2nd of May 2031", "2031-05-02"),
        ("• 9 Aug, 2031", "2031-08-09"),
        ("Sept. 7, 2031", "2031-09-07"),
        ("1er mai 2031", "2031-05-01"),
        ("1º de mayo de 2031", "2031-05-01"),
        ("mercredi 7 févr. 2031 à 10h", "2031-02-07"),
        ("Update: 2031-02-07 14:05:12", "2031-02-07"),
        ("2031-05-07T23:30:00-05:00", "2031-05-07"),
        ("Wed, 07 May 2031 10:00:00 GMT", "2031-05-07"),
        ("7.5.2031", "2031-05-07"),
        ("2031. 5. 7.", "2031-05-07"),
        ("2031/05/07", "2031-05-07"),
        ("２０３１年５月７日", "2031-05-07"),
        ("13/4/2031", "2031-04-13"),
        ("4/13/2031", "2031-04-13"),
        ("4/4/2031", "2031-04-04"),
        ("29 February 2028", "2028-02-29"),
        ("29 February 2000", "2000-02-29"),
        ("10-May-2031", "2031-05-10"),
        ("Publié le 7 mai 2031, modifié le 9 mai 2031", "2031-05-07"),
    ] {
        assert_eq!(read_date(text, None).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn vietnamese_days_need_no_word_before_them() {
    for text in [
        "7 tháng 5 năm 2031",
        "7 tháng 5, 2031",
        "7 tháng 5/2031",
        "Thứ Tư, 7 tháng 5 năm 2031",
        "Thứ tư, 07/05/2031",
        "ngày 7/5/2031",
        "7 tháng Năm năm 2031",
        "mùng 7 tháng 5 năm 2031",
    ] {
        for language in [Some("vi"), None] {
            // Figures alone have an order only in a language.
            if language.is_some() || text.contains("háng") {
                assert_eq!(
                    read_date(text, language).as_deref(),
                    Some("2031-05-07"),
                    "{text} in {language:?}"
                );
            }
        }
    }
}

#[test]
fn months_that_are_counted_are_no_day() {
    let vi = Languages::of("vi").unwrap();
    assert_eq!(date_at("7 tháng 5 người", vi, None), None);
    let found = date_at("ngày 7 tháng 5 người", vi, None).map(|(date, _)| date);
    let expected = Date {
        year: None,
        month: 5,
        day: 7,
    };
    assert_eq!(found, Some(expected));
}

/// Thai years count from 543 years earlier, but for those that are said to be common ones.
#[test]
fn thai_years_are_turned_into_common_ones() {
    for (text, expected) in [
        ("7 พฤษภาคม 2574", Some("2031-05-07")),
        ("7 พ.ค. 2574", Some("2031-05-07")),
        ("วันที่ 7 พฤษภาคม พ.ศ. 2574", Some("2031-05-07")),
        ("7 พฤษภาคม พ.ศ.2574", Some("2031-05-07")),
        ("๗ พฤษภาคม ๒๕๗๔", Some("2031-05-07")),
        ("วันพุธที่ 7 พฤษภาคม พุทธศักราช 2574", Some("2031-05-07")),
        ("7 พฤษภาคม ค.ศ. 2031", Some("2031-05-07")),
        ("7 พฤษภาคม 2031", Some("2031-05-07")),
        // The leap years are those of the common year.
        ("29 กุมภาพันธ์ 2571", Some("2028-02-29")),
        ("29 กุมภาพันธ์ 2572", None),
        ("7 พฤษภาคม ค.ศ. 2574", None),
    ] {
        for language in [Some("th"), Some("th-TH"), Some("en"), None] {
            assert_eq!(
                read_date(text, language).as_deref(),
                expected,
                "{text} in {language:?}"
            );
        }
    }
    for (text, expected) in [
        ("7/5/2574", Some("2031-05-07")),
        ("07-05-2574", Some("2031-05-07")),
        ("2574-05-07", Some("2031-05-07")),
        ("2031-05-07", Some("2031-05-07")),
    ] {
        assert_eq!(read_date(text, Some("th")).as_deref(), expected, "{text}");
    }
}

#[test]
fn what_is_no_day_is_none() {
    for text in [
        "",
        "0000-00-00",
        "2031-13-45",
        "2031-02-29",
        "1900-02-29",
        "29 February 2031",
        "31 April 2031",
        "0000-05-07",
        // No year of an article.
        "0031-05-07",
        "7 May 0031",
        "2574-05-07",
        "7/5/2574",
        "32 May 2031",
        "Marina 4, 2031",
        "Decimal 4, 2031",
        "Maya 4, 2031",
        "May the best win 2024",
        "May 2031",
        "7 May",
        "3/4/2031",
        "3-4-2031",
        "7 listopada 2031",
        "2031-05-071",
        "12031-05-07",
        "1.2.3",
        "May 7,400 and 2031",
        "version 2031.5",
        "5.13.2031",
        "令和13年5月7日",
        "at least 7 may have been 2031",
    ] {
        assert_eq!(read_date(text, None), None, "{text}");
    }
}

#[test]
fn the_language_decides_the_order_of_figures() {
    for (text, language, expected) in [
        ("3/4/2031", "en-US", Some("2031-03-04")),
        ("3/4/2031", "en-GB", Some("2031-04-03")),
        ("3/4/2031", "en", None),
        ("3/4/2031", "fr", Some("2031-04-03")),
        ("3/4/2031", "xx", None),
        ("7. listopada 2031", "hr", Some("2031-10-07")),
        ("7. listopadu 2031", "cs", Some("2031-11-07")),
        ("7 listopada 2031", "pl", Some("2031-11-07")),
        ("7 May 2031", "de", Some("2031-05-07")),
    ] {
        assert_eq!(
            read_date(text, Some(language)).as_deref(),
            expected,
            "{text} in {language}"
        );
    }
}
