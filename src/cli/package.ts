import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Shaped } from "alphanode-post/rows";

/** Finds files of the package by their public names. */
const require = createRequire(import.meta.url);

/** The version of the package. */
export const version = (): string => require("alphanode-post/package.json").version;

const SCHEMAS: Readonly<Record<Shaped, string>> = {
  post: "alphanode-post/schema.json",
  result: "alphanode-post/result.schema.json",
  row: "alphanode-post/row.schema.json",
};

/** A JSON Schema of the package, as its file has it. */
export const jsonSchema = (of: Shaped): string => readFileSync(require.resolve(SCHEMAS[of]), "utf8");

/** A document of the package. */
export const document = (name: string): string =>
  readFileSync(join(dirname(require.resolve("alphanode-post/package.json")), "docs", name), "utf8");
