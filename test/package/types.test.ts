import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, inject, test } from "vitest";

const { project } = inject("packed");
const root = fileURLToPath(new URL("../..", import.meta.url));

const packages = join(root, "node_modules");

/** Where `npm run test:compilers` installs those between the oldest and ours, which other runs go without. */
const between = join(root, "test/compilers/node_modules");

/** The oldest compiler that is supported, the one of this repository, and the newest, by where they stand. */
const COMPILERS = Object.fromEntries([
  ...["typescript-5.5", "typescript", "typescript-7"].map((name) => [name, join(packages, name)]),
  ...(existsSync(between) ? readdirSync(between) : [])
    .filter((name) => name.startsWith("typescript"))
    .map((name) => [name, join(between, name)]),
]);

/** How names of packages are resolved, and the files that are compiled so. */
const RESOLUTIONS = {
  node16: { module: "node16", files: ["user.mts", "user.cts"] },
  nodenext: { module: "nodenext", files: ["user.mts", "user.cts"] },
  bundler: { module: "esnext", files: ["user.mts"] },
};

// To the oldest compiler, `nodenext` is `node16`.
const CASES = Object.keys(COMPILERS).flatMap((compiler) =>
  Object.entries(RESOLUTIONS)
    .filter(([resolution]) => resolution !== "nodenext" || compiler !== "typescript-5.5")
    .map(([resolution, options]) => ({ compiler, resolution, ...options })),
);

beforeAll(() => {
  const file = fileURLToPath(new URL("user.ts", import.meta.url));
  for (const name of ["user.mts", "user.cts"]) copyFileSync(file, join(project, name));
});

// Declarations of the library are checked as well. zod's own name `URL`, so that the compiler has to know browsers or Node.
test.concurrent.each(CASES)("$compiler, $resolution", async ({ compiler, module, resolution, files }) => {
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022"];
  flags.push("--lib", "es2022,dom", "--module", module, "--moduleResolution", resolution);
  const tsc = join(COMPILERS[compiler] as string, "bin/tsc");
  const run = promisify(execFile)(process.execPath, [tsc, ...flags, ...files], { cwd: project });
  const problems = await run.then(
    () => "",
    ({ stdout, message }) => stdout || message,
  );
  expect(problems).toBe("");
});
