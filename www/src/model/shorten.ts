/** The beginning of a text, cut between words at a number of UTF-16 units; `dots` stand for the rest. */
export function shorten(text: string, most: number, dots: string): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  // A text without spaces is cut where it is, but not inside a character.
  const words = /\s/.test(cut) ? cut.replace(/\S*$/, "").trimEnd() : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${words}${dots}`;
}
