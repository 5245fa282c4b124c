// What the built page holds packed. The page's own code opens it: a module of it that imports nothing, without its types.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { require } from "./page.mjs";

const { transformWithOxc } = await import(require.resolve("vite"));

async function source(path) {
  const { code } = await transformWithOxc(
    readFileSync(new URL(`../../www/${path}`, import.meta.url), "utf8"),
    path,
  );
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

const { unpack } = await source("src/parts/packing.ts");
const { decode } = await source("src/parts/lzma.ts");

/** Bytes as text, as the build writes them. */
export const { pack } = await source("build/text.ts");

/** The packed bytes of an element of the page. */
function bytesOf(html, id) {
  const [, length, text] = html.match(new RegExp(`id="${id}" data-length="(\\d+)"[^>]*>([^<]*)<`));
  return unpack(text, Number(length));
}

/** What the loader opens. */
export const inflated = (html, id) => inflateRawSync(bytesOf(html, id)).toString("utf8");

/** What the page opens in a worker. */
export const opened = (html, id) => Buffer.from(decode(bytesOf(html, id))).toString("utf8");
