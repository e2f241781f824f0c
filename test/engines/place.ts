import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where engines are installed and run. */

const ROOT = process.cwd();

export const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

export const folder = option("folder") ?? mkdtempSync(join(tmpdir(), "alphanode-engines-"));
/** A path in the folder. */
export const at = (path: string): string => join(folder, path);
/** A script that engines' users are given. */
export const script = (name: string): string => join(ROOT, "docs/engines", name);
/** A script of this test. */
export const helper = (name: string): string => join(ROOT, "test/engines", name);

export const PYTHON = at("venv/bin/python");
export const ALPHANODE = at("node_modules/.bin/alphanode");

/** What engines run with; `alphanode` is the command that they are told of. */
export const environment = (alphanode = ALPHANODE): NodeJS.ProcessEnv => ({
  ...process.env,
  ALPHANODE: alphanode,
  PYSPARK_PYTHON: PYTHON,
  PYSPARK_DRIVER_PYTHON: PYTHON,
  PATH: `${at("venv/bin")}:${process.env.PATH}`,
  RAY_DEDUP_LOGS: "0",
  RAY_DISABLE_IMPORT_WARNING: "1",
});

const PACKAGES = [
  "zod@4.6.7",
  "hyparquet-writer@0.17.0",
  "apache-arrow@21.2.0",
  "@duckdb/node-api@1.5.6-r.1",
];

/** Installs the product as it would be published, and the engines, unless the folder has these from an earlier run. */
export function install(): void {
  const run = (command: string, ...args: string[]): unknown =>
    execFileSync(command, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [{ filename }] = JSON.parse(execFileSync("npm", pack, { cwd: ROOT, encoding: "utf8" }));
  writeFileSync(at("package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", "install", "--silent", "--no-audit", "--no-fund", at(filename), ...PACKAGES);
  // Node finds packages beside the script.
  writeFileSync(at("duckdb_rows.mjs"), readFileSync(script("duckdb_rows.mjs")));

  const versions = ["requirements.txt", "hadoop.xml"]
    .map((name) => readFileSync(helper(name), "utf8"))
    .join();
  const installed = at("installed");
  if (existsSync(installed) && readFileSync(installed, "utf8") === versions) return;
  run("python3", "-m", "venv", "venv");
  const quiet = ["--quiet", "--disable-pip-version-check"];
  run(PYTHON, "-m", "pip", "install", ...quiet, "-r", helper("requirements.txt"));
  const copied = ["dependency:copy-dependencies", `-DoutputDirectory=${at("hadoop")}`];
  run("mvn", "-q", "-B", "-f", helper("hadoop.xml"), ...copied);
  writeFileSync(installed, versions);
}
