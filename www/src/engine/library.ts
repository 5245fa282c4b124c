import { Library } from "#engine";
import { type AnswerTo, EngineFailure, type LibraryRequest } from "./protocol";

let library: Library | null = null;
/** The instance the library was made in. */
let home = 0;

/** Answers a request about many articles on the instance of that number, which is the one in place. */
export function askLibrary(request: LibraryRequest, instance: number): AnswerTo<LibraryRequest> {
  if (home !== instance) library = null;
  if (request.kind === "articles" && request.fresh) {
    library?.free();
    // Options that are wrong leave none behind.
    library = null;
    library = new Library(request.fresh);
    home = instance;
  }
  const shelf = library;
  if (!shelf) throw new EngineFailure("the articles were lost with their instance");
  if (request.kind === "elsewhere") {
    const { left, right, verdicts } = request.pair;
    return shelf.elsewhere(left, right, [...verdicts]);
  }
  if (request.kind === "candidates") return shelf.candidates([...request.ids]);
  if (request.kind === "statements") {
    return shelf.statements([...request.ids], request.links, request.base);
  }
  if (request.kind === "quotations") return shelf.quotations([...request.ids]);
  if (request.kind === "facts") {
    return request.pairs.map(({ left, right, verdicts }) => shelf.facts(left, right, [...verdicts]));
  }
  if (request.kind === "overlaps") {
    return request.pairs.map(({ left, right, verdicts }) => shelf.overlap(left, right, [...verdicts]));
  }
  for (const id of request.gone) shelf.remove(id);
  for (const { id, text, lineOverrides, meaning } of request.set) {
    shelf.set(id, text, [...lineOverrides], meaning ?? undefined);
  }
  return null;
}
