import { execFile } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, inject, test } from "vitest";

const { project } = inject("packed");
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The oldest compiler that is supported, the one of this repository, and the newest. */
const COMPILERS = ["typescript-5.5", "typescript", "typescript-7"];

/** How names of packages are resolved, and the files that are compiled so. */
const RESOLUTIONS = {
  node16: { module: "node16", files: ["user.mts", "user.cts"] },
  bundler: { module: "esnext", files: ["user.mts"] },
};

const CASES = COMPILERS.flatMap((compiler) =>
  Object.entries(RESOLUTIONS).flatMap(([resolution, options]) =>
    [true, false].map((skipLibCheck) => ({ compiler, resolution, skipLibCheck, ...options })),
  ),
);

beforeAll(() => {
  const file = fileURLToPath(new URL("user.ts", import.meta.url));
  for (const name of ["user.mts", "user.cts"]) copyFileSync(file, join(project, name));
});

// zod's own declarations name `URL`, so that without a look away the compiler has to know browsers or Node.
test.concurrent.each(CASES)("$compiler, $resolution, skipLibCheck $skipLibCheck", async (options) => {
  const { compiler, module, resolution, skipLibCheck, files } = options;
  const flags = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
    "--module",
    module,
  ];
  flags.push("--moduleResolution", resolution, "--skipLibCheck", String(skipLibCheck));
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const run = promisify(execFile)(process.execPath, [tsc, ...flags, ...files], { cwd: project });
  const problems = await run.then(
    () => "",
    ({ stdout, message }) => stdout || message,
  );
  expect(problems).toBe("");
});
