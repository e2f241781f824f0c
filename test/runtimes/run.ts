/** Tries the packed package on every runtime that it is made for, and prints a line for each. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { build } from "tsup";
import { installPacked } from "../support/packed.ts";

/** What a runtime made of the package. */
interface Report {
  checks?: number;
  answer?: unknown;
  error?: string;
  /** What the policy of a page refused. */
  violations?: string[];
}

interface Runtime {
  readonly name: string;
  readonly program: string | undefined;
  /** How a missing program is had. */
  readonly install: string;
  readonly run: (program: string, project: string) => Promise<Report>;
}

const ROOT = process.cwd();
const PACKAGES = "npm ci --prefix test/runtimes";
const TIMEOUT = 60_000;

/** No script but the page's own files, and none made of text. */
const POLICY = "default-src 'none'; script-src 'self'";

/** What zod tries once when it is loaded, to see whether it may write code of its own; it catches the refusal. */
const PROBE = ["script-src eval"];

const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--virtual-time-budget=10000",
  "--dump-dom",
];

const execute = async (program: string, args: readonly string[], cwd = ROOT): Promise<string> =>
  (await promisify(execFile)(program, args, { cwd, timeout: TIMEOUT, maxBuffer: 2 ** 24 })).stdout;

const packaged = (path: string): string => join(ROOT, "test/runtimes/node_modules", path);

/** Finds a program in the folders of PATH. */
const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Runs a file of the project, which prints its report. */
const runs =
  (...args: string[]): Runtime["run"] =>
  async (program, project) =>
    JSON.parse(await execute(program, args, project));

/** Runs the command on many posts in threads, and tells whether each came back, in order. */
const parsesInThreads =
  (...args: string[]): Runtime["run"] =>
  async (program, project) => {
    const command = [...args, "node_modules/alphanode-post/dist/cli.js"];
    const made = await execute(
      program,
      [...command, "synth", "--count", "2000", "--form", "ndjson"],
      project,
    );
    writeFileSync(join(project, "made.ndjson"), made);
    const parse = [...command, "parse", "--ndjson", "made.ndjson", "--jobs", "2"];
    const ids = (lines: string): string[] =>
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id);
    const parsed = ids(await execute(program, parse, project));
    if (String(parsed) !== String(ids(made))) throw new Error(`${parsed.length} of 2000 posts came back`);
    return { checks: parsed.length };
  };

/** Serves a page under the policy, opens it and reads the report that it becomes. */
const opens =
  (script: string, refused: readonly string[]): Runtime["run"] =>
  async (program, project) => {
    const page = `<!doctype html><script src="violations.js"></script><script type="module" src="${script}"></script>`;
    const server = createServer(({ url }, response) => {
      const isPage = url === "/";
      response.setHeader("content-security-policy", POLICY);
      response.setHeader("content-type", isPage ? "text/html" : "text/javascript");
      const path = join(project, "pages", String(url));
      if (isPage) response.end(page);
      else if (existsSync(path)) response.end(readFileSync(path));
      else response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const profile = mkdtempSync(join(tmpdir(), "chromium-"));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const dom = await execute(program, [...CHROMIUM_FLAGS, `--user-data-dir=${profile}`, address]);
      const body = /<body>(.*)<\/body>/s.exec(dom)?.[1] ?? "";
      if (body.trim() === "") throw new Error(`the page has no report: ${dom}`);
      const report: Report = JSON.parse(decodeURIComponent(body.trim()));
      if (report.error === undefined && String(report.violations) !== String(refused)) {
        throw new Error(`the policy refused [${report.violations}], expected [${refused}]`);
      }
      return report;
    } finally {
      server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };

const node = (version: number): Pick<Runtime, "program" | "install"> => ({
  program: packaged(`node-${version}/bin/node`),
  install: PACKAGES,
});

const bun = { program: packaged("@oven/bun-linux-x64/bin/bun"), install: PACKAGES };

const deno = { program: packaged("@deno/linux-x64-glibc/deno"), install: PACKAGES };

/** Deno asks for nothing, and loads what is installed. */
const DENO_FLAGS = ["--no-prompt", "--node-modules-dir=manual", "--cached-only"];

const chromium = { program: onPath("chromium"), install: "apt-get install chromium" };

const RUNTIMES: readonly Runtime[] = [
  ...[20, 22, 24, 26].map((version) => ({
    name: `Node ${version}`,
    ...node(version),
    run: runs("module.js"),
  })),
  { name: "Node 20, require", ...node(20), run: runs("require.cjs") },
  { name: "Node 20, a worker thread", ...node(20), run: runs("worker.js") },
  { name: "Bun", ...bun, run: runs("run", "module.js") },
  { name: "Deno, without permissions", ...deno, run: runs("run", ...DENO_FLAGS, "module.js") },
  { name: "Node 20, the command with two jobs", ...node(20), run: parsesInThreads() },
  { name: "Bun, the command with two jobs", ...bun, run: parsesInThreads("run") },
  { name: "Deno, the command with two jobs", ...deno, run: parsesInThreads("run", "-A", ...DENO_FLAGS) },
  { name: "Chromium, strict policy", ...chromium, run: opens("page.js", PROBE) },
  { name: "Chromium, strict policy, zod without jit", ...chromium, run: opens("page-jitless.js", []) },
];

/** Puts the user's files into the project, and the pages as a bundler makes them. */
async function prepare(project: string): Promise<void> {
  const files = join(ROOT, "test/runtimes/user");
  cpSync(files, project, { recursive: true });
  await build({
    config: false,
    entry: ["page.js", "page-jitless.js", "violations.js"].map((file) => join(project, file)),
    outDir: join(project, "pages"),
    tsconfig: join(project, "package.json"),
    format: "esm",
    platform: "browser",
    splitting: false,
    noExternal: [/./],
    silent: true,
  });
}

/** Tries one runtime, and gives its report or what went wrong. */
async function attempt({ program, install, run }: Runtime, project: string): Promise<Report> {
  if (program === undefined || !existsSync(program)) return { error: `it is missing; run: ${install}` };
  return run(program, project).catch((error: Error & { stderr?: string }) => ({
    error: `${error.message}\n${error.stderr ?? ""}`.trim(),
  }));
}

const { project } = installPacked(ROOT);
try {
  await prepare(project);
  let passed = 0;
  let expected: string | undefined;
  for (const runtime of RUNTIMES) {
    const { checks, answer, error } = await attempt(runtime, project);
    expected ??= error === undefined ? JSON.stringify(answer) : undefined;
    const wrong =
      error ??
      (answer === undefined || JSON.stringify(answer) === expected
        ? undefined
        : "its answers are not the others'");
    if (wrong === undefined) passed++;
    else process.exitCode = 1;
    console.log(
      wrong === undefined ? `ok    ${runtime.name}: ${checks} checks` : `FAIL  ${runtime.name}: ${wrong}`,
    );
  }
  console.log(`${passed} passed, ${RUNTIMES.length - passed} failed`);
} finally {
  rmSync(project, { recursive: true });
}
