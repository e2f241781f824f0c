/** Reads texts beside the page, so that it never stands still. */
import {
  applyFixes,
  diffPosts,
  formatIssues,
  parseTree,
  safeParsePost,
  similarity,
  stringifyPost,
  type TreeNode,
} from "alphanode-post";
import type { Question, Reading, Samples } from "./reading.ts";
import { SAMPLES } from "./samples.ts";

/** The most that a view shows: more would be slow to draw, and nobody reads it. */
const SHOWN_ISSUES = 200;
const SHOWN_LINES = 2_000;
const SHOWN_DIFFERENCES = 200;

function read({ id, text, other }: Question): Reading {
  const result = safeParsePost(text);
  const fixed = applyFixes(text, result.issues);
  return {
    id,
    issues: result.issues.slice(0, SHOWN_ISSUES).map(({ fix: _, ...issue }) => ({
      ...issue,
      frame: formatIssues(text, [issue]).split("\n").slice(1, -1).join("\n"),
    })),
    post: JSON.stringify(result.value, null, 2),
    tree: inspect(text),
    canonical: result.success
      ? canonicalOf(() => stringifyPost(result.data))
      : "There is no canonical text as long as the post has errors.",
    ...(fixed !== text && { fixed }),
    ...(other.trim() !== "" && { comparison: compare(result.value, other) }),
  };
}

function compare(post: Parameters<typeof similarity>[0], other: string): NonNullable<Reading["comparison"]> {
  const { value } = safeParsePost(other);
  const { score, facets } = similarity(post, value);
  return { score, facets, differences: diffPosts(post, value).slice(0, SHOWN_DIFFERENCES) };
}

function canonicalOf(write: () => string): string {
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
