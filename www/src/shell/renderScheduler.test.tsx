import { signal } from "@preact/signals";
import { render } from "preact";
import { expect, test } from "vitest";
import { settling } from "../store/comparison";
import { scheduleRendering } from "./renderScheduler";

const turn = () => new Promise((done) => setTimeout(done));

test("draws at once, but while a comparison has just begun only when that is settled, and then all that changed", async () => {
  const [first, second] = [signal("a"), signal("b")];
  const First = () => <i>{first.value}</i>;
  const Second = () => <b>{second.value}</b>;
  const page = document.createElement("div");
  scheduleRendering();
  render([<First key="first" />, <Second key="second" />], page);
  first.value = "at once";
  await turn();
  expect(page.textContent).toBe("at onceb");

  // What is changed in the same turn in which a comparison begins is held, too.
  first.value = "later";
  settling.value = true;
  await turn();
  second.value = "as well";
  await turn();
  expect(page.textContent).toBe("at onceb");

  settling.value = false;
  await turn();
  expect(page.textContent).toBe("lateras well");
});
