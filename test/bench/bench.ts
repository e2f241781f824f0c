/**
 * What the library costs next to floors and peers, measured in one run: medians of rounds in which each has its turn.
 * Speeds are told and never asserted. `npm run bench -- --quick` makes fewer rounds.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { type Candidate, candidates, PARSE_POST, SPLIT } from "./candidates.ts";
import { byteLength, madePosts, type Sample, seedPosts } from "./corpus.ts";
import { LONG_TEXTS, SIZES, textOfSize } from "./long.ts";
import { measure } from "./measure.ts";
import { table } from "./table.ts";
import { isMet, MOST_SPREAD, TARGETS } from "./targets.ts";

const { values: options } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const ROUNDS = options.quick ? 10 : 60;
const POSTS = 2000;
/** Posts of a round: after twenty rounds each had its turn. */
const SLICE = 100;
/** Bytes of long text in a round, for each size. */
const LONG_BYTES = 1_000_000;

/** Keeps the last result. */
let sink: unknown;

/** The posts of a round, from the corpus again and again. */
const sliceOf = (corpus: readonly Sample[], round: number): Sample[] =>
  Array.from({ length: SLICE }, (_, at) => corpus[(round * SLICE + at) % corpus.length] as Sample);

/** Measures all candidates on a corpus: median microseconds a post, by name. */
function costs(all: readonly Candidate[], corpus: readonly Sample[]): Map<string, number> {
  const tasks = all.map(({ name, run }) => ({
    name,
    run: (round: number) => {
      sink = run(sliceOf(corpus, round));
    },
  }));
  return new Map(Array.from(measure(tasks, ROUNDS), ([name, ms]) => [name, (ms * 1000) / SLICE]));
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const met = (yes: boolean): string => (yes ? "met" : "not met");

/** Writes a number so that three digits tell. */
const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const made = madePosts(POSTS);
const seeds = seedPosts();
const all = candidates(made);
const corpora = [
  { name: `${made.length} made posts`, corpus: made },
  ...(seeds.length > 0 ? [{ name: `${seeds.length} real posts`, corpus: seeds }] : []),
].map(({ name, corpus }) => ({ name, us: costs(all, corpus) }));
const [{ us }] = corpora as [(typeof corpora)[number]];
const cost = (costsOf: Map<string, number>, name: string): number => costsOf.get(name) ?? Number.NaN;

console.log(
  `Node ${process.version}, ${cpus()[0]?.model}; ${made.length} made posts, ${Math.round(mean(made.map(({ bytes }) => bytes.length)))} bytes each; ${ROUNDS} rounds of ${SLICE} posts`,
);
if (seeds.length === 0) console.log("no real posts at hand: made ones alone");
console.log(
  `\n${table([
    [
      "median of rounds",
      "µs a post",
      "MB/s",
      "of split",
      "of parsePost",
      ...corpora.slice(1).map(({ name }) => `µs, ${name}`),
    ],
    ...all.map(({ name, group, bytes }) => [
      `${group}: ${name}`,
      figure(cost(us, name)),
      bytes === undefined ? "" : figure(mean(made.map(bytes)) / cost(us, name)),
      figure(cost(us, name) / cost(us, SPLIT)),
      figure(cost(us, name) / cost(us, PARSE_POST)),
      ...corpora.slice(1).map((other) => figure(cost(other.us, name))),
    ]),
  ])}`,
);
console.log(
  `\n${table([
    ["target", "ratio", ...corpora.flatMap(({ name }) => [name, ""])],
    ...TARGETS.map((target) => [
      target.name,
      target.most === undefined ? `>= ${target.least}` : `<= ${target.most}`,
      ...corpora.flatMap(({ us: costsOf }) => {
        const ratio = cost(costsOf, target.of) / cost(costsOf, target.to);
        return [figure(ratio), met(isMet(target, ratio))];
      }),
    ]),
  ])}`,
);

/** Measures the cost of a byte in long texts, by their name and size. */
const long = LONG_TEXTS.flatMap(({ name, make, parse }) =>
  SIZES.map((size) => {
    const text = textOfSize(make, size);
    const times = Math.max(1, Math.round(LONG_BYTES / size));
    return { name: `${name} ${size}`, bytes: times * byteLength(text), text, times, parse };
  }),
);
const longMs = measure(
  long.map(({ name, text, times, parse }) => ({
    name,
    run: () => {
      for (let time = 0; time < times; time++) sink = parse(text);
    },
  })),
  Math.ceil(ROUNDS / 3),
);
console.log(
  `\n${table([
    ["ns a byte", ...SIZES.map((size) => `${size / 1000} KB`), "largest ratio", `<= ${MOST_SPREAD}`],
    ...LONG_TEXTS.map(({ name }) => {
      const costsOf = SIZES.map((size) => {
        const { bytes } = long.find((text) => text.name === `${name} ${size}`) as (typeof long)[number];
        return (cost(longMs, `${name} ${size}`) * 1e6) / bytes;
      });
      const spread = Math.max(...costsOf) / Math.min(...costsOf);
      return [name, ...costsOf.map(figure), figure(spread), met(isMet({ most: MOST_SPREAD }, spread))];
    }),
  ])}`,
);
if (sink === undefined) console.log("nothing was done");
