import { auditPost, type Post } from "alphanode-post";
import type { Command } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import type { From } from "../forms.ts";
import { showName, tellIssues } from "../output.ts";
import { type NamedText, readTexts, SOURCES_HELP } from "../texts.ts";
import { fromOption } from "./parse.ts";

/** Adds `audit`: what contradicts in each post, and what keeps it from being indexed, a line each. */
export function addAudit(program: Command): void {
  program
    .command("audit")
    .description("tell where fields of posts contradict each other, and which posts are not ready to index")
    .argument("<source...>", "texts of posts, .ndjson files, directories, patterns; - reads standard input")
    .addOption(fromOption())
    .addHelpText(
      "after",
      `
${SOURCES_HELP}

A finding is a line: id, group and rule, and both values. What parsing finds goes to standard error; a post that
has errors is not audited.

Exit status: 0, 1 if there was a finding, a post had errors or a line was no post, 2 on a wrong call or where a file
cannot be read.

Examples:
  alphanode audit posts/*.txt
  alphanode audit posts.ndjson`,
    )
    .action(async (sources: string[], { from }: { from?: From }) => {
      for await (const post of readTexts(sources, { from })) raiseExit(audit(post));
    });
}

/** Audits one post, and gives the exit status that follows. */
function audit({ id, text, reading: { success, post, issues } }: NamedText): number {
  tellIssues(id, text, issues);
  if (!success) return EXIT.problems;
  const findings = auditPost(post as Post);
  for (const { group, rule, message } of findings) {
    process.stdout.write(`${showName(id)}: ${group}/${rule}: ${message}\n`);
  }
  return findings.length === 0 ? EXIT.ok : EXIT.problems;
}
