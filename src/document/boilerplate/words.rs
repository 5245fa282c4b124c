//! The words by which page clutter is known, folded as `Line::folded` is: lower-case, straight
//! quotes. Languages of large newspapers; others lose nothing but these lines.

/// Lines that are nothing else, wherever they stand.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "advertisement", "advertisements", "sponsored", "sponsored content", "promoted", "most popular", "most popular articles",
    "most popular stories", "most read", "most viewed", "trending", "trending now", "recommended", "recommended for you",
    "recommended articles", "recommended stories", "related", "related articles", "related stories", "related news",
    "related topics", "related posts", "read more", "read also", "also read", "read next", "more stories",
    "you may also like", "you might also like", "editor's picks", "editors' picks", "top stories", "latest news",
    "latest stories", "continue reading", "continue reading below", "story continues below advertisement", "share",
    "share this", "share this article", "share this story", "share on facebook", "share on twitter", "tweet", "print",
    "skip to content", "skip to main content", "back to top", "leave a comment", "leave a reply", "post a comment",
    "lesen sie auch", "mehr zum thema", "meistgelesen", "anzeige", "das könnte sie auch interessieren", "auch interessant",
    "lire aussi", "à lire aussi", "les plus lus", "publicité", "lo más leído", "te puede interesar", "lea también",
    "publicidad", "leggi anche", "i più letti", "pubblicità", "leia também", "mais lidas", "publicidade",
    "читайте также", "самое читаемое", "реклама", "相关阅读", "相关新闻", "推荐阅读", "広告", "関連記事", "おすすめ記事",
];

/// What the lists of links under an article begin with; a few more words may follow.
#[rustfmt::skip]
pub(super) const TRAILERS: &[&str] = &[
    "most popular", "most read", "most viewed", "most shared", "trending", "recommended", "related", "read more", "read also",
    "also read", "read next", "more stories", "more from", "more on", "more news", "you may also like",
    "you might also like", "you may like", "what to read next", "editor's picks", "editors' picks", "top stories",
    "latest news", "latest stories", "popular posts", "popular stories", "popular for the", "popular this", "popular today", "popular now", "comments", "leave a comment", "leave a reply",
    "join the conversation", "share this", "tags", "topics", "filed under", "sponsored", "around the web", "don't miss",
    "newsletter", "subscribe", "sign up", "follow us", "about the author", "contact us", "privacy policy", "terms of",
    "previous article", "next article", "lesen sie auch", "mehr zum thema", "mehr aus", "meistgelesen",
    "das könnte sie", "kommentare", "lire aussi", "à lire aussi", "les plus lus", "commentaires", "lo más leído", "lo más visto",
    "te puede interesar", "lea también", "más noticias", "comentarios", "leggi anche", "i più letti", "leia também", "mais lidas",
    "читайте также", "самое читаемое", "комментарии", "相关阅读", "相关新闻", "推荐阅读", "热门", "関連記事", "おすすめ", "人気記事",
];

/// What stands before a link to another article, with a colon or bar behind it.
#[rustfmt::skip]
pub(super) const LINKS: &[&str] = &[
    "read more", "read also", "also read", "read", "related", "related article", "related story", "more", "see also", "watch",
    "listen", "don't miss", "lesen sie auch", "mehr", "lire aussi", "à lire aussi", "lea también", "leggi anche", "leia também",
    "читайте также",
];

/// What a picture credit, caption or source line begins with, with a colon or bar behind it.
#[rustfmt::skip]
pub(super) const CREDITS: &[&str] = &[
    "source", "photo", "photos", "picture", "image", "images", "photo credit", "image credit", "credit", "caption",
    "file photo", "graphic", "foto", "bild", "quelle", "crédit photo", "crédits", "fuente", "imagen", "fonte",
    "источник", "фото", "来源", "图片来源", "写真", "出典",
];

/// What a picture credit begins with, as a sentence of its own.
#[rustfmt::skip]
pub(super) const CREDIT_STARTS: &[&str] =
    &["photo by", "photos by", "photo courtesy", "picture by", "image courtesy", "file photo", "reporting by", "editing by", "additional reporting by"];

