import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { ListEntries } from "./listEntries";

const holder = document.createElement("div");
afterEach(() => render(null, holder));

const draw = (one: number) => <li key={one}>{one}</li>;
const plain = (one: number) => String(one);
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const show = (list: readonly number[], chosen = -1) =>
  render(<ListEntries list={list} draw={draw} plain={plain} chosen={() => chosen} />, holder);
const drawn = () => holder.querySelectorAll("li").length;

test("what a high window shows of a short list is drawn at once, the rest afterwards", async () => {
  show(numbers(90));
  expect(drawn()).toBe(14);
  await vi.waitFor(() => expect(drawn()).toBe(90));
});

test("a chosen entry is drawn at once, wherever it stands", () => {
  show(numbers(90), 40);
  expect(drawn()).toBe(41);
});

test("of a list in place of another as much is drawn at once as was, for it may have been scrolled", async () => {
  show(numbers(60));
  await vi.waitFor(() => expect(drawn()).toBe(60));
  show(numbers(80, 5));
  expect(drawn()).toBe(60);
  await vi.waitFor(() => expect(drawn()).toBe(80));
});
