/** Boxes inside of articles that are about the paper: calls to subscribe, to share, advertisements. */
const PROMOTING =
  /(^|[\s_-])(newsletter|sign-?up|subscribe|subscription|promo|ads?|advert\w*|share|sharing|social-?(links|icons|bar|buttons)|related|recommended|read-?(more|also)|most-?(read|popular)|trending|breadcrumbs?|cookie\w*|consent)($|[\s_-])/i;
const BOXES = "div, section, aside, ul, ol";
/** Such a box is short; a longer one that is called so holds the article. */
const LONGEST_BOX = 400;

/** Takes the boxes out that are about the paper. */
export function dropBoxes(root: Document | Element): void {
  const called = [...root.querySelectorAll(BOXES)].filter((box) =>
    PROMOTING.test(`${box.getAttribute("class") ?? ""} ${box.id}`),
  );
  if (called.length === 0) return;
  const lengths = new Map<Node, number>(called.map((box) => [box, 0]));
  measure(root, lengths);
  for (const box of called) if ((lengths.get(box) ?? 0) <= LONGEST_BOX) box.remove();
}

/** Characters of a stretch of text, and how many of them are white space at its start and its end. */
interface Stretch {
  all: number;
  start: number;
  end: number;
}

/**
 * Writes for each node in `lengths` how long its text is without white space at its ends. All in one walk: boxes in boxes,
 * each looked through by itself, take the square.
 */
function measure(node: Node, lengths: Map<Node, number>): Stretch {
  if (node.nodeType === Node.TEXT_NODE) return stretchOf(node.nodeValue ?? "");
  let whole: Stretch = { all: 0, start: 0, end: 0 };
  for (const child of node.childNodes) whole = joined(whole, measure(child, lengths));
  if (lengths.has(node)) lengths.set(node, Math.max(0, whole.all - whole.start - whole.end));
  return whole;
}

function stretchOf(text: string): Stretch {
  const all = text.length;
  return { all, start: all - text.trimStart().length, end: all - text.trimEnd().length };
}

const joined = (one: Stretch, other: Stretch): Stretch => ({
  all: one.all + other.all,
  start: one.start < one.all ? one.start : one.all + other.start,
  end: other.end < other.all ? other.end : other.all + one.end,
});
