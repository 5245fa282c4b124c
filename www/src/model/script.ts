/** Scripts that are written in one language, nearly always. Others, such as Latin or Cyrillic, tell nothing. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Greek}/u, "el"],
];

/** How much of a text is looked at, in UTF-16 units. */
const LOOK = 2000;

/**
 * The language of a text as far as its script alone tells, so that browsers choose the right shapes, voices
 * and line breaks; "" for unknown. A script counts when at least every fifth letter is of it.
 */
export function languageOf(text: string): string {
  const letters = text.slice(0, LOOK).match(/\p{L}/gu) ?? [];
  const count = (script: RegExp) => letters.filter((letter) => script.test(letter)).length;
  return SCRIPTS.find(([script]) => count(script) * 5 > letters.length)?.[1] ?? "";
}
