import init, { compare, exportAs, sentences } from "#engine";
import { embed, openModel } from "./encoder";
import { askLibrary } from "./library";
import { type AnswerTo, EngineFailure, type Progress, type Request, type ToTell } from "./protocol";

/** How many instances there were: what was made in one is lost with it. */
let generation = 0;

/** Makes a fresh instance and puts it in place of the one before. */
export async function start(module: WebAssembly.Module): Promise<void> {
  await init({ module_or_path: module });
  generation += 1;
}

/**
 * Answers one request on the instance in place. A trap leaves the instance unusable and comes out as
 * `EngineFailure`; other errors come out as they are.
 */
export function answer<R extends Request>(request: R, onProgress: (progress: Progress) => void): AnswerTo<R>;
export function answer(request: Request, onProgress: (progress: Progress) => void): AnswerTo<Request> {
  try {
    return answered(request, onProgress);
  } catch (error) {
    const broken = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    throw broken ? new EngineFailure(String(error)) : error;
  }
}

function answered(request: Request, onProgress: (progress: Progress) => void): AnswerTo<Request> {
  if (request.kind === "export") {
    const { format, left, right, options, info } = request;
    return exportAs(format, left, right, options, info) as Uint8Array<ArrayBuffer>;
  }
  if (request.kind === "stories") return request.pairs.map(tell);
  if (request.kind === "model") return openModel(request.module, request.file);
  if (request.kind === "sentences") return sentences(request.text);
  if (request.kind === "embed") return embed(request.sentences);
  if (request.kind !== "compare") return askLibrary(request, generation);
  const { left, right, options } = request;
  return compare(left, right, options, (phase, done) => onProgress({ phase, done }));
}

/** The paragraph of a comparison. */
function tell({ left, right, options }: ToTell): string {
  const { story } = compare(left, right, options);
  return story?.clauses.map(({ text }) => text).join(" ") ?? "";
}
