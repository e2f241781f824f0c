import { readFileSync } from "node:fs";
import { wrapLine } from "./wrap.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), "utf8");

/** A case of fixtures/damaged/articles.json: a text, what it is read as and what is reported. */
interface ArticleCase {
  name: string;
  text: string;
  title?: string;
  /** The blocks of the intro and of each section, under its heading. */
  blocks: string[][];
  similarPosts?: string[];
  issues: string[];
  tree: string;
}

export const articleCases: ArticleCase[] = JSON.parse(read("damaged/articles.json"));

/** A case of fixtures/damaged/boxes.json: how a post is changed, what is read otherwise then, and what is reported. */
interface BoxCase {
  name: string;
  /** The width at which the lines of the box are wrapped, before all else. */
  wrap?: number;
  /** Texts and what stands in their place. */
  edits: [string, string][];
  /** Where the text ends, and what follows there. */
  upTo?: string;
  then?: string;
  /** The fields that are read otherwise; null for one that is left out. */
  changes: Record<string, unknown>;
  issues: string[];
}

/** The post that the cases of boxes change. */
export const boxSource = read("posts/two-images-bash.txt");

/** The text of a case. */
function textOf({ name, wrap = Number.POSITIVE_INFINITY, edits, upTo, then }: BoxCase): string {
  const box = boxSource.indexOf("\ntopic");
  const lines = boxSource.slice(box).split("\n");
  let text = boxSource.slice(0, box) + lines.map((line) => wrapLine(line, wrap)).join("\n");
  for (const [before, after] of edits) {
    if (!text.includes(before)) throw new Error(`${name}: nowhere in the post: ${before}`);
    text = text.replace(before, () => after);
  }
  return upTo === undefined ? text : text.slice(0, text.indexOf(upTo) + upTo.length) + then;
}

export const boxCases = (JSON.parse(read("damaged/boxes.json")) as BoxCase[]).map((one) => ({
  ...one,
  text: textOf(one),
}));
