// The readers of formats that are more than text. Loaded as a part of its own, when such a file comes: in a worker,
// which takes it apart, and in the page, whose document makes text of what is HTML.
import type { ParsedArticle, Refusal } from "../../model/article";
import { readChapters } from "./chapters";
import { refusalOf } from "./failure";
import { readFragment, readHtml } from "./html";
import { checked, type Files, type Pieces, type Request, takeApart } from "./takeApart";

export { hasBlocks } from "./html";
export type { Files, Pieces, Request };
export { takeApart };

/** Makes an article of the pieces that need a document; what is an article, a refusal or an archive stays. */
export function putTogether(pieces: Pieces): ParsedArticle | Files | Refusal {
  try {
    if ("html" in pieces) return checked(pieces.isPage ? readHtml(pieces.html) : readFragment(pieces.html));
    if ("chapters" in pieces) return checked({ ...pieces.about, text: readChapters(pieces.chapters) });
    return pieces;
  } catch (error) {
    return refusalOf(error);
  }
}

/** What a worker says first, and what it answers. */
export type FromWorker = "ready" | Pieces;

// In a worker there is no document. It answers one request after another.
if (typeof document === "undefined") {
  const say = (message: FromWorker, moved: Transferable[] = []) =>
    self.postMessage(message, { transfer: moved });
  addEventListener("message", async ({ data }: MessageEvent<Request>) => {
    const pieces = await takeApart(data);
    say(pieces, "files" in pieces ? pieces.files.map(({ bytes }) => bytes.buffer) : []);
  });
  say("ready");
}
