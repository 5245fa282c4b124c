// Makes plain objects of what `tape.rs` wrote down. The tags are told there.

const TAG_BITS = 3;
const TAG = (1 << TAG_BITS) - 1;
const CONSTANTS = [null, false, true];

function setter(fields, next) {
  const names = fields.split(",");
  return () => {
    const object = {};
    for (const name of names) object[name] = next();
    return object;
  };
}

/** The value that `tape`, a Uint32Array, says. */
export function read(tape, names, shapes) {
  let at = 0;
  // Offsets and the names of kinds, which are never anything else: most of a result, so nothing is asked of them.
  const whole = () => tape[at++] >>> TAG_BITS;
  const name = () => names[tape[at++] >>> TAG_BITS];
  const span = () => ({ start: whole(), end: whole() });
  const edits = [];
  const spanInside = () => {
    at++; // that it is a span
    return span();
  };
  /**
   * Makers of the objects that come in tens of thousands, by their fields. A literal is three times as fast as
   * setting field after field, which is what is done for all other shapes.
   */
  const literals = {
    "start,end": span,
    "operation,kind,left,right": () => {
      const edit = { operation: name(), kind: name(), left: spanInside(), right: spanInside() };
      edits.push(edit);
      return edit;
    },
    "left,right,kind,passages,counterpart,changes,moves": () => ({
      left: next(),
      right: next(),
      kind: name(),
      passages: next(),
      counterpart: next(),
      changes: next(),
      moves: next(),
    }),
    "number,left,right,grade,substance,coverage,pinned,words,common,moved,quotation,region,primary,changes": () => ({
      number: whole(),
      left: spanInside(),
      right: spanInside(),
      grade: name(),
      substance: name(),
      coverage: name(),
      pinned: next(),
      words: next(),
      common: whole(),
      moved: next(),
      quotation: next(),
      region: next(),
      primary: next(),
      changes: next(),
    }),
    "left,right,kind,strong,weight": () => ({
      left: spanInside(),
      right: spanInside(),
      kind: name(),
      strong: next(),
      weight: next(),
    }),
    "left,right": () => ({ left: next(), right: next() }),
    "start,end,role,boilerplate": () => ({ start: whole(), end: whole(), role: name(), boilerplate: next() }),
    "start,end,what,passage": () => ({ start: whole(), end: whole(), what: name(), passage: next() }),
    "start,end,words,sentences": () => ({
      start: whole(),
      end: whole(),
      words: whole(),
      sentences: whole(),
    }),
  };
  const makers = shapes.map((fields) => literals[fields] ?? setter(fields, next));
  const pair = new Uint32Array(2);
  const double = new Float64Array(pair.buffer);
  const float = () => {
    pair[0] = tape[at++];
    pair[1] = tape[at++];
    return double[0];
  };
  const list = (length) => {
    // Room for as many as there are: a list that grows leaves its smaller ones behind.
    const values = new Array(length);
    for (let place = 0; place < length; place++) values[place] = next();
    return values;
  };
  function next() {
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
        return makers[value]();
      case 6:
        return edits[value];
      default:
        return CONSTANTS[value];
    }
  }
  return next();
}
