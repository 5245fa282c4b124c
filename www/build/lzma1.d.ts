// The package's own types are its sources, which are not as strict as this project's.

/** Bytes as a file of LZMA; the mode says how long it looks, up to 9. */
export function compress(bytes: Uint8Array, mode: number): Uint8Array;
