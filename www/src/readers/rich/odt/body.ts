import { Blocks } from "../blocks";
import { formulaText } from "../formula";
import { raised } from "../raised";
import { withSigns } from "../symbols";
import { attribute, childrenOf, named, textIn, type XmlElement } from "../xml";
import type { Lists } from "./lists";
import type { Styles } from "./styles";

/** What is not of the text: changes that were undone, comments, what asks for something, the reading beside a sign. */
const LEFT_OUT = new Set(
  "tracked-changes annotation annotation-end sequence-decls variable-decls user-field-decls forms scripts script placeholder ruby-text note-citation number title-template index-title-template event-listeners automatic-styles master-styles".split(
    " ",
  ),
);
/** Shapes, which stand beside the text and may hold some. */
const SHAPES = new Set(
  "frame custom-shape rect ellipse circle polygon path line connector caption g a-frame".split(" "),
);
/** What is kept of the end of a line, in UTF-16 units: enough to tell a mark of a note. */
const TAIL = 20;

/** What the parts of one document share. */
export interface Shared {
  styles: Styles;
  lists: Lists;
  /** Formulas by their address. */
  formulas: ReadonlyMap<string, string>;
}

/** Puts the paragraphs of a document together. */
export class Body {
  readonly blocks = new Blocks();
  private readonly boxes: Blocks[] = [];
  private end = "";
  private high = "";
  private font: string | null = null;
  /** Paragraphs that are open: text outside of them is the file's own line breaks. */
  private depth = 0;
  /** The number that stands before the next word. */
  private number = "";
  /** What a point of a list says of its number, until its first paragraph. */
  private item: (() => string) | null = null;

  constructor(
    private readonly shared: Shared,
    readonly notes = new Blocks(),
  ) {}

  read(root: XmlElement): Body {
    this.content(root, false);
    this.close();
    return this;
  }

  private content(element: XmlElement, isRaised: boolean): void {
    for (const node of element.nodes) {
      if (typeof node !== "string") this.visit(node, isRaised);
      else if (this.depth > 0) this.flow(node, isRaised);
    }
  }

  private visit(element: XmlElement, isRaised: boolean): void {
    const { name } = element;
    if (LEFT_OUT.has(name) || isOut(element)) return;
    if (name === "p" || name === "h") this.paragraph(element);
    else if (name === "s") this.raw(" ".repeat(Math.min(100, Number(attribute(element, "c")) || 1)));
    else if (name === "tab") this.raw("\t");
    else if (name === "line-break") this.raw("\n");
    else if (name === "note") this.note(element);
    else if (name === "table-row") this.row(element);
    else if (name === "span") this.span(element, isRaised);
    else if (name === "math") this.raw(formulaText(element));
    else if (SHAPES.has(name)) this.shape(element);
    else if (name === "list") this.list(element);
    else if (name === "list-item" || name === "numbered-paragraph") this.point(element);
    else this.content(element, isRaised);
  }

  private paragraph(element: XmlElement): void {
    const style = attribute(element, "style-name");
    const isHidden =
      this.shared.styles.isHidden("paragraph", style) ||
      named(element, "hidden-paragraph").some((one) => attribute(one, "is-hidden") === "true");
    // A hidden one counts as well.
    const number = this.numberOf(element);
    if (isHidden) return;
    if (this.depth === 0) this.close();
    this.number = number;
    this.depth += 1;
    this.content(element, this.shared.styles.isRaised("paragraph", style));
    this.depth -= 1;
    if (this.depth === 0) this.close();
    else this.raw("\n");
  }

  private numberOf(element: XmlElement): string {
    const given = givenNumber(element);
    const { item } = this;
    this.item = null;
    const counted = item ? item() : element.name === "h" ? this.shared.lists.heading(element) : "";
    return given ?? counted;
  }

  private list(element: XmlElement): void {
    this.shared.lists.start(element);
    this.content(element, false);
    this.shared.lists.end();
  }

