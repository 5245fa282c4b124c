// Holds what the engine gives against the types that its package declares.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compare, Library, readDate } from "#engine";
import { inPlace } from "./module";

const ROOT = join(import.meta.dirname, "../../..");

/** A type is an interface, with its fields and the name of its parameter, or stands for another. */
type Declared = { fields: Map<string, string>; parameter: string | undefined } | { is: string };

/** The types in a file as wasm-bindgen writes it. */
function read(declarations: string): Map<string, Declared> {
  const code = declarations.replace(/\/\*[\s\S]*?\*\//g, "");
  const types = new Map<string, Declared>();
  for (const [, name = "", parameter, body = ""] of code.matchAll(
    /export interface (\w+)(?:<(\w+)>)? \{([^}]*)\}/g,
  )) {
    const fields = [...body.matchAll(/(\w+\??): ([^;]+);/g)].map(
      ([, field = "", is = ""]) => [field, is] as const,
    );
    types.set(name, { fields: new Map(fields), parameter });
  }
  for (const [, name = "", is = ""] of code.matchAll(/export type (\w+) = ([^;]+);/g))
    types.set(name, { is });
  return types;
}

/** Where a value is not of a type, with the value. */
function misfits(value: unknown, type: string, types: Map<string, Declared>, path: string): string[] {
  const told = [`${path} is ${JSON.stringify(value)}, not ${type}`];
  const choices = type.split(" | ");
  if (choices.length > 1) {
    const all = choices.map((choice) => misfits(value, choice, types, path));
    // What none fits is told of the last but null, which says the most.
    return all.some((one) => one.length === 0)
      ? []
      : (all.filter((_, at) => choices[at] !== "null").pop() ?? told);
  }
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return told;
    return value.flatMap((entry, at) => misfits(entry, type.slice(0, -2), types, `${path}[${at}]`));
  }
  if (/^["']/.test(type)) return value === type.slice(1, -1) ? [] : told;
  if (type === "null") return value === null ? [] : told;
  if (/^(number|boolean|string)$/.test(type)) {
    return typeof value === type ? [] : told;
  }
  const [, name = type, given = ""] = type.match(/^(\w+)<(.+)>$/) ?? [];
  const declared = types.get(name);
  if (!declared) return [`${path}: there is no type ${type}`];
  if ("is" in declared) return misfits(value, declared.is, types, path);
  if (typeof value !== "object" || value === null) return told;
  const { fields, parameter } = declared;
  if (Object.keys(value).sort().join() !== [...fields.keys()].sort().join()) {
    return [`${path} has ${Object.keys(value)}, a ${name} has ${[...fields.keys()]}`];
  }
  return [...fields].flatMap(([field, is]) => {
    const own = parameter ? is.replace(new RegExp(`\\b${parameter}\\b`), given) : is;
    return misfits((value as Record<string, unknown>)[field], own, types, `${path}.${field}`);
  });
}

/** What goes in: fields may be left out there. */
const GIVEN = ["Options", "ExportInfo", "ArticleInfo"];

const declarations = readFileSync(join(ROOT, "pkg/twicetold.d.ts"), "utf8");
const types = read(declarations);

/** Left and right of every case. */
function cases(): [name: string, left: string, right: string][] {
  const folder = join(ROOT, "tests/cases");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const names = files
    .filter((name) => name.endsWith("left.txt"))
    .map((name) => name.slice(0, -"/left.txt".length));
  const text = (name: string, side: string) => readFileSync(join(folder, name, `${side}.txt`), "utf8");
  return names.sort().map((name) => [name, text(name, "left"), text(name, "right")]);
}

beforeAll(() => inPlace());

describe("the types of the package", () => {
  test("were read", () => {
    expect(types.get("Span")).toEqual({
      fields: new Map([
        ["start", "number"],
        ["end", "number"],
      ]),
      parameter: undefined,
    });
    expect([...types.keys()]).toEqual(
      expect.arrayContaining(["Comparison", "Overlap", "Elsewhere", "Sides", "Grade"]),
    );
  });

  test("promise nothing undefined: what is absent is null", () => {
    expect(declarations.match(/.*undefined.*/g)).toBeNull();
    for (const [name, type] of types) {
      if (GIVEN.includes(name) || name.startsWith("Init") || !("fields" in type)) continue;
      expect([name, ...[...type.fields.keys()].filter((field) => field.endsWith("?"))]).toEqual([name]);
    }
  });

  test.each(cases())("are those of every value: %s", (_, left, right) => {
    for (const options of [{}, { minWords: 2, ignorePunctuation: false, showWeak: true }]) {
      expect(misfits(compare(left, right, options), "Comparison", types, "comparison")).toEqual([]);
      expect(misfits(compare(right, left, options), "Comparison", types, "comparison")).toEqual([]);
    }
  });

  test("are those of the values of a library", () => {
    const library = new Library();
    for (const [name, left, right] of cases()) {
      library.set("left", left);
      library.set("right", right);
      library.set("third", left);
      expect([name, ...misfits(library.overlap("left", "right"), "Overlap", types, "overlap")]).toEqual([
        name,
      ]);
      expect([name, ...misfits(library.elsewhere("left", "right"), "Elsewhere", types, "elsewhere")]).toEqual(
        [name],
      );
    }
    const candidates = library.candidates(["left", "none", "third"]);
    expect(misfits(candidates, "Candidates", types, "candidates")).toEqual([]);
    expect(candidates).toEqual({ pairs: [0, 2], complete: true });
    library.free();
  });

  test("name every phase in order", () => {
    const phases: string[] = [];
    compare("a", "b", {}, (phase) => phases.push(phase));
    expect(types.get("Phase")).toEqual({ is: phases.map((phase) => `'${phase}'`).join(" | ") });
  });

  test("say that a date may be null", () => {
    expect(readDate("nothing")).toBeNull();
    expect(declarations).toMatch(/function readDate\(.*\): string \| null;/);
  });
});

describe("a misfit is found:", () => {
  const own = read(`
    export interface Pair<T> { left: T; right: T; }
    /** A comment: of it; with } in it. */
    export interface Thing { at: number | null; what: Kind; all: Pair<Kind[]>; }
    export type Kind = "one" | "two";
  `);
  const right = { at: 1, what: "one", all: { left: ["two"], right: [] } };

  test("none in what is right", () => {
    expect(misfits(right, "Thing", own, "it")).toEqual([]);
    expect(misfits({ ...right, at: null }, "Thing", own, "it")).toEqual([]);
  });

  test.each([
    [{ ...right, at: undefined }],
    [{ ...right, at: "1" }],
    [{ ...right, what: null }],
    [{ ...right, what: "three" }],
    [{ ...right, all: { left: ["two"] } }],
    [{ ...right, all: { left: ["two"], right: [null] } }],
    [{ ...right, more: 1 }],
    [null],
    [[right]],
  ])("%j", (wrong) => {
    expect(misfits(wrong, "Thing", own, "it")).not.toEqual([]);
  });
});
