import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type PartialPost, safeParseArticle, safeParsePost } from "alphanode-post";

/** What a case wants of one path, or of what is reported. */
type Want = readonly [path: string, value: unknown];

/** What a small text must be read as; a folder of them has `expect.json`. */
export interface Case {
  readonly file: string;
  readonly text: string;
  readonly wants: readonly Want[];
}

export const casesIn = (folder: string): Case[] =>
  Object.entries(
    JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as Record<string, Record<string, unknown>>,
  ).map(([file, wants]) => ({
    file,
    text: readFileSync(join(folder, file), "utf8"),
    wants: Object.entries(wants),
  }));

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce((here, key) => (here as Record<string, unknown> | undefined)?.[key], value);

/** The paths that a text is not read as wanted at. */
export function missedIn({ text, wants }: Case): string[] {
  const result = safeParsePost(text);
  const read: PartialPost = result.value;
  const blocks = [...(read.intro ?? []), ...(read.sections ?? []).flatMap((section) => section.blocks)];
  const holds = ([path, value]: Want): boolean => {
    if (path === "issueCodes") {
      return (value as string[]).every((code) => result.issues.some((issue) => issue.code === code));
    }
    if (path === "issueCodesNotEmpty") return safeParseArticle(text).issues.length > 0;
    if (path === "imageCount") return blocks.filter(({ type }) => type === "image").length === value;
    return isDeepStrictEqual(JSON.parse(JSON.stringify(at(read, path) ?? null)), value);
  };
  return wants.filter((want) => !holds(want)).map(([path]) => path);
}
