const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** Paragraphs as they are put together: pieces of text, line breaks, and where a paragraph ends. */
export class Blocks {
  private readonly done: string[] = [];
  private line = "";
  /** Whether the line is empty or ends with white space. */
  private spaced = true;

  /** Adds text in which white space is only space between words. */
  flow(text: string): void {
    const joined = text.replace(/[ \t\r\n\f]+/g, " ");
    this.raw(this.spaced ? joined.trimStart() : joined);
  }

  /** Adds text as it is. */
  raw(text: string): void {
    if (text === "") return;
    this.line += text;
    this.spaced = text.slice(-1).trim() === "";
  }

  /** Ends the paragraph. */
  close(): void {
    const text = trimLines(this.line).trim();
    if (text) this.done.push(text);
    this.line = "";
    this.spaced = true;
  }

  /**
   * Adds the row of a table: one paragraph with a line for each cell, or, where cells hold several
   * paragraphs, all of those, for then the table only lays out the page.
   */
  row(cells: readonly Blocks[]): void {
    this.close();
    const all = cells.map((cell) => cell.all());
    if (all.some((blocks) => blocks.length > 1)) for (const text of all.flat()) this.done.push(text);
    else if (all.some((blocks) => blocks.length > 0)) this.done.push(all.flat().join("\n"));
  }

  /** Adds a whole paragraph. */
  add(text: string): void {
    this.close();
    this.done.push(text);
  }

  /** The paragraphs so far. */
  all(): string[] {
    this.close();
    return this.done;
  }

  /** The paragraphs as one text, with an empty line between. */
  text(): string {
    return this.all().join("\n\n");
  }
}

const isBlank = (char: string) => char === " " || char === "\t";

/** The text without the spaces and tabs at both ends of each line; by hand, for a pattern takes the square of their number. */
export function trimLines(text: string): string {
  if (!text.includes("\n")) return text;
  const trimmed = (line: string, at: number, { length }: readonly string[]) => {
    let [start, end] = [0, line.length];
    while (at > 0 && start < end && isBlank(line.charAt(start))) start += 1;
    while (at < length - 1 && end > start && isBlank(line.charAt(end - 1))) end -= 1;
    return line.slice(start, end);
  };
  return text.split("\n").map(trimmed).join("\n");
}

/** The text of an element as it would be read: blocks apart, line breaks kept, other white space joined. */
export function textOf(root: Element): string {
  const blocks = new Blocks();
  visit(root, blocks, false);
  return blocks.text();
}

function visit(node: Node, into: Blocks, pre: boolean): void {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    const text = node.textContent ?? "";
    if (pre) into.raw(text);
    else into.flow(text);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const name = (node as Element).localName.toLowerCase();
  if (name === "br") {
    into.raw("\n");
    return;
  }
  if (name === "tr") {
    into.row([...node.childNodes].filter((cell) => cell.nodeType === Node.ELEMENT_NODE).map(cellOf));
    return;
  }
  const block = BLOCKS.has(name);
  if (block) into.close();
  for (let child = node.firstChild; child; child = child.nextSibling)
    visit(child, into, pre || name === "pre");
  if (block) into.close();
}

function cellOf(cell: Node): Blocks {
  const blocks = new Blocks();
  visit(cell, blocks, false);
  return blocks;
}
