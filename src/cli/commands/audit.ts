import { auditPost, type Post, type RuleGroup } from "alphanode-post";
import { type Command, Option } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import type { From } from "../forms.ts";
import { toJson } from "../json.ts";
import { notes } from "../notes.ts";
import { showName, tellIssues } from "../output.ts";
import { type NamedText, readTexts, SOURCES_HELP } from "../texts.ts";
import { fromOption } from "./parse.ts";

interface AuditCommandOptions {
  format: string;
  groups?: RuleGroup[];
  from?: From;
}

/** The groups of rules. */
const GROUPS: readonly RuleGroup[] = ["consistency", "review", "number"];

/** Adds `audit`: what contradicts in each post, and what keeps it from being indexed, a line each. */
export function addAudit(program: Command): void {
  program
    .command("audit")
    .description("report where fields of posts contradict each other, and which posts are not ready to index")
    .argument("<source...>", "texts of posts, .ndjson files, directories, patterns; - reads standard input")
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json"]).default("text"))
    .addOption(
      new Option("--groups <group...>", "what to ask (default: consistency and review)").choices(GROUPS),
    )
    .addOption(fromOption())
    .addHelpText(
      "after",
      notes(`
${SOURCES_HELP}

A finding is a line: id, group and rule, and both values. With --format json, each post is a line:
{"id", "success", "findings"}. What parsing finds goes to standard error; a post that
has errors is not audited.

Exit status: 0, 1 if there was a finding, a post had errors or a line was no post, 2 on a wrong call, where a file
cannot be read or there was no post.

Examples:
  alphanode audit posts/*.txt
  alphanode audit posts.ndjson --groups consistency number`),
    )
    .action(async (sources: string[], options: AuditCommandOptions) => {
      for await (const post of readTexts(sources, { from: options.from })) raiseExit(audit(post, options));
    });
}

/** Audits one post, and gives the exit status that follows. */
function audit(
  { id, text, reading: { success, post, issues } }: NamedText,
  { format, groups }: AuditCommandOptions,
): number {
  tellIssues(id, text, issues);
  const findings = success ? auditPost(post as Post, { groups }) : [];
  if (format === "json") process.stdout.write(`${toJson({ id, success, findings })}\n`);
  else
    for (const { group, rule, message } of findings)
      process.stdout.write(`${showName(id)}: ${group}/${rule}: ${message}\n`);
  return success && findings.length === 0 ? EXIT.ok : EXIT.problems;
}
