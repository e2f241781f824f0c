import { type ParseOptions, safeParsePost } from "alphanode-post";
import type { Command } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import { readOrTell } from "../input.ts";
import { toJobs } from "../options.ts";
import { tellIssues, toJson } from "../output.ts";
import { parseLines } from "../parse-lines.ts";
import { SOURCES_HELP } from "../texts.ts";

interface ParseCommandOptions {
  strict?: boolean;
  ndjson?: boolean;
  jobs?: number;
}

/** Adds `parse`: JSON of each post on standard output; its issues as code frames on standard error, or in its line. */
export function addParse(program: Command): void {
  program
    .command("parse")
    .description("print posts as JSON; issues go to standard error as code frames")
    .argument("<source...>", "text of a post each, or with --ndjson many; - reads standard input")
    .option("--strict", "count warnings as errors")
    .option("--ndjson", "read any number of posts and print each as a line, with its issues")
    .option("--jobs <threads>", "with --ndjson, parse in so many threads (default: 1)", toJobs)
    .addHelpText(
      "after",
      `
What --ndjson reads and writes:

${SOURCES_HELP}
On standard input, too, each line is a post. Each post becomes a line, in the order in which they are read:
  {"id": "...", "success": true, "data": {...}, "issues": [...]}
  {"id": "...", "success": false, "partial": {...}, "issues": [...]}
"data" is the post; "partial" is what could be read of one that has errors. A line that is no post is told on
standard error with its file and number, and gives no line. Memory stays flat however many posts there are. A count of
posts, errors and issues goes to standard error at the end.

Exit status: 0, 1 if a post had errors (what could be parsed is printed all the same) or a line was no post, 2 on a
wrong call or where a file cannot be read.

Examples:
  alphanode parse post.txt
  alphanode parse - < post.txt | jq .meta.score
  alphanode parse --ndjson posts.ndjson > parsed.ndjson
  alphanode parse --ndjson --jobs 4 posts "more/**/*.txt" | jq -c 'select(.success) | .data.title'
  alphanode synth --count 1000 --form ndjson | alphanode parse --ndjson - | head -1`,
    )
    .action(async (sources: string[], options: ParseCommandOptions, command: Command) => {
      const { strict = false, ndjson = false, jobs } = options;
      if (ndjson) return parseLines(sources, { strict }, jobs ?? 1);
      if (jobs !== undefined) command.error("error: option '--jobs' goes with --ndjson");
      for (const file of sources) raiseExit(await parseFile(file, { strict }));
    });
}

/** Parses one file, prints it, and gives the exit status that follows. */
async function parseFile(file: string, options: ParseOptions): Promise<number> {
  const source = await readOrTell(file);
  if (source === undefined) return EXIT.usage;
  const result = safeParsePost(source, options);
  process.stdout.write(`${toJson(result.success ? result.data : result.partial, 2)}\n`);
  tellIssues(file, source, result.issues);
  return result.success ? EXIT.ok : EXIT.problems;
}
