import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Post, parsePost } from "alphanode-post";
import { EXTRACTED, nameOf, PAGES, postOf } from "./pages.ts";
import { TOOLS } from "./tools.ts";

/** What a tool made of a page, and the post that the page showed. */
export interface ToolText {
  readonly tool: string;
  readonly markup: string;
  readonly post: Post;
  readonly text: string;
}

/** The texts of this repository, in the order of the table of tools. */
export const ownTexts = (): ToolText[] =>
  TOOLS.flatMap(({ name: tool }) =>
    PAGES.map((page) => ({
      tool,
      markup: `${page.markup}${page.site ? ", site" : ""}`,
      post: postOf(page.post),
      text: readFileSync(join(EXTRACTED, tool, `${nameOf(page)}.txt`), "utf8"),
    })),
  );

/** A folder of texts beside this repository, and where in their names the markup stands. */
interface Folder {
  readonly path: string;
  readonly post: string;
  /** The markup of all texts, where their names do not tell. */
  readonly markup?: string;
}

const SHARED: readonly Folder[] = [
  { path: "js/table", post: "js/post.txt", markup: "table" },
  { path: "js/div", post: "js/post.txt", markup: "div" },
  { path: "js/dl", post: "js/post.txt", markup: "dl" },
  { path: "python", post: "python/post.txt" },
];

/** The texts in a folder of texts that others gathered; none where it is not there. */
export function sharedTexts(root: string): ToolText[] {
  return SHARED.filter(({ path }) => existsSync(join(root, path))).flatMap(({ path, post, markup }) => {
    const shown = parsePost(readFileSync(join(root, post), "utf8"));
    return readdirSync(join(root, path))
      .filter((file) => file.endsWith(".txt") && file !== "post.txt")
      .sort()
      .map((file) => {
        const [, tool = "", kind = "div"] = /^(.*?)(?:-((?:div|table|dl)(?:-\w+)?))?\.txt$/.exec(file) ?? [];
        return {
          tool,
          markup: markup ?? kind,
          post: shown,
          text: readFileSync(join(root, path, file), "utf8"),
        };
      });
  });
}
