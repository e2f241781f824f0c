import { SimilarityIndex } from "alphanode-post";
import type { Command } from "commander";
import { toScore } from "../options.ts";
import { showName, toJson } from "../output.ts";
import { readPosts, SOURCES_HELP } from "../texts.ts";

/** Adds `duplicates`: clusters of posts that are the same. */
export function addDuplicates(program: Command): void {
  program
    .command("duplicates")
    .description("print clusters of posts that are the same: copies of two extractors, and near copies")
    .argument("<source...>", "texts of posts, .ndjson files, directories, patterns; - reads standard input")
    .option("--min-score <score>", "the least score that joins two posts, from 0 to 1", toScore, 0.9)
    .option("--json", "print JSON: a list of lists of ids")
    .addHelpText(
      "after",
      `
A cluster is its posts' ids, one a line, with an empty line between clusters.

${SOURCES_HELP}

Exit status: 0, 1 if a line was no post, 2 on a wrong call or where a file cannot be read.

Examples:
  alphanode duplicates posts/*.txt
  alphanode duplicates posts.ndjson --json | jq 'map(length)'`,
    )
    .action(async (sources: string[], { minScore, json = false }: { minScore: number; json?: boolean }) => {
      const index = new SimilarityIndex();
      for await (const { id, post } of readPosts(sources)) index.add(id, post);
      const clusters = index.duplicates({ minScore });
      const shown = clusters.map((ids) => ids.map((id) => `${showName(id)}\n`).join(""));
      process.stdout.write(json ? `${toJson(clusters, 2)}\n` : shown.join("\n"));
    });
}
