#!/bin/sh
# Whether Spark finds the same pairs as `twicetold corpus`, with the same results, in 2,000 generated articles. `make test-spark`.
set -eu
cd "$(dirname "$0")/.."
articles=target/spark-articles.jsonl
out=target/spark-found
rm -rf "$out"
node benches/corpus.mjs 2000 400 > "$articles"
target/release/twicetold corpus "$articles" | LC_ALL=C sort > target/spark-expected.jsonl
PYSPARK_PYTHON="$PWD/target/spark/bin/python" PYTHONUTF8=1 \
    target/spark/bin/spark-submit --master 'local[2]' --conf spark.ui.enabled=false --conf spark.log.level=ERROR \
    --conf spark.sql.shuffle.partitions=8 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.driver.host=127.0.0.1 \
    examples/spark/corpus.py "$articles" "$out" --twicetold "$PWD/target/release/twicetold"
cat "$out"/part-* | LC_ALL=C sort > target/spark-found.jsonl
pairs=$(wc -l < target/spark-expected.jsonl)
if [ "$pairs" -lt 300 ]; then
    echo "only $pairs pairs: the collection shares too little to tell anything"
    exit 1
fi
cmp target/spark-expected.jsonl target/spark-found.jsonl
echo "the same $pairs pairs"
