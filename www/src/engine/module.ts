import { bytes } from "#engine-bytes";
import { start } from "./instance";

let compiled: Promise<WebAssembly.Module> | null = null;

/** The engine's wasm, compiled once. Workers share it, and with it what one of them made quick by running. */
export function engineModule(): Promise<WebAssembly.Module> {
  compiled ??= bytes().then((wasm) => WebAssembly.compile(wasm));
  return compiled;
}

let placed: Promise<void> | null = null;

/** Settled when there is an instance on this thread; makes one if there is none. */
export function inPlace(): Promise<void> {
  placed ??= engineModule().then(start);
  return placed;
}

/** Gives the instance up: the next that needs one gets another. */
export function discard(): void {
  placed = null;
}
