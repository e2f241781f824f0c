import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { glob } from "tinyglobby";
import { defineConfig } from "tsup";

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

/** The playground: static files for any file server. */
export default defineConfig({
  entry: { page: `${FOLDER}/page.ts`, worker: `${FOLDER}/worker.ts` },
  tsconfig: "tsconfig.json",
  outDir: OUT,
  format: ["esm"],
  platform: "browser",
  target: "es2022",
  minify: true,
  splitting: true,
  noExternal: [/./],
  silent: true,
  onSuccess: async () => {
    for (const file of ["index.html", "style.css"]) await cp(`${FOLDER}/${file}`, `${OUT}/${file}`);
    await linkPages();
  },
});
