// What a model file makes of sentences. The file carries the module that reads it: encoder/src/wasm.rs says how it is asked, and
// encoder/src/file.rs what the file holds. Runs wherever the engine runs.

/** What the module gives, besides its memory. */
interface Exports {
  memory: WebAssembly.Memory;
  room(bytes: number): number;
  open(): number;
  dimensions(): number;
  embed(): number;
}

/** Why a file is no model that this page can use. */
export type ModelProblem = "foreign" | "newer" | "cut" | "damaged";

const MAGIC = "twicetoldmeaning";
/** The version of the form that this page reads. */
const VERSION = 1;
/** Bytes before what the checksum covers. */
const HEAD = 32;

/** The number of bytes that are needed to find the module, at the start of a file. */
export const START = HEAD + 4;

/** Where the module lies in a file of which the first bytes are given, or what is wrong with these. */
export function moduleIn(start: DataView, size: number): [from: number, to: number] | ModelProblem {
  const magic = new TextDecoder().decode(new Uint8Array(start.buffer, 0, Math.min(16, start.byteLength)));
  if (magic !== MAGIC) return "foreign";
  if (start.byteLength < START) return "cut";
  const version = start.getUint32(16, true);
  if (version !== VERSION) return version > VERSION ? "newer" : "damaged";
  const whole = Number(start.getBigUint64(24, true));
  if (whole !== size) return size < whole ? "cut" : "damaged";
  return [START, START + start.getUint32(HEAD, true)];
}

/** CRC-32, as ZIP has it. */
function checksum(bytes: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    return rest;
  });
  let rest = ~0;
  for (let at = 0; at < bytes.length; at += 1)
    rest = (rest >>> 8) ^ (table[(rest ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~rest >>> 0;
}

/** The model in use. */
let encoder: Exports | null = null;

function put(to: Exports, bytes: Uint8Array): void {
  const address = to.room(bytes.length) >>> 0;
  new Uint8Array(to.memory.buffer, address, bytes.length).set(bytes);
}

/** Puts a model in place: numbers of a vector, or 0 if the file is damaged. */
export function openModel(module: WebAssembly.Module, file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset);
  if (checksum(file.subarray(HEAD)) !== view.getUint32(20, true)) return 0;
  // What its maker's tool names it never asks for.
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = () => {};
  }
  const fresh = new WebAssembly.Instance(module, imports).exports as unknown as Exports;
  put(fresh, file);
  if (fresh.open() !== 0) return 0;
  encoder = fresh;
  return fresh.dimensions();
}

/** The vectors of sentences, one behind the other. */
export function embed(sentences: readonly string[]): Float32Array<ArrayBuffer> {
  if (!encoder) throw new Error("there is no model");
  put(encoder, new TextEncoder().encode(sentences.map((one) => `${one.replaceAll("\0", " ")}\0`).join("")));
  const address = encoder.embed() >>> 0;
  return new Float32Array(encoder.memory.buffer, address, sentences.length * encoder.dimensions()).slice();
}
