import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { copyLines, lines } from "./corpus.ts";

/**
 * Runs each script of docs/engines with the engine it is for, in pinned versions, on made posts of which 4 % are damaged,
 * and compares what it wrote with the rows of the command; near copies that Spark finds, with those of the command. Then each
 * that parses is given a parser that is killed half-way, and has to fail. Takes Python 3.11 with venv, Java 17 with Maven, and
 * GNU parallel.
 *
 *   npm run engines                     all engines, 20,000 posts
 *   npm run engines -- --only duckdb    those whose name has it; --posts 1000; --folder FOLDER is kept and used again
 */

const ROOT = process.cwd();
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const POSTS = Number(option("posts") ?? 20_000);
const folder = option("folder") ?? mkdtempSync(join(tmpdir(), "alphanode-engines-"));
const at = (path: string): string => join(folder, path);

const PACKAGES = [
  "zod@4.6.7",
  "hyparquet-writer@0.17.0",
  "apache-arrow@21.2.0",
  "@duckdb/node-api@1.5.6-r.1",
];
const PYTHON = at("venv/bin/python");
const ALPHANODE = at("node_modules/.bin/alphanode");
const SCRIPTS = join(ROOT, "docs/engines");
const COMPARE = join(ROOT, "test/engines/compare.py");

const env = {
  ...process.env,
  ALPHANODE,
  PYSPARK_PYTHON: PYTHON,
  PYSPARK_DRIVER_PYTHON: PYTHON,
  PATH: `${at("venv/bin")}:${process.env.PATH}`,
  RAY_DEDUP_LOGS: "0",
  RAY_DISABLE_IMPORT_WARNING: "1",
};

/** A way from posts to rows: the command, and what it writes. */
interface Way {
  readonly name: string;
  readonly run: (out: string) => [command: string, ...args: string[]];
  /** Whether it parses the posts itself; others read the rows of the command. */
  readonly parses: boolean;
  /** What it writes, if not rows as Parquet. */
  readonly writes?: "ndjson" | "parts" | "copies";
  /** Whether lists and objects of the engine cannot be null. */
  readonly filled?: true;
}

const spark = (executors: number): string[] => [
  "--master",
  `local[${executors}]`,
  "--driver-memory",
  "4g",
  "--conf",
  "spark.ui.enabled=false",
  "--conf",
  "spark.log.level=ERROR",
  "--conf",
  "spark.sql.files.maxPartitionBytes=8m",
];

const posts = at("posts.ndjson");
const rows = at("rows.ndjson");
const copies = at("copies.ndjson");
const clusters = at("clusters.json");
const python = (script: string, source: string) => (out: string) =>
  [PYTHON, join(SCRIPTS, script), source, out] as [string, ...string[]];

/** Hadoop in this process, which takes local files. With the colon, the shell leaves the star to Java. */
const STREAMING = `java -cp ${at("hadoop")}/*: org.apache.hadoop.streaming.HadoopStreaming -D mapreduce.framework.name=local -D fs.defaultFS=file:///`;

const WAYS: readonly Way[] = [
  {
    name: "the command, to Parquet",
    parses: true,
    run: (out) => [
      ALPHANODE,
      "parse",
      posts,
      "--rows",
      "--out",
      `${out}.parquet`,
      "--quiet",
      "--fail-on",
      "never",
    ],
  },
  {
    name: "parallel",
    parses: true,
    writes: "ndjson",
    run: (out) => ["sh", join(SCRIPTS, "parallel.sh"), posts, out],
  },
  { name: "duckdb, Python", parses: false, run: python("duckdb_rows.py", rows) },
  { name: "duckdb, Node", parses: false, run: (out) => ["node", at("duckdb_rows.mjs"), rows, out] },
  { name: "polars", parses: false, run: python("polars_rows.py", rows) },
  { name: "pandas", parses: false, run: python("pandas_rows.py", rows) },
  {
    name: "clickhouse (chdb)",
    parses: false,
    filled: true,
    run: (out) => [PYTHON, join(ROOT, "test/engines/clickhouse.py"), rows, out],
  },
  { name: "ray", parses: true, run: python("ray_rows.py", posts) },
  {
    name: "spark, Python, 1 executor",
    parses: true,
    run: (out) => [at("venv/bin/spark-submit"), ...spark(1), join(SCRIPTS, "spark.py"), posts, out],
  },
  {
    name: "spark, Python, 2 executors",
    parses: true,
    run: (out) => [at("venv/bin/spark-submit"), ...spark(2), join(SCRIPTS, "spark.py"), posts, out],
  },
  {
    name: "spark, Scala, 2 executors",
    parses: true,
    run: (out) => [
      "env",
      `SOURCE=${posts}`,
      `OUT=${out}`,
      at("venv/bin/spark-shell"),
      ...spark(2),
      "-I",
      join(SCRIPTS, "spark.scala"),
    ],
  },
  {
    name: "hadoop streaming",
    parses: true,
    writes: "parts",
    run: (out) => ["env", `STREAMING=${STREAMING}`, "sh", join(SCRIPTS, "hadoop.sh"), posts, out],
  },
  {
    name: "spark, near copies",
    parses: true,
    writes: "copies",
    run: (out) => [
      at("venv/bin/spark-submit"),
      ...spark(2),
      "--conf",
      "spark.sql.shuffle.partitions=8",
      join(SCRIPTS, "spark_copies.py"),
      copies,
      out,
    ],
  },
];

/** How long a run took, in seconds: on the clock, and of processors, as far as processes that ended tell. */
interface Times {
  readonly clock: number;
  readonly processor: number;
}

