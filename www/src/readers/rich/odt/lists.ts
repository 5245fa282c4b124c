import { attribute, type XmlElement } from "../xml";
import type { Level, Styles } from "./styles";

/** A list that is open: lists in it are its further levels. */
interface Open {
  style: string | null;
  counts: number[];
  depth: number;
}

/** Levels that a list may have (ODF 1.3, 16.30). */
const LEVELS = 10;

/** Counts the points of lists and the headings (ODF 1.3, 5.3). */
export class Lists {
  private readonly open: Open[] = [];
  private readonly byId = new Map<string, number[]>();
  private readonly byStyle = new Map<string, number[]>();
  private readonly headings: number[] = [];

  constructor(private readonly styles: Styles) {}

  /** A list begins. Its own counting goes on where it says so. */
  start(list: XmlElement): void {
    const outer = this.open.at(-1);
    const style = attribute(list, "style-name") ?? outer?.style ?? null;
    const counts = outer?.counts ?? this.countsFor(list, style);
    const id = attribute(list, "id");
    if (id !== null) this.byId.set(id, counts);
    if (style !== null) this.byStyle.set(style, counts);
    this.open.push({ style, counts, depth: (outer?.depth ?? 0) + 1 });
  }

  private countsFor(list: XmlElement, style: string | null): number[] {
    const continued = attribute(list, "continue-list");
    const before = continued === null ? undefined : this.byId.get(continued);
    if (before) return before;
    if (attribute(list, "continue-numbering") === "true" && style !== null)
      return this.byStyle.get(style) ?? [];
    return [];
  }

  end(): void {
    this.open.pop();
  }

  /** The number of a point of the innermost list; nothing where there is none. */
  item(start: string | null): string {
    const list = this.open.at(-1);
    const levels = list?.style ? this.styles.lists.get(list.style) : undefined;
    return list ? next(list.counts, list.depth, levels, start) : "";
  }

  /** The number of a paragraph that says its level and list itself. */
  paragraph(element: XmlElement): string {
    const id = attribute(element, "list-id") ?? "";
    const counts = this.byId.get(id) ?? [];
    this.byId.set(id, counts);
    const levels = this.styles.lists.get(attribute(element, "style-name") ?? "");
    return next(counts, Number(attribute(element, "level")) || 1, levels, attribute(element, "start-value"));
  }

  heading(element: XmlElement): string {
    if (attribute(element, "is-list-header") === "true" || this.styles.outline.size === 0) return "";
    const level = Number(attribute(element, "outline-level")) || 1;
    const isAnew = attribute(element, "restart-numbering") === "true";
    return next(
      this.headings,
      level,
      this.styles.outline,
      isAnew ? (attribute(element, "start-value") ?? "1") : null,
    );
  }
}

/** Counts at a level, from 1, and writes the number. Levels below begin anew. */
function next(
  counts: number[],
  depth: number,
  levels: ReadonlyMap<number, Level> | undefined,
  start: string | null,
): string {
  const at = Math.min(LEVELS, Math.max(1, depth));
  const level = levels?.get(at);
  counts[at] = start !== null ? Number(start) || 0 : (counts[at] ?? (level?.start ?? 1) - 1) + 1;
  counts.length = at + 1;
  if (!level?.isNumbered) return "";
  const countOf = (of: number) => counts[of] ?? levels?.get(of)?.start ?? 1;
  const writtenOf = (of: number) => {
    const one = levels?.get(of);
    return one?.isNumbered ? one.write(countOf(of)) : "";
  };
  if (level.pattern)
    return `${level.pattern.replace(/%(\d{1,2})%/g, (_, of: string) => writtenOf(Number(of)))} `;
  const numbers: string[] = [];
  for (let of = Math.max(1, at - level.shown + 1); of <= at; of += 1) numbers.push(writtenOf(of));
  return `${level.prefix}${numbers.filter(Boolean).join(".")}${level.suffix} `;
}
