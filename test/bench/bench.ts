/**
 * What the library costs next to floors and peers, measured in one run. Speeds are reported and never asserted.
 * `npm run bench -- --quick` measures for a shorter time.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { candidates, PARSE_POST, SPLIT } from "./candidates.ts";
import { byteLength, madePosts, type Sample, seedPosts } from "./corpus.ts";
import { LONG_TEXTS, type LongText, SIZES, textOfSize } from "./long.ts";
import { type Effort, measure } from "./measure.ts";
import { figure, table } from "./table.ts";
import { isMet, MOST_SPREAD, TARGETS } from "./targets.ts";

const { values: options } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const EFFORT: Effort = options.quick ? { turns: 1, turnMs: 100 } : { turns: 3, turnMs: 400 };
const POSTS = 2000;
/** Posts of a round: so many that the collector has its share in most rounds. */
const SLICE = 500;
/** Bytes of a round over long texts. */
const LONG_BYTES = 1_000_000;

const made = madePosts(POSTS);
const seeds = seedPosts();
const all = candidates(made);

/** Posts that all candidates were measured on, with what one costs: median microseconds, by candidate. */
interface Costs {
  readonly name: string;
  readonly of: (candidate: string) => number;
}

/** Measures all candidates on a corpus, which is gone through again and again. */
async function costsOn(name: string, corpus: readonly Sample[]): Promise<Costs> {
  const sliceOf = (round: number): Sample[] =>
    Array.from({ length: SLICE }, (_, at) => corpus[(round * SLICE + at) % corpus.length] as Sample);
  const ms = await measure(
    all.map((candidate) => ({ name: candidate.name, run: (round) => candidate.run(sliceOf(round)) })),
    EFFORT,
  );
  return { name, of: (candidate) => ((ms.get(candidate) ?? Number.NaN) * 1000) / SLICE };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const met = (yes: boolean): string => (yes ? "met" : "not met");

/** What each candidate costs, with ratios on the first corpus. */
const costRows = (first: Costs, others: readonly Costs[]): string[][] => [
  ["", "µs a post", "MB/s", "of split", "of parsePost", ...others.map(({ name }) => `µs, ${name}`)],
  ...all.map(({ name, group, bytes }) => [
    `${group}: ${name}`,
    figure(first.of(name)),
    bytes === undefined ? "" : figure(mean(made.map(bytes)) / first.of(name)),
    figure(first.of(name) / first.of(SPLIT)),
    figure(first.of(name) / first.of(PARSE_POST)),
    ...others.map((other) => figure(other.of(name))),
  ]),
];

/** Which targets are met, on each corpus. */
const targetRows = (corpora: readonly Costs[]): string[][] => [
  ["ratio of medians", "target", ...corpora.flatMap(({ name }) => [name, ""])],
  ...TARGETS.map((target) => [
    target.name,
    target.most === undefined ? `>= ${target.least}` : `<= ${target.most}`,
    ...corpora.flatMap((costs) => {
      const ratio = costs.of(target.of) / costs.of(target.to);
      return [figure(ratio), met(isMet(target, ratio))];
    }),
  ]),
];

/** Measures what a byte of each size of text costs, in nanoseconds. */
async function byteCosts({ make, parse }: LongText): Promise<number[]> {
  const tasks = SIZES.map((size) => {
    const text = textOfSize(make, size);
    const times = LONG_BYTES / size;
    const run = (): unknown => {
      let last: unknown;
      for (let time = 0; time < times; time++) last = parse(text);
      return last;
    };
    return { name: String(size), run, bytes: times * byteLength(text) };
  });
  const ms = await measure(tasks, EFFORT);
  return tasks.map(({ name, bytes }) => ((ms.get(name) ?? Number.NaN) * 1e6) / bytes);
}

/** How the cost of a byte grows with the length of a text. */
async function growthRows(): Promise<string[][]> {
  const rows: string[][] = [];
  for (const text of LONG_TEXTS) {
    const costs = await byteCosts(text);
    const spread = Math.max(...costs) / Math.min(...costs);
    rows.push([text.name, ...costs.map(figure), figure(spread), met(isMet({ most: MOST_SPREAD }, spread))]);
  }
  const sizes = SIZES.map((size) => `${size / 1000} KB`);
  return [["ns a byte", ...sizes, "largest ratio", `<= ${MOST_SPREAD}`], ...rows];
}

const [first, ...others] = [
  await costsOn(`${made.length} made posts`, made),
  ...(seeds.length > 0 ? [await costsOn(`${seeds.length} real posts`, seeds)] : []),
] as const;
const bytes = Math.round(mean(made.map(({ bytes: { length } }) => length)));
console.log(
  `Processor time, medians of rounds of ${SLICE} posts; Node ${process.version}, ${cpus()[0]?.model}.`,
);
console.log(`${first.name}, ${bytes} bytes each; ${others[0]?.name ?? "no real posts at hand"}.`);
for (const rows of [costRows(first, others), targetRows([first, ...others]), await growthRows()]) {
  console.log(`\n${table(rows)}`);
}
