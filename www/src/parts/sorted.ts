/**
 * The bytes of a module's code by what they are, each kind behind itself: so they pack to a tenth less than as they lie, for what
 * comes next depends most on what came before of its kind. The order of the streams is part of the format.
 */
const STREAMS = 11;
const [HEADS, OPCODES, LOCALS, TYPES, LABELS, CALLS, OFFSETS, INTEGERS, LONG, FLOATS, OTHERS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
] as const;

/** Numbers of four bytes before all: the length of the module, where its code begins and ends, and the lengths of the streams. */
const HEADER = 3 + STREAMS;

/** Instructions from one opcode to another, and the kinds of the numbers behind each (WebAssembly core specification 2.0, 5.4). */
const INSTRUCTIONS: readonly (readonly [from: number, to: number, ...behind: number[]])[] = [
  [0x00, 0x01],
  [0x02, 0x04, TYPES],
  [0x05, 0x05],
  [0x0b, 0x0b],
  [0x0c, 0x0d, LABELS],
  [0x0f, 0x0f],
  [0x10, 0x10, CALLS],
  [0x11, 0x11, TYPES, TYPES],
  [0x1a, 0x1b],
  [0x23, 0x26, OTHERS],
  // The alignment of an access follows from its opcode, nearly always.
  [0x28, 0x3e, OPCODES, OFFSETS],
  [0x3f, 0x40, OTHERS],
  [0x41, 0x41, INTEGERS],
  [0x42, 0x42, LONG],
  [0x45, 0xc4],
  [0xd0, 0xd0, OTHERS],
  [0xd1, 0xd1],
  [0xd2, 0xd2, OTHERS],
];
const [BRANCHES, LOCAL_FIRST, LOCAL_LAST, SINGLE, DOUBLE, PREFIX] = [0x0e, 0x20, 0x22, 0x43, 0x44, 0xfc];
/** How many numbers stand behind an instruction that a prefix and a number name: conversions, memory, tables. */
const PREFIXED = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** Bytes that are read or written from `at` on. */
interface Bytes {
  bytes: Uint8Array;
  at: number;
}

/** A number in LEB128. */
function read(from: Bytes): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = from.bytes[from.at++] as number;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

/**
 * Goes through the code of a module and moves each byte: from the module into its stream, or, where `joining`, back. Both
 * directions are the same way, so that they cannot differ.
 */
function walk(module: Bytes, streams: readonly Bytes[], joining: boolean): void {
  const behind: (readonly number[])[] = [];
  for (const [from, to, ...kinds] of INSTRUCTIONS) for (let at = from; at <= to; at += 1) behind[at] = kinds;

  // By kind, from where and to where bytes go.
  const sources = streams.map((stream) => (joining ? stream : module));
  const targets = streams.map((stream) => (joining ? module : stream));

  const write = (to: Bytes, value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) to.bytes[to.at++] = (rest & 0x7f) | 0x80;
    to.bytes[to.at++] = rest;
  };
  const byte = (kind: number) => {
    const from = sources[kind] as Bytes;
    const to = targets[kind] as Bytes;
    const value = from.bytes[from.at++] as number;
    to.bytes[to.at++] = value;
    return value;
  };
  const bytes = (kind: number, count: number) => {
    for (let left = count; left > 0; left -= 1) byte(kind);
  };
  const number = (kind: number) => {
    const first = byte(kind);
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; ; shift += 7) {
      const next = byte(kind);
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value;
    }
  };
  const numbers = (kind: number, count: number) => {
    for (let left = count; left > 0; left -= 1) number(kind);
  };
  /** A local by how many others were named since it was. */
  const local = (recent: number[]) => {
    const given = read(sources[LOCALS] as Bytes);
    while (recent.length <= given) recent.push(recent.length);
    const place = joining ? given : recent.indexOf(given);
    const name = recent[place] as number;
    for (let at = place; at > 0; at -= 1) recent[at] = recent[at - 1] as number;
    recent[0] = name;
    write(targets[LOCALS] as Bytes, joining ? name : place);
  };

  for (let functions = number(HEADS); functions > 0; functions -= 1) {
    const size = number(HEADS);
    const end = module.at + size;
    for (let groups = number(HEADS); groups > 0; groups -= 1) {
      number(HEADS);
      byte(HEADS);
    }
    const recent: number[] = [];
    while (module.at < end) {
      const opcode = byte(OPCODES);
      const kinds = behind[opcode];
      if (kinds) for (let at = 0; at < kinds.length; at += 1) number(kinds[at] as number);
      else if (opcode >= LOCAL_FIRST && opcode <= LOCAL_LAST) local(recent);
      else if (opcode === BRANCHES) numbers(OTHERS, number(OTHERS) + 1);
      else if (opcode === SINGLE) bytes(FLOATS, 4);
      else if (opcode === DOUBLE) bytes(FLOATS, 8);
      else if (opcode === PREFIX) numbers(OTHERS, PREFIXED[number(OPCODES)] as number);
      else throw new Error(`the module has the instruction ${opcode}, which is not known here`);
    }
  }
}

/** A module with its code by kinds: what `join` makes a module of again. */
export function sort(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const [start, end] = codeOf(module);
  const streams = Array.from({ length: STREAMS }, () => ({ bytes: new Uint8Array(module.length), at: 0 }));
  walk({ bytes: module, at: start }, streams, false);
  const head = Uint32Array.of(module.length, start, end, ...streams.map(({ at }) => at));
  const parts = [
    new Uint8Array(head.buffer),
    module.subarray(0, start),
    module.subarray(end),
    ...streams.map(({ bytes, at }) => bytes.subarray(0, at)),
  ];
  const sorted = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    sorted.set(part, at);
    at += part.length;
  }
  return sorted;
}

/** The module that was sorted. */
export function join(sorted: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [length = 0, start = 0, end = 0, ...lengths] = new Uint32Array(sorted.buffer, 0, HEADER);
  let at = HEADER * 4;
  const taken = (count: number) => {
    at += count;
    return sorted.subarray(at - count, at);
  };
  const module = new Uint8Array(length);
  module.set(taken(start));
  module.set(taken(length - end), end);
  walk(
    { bytes: module, at: start },
    lengths.map((count) => ({ bytes: taken(count), at: 0 })),
    true,
  );
  return module;
}

/** From where to where a module's code lies. */
function codeOf(module: Uint8Array): [start: number, end: number] {
  const CODE = 10;
  const sections: Bytes = { bytes: module, at: 8 };
  while (sections.at < module.length) {
    const kind = module[sections.at++];
    const size = read(sections);
    if (kind === CODE) return [sections.at, sections.at + size];
    sections.at += size;
  }
  throw new Error("the module has no code");
}
