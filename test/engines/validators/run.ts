import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesizePosts } from "alphanode-post/synth";
import { DAMAGES } from "./damage.ts";

/**
 * Gives the JSON Schema of posts to validators and to generators of types, in pinned versions, which are installed in a
 * temporary folder; holds 5,000 good posts against what they make of it, and posts of which each has one thing wrong. A tool
 * that cannot take the schema, or refuses a good post, fails the run; what is wrong and taken is reported. Takes Python 3.11
 * with venv, Go and Rust.
 *
 *   npm run validators                  all; -- --only go for those whose name has it; --folder FOLDER is kept and used again
 */

const ROOT = process.cwd();
const HERE = join(ROOT, "test/engines/validators");
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const folder = option("folder") ?? mkdtempSync(join(tmpdir(), "alphanode-validators-"));
const at = (path: string): string => join(folder, path);
const POSTS = 5_000;

const [schema, good, bad] = [at("schema.json"), at("good.ndjson"), at("bad.ndjson")];
const PYTHON = at("venv/bin/python");

/** Runs a program in the folder, or in one within it, and gives what it prints. */
function run(command: string, args: readonly string[], within = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: at(within),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, GOBIN: at("bin"), GOFLAGS: "-mod=mod" },
  });
  if (status === 0) return stdout;
  throw new Error(
    `${command} ${args.join(" ")}: ${error?.message ?? `ended with ${status}`}\n${stderr.slice(-2_000)}`,
  );
}

const npm = (...packages: string[]) =>
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", ...packages]);
const pip = (...packages: string[]) =>
  run(PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]);

/** A program of Go in a folder of its own, built there. */
function go(name: string, packages: readonly string[]): string {
  if (packages.length > 0) run("go", ["get", ...packages], name);
  run("go", ["mod", "tidy"], name);
  run("go", ["build", "-o", "program", "."], name);
  return at(`${name}/program`);
}

function newModule(name: string): void {
  rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at(name));
  writeFileSync(at(`${name}/go.mod`), `module ${name}\n\ngo 1.24\n`);
}

/** A tool: what it makes ready, and the program that takes the schema and both files; none where it gives types alone. */
interface Tool {
  readonly name: string;
  readonly prepare: () => readonly string[] | string;
}

const validate =
  (tool: string, ...packages: string[]) =>
  () => {
    pip(...packages);
    return [PYTHON, join(HERE, "validate.py"), tool];
  };

