import { partChecklist } from "./blocks.ts";
import { fold } from "./fold.ts";
import { type Extractable, type Readable, readPost } from "./input.ts";

/**
 * An item of a post's checklist, and where it stands.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { type ChecklistItem, extractChecklist } from "alphanode-post";
 *
 * const [first]: ChecklistItem[] = extractChecklist(readFileSync("post.txt", "utf8"));
 * console.log(first);
 * ```
 *
 * ```console
 * {
 *   text: 'capture the current behavior',
 *   sources: [ 'article', 'meta' ]
 * }
 * ```
 */
export interface ChecklistItem {
  /** The item as the article has it, or the box where the article lacks it. */
  text: string;
  /** Where the item stands: in the article, in the meta box, or in both. */
  sources: ("article" | "meta")[];
}

/**
 * Gives a post's checklist: the article's items in their order, then those that only the meta box has.
 *
 * Items are the same where they differ in letter case and white space alone; an item that stands twice is given
 * once. Dense copies have no box and damaged posts may lack either list; what is there is given.
 *
 * @param input - The text of a post or an article, or either of them parsed.
 * @returns The items; none where the post has no checklist.
 * @throws TypeError where the input is neither a string nor an object.
 *
 * @example
 * ```ts
 * import { extractChecklist } from "alphanode-post";
 *
 * const text = "a title\n\nimplementation checklist\n\n  • run linting\n";
 * console.log(extractChecklist(text));
 * ```
 *
 * ```console
 * [ { text: 'run linting', sources: [ 'article' ] } ]
 * ```
 */
export function extractChecklist(input: Extractable): ChecklistItem[] {
  return checklistOf(readPost(input));
}

/** Gives the checklist of a parsed post. */
export function checklistOf(post: Readable): ChecklistItem[] {
  const items = new Map<string, ChecklistItem>();
  const add = (text: string, source: "article" | "meta") => {
    const key = fold(text);
    const item = items.get(key);
    if (item === undefined) items.set(key, { text, sources: [source] });
    else if (!item.sources.includes(source)) item.sources.push(source);
  };
  for (const block of partChecklist(post).checklist) for (const text of block.items) add(text, "article");
  for (const text of post.meta?.checklist ?? []) add(text, "meta");
  return [...items.values()];
}

/** Characters that Markdown may read as its own where they stand within a line. */
const MARKDOWN = /[\\`*_[\]<>~&]/g;

/**
 * Writes a checklist as a GitHub task list, one unticked task a line.
 *
 * Characters that Markdown reads as its own are escaped, so that the list shows each item as it stands.
 *
 * @param items - The items, as {@link extractChecklist} gives them.
 * @returns The lines, without a line end after the last; empty for no items.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { checklistToMarkdown, extractChecklist } from "alphanode-post";
 *
 * console.log(checklistToMarkdown(extractChecklist(readFileSync("post.txt", "utf8"))));
 * ```
 *
 * ```console
 * - [ ] capture the current behavior
 * - [ ] create a safe backup
 * - [ ] test the smallest change
 * - [ ] watch logs after release
 * - [ ] write the final note
 * ```
 */
export function checklistToMarkdown(items: readonly ChecklistItem[]): string {
  return items
    .map(({ text }) => `- [ ] ${text.replace(/\s+/g, " ").trim().replace(MARKDOWN, "\\$&")}`)
    .join("\n");
}
