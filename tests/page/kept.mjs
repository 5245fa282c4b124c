// What the page keeps in the browser, seen and changed from outside: its record, and the marks beside it. All names hold
// the page's path.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** Runs in the page: does something with the store of records; gives what comes of it. */
async function inStore({ name, record }) {
  const path = location.pathname.replace(/\/index\.html?$/i, "/");
  const asked = indexedDB.open(name ?? `twicetold ${path}`);
  asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
  const database = await new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const store = database.transaction("kept", "readwrite").objectStore("kept");
  const request = record === undefined ? store.getAll() : store.put(record, "library");
  const result = await new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  database.close();
  return result;
}

/** All records that are kept; `name` is that of another database. */
export const keptRecords = ({ page }, name) => page.evaluate(inStore, { name });

/** The page writes what changed after this time at the latest (`www/src/store/persistence.ts`), in milliseconds. */
const PAUSE = 300;

/** Puts a record in the place of what is kept, to stay: a change that the page had still to write would write over it. */
export async function putRecord({ page }, record, name) {
  for (let tries = 0; tries < 10; tries += 1) {
    await page.evaluate(inStore, { name, record });
    await page.waitForTimeout(2 * PAUSE);
    const [kept] = await page.evaluate(inStore, { name });
    if (isDeepStrictEqual(kept, record)) return;
  }
  assert.fail("the page writes on and on");
}

/** Sets a mark in the local store, as `kept` or `restoring`; with null takes it away. */
export const setMark = ({ page }, mark, text) =>
  page.evaluate(
    ([key, value]) => {
      const path = location.pathname.replace(/\/index\.html?$/i, "/");
      if (value === null) localStorage.removeItem(`twicetold.${key} ${path}`);
      else localStorage.setItem(`twicetold.${key} ${path}`, value);
    },
    [mark, text],
  );

/** Runs in the page: whether a mark is set. */
export const isMarked = (mark) =>
  localStorage.getItem(`twicetold.${mark} ${location.pathname.replace(/\/index\.html?$/i, "/")}`) !== null;

/** Runs in the page: whether a mark is not set. */
export const isNotMarked = (mark) =>
  localStorage.getItem(`twicetold.${mark} ${location.pathname.replace(/\/index\.html?$/i, "/")}`) === null;

/** Waits until what is kept is as wanted: the page writes a moment after a change. */
export async function keptIs(reader, wanted) {
  for (let tries = 0; tries < 100; tries += 1) {
    const [record] = await keptRecords(reader);
    if (record && wanted(record)) return record;
    await reader.page.waitForTimeout(50);
  }
  return assert.fail("it is not kept");
}
