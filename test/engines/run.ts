import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { copyLines, lines } from "./corpus.ts";
import { FAULTS, type Fault } from "./faults.ts";
import { ALPHANODE, at, environment, folder, helper, install, option, PYTHON } from "./place.ts";
import { WAYS, type Way } from "./ways.ts";

/**
 * Runs each script of docs/engines with the engine it is for, in pinned versions, on made posts of which 4 % are damaged,
 * the last among them, and compares what it wrote with the rows of the command; near copies that Spark finds, with those of
 * the command. Then each reads a folder as Spark writes it, of which one part is empty, and then it meets faults, at each of
 * which it has to fail. Takes Python 3.11 with venv, Java 17 with Maven, GNU parallel, and Linux for a disk that is full.
 *
 *   npm run engines                          all engines, 20,000 posts
 *   npm run engines -- --folder FOLDER       keeps the folder, and what is installed in it for the next run
 *   npm run engines -- --only duckdb,Scala   those whose names have one of these
 *   npm run engines -- --posts 200000        so many posts; --try rows, folders or faults alone
 */

const POSTS = Number(option("posts") ?? 20_000);
/** As many as a folder has, and as meet faults. */
const FEW = 2_000;
const only = (option("only") ?? "").split(",");
const ways = WAYS.filter(({ name }) => only.some((part) => name.includes(part)));
const tried = (what: "rows" | "folders" | "faults"): boolean => (option("try") ?? what) === what;

let failed = false;
/** Prints a line for a way, and goes on where it fails. */
function line(name: string, what: string, work: () => string): void {
  let says: string;
  try {
    says = work();
  } catch (error) {
    failed = true;
    says = `FAILED: ${(error as Error).message}`;
  }
  console.log(`${name.padEnd(28)}${what.padEnd(16)}${says}`);
}

/** How long a run took, in seconds: on the clock, and of processors, as far as processes that ended tell. */
interface Times {
  readonly clock: number;
  readonly processor: number;
}

