// The engine's module has no function that V8 takes long to optimise: docs/decisions/first-comparison.md.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contentsOf, LARGE } from "../../scripts/module-sizes.mjs";

test("no function of the module is larger than any may be", () => {
  const { functions } = contentsOf(readFileSync(new URL("../../pkg/twicetold_bg.wasm", import.meta.url)));
  assert.ok(functions.length > 500, "all functions are seen");
  const large = functions.filter(({ size }) => size > LARGE).map(({ size }) => size);
  assert.deepEqual(large, [], "`make size` names them; steps are kept apart by #[inline(never)]");
});
