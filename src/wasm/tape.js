// Makes plain objects of what `tape.rs` wrote down. The tags are told there.

const TAG_BITS = 3;
const TAG = (1 << TAG_BITS) - 1;
const CONSTANTS = [null, false, true];

/**
 * Makers of the objects that come in tens of thousands, by their fields. A literal is three times as fast as
 * setting field after field, which is what is done for all other shapes.
 */
const MAKERS = {
  "start,end": (next) => ({ start: next(), end: next() }),
  "operation,kind,left,right": (next) => ({
    operation: next(),
    kind: next(),
    left: next(),
    right: next(),
  }),
  "left,right,relation,passages,counterpart,changes": (next) => ({
    left: next(),
    right: next(),
    relation: next(),
    passages: next(),
    counterpart: next(),
    changes: next(),
  }),
};

function setter(fields) {
  const names = fields.split(",");
  return (next) => {
    const object = {};
    for (const name of names) object[name] = next();
    return object;
  };
}

/** The value that `tape`, a Uint32Array, says. */
export function read(tape, names, shapes) {
  const makers = shapes.map((fields) => MAKERS[fields] ?? setter(fields));
  let at = 0;
  const float = () => {
    const bits = new Uint32Array([tape[at], tape[at + 1]]);
    at += 2;
    return new Float64Array(bits.buffer)[0];
  };
  const list = (length) => {
    // Room for as many as there are: a list that grows leaves its smaller ones behind.
    const values = new Array(length);
    for (let place = 0; place < length; place++) values[place] = next();
    return values;
  };
  const next = () => {
    const word = tape[at++];
    const value = word >>> TAG_BITS;
    switch (word & TAG) {
      case 0:
        return value;
      case 1:
        return float();
      case 2:
        return names[value];
      case 3:
        return list(value);
      case 4:
        return makers[value](next);
      default:
        return CONSTANTS[value];
    }
  };
  return next();
}
