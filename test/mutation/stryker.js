import { createHash } from "node:crypto";
import { relative } from "node:path";
import { strykerPlugins as vitestPlugins } from "@stryker-mutator/vitest-runner";

/**
 * What Stryker is given so that thousands of mutants are tried in hours, and a random sample of them in minutes:
 * `SAMPLE=0.05 npm run mutate` tries each mutant with a chance of one in twenty, `SEED=2` tries another twentieth.
 */

const share = Number(process.env.SAMPLE ?? 1);
const seed = process.env.SEED ?? "1";

/** Whether a mutant is tried is told by it alone: a larger sample holds a smaller one, and both go on when others change. */
const isTried = ({ fileName, location: { start, end }, mutatorName, replacement }) => {
  const file = fileName.replace(/^.*\/src\//, "");
  const name = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash("sha1").update(JSON.stringify(name)).digest().readUInt32BE() < share * 2 ** 32;
};

const [{ factory }] = vitestPlugins;

/** The runner of Vitest, for files of tests in place of single tests. */
const createRunner = (injector) => {
  const runner = injector.injectFunction(factory);
  let files = 1;
  return {
    capabilities: () => runner.capabilities(),
    init: () => runner.init(),
    dispose: () => runner.dispose(),

    async dryRun(options) {
      const result = await runner.dryRun(options);
      if (result.status !== "complete") return result;
      const failed = result.tests.filter(({ status }) => status === 1);
      if (failed.length > 0) return { ...result, tests: failed };
      const tests = new Map();
      for (const { id, fileName, timeSpentMs, status } of result.tests) {
        const key = id.replace(/#.*/s, "#");
        const test = tests.get(key) ?? { id: key, name: key, fileName, status, timeSpentMs: 0 };
        tests.set(key, { ...test, timeSpentMs: test.timeSpentMs + timeSpentMs });
      }
      const { perTest, static: loaded } = result.mutantCoverage;
      // A mutant that runs in tests is switched on for these alone, be it run at loading, too: no runner has to start anew.
      for (const covered of Object.values(perTest)) for (const id of Object.keys(covered)) delete loaded[id];
      return { ...result, tests: [...tests.values()], mutantCoverage: { perTest, static: loaded } };
    },

    async mutantRun(options) {
      // Stryker has no word for a mutant that is left out at random; those with an error are no part of its score.
      if (!isTried(options.activeMutant)) return { status: "error", errorMessage: "not in the sample" };
      files = Math.max(files, options.testFilter?.length ?? 1);
      // In one worker, what a file of tests has run is counted again with each file after it.
      const result = await runner.mutantRun({
        ...options,
        hitLimit: options.hitLimit && options.hitLimit / files,
      });
      return result.killedBy
        ? { ...result, killedBy: result.killedBy.map((id) => id.replace(/#.*/s, "#")) }
        : result;
    },
  };
};
createRunner.inject = ["$injector"];

/** Counts mutants by what became of them, for each folder, each file, and all. */
const countsOf = (files) => {
  const counts = {};
  for (const [path, { mutants }] of Object.entries(files)) {
    for (const name of ["all", path.slice(0, path.lastIndexOf("/")), path]) {
      counts[name] ??= { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0, RuntimeError: 0, Ignored: 0 };
      for (const { status } of mutants) counts[name][status]++;
    }
  }
  return counts;
};

/**
 * Gives the score in percent, and its interval of 95 % (Wilson). What no test runs is known without a trial and is a part
 * of its own; the sample tells of the rest.
 */
const scoreOf = ({ Killed, Timeout, Survived, NoCoverage, RuntimeError }) => {
  const tried = Killed + Timeout + Survived;
  const covered = tried + RuntimeError;
  const rate = (Killed + Timeout) / tried;
  const z = RuntimeError === 0 ? 0 : 1.96;
  const middle = (rate + z ** 2 / (2 * tried)) / (1 + z ** 2 / tried);
  const reach =
    (z * Math.sqrt((rate * (1 - rate)) / tried + z ** 2 / (4 * tried ** 2))) / (1 + z ** 2 / tried);
  const part = (100 * covered) / (covered + NoCoverage);
  return { tried, score: part * rate, from: part * (middle - reach), to: part * (middle + reach) };
};

const column = (value) =>
  (Number.isInteger(value) ? String(value) : Number.isNaN(value) ? "-" : value.toFixed(1)).padStart(10);

const reporter = {
  onMutantTested({ fileName, location: { start }, status, mutatorName, replacement }) {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const file = relative(process.cwd(), fileName);
    console.log(`${status} ${file}:${start.line}:${start.column} ${mutatorName} ${replacement}`);
  },

  onMutationTestReportReady({ files }) {
    const heads = ["score", "at least", "at most", "tried", "survived", "not run", "static"];
    console.log(`\n${heads.map((head) => head.padStart(10)).join("")}`);
    for (const [name, counts] of Object.entries(countsOf(files)).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { score, from, to, tried } = scoreOf(counts);
      const values = [score, from, to, tried, counts.Survived, counts.NoCoverage, counts.Ignored];
      console.log(`${values.map(column).join("")}  ${name}`);
    }
  },
};

export { strykerValidationSchema } from "@stryker-mutator/vitest-runner";

/** What Stryker asks for. */
export const strykerPlugins = [
  { kind: "TestRunner", name: "vitest", factory: createRunner },
  { kind: "Reporter", name: "sample", value: reporter },
];
