import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import {
  applyFixes,
  type IssueCode,
  type ParseIssue,
  Post,
  safeParsePost,
  stringifyPost,
} from "alphanode-post";
import type { Command } from "commander";
import { STDIN } from "../content.ts";
import { EXIT, raiseExit } from "../exit.ts";
import { type From, formOf } from "../forms.ts";
import { say, showName, tell, tellFailure, tellIssues } from "../output.ts";
import { readSource } from "../source.ts";
import { fromOption } from "./parse.ts";

interface FormatOptions {
  from?: From;
  fix?: boolean;
  check?: boolean;
  write?: boolean;
}

/** A text in another form, or why there is none; and what was found in it. */
type Formatted = { readonly text: string; readonly lost?: string } | { readonly problem: string };

/** Issues that stand on text which canonical text would not hold. */
const LOST: ReadonlySet<IssueCode> = new Set<IssueCode>([
  "stray_text",
  "duplicate_meta_box",
  "duplicate_field",
  "duplicate_entry",
  "unknown_entry",
]);

/** Adds `format`: posts as canonical text. */
export function addFormat(program: Command): void {
  program
    .command("format")
    .description("print posts as canonical text: of JSON as parse prints it, or of text in any accepted form")
    .argument("<file...>", "text or JSON of a post each; - reads standard input")
    .option("--fix", "apply the fixes of issues alone, and leave every other character as it is")
    .option("--check", "print nothing, and name the files that would change")
    .option("--write", "write the files in place")
    .addOption(fromOption())
    .addHelpText(
      "after",
      `
What a file holds is told by its content, unless --from says it: text or JSON of a post, or as other commands read them
html, wxr, feed and json (REST), which take neither --fix, --check nor --write. Several posts have an empty line between.

A post with errors has no canonical text. --write leaves a file as it is where text would be lost that fits nowhere; with
--fix nothing is lost. What parsing finds goes to standard error.

Exit status: 0, 1 if a post had errors, text would be lost, or with --check if a file would change; 2 on a wrong call or
where a file cannot be read or written.

Examples:
  alphanode format post.json > post.txt
  alphanode format --check posts/*.txt
  alphanode format --fix --write posts/*.txt`,
    )
    .action(async (files: string[], options: FormatOptions, command: Command) => {
      if (options.write && (options.check || files.includes(STDIN))) {
        command.error("error: option '--write' goes with files, and not with --check");
      }
      for (const file of files) raiseExit(await formatFile(file, options));
    });
}

/** Formats a file, and gives the exit status that follows. */
async function formatFile(file: string, options: FormatOptions): Promise<number> {
  const source = await readText(file);
  if (source === undefined) return EXIT.failure;
  const from = options.from ?? "auto";
  const form = from === "auto" ? formOf(Buffer.from(source), file) : from;
  if (form !== "text" && form !== "lines") return formatOther(file, source, form, options);
  const formatted = options.fix ? fixed(file, source) : canonical(file, source);
  if ("problem" in formatted) {
    tell(file, formatted.problem);
    return EXIT.problems;
  }
  const { text, lost } = formatted;
  if (options.check) {
    if (text === source) return EXIT.ok;
    process.stdout.write(`${showName(file)}\n`);
    return EXIT.problems;
  }
  if (!options.write) {
    process.stdout.write(text);
    return EXIT.ok;
  }
  if (lost !== undefined) {
    tell(file, lost);
    return EXIT.problems;
  }
  return text === source ? EXIT.ok : writeText(file, text);
}

/** Prints the posts of a page, an export, a feed or a REST answer as canonical text. */
async function formatOther(
  file: string,
  source: string,
  from: From,
  { fix, check, write }: FormatOptions,
): Promise<number> {
  if (fix || check || write) {
    tell(
      file,
      "it holds no text of a post, so that nothing of it is mended or replaced; print it without options",
    );
    return EXIT.failure;
  }
  let status: number = EXIT.ok;
  let between = "";
  try {
    for await (const { id, text, reading } of readSource(file, source, { from, as: "post", options: {} })) {
      tellIssues(id, text, reading.issues);
      const formatted: Formatted = reading.success ? written(reading.post as Post) : { problem: HAS_ERRORS };
      if ("problem" in formatted) {
        tell(id, formatted.problem);
        status = EXIT.problems;
        continue;
      }
      process.stdout.write(between + formatted.text);
      between = "\n";
    }
  } catch (error) {
    tellFailure("read", file, error);
    return EXIT.failure;
  }
  return status;
}

const HAS_ERRORS = "the post has errors, and so no canonical text";

/** Reads a file whose every byte can be written back. */
async function readText(file: string): Promise<string | undefined> {
  try {
    const bytes = await (file === STDIN ? buffer(process.stdin) : readFile(file));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    tellFailure("read", file, error);
    return undefined;
  }
}

async function writeText(file: string, text: string): Promise<number> {
  try {
    await writeFile(file, text);
    say(`alphanode: ${showName(file)} is written`);
    return EXIT.ok;
  } catch (error) {
    tellFailure("write", file, error);
    return EXIT.failure;
  }
}

/** A text with its fixes applied. */
function fixed(file: string, source: string): Formatted {
  const { issues } = safeParsePost(source);
  tellIssues(
    file,
    source,
    issues.filter(({ fix }) => fix === undefined),
  );
  return { text: applyFixes(source, issues) };
}

/** The canonical text of a post. */
function canonical(file: string, source: string): Formatted {
  if (source.trimStart().startsWith("{")) return ofJson(source);
  const result = safeParsePost(source);
  tellIssues(file, source, result.issues);
  if (!result.success) return { problem: HAS_ERRORS };
  return written(result.data, lostBy(result.issues));
}

/** Says what canonical text would not hold, if anything. */
function lostBy(issues: readonly ParseIssue[]): string | undefined {
  const issue = issues.find(({ code }) => LOST.has(code));
  if (issue === undefined) return undefined;
  const { line } = issue.position.start;
  return `not written, since line ${line} would be lost (${issue.code}); mend it first, or take --fix`;
}

function ofJson(source: string): Formatted {
  try {
    const result = Post.safeParse(JSON.parse(source));
    if (result.success) return written(result.data);
    const [issue] = result.error.issues;
    return { problem: `the JSON is no post: ${issue?.path.join(".")}: ${issue?.message}` };
  } catch (error) {
    return { problem: `it is no JSON: ${showName((error as Error).message)}` };
  }
}

/** Writes a post; what no text can carry is a problem. */
function written(post: Post, lost?: string): Formatted {
  try {
    return { text: `${stringifyPost(post)}\n`, ...(lost !== undefined && { lost }) };
  } catch (error) {
    return { problem: showName((error as Error).message) };
  }
}
