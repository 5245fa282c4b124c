// The rules of the page's house, held over the sources in `www/src`. Each rule is a function of
// sources, so that each is shown to fail below.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const HERE = import.meta.dirname;

/** From the bottom up: a file may import only from its own folder and from folders above it in this list. */
const ORDER = [
  "parts",
  "storage",
  "model",
  "schema",
  "engine",
  "export",
  "readers",
  "i18n",
  "recovery",
  "ui",
  "store",
  "layout",
  "lenses",
  "matrix",
  "shell",
  "main.tsx",
];

/** A file longer than this, in lines, is divided. */
const MOST_LINES = 500;

/** Where signals may be made. `useSignal` is free: it lives and dies with its component. */
const STATEFUL = [/^store\//, /^i18n\/index\.ts$/, /^layout\/scrollState\.ts$/, /^lenses\/\w+\/items\.ts$/];

/** Path of each file in `www/src`, and its text. */
type Sources = ReadonlyMap<string, string>;

interface Import {
  /** As it is written. */
  from: string;
  /** Whether nothing of it is left when the page runs. */
  isType: boolean;
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");

function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const named = /^(?:import|export)\s+(type\s+)?(?:([\w*{][^;"]*?)\s+from\s+)?"([^"]+)"/gm;
  const found = [...code.matchAll(named)].map(([, type, names = "", from = ""]) => ({
    from,
    isType: Boolean(type) || isAllTypes(names),
  }));
  const loaded = [...code.matchAll(/(typeof\s+)?\bimport\("([^"]+)"\)/g)];
  return [...found, ...loaded.map(([, type, from = ""]) => ({ from, isType: Boolean(type) }))];
}

/** Whether a list in braces names types alone: `{ type A, type B }`. */
function isAllTypes(names: string): boolean {
  const listed = names.match(/^\{([\s\S]*)\}$/)?.[1]?.split(",") ?? [];
  const parts = listed.map((part) => part.trim()).filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith("type "));
}

/** The file of `sources` that `from` means in `path`; null for packages and for what is built. */
function fileOf(sources: Sources, path: string, from: string): string | null {
  if (!from.startsWith(".")) return null;
  const parts = path.split("/").slice(0, -1);
  for (const part of from.replace(/\?.*$/, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  const base = parts.join("/");
  const tries = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return tries.find((one) => sources.has(one)) ?? null;
}

/** Files that import each other in a circle, by imports that are still there when the page runs. */
function circlesIn(sources: Sources): string[] {
  const next = new Map(
    [...sources].map(([path, text]) => {
      const values = importsOf(text).filter(({ isType }) => !isType);
      return [path, values.flatMap(({ from }) => fileOf(sources, path, from) ?? [])];
    }),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, way: string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" > "));
    if (done.has(path) || way.includes(path)) return;
    for (const one of next.get(path) ?? []) walk(one, [...way, path]);
    done.add(path);
  };
  for (const path of sources.keys()) walk(path, []);
  return circles;
}

const roomOf = (path: string) => path.split("/")[0] ?? "";

/** The lens that a file belongs to; null for what all lenses share. */
const lensOf = (path: string) => path.match(/^lenses\/(\w+)\//)?.[1] ?? null;

/** Imports, of types too, from a room further down the list, of one lens by another, or of the table by a lens. */
function wrongWays(sources: Sources): string[] {
  const wrong = (path: string, to: string) => {
    const [mine, theirs] = [lensOf(path), lensOf(to)];
    if (mine && (theirs ? theirs !== mine : to === "lenses/index.ts")) return true;
    return ORDER.indexOf(roomOf(to)) > ORDER.indexOf(roomOf(path));
  };
  return [...sources].flatMap(([path, text]) =>
    importsOf(text)
      .flatMap(({ from }) => fileOf(sources, path, from) ?? [])
      .filter((to) => wrong(path, to))
      .map((to) => `${path} imports ${to}`),
  );
}

/** Files in no room of the list. */
const homeless = (sources: Sources) => [...sources.keys()].filter((path) => !ORDER.includes(roomOf(path)));

const tooLong = (sources: Sources) =>
  [...sources].flatMap(([path, text]) => {
    const lines = text.split("\n").length - 1;
    return lines > MOST_LINES ? [`${path} has ${lines} lines`] : [];
  });

/** Signals of a module outside the rooms where state lives. */
const strayState = (sources: Sources) =>
  [...sources].flatMap(([path, text]) =>
    /\bsignal[<(]/.test(withoutComments(text)) && !STATEFUL.some((room) => room.test(path)) ? [path] : [],
  );

/** Questions which lens is in use: what differs from lens to lens stands in the table. */
const asksForLens = (sources: Sources) =>
  [...sources].flatMap(([path, text]) => {
    const asked = withoutComments(text).match(/\b(?:lens\w*|name)(?:\.[\w()]+)* *[!=]==? *"[^"]*"/gi) ?? [];
    return asked.filter((one) => /^lens/i.test(one)).map((one) => `${path}: ${one}`);
  });

/** Styles that name a lens, outside its folder. */
const styledForLens = (styles: Sources) =>
  [...styles].flatMap(([path, text]) => {
    const named = [...text.matchAll(/\[data-lens="?(\w+)/g)].map(([, name]) => name);
    return named.filter((name) => name !== lensOf(path)).map((name) => `${path} styles ${name}`);
  });

/** Only the engine's room and the types of its results name the engine's package. */
const namesEngine = (sources: Sources) =>
  [...sources].flatMap(([path, text]) => {
    const isFree = path.startsWith("engine/") || path === "model/comparison.ts";
    return !isFree && importsOf(text).some(({ from }) => from === "#engine") ? [path] : [];
  });

/** Files that have `preact/compat`, whose hooks slow all drawing down; `ui/drawing.ts` has what of it is needed. */
const compatible = (sources: Sources) =>
  [...sources].flatMap(([path, text]) =>
    importsOf(text).some(({ from }) => from.startsWith("preact/compat")) ? [path] : [],
  );

/** The files of `www/src` whose names end so. */
function read(ending: RegExp, except = /$^/): Sources {
  const names = readdirSync(HERE, { recursive: true, encoding: "utf8" });
  const paths = names.map((name) => name.replaceAll("\\", "/"));
  const wanted = paths.filter((path) => ending.test(path) && !except.test(path)).sort();
  return new Map(wanted.map((path) => [path, readFileSync(join(HERE, path), "utf8")]));
}

const all = read(/\.tsx?$/, /\.(test\.tsx?|d\.ts)$/);
const styles = read(/\.css$/);

describe("the house", () => {
  test("was read", () => {
    expect(all.size).toBeGreaterThan(80);
    expect(styles.size).toBeGreaterThan(8);
    expect(Math.min(...[...all.values(), ...styles.values()].map(({ length }) => length))).toBeGreaterThan(0);
    expect([...all.keys()].filter((path) => path.startsWith("lenses/")).length).toBeGreaterThan(8);
  });

  test.each([
    ["imports nothing in a circle", circlesIn],
    ["has a room for every file", homeless],
    ["imports one way", wrongWays],
    ["has no long files", tooLong],
    ["keeps state where state lives", strayState],
    ["asks nowhere which lens is in use", asksForLens],
    ["names the engine's package in one room", namesEngine],
    ["has no preact/compat", compatible],
  ])("%s", (_, rule) => {
    expect(rule(all)).toEqual([]);
  });

  test("styles no lens by its name outside its folder", () => {
    expect(styledForLens(styles)).toEqual([]);
  });
});

describe("the rules find", () => {
  const sources = (given: Record<string, string>) => new Map(Object.entries(given));

  test("imports, and which of them are of types", () => {
    const text = `
      // import { a } from "./comment";
      import { render } from "preact";
      import type { A } from "./a";
      import { type B, type C } from "./b";
      import { d, type D } from "./d";
      import "./e.css";
      export * from "./f";
      const late = () => import("./g");
      type H = typeof import("./h");
    `.replace(/^ +/gm, "");
    expect(importsOf(text).map(({ from, isType }) => `${from}${isType ? " (type)" : ""}`)).toEqual([
      "preact",
      "./a (type)",
      "./b (type)",
      "./d",
      "./e.css",
      "./f",
      "./g",
      "./h (type)",
    ]);
  });

  test("a circle, through an index too, but none of types", () => {
    const circle = {
      "ui/a.ts": 'import { b } from "./b";',
      "ui/b.ts": 'import { c } from "../store";',
      "store/index.ts": 'import { a } from "../ui/a";',
    };
    expect(circlesIn(sources(circle))).toEqual(["ui/a.ts > ui/b.ts > store/index.ts > ui/a.ts"]);
    const types = { ...circle, "store/index.ts": 'import type { A } from "../ui/a";' };
    expect(circlesIn(sources(types))).toEqual([]);
  });

  test.each([
    ["store/a.ts", "../shell/b", "shell/b.ts"],
    ["lenses/one/view.ts", "../two/view", "lenses/two/view.ts"],
    ["lenses/one/view.ts", "..", "lenses/index.ts"],
  ])("a wrong way from %s to %s", (path, from, to) => {
    const given = sources({ [path]: `import type { B } from "${from}";`, [to]: "" });
    expect(wrongWays(given)).toEqual([`${path} imports ${to}`]);
  });

  test.each([
    ["shell/a.ts", "../store/b", "store/b.ts"],
    ["lenses/one/view.ts", "../lens", "lenses/lens.ts"],
    ["lenses/index.ts", "./one", "lenses/one/index.ts"],
  ])("nothing wrong from %s to %s", (path, from, to) => {
    const given = sources({ [path]: `import { b } from "${from}";`, [to]: "" });
    expect(wrongWays(given)).toEqual([]);
  });

  test("the rest", () => {
    expect(homeless(sources({ "misc/a.ts": "" }))).toEqual(["misc/a.ts"]);
    expect(tooLong(sources({ "ui/a.ts": "\n".repeat(501) }))).toEqual(["ui/a.ts has 501 lines"]);
    const state = "const open = signal<number | null>(null);";
    expect(strayState(sources({ "ui/a.ts": state, "store/a.ts": state }))).toEqual(["ui/a.ts"]);
    expect(asksForLens(sources({ "store/a.ts": 'if (lens.value === "facts") go();' })).length).toBe(1);
    expect(asksForLens(sources({ "store/a.ts": 'lensInUse.peek().name !== "facts"' })).length).toBe(1);
    expect(asksForLens(sources({ "store/a.ts": 'lens.value = "facts";' }))).toEqual([]);
    const style = '.reader[data-lens="facts"] { display: none }';
    expect(styledForLens(sources({ "layout/a.css": style }))).toEqual(["layout/a.css styles facts"]);
    expect(styledForLens(sources({ "lenses/facts/style.css": style }))).toEqual([]);
    expect(compatible(sources({ "ui/a.ts": 'import { memo } from "preact/compat";' }))).toEqual(["ui/a.ts"]);
    expect(namesEngine(sources({ "ui/a.ts": 'import type { Span } from "#engine";' }))).toEqual(["ui/a.ts"]);
  });
});