  private point(element: XmlElement): void {
    const { lists } = this.shared;
    const given = givenNumber(element);
    this.item = () => {
      const counted =
        element.name === "list-item"
          ? lists.item(attribute(element, "start-value"))
          : lists.paragraph(element);
      return given ?? counted;
    };
    this.content(element, false);
    this.item = null;
  }

  private span(element: XmlElement, isRaised: boolean): void {
    const { styles } = this.shared;
    const style = attribute(element, "style-name");
    if (styles.isHidden("text", style)) return;
    const { font } = this;
    this.font = styles.font("text", style);
    this.content(element, isRaised || styles.isRaised("text", style));
    this.font = font;
  }

  /** A note in a note is met inside the outer one's body. */
  private note(element: XmlElement): void {
    const body = childrenOf(element).find(({ name }) => name === "note-body");
    if (!body) return;
    const inside = new Body(this.shared, this.notes).read(body);
    for (const text of inside.blocks.all()) this.notes.add(text);
  }

  private row(element: XmlElement): void {
    if (/^(collapse|filter)$/.test(attribute(element, "visibility") ?? "")) return;
    this.close();
    // A cell that lies under another may hold what is not seen.
    const cells = childrenOf(element).filter(({ name }) => name !== "covered-table-cell");
    this.blocks.row(cells.map((cell) => new Body(this.shared, this.notes).read(cell).blocks));
  }

  /** A shape: a formula stands in the line, and boxes with words behind their paragraph. */
  private shape(element: XmlElement): void {
    const formula = formulaIn(element, this.shared.formulas);
    if (formula) this.raw(formula);
    else {
      const box = new Body(this.shared, this.notes);
      for (const one of childrenOf(element))
        if (!/^(title|desc|object|image)$/.test(one.name)) box.visit(one, false);
      box.close();
      this.boxes.push(box.blocks);
      if (this.depth === 0) this.close();
    }
  }

  private close(): void {
    this.lower();
    this.blocks.close();
    [this.end, this.number] = ["", ""];
    for (const box of this.boxes.splice(0)) this.blocks.row([box]);
  }

  private flow(given: string, isRaised: boolean): void {
    const text = withSigns(given, this.font);
    if (isRaised && text.trim() !== "") this.high += text;
    else {
      this.lower();
      this.begin(text);
      this.blocks.flow(text);
      this.keep(text);
    }
  }

  private raw(text: string): void {
    this.lower();
    this.begin(text);
    this.blocks.raw(text);
    this.keep(text);
  }

  private begin(text: string): void {
    if (!this.number || !/\S/.test(text)) return;
    this.blocks.raw(this.number);
    this.number = "";
  }

  private keep(text: string): void {
    this.end = (this.end + text.slice(-TAIL)).slice(-TAIL);
  }

  /** Puts raised letters behind the word they belong to. */
  private lower(): void {
    const text = this.high && raised(this.end, this.high);
    this.high = "";
    if (!text) return;
    this.begin(text);
    this.blocks.flow(text);
    this.keep(text);
  }
}

/** The number that a file writes for a paragraph or point; null where it leaves that to programs. */
function givenNumber(element: XmlElement): string | null {
  const number = childrenOf(element).find(({ name }) => name === "number");
  const text = number && textIn(number).trim();
  return text ? `${text} ` : null;
}

/** Whether an element says of itself that it is not shown. */
function isOut(element: XmlElement): boolean {
  const isOne = element.name === "section" || element.name === "hidden-text";
  if (attribute(element, "showing-place-holder") === "true") return true;
  return attribute(element, "display") === "none" || (isOne && attribute(element, "is-hidden") === "true");
}

function formulaIn(shape: XmlElement, formulas: ReadonlyMap<string, string>): string {
  for (const object of childrenOf(shape).filter(({ name }) => name === "object")) {
    const [math] = named(object, "math");
    const text = math ? formulaText(math) : formulas.get(attribute(object, "href") ?? "");
    if (text) return text;
  }
  return "";
}
