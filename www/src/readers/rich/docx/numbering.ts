import { figure } from "../figures";
import { attribute, childrenOf, named, type XmlElement } from "../xml";
import { child, val } from "./properties";
import type { Styles } from "./styles";

/** A level of a list: how its numbers are written. */
interface Level {
  start: number;
  format: string;
  /** As `Article %1.`: `%1` stands for the number of the first level. */
  text: string;
  /** Whether nothing follows a number; a space does all the same where letters would run together. */
  isClose: boolean;
  /** The level that starts it anew, counted from 1; null for any above. */
  restart: number | null;
  /** Whether the numbers of all levels are written in figures. */
  isLegal: boolean;
  style: string | null;
}

type Levels = Map<number, Level>;

/** A list: several may share the counting of one definition. */
interface List {
  levels: Levels;
  counts: number[];
  /** Levels at which this one starts anew, once. */
  starts: Map<number, number>;
}

/** Levels that a list may have (ECMA-376, 17.9.6). */
const LEVELS = 9;

/** The numbers that Word writes before paragraphs (ECMA-376, 17.9). */
export class Numbering {
  private readonly lists = new Map<string, List>();

  constructor(
    root: XmlElement | null,
    private readonly styles: Styles,
  ) {
    if (!root) return;
    const definitions = new Map<string, XmlElement>();
    const byStyle = new Map<string, XmlElement>();
    for (const one of named(root, "abstractNum")) {
      definitions.set(attribute(one, "abstractNumId") ?? "", one);
      const style = val(child(one, "styleLink"));
      if (style !== null) byStyle.set(style, one);
    }
    const counts = new Map<XmlElement, number[]>();
    for (const num of childrenOf(root).filter(({ name }) => name === "num")) {
      const given = definitions.get(val(child(num, "abstractNumId")) ?? "");
      const definition = byStyle.get(val(given && child(given, "numStyleLink")) ?? "") ?? given;
      if (!definition) continue;
      const counted = counts.get(definition) ?? [];
      counts.set(definition, counted);
      this.lists.set(attribute(num, "numId") ?? "", listOf(num, definition, counted));
    }
  }

  /** The number that stands before a paragraph, which counts; nothing where there is none. */
  before(paragraph: XmlElement | undefined): string {
    const style = val(paragraph && child(paragraph, "pStyle"));
    const own = paragraph && child(paragraph, "numPr");
    const given = this.styles.numbering(style);
    const id = val(own && child(own, "numId")) ?? given?.id ?? null;
    const list = id === null ? undefined : this.lists.get(id);
    if (!list) return "";
    const level =
      val(own && child(own, "ilvl")) ?? levelOfStyle(list, given?.style ?? style) ?? given?.level ?? 0;
    return next(list, Math.min(LEVELS - 1, Math.max(0, Number(level) || 0)));
  }
}

function listOf(num: XmlElement, definition: XmlElement, counts: number[]): List {
  const levels: Levels = new Map();
  for (const level of named(definition, "lvl"))
    levels.set(Number(attribute(level, "ilvl")) || 0, levelOf(level));
  const starts = new Map<number, number>();
  for (const override of childrenOf(num).filter(({ name }) => name === "lvlOverride")) {
    const at = Number(attribute(override, "ilvl")) || 0;
    const level = child(override, "lvl");
    if (level) levels.set(at, levelOf(level));
    const start = val(child(override, "startOverride"));
    if (start !== null) starts.set(at, Number(start) || 0);
  }
  return { levels, counts, starts };
}

function levelOf(level: XmlElement): Level {
  const restart = val(child(level, "lvlRestart"));
  // A format of newer versions stands beside one for all.
  const format = named(level, "numFmt").at(-1);
  const isHidden = named(level, "vanish").some((one) => !/^(0|false|off)$/.test(val(one) ?? ""));
  return {
    start: Number(val(child(level, "start")) ?? 0) || 0,
    format: isHidden ? "bullet" : (val(format) ?? "decimal"),
    text: val(child(level, "lvlText")) ?? "",
    isClose: val(child(level, "suff")) === "nothing",
    restart: restart === null ? null : Number(restart) || 0,
    isLegal: child(level, "isLgl") !== undefined,
    style: val(child(level, "pStyle")),
  };
}

function levelOfStyle({ levels }: List, style: string | null): number | null {
  if (style === null) return null;
  for (const [at, level] of levels) if (level.style === style) return at;
  return null;
}

function next(list: List, at: number): string {
  const { levels, counts, starts } = list;
  const level = levels.get(at);
  if (!level) return "";
  const start = starts.get(at);
  if (start !== undefined) counts[at] = start - 1;
  starts.delete(at);
  counts[at] = (counts[at] ?? level.start - 1) + 1;
  // Levels above that were not counted yet begin with it.
  for (let above = 0; above < at; above += 1) counts[above] ??= levels.get(above)?.start ?? 1;
  for (let below = at + 1; below < LEVELS; below += 1) {
    const restart = levels.get(below)?.restart ?? null;
    if (restart === null || (restart > 0 && at < restart)) delete counts[below];
  }
  if (level.format === "bullet") return "";
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const of = levels.get(Number(digit) - 1);
    const format = level.isLegal ? "decimal" : (of?.format ?? "decimal");
    return figure(counts[Number(digit) - 1] ?? of?.start ?? 1, format);
  });
  if (!/[\p{L}\p{N}]/u.test(text)) return "";
  return level.isClose && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，．]\s*$/u.test(text)
    ? text
    : `${text} `;
}
