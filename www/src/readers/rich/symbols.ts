// Fonts whose letters are signs: Adobe's Symbol, and of Wingdings what stands in texts. Unicode has all of them elsewhere.

/** Symbol from 32 to 126 and from 160 to 254. */
const SYMBOL_LOW =
  " !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~";
const SYMBOL_HIGH =
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";
/** Wingdings: pairs of a code's character and what it looks like. */
const WINGDINGS = new Map(
  [
    ...`"✂(☎*✉6⌛?✍A✌F☞J☺K😐L☹N☠Q✈[☯\u00a7▪l●n■o□p❐q❑r❒s⬧u◆v❖w⬥x⌧\u0080⓪\u0081①\u0082②\u0083③\u0084④\u0085⑤\u0086⑥\u0087⑦\u0088⑧\u0089⑨\u008a⑩\u008b⓿\u008c❶\u008d❷\u008e❸\u008f❹\u0090❺\u0091❻\u0092❼\u0093❽\u0094❾\u0095❿\u009e·\u009f•\u00a8◻\u00d8➢\u00df←\u00e0→\u00e1↑\u00e2↓\u00e8➔\u00ef⇦\u00f0⇨\u00f3⬄\u00fb✗\u00fc✔\u00fd☒\u00fe☑`.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, code = "", sign = ""]) => [code.codePointAt(0), sign]),
);

/** Whether a font of this name has signs in place of letters. */
export const isSymbolic = (font: string): boolean =>
  /^(symbol( mt)?|wingdings( [23])?|webdings)$/i.test(font.trim());

/** The sign that a font of signs has at a code, which may stand in the private area of Unicode; nothing where none is known. */
export function signOf(font: string, code: number): string {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings$/i.test(font.trim())) return WINGDINGS.get(at) ?? "";
  if (!/^symbol/i.test(font.trim())) return "";
  return at >= 160 ? SYMBOL_HIGH.charAt(at - 160) : SYMBOL_LOW.charAt(at - 32);
}

/** A sign of a font of signs: `SYMBOL 97 \f "Symbol"`. */
const SIGN_FIELD = /^\s*SYMBOL\s+(\d+|0x[\da-f]+)\s[^"]{0,99}?\\f\s+"?([\w ]+)/i;
/** Signs with their reading set above: `EQ \o\ad(\s\up 9(reading),signs)`. */
const RUBY_FIELD =
  /^\s*EQ\s[^(]{0,200}\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\([^()]{0,99}\)\s*[,;]\s*([^()]{1,99})\)/i;

/** What a field shows by its instruction alone; nothing where that is another. */
export function shownByField(instruction: string): string {
  const [, code, font] = instruction.match(SIGN_FIELD) ?? [];
  if (code && font) return signOf(font, Number(code));
  return instruction.match(RUBY_FIELD)?.[1]?.trim() ?? "";
}

const PRIVATE = /[\uF020-\uF0FF]/g;

/**
 * Text in which letters of fonts of signs are those signs. Most programs write them into the private area of Unicode, also
 * where they say no font; where none stands there, all letters are signs.
 */
export function withSigns(text: string, font: string | null): string {
  const isPlain = font !== null && isSymbolic(font) && text.search(PRIVATE) < 0;
  const signs = isPlain ? /[!-~\xa0-\xfe]/g : PRIVATE;
  return text.replace(signs, (char) => signOf(font ?? "Symbol", char.charCodeAt(0)) || char);
}
