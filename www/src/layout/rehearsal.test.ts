import { expect, test, vi } from "vitest";
import { rehearseDrawing } from "./rehearsal";

test("a marked text is laid out on both sides, and nothing of it stays", () => {
  const before = document.documentElement.outerHTML;
  const seen: number[] = [];
  const layOut = vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
    this: Element,
  ) {
    seen.push(this.querySelectorAll("mark").length);
    return new DOMRect();
  });
  rehearseDrawing("Seven words that stand in a row. ".repeat(100));
  layOut.mockRestore();
  expect(seen).toEqual([40]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test("a short text, and none, are drawn as well", () => {
  rehearseDrawing("Short.");
  rehearseDrawing("");
  expect(document.querySelector(".rehearsal")).toBeNull();
});
