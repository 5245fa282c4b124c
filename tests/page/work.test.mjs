// The engine behind the page: off the main thread, cancelled, broken, refused.

import assert from "node:assert/strict";
import { pair } from "../../benches/texts.mjs";
import { flow, twins } from "./page.mjs";
import { LEFT, RIGHT, STRANGER } from "./texts.mjs";

// Stands between the page and its worker (the messages are those of www/src/engine/worker.ts), counts
// what passes, and on demand holds a comparison back or makes the engine break down: the next text
// that is not of ASCII alone finds its way into the engine blocked, as a trap blocks it.
function watchWorker() {
  const Native = window.Worker;
  const test = { hold: false, held: 0, trap: false, workers: 0, results: 0, ended: 0 };
  window.twicetoldTest = test;
  const inWorker = () => {
    self.addEventListener("message", ({ data }) => {
      if (!data.trap) return;
      const { encodeInto } = TextEncoder.prototype;
      TextEncoder.prototype.encodeInto = () => {
        TextEncoder.prototype.encodeInto = encodeInto;
        throw new WebAssembly.RuntimeError("unreachable");
      };
    });
  };
  window.Blob = class extends Blob {
    constructor(parts, options) {
      super(options?.type?.includes("javascript") ? [`(${inWorker})();`, ...parts] : parts, options);
    }
  };
  window.Worker = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data?.kind === "result") test.results += 1;
      });
    }

    postMessage(message, ...rest) {
      // Others only open what is packed.
      if (message?.kind === "start") test.workers += 1;
      if (message?.kind === "compare" && test.hold) {
        test.held += 1;
        return;
      }
      const trap = message?.kind === "compare" && test.trap;
      test.trap = test.trap && !trap;
      super.postMessage(trap ? { ...message, left: "“No”", trap } : message, ...rest);
    }

    terminate() {
      test.ended += 1;
      super.terminate();
    }
  };
}

const set = (reader, name, value) =>
  reader.page.evaluate(
    ([key, wanted]) => {
      window.twicetoldTest[key] = wanted;
    },
    [name, value],
  );

const told = (reader) => reader.page.evaluate(() => ({ ...window.twicetoldTest }));

flow(
  "compares in a worker",
  async (reader) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    const { workers, results } = await told(reader);
    assert.equal(workers, 1);
    assert.ok(results >= 1);
  },
  { prepare: [watchWorker] },
);

twins(
  "cancels while it is busy and compares when asked again",
  async (reader, hand) => {
    await set(reader, "hold", true);
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("busy");
    await hand.press(reader.button("Cancel"));
    await reader.waitFor("ready");
    assert.ok((await told(reader)).ended >= 1, "the worker is ended");
    await set(reader, "hold", false);
    await hand.press(reader.button("Compare"));
    await reader.waitFor("done");
  },
  { prepare: [watchWorker] },
);

flow(
  "lets a newer comparison end an older one",
  async (reader) => {
    await set(reader, "hold", true);
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("busy");
    // The worker may still be starting; until then nothing was held back.
    await reader.page.waitForFunction(() => window.twicetoldTest.held > 0);
    await set(reader, "hold", false);
    await reader.page.keyboard.press("s");
    await reader.waitFor("done");
    await reader.button(/^Left article: Crowd cheers at the basin/).waitFor();
    assert.equal((await told(reader)).results, 1);
  },
  { prepare: [watchWorker] },
);

twins(
  "survives a trap: the articles stay and the next comparison works",
  async (reader, hand) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    await set(reader, "trap", true);
    await reader.page.keyboard.press("s");
    await reader.waitFor("error");
    await reader.says(/The comparison failed/);
    await reader.button(/^Left article: Crowd cheers at the basin/).waitFor();
    await hand.press(reader.button("Try again"));
    await reader.waitFor("done");
    assert.ok((await reader.numbers("left")).length > 0);
    assert.ok((await told(reader)).workers >= 2, "a fresh instance");
  },
  { prepare: [watchWorker] },
);

flow(
  "compares by itself where the browser refuses workers",
  async (reader) => {
    await reader.give(LEFT, RIGHT);
    await reader.waitFor("done");
    assert.ok((await reader.numbers("left")).length > 0);
  },
  {
    prepare: [
      () => {
        window.Worker = class {
          constructor() {
            throw new DOMException("workers are refused", "SecurityError");
          }
        };
      },
    ],
  },
);

// Notes when the page is busy and how long each frame takes.
function watchThread() {
  window.twicetoldThread = { frames: [], states: [] };
  const seen = window.twicetoldThread;
  let last = performance.now();
  const frame = (now) => {
    seen.frames.push([last, now]);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new MutationObserver(() => {
    seen.states.push([performance.now(), document.documentElement?.dataset.state]);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
}

/** How many frames were drawn while the page was busy. */
async function framesWhileBusy(reader) {
  const { frames, states } = await reader.page.evaluate(() => window.twicetoldThread);
  const begun = states.find(([, state]) => state === "busy")?.[0];
  const ended = states.find(([at, state]) => state === "done" && at > begun)?.[0];
  assert.ok(begun !== undefined && ended > begun, "the page was busy and came to an end");
  return frames.filter(([start, end]) => end > begun && start < ended).length;
}

flow(
  "stays responsive while two unrelated texts of 10,000 words are compared",
  async (reader) => {
    const [left, right] = pair("Unrelated", 10_000);
    await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
    await reader.waitFor("done");
    assert.equal((await told(reader)).results, 1, "the answer comes from the worker");
    assert.ok((await framesWhileBusy(reader)) >= 1, "the page is drawn while the engine works");
  },
  { prepare: [watchWorker, watchThread] },
);

flow(
  "stays responsive while texts of 300,000 words are compared",
  async (reader) => {
    const [left, right] = pair("Edited", 300_000);
    await reader.give({ name: "left.txt", text: left }, { name: "right.txt", text: right });
    await reader.waitFor("done");
    const count = await framesWhileBusy(reader);
    // An engine on the main thread would leave room for no frame at all.
    assert.ok(count >= 10, `${count} frames`);
  },
  { prepare: [watchThread] },
);

flow("keeps comparing whatever pair is picked in a hurry", async (reader) => {
  await reader.give(LEFT, RIGHT, STRANGER);
  await reader.waitFor("done");
  for (let at = 0; at < 9; at++) await reader.page.keyboard.press("s");
  await reader.waitFor("done");
  await reader.button(/^Left article: Crowd cheers at the basin/).waitFor();
  assert.ok((await reader.numbers("left")).length > 0);
});
