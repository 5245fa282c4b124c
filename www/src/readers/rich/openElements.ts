import { CAPS } from "../../model/article";
import { ReadFailure } from "./failure";

const words = (list: string) => new Set(list.split(" "));

/** Elements that hold nothing and have no end tag. */
export const VOID = words(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);
/** Elements that go on in the next block when theirs ends before they do. */
const FORMATTING = words("a b big code em font i nobr s small strike strong tt u");
/** What no look for an open paragraph or block goes beyond. */
const SCOPES = words("html table td th caption template object marquee applet button");
/** What ends an open paragraph. */
const BLOCKS = words(
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre listing search section summary ul plaintext xmp",
);
const CELLS = words("td th caption");
const ROWS = words("tr");
const GROUPS = words("tbody thead tfoot");
/** What an end tag of another element does not go beyond. */
const SPECIAL = new Set([...BLOCKS, ...SCOPES, ...ROWS, ...GROUPS, "select"]);
/** The same for a further list item. */
const LISTS = new Set([...SPECIAL].filter((name) => !/^(address|div|p)$/.test(name)));
const TABLES = words("table template");
/** Elements of other languages, in which each may be closed at once. */
const FOREIGN = words("svg math");
const COUNTED = words("table svg math");

/** Steps through the open elements in all. Browsers take the same steps: this many last some tenths of a second. */
const MOST_STEPS = 20_000_000;

/**
 * The elements that a browser's parser has open, as far as its work depends on them: how many elements it makes, and how
 * far it looks up through the open ones. Formatting that a block cuts off is made anew in the next, again and again: some
 * kilobytes can ask for millions of elements. After the HTML standard, "The stack of open elements" and "The list of active
 * formatting elements".
 */
export class OpenElements {
  private readonly stack: string[] = [];
  /** Formatting that was cut off and comes back before the next text. */
  private cut: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor(private readonly spent = { elements: 0, steps: 0 }) {}

  /** For a further document: nothing is open, and what was spent stays so. */
  afresh(): OpenElements {
    return new OpenElements(this.spent);
  }

  /** Text comes: formatting that was cut off comes back. */
  text(): void {
    if (this.cut.length === 0) return;
    for (const name of this.cut) {
      this.count();
      this.push(name);
    }
    this.cut = [];
  }

  /** A start tag; `isClosed` where it ends with `/>`. */
  start(name: string, isClosed: boolean): void {
    const isOfTable = CELLS.has(name) || ROWS.has(name) || GROUPS.has(name);
    // Browsers pass over these outside of tables.
    if (isOfTable && this.depth("table") === 0) return;
    this.makeRoom(name);
    this.count();
    const isForeign = this.depth("svg") + this.depth("math") > 0 || FOREIGN.has(name);
    if (!VOID.has(name) && !(isClosed && isForeign)) this.push(name);
  }

  /** Closes what a start tag closes, and brings back what it brings back. */
  private makeRoom(name: string): void {
    if (BLOCKS.has(name) || name === "table") this.pop(["p"], SCOPES);
    if (name === "li") this.pop(["li"], LISTS);
    else if (name === "dd" || name === "dt") this.pop(["dd", "dt"], LISTS);
    else if (name === "option") this.pop(["option"], SPECIAL);
    else if (CELLS.has(name)) this.pop([...CELLS], TABLES);
    else if (ROWS.has(name)) this.pop([...ROWS], TABLES);
    else if (GROUPS.has(name)) this.pop([...GROUPS], TABLES);
    else if (!BLOCKS.has(name)) this.text();
    if (name === "a" || name === "nobr") this.end(name);
  }

  /** An end tag. */
  end(name: string): void {
    if (FORMATTING.has(name)) this.endFormatting(name);
    else if (name === "table" || ROWS.has(name) || GROUPS.has(name)) this.pop([name], TABLES);
    else if (BLOCKS.has(name) || SCOPES.has(name)) this.pop([name], SCOPES);
    else this.pop([name], SPECIAL);
  }

  private endFormatting(name: string): void {
    this.step(this.cut.length);
    const waiting = this.cut.lastIndexOf(name);
    if (waiting >= 0) {
      this.cut.splice(waiting, 1);
      return;
    }
    const at = this.find([name], SCOPES);
    if (at < 0) return;
    this.step(this.stack.length - at);
    this.stack.splice(at, 1);
  }

  /** How many of a name are open, of those that are counted. */
  private depth(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  private push(name: string): void {
    this.stack.push(name);
    if (COUNTED.has(name)) this.counts.set(name, this.depth(name) + 1);
  }

  /** Something comes that is made and holds nothing. */
  count(): void {
    this.spent.elements += 1;
    if (this.spent.elements > CAPS.elements) throw new ReadFailure("too-complex");
  }

  private step(by: number): void {
    this.spent.steps += by;
    if (this.spent.steps > MOST_STEPS) throw new ReadFailure("too-complex");
  }

  /** Closes the innermost of these and all in it, unless one of `beyond` stands between. */
  private pop(names: readonly string[], beyond: ReadonlySet<string>): void {
    const at = this.find(names, beyond);
    if (at < 0) return;
    const closed = this.stack.splice(at);
    this.step(closed.length);
    for (const name of closed) {
      if (FORMATTING.has(name)) this.cut.push(name);
      if (COUNTED.has(name)) this.counts.set(name, this.depth(name) - 1);
    }
  }

  private find(names: readonly string[], beyond: ReadonlySet<string>): number {
    let at = this.stack.length;
    let name = "";
    do {
      at -= 1;
      name = this.stack[at] ?? "";
    } while (at >= 0 && !names.includes(name) && !beyond.has(name));
    this.step(this.stack.length - Math.max(at, 0));
    return names.includes(name) ? at : -1;
  }
}