/** Runs a program and gives how long it took. What it says is shown where it fails. */
function timed(command: [string, ...string[]], alphanode = ALPHANODE): Times {
  const start = performance.now();
  // The last line of `times` has the user's and the system's time of all children: 1m2.3s 0m4.5s.
  const { status, stdout, stderr } = spawnSync("sh", ["-c", '"$@" || exit $?; times', "sh", ...command], {
    env: { ...env, ALPHANODE: alphanode },
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0)
    throw new Error(`${command[0]} ended with ${status}\n${stdout.slice(-3_000)}\n${stderr.slice(-3_000)}`);
  const children = stdout.trimEnd().split("\n").at(-1) ?? "";
  const processor = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
  return { clock: (performance.now() - start) / 1_000, processor };
}

const install = (command: string, ...args: string[]): unknown =>
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });

const [{ filename }] = JSON.parse(
  execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
  }),
);
writeFileSync(at("package.json"), '{ "private": true, "type": "module" }\n');
install("npm", "install", "--silent", "--no-audit", "--no-fund", at(filename), ...PACKAGES);
install("python3", "-m", "venv", "venv");
install(
  PYTHON,
  "-m",
  "pip",
  "install",
  "--quiet",
  "--disable-pip-version-check",
  "-r",
  join(ROOT, "test/engines/requirements.txt"),
);
install(
  "mvn",
  "-q",
  "-B",
  "-f",
  join(ROOT, "test/engines/hadoop.xml"),
  "dependency:copy-dependencies",
  `-DoutputDirectory=${at("hadoop")}`,
);
// Node finds packages beside the script.
writeFileSync(at("duckdb_rows.mjs"), readFileSync(join(SCRIPTS, "duckdb_rows.mjs")));

await pipeline(Readable.from(lines(POSTS)), createWriteStream(posts));
const alone = timed(["sh", "-c", `"$ALPHANODE" parse --rows --quiet --fail-on never ${posts} > ${rows}`]);
timed(["sh", "-c", `"$ALPHANODE" schema --of row --for arrow > ${at("schema.arrows")}`]);
await pipeline(Readable.from(copyLines(POSTS)), createWriteStream(copies));
timed(["sh", "-c", `"$ALPHANODE" duplicates --json ${copies} > ${clusters}`]);

const figure = (seconds: number): string => `${seconds.toFixed(1).padStart(6)} s`;
const show = (name: string, { clock, processor }: Times, parses: boolean, verdict = ""): void => {
  const rate = parses ? `${Math.round(POSTS / clock)} posts/s` : "reads rows";
  console.log(`${name.padEnd(28)}${figure(clock)}  ${figure(processor)}  ${rate.padEnd(14)}  ${verdict}`);
};
console.log(`${"".padEnd(28)}   clock  processors`);
show("the command alone", alone, true);

const compared = (written: string, filled = false): string =>
  execFileSync(PYTHON, [COMPARE, rows, at("schema.arrows"), written, ...(filled ? ["filled"] : [])], {
    encoding: "utf8",
  }).trim();

function sameLines(written: string): string {
  execFileSync("cmp", [rows, written]);
  return "the same lines";
}

const sameClusters = (written: string): string =>
  execFileSync(PYTHON, [join(ROOT, "test/engines/copies.py"), clusters, written], {
    encoding: "utf8",
  }).trim();

/** Parts come in an order of their own, and streaming puts a tab after each line. */
function sameParts(written: string): string {
  const script = `cat "$1"/part-* | sed 's/\t$//' | LC_ALL=C sort > "$1.lines"; LC_ALL=C sort "$2" | cmp - "$1.lines"`;
  execFileSync("sh", ["-c", script, "sh", written, rows]);
  return "the same lines";
}

function verdictOf({ name, writes, filled }: Way, out: string): string {
  if (writes === "ndjson") return sameLines(out);
  if (writes === "parts") return sameParts(out);
  if (writes === "copies") return sameClusters(out);
  return compared(name.endsWith("Parquet") ? `${out}.parquet` : out, filled);
}

let failed = false;
for (const [number, way] of WAYS.entries()) {
  if (!way.name.includes(option("only") ?? "")) continue;
  const out = at(`out-${number}`);
  for (const path of [out, `${out}.parquet`]) rmSync(path, { recursive: true, force: true });
  try {
    const times = timed(way.run(out));
    show(way.name, times, way.parses, verdictOf(way, out));
  } catch (error) {
    failed = true;
    console.log(`${way.name.padEnd(28)}failed: ${(error as Error).message}`);
  }
}

// A parser that reads a part of its posts, answers for them, and is killed.
writeFileSync(
  at("killed"),
  `#!/bin/sh\n[ "$1" = schema ] && exec "${ALPHANODE}" "$@"\nhead -c 1000000 | "${ALPHANODE}" "$@"\nkill -9 $$\n`,
  { mode: 0o755 },
);
for (const way of WAYS) {
  if (!way.parses || way.name.startsWith("the command") || !way.name.includes(option("only") ?? "")) continue;
  const out = at("out-killed");
  rmSync(out, { recursive: true, force: true });
  let says = "failed";
  try {
    timed(way.run(out), at("killed"));
    says = "took a killed parser for the end";
  } catch {
    if (existsSync(join(out, "_SUCCESS"))) says = "failed, and left what looks whole";
  }
  if (says !== "failed") failed = true;
  console.log(`${way.name.padEnd(28)}parser killed: ${says}`);
}
if (option("folder") === undefined) rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
