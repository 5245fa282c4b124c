import { Blocks } from "../blocks";
import { formulaText } from "../formula";
import { raised } from "../raised";
import { shownByField, signOf, withSigns } from "../symbols";
import { attribute, childrenOf, named, textIn, type XmlElement } from "../xml";
import type { Numbering } from "./numbering";
import { child, isOn, val } from "./properties";
import type { Styles } from "./styles";

/** What is not of the text: what was deleted or moved away, properties, the reading beside a sign. */
const LEFT_OUT = new Set(
  "del moveFrom delText delInstrText pPr rPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr rt rubyPr sectPr customXmlPr smartTagPr".split(
    " ",
  ),
);
/** What stands around cells without being one. */
const AROUND = new Set("customXml sdt sdtContent smartTag ins moveTo".split(" "));
/** What is kept of the end of a line, in UTF-16 units: enough to tell a mark of a note. */
const TAIL = 20;

/** What the parts of one document share. */
export interface Shared {
  styles: Styles;
  numbering: Numbering | null;
  /** The words in drawings that are kept in parts of their own, by the identity of these. */
  drawn: ReadonlyMap<string, readonly string[]>;
  /** The words in figures that nothing refers to, in their order. */
  loose: string[][];
  /** The identities of notes, as the text refers to them: `footnote 2`. */
  notes: Set<string>;
  /** Stands for a file that is to come in here. */
  chunk: (id: string | null) => string;
}

interface Field {
  /** Whether its instruction goes on: what stands there is not seen. */
  isCode: boolean;
  instruction: string;
  /** What is chosen in a list of a form. */
  chosen: string;
}

/** Puts the paragraphs of a part together. */
export class Body {
  readonly blocks = new Blocks();
  private boxes: Blocks[] = [];
  private readonly fields: Field[] = [];
  private end = "";
  private high = "";
  /** A number that stands before the next word. */
  private number = "";
  /** Whether the paragraph before goes on here. */
  private goesOn = false;
  private paragraphStyle: string | null = null;

  constructor(private readonly shared: Shared) {}

  read(root: XmlElement): Blocks {
    for (const one of childrenOf(root)) this.visit(one);
    this.close();
    return this.blocks;
  }

  private visit(element: XmlElement): void {
    const { name } = element;
    if (LEFT_OUT.has(name)) return;
    if (name === "r") this.run(element);
    else if (name === "p") this.paragraph(element);
    else if (name === "tr") this.row(element);
    else if (name === "oMath") this.say(formulaText(element));
    else if (name === "oMathPara") this.say(named(element, "oMath").map(formulaText).join("\n"));
    else if (name === "altChunk") this.chunk(element);
    else if (name === "fldSimple") this.simpleField(element);
    else if (name === "textpath") this.box([attribute(element, "string") ?? ""]);
    else if (name === "AlternateContent") this.alternative(element);
    else if (name === "txbxContent" || name === "txBody")
      this.boxes.push(new Body(this.shared).read(element));
    else if (name !== "sdt" || !isPlaceholder(element))
      for (const one of childrenOf(element)) this.visit(one);
  }

  private paragraph(element: XmlElement): void {
    const properties = child(element, "pPr");
    const mark = properties && child(properties, "rPr");
    const isGone = Boolean(mark && (child(mark, "del") || child(mark, "moveFrom") || isOn(mark, "vanish")));
    const isCapital = /^(drop|margin)$/.test(
      attribute((properties && child(properties, "framePr")) ?? element, "dropCap") ?? "",
    );
    if (!this.goesOn) this.close();
    this.paragraphStyle = val(properties && child(properties, "pStyle"));
    const number = isGone || isCapital ? "" : (this.shared.numbering?.before(properties) ?? "");
    // The paragraph that ends here says how it is numbered, if nothing was said before.
    if (this.end === "") this.number = number;
    this.goesOn = false;
    for (const one of childrenOf(element)) this.visit(one);
    this.lower();
    // An instruction ends in its paragraph. One that does not would hide all that follows.
    for (const field of this.fields) field.isCode = false;
    if (isGone || isCapital) this.goesOn = true;
    else this.close();
  }

  /** Ends the paragraph; boxes that are anchored in it come behind it. */
  private close(): void {
    this.lower();
    this.blocks.close();
    [this.end, this.number, this.goesOn] = ["", "", false];
    for (const box of this.boxes.splice(0)) this.blocks.row([box]);
  }

  private row(element: XmlElement): void {
    const properties = child(element, "trPr");
    if (properties && (child(properties, "del") || isOn(properties, "hidden"))) return;
    this.close();
    this.blocks.row(cellsIn(element).map((cell) => new Body(this.shared).read(cell)));
  }

  private chunk(element: XmlElement): void {
    this.close();
    this.blocks.raw(this.shared.chunk(attribute(element, "id")));
    this.blocks.close();
  }

  /** Of two ways to say one thing the first that has words. */
  private alternative(element: XmlElement): void {
    const ways = childrenOf(element).filter(({ name }) => name === "Choice" || name === "Fallback");
    const chosen = ways.find((way) => way.name === "Choice" && hasWords(way)) ?? ways.at(-1);
    for (const one of chosen ? childrenOf(chosen) : []) this.visit(one);
  }

