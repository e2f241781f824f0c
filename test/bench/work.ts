/** Work that is measured for a build, which is told by the folder of its package; see against.ts. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "alphanode-post";
import type * as Synth from "alphanode-post/synth";
import { stringifyPost } from "../../src/stringify/stringify.ts";
import { synthesizePost } from "../../src/synth/post.ts";
import { measure, type Task } from "./measure.ts";

/** Figures by name: the less, the better. */
type Figures = Record<string, number>;

interface Build {
  readonly folder: string;
  readonly library: typeof Library;
  readonly synth: typeof Synth;
}

/** How many times as fast as the build of issue 18 each thing is to be. */
const TARGETS: readonly (readonly [name: RegExp, least: number])[] = [
  [/^parsePost, µs/, 1.15],
  [/^parsePost, a label/, 1.8],
  [/^stringifyPost/, 3.5],
  [/^parseTree/, 2.5],
  [/^extractEntities, 12,000/, 25],
  [/^extractEntities/, 4],
  [/^auditPost/, 3],
  [/^similarity/, 3],
  [/^synthesizePost/, 2],
  [/: add/, 2],
  [/: query, median/, 1.6],
  [/: query, 95th/, 2],
  [/: duplicates/, 6],
  [/^command, one job/, 1.5],
];

export const leastOf = (name: string): number | undefined =>
  TARGETS.find(([pattern]) => pattern.test(name))?.[1];

/** Posts are the same for all builds: those that this one makes. */
const FIRST = 39_000;
const POSTS = 500;

const processorUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
const percentile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length * share)] ?? Number.NaN;

/** What is done to one post after another. */
async function singlePosts({ library, synth }: Build): Promise<Figures> {
  const decoder = new TextDecoder();
  // Decoded, so that a text is one flat string, as from a file.
  const flat = (text: string) => decoder.decode(new TextEncoder().encode(text));
  const posts = Array.from({ length: POSTS }, (_, n) => synthesizePost(FIRST + n));
  const texts = posts.map((post) => flat(stringifyPost(post)));
  const misspelled = texts.map((text) => flat(text.replace("\ndifficulty", "\ndificulty")));
  const stray = texts.map((text) =>
    flat(text.replace("\nhash", "\nwhat stands here belongs to nothing\nhash")),
  );
  const wrapped = texts.map((text) => flat(text.replace(/(.{50,70}) /g, "$1\n")));
  const entities = Array.from({ length: 12_000 }, (_, n) => ({
    name: `thing ${n * 7919} here`,
    type: "stack",
  }));
  const [post] = posts as [Library.Post];
  // A megabyte of prose that speaks of some of them, as the target has it.
  const prose = Array.from({ length: 1_000_000 / 40 }, (_, n) => `once more on thing ${n} here and then. `);
  const intro = [{ type: "paragraph", text: prose.join("").trim() }] as const;
  const many = { ...post, intro: [...intro], meta: { ...post.meta, entities } };
  const each = <Item>(
    name: string,
    items: readonly Item[],
    work: (item: Item, at: number) => unknown,
  ): Task => ({
    name: `${name}, µs`,
    run: () => {
      let last: unknown;
      for (let at = 0; at < items.length; at++) last = work(items[at] as Item, at);
      return last;
    },
  });
  const tasks = [
    each("parsePost", texts, (text) => library.parsePost(text)),
    each("parsePost, a label misspelled", misspelled, (text) => library.safeParsePost(text)),
    each("parsePost, a stray line", stray, (text) => library.safeParsePost(text)),
    each("parsePost, wrapped", wrapped, (text) => library.safeParsePost(text)),
    each("parseTree", texts, (text) => library.parseTree(text)),
    each("stringifyPost", posts, (item) => library.stringifyPost(item)),
    each("extractEntities", posts, (item) => library.extractEntities(item)),
    each("auditPost", posts, (item) => library.auditPost(item)),
    each("similarity", posts, (item, at) =>
      library.similarity(item, posts[(at + 1) % POSTS] as Library.Post),
    ),
    each("synthesizePost", posts, (_, at) => synth.synthesizePost(FIRST + at)),
  ];
  const single = await measure(tasks, { turns: 1, turnMs: 400 });
  const long = await measure([each("extractEntities, 12,000 of them", [many], library.extractEntities)], {
    turns: 1,
    turnMs: 1,
  });
  return {
    ...Object.fromEntries(Array.from(single, ([name, ms]) => [name, (ms * 1000) / POSTS])),
    ...Object.fromEntries(Array.from(long, ([name, ms]) => [name, ms * 1000])),
  };
}

