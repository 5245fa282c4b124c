// The notices of all that is in the page go with it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { twins } from "./page.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** What the page and the engine are declared to be made of. */
function declared() {
  const { dependencies } = JSON.parse(read("www/package.json"));
  const tables = read("Cargo.toml").match(/^\[(?:target\.[^\n]*\.)?dependencies\]\n(?:[^[\n].*\n)+/gm);
  const crates = tables.flatMap((table) => [...table.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name));
  assert.ok(tables.length === 2 && crates.includes("similar") && crates.includes("wasm-bindgen"));
  return [...Object.keys(dependencies), ...crates];
}

const count = (text, words) => text.split(words).length - 1;

twins("names every library in the page, and each licence once", async (reader, hand) => {
  await hand.press(reader.button("More"));
  await hand.press(reader.button(/^Keyboard and marks/));
  await hand.press(reader.button("Licences"));
  const notices = reader.page.getByRole("textbox", { name: "Licences" });
  await reader.page.waitForFunction(() => document.querySelector(".licences")?.value);
  const text = await notices.inputValue();
  assert.match(text, /\(c\) You must retain, in the Source form/, "the licences are whole");
  const parts = ["twicetold", "Rust’s standard library", "Adobe CMap resources", "core-js", "hashbrown"];
  const names = [...declared(), ...parts];
  const missing = names.filter((name) => !text.includes(`\n${name} `) && !text.startsWith(`${name} `));
  assert.deepEqual(missing, []);
  for (const holder of [
    "Jason Miller",
    "Arc90",
    "Denis Pushkarev",
    "Adobe Systems Incorporated",
    "John Gruber",
  ])
    assert.ok(text.includes(holder), holder);
  assert.equal(count(text, "TERMS AND CONDITIONS FOR USE, REPRODUCTION"), 1);
  assert.ok(count(text, "UNICODE LICENSE V3") === 1 && count(text, "undefined") === 0);
  await reader.page.keyboard.press("Escape");
  await notices.waitFor({ state: "detached" });
});
