import { options, render } from "preact";
import { useState } from "preact/hooks";
import { afterEach, expect, test, vi } from "vitest";
import { drawNow, memo } from "./drawing";

const holder = document.createElement("div");
afterEach(() => render(null, holder));

interface Props {
  name?: string;
  count: number;
}

test("a component is drawn anew only when one of its properties is another value, comes or goes", () => {
  const draw = vi.fn(({ name, count }: Props) => <i>{`${name} ${count}`}</i>);
  const Kept = memo(draw);
  const drawn = (props: Props) => {
    draw.mockClear();
    render(<Kept {...props} />, holder);
    return [draw.mock.calls.length, holder.textContent];
  };
  expect(drawn({ name: "a", count: 1 })).toEqual([1, "a 1"]);
  expect(drawn({ name: "a", count: 1 })).toEqual([0, "a 1"]);
  expect(drawn({ name: "a", count: 2 })).toEqual([1, "a 2"]);
  expect(drawn({ count: 2 })).toEqual([1, "undefined 2"]);
  expect(drawn({ name: "b", count: 2 })).toEqual([1, "b 2"]);
});

test("what is the same may be said otherwise", () => {
  const draw = vi.fn(({ count }: Props) => <i>{count}</i>);
  const Kept = memo(draw, (last, next) => last.count % 2 === next.count % 2);
  for (const count of [1, 3, 4]) render(<Kept count={count} />, holder);
  expect(draw).toHaveBeenCalledTimes(2);
  expect(holder.textContent).toBe("4");
});

test("a change is drawn before drawNow comes back, others as before", async () => {
  let set: (count: number) => void = () => {};
  const Count = () => {
    const [count, setCount] = useState(0);
    set = setCount;
    return <i>{count}</i>;
  };
  render(<Count />, holder);
  drawNow(() => set(1));
  expect(holder.textContent).toBe("1");
  expect(options.debounceRendering).toBeUndefined();
  set(2);
  expect(holder.textContent).toBe("1");
  await vi.waitFor(() => expect(holder.textContent).toBe("2"));
  expect(() =>
    drawNow(() => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(options.debounceRendering).toBeUndefined();
});
