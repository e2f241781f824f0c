import { safeParsePost } from "alphanode-post";
import type { Command } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import { readOrTell } from "../input.ts";
import { tellIssues, toJson } from "../output.ts";

/** Adds `parse`: JSON of each post on standard output, its issues as code frames on standard error. */
export function addParse(program: Command): void {
  program
    .command("parse")
    .description("print posts as JSON; issues go to standard error as code frames")
    .argument("<file...>", "text of a post each; - reads standard input")
    .option("--strict", "count warnings as errors")
    .addHelpText(
      "after",
      `
Exit status: 0, 1 if a post had errors (what could be parsed is printed all the same), 2 on a wrong call.

Examples:
  alphanode parse post.txt
  alphanode parse - < post.txt | jq .meta.score`,
    )
    .action(async (files: string[], { strict = false }: { strict?: boolean }) => {
      for (const file of files) raiseExit(await parseFile(file, strict));
    });
}

/** Parses one file, prints it, and gives the exit status that follows. */
async function parseFile(file: string, strict: boolean): Promise<number> {
  const source = await readOrTell(file);
  if (source === undefined) return EXIT.usage;
  const result = safeParsePost(source, { strict });
  process.stdout.write(`${toJson(result.success ? result.data : result.partial, 2)}\n`);
  tellIssues(file, source, result.issues);
  return result.success ? EXIT.ok : EXIT.problems;
}
