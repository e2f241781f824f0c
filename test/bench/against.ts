/**
 * Measures this build next to that of another commit, in turns: `npm run bench:against <commit>`, with
 * `--turns 5`, `--posts 30000,1000000` (sizes of the index) and `--only "index|parsePost"` where wanted. The other commit is
 * built in a temporary folder, with the packages of this one where its lock file is the same.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { figure, table } from "./table.ts";
import { leastOf, WORK } from "./work.ts";

const { values, positionals } = parseArgs({
  options: {
    turns: { type: "string", default: "3" },
    posts: { type: "string", default: "30000" },
    only: { type: "string", default: "" },
  },
  allowPositionals: true,
});
const [commit] = positionals;
if (commit === undefined) throw new Error("found no commit: npm run bench:against <commit>");

const run = (command: string, args: readonly string[], cwd = ".") =>
  execFileSync(command, args, { cwd, maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "inherit"] });

/** Builds a commit in a folder of its own. */
function buildOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "alphanode-against-"));
  execFileSync("tar", ["-x"], { cwd: folder, input: run("git", ["archive", name]) });
  const lock = (root: string) => readFileSync(join(root, "package-lock.json"), "utf8");
  // A build of tools other than its own would be another build.
  if (lock(folder) === lock(".")) symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  else run("npm", ["ci", "--silent"], folder);
  run("npm", ["run", "build", "--silent"], folder);
  return folder;
}

/** This build, as it stands, beside the same packages: it may be built anew while the other is measured. */
function copyOfThis(): string {
  const folder = mkdtempSync(join(tmpdir(), "alphanode-against-"));
  cpSync("dist", join(folder, "dist"), { recursive: true });
  cpSync("package.json", join(folder, "package.json"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

type Figures = Record<string, number>;

/** Does work of a kind with a build, in a process of its own. */
function measure(folder: string, work: string, posts: string): Figures {
  const script = join("node_modules", ".bench", "work.js");
  const args = ["--expose-gc", "--max-old-space-size=8192", script, folder, work, posts];
  return JSON.parse(run(process.execPath, args).toString());
}

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >>> 1] ?? Number.NaN;

/** Measures both builds in turns, and gives a row for each figure. */
function compare(others: string, ours: string, work: string, posts: string): string[][] {
  const turns = Array.from({ length: Number(values.turns) }, (_, turn) => {
    const order = turn % 2 === 0 ? [others, ours] : [ours, others];
    const found = new Map(order.map((folder) => [folder, measure(folder, work, posts)]));
    return [found.get(others), found.get(ours)] as [Figures, Figures];
  });
  const names = Object.keys(turns[0]?.[1] ?? {});
  return names.map((name) => {
    const [before, now] = [0, 1].map((side) => median(turns.map((turn) => turn[side]?.[name] ?? Number.NaN)));
    const ratio = (before as number) / (now as number);
    const least = leastOf(name);
    const cells = [figure(before as number), figure(now as number), figure(ratio)];
    return [
      name,
      ...cells,
      ...(least === undefined ? ["", ""] : [`>= ${least}`, ratio >= least ? "met" : "not met"]),
    ];
  });
}

const folders = [buildOf(commit), copyOfThis()] as const;
try {
  const rows: string[][] = [];
  for (const [work, { sizes }] of Object.entries(WORK)) {
    if (!new RegExp(values.only).test(work)) continue;
    for (const posts of sizes ? values.posts.split(",") : [""]) {
      rows.push(...compare(...folders, work, posts));
    }
  }
  console.log(
    `${commit} and this build, medians of ${values.turns} turns; Node ${process.version}, ${cpus()[0]?.model}.\n`,
  );
  console.log(table([["", commit, "this build", "times as fast", "target", ""], ...rows]));
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
