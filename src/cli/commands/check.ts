import { formatIssues, type ParseIssue, type ParseOptions } from "alphanode-post";
import { type Command, Option } from "commander";
import { toAnnotation } from "../annotation.ts";
import type { Input } from "../content.ts";
import { EXIT, raiseExit } from "../exit.ts";
import { toCount } from "../options.ts";
import { say, showName, toJson } from "../output.ts";
import { type Paint, paintFor } from "../paint.ts";
import { READERS, type ReadAs } from "../readers.ts";
import { type Counts, countReading, noCounts } from "../tally.ts";
import { readTexts, SOURCES_HELP } from "../texts.ts";
import { asOption, inputOption } from "./parse.ts";

/** What was found in a post. */
interface CheckedPost {
  readonly id: string;
  readonly text: string;
  readonly success: boolean;
  readonly issues: readonly ParseIssue[];
}

/** A form of the report. */
interface Report {
  /** Writes what was found in a post, whole lines; nothing where there is nothing to say. */
  readonly post: (post: CheckedPost, paint: Paint) => string;
  /** Writes the line that closes the report. */
  readonly end: (counts: Counts, paint: Paint) => string;
}

const REPORTS: Readonly<Record<string, Report>> = {
  text: {
    post: ({ id, text, issues }, paint) =>
      issues.length > 0 ? `${showName(id)}\n\n${formatIssues(text, issues, { paint })}\n\n` : "",
    end: writeCounts,
  },
  json: {
    post: ({ id, success, issues }) => `${toJson({ id, success, issues })}\n`,
    end: () => "",
  },
  github: {
    post: ({ id, issues }) => issues.map((issue) => `${toAnnotation(id, issue)}\n`).join(""),
    end: writeCounts,
  },
};

/** Writes how many posts there were: `3 posts: 1 with errors, 1 with warnings, 1 clean`. */
function writeCounts(counts: Counts, paint: Paint): string {
  const { posts, errors, warnings } = counts;
  const parts = [
    errors > 0 ? paint("error", `${errors} with errors`) : "0 with errors",
    warnings > 0 ? paint("warning", `${warnings} with warnings`) : "0 with warnings",
    `${posts - errors - warnings} clean`,
  ];
  return `${posts} ${posts === 1 ? "post" : "posts"}: ${parts.join(", ")}\n`;
}

interface CheckOptions {
  format: string;
  strict?: boolean;
  as: ReadAs;
  maxLength?: number;
  input?: Input;
}

/** Adds `check`: what is wrong with posts, for people, for programs and for GitHub Actions. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description("tell what is wrong with posts, and how many are right")
    .argument("<source...>", "texts of posts, .ndjson files, directories, patterns; - reads standard input")
    .addOption(new Option("--format <format>", "how to report").choices(Object.keys(REPORTS)).default("text"))
    .option("--strict", "count warnings as errors")
    .addOption(asOption())
    .option("--max-length <characters>", "the longest text that is read (default: 1000000)", toCount)
    .addOption(inputOption())
    .addHelpText(
      "after",
      `
text shows issues as code frames, in colours on a terminal (NO_COLOR=1 and FORCE_COLOR=1 say otherwise). json is a
line for each post, {"id", "success", "issues"}, clean ones too; each issue has code, severity, message, path and
position. github is a workflow command for each issue, which GitHub Actions shows at its line of the file.

${SOURCES_HELP}

Exit status: 0, 1 if a post had errors or a line was no post, 2 on a wrong call or where a file cannot be read
or there was no post.

Examples:
  alphanode check posts
  alphanode check --strict post.txt
  alphanode check --format json posts | jq -r 'select(.success | not).id'
  alphanode check --format github posts`,
    )
    .action(async (sources: string[], given: CheckOptions, command: Command) => {
      const { format, strict = false, as, maxLength, input } = given;
      const options: ParseOptions = { strict, ...(maxLength !== undefined && { maxLength }) };
      const report = REPORTS[format] as Report;
      const paint = paintFor(command);
      const counts = noCounts();
      for await (const { id, text } of readTexts(sources, input)) {
        const result = READERS[as](text, options);
        const { success, issues } = result;
        countReading(counts, result);
        process.stdout.write(report.post({ id, text, success, issues }, paint));
      }
      process.stdout.write(report.end(counts, paint));
      if (counts.errors > 0) raiseExit(EXIT.problems);
      if (counts.posts > 0) return;
      // A run that checked nothing must not pass for one that found nothing.
      say("alphanode: there was no post to check");
      raiseExit(EXIT.failure);
    });
}
