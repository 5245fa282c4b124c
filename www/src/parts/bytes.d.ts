declare module "#engine-bytes" {
  /** The engine's wasm, deflated and packed as text; empty in the worker, which is sent the bytes. */
  export const text: string;
  /** How many bytes the text stands for. */
  export const length: number;
}
