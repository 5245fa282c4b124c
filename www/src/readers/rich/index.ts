// The readers of formats that are more than text. Loaded as a part of its own, when such a file comes: in a worker,
// which takes it apart, and in the page, whose document makes text of what is HTML.
import type { ParsedArticle, Refusal } from "../../model/article";
import { readChapters } from "./chapters";
import { refusalOf } from "./failure";
import type { FrontMatter } from "./frontMatter";
import { readFragment, readHtml } from "./html";
import { checked, type Files, type Pieces, type Request, takeApart } from "./takeApart";

export { hasBlocks } from "./html";
export type { Files, Pieces, Request };
export { takeApart };

/** Makes an article of the pieces that need a document; what is an article, a refusal or an archive stays. */
export async function putTogether(pieces: Pieces): Promise<ParsedArticle | Files | Refusal> {
  try {
    if ("html" in pieces && pieces.isPage) return checked(await readHtml(pieces.html));
    if ("html" in pieces) return checked(withAbout(readFragment(pieces.html), pieces.about));
    if ("chapters" in pieces) return checked({ ...pieces.about, text: await readChapters(pieces.chapters) });
    return pieces;
  } catch (error) {
    return refusalOf(error);
  }
}

/** An article with what its file says of it: the headline in the text comes before the title that is not. */
function withAbout(found: ParsedArticle, about?: FrontMatter): ParsedArticle {
  if (!about) return found;
  const { title, byline, dated, language } = about;
  return { ...found, title: found.title ?? title, byline, dated, language: language ?? found.language };
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
