// Writes src/language/cldr/*.txt from Unicode CLDR: what docs/languages.md calls the generated half of a language.
//
//   node scripts/languages.mjs           writes the files
//   node scripts/languages.mjs --check   writes nothing, fails when a file would be another
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseRules, spell } from "./languages/spellout.mjs";

const require = createRequire(new URL("languages/", import.meta.url));
const folder = new URL("../src/language/", import.meta.url);

/**
 * The languages and the locales their names are taken from, the first one being the main one.
 * `spellout` picks the rule sets for number words, `skip` leaves out number words that mean other things far more
 * often, `skipSets` whole rule sets, `powers` says which powers of ten have a word, `not` leaves out abbreviations of
 * CLDR's list that are plain words.
 */
const LANGUAGES = {
  ar: { locales: ["ar", "ar-IQ", "ar-DZ", "ar-MA"] },
  cs: {},
  da: {},
  de: {
    locales: ["de", "de-AT"],
    not: "alt am art ben ber best bed chin dir do erw ges konv led max mi mo msp op phys port pin prot rel so sa str test trans",
  },
  el: {},
  en: {
    locales: ["en", "en-GB"],
    not: "act adv all alt as by cap card cont def diff do etc ex exec go hat hat id in is jam job joe lev lib link long mar mart max min ok on or org pro rep to up var yr",
  },
  es: { locales: ["es", "es-PE"], not: "bien all kit rol sol trab fund mar ant" },
  fa: {},
  fi: { skipSets: /plural|instructive|comitative|abessive|translative/ },
  fr: { not: "all anc cam collab config dest dim hôp ill jeu lun mar mart mer niv quart sam sept ven voit" },
  he: {},
  hi: { powers: [2, 3, 5, 6, 7, 9, 12] },
  hr: {},
  hu: {},
  id: {},
  it: { not: "all on mod liv tab" },
  ja: { spellout: /^$/ },
  ko: { spellout: /native/, skip: "한 일 하나", powers: [] },
  nb: { locales: ["nb", "no"], rules: "no" },
  nl: {},
  pl: {},
  pt: { locales: ["pt", "pt-PT"], not: "com end ex mar mat mod pal sup ten cont desc fac rep par" },
  ro: {},
  ru: {},
  sv: {},
  th: { spellout: /^$/ },
  tr: {},
  uk: {},
  vi: { skip: "năm ba tư" },
  zh: { locales: ["zh", "zh-Hant"], spellout: /^$/ },
};

/** CLDR's units, and what they are called in `src/language/table.rs`. */
const UNITS = {
  "length-kilometer": "km",
  "length-meter": "m",
  "length-centimeter": "cm",
  "length-mile": "mi",
  "length-foot": "ft",
  "mass-kilogram": "kg",
  "mass-gram": "g",
  "mass-tonne": "t",
  "area-hectare": "ha",
  "volume-liter": "l",
  "speed-kilometer-per-hour": "km/h",
  "duration-second": "s",
  "duration-minute": "min",
  "duration-hour": "h",
  "duration-day": "d",
  "duration-week": "wk",
  "duration-month": "mo",
  "duration-year": "yr",
  "concentr-percent": "%",
};

/** What hardly any but English newspapers measure in, or measure in words. */
const ENGLISH_UNITS = {
  "length-millimeter": "mm",
  "length-inch": "in",
  "length-yard": "yd",
  "mass-pound": "lb",
  "mass-ounce": "oz",
  "area-square-kilometer": "km2",
  "area-square-meter": "m2",
  "area-acre": "ac",
  "area-square-mile": "mi2",
  "volume-cubic-meter": "m3",
  "speed-mile-per-hour": "mi/h",
};

/** Cases that news hardly has numbers beyond ten, places in a row and units in. */
const RARE =
  /instrumental|locative|prepositional|ablative|vocative|sociative|oblique|adessive|allative|elative|illative|inessive|essive|translative|partitive-plural/;

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A name as the tables have it: small letters, no invisible marks nor points, `_` for a blank, no stop at its end. */
function fold(name) {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0670]/gu, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/[²³]/g, (figure) => figure.normalize("NFKC"))
    .trim()
    .replace(/\.$/, "")
    .replace(/\s+/g, "_");
}

const unique = (list) => [...new Set(list)].filter(Boolean).sort();
/** `key=a,b` for each key that has words. */
const groups = (map) =>
  [...map]
    .map(([key, words]) => [key, unique(words)])
    .filter(([, words]) => words.length > 0)
    .map(([key, words]) => `${key}=${packed(words)}`)
    .join(" ");

/** Sorted words, those that begin alike as `stem(ending,ending)`: half the bytes where a language inflects. */
function packed(words) {
  const items = [];
  for (let at = 0; at < words.length; ) {
    let best = { length: 1, saved: 0, stem: "" };
    for (let end = at + 1; end < words.length; end += 1) {
      const stem = sharedStart(words[at], words[end]);
      const saved = (end - at) * stem.length - 2;
      if (stem.length > 1 && saved > best.saved) best = { length: end - at + 1, saved, stem };
    }
    const group = words.slice(at, at + best.length);
    const endings = group.map((word) => word.slice(best.stem.length));
    items.push(best.stem ? `${best.stem}(${endings.join(",")})` : group[0]);
    at += best.length;
  }
  return items.join(",");
}

