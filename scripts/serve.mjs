// Serves dist/ to this machine: the page at / and nothing above the folder.
//
//   node scripts/serve.mjs [port]   the next free port when that one is taken

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { argv, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

/** Path of the page on disk. */
export const FILE = join(DIST, "twicetold.html");

function answer(request, response) {
  const file = fileFor(request.url ?? "/");
  if (!file) {
    response.writeHead(404).end("not found\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "cache-control": "no-store",
  });
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** The file in DIST that an address names; nothing for all others and for addresses that are none. */
function fileFor(address) {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    const file = normalize(join(DIST, path === "/" ? "twicetold.html" : path));
    return file.startsWith(DIST) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Starts to serve on `port` or the next free one (0: any): `{ address, close }`. */
export function serve(port) {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    let wanted = port;
    server.on("error", (error) => {
      if (error.code !== "EADDRINUSE" || wanted >= port + 100) reject(error);
      else server.listen(++wanted, "127.0.0.1");
    });
    server.on("listening", () => {
      const address = `http://127.0.0.1:${server.address().port}/`;
      resolve({ address, close: () => new Promise((done) => server.close(done)) });
    });
    server.listen(wanted, "127.0.0.1");
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(FILE)) {
    stderr.write("there is no dist/twicetold.html yet: make page\n");
    exit(1);
  }
  const port = Number(argv[2] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    stderr.write(`PORT must be a number from 0 to 65535, not ${argv[2]}\n`);
    exit(1);
  }
  const { address } = await serve(port);
  stdout.write(`\nTwicetold is at    ${address}\nor double-click    ${FILE}\n\nStop with Ctrl-C.\n`);
}
