import { describe, expect, test } from "vitest";
import type { Span } from "./comparison";
import { type MarkNode, nest } from "./nest";

interface Named extends Span {
  name: string;
}

const TEXT = "0123456789";

/** Writes nodes as text with marks as a(...). */
function write(nodes: MarkNode<Named>[]): string {
  return nodes
    .map((node) =>
      node.kind === "text" ? TEXT.slice(node.start, node.end) : `${node.mark.name}(${write(node.nodes)})`,
    )
    .join("");
}

const mark = (name: string, start: number, end: number): Named => ({ name, start, end });

describe("marks are nested", () => {
  const cases: [string, Named[], string][] = [
    ["no mark", [], "0123456789"],
    ["one mark", [mark("a", 2, 5)], "01a(234)56789"],
    ["marks that touch", [mark("a", 2, 5), mark("b", 5, 7)], "01a(234)b(56)789"],
    ["one inside another", [mark("a", 2, 8), mark("b", 4, 6)], "01a(23b(45)67)89"],
    ["the inner one cannot come first", [mark("b", 4, 6), mark("a", 2, 8)], "01a(23)b(a(45))a(67)89"],
    ["two that cross", [mark("a", 1, 5), mark("b", 3, 8)], "0a(12b(34))b(567)89"],
    ["three on one place", [mark("a", 2, 6), mark("b", 2, 6), mark("c", 2, 6)], "01a(b(c(2345)))6789"],
    ["clipped at both ends", [mark("a", -5, 3), mark("b", 8, 20)], "a(012)34567b(89)"],
    ["outside", [mark("a", -5, 0), mark("b", 10, 20)], "0123456789"],
    ["a place", [mark("a", 4, 4)], "0123a()456789"],
    ["a place inside a mark", [mark("a", 2, 8), mark("p", 4, 4)], "01a(23p()4567)89"],
    ["a place at the very end", [mark("p", 10, 10)], "0123456789p()"],
  ];
  test.each(cases)("%s", (_, marks, expected) => {
    expect(write(nest(0, 10, marks))).toBe(expected);
  });

  test("every character stands in exactly the marks that cover it, once and in order", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const marks = Array.from({ length: random(6) }, (_, at) => {
        const start = random(11);
        return mark(`m${at}`, start, start + random(11 - start));
      });
      const covered: string[] = [];
      const walk = (nodes: MarkNode<Named>[], names: string[]) => {
        for (const node of nodes) {
          if (node.kind === "mark") walk(node.nodes, [...names, node.mark.name]);
          else for (let at = node.start; at < node.end; at += 1) covered.push(`${at}:${[...names].sort()}`);
        }
      };
      walk(nest(0, 10, marks), []);
      const wanted = [...TEXT].map((_, at) => {
        const names = marks.filter(({ start, end }) => start <= at && at < end).map(({ name }) => name);
        return `${at}:${names.sort()}`;
      });
      expect(covered).toEqual(wanted);
    }
  });
});