/** Runs a program and gives how long it took. What it says is shown where it fails. */
function timed(command: readonly string[], alphanode = ALPHANODE): Times {
  const start = performance.now();
  // The last line of `times` has the user's and the system's time of all children: 1m2.3s 0m4.5s.
  const { status, stdout, stderr } = spawnSync("sh", ["-c", '"$@" || exit $?; times', "sh", ...command], {
    env: environment(alphanode),
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

const clusters = (source: string, answer: string): Times =>
  timed(["sh", "-c", '"$ALPHANODE" duplicates --json "$1" > "$2"', "sh", source, answer]);
const rows = (source: string, answer: string): Times =>
  timed(["sh", "-c", '"$ALPHANODE" parse --rows --quiet --fail-on never "$1" > "$2"', "sh", source, answer]);

/** Posts of three kinds, and what the command makes of them. */
interface Corpus {
  readonly sources: Readonly<Record<Way["takes"], string>>;
  readonly answers: Readonly<Record<Way["takes"], string>>;
  /** What the command took for its rows. */
  readonly alone: Times;
}

/** Writes what ways take, as one file or as a folder of three parts of which the second is empty. */
async function makeCorpus(name: string, count: number, inParts: boolean): Promise<Corpus> {
  const write = async (path: string, made: Iterable<string>): Promise<string> => {
    rmSync(path, { recursive: true, force: true });
    if (!inParts) {
      await pipeline(Readable.from(made), createWriteStream(path));
      return path;
    }
    const all = [...made];
    mkdirSync(path);
    const half = all.length / 2;
    for (const [n, part] of [all.slice(0, half), [], all.slice(half)].entries())
      writeFileSync(join(path, `part-0000${n}`), part.join(""));
    writeFileSync(join(path, "_SUCCESS"), "");
    return path;
  };
  const posts = await write(at(`${name}-posts`), lines(count));
  const answer = at(`${name}-rows`);
  const alone = rows(posts, answer);
  const needsCopies = ways.some(({ takes }) => takes === "copies");
  const copies = await write(at(`${name}-copies`), needsCopies ? copyLines(count) : []);
  if (needsCopies) clusters(copies, at(`${name}-clusters`));
  return {
    sources: { posts, copies, rows: answer },
    answers: { posts: answer, copies: at(`${name}-clusters`), rows: answer },
    alone,
  };
}

/** How what is written compares with what the command gives. */
const VERDICTS: Readonly<Record<Way["writes"], (answer: string, written: string, way: Way) => string>> = {
  parquet: (answer, written, { filled }) => {
    const call = [helper("compare.py"), answer, at("schema.arrows"), written, ...(filled ? ["filled"] : [])];
    return execFileSync(PYTHON, call, { encoding: "utf8" }).trim();
  },
  clusters: (answer, written) =>
    execFileSync(PYTHON, [helper("copies.py"), answer, written], { encoding: "utf8" }).trim(),
  ndjson: (answer, written) => {
    execFileSync("cmp", [answer, written]);
    return "the same lines";
  },
  /** Parts come in an order of their own, and streaming puts a tab after each line. */
  parts: (answer, written) => {
    const sorted = `cat "$1"/part-* | sed 's/\t$//' | LC_ALL=C sort > "$1.lines"; LC_ALL=C sort "$2" | cmp - "$1.lines"`;
    execFileSync("sh", ["-c", sorted, "sh", written, answer]);
    return "the same lines";
  },
};

/** Runs a way, and gives how long it took and how what it wrote compares. */
function tryRows(way: Way, { sources, answers }: Corpus): [Times, string] {
  const out = at("out");
  rmSync(out, { recursive: true, force: true });
  const times = timed(way.run(sources[way.takes], out));
  return [times, VERDICTS[way.writes](answers[way.takes], out, way)];
}

/** Runs a way that meets a fault: it has to fail, and may leave nothing that looks whole. */
function tryFault(way: Way, { sources }: Corpus, fault: Fault): string {
  rmSync(fault.out, { recursive: true, force: true });
  const alphanode = fault.alphanode(way);
  try {
    timed([...fault.within, ...way.run(sources[way.takes], fault.out)], alphanode);
  } catch (error) {
    const whole = way.writes === "ndjson" ? fault.out : join(fault.out, "_SUCCESS");
    if (existsSync(whole)) throw new Error("left what looks whole");
    return (error as Error).message.split("\n", 1).join();
  }
  throw new Error("took it for success");
}

const figures = ({ clock, processor }: Times, rate: string): string =>
  `${clock.toFixed(1).padStart(6)} s ${processor.toFixed(1).padStart(6)} s of processors  ${rate.padEnd(14)}`;

install();
timed(["sh", "-c", `"$ALPHANODE" schema --of row --for arrow > "${at("schema.arrows")}"`]);

if (tried("rows")) {
  const corpus = await makeCorpus("all", POSTS, false);
  const perSecond = ({ clock }: Times) => `${Math.round(POSTS / clock)} posts/s`;
  line("the command alone", "", () => figures(corpus.alone, perSecond(corpus.alone)));
  for (const way of ways)
    line(way.name, "", () => {
      const [times, verdict] = tryRows(way, corpus);
      return figures(times, way.takes === "rows" ? "reads rows" : perSecond(times)) + verdict;
    });
}

if (tried("folders")) {
  const corpus = await makeCorpus("folder", FEW, true);
  for (const way of ways.filter(({ folders }) => folders))
    line(way.name, "an empty part", () => tryRows(way, corpus)[1]);
}

if (tried("faults")) {
  const corpus = await makeCorpus("few", FEW, false);
  for (const way of ways.filter(({ again }) => !again))
    for (const fault of FAULTS.filter(({ meets }) => meets(way)))
      line(way.name, fault.name, () => `fails: ${tryFault(way, corpus, fault)}`);
}

if (option("folder") === undefined) rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
