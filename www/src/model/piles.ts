/** So many marks on one letter are a pile: UAX #15 holds 30 to be more than any writing needs. */
export const PILE = 31;

/**
 * What joins the letter before it, with the joiners and, by UAX #29, the vowels AM of Thai and Lao; and, each only with its
 * like, the three kinds of letters of Korean.
 */
const KINDS = [
  /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]|[\u0E33\u0EB3]/u,
  /[\u1100-\u115F\uA960-\uA97C]/,
  /[\u1160-\u11A7\uD7B0-\uD7C6]/,
  /[\u11A8-\u11FF\uD7CB-\uD7FB]/,
];

/** The kind of each UTF-16 unit that was asked for; 0 where it was not yet. */
const known = new Uint8Array(0x10000);
const OTHER = KINDS.length + 1;

function kindOf(text: string, at: number, code: number): number {
  // Half a character says nothing.
  if (code >= 0xd800 && code < 0xe000) return kindOfSign(text.slice(at, at + 2));
  if (known[code] === 0) known[code] = kindOfSign(text.charAt(at));
  return known[code] ?? OTHER;
}

function kindOfSign(sign: string): number {
  const kind = KINDS.findIndex((one) => one.test(sign));
  return kind < 0 ? OTHER : kind + 1;
}

/** All that piles up lies here, and no letter or mark of most texts in Latin letters: these are not looked at one by one. */
const MAY_PILE = /[\u0300-\u1FFF]|[\u200B-\u200F]|[\u20D0-\u20FF]|[\u2C00-\uFFFF]/;

/** How many piles of marks a text has; a letter with very many has several. */
export function pilesIn(text: string): number {
  if (!MAY_PILE.test(text)) return 0;
  let [piles, high, last] = [0, 0, OTHER];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a character.
    if (code >= 0xdc00 && code < 0xe000) continue;
    const kind = code < 0x300 ? OTHER : kindOf(text, at, code);
    high = kind === OTHER ? 0 : kind === last ? high + 1 : 1;
    last = kind;
    if (high < PILE) continue;
    piles += 1;
    high = 0;
  }
  return piles;
}
