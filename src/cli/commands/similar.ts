import { SimilarityIndex, type SimilarPost, similarity } from "alphanode-post";
import type { Command } from "commander";
import { decidedBy } from "../facets.ts";
import type { From } from "../forms.ts";
import { toJson } from "../json.ts";
import { keepIndex, readIndex } from "../kept-index.ts";
import { notes } from "../notes.ts";
import { toCount } from "../options.ts";
import { showName, tellIssues } from "../output.ts";
import { table, terminalWidth } from "../table.ts";
import {
  type NamedPost,
  type NamedText,
  readable,
  readPosts,
  readTexts,
  SOURCES_HELP,
  tellNone,
} from "../texts.ts";
import { fromOption } from "./parse.ts";

interface SimilarOptions {
  from?: From;
  in?: string[];
  index?: string;
  limit: number;
  json?: boolean;
}

/** Adds `similar`: the posts most similar to one, or how similar two are, as a table or as JSON. */
export function addSimilar(program: Command): void {
  program
    .command("similar")
    .description("list the posts most similar to one, or tell how similar two are")
    .argument("<post>", "file of one post; - reads standard input")
    .argument("[other]", "file of another, to compare the two")
    .option("--in <source...>", "where to look: texts of posts, .ndjson files, directories, patterns")
    .option("--index <file>", "look in an index of before; with --in, keep one of these posts in the file")
    .option("--limit <posts>", "how many at most", toCount, 10)
    .option("--json", "print JSON: id, title, score and facets of each")
    .addOption(fromOption())
    .addHelpText(
      "after",
      notes(`
${SOURCES_HELP}

Dense copies and damaged posts are compared by what can be read of them. What is wrong with the post, or with the two, is
shown on standard error; where one of many has errors, it is named there. The post itself is left out where it is among the files.

The last column names the facets that add most to the score, each with its own. Of two posts, all facets are listed
that both have.

An index holds no titles: where it alone is looked in, that column is empty. It is kept once all posts could be read, whole or not
at all, and takes the place of no file but an index.

Exit status: 0, 1 if a post had errors or a line was no post, 2 on a wrong call, where a file cannot be read or written
or there was no post.

Examples:
  alphanode similar post.txt --in posts/*.txt
  alphanode similar post.txt --in posts --index posts.index
  alphanode similar other.txt --index posts.index
  alphanode similar - --in posts.ndjson --limit 3 --json < post.txt
  alphanode similar post.txt other.txt`),
    )
    .action(async (file: string, other: string | undefined, given: SimilarOptions, command: Command) => {
      const { in: sources, index, json = false, from } = given;
      if ((other === undefined) === (sources === undefined && index === undefined)) {
        command.error("error: give either another post, or --in or --index");
      }
      if (other !== undefined && command.getOptionValueSource("limit") === "cli") {
        command.error("error: option '--limit' goes with --in or --index");
      }
      const read = (source: string) => readOne(source, from, command);
      const wanted = await read(file);
      if (wanted === undefined) return;
      if (other !== undefined) return compare(wanted, await read(other), json);
      const found = await search(wanted, file, given);
      if (found === undefined) return;
      process.stdout.write(json ? `${toJson(found, 2)}\n` : listed(found));
    });
}

/** Makes an index of posts, and notes their titles. */
async function makeIndex(
  sources: readonly string[],
  titles: Map<string, string | undefined>,
  from: From | undefined,
): Promise<SimilarityIndex> {
  const index = new SimilarityIndex();
  for await (const { id, post } of readPosts(sources, from)) {
    index.add(id, post);
    titles.set(id, post.title);
  }
  // Nor must an index of nothing pass for one in which nothing is similar.
  tellNone(index.size);
  return index;
}

/** Reads the one post of a source, and shows what is wrong with it. Ends the run where there are several. */
async function readOne(
  source: string,
  from: From | undefined,
  command: Command,
): Promise<NamedPost | undefined> {
  const found: NamedText[] = [];
  for await (const text of readTexts([source], { from, as: "auto" })) {
    if (found.push(text) > 1)
      command.error(
        `error: '${source}' holds several posts, where one is expected; --in looks among several`,
      );
  }
  const [only] = found;
  if (only === undefined) return undefined;
  tellIssues(only.id, only.text, only.reading.issues);
  const post = readable(only.place, only.reading);
  return post && { id: only.id, post };
}

/** Prints how similar two posts are. */
function compare(a: NamedPost, b: NamedPost | undefined, json: boolean): void {
  if (b === undefined) return;
  const { score, facets } = similarity(a.post, b.post);
  const rows = Object.entries(facets).map(([name, facet]) => [
    name,
    facet.score.toFixed(3),
    facet.weight.toFixed(2),
  ]);
  process.stdout.write(
    json
      ? `${toJson({ score, facets }, 2)}\n`
      : table([["facet", "score", "weight"], ...rows, ["all", score.toFixed(3), ""]]),
  );
}

type FoundPost = SimilarPost & { title: string };

/** Finds the posts most similar to one. */
async function search(
  wanted: NamedPost,
  file: string,
  { limit, ...options }: SimilarOptions,
): Promise<FoundPost[] | undefined> {
  const titles = new Map<string, string | undefined>();
  const index = await indexFor(file, options, titles);
  index?.remove(wanted.id);
  return index?.query(wanted.post, { limit }).map((post) => ({ ...post, title: titles.get(post.id) ?? "" }));
}

/** The index to look in: of the sources, which may be kept, or one that was. */
async function indexFor(
  file: string,
  { in: sources, index: kept, from }: Pick<SimilarOptions, "in" | "index" | "from">,
  titles: Map<string, string | undefined>,
): Promise<SimilarityIndex | undefined> {
  if (sources === undefined) return readIndex(kept as string);
  const make = () => makeIndex(sources, titles, from);
  return kept === undefined ? make() : keepIndex(kept, [file, ...sources], make);
}

/** Writes a line for each post found, in columns. */
function listed(found: readonly FoundPost[]): string {
  if (found.length === 0) return "";
  const rows = found.map((post) => [
    post.score.toFixed(3),
    showName(post.id),
    showName(post.title),
    decidedBy(post),
  ]);
  return table([["score", "id", "title", "decided by"], ...rows], { width: terminalWidth(), names: [1] });
}
