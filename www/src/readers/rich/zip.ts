import { CAPS } from "../../model/article";
import { decodeXml } from "../encodings";
import { ReadFailure } from "./failure";

// The directory of a ZIP file (PKWARE APPNOTE 6.3) is read here and the browser inflates. Ready-made
// readers either trust the sizes an archive states, and then a bomb is unpacked before it is noticed,
// or weigh as much as all other readers together.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END64 = 0x06064b50;
const LOCATOR = 0x07064b50;
const FIELD64 = 0x0001;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const LONGEST_COMMENT = 0xffff;

/** A file in an archive. */
export interface Entry {
  /** As the archive says it, with `/` between folders. A label: no file is ever written by it. */
  name: string;
  locked: boolean;
  method: number;
  packed: number;
  at: number;
}

/** An archive whose entries are unpacked one at a time, all together to no more than the cap. */
export class Zip {
  readonly entries: readonly Entry[];
  private readonly view: DataView;
  private readonly names = new Map<string, Entry>();
  private room: number = CAPS.unpacked;

  /** Reads the directory. Throws `ReadFailure` for what is no archive, is cut off or has too many entries. */
  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.entries = [...this.directory()];
      // Of two with one name the first is read.
      for (const entry of this.entries) if (!this.names.has(entry.name)) this.names.set(entry.name, entry);
    } catch (error) {
      // Offsets that point out of the file.
      throw error instanceof ReadFailure ? error : new ReadFailure("damaged");
    }
  }

  /** The entry of a name. */
  find(name: string): Entry | undefined {
    return this.names.get(name);
  }

  /** The bytes of an entry. Throws `ReadFailure` when it is locked, damaged or larger than what is left of the cap. */
  async unpack(entry: Entry, most: number = CAPS.text): Promise<Uint8Array<ArrayBuffer>> {
    if (entry.locked) throw new ReadFailure("locked");
    const { view, bytes } = this;
    if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL)
      throw new ReadFailure("damaged");
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    if (start + entry.packed > bytes.length) throw new ReadFailure("damaged");
    const data = bytes.subarray(start, start + entry.packed);
    const cap = Math.min(most, this.room);
    if (entry.method === 0 && data.length <= cap) return this.counted(data.slice());
    if (entry.method !== 8) throw new ReadFailure(entry.method === 0 ? "zip-bomb" : "damaged");
    const unpacked = await inflated(data, cap);
    if (!unpacked) this.room -= cap;
    if (!unpacked) throw new ReadFailure("zip-bomb");
    return this.counted(unpacked);
  }

  private counted(unpacked: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    this.room -= unpacked.length;
    return unpacked;
  }

  /** Whether the cap of all together is reached. */
  get isFull(): boolean {
    return this.room <= 0;
  }

  /** The text of the entry of a name, in the charset that it names; null when there is no such entry. */
  async text(name: string): Promise<string | null> {
    const entry = this.find(name);
    return entry ? decodeXml(await this.unpack(entry, CAPS.unpacked)) : null;
  }

  private *directory(): Iterable<Entry> {
    const { view, bytes } = this;
    const [count, start] = this.extent();
    if (count > CAPS.entries) throw new ReadFailure("too-many-entries", count);
    let at = start;
    for (let left = count; left > 0; left -= 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new ReadFailure("damaged");
      const flags = view.getUint16(at + 8, true);
      const length = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      yield {
        name: nameOf(bytes.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0),
        locked: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        ...this.place(at, at + 46 + length, extra),
      };
      at += 46 + length + extra + view.getUint16(at + 32, true);
    }
  }

  /** How many entries there are and where the first is listed; ZIP64 writes both further ahead, where there is more room. */
  private extent(): [count: number, at: number] {
    const { view } = this;
    const end = this.end();
    const locator = end - LOCATOR_LENGTH;
    if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) {
      return [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
    }
    const at = this.long(locator + 8);
    if (view.getUint32(at, true) !== END64) throw new ReadFailure("damaged");
    return [this.long(at + 32), this.long(at + 48)];
  }

  /** A number of eight bytes. One that points out of any file ends in a RangeError, as all others do that are wrong. */
  private long(at: number): number {
    return Number(this.view.getBigUint64(at, true));
  }

  /** Where an entry lies and how long it is. ZIP64 writes what is full of ones into a field of its own. */
  private place(at: number, extras: number, length: number): Pick<Entry, "packed" | "at"> {
    const { view } = this;
    const [size, packed, offset] = [24, 20, 42].map((by) => view.getUint32(at + by, true));
    let field = extras;
    const isHere = () => view.getUint16(field, true) === FIELD64;
    while (field + 4 <= extras + length && !isHere()) field += 4 + view.getUint16(field + 2, true);
    if (field + 4 > extras + length) return { packed: packed ?? 0, at: offset ?? 0 };
    let next = field + 4;
    const full = (value: number | undefined) => {
      if (value !== 0xffffffff) return value ?? 0;
      next += 8;
      return this.long(next - 8);
    };
    full(size);
    return { packed: full(packed), at: full(offset) };
  }

  /** Where the directory's end is written: at the end of the file, but for a comment. */
  private end(): number {
    const last = this.bytes.length - END_LENGTH;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
      if (this.view.getUint32(at, true) === END) return at;
    }
    throw new ReadFailure("damaged");
  }
}

/** Names are UTF-8 where they say so; without the mark most are too, and the rest is an old code page. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !utf8 }).decode(bytes).replaceAll("\\", "/");
  } catch {
    return new TextDecoder("windows-1252").decode(bytes).replaceAll("\\", "/");
  }
}

/** Inflates; null when it comes to more than the cap, at which it stops, whatever size the archive states. */
async function inflated(data: Uint8Array<ArrayBuffer>, cap: number) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > cap) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