  private simpleField(element: XmlElement): void {
    const sign = shownByField(attribute(element, "instr") ?? "");
    if (sign) this.say(sign);
    else for (const one of childrenOf(element)) this.visit(one);
  }

  private run(element: XmlElement): void {
    const properties = child(element, "rPr");
    const style = val(properties && child(properties, "rStyle"));
    const { styles } = this.shared;
    const isHidden =
      isOn(properties, "vanish") ?? (styles.isHidden(style) || styles.isHidden(this.paragraphStyle));
    const position = val(properties && child(properties, "vertAlign")) ?? styles.position(style);
    const fonts = properties && child(properties, "rFonts");
    const font = (fonts && (attribute(fonts, "ascii") ?? attribute(fonts, "hAnsi"))) ?? styles.font(style);
    for (const one of childrenOf(element)) {
      if (one.name === "fldChar") this.fieldSign(one);
      else if (one.name === "instrText") this.instruct(textIn(one));
      else if (!isHidden) this.inRun(one, position === "superscript", font);
    }
  }

  private inRun(element: XmlElement, isRaised: boolean, font: string | null): void {
    const { name } = element;
    if (name === "t") this.say(withSigns(textIn(element), font), isRaised);
    else if (name === "sym") this.say(symbolOf(element), isRaised);
    else if (name === "tab" || name === "ptab") this.say("\t");
    else if (name === "br" || name === "cr") this.say("\n");
    else if (name === "noBreakHyphen") this.say("\u2011");
    else if (name === "footnoteReference" || name === "endnoteReference") {
      this.shared.notes.add(`${name.slice(0, -9)} ${attribute(element, "id")}`);
    } else if (name === "relIds" || name === "chart") this.drawing(element);
    else if (name === "graphicData") this.graphic(element);
    else if (name === "drawing" || name === "inline" || name === "anchor" || name === "graphic") {
      for (const one of childrenOf(element)) this.inRun(one, isRaised, font);
    } else this.visit(element);
  }

  private graphic(element: XmlElement): void {
    const inside = childrenOf(element);
    for (const one of inside) this.inRun(one, false, "");
    const isDiagram = attribute(element, "uri")?.endsWith("/diagram");
    if (isDiagram && inside.length === 0) this.box(this.shared.loose.shift());
  }

  private drawing(element: XmlElement): void {
    const id = attribute(element, element.name === "chart" ? "id" : "dm");
    this.box(this.shared.drawn.get(id ?? ""));
  }

  private box(lines: readonly string[] | undefined): void {
    const box = new Blocks();
    for (const line of lines ?? []) {
      box.flow(line);
      box.close();
    }
    this.boxes.push(box);
  }

  private fieldSign(element: XmlElement): void {
    const type = attribute(element, "fldCharType");
    const field = this.fields.at(-1);
    if (type === "begin") this.fields.push({ isCode: true, instruction: "", chosen: chosenIn(element) });
    else if (type === "separate" && field) field.isCode = false;
    else if (type === "end" && field) {
      this.fields.pop();
      const sign = shownByField(field.instruction) || field.chosen;
      this.say(sign);
    }
  }

  private instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field && field.instruction.length < 1_000) field.instruction += text;
  }

  private say(text: string, isRaised = false): void {
    if (text === "" || this.fields.some(({ isCode }) => isCode)) return;
    if (isRaised) {
      this.high += text;
      return;
    }
    this.lower();
    this.put(text);
  }

  private put(text: string): void {
    if (this.number && /\S/.test(text)) {
      this.blocks.raw(this.number);
      this.number = "";
    }
    this.blocks.raw(text);
    this.end = (this.end + text.slice(-TAIL)).slice(-TAIL);
  }

  /** Puts raised letters behind the word they belong to. */
  private lower(): void {
    const { high } = this;
    this.high = "";
    if (high) this.put(raised(this.end, high));
  }
}

/** Whether a field of a form has nothing in it but what asks for something. */
function isPlaceholder(element: XmlElement): boolean {
  const properties = child(element, "sdtPr");
  return isOn(properties, "showingPlcHdr") ?? false;
}

function cellsIn(row: XmlElement): XmlElement[] {
  return childrenOf(row).flatMap((one) => {
    if (AROUND.has(one.name)) return one.name === "sdt" && isPlaceholder(one) ? [] : cellsIn(one);
    if (one.name !== "tc") return [];
    const properties = child(one, "tcPr");
    return properties && child(properties, "cellDel") ? [] : [one];
  });
}

const hasWords = (way: XmlElement) =>
  ["t", "relIds", "chart", "sym"].some((name) => named(way, name).length > 0);

function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(attribute(element, "char") ?? "", 16);
  if (!(code > 0 && code <= 0xffff)) return "";
  const sign = signOf(attribute(element, "font") ?? "", code);
  return sign || (code < 0xe000 || code > 0xf8ff ? String.fromCharCode(code) : "");
}

/** What is chosen in a list of a form. */
function chosenIn(sign: XmlElement): string {
  const list = named(sign, "ddList")[0];
  if (!list) return "";
  const entries = childrenOf(list).filter(({ name }) => name === "listEntry");
  return val(entries[Number(val(child(list, "result")) ?? val(child(list, "default")) ?? 0)]) ?? "";
}
