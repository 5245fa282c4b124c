"""All pairs of a collection that share something, on Apache Spark.

    spark-submit examples/spark/corpus.py articles.jsonl related --twicetold ./twicetold

Reads {"id", "text"} lines (a file, a folder of them, or any address that Spark reads) and writes what `twicetold corpus`
writes, a line for each related pair, into the folder `related`: {"left", "right", "complete", "summary", "relation",
"passages", "facts"}. Ids are texts, each once; the left id of a pair is the lower one.

Spark finds the candidates, by shingles: what twicetold itself does in memory (src/library/candidates.rs) is here a join.
The pairs then go through `twicetold pairs`, a process for each partition, which holds a few pairs at a time.

Two articles are candidates if they have in common
  4 runs of 4 words that few articles have,
  or 1 in 20 of the runs of 4 words of the shorter one,
  or 1 in 16 of their rare words, by weight (words by their first 6 letters).
"""

import argparse
import json
import shlex

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

# Words of a run.
RUN = 4
# Runs in common of which few articles have each.
RARE_RUNS = 4
# Articles up to which a run is rare and a word always counts.
FREQUENT = 64
# Of the runs of the shorter article, 1 in so many is enough, however frequent they are.
RUN_PART = 20
# Of the weight of rare words, likewise.
WORD_PART = 16
# A word in more than 1 of so many articles tells no two of them apart.
FREQUENT_PART = 16
# Letters of a word that count.
STEM = 6
# Articles of a run, or of a word, at most: each costs the square of them. A text in more copies than this is to be taken out
# first (docs/corpus.md).
MOST = 2_000


def read(spark: SparkSession, path: str) -> DataFrame:
    """The articles, with their words in lower case."""
    lines = spark.read.schema("id string, text string").json(path)
    words = F.expr(r"filter(split(lower(text), '[^\\p{L}\\p{N}]+'), word -> word != '')")
    return lines.where("text is not null").withColumn("words", words)


def things(articles: DataFrame) -> DataFrame:
    """Each run and each word of an article once, as (id, kind, thing): a thing is a hash of 64 bits."""
    last = f"greatest(size(words) - {RUN - 1}, least(size(words), 1))"
    runs = F.expr(
        f"array_distinct(transform(slice(sequence(1, greatest({last}, 1)), 1, {last}),"
        f" at -> xxhash64('run', concat_ws(' ', slice(words, at, {RUN})))))"
    )
    words = F.expr(f"array_distinct(transform(words, word -> xxhash64('word', substring(word, 1, {STEM}))))")
    runs = articles.select("id", F.lit("run").alias("kind"), F.explode(runs).alias("thing"))
    return runs.unionByName(articles.select("id", F.lit("word"), F.explode(words)).toDF("id", "kind", "thing"))


def weighed(found: DataFrame, articles: int, most_of_word: int) -> DataFrame:
    """The things that count, each with how many articles have it and what it weighs."""
    frequent = min(most_of_word, max(FREQUENT, articles // FREQUENT_PART))
    having = found.groupBy("kind", "thing").agg(F.count("*").alias("articles"))
    having = having.where(F.col("articles") <= F.when(F.col("kind") == "word", frequent).otherwise(MOST))
    rarity = F.log((F.lit(max(articles, 60)) + 1) / (F.col("articles") + 0.5))
    weight = F.when(F.col("kind") == "word", rarity).otherwise(F.lit(1.0))
    return found.join(having.withColumn("weight", weight), ["kind", "thing"])


def candidates(articles: DataFrame, most_of_word: int) -> DataFrame:
    """The pairs that can share something, as (left, right) ids with left < right."""
    counted = weighed(things(articles), articles.count(), most_of_word).persist()
    is_run = F.col("kind") == "run"
    sums = [
        F.sum(F.when(is_run, 1).otherwise(0)).alias("runs"),
        F.sum(F.when(is_run, 0).otherwise(F.col("weight"))).alias("words"),
    ]
    totals = counted.groupBy("id").agg(*sums)
    shared = counted.where("articles > 1")
    other = shared.select("kind", "thing", F.col("id").alias("right"))
    met = (
        shared.withColumnRenamed("id", "left")
        .join(other, ["kind", "thing"])
        .where("left < right")
        .groupBy("left", "right")
        .agg(*sums, F.sum(F.when(is_run & (F.col("articles") <= FREQUENT), 1).otherwise(0)).alias("rare"))
    )
    for side in ("left", "right"):
        own = totals.select(
            F.col("id").alias(side), F.col("runs").alias(f"{side}_runs"), F.col("words").alias(f"{side}_words")
        )
        met = met.join(own, side)
    return met.where(
        f"""rare >= {RARE_RUNS}
            or runs > 0 and runs * {RUN_PART} >= least(left_runs, right_runs)
            or words > 0 and words * {WORD_PART} >= least(left_words, right_words)"""
    ).select("left", "right")


def pairs(articles: DataFrame, found: DataFrame) -> DataFrame:
    """The lines that `twicetold pairs` reads."""
    text = articles.select("id", "text")
    left = text.withColumnRenamed("id", "left").withColumnRenamed("text", "left_text")
    right = text.withColumnRenamed("id", "right").withColumnRenamed("text", "right_text")
    line = F.to_json(
        F.struct(
            F.array("left", "right").alias("id"), F.col("left_text").alias("left"), F.col("right_text").alias("right")
        )
    )
    return found.join(left, "left").join(right, "right").select(line.alias("line"))


def related(line: str) -> list[str]:
    """The line of `twicetold corpus` for an answer of `twicetold pairs`; none if the two share no passage that counts."""
    answer = json.loads(line)
    if "error" in answer:
        raise ValueError(f"{answer['id']}: {answer['error']}")
    if not any(passage["coverage"] == "shared" for passage in answer["passages"]):
        return []
    left, right = answer.pop("id")
    return [json.dumps({"left": left, "right": right, **answer}, ensure_ascii=False, separators=(",", ":"))]


def main() -> None:
    arguments = argparse.ArgumentParser(description="All pairs of a collection that share something.")
    arguments.add_argument("articles", help='{"id", "text"} lines')
    arguments.add_argument("output", help="the folder to write; it must not exist")
    arguments.add_argument("--twicetold", default="twicetold", help="the program, at the same place on every worker")
    arguments.add_argument("--partitions", type=int, help="parts of the pairs; 4 for each core if not given")
    arguments.add_argument(
        "--most-of-word", type=int, default=MOST, help=f"articles up to which a word counts; {FREQUENT} for millions of articles"
    )
    given = arguments.parse_args()
    spark = SparkSession.builder.appName("twicetold").getOrCreate()
    context = spark.sparkContext
    articles = read(spark, given.articles).persist()
    found = pairs(articles, candidates(articles, given.most_of_word))
    parts = given.partitions or 4 * context.defaultParallelism
    lines = found.repartition(parts).rdd.map(lambda row: row.line)
    # One thread for each process: Spark runs one for each core already.
    answers = lines.pipe(f"{shlex.quote(given.twicetold)} pairs --threads 1", checkCode=True)
    answers.flatMap(related).saveAsTextFile(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
