/**
 * Finds near copies among made posts, with `SimilarityIndex` and with peers from PyPI in pinned versions, which are
 * installed in a temporary folder: `npm run bench:copies`, with `--posts 10000,100000` and `--folder FOLDER`, which is kept
 * and used again. Takes Python 3.11 or later with venv. Processor time, each in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type PostLike, SimilarityIndex } from "alphanode-post";
import { plantedPosts, quality } from "./copies.ts";
import { figure, table } from "./table.ts";

const PACKAGES = ["datasketch==2.0.0", "rensa==0.5.0"];

/** Peers and the thresholds, of the Jaccard index of 5-word shingles, at which they were tried. */
const PEERS = ["datasketch", "rensa"].flatMap((peer) => ["0.7", "0.8"].map((least) => [peer, least]));

/** What a process prints. */
interface Found {
  readonly clusters: string[][];
  readonly seconds: number;
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "10000,100000" },
    folder: { type: "string" },
    // Does the library's part for so many posts, in this process.
    own: { type: "string" },
  },
});

/** The article of a post as peers are given it: its box would tell them nothing but boilerplate. */
function textOf({ title = "", intro = [], sections = [] }: PostLike): string {
  const blocks = [...intro, ...sections.flatMap((section) => section.blocks)];
  const texts = blocks.flatMap((block) => {
    if (block.type === "image") return [];
    return block.type === "list" ? block.items : [block.text];
  });
  return [title, ...texts].join("\n");
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Only the index is timed: peers are given texts that are read, and the library posts that are parsed. */
function own(count: number): Found {
  const index = new SimilarityIndex();
  let seconds = 0;
  const timed = <Result>(work: () => Result): Result => {
    const start = processorSeconds();
    const result = work();
    seconds += processorSeconds() - start;
    return result;
  };
  let batch: [string, PostLike][] = [];
  const flush = (): void => {
    timed(() => {
      for (const [id, post] of batch) index.add(id, post);
    });
    batch = [];
  };
  for (const { id, post } of plantedPosts(count)) {
    if (batch.push([id, post]) === 500) flush();
  }
  flush();
  const clusters = timed(() => index.duplicates());
  return { clusters, seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function row(name: string, posts: number, { clusters, seconds, megabytes }: Found): string[] {
  const { recall, precision } = quality(clusters, plantedPosts(posts));
  return [
    posts.toLocaleString("en"),
    name,
    recall.toFixed(3),
    precision.toFixed(3),
    figure(seconds),
    figure(megabytes),
  ];
}

function main(): void {
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), "alphanode-copies-"));
  const python = join(folder, "venv", "bin", "python");
  const run = (command: string, args: readonly string[], input = ""): string =>
    execFileSync(command, args, { input, maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "inherit"] }).toString();
  try {
    if (!existsSync(python)) {
      run("python3", ["-m", "venv", join(folder, "venv")]);
      run(python, ["-m", "pip", "install", "--quiet", ...PACKAGES]);
    }
    const rows: string[][] = [];
    for (const posts of values.posts.split(",").map(Number)) {
      const ours = run(process.execPath, [process.argv[1] as string, "--own", `${posts}`]);
      rows.push(row("duplicates, 0.9", posts, JSON.parse(ours)));
      const lines: string[] = [];
      for (const { id, post } of plantedPosts(posts)) lines.push(JSON.stringify({ id, text: textOf(post) }));
      const input = `${lines.join("\n")}\n`;
      for (const [peer = "", least = ""] of PEERS) {
        const found = run(python, [join("test", "bench", "copies.py"), peer, least], input);
        rows.push(row(`${peer}, ${least}`, posts, JSON.parse(found)));
      }
    }
    console.log(`${PACKAGES.join(", ")}; Node ${process.version}\n`);
    console.log(table([["posts", "", "recall", "precision", "s", "MB at the peak"], ...rows]));
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

if (values.own === undefined) main();
else console.log(JSON.stringify(own(Number(values.own))));
