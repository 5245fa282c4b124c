// Reads PDF files, in a worker.
import { errorOf, read } from "./read";
import type { Answer } from "./reader";

addEventListener("message", ({ data }: MessageEvent<{ bytes?: Uint8Array<ArrayBuffer> }>) => {
  if (!data.bytes) return;
  read(data.bytes)
    .catch(errorOf)
    .then((answer) => self.postMessage({ answer } satisfies Answer));
});
