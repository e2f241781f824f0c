import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { lines } from "./corpus.ts";

/**
 * Runs each script of docs/engines with the engine it is for, in pinned versions, on made posts of which 4 % are damaged,
 * and compares what it wrote with the rows of the command. Takes Python 3.11 with venv, Java 17 and GNU parallel.
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
  /** What it writes, if not Parquet. */
  readonly writes?: "ndjson";
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
const python = (script: string, source: string) => (out: string) =>
  [PYTHON, join(SCRIPTS, script), source, out] as [string, ...string[]];

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
];

/** Runs a program, and gives how long it took, in seconds. What it says is shown where it fails. */
function timed([command, ...args]: [string, ...string[]]): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    env,
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0)
    throw new Error(`${command} ended with ${status}\n${stdout.slice(-3_000)}\n${stderr.slice(-3_000)}`);
  return (performance.now() - start) / 1_000;
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
// Node finds packages beside the script.
writeFileSync(at("duckdb_rows.mjs"), readFileSync(join(SCRIPTS, "duckdb_rows.mjs")));

await pipeline(Readable.from(lines(POSTS)), createWriteStream(posts));
const alone = timed(["sh", "-c", `"$ALPHANODE" parse --rows --quiet --fail-on never ${posts} > ${rows}`]);
timed(["sh", "-c", `"$ALPHANODE" schema --of row --for arrow > ${at("schema.arrows")}`]);
const rate = (seconds: number): string => `${Math.round(POSTS / seconds)} posts/s`;
console.log(`${"the command alone".padEnd(28)}${alone.toFixed(1).padStart(6)} s  ${rate(alone)}`);

const compared = (written: string, filled = false): string =>
  execFileSync(PYTHON, [COMPARE, rows, at("schema.arrows"), written, ...(filled ? ["filled"] : [])], {
    encoding: "utf8",
  }).trim();

function sameLines(written: string): string {
  execFileSync("cmp", [rows, written]);
  return "the same lines";
}

let failed = false;
for (const [number, way] of WAYS.entries()) {
  if (!way.name.includes(option("only") ?? "")) continue;
  const out = at(`out-${number}`);
  for (const path of [out, `${out}.parquet`]) rmSync(path, { recursive: true, force: true });
  try {
    const seconds = timed(way.run(out));
    const written = way.name.endsWith("Parquet") ? `${out}.parquet` : out;
    const verdict = way.writes === "ndjson" ? sameLines(out) : compared(written, way.filled);
    const speed = way.parses ? rate(seconds) : "reads rows";
    console.log(`${way.name.padEnd(28)}${seconds.toFixed(1).padStart(6)} s  ${speed.padEnd(14)}  ${verdict}`);
  } catch (error) {
    failed = true;
    console.log(`${way.name.padEnd(28)}failed: ${(error as Error).message}`);
  }
}
if (option("folder") === undefined) rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
