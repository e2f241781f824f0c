import { auditPost, safeParsePost } from "alphanode-post";
import type { Command } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import { readOrTell } from "../input.ts";
import { showName, tellIssues } from "../output.ts";

/** Adds `audit`: what contradicts in each post, and what keeps it from being indexed, a line each. */
export function addAudit(program: Command): void {
  program
    .command("audit")
    .description("tell where fields of posts contradict each other, and which posts are not ready to index")
    .argument("<file...>", "text of a post each; - reads standard input")
    .addHelpText(
      "after",
      `
A finding is a line: file, group and rule, and both values. What parsing finds goes to standard error; a post that
has errors is not audited.

Exit status: 0, 1 if there was a finding or a post had errors, 2 on a wrong call.

Example:
  alphanode audit posts/*.txt`,
    )
    .action(async (files: string[]) => {
      for (const file of files) raiseExit(await auditFile(file));
    });
}

/** Parses and audits one file, and gives the exit status that follows. */
async function auditFile(file: string): Promise<number> {
  const source = await readOrTell(file);
  if (source === undefined) return EXIT.usage;
  const result = safeParsePost(source);
  tellIssues(file, source, result.issues);
  if (!result.success) return EXIT.problems;
  const findings = auditPost(result.data);
  for (const { group, rule, message } of findings) {
    process.stdout.write(`${showName(file)}: ${group}/${rule}: ${message}\n`);
  }
  return findings.length === 0 ? EXIT.ok : EXIT.problems;
}
