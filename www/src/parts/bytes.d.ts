declare module "#engine-bytes" {
  /** The engine's wasm. */
  export function bytes(): Promise<Uint8Array<ArrayBuffer>>;
}
