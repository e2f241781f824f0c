import { pipeline } from "node:stream/promises";
import { type PartialPost, type Similarity, SimilarityIndex, similarity } from "alphanode-post";
import type { Command } from "commander";
import { copiesOf } from "../blocks.ts";
import { decidedBy } from "../facets.ts";
import type { From } from "../forms.ts";
import { toJson } from "../json.ts";
import { notes } from "../notes.ts";
import { toScore } from "../options.ts";
import { showName } from "../output.ts";
import { readPieces } from "../pieces.ts";
import { findFiles } from "../sources.ts";
import { table, terminalWidth } from "../table.ts";
import { readPosts, SOURCES_HELP } from "../texts.ts";
import { fromOption } from "./parse.ts";

interface DuplicatesOptions {
  from?: From;
  minScore: number;
  pairs?: boolean;
  json?: boolean;
  blocks?: boolean;
}

/** Two posts of a cluster that are the same, and why. */
interface Pair extends Similarity {
  readonly ids: readonly [string, string];
}

/** Posts that are the same. */
interface Cluster {
  /** The post of which most could be read, the first by id among equals. */
  readonly representative: string;
  readonly ids: readonly string[];
  readonly pairs: readonly Pair[];
}

/** Adds `duplicates`: clusters of posts that are the same. */
export function addDuplicates(program: Command): void {
  program
    .command("duplicates")
    .description("print clusters of posts that are the same: copies of two extractors, and near copies")
    .argument("<source...>", "texts of posts, .ndjson files, directories, patterns; - reads standard input")
    .option("--min-score <score>", "the least score that joins two posts, from 0 to 1", toScore, 0.9)
    .option("--pairs", "print the pairs of each cluster, with score and facets")
    .option("--json", "print JSON: a list of lists of ids; with --pairs, of clusters")
    .option("--blocks", "read lines of sketches, in order of their blocks, and print a line for each cluster")
    .addOption(fromOption())
    .addHelpText(
      "after",
      notes(`
A cluster is its posts' ids, one a line, with an empty line between clusters. With --pairs, it is a table: a line for each
two posts that are the same, under the id of the post that stands for the cluster, since most could be read of it. In
JSON that is {"representative", "ids", "pairs": [{"ids", "score", "facets"}]}.

--blocks is for engines, which bring together what may be the same: it reads lines of
{"block": "...", "id": "...", "features": "..."}, made of the sketches of "parse --rows --sketch" and sorted by block, and
prints {"ids": [...]} for each cluster of a block. A line that is none ends it.

${SOURCES_HELP}

Posts with errors are named on standard error, and compared by what could be read of them; texts of which nothing can be
read are no duplicates of each other.

Exit status: 0, 1 if a post had errors or a line was no post, 2 on a wrong call, where a file
cannot be read or there was no post.

Examples:
  alphanode duplicates posts/*.txt
  alphanode duplicates posts.ndjson --json | jq 'map(length)'
  alphanode duplicates posts.ndjson --pairs --min-score 0.95`),
    )
    .action(async (sources: string[], given: DuplicatesOptions, command: Command) => {
      const { from, minScore, pairs = false, json = false } = given;
      if (given.blocks) {
        if (pairs || json || from) command.error("error: option '--blocks' goes with --min-score alone");
        const inputs = { files: "lines", stdin: "lines", as: "post", options: {} } as const;
        await pipeline(copiesOf(readPieces(findFiles(sources), inputs), minScore), process.stdout, {
          end: false,
        });
        return;
      }
      const index = new SimilarityIndex();
      const posts = new Map<string, PartialPost>();
      for await (const { id, post } of readPosts(sources, from)) {
        index.add(id, post);
        if (pairs) posts.set(id, post);
      }
      const clusters = index.duplicates({ minScore });
      if (pairs) printPairs(clusters, posts, minScore, json);
      else if (json) process.stdout.write(`${toJson(clusters, 2)}\n`);
      else
        process.stdout.write(clusters.map((ids) => ids.map((id) => `${showName(id)}\n`).join("")).join("\n"));
    });
}

function printPairs(
  clusters: readonly string[][],
  posts: ReadonlyMap<string, PartialPost>,
  minScore: number,
  json: boolean,
): void {
  const found = clusters.map((ids) => clusterOf(ids, posts, minScore));
  process.stdout.write(json ? `${toJson(found, 2)}\n` : found.map(listed).join("\n"));
}

/** Compares each two posts of a cluster. */
function clusterOf(
  ids: readonly string[],
  posts: ReadonlyMap<string, PartialPost>,
  minScore: number,
): Cluster {
  const post = (id: string): PartialPost => posts.get(id) as PartialPost;
  const pairs = ids.flatMap((a, at) =>
    ids
      .slice(at + 1)
      .map((b): Pair => ({ ids: [a, b], ...similarity(post(a), post(b)) }))
      .filter(({ score }) => score >= minScore),
  );
  const representative = ids.reduce((best, id) => (extent(post(id)) > extent(post(best)) ? id : best));
  return { representative, ids, pairs };
}

/** How much could be read of a post: fields of the box and sections. */
const extent = ({ meta, sections = [] }: PartialPost): number => Object.keys(meta).length + sections.length;

function listed({ representative, pairs }: Cluster): string {
  const rows = pairs.map(({ ids: [a, b], ...pair }) => [
    pair.score.toFixed(3),
    showName(a),
    showName(b),
    decidedBy(pair),
  ]);
  return `${showName(representative)}\n${table(rows, { width: terminalWidth(), names: [1, 2] })}`;
}
