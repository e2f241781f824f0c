import { formatIssues, safeParsePost } from "alphanode-post";
import type { Command } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import { readSource } from "../input.ts";
import { showName, toJson } from "../output.ts";

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
  let source: string;
  try {
    source = await readSource(file);
  } catch (error) {
    process.stderr.write(`alphanode: cannot read ${showName(file)}: ${reason(error)}\n`);
    return EXIT.usage;
  }
  const result = safeParsePost(source, { strict });
  process.stdout.write(`${toJson(result.success ? result.data : result.partial, 2)}\n`);
  if (result.issues.length > 0) {
    process.stderr.write(`${showName(file)}\n\n${formatIssues(source, result.issues)}\n\n`);
  }
  return result.success ? EXIT.ok : EXIT.problems;
}

/** Says in a few words why a file could not be read. */
function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: "no such file",
    EISDIR: "it is a directory",
    EACCES: "no permission",
  };
  return known[code ?? ""] ?? showName(message);
}
