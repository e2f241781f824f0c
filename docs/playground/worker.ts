/** Reads texts beside the page, so that it never stands still. */
import "./no-eval.ts";
import {
  applyFixes,
  diffPosts,
  formatIssues,
  type ParseIssue,
  type Post,
  parseTree,
  postToHtml,
  postToMarkdown,
  safeParsePost,
  similarity,
  stringifyPost,
  type TreeNode,
} from "alphanode-post";
import { safeParseHtml } from "alphanode-post/html";
import type { Question, Reading, Samples } from "./reading.ts";
import { SAMPLES } from "./samples.ts";

/** The most that a view shows: more would be slow to draw, and nobody reads it. */
const SHOWN_ISSUES = 200;
const SHOWN_LINES = 2_000;
const SHOWN_DIFFERENCES = 200;

/** Reads a text, or a page where it begins as one. */
const resultOf = (text: string): ReturnType<typeof safeParsePost> =>
  PAGE.test(text) ? safeParseHtml(text) : safeParsePost(text);

/** How pages of the web begin, and pieces of them. */
const PAGE = /^\s*<(?:!doctype|[a-z][a-z\d]*[\s>])/i;

const errorsOf = (issues: readonly ParseIssue[]): number =>
  issues.filter(({ severity }) => severity === "error").length;

function read({ id, text, other }: Question): Reading {
  const result = resultOf(text);
  const fixed = applyFixes(text, result.issues);
  const written = (write: (post: Post) => string): string =>
    result.success ? orReason(() => write(result.data)) : "There is none as long as the post has errors.";
  const errors = errorsOf(result.issues);
  return {
    id,
    errors,
    warnings: result.issues.length - errors,
    issues: result.issues.slice(0, SHOWN_ISSUES).map(({ fix: _, ...issue }) => ({
      ...issue,
      frame: formatIssues(text, [issue]).split("\n").slice(1, -1).join("\n"),
    })),
    views: {
      post: JSON.stringify(result.value, null, 2),
      // A page has no lines of its own to show: its tree is that of the text it stands for.
      tree: PAGE.test(text) ? written((post) => inspect(stringifyPost(post))) : inspect(text),
      text: written(stringifyPost),
      html: written(postToHtml),
      markdown: written(postToMarkdown),
    },
    ...(fixed !== text && { fixed }),
    ...(other.trim() !== "" && { comparison: compare(result.value, other) }),
  };
}

function compare(post: Parameters<typeof similarity>[0], other: string): NonNullable<Reading["comparison"]> {
  const { value, issues } = resultOf(other);
  const { score, facets } = similarity(post, value);
  return {
    score,
    facets,
    errors: errorsOf(issues),
    differences: diffPosts(post, value).slice(0, SHOWN_DIFFERENCES),
  };
}

/** Writes a post, or says why it cannot be written so. */
function orReason(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return String(error);
  }
}

/** Writes the tree of a text, a line a node. */
function inspect(text: string): string {
  const lines: string[] = [];
  const walk = (node: TreeNode, depth: number): void => {
    if (lines.length >= SHOWN_LINES) return;
    const { type, position, ...rest } = node;
    const facts = ["key", "kind", "part"].flatMap((name) =>
      name in rest ? `${name}=${(rest as unknown as Record<string, string>)[name]}` : [],
    );
    const label = [type, ...facts].join(" ");
    const value = "value" in node ? ` ${JSON.stringify(node.value)}` : "";
    lines.push(`${"  ".repeat(depth)}${label} ${position.start.line}:${position.start.column}${value}`);
    if ("children" in node) for (const child of node.children) walk(child, depth + 1);
  };
  for (const child of parseTree(text).children) walk(child, 0);
  if (lines.length >= SHOWN_LINES) lines.push("…");
  return lines.join("\n");
}

postMessage({ samples: SAMPLES } satisfies Samples);
addEventListener("message", ({ data }: MessageEvent<Question>) => postMessage(read(data)));