/// What picture credits end with.
#[rustfmt::skip]
pub(super) const CREDIT_ENDS: &[&str] = &["photo collected", "file photo", "getty images", "via getty images", "via reuters", "via ap", "ap photo"];

/// What those who write are called in a byline.
#[rustfmt::skip]
pub(super) const REPORTERS: &[&str] = &[
    "correspondent", "correspondents", "reporter", "reporters", "staff", "agencies", "editor", "editors", "newsroom",
];

#[rustfmt::skip]
pub(super) const PROMOTIONS: &[&str] = &[
    "sign up for our", "sign up for the", "sign up to our", "sign up here", "sign up now", "subscribe to our", "subscribe now",
    "subscribe here", "follow us on", "like us on", "like us?", "join our newsletter", "join our whatsapp", "join our telegram",
    "join us on", "click here", "download our app", "download the app", "get our app", "get our newsletter",
    "get the latest news", "support our journalism", "support our work", "become a member", "become a subscriber",
    "share this article", "share this story", "have a tip", "abonnieren sie", "melden sie sich", "abonnez-vous",
    "inscrivez-vous", "suscríbete", "suscríbase", "síguenos", "iscriviti alla", "подпишитесь", "подписывайтесь",
];

#[rustfmt::skip]
pub(super) const RIGHTS: &[&str] = &[
    "all rights reserved", "all contents copyright", "alle rechte vorbehalten", "tous droits réservés",
    "todos los derechos reservados", "tutti i diritti riservati", "todos os direitos reservados", "все права защищены",
    "copying of materials is", "reprinting of materials is", "版权所有", "無断転載",
];

/// Sections of a news site, as menus and breadcrumbs have them.
#[rustfmt::skip]
pub(super) const SECTIONS: &[&str] = &[
    "home", "news", "world", "politics", "business", "opinion", "sport", "sports", "culture", "technology", "tech", "science",
    "health", "entertainment", "lifestyle", "travel", "video", "videos", "menu", "search", "login", "log in", "sign in",
    "subscribe", "about", "contact", "about us", "contact us", "facebook", "twitter", "whatsapp", "instagram", "youtube", "email",
    "startseite", "politik", "wirtschaft", "kultur", "accueil", "monde", "politique", "inicio", "mundo", "política",
    "главная", "новости", "политика", "首页", "新闻", "ホーム", "ニュース",
];

/// What an indication of time begins with.
#[rustfmt::skip]
pub(super) const TIME_LABELS: &[&str] = &[
    "update", "updated", "last update", "last updated", "last modified", "modified", "published", "first published", "posted",
    "posted on", "date", "issued", "created", "aktualisiert", "veröffentlicht", "stand", "publié", "publié le", "mis à jour",
    "actualizado", "publicado", "aggiornato", "pubblicato", "atualizado", "обновлено", "опубликовано", "发布时间", "更新", "公開",
];

#[rustfmt::skip]
pub(super) const MONTHS_AND_DAYS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun",
    "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "okt", "dez",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "dezembro",
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "年", "月", "日",
];

/// What else stands in a line that only tells the time.
#[rustfmt::skip]
pub(super) const TIME_WORDS: &[&str] = &[
    "am", "pm", "a.m", "p.m", "on", "at", "of", "the", "de", "del", "le", "à", "um", "am", "uhr", "h", "hrs", "hours", "hour", "ago",
    "min", "minutes", "minute", "read", "times", "views", "gmt", "utc", "ist", "est", "edt", "et", "pst", "pdt", "pt", "cst", "cet", "cest", "bst",
    "bdst", "msk", "jst", "aest", "sast", "th", "st", "nd", "rd", "г", "в", "last", "first", "time", "date", "print", "edition",
    "时", "時", "分", "星", "期", "一", "二", "三", "四", "五", "六", "天", "曜", "火", "水", "木", "金", "土",
];
