/** Bundles a program that imports one name, with every bundler; runs what comes out, and prints a table of sizes. */
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { installPacked } from "../support/packed.ts";

const ROOT = process.cwd();
const bundlers = createRequire(join(ROOT, "test/bundlers/package.json"));

// biome-ignore lint/suspicious/noExplicitAny: the bundlers are installed apart, without their types.
const load = async (name: string): Promise<any> => {
  const loaded = await import(pathToFileURL(bundlers.resolve(name)).href);
  return loaded.default ?? loaded;
};

/** A program of a user: what it imports and does, and what it prints. */
const PROGRAMS = {
  parsePost: {
    code: `import { parsePost } from "alphanode-post";
try { parsePost("a title"); } catch (error) { console.log(error.name); }`,
    prints: "PostParseError\n",
  },
  Post: {
    code: `import { Post } from "alphanode-post";
console.log(Post.safeParse({ title: 1 }).success, Object.keys(Post.shape).length);`,
    prints: "false 5\n",
  },
};

/** Each bundler, as the build of a library's user calls it: from an entry to one minified file in a folder. */
const BUNDLERS: Record<string, (entry: string, folder: string) => Promise<unknown>> = {
  esbuild: async (entry, folder) => {
    const { build } = await load("esbuild");
    return build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      outfile: join(folder, "out.mjs"),
      logLevel: "error",
    });
  },
  Rollup: async (entry, folder) => {
    const { rollup } = await load("rollup");
    const { nodeResolve } = await import(pathToFileURL(bundlers.resolve("@rollup/plugin-node-resolve")).href);
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()] });
    const { output } = await bundle.generate({ format: "es" });
    // Rollup leaves minifying to others.
    const { transform } = await load("esbuild");
    const { code } = await transform(output[0].code, { minify: true, format: "esm" });
    writeFileSync(join(folder, "out.mjs"), code);
  },
  webpack: async (entry, folder) => packed(await load("webpack"), entry, folder),
  Rspack: async (entry, folder) => packed((await load("@rspack/core")).rspack, entry, folder),
  Vite: async (entry, folder) => {
    const { build } = await load("vite");
    return build({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: { outDir: folder, emptyOutDir: false, rollupOptions: { input: entry }, modulePreload: false },
    });
  },
  Parcel: async (entry, folder) => {
    const cli = join(bundlers.resolve("parcel/package.json"), "../lib/bin.js");
    const flags = ["--dist-dir", folder, "--cache-dir", join(folder, "cache"), "--no-source-maps"];
    return promisify(execFile)(process.execPath, [cli, "build", entry, ...flags], { cwd: project });
  },
};

/** webpack and Rspack are called alike. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
function packed(compile: any, entry: string, path: string): Promise<void> {
  const options = { mode: "production", target: "web", entry, output: { path, filename: "out.cjs" } };
  return new Promise((done, fail) => {
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    compile(options, (error: unknown, stats: any) => {
      if (error) fail(error);
      else if (stats.hasErrors()) fail(new Error(stats.toString("errors-only")));
      else done();
    });
  });
}

/** The one script under a folder. */
function scriptIn(folder: string): string {
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[cm]?js$/.test(path) && !path.startsWith("cache"))
    .map((path) => join(folder, path));
  if (scripts.length !== 1) throw new Error(`expected one script, found ${scripts.length}`);
  return scripts[0] as string;
}

const { project } = installPacked(ROOT);
try {
  for (const [name, { code, prints }] of Object.entries(PROGRAMS)) {
    const entry = join(project, `${name}.js`);
    writeFileSync(entry, code);
    for (const [bundler, bundle] of Object.entries(BUNDLERS)) {
      const folder = join(project, "bundled", bundler, name);
      mkdirSync(folder, { recursive: true });
      await bundle(entry, folder);
      const script = scriptIn(folder);
      const { stdout } = await promisify(execFile)(process.execPath, [script]);
      const bytes = readFileSync(script);
      const sizes = [bytes, gzipSync(bytes, { level: 9 })].map(
        ({ length }) => `${(length / 1000).toFixed(1)} kB`,
      );
      const runs = stdout === prints;
      if (!runs) process.exitCode = 1;
      console.log(`${runs ? "ok  " : "FAIL"} ${name.padEnd(10)} ${bundler.padEnd(8)} ${sizes.join(" / ")}`);
    }
  }
} finally {
  rmSync(project, { recursive: true });
}