const TOOLS: readonly Tool[] = [
  {
    name: "ajv 8.20.0, strict",
    prepare: () => {
      npm("ajv@8.20.0");
      copyFileSync(join(HERE, "ajv.mjs"), at("ajv.mjs"));
      return ["node", at("ajv.mjs")];
    },
  },
  { name: "jsonschema 4.26.0", prepare: validate("jsonschema", "jsonschema==4.26.0") },
  { name: "fastjsonschema 2.22.3", prepare: validate("fastjsonschema", "fastjsonschema==2.22.3") },
  {
    name: "datamodel-code-generator 0.89.0",
    prepare: () => {
      pip("datamodel-code-generator==0.89.0", "pydantic==2.14.4");
      const options = ["--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel"];
      run(at("venv/bin/datamodel-codegen"), ["--input", schema, "--output", "generated.py", ...options]);
      copyFileSync(join(HERE, "validate.py"), at("validate.py"));
      return [PYTHON, at("validate.py"), "pydantic"];
    },
  },
  {
    name: "quicktype 26.0.0",
    prepare: () => {
      npm("quicktype@26.0.0");
      const options = ["--src-lang", "schema", "--lang", "javascript", "--top-level", "Post"];
      run(at("node_modules/.bin/quicktype"), [...options, "--src", schema, "--out", "generated.js"]);
      copyFileSync(at("generated.js"), at("generated.cjs"));
      copyFileSync(join(HERE, "quicktype.mjs"), at("quicktype.mjs"));
      return ["node", at("quicktype.mjs")];
    },
  },
  {
    name: "json-schema-to-typescript 16.0.0",
    prepare: () => {
      npm("json-schema-to-typescript@16.0.0", "typescript@6.0.3");
      run(at("node_modules/.bin/json2ts"), ["--input", schema, "--output", "types.ts"]);
      const posts = JSON.stringify([...synthesizePosts({ count: 20 })], null, 1);
      writeFileSync(
        at("typed.ts"),
        `import type { Post } from "./types";\nexport const posts: Post[] = ${posts};\n`,
      );
      run(at("node_modules/.bin/tsc"), ["--noEmit", "--strict", "--skipLibCheck", "typed.ts"]);
      return "20 good posts are of its types";
    },
  },
  {
    name: "typify 0.8.0",
    prepare: () => {
      run("cargo", ["install", "--quiet", "--locked", "--root", folder, "cargo-typify@0.8.0"]);
      mkdirSync(at("rust"), { recursive: true });
      copyFileSync(join(HERE, "typify.toml"), at("rust/Cargo.toml"));
      copyFileSync(join(HERE, "typify.rs"), at("rust/main.rs"));
      run(at("bin/cargo-typify"), ["typify", schema, "--output", "generated.rs"], "rust");
      run("cargo", ["build", "--quiet"], "rust");
      return [at("rust/target/debug/typify-of-posts")];
    },
  },
  {
    name: "go-jsonschema 0.24.1",
    prepare: () => {
      run("go", ["install", "github.com/atombender/go-jsonschema@v0.24.1"]);
      newModule("generated");
      run(at("bin/go-jsonschema"), ["--package", "main", "--output", "generated/types.go", schema]);
      const types = run("grep", ["-oE", "^type [A-Za-z]*Json struct", "generated/types.go"]);
      copyFileSync(join(HERE, "generated.go.txt"), at("generated/main.go"));
      const [, name] = /type (\w+)/.exec(types) ?? [];
      writeFileSync(at("generated/post.go"), `package main\n\ntype Post = ${name}\n`);
      return [go("generated", [])];
    },
  },
  {
    name: "santhosh-tekuri/jsonschema 6.0.3",
    prepare: () => {
      newModule("santhosh");
      copyFileSync(join(HERE, "santhosh.go.txt"), at("santhosh/main.go"));
      return [go("santhosh", ["github.com/santhosh-tekuri/jsonschema/v6@v6.0.3"])];
    },
  },
];

/** What a program makes of good and bad posts: how many good ones it refuses, and what is wrong of those it takes. */
function judge([command = "", ...args]: readonly string[]): string {
  const [ofGood = "", ofBad = ""] = run(command, [...args, schema, good, bad])
    .trimEnd()
    .split("\n");
  const names = Object.keys(DAMAGES);
  if (ofGood.length !== POSTS || ofBad.length !== names.length)
    throw new Error("it did not answer for each post");
  const refused = ofGood.split("-").length - 1;
  if (refused > 0) throw new Error(`it refuses ${refused} good posts of ${POSTS}`);
  const taken = names.filter((_, n) => ofBad[n] === "+");
  return `refuses no good post, ${names.length - taken.length} of ${names.length} bad ones${taken.length > 0 ? `; takes ${taken.join(", ")}` : ""}`;
}

writeFileSync(at("package.json"), '{ "private": true }\n');
if (run("python3", ["-m", "venv", "venv"])) throw new Error("no venv");
writeFileSync(schema, execFileSync("node", [join(ROOT, "dist/cli.js"), "schema"]));
const posts = [...synthesizePosts({ count: POSTS })];
const linesOf = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");
writeFileSync(good, linesOf(posts));
writeFileSync(
  bad,
  linesOf(Object.values(DAMAGES).map((damage, n) => damage(posts[n] as (typeof posts)[number]))),
);

let failed = false;
for (const { name, prepare } of TOOLS) {
  if (!name.includes(option("only") ?? "")) continue;
  let verdict: string;
  try {
    const made = prepare();
    verdict = typeof made === "string" ? made : judge(made);
  } catch (error) {
    failed = true;
    verdict = `failed: ${(error as Error).message}`;
  }
  console.log(`${name.padEnd(34)}${verdict}`);
}
if (option("folder") === undefined) rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
