/** A number as Word writes it in a format (ECMA-376, 17.18.59); in figures where the format is one of few. */
export function figure(value: number, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : null;
  return (value >= 0 && value < 10_000 && write?.(value)) || (format === "none" ? "" : String(value));
}

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A number in Roman figures of small letters. */
export function roman(value: number): string {
  let [left, text] = [value, ""];
  for (const [worth, letters] of ROMAN) {
    for (; left >= worth; left -= worth) text += letters;
  }
  return text;
}

/** After the last letter they are doubled: z, aa, bb. */
export function lettered(value: number, letters = "abcdefghijklmnopqrstuvwxyz"): string {
  const all = [...letters];
  if (value < 1) return "";
  return (all[(value - 1) % all.length] ?? "").repeat(Math.ceil(value / all.length));
}

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя";
const CHINESE = "〇一二三四五六七八九";

function chinese(value: number): string {
  if (value < 1 || value > 99) return "";
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens > 1 ? `${CHINESE.charAt(tens)}十` : tens === 1 ? "十" : "";
  return ten + (ones > 0 ? CHINESE.charAt(ones) : "");
}

const iroha = (value: number) =>
  lettered(
    value,
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
  );

/** Fifteen and sixteen would spell a name. */
function hebrew(value: number): string {
  const [rest, hundreds] = [value % 100, Math.floor(value / 100)];
  if (value > 400) return "";
  const below = rest === 15 || rest === 16 ? `ט${"וז".charAt(rest - 15)}` : "";
  return (
    " קרשת".charAt(hundreds).trim() +
    (below ||
      (" יכלמנסעפצ".charAt(Math.floor(rest / 10)) + " אבגדהוזחט".charAt(rest % 10)).replaceAll(" ", ""))
  );
}

function ordinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(!isTeen && ["th", "st", "nd", "rd"][value % 10]) || "th"}`;
}

/** Signs that stand one after another from a character on, as long as there are some. */
const from = (first: number, most: number) => (value: number) =>
  value > 0 && value <= most ? String.fromCodePoint(first + value - 1) : "";

const wide = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const NTH: Record<string, string> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
  twenty: "twentieth",
};
const nth = (small: string | undefined) => small && (NTH[small] ?? `${small}th`);
const capital = (text: string | undefined) => (text ? text.charAt(0).toUpperCase() + text.slice(1) : "");

const FORMATS: Record<string, (value: number) => string> = {
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => lettered(value).toUpperCase(),
  lowerLetter: (value) => lettered(value),
  russianLower: (value) => lettered(value, RUSSIAN),
  russianUpper: (value) => lettered(value, RUSSIAN).toUpperCase(),
  ordinal,
  cardinalText: (value) => capital(SMALL[value]),
  ordinalText: (value) => capital(nth(SMALL[value])),
  chicago: (value) => lettered(value, "*†‡§"),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => CHINESE.charAt(Number(digit))),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographTraditional: (value) => lettered(value, "甲乙丙丁戊己庚辛壬癸"),
  aiueoFullWidth: (value) =>
    lettered(
      value,
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    ),
  iroha,
  irohaFullWidth: iroha,
  ganada: (value) => lettered(value, "가나다라마바사아자차카타파하"),
  hebrew1: hebrew,
  arabicAbjad: (value) => lettered(value, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
  hebrew2: (value) => lettered(value, "אבגדהוזחטיכלמנסעפצקרשת"),
  hindiNumbers: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit))),
  thaiNumbers: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xe50 + Number(digit))),
};
