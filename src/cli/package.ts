import { createRequire } from "node:module";

/** Gives a JSON file of the package by its public name. Node 20 warns of JSON that is imported. */
const requireJson = createRequire(import.meta.url);

/** The version of the package. */
export const version = (): string => requireJson("alphanode-post/package.json").version;

/** The JSON Schema of a post, which the build makes. */
export const postSchema = (): object => requireJson("alphanode-post/schema.json");
