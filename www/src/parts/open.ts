import { decode } from "./lzma";
import { unpack } from "./packing";
import { join } from "./sorted";

/** What the build packed, as it stands in an element of the page. */
export interface Packed {
  text: string;
  /** How many packed bytes the text stands for. */
  length: number;
  /** Whether it is a module whose code was sorted. */
  isSorted: boolean;
}

/** The bytes that were packed. For the engine that takes a tenth of a second, in which its thread does nothing else. */
export function open({ text, length, isSorted }: Packed): Uint8Array<ArrayBuffer> {
  const bytes = decode(unpack(text, length));
  return isSorted ? join(bytes) : bytes;
}
