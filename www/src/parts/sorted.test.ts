import binaryen from "binaryen";
import { expect, test } from "vitest";
import { bytes } from "#engine-bytes";
import { join, sort } from "./sorted";

test("the engine sorted and joined is the engine", async () => {
  const module = await bytes();
  const sorted = sort(module);
  expect(sorted.length).toBeLessThan(module.length + 100);
  expect(Buffer.compare(join(sorted), module)).toBe(0);
});

/** All kinds of operands: blocks, branches, tables, calls, locals beyond 127, memory, constants of every type. */
const KINDS = `(module
  (type $t (func (param i32) (result i32)))
  (table 2 funcref) (elem (i32.const 0) $f $f) (memory 1) (data $d "data") (global $g (mut i64) (i64.const -1))
  (func $f (type $t)
    (local ${"i32 ".repeat(200)}) (local f64)
    (block $a (block $b (br_table $a $b $a (local.get 0))))
    (local.set 199 (local.tee 130 (i32.const -2000000000)))
    (local.set 201 (f64.const 1.5))
    (drop (f32.const 0.25))
    (global.set $g (i64.const 0x123456789abcdef))
    (i32.store8 offset=300 (i32.const 1) (local.get 199))
    (memory.copy (i32.const 0) (i32.const 8) (memory.size))
    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 1))
    (drop (i32.trunc_sat_f64_s (local.get 201)))
    (drop (ref.is_null (ref.func $f)))
    (if (i32.eqz (local.get 130)) (then (drop (memory.grow (i32.const 1)))) (else unreachable))
    (call_indirect (type $t) (i64.eqz (global.get $g)) (call $f (local.get 130)))))`;

test("operands of every kind go there and back", () => {
  const parsed = binaryen.parseText(KINDS);
  parsed.setFeatures(binaryen.Features.All);
  const module = Uint8Array.from(parsed.emitBinary());
  expect(WebAssembly.validate(module)).toBe(true);
  expect(join(sort(module))).toEqual(module);
});

test("an instruction that is not known is an error when the page is built", () => {
  const parsed = binaryen.parseText('(module (func (export "f") (drop (v128.const i64x2 1 2))))');
  parsed.setFeatures(binaryen.Features.All);
  expect(() => sort(Uint8Array.from(parsed.emitBinary()))).toThrow(/instruction 253/);
});