/** The post at a place of an index: each hundredth is a copy of the one before it. */
const indexed = (n: number): Library.Post =>
  n % 100 === 99 ? synthesizePost(n - 1, { images: 0 }) : synthesizePost(n);

/** Building an index of some size, its memory, queries, and duplicates. */
function index({ library }: Build, size: number): Figures {
  const used = () => {
    for (let time = 0; time < 2; time++) globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  const all = new library.SimilarityIndex();
  let addUs = 0;
  for (let first = 0; first < size; first += 500) {
    const posts = Array.from({ length: Math.min(500, size - first) }, (_, n) => indexed(first + n));
    globalThis.gc?.({ type: "minor" });
    const start = processorUs();
    for (const [n, post] of posts.entries()) all.add(`${first + n}`, post);
    addUs += processorUs() - start;
  }
  const bytes = used() - before;
  // Two of three queries have a box, and one is an article as dense copies are; most are not in a small index.
  const queries = Array.from({ length: 600 }, (_, n) => {
    const { meta, ...article } = synthesizePost((n * 7919 + 13) % 1_000_000);
    return n % 3 === 0 ? article : { ...article, meta };
  });
  const times = queries.map((query) => {
    const start = processorUs();
    all.query(query);
    return processorUs() - start;
  });
  const start = processorUs();
  const clusters = all.duplicates();
  const duplicatesUs = processorUs() - start;
  if (clusters.length === 0) throw new Error("found no duplicates, expected some");
  const name = `index of ${size}`;
  return {
    [`${name}: add, µs`]: addUs / size,
    [`${name}: bytes a post`]: bytes / size,
    [`${name}: query, median, µs`]: percentile(times.slice(100), 0.5),
    [`${name}: query, 95th percentile, µs`]: percentile(times.slice(100), 0.95),
    [`${name}: duplicates, s`]: duplicatesUs / 1e6,
    [`${name}: peak of memory, MB`]: process.resourceUsage().maxRSS / 1024,
  };
}

/** The command, on a file of lines: wall time, since threads are what it is about. */
async function command({ folder }: Build): Promise<Figures> {
  const lines = Array.from({ length: 20_000 }, (_, n) => {
    const post = synthesizePost(n);
    return JSON.stringify({ id: post.meta.payload.sourceId, text: stringifyPost(post) });
  });
  const temporary = mkdtempSync(join(tmpdir(), "alphanode-work-"));
  const file = join(temporary, "posts.ndjson");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const run = async (jobs: string): Promise<number> => {
    const start = performance.now();
    const child = spawn(
      process.execPath,
      [join(folder, "dist", "cli.js"), "parse", "--ndjson", "--jobs", jobs, "-"],
      {
        stdio: ["pipe", "ignore", "ignore"],
      },
    );
    createReadStream(file).pipe(child.stdin);
    const [status] = await once(child, "close");
    if (status !== 0) throw new Error(`the command ended with ${status}`);
    return ((performance.now() - start) * 1000) / lines.length;
  };
  try {
    return { "command, one job, µs a post": await run("1"), "command, two jobs, µs a post": await run("2") };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** All work; some of it depends on the size of an index. */
export const WORK: Readonly<
  Record<string, { sizes: boolean; measure: (build: Build, size: number) => Figures | Promise<Figures> }>
> = {
  posts: { sizes: false, measure: singlePosts },
  index: { sizes: true, measure: index },
  command: { sizes: false, measure: command },
};

/** Does what the arguments say, where this file is run and not imported. */
async function main([folder = "", work = "", size = ""]: readonly string[]): Promise<void> {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const load = (entry: string) => import(pathToFileURL(resolve(folder, exports[entry].import.default)).href);
  const build: Build = { folder, library: await load("."), synth: await load("./synth") };
  console.log(JSON.stringify(await WORK[work]?.measure(build, Number(size))));
}

if (process.argv[1]?.endsWith("work.js")) await main(process.argv.slice(2));
