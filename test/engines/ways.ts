import { ALPHANODE, at, helper, PYTHON, script } from "./place.ts";

/** A way from posts to rows: the command, and what it writes. */
export interface Way {
  readonly name: string;
  /** The call, from a source and the place for what is written. */
  readonly run: (source: string, out: string) => [command: string, ...args: string[]];
  /** Whether it is given posts, as lines, the same with near copies among them, or the rows of the command. */
  readonly takes: "posts" | "copies" | "rows";
  readonly writes: "parquet" | "ndjson" | "parts" | "clusters";
  /** Whether it reads a folder of parts, one of which is empty. */
  readonly folders?: true;
  /** Whether lists and objects of the engine cannot be null. */
  readonly filled?: true;
  /** How it runs the command, through which faults come to it; it does not where it is the command, or its library. */
  readonly runs?: "parse" | "schema";
  /** Whether another way has its script, so that faults need not be tried twice. */
  readonly again?: true;
}

const spark = (program: string, executors: number, ...conf: string[]): [string, ...string[]] => [
  at(`venv/bin/${program}`),
  "--master",
  `local[${executors}]`,
  "--driver-memory",
  "4g",
  ...[
    "spark.ui.enabled=false",
    "spark.log.level=ERROR",
    "spark.sql.files.maxPartitionBytes=8m",
    ...conf,
  ].flatMap((each) => ["--conf", each]),
];

const python =
  (path: string): Way["run"] =>
  (source, out) => [PYTHON, path, source, out];

const reader = (name: string, path: string): Way => ({
  name,
  takes: "rows",
  writes: "parquet",
  runs: "schema",
  run: python(path),
});

/** Hadoop in this process, which takes local files. With the colon, the shell leaves the star to Java. */
const STREAMING = `java -cp ${at("hadoop")}/*: org.apache.hadoop.streaming.HadoopStreaming -D mapreduce.framework.name=local -D fs.defaultFS=file:///`;

export const WAYS: readonly Way[] = [
  {
    name: "the command, to Parquet",
    takes: "posts",
    writes: "parquet",
    folders: true,
    run: (source, out) => [
      ALPHANODE,
      "parse",
      source,
      ...["--rows", "--format", "parquet", "--out", out, "--quiet", "--fail-on", "never"],
    ],
  },
  {
    name: "parallel",
    takes: "posts",
    writes: "ndjson",
    runs: "parse",
    run: (source, out) => ["bash", script("parallel.sh"), source, out],
  },
  reader("duckdb Python", script("duckdb_rows.py")),
  {
    name: "duckdb Node",
    takes: "rows",
    writes: "parquet",
    run: (source, out) => ["node", at("duckdb_rows.mjs"), source, out],
  },
  reader("polars", script("polars_rows.py")),
  reader("pandas", script("pandas_rows.py")),
  { ...reader("clickhouse (chdb)", helper("clickhouse.py")), filled: true },
  {
    name: "ray",
    takes: "posts",
    writes: "parquet",
    folders: true,
    runs: "parse",
    run: python(script("ray_rows.py")),
  },
  {
    name: "spark Python, 1 executor",
    takes: "posts",
    writes: "parquet",
    runs: "parse",
    again: true,
    run: (source, out) => [...spark("spark-submit", 1), script("spark.py"), source, out],
  },
  {
    name: "spark Python, 2 executors",
    takes: "posts",
    writes: "parquet",
    folders: true,
    runs: "parse",
    run: (source, out) => [...spark("spark-submit", 2), script("spark.py"), source, out],
  },
  {
    name: "spark Scala, 2 executors",
    takes: "posts",
    writes: "parquet",
    folders: true,
    runs: "parse",
    run: (source, out) => [
      "env",
      `SOURCE=${source}`,
      `OUT=${out}`,
      ...spark("spark-shell", 2),
      "-I",
      script("spark.scala"),
    ],
  },
  {
    name: "hadoop streaming",
    takes: "posts",
    writes: "parts",
    folders: true,
    runs: "parse",
    run: (source, out) => ["env", `STREAMING=${STREAMING}`, "sh", script("hadoop.sh"), source, out],
  },
  {
    name: "spark near copies",
    takes: "copies",
    writes: "clusters",
    folders: true,
    runs: "parse",
    run: (source, out) => [
      ...spark("spark-submit", 2, "spark.sql.shuffle.partitions=8"),
      script("spark_copies.py"),
      source,
      out,
    ],
  },
];
