import { readFileSync } from "node:fs";

const post = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");

/** The box of a post of our own, without what stands below it. */
export const box = post.slice(post.indexOf("alphanode post meta"), post.indexOf("\nSimilar Posts"));
