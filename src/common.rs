//! Words that are common everywhere, in the languages most read.
//!
//! Two short texts do not tell which words are rare in general: "also" may stand in one sentence of
//! each and look as telling as a name. So the words that any text of a language has are known
//! beforehand. A language that is not here works all the same, with weights from the two texts alone.

use rustc_hash::FxHashSet;

/// Sorted lists, lower case. Function words, auxiliaries, the verbs of saying, and what news says of
/// time; about as many as make up half of all words of a text.
const LISTS: &[&str] = &[
    ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, RUSSIAN,
];

const ENGLISH: &str = "a about above according across added after again against ago all almost along already also although always am amid among an and another any are around as asked at away back be became because become been before began being below between both but by came can cannot could day days did do does doing done don't down during each either else even ever every few first for friday from further gave get give go going gone got had has have having he her here hers him his how however i if in including into is it its itself just know known last later least less let like made make many may me might monday month months more most much must my near never new next no nor not now of off often on once one only or other others our out over own part per put rather said same saturday say saying says second see seen several she should since so some still such sunday take taken than that the their them themselves then there these they thing things this those though three through thursday time to today together told too took toward towards tuesday two under until up upon us use used very via was way we wednesday week weeks well went were what when where whether which while who whole whom whose why will with within without would year years yesterday yet you your";
const GERMAN: &str = "aber als also am an auch auf aus bei beim bereits bis da damit dann das dass dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er erst es etwa etwas für gegen habe haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja jahr jahre jahren jedoch jetzt kann kein keine können mehr mit mittwoch montag muss müssen nach nicht noch nun nur ob oder ohne sagte sagten schon sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sondern sowie über um und uns unter viel viele vom von vor war waren was weil wenn werden wie wieder will wir wird worden wurde wurden zu zum zur zwei zwischen";
const FRENCH: &str = "a alors après au aucun aujourd'hui aussi autre autres aux avait avant avec avoir c'est car ce cela ces cet cette ceux chaque comme contre d'un d'une dans de depuis des deux dit doit donc dont du elle elles en encore entre est et été être eux fait faire fois il ils je jour jours jusqu'à la le les leur leurs lui mais même moins n'a n'est ne ni non nos notre nous on ont ou où par pas pendant peut peu plus pour pouvoir premier qu'il que quel qui s'est sa sans se selon sera ses si son sont sous sur tout toute tous toutes très un une vers vous";
const SPANISH: &str = "a además al algo algunos ante antes año años así aún aunque bajo bien cada como con contra cual cuando de del desde después día días dice dijo donde dos durante e el él ella ellos en entre era es esa ese eso esta está estaba están estas este esto estos fue fueron ha había han hasta hay la las le les lo los más me menos mi mientras mismo muy nada ni no nos o otra otras otro otros para pero poco por porque primera primero pues puede que qué quien se sea según ser si sí sido sin sobre solo son su sus también tan tanto tiene tienen todo todos tras un una uno unos vez y ya";
const ITALIAN: &str = "a ad agli ai al alla alle allo anche ancora anni anno aveva che chi ci come con contro così cui da dal dalla dalle degli dei del dell della delle dello di dopo dove due e è ed era essere fa fino fra già gli ha hanno il in io la le lo loro ma mentre nei nel nella nelle non o ogni per perché più prima può quando quanto quella quello questa questo qui se sei sempre senza si sia sono sta stata stato su sua sue sui sul sulla suo suoi tra tutti tutto un una uno";
const PORTUGUESE: &str = "a ainda ano anos ao aos após as até às com como contra da das de depois desde dia disse do dois dos e é ela ele eles em entre era essa esse esta está este eu foi foram há isso já lhe mais mas me mesmo muito na não nas nem no nos o onde os ou para pela pelas pelo pelos por porque pode quando que quem são se sem ser seu seus só sobre sua suas também tem tinha todo todos um uma uns vai";
const DUTCH: &str = "aan al alle als andere bij daar dan dat de deze die dit doen door drie dus een eerste en er ging had hebben heeft het hier hij hoe hun ik in is ja jaar kan komen kunnen maar me meer men met mijn moet na naar niet nog nu of om omdat onder ons ook op over te tegen tot tussen twee u uit van veel voor waar waren was wat we weer wel werd werden wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou";
const RUSSIAN: &str = "а без более больше будет бы был была были было быть в вам вас во вот все всего всех вы где год года году да для до его ее её если есть еще ещё же за и из или им их к как когда которая которые который ли лишь между меня мне мы на над нас не нет него ни но ну о об около он она они оно от перед по под после при про раз с сам свои своей своих сказал сказала со так также там то того тоже только том ты тысяч у уже чем через что чтобы эта эти это этого этой этом этот я";

/// The common words of all languages.
#[derive(Debug)]
pub struct Common(FxHashSet<&'static str>);

/// Bytes of the longest word of ASCII in the lists, and a few more.
const LONGEST: usize = 16;

impl Common {
    /// Reads the lists.
    pub fn new() -> Self {
        Self(LISTS.iter().flat_map(|list| list.split(' ')).collect())
    }

    /// Whether a word is common in one of the languages, whatever its case and apostrophe.
    pub fn has(&self, word: &str) -> bool {
        if word.is_ascii() {
            // Most words are: for those no memory is asked for.
            let mut small = [0; LONGEST];
            let Some(small) = small.get_mut(..word.len()) else {
                return false;
            };
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            return std::str::from_utf8(small).is_ok_and(|word| self.0.contains(word));
        }
        let folded: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .map(|c| if c == '\u{2019}' { '\'' } else { c })
            .collect();
        self.0.contains(folded.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        let common = Common::new();
        for word in LISTS.iter().flat_map(|list| list.split(' ')) {
            assert!(
                common.has(word) && common.has(&word.to_uppercase()),
                "{word}"
            );
        }
        assert!(common.has("Don’t") && common.has("don't"));
        for word in ["", "harbour", "a long way from all of the lists"] {
            assert!(!common.has(word), "{word}");
        }
    }
}
