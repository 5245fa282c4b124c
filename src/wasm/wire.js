// Makes plain objects of what `FlatSerializer` in `wire.rs` wrote. The tags are explained there.

const TAG_BITS = 3;
const TAG = (1 << TAG_BITS) - 1;
const CONSTANTS = [null, false, true];

/** The value that `words`, a Uint32Array, say. */
export function decode(words, names, shapes) {
  let at = 0;
  // Values of one known kind, read without a look at their tag. Most of a result is such.
  const whole = () => words[at++] >>> TAG_BITS;
  const name = () => names[words[at++] >>> TAG_BITS];
  const span = () => ({ start: whole(), end: whole() });
  const spanInside = () => {
    at++; // its tag
    return span();
  };
  const edits = [];
  /**
   * Makers of the most frequent structs. A literal is 3 times as fast as a loop over the fields, which serves all
   * other structs. The fields of a literal are those of the struct in Rust, in order: `checked` and
   * `tests/architecture.rs` hold that.
   */
  const literals = {
    Span: () => ({ start: whole(), end: whole() }),
    Change: () => {
      const edit = { operation: name(), kind: name(), left: spanInside(), right: spanInside() };
      edits.push(edit);
      return edit;
    },
    Row: () => ({
      left: next(),
      right: next(),
      kind: name(),
      passages: next(),
      counterpart: next(),
      changes: next(),
      moves: next(),
    }),
    Passage: () => ({
      number: whole(),
      left: spanInside(),
      right: spanInside(),
      grade: name(),
      substance: name(),
      coverage: name(),
      weak: next(),
      byMeaning: next(),
      pinned: next(),
      words: next(),
      common: whole(),
      moved: next(),
      quotation: next(),
      region: next(),
      primary: next(),
      changes: next(),
    }),
    Region: () => ({
      left: spanInside(),
      right: spanInside(),
      kind: name(),
      strong: next(),
      weight: next(),
    }),
    Sides: () => ({ left: next(), right: next() }),
    Paragraph: () => ({ start: whole(), end: whole(), role: name(), boilerplate: next() }),
    Cover: () => ({ start: whole(), end: whole(), what: name(), passage: next() }),
    LeftOut: () => ({ start: whole(), end: whole(), words: whole(), sentences: whole() }),
  };
  const makers = shapes.map((shape, index) => {
    const [struct, ...fields] = shape.split(" ");
    const literal = literals[struct];
    return literal ? checked(index, struct, fields, literal) : byField(fields);
  });
  /** A literal that must give the fields written in Rust. Only its first object is checked: they are all alike. */
  function checked(index, struct, fields, literal) {
    return () => {
      const object = literal();
      if (Object.keys(object).join() !== fields.join())
        throw new Error(`${struct} has fields ${fields.join()}`);
      makers[index] = literal;
      return object;
    };
  }
  function byField(fields) {
    return () => {
      const object = {};
      for (const field of fields) object[field] = next();
      return object;
    };
  }
  const halves = new Uint32Array(2);
  const double = new Float64Array(halves.buffer);
  const float = () => {
    halves[0] = words[at++];
    halves[1] = words[at++];
    return double[0];
  };
  const list = (length) => {
    // Room for all at once: a list that grows leaves smaller ones behind.
    const values = new Array(length);
    for (let index = 0; index < length; index++) values[index] = next();
    return values;
  };
  function next() {
    const word = words[at++];
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
