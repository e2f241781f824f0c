import { formatIssues, type ParseIssue, type ParseOptions } from "alphanode-post";
import { type Command, Option } from "commander";
import { toAnnotation } from "../annotation.ts";
import { EXIT, raiseExit } from "../exit.ts";
import { explain } from "../explain.ts";
import { endHere } from "../failure.ts";
import type { From } from "../forms.ts";
import { toJson } from "../json.ts";
import { notes } from "../notes.ts";
import { toCount } from "../options.ts";
import { say, showName } from "../output.ts";
import { type Paint, paintFor } from "../paint.ts";
import type { ReadAs } from "../readers.ts";
import { type SarifPost, toSarif } from "../sarif.ts";
import { type Counts, countReading, noCounts } from "../tally.ts";
import { readTexts, SOURCES, SOURCES_HELP } from "../texts.ts";
import { asOption, fromOption } from "./parse.ts";

/** What was found in a post. */
interface CheckedPost {
  readonly id: string;
  readonly file: string;
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

const REPORTS: Readonly<Record<string, () => Report>> = {
  text: () => ({
    post: ({ id, text, issues }, paint) =>
      issues.length > 0 ? `${showName(id)}\n\n${formatIssues(text, issues, { paint })}\n\n` : "",
    end: writeCounts,
  }),
  json: () => ({
    post: ({ id, success, issues }) => `${toJson({ id, success, issues })}\n`,
    end: () => "",
  }),
  github: () => ({
    post: ({ file, issues }) => issues.map((issue) => `${toAnnotation(file, issue)}\n`).join(""),
    end: writeCounts,
  }),
  sarif: () => {
    const posts: SarifPost[] = [];
    return {
      post: ({ file, issues }) => {
        posts.push({ file, issues });
        return "";
      },
      end: () => `${toJson(toSarif(posts), 2)}\n`,
    };
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
  quiet?: boolean;
  maxWarnings?: number;
  as: ReadAs;
  maxLength?: number;
  from?: From;
}

/** Adds `check`: what is wrong with posts, for people, for programs and for GitHub Actions. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description("report what is wrong with posts, and how many are right")
    .argument("<source...>", SOURCES)
    .addOption(new Option("--format <format>", "how to report").choices(Object.keys(REPORTS)).default("text"))
    .option("--strict", "count warnings as errors")
    .option("--quiet", "report errors alone")
    .option("--max-warnings <issues>", "end with 1 where there are more warnings", toCount)
    .option("--explain <code>", "print what a code of issues means, how to correct it, and nothing else")
    // As --help, it asks for no source.
    .on("option:explain", function (this: Command, code: string) {
      printExplanation(code, this);
      endHere();
    })
    .addOption(asOption())
    .option("--max-length <characters>", "the longest text that is read (default: 1000000)", toCount)
    .addOption(fromOption())
    .addHelpText(
      "after",
      notes(`
text shows issues as code frames, in colours on a terminal (--no-color, NO_COLOR=1 and FORCE_COLOR=1 say otherwise). json is a
line for each post, {"id", "success", "issues"}, clean ones too; each issue has code, severity, message, path and
position. github is a workflow command for each issue, which GitHub Actions shows at its line of the file. sarif is one
document (SARIF 2.1.0), which code scanners read.

${SOURCES_HELP}

Exit status: 0, 1 if a post had errors, a line was no post or there were too many warnings, 2 on a wrong call or where
a file cannot be read or there was no post.

Examples:
  alphanode check posts
  alphanode check --strict post.txt
  alphanode check --format json posts | jq -r 'select(.success | not).id'
  alphanode check --format github posts
  alphanode check --explain wrapped_text`),
    )
    .action(async (sources: string[], given: CheckOptions) => {
      await check(sources, given, paintFor("Out"));
    });
}

function printExplanation(code: string, command: Command): void {
  const text = explain(code);
  if (text === undefined) command.error(`error: there is no code '${code}'; docs/issues.md lists all`);
  process.stdout.write(`${text}\n`);
}

async function check(sources: readonly string[], given: CheckOptions, paint: Paint): Promise<void> {
  const {
    strict = false,
    quiet = false,
    maxWarnings = Number.POSITIVE_INFINITY,
    maxLength,
    from,
    as,
  } = given;
  const options: ParseOptions = { strict, ...(maxLength !== undefined && { maxLength }) };
  const report = (REPORTS[given.format] as () => Report)();
  const counts = noCounts();
  let warnings = 0;
  let boxless = 0;
  for await (const { id, file, text, reading: result } of readTexts(sources, { from, as, options })) {
    countReading(counts, result);
    const errors = result.issues.filter(({ severity }) => severity === "error");
    warnings += result.issues.length - errors.length;
    if (errors.length > 0 && errors.every(({ code }) => code === "missing_meta_box")) boxless += 1;
    const issues = quiet ? errors : result.issues;
    process.stdout.write(report.post({ id, file, text, success: result.success, issues }, paint));
  }
  if (counts.posts > 0) process.stdout.write(report.end(counts, paint));
  if (counts.errors > 0) raiseExit(EXIT.problems);
  if (warnings > maxWarnings) {
    say(
      `alphanode: ${warnings} ${warnings === 1 ? "warning" : "warnings"}, more than the ${maxWarnings} allowed`,
    );
    raiseExit(EXIT.problems);
  }
  if (as === "post" && boxless > 0) {
    const texts = boxless === 1 ? "1 text has" : `${boxless} texts have`;
    say(`alphanode: ${texts} no box; dense copies and other articles without one are read with --as auto`);
  }
  if (counts.codes.source_too_long) say("alphanode: longer texts are read with --max-length <characters>");
}
