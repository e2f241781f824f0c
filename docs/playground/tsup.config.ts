import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { glob } from "tinyglobby";
import { defineConfig, type Options } from "tsup";

const FOLDER = "docs/playground";
const SITE = "docs/site";
const OUT = `${SITE}/playground`;

/** Has the pages of the documentation, which stand in folders of any depth, lead to the playground. */
async function linkPages(): Promise<void> {
  for (const path of await glob(`${SITE}/**/*.html`)) {
    const page = await readFile(path, "utf8");
    const link = relative(dirname(path), `${OUT}/index.html`);
    await writeFile(path, page.replaceAll('href="playground:"', `href="${link}"`));
  }
}

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/** Keeps a module of which nothing is used but what it does: no file of the package has another one. */
const kept: Plugin = {
  name: "kept",
  setup({ onResolve }) {
    onResolve({ filter: /no-eval/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: true,
    }));
  },
};

/**
 * Puts the code of a worker (`worker.ts?code`) into the page: browsers start no worker from a file of a folder that is opened without a server,
 * nor do they load a module from there.
 */
const workerInPage: Plugin = {
  name: "worker-in-page",
  setup({ onResolve, onLoad, initialOptions, esbuild }) {
    onResolve({ filter: /\?code$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace("?code", "")),
      namespace: "code",
    }));
    onLoad({ filter: /^/, namespace: "code" }, async ({ path }) => {
      const { target, tsconfig } = initialOptions;
      const { outputFiles } = await esbuild.build({
        ...{ target, tsconfig },
        entryPoints: [path],
        bundle: true,
        minify: true,
        format: "iife",
        plugins: [kept],
        write: false,
      });
      return { contents: outputFiles[0]?.text, loader: "text" };
    });
  },
};

/** The playground: static files for any file server, or for none. */
export default defineConfig({
  entry: { page: `${FOLDER}/page.ts` },
  tsconfig: "tsconfig.json",
  outDir: OUT,
  clean: true,
  format: ["iife"],
  outExtension: () => ({ js: ".js" }),
  platform: "browser",
  target: "es2022",
  minify: true,
  esbuildPlugins: [workerInPage],
  silent: true,
  onSuccess: async () => {
    for (const file of ["index.html", "style.css"]) await cp(`${FOLDER}/${file}`, `${OUT}/${file}`);
    await linkPages();
  },
});