function sharedStart(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

function generate(code, config) {
  const locales = config.locales ?? [code];
  const common = new Set(handmade(code, "common").split(" "));
  const lines = [
    ...dates(locales),
    ["order", order(code)],
    ...numbers(code, config),
    ["units", groups(units(locales, common))],
    ["quotes", unique(locales.slice(0, 2).flatMap(quotes)).join(" ")],
    ["abbreviations", abbreviations(code, config, common)],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");
}

/** A field of the hand-made half. */
function handmade(code, key) {
  const text = readFileSync(new URL(`${code}.txt`, folder), "utf8");
  const lines = text.split("\n").filter((line) => line.startsWith(`${key}: `));
  return lines.map((line) => line.slice(key.length + 2)).join(" ");
}

/** Names of months and weekdays, full and short. What has a digit in it is read by rule. */
function dates(locales) {
  const [months, shortMonths, days, shortDays] = [new Map(), new Map(), new Map(), new Map()];
  for (const locale of locales) {
    const main = require(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale];
    const { months: m, days: d } = main.dates.calendars.gregorian;
    for (const form of ["format", "stand-alone"]) {
      for (let at = 1; at <= 12; at += 1) {
        push(months, at, m[form].wide[at]);
        push(shortMonths, at, m[form].abbreviated[at]);
      }
      for (const [at, day] of DAYS.entries()) {
        push(days, at + 1, d[form].wide[day]);
        push(shortDays, at + 1, d[form].abbreviated[day]);
        push(shortDays, at + 1, d[form].short[day]);
      }
    }
  }
  for (const [at, names] of shortMonths) without(shortMonths, at, names, months);
  for (const [at, names] of shortDays) without(shortDays, at, names, days);
  return [
    ["months", groups(months)],
    ["months-short", groups(shortMonths)],
    ["weekdays", groups(days)],
    ["weekdays-short", groups(shortDays)],
  ];
}

function push(map, key, name) {
  const folded = fold(name);
  const letters = folded.replace(/[^\p{L}\p{M}]/gu, "");
  const wide = /[\p{Script=Han}]/u.test(folded);
  if (/\p{N}/u.test(folded) || letters.length < (wide ? 1 : 2)) return;
  map.set(key, [...(map.get(key) ?? []), folded]);
}

function without(map, at, names, full) {
  map.set(
    at,
    names.filter((name) => !full.get(at)?.includes(name) && !/^\p{Script=Han}$/u.test(name)),
  );
}

/** The order of day, month and year in a date of figures. */
function order(code) {
  const main = require(`cldr-dates-full/main/${code}/ca-gregorian.json`).main[code];
  const short = main.dates.calendars.gregorian.dateFormats.short;
  const pattern = typeof short === "string" ? short : short._value;
  return [...new Set(pattern.toLowerCase().replace(/[^dmy]/g, ""))].join("");
}

const SMALL = [...Array(21).keys(), 30, 40, 50, 60, 70, 80, 90, 100].filter((value) => value !== 1);
/** Powers of ten that have a word of their own; `powers` of a language stands in its place. */
const POWERS = [2, 3, 6, 9, 12];

/** Words for numbers, for what multiplies them (as powers of ten), and for places in a row. */
function numbers(code, config) {
  const rules = require(`cldr-rbnf/rbnf/${config.rules ?? code}.json`).rbnf.rbnf;
  const sets = parseRules(rules.SpelloutRules ?? {});
  const select = (pattern) => [...sets.keys()].filter((name) => pattern.test(name));
  const wanted = (name) =>
    (config.spellout ?? /./).test(name) &&
    !/year|financial|verbose|latn|fraction|ones/.test(name) &&
    !config.skipSets?.test(name);
  const cardinals = select(/^%spellout-(cardinal|numbering)/).filter(wanted);
  const ordinals = select(/^%spellout-ordinal/).filter((name) => wanted(name) && !RARE.test(name));
  const rulesOf = new Intl.PluralRules(code === "nb" ? "no" : code);
  const plural = (number) => rulesOf.select(number);
  const skip = new Set((config.skip ?? "").split(" "));
  const say = (set, number) => {
    const words = spell(sets, set, number, plural);
    return words === null || /[\d#]/.test(words) ? null : fold(words);
  };
  const [values, ones, scales, places] = [new Map(), new Set(), new Map(), new Map()];
  const add = (map, key, word) => word && !skip.has(word) && map.set(key, [...(map.get(key) ?? []), word]);
  for (const set of cardinals) {
    if (say(set, 1)) ones.add(say(set, 1));
    const all = !RARE.test(set);
    for (const value of SMALL) if (all || value <= 10) add(values, value, say(set, value));
    for (const power of config.powers ?? POWERS) {
      const whole = say(set, 10 ** power);
      for (const times of [1, 2, 3, 5]) {
        const [rest, apart] = behind(
          say(set, times * 10 ** power),
          cardinals.map((other) => say(other, times)),
        );
        const own = apart || times === 1 || power > 2;
        if (rest && own && !rest.includes("_")) add(scales, power, rest);
        if (times === 1 && whole && !rest && !whole.includes("_")) add(scales, power, whole);
      }
    }
  }
  for (const set of ordinals) for (let at = 3; at <= 12; at += 1) add(places, at, say(set, at));
  // A hundred that is said with "one" is no word of its own.
  values.set(
    100,
    (values.get(100) ?? []).filter((word) => [...ones].every((one) => !word.startsWith(one))),
  );
  for (const [power, words] of scales) scales.set(power, inRange(words, scales, power));
  return [
    ["numbers", groups(values)],
    ["ones", unique([...ones].filter((word) => !skip.has(word))).join(" ")],
    ["scales", groups(scales)],
    ["ordinals", groups(places)],
  ];
}

/** What stands behind one of the words, in a number made of two, and whether it is a word apart. */
function behind(whole, words) {
  const starts = words.filter((word) => word && whole?.startsWith(word) && whole !== word);
  const longest = starts.sort((a, b) => b.length - a.length)[0];
  if (!longest) return [null, false];
  const rest = whole.slice(longest.length);
  return [rest.replace(/^[_-]/, ""), /^[_-]/.test(rest)];
}

/** Words of the least power they come up for: ten thousand is said with the word for a thousand in most languages. */
function inRange(words, scales, power) {
  const lower = [...scales].filter(([other]) => other < power).flatMap(([, list]) => list);
  return words.filter((word) => !lower.includes(word));
}

/** Names of units, long and short. Single letters and words that are common in the language tell nothing. */
function units(locales, common) {
  const found = new Map();
  const all = locales[0] === "en" ? { ...UNITS, ...ENGLISH_UNITS } : UNITS;
  for (const locale of locales) {
    const main = require(`cldr-units-full/main/${locale}/units.json`).main[locale].units;
    for (const [unit, id] of Object.entries(all)) {
      for (const width of ["long", "short"]) {
        for (const [key, pattern] of Object.entries(main[width][unit] ?? {})) {
          if (
            !/count-/.test(key) ||
            RARE.test(key) ||
            (/^(area|volume|speed)/.test(unit) && !/^unitPattern/.test(key))
          )
            continue;
          const name = fold(pattern.replace(/\{0\}/, "").replace(/\([^)]*\)/g, ""));
          const letters = name.replace(/[^\p{L}\p{M}%٪]/gu, "");
          const short = letters.length < 2 && !/[%٪\p{Script=Han}]/u.test(letters);
          if (
            !letters ||
            short ||
            (width === "short" && common.has(name)) ||
            /\p{N}/u.test(name.replace(/[²³]/g, ""))
          )
            continue;
          found.set(id, [...(found.get(id) ?? []), name]);
        }
      }
    }
  }
  return found;
}

/** The marks around quotations, each an opening and a closing one. */
function quotes(locale) {
  const { delimiters } = require(`cldr-misc-full/main/${locale}/delimiters.json`).main[locale];
  return [
    delimiters.quotationStart + delimiters.quotationEnd,
    delimiters.alternateQuotationStart + delimiters.alternateQuotationEnd,
  ].map((pair) => pair.replace(/[\u00A0\u202F\s]/g, ""));
}

/** Words shortened with a stop. Those of single letters and with stops inside are read by rule. */
function abbreviations(code, config, common) {
  let list;
  try {
    list = require(`cldr-segments-full/segments/${code}/suppressions.json`);
  } catch {
    return "";
  }
  const found = [];
  const walk = (part) => {
    if (typeof part !== "object" || part === null) return;
    if (part.suppression) found.push(fold(part.suppression));
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(list);
  const not = new Set((config.not ?? "").split(" "));
  const known = ["titles-short", "figures-short", "others-short"].flatMap((key) =>
    handmade(code, key).split(" "),
  );
  const plain = (word) =>
    /^[\p{L}\p{M}]{2,}$/u.test(word) && !not.has(word) && !common.has(word) && !known.includes(word);
  return unique(found.filter(plain)).join(" ");
}

const check = process.argv.includes("--check");
const stale = [];
for (const [code, config] of Object.entries(LANGUAGES)) {
  const file = new URL(`cldr/${code}.txt`, folder);
  const text = generate(code, config);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) stale.push(code);
}
if (stale.length > 0) {
  process.stderr.write(`src/language/cldr differs from CLDR for ${stale.join(", ")}: run make languages\n`);
  process.exit(1);
}
process.stdout.write(check ? "src/language/cldr is as CLDR has it\n" : "src/language/cldr written\n");
