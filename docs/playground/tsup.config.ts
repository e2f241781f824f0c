import { cp } from "node:fs/promises";
import { defineConfig } from "tsup";

const FOLDER = "docs/playground";
const OUT = "docs/site/playground";

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
  },
});
