// The package in Node writes three pairs in every form as the engine does natively, byte by byte.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { exportAs, initSync } from "../../pkg/twicetold.js";

const FORMATS = {
  json: "json",
  "json-line": "jsonl",
  csv: "passages.csv",
  "csv-facts": "facts.csv",
  docx: "docx",
  tei: "tei.xml",
  annotation: "annotations.jsonld",
  text: "txt",
  markdown: "md",
};

const read = (path) => readFileSync(new URL(path, import.meta.url));

initSync({ module: read("../../pkg/twicetold_bg.wasm") });

for (const pair of ["lamp", "scripts", "signs"]) {
  test(`the forms of ${pair}`, () => {
    const [left, right, about] = ["left.txt", "right.txt", "about.json"].map((name) =>
      read(`${pair}/${name}`).toString("utf8"),
    );
    const forms = readdirSync(new URL(pair, import.meta.url)).filter((name) => name.startsWith("form."));
    assert.equal(forms.length, Object.keys(FORMATS).length, "no form without a test");
    for (const [format, ending] of Object.entries(FORMATS)) {
      const bytes = Buffer.from(exportAs(format, left, right, undefined, JSON.parse(about)));
      assert.ok(bytes.equals(read(`${pair}/form.${ending}`)), `${format} of ${pair}`);
    }
  });
}

test("the declarations name every form", () => {
  const [, names] = read("../../pkg/twicetold.d.ts")
    .toString("utf8")
    .match(/type ExportFormat = ([^;]+);/);
  assert.deepEqual(
    names.split(" | ").map((name) => name.replaceAll("'", "")),
    Object.keys(FORMATS),
  );
});

test("what is unknown or wrong is named", () => {
  assert.throws(() => exportAs("pdf", "", ""), /there is no format pdf/);
  assert.throws(() => exportAs("json", "", "", { minWords: 1 }), /minWords/);
  assert.throws(
    () => exportAs("json", "", "", undefined, { left: { title: 1 } }),
    /info\.left\.title must be a text/,
  );
  assert.ok(exportAs("docx", "", "").length > 0);
});
