import { expect, test, vi } from "vitest";
import { inTurn } from "./turns";

const turnsPassed = () => new Promise((resolve) => setTimeout(resolve, 5));

test("jobs of one turn all look before the first writes, and one that is called off does neither", async () => {
  const done: string[] = [];
  const job = (name: string) => () => {
    done.push(`${name} looks`);
    return () => void done.push(`${name} writes`);
  };
  inTurn(job("a"));
  const callOff = inTurn(job("b"));
  inTurn(job("c"));
  callOff();
  await turnsPassed();
  expect(done).toEqual(["a looks", "c looks", "a writes", "c writes"]);
});

test("a job that fails is reported, and the others of its turn are done", async () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  const done: string[] = [];
  const fault = new Error("no place");
  inTurn(() => {
    throw fault;
  });
  inTurn(() => () => {
    throw fault;
  });
  inTurn(() => () => void done.push("written"));
  await turnsPassed();
  vi.unstubAllGlobals();
  expect(done).toEqual(["written"]);
  expect(report.mock.calls).toEqual([[fault], [fault]]);
});
