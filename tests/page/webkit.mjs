// Drives WebKit on a screen of its own, by the protocol of WebDriver.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { env } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { need } from "../../scripts/browsers.mjs";

/** How long something may take to come about, in milliseconds, and how often it is looked for. */
const PATIENCE = 30_000;
const STEP = 40;

/** What the protocol calls the id of an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys that are no letters, as the protocol writes them. */
export const CONTROL = "\uE009";

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The number of a screen that has come up. */
async function screen() {
  const args = ["-displayfd", "1", "-screen", "0", "1500x1000x24", "-nolisten", "tcp"];
  const xvfb = spawn(need("xvfb"), args, { stdio: ["ignore", "pipe", "ignore"] });
  const number = new Promise((said, failed) => {
    xvfb.stdout.once("data", (text) => said(String(text).trim()));
    xvfb.once("error", failed);
    xvfb.once("exit", () => failed(new Error("the screen did not come up")));
  });
  return { xvfb, display: `:${await number}` };
}

/** A driver that listens; `end` stops it and its screen. */
export async function startDriver() {
  const { xvfb, display } = await screen();
  const port = await freePort();
  const driver = spawn(need("webkitdriver"), [`--port=${port}`], {
    env: { ...env, DISPLAY: display },
    stdio: "ignore",
  });
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  const end = () => {
    driver.kill();
    xvfb.kill();
  };
  await until(() => send("GET", "/status").catch(() => null), "a driver that listens");
  return { send, end };
}

/** What `look` gives once it gives something. */
async function until(look, what) {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; await sleep(STEP)) {
    const found = await look();
    if (found) return found;
  }
  return assert.fail(`${what} did not come`);
}

/** Runs in the page: keeps what goes wrong from now on. */
function listen() {
  window.heard = [];
  const hear = (what) => window.heard.push(String(what));
  for (const kind of ["error", "warn"]) console[kind] = (...words) => hear(words.join(" "));
  addEventListener("error", ({ message }) => hear(message));
  addEventListener("unhandledrejection", ({ reason }) => hear(reason));
  addEventListener("securitypolicyviolation", (event) =>
    hear(`${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** A window of WebKit with nothing of earlier ones. */
export class Window {
  static async open({ send }) {
    const { sessionId } = await send("POST", "/session", {
      capabilities: {
        alwaysMatch: {
          "webkitgtk:browserOptions": { binary: need("minibrowser"), args: ["--automation"] },
        },
      },
    });
    const window = new Window((method, path, body) => send(method, `/session/${sessionId}${path}`, body));
    await window.send("POST", "/window/rect", { width: 1440, height: 900 });
    return window;
  }

  constructor(send) {
    this.send = send;
  }

  async goTo(address) {
    await this.send("POST", "/url", { url: address });
    await this.run(listen);
  }

  /** What a function gives in the page. */
  run(script, ...args) {
    return this.send("POST", "/execute/sync", { script: `return (${script})(...arguments)`, args });
  }

  /** What a function gives in the page once it gives something. */
  waitFor(script, ...args) {
    return until(() => this.run(script, ...args), `${script} ${args}`);
  }

  /** The id of an element that can be seen, by its name for the eye or by a selector. */
  async find(name) {
    const found = await this.waitFor((wanted) => {
      const all = /^[.#[]/.test(wanted)
        ? document.querySelectorAll(wanted)
        : [...document.querySelectorAll("button, [role=tab], a")].filter(
            (one) => (one.getAttribute("aria-label") ?? one.textContent).trim() === wanted,
          );
      return [...all].find((one) => one.checkVisibility());
    }, name);
    return found[ELEMENT];
  }

  async press(name) {
    await this.send("POST", `/element/${await this.find(name)}/click`, {});
  }

  async write(selector, text) {
    await this.send("POST", `/element/${await this.find(selector)}/value`, { text });
  }

  /** What went wrong since the page was opened, as far as a page can know. */
  heard() {
    return this.run(() => window.heard);
  }

  /** Goes to another window, once it is open. */
  async goToOther() {
    const here = await this.send("GET", "/window");
    const handle = await until(async () => {
      const all = await this.send("GET", "/window/handles");
      return all.find((one) => one !== here);
    }, "another window");
    await this.send("POST", "/window", { handle });
  }

  close() {
    return this.send("DELETE", "");
  }
}
