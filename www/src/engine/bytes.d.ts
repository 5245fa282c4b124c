declare module "#engine-bytes" {
  /** The engine's wasm, deflated, in base64. */
  const deflated: string;
  export default deflated;
}
