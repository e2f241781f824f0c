import { SimilarityIndex, type SimilarPost } from "alphanode-post";
import type { Command } from "commander";
import { toCount } from "../options.ts";
import { showName, toJson } from "../output.ts";
import { type NamedPost, readPosts, SOURCES_HELP } from "../texts.ts";

interface SimilarOptions {
  in: string[];
  limit: number;
  json?: boolean;
}

/** How many facets a line names. */
const FACETS_SHOWN = 3;

/** Adds `similar`: the posts most similar to one, as a table or as JSON. */
export function addSimilar(program: Command): void {
  program
    .command("similar")
    .description("list the posts most similar to one")
    .argument("<post>", "text of a post; - reads standard input")
    .requiredOption("--in <source...>", "where to look: texts of posts, .ndjson files, directories, patterns")
    .option("--limit <posts>", "how many at most", toCount, 10)
    .option("--json", "print JSON: id, title, score and facets of each")
    .addHelpText(
      "after",
      `
${SOURCES_HELP}

Dense copies and damaged posts are compared by what can be read of them. The post
itself is left out where it is among the files.

The last column names the facets that add most to the score, each with its own.

Exit status: 0, 1 if a line was no post, 2 on a wrong call or where a file cannot be read.

Examples:
  alphanode similar post.txt --in posts/*.txt
  alphanode similar - --in posts.ndjson --limit 3 --json < post.txt`,
    )
    .action(async (file: string, { in: sources, limit, json = false }: SimilarOptions) => {
      const wanted = await readFirst(file);
      if (wanted === undefined) return;
      const index = new SimilarityIndex();
      const titles = new Map<string, string | undefined>();
      for await (const { id, post } of readPosts(sources)) {
        index.add(id, post);
        titles.set(id, post.title);
      }
      index.remove(wanted.id);
      const found = index
        .query(wanted.post, { limit })
        .map((post) => ({ ...post, title: titles.get(post.id) ?? "" }));
      process.stdout.write(json ? `${toJson(found, 2)}\n` : table(found));
    });
}

/** Reads the first post of a source. */
async function readFirst(source: string): Promise<NamedPost | undefined> {
  for await (const post of readPosts([source])) return post;
  return undefined;
}

/** Writes a line for each post found, in columns. */
function table(found: readonly (SimilarPost & { title: string })[]): string {
  const rows = [
    ["score", "id", "title", "decided by"],
    ...found.map((post) => [post.score.toFixed(3), showName(post.id), showName(post.title), decidedBy(post)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** Names the facets that add most to a score. */
function decidedBy({ facets }: SimilarPost): string {
  return Object.entries(facets)
    .filter(([, { score, weight }]) => score * weight > 0)
    .sort(([, a], [, b]) => b.score * b.weight - a.score * a.weight)
    .slice(0, FACETS_SHOWN)
    .map(([name, { score }]) => `${name} ${score.toFixed(2)}`)
    .join(", ");
}
