import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { applyFixes, type IssueCode, type ParseIssue, Post, stringifyPost } from "alphanode-post";
import type { Command } from "commander";
import { STDIN } from "../content.ts";
import { EXIT, raiseExit } from "../exit.ts";
import { type Form, type From, formOf, isAnswer } from "../forms.ts";
import { postsIn, within } from "../joined.ts";
import { notes } from "../notes.ts";
import { say, showName, tell, tellFailure, tellIssues } from "../output.ts";
import { READERS } from "../readers.ts";
import { readSource } from "../source.ts";
import { findFiles } from "../sources.ts";
import { tellNone } from "../texts.ts";
import { fromOption } from "./parse.ts";

interface FormatOptions {
  from?: From;
  fix?: boolean;
  check?: boolean;
  write?: boolean;
}

/** A post in another form, or why there is none; and what of it canonical text would not hold. */
type Formatted = { readonly text: string; readonly lost?: string } | { readonly problem: string };

/** The same of a post of a file, by what the post is known by. */
type NamedText = Formatted & { readonly id: string };

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
    .argument("<file...>", "text or JSON of a post each, directories, patterns; - reads standard input")
    .option("--fix", "apply the fixes of issues alone, and leave every other character as it is")
    .option("--check", "print no text, and name the files that would change")
    .option("--write", "write the files in place")
    .addOption(fromOption())
    .addHelpText(
      "after",
      notes(`
What a file holds is recognized by its content, unless --from says it: text or JSON of a post, or
html, wxr, feed and json (REST) as other commands read them. Of these, the text of their posts is printed; --fix, --check and --write
are for text and JSON alone. Several posts have an empty line between;
a file of text that holds several is changed as a whole or not at all.

A post with errors has no canonical text, and is named on standard error. What else parsing finds is shown there as code frames;
with --check it is not, since "alphanode check" shows it. --write leaves a file as it is where text would be lost that fits nowhere; with
--fix nothing is lost.

Exit status: 0, 1 if a post had errors, text would be lost, or with --check if a file would change; 2 on a wrong call,
where a file cannot be read or written or there was no post.

Examples:
  alphanode format post.json > post.txt
  alphanode format --check posts
  alphanode format --fix --write posts/*.txt`),
    )
    .action(async (files: string[], options: FormatOptions, command: Command) => {
      if (options.write && (options.check || files.includes(STDIN))) {
        command.error("error: option '--write' goes with files, and not with --check");
      }
      let formatted = 0;
      for await (const file of findFiles(files)) {
        raiseExit(await formatFile(file, options));
        formatted += 1;
      }
      tellNone(formatted);
    });
}

/** Formats a file, and gives the exit status that follows. */
async function formatFile(file: string, options: FormatOptions): Promise<number> {
  const source = await readText(file);
  if (source === undefined) return EXIT.failure;
  const from = options.from ?? "auto";
  const held = from === "auto" ? formOf(Buffer.from(source), file) : from;
  // Lines with an answer of WordPress each are read as one answer of several.
  const form = held === "lines" && isAnswer(source) ? "json" : held;
  if (form !== "text" && form !== "lines") return formatOther(file, source, form, options);
  const posts = options.fix ? fixed(file, source, options) : canonical(file, source, options);
  return put(file, source, posts, options);
}

/** Prints, writes or compares what came of the posts of a text, and gives the exit status that follows. */
async function put(
  file: string,
  source: string,
  posts: readonly NamedText[],
  { check, write }: FormatOptions,
): Promise<number> {
  for (const post of posts) if ("problem" in post) tell(post.id, post.problem);
  const formed = posts.filter((post) => "text" in post);
  const text = formed.map((post) => post.text).join("\n");
  const status = formed.length < posts.length ? EXIT.problems : EXIT.ok;
  if (!check && !write) {
    process.stdout.write(text);
    return status;
  }
  if (status !== EXIT.ok || text === source) return status;
  if (check) {
    process.stdout.write(`${showName(file)}\n`);
    return EXIT.problems;
  }
  const lost = formed.filter((post) => post.lost !== undefined);
  for (const post of lost) tell(post.id, post.lost as string);
  return lost.length > 0 ? EXIT.problems : writeText(file, text);
}

/** Prints the posts of a page, an export, a feed or a REST answer as canonical text. */
async function formatOther(
  file: string,
  source: string,
  form: Exclude<Form, "text" | "lines">,
  { fix, check, write }: FormatOptions,
): Promise<number> {
  const option = fix ? "--fix" : check ? "--check" : write && "--write";
  if (option) {
    tell(
      file,
      `it is ${NAMES[form]}, but ${option} takes only text or JSON of posts; alphanode format alone prints it as text`,
    );
    return EXIT.failure;
  }
  let status: number = EXIT.ok;
  let between = "";
  try {
    for await (const { id, text, reading } of readSource(file, source, form)) {
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

/** What holds posts and is no text of them. */
const NAMES: Readonly<Record<Exclude<Form, "text" | "lines">, string>> = {
  html: "a web page",
  wxr: "an export of WordPress",
  feed: "a feed",
  json: "an answer of a REST interface",
};

const HAS_ERRORS = "the post has errors, and so no canonical text; alphanode check shows them";

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

/** The text of a file with the fixes of its posts applied. */
function fixed(file: string, source: string, { check }: FormatOptions): NamedText[] {
  const issues = readJoined(file, source).flatMap(({ reading }) => reading.issues);
  const left = issues.filter(({ fix }) => fix === undefined);
  if (!check) tellIssues(file, source, left);
  return [{ id: file, text: applyFixes(source, issues) }];
}

/** The canonical text of each post of a file. */
function canonical(file: string, source: string, { check }: FormatOptions): NamedText[] {
  if (source.trimStart().startsWith("{")) return [{ id: file, ...ofJson(source) }];
  return readJoined(file, source).map(({ id, reading: { success, post, issues } }) => {
    if (!check) tellIssues(id, source, issues);
    return { id, ...(success ? written(post as Post, lostBy(issues)) : { problem: HAS_ERRORS }) };
  });
}

/** Reads the posts of a text. Their issues point into the text. */
const readJoined = (file: string, source: string) =>
  postsIn(file, source).map(({ id, text, start }) => ({
    id,
    reading: within(start, READERS.post(text, {})),
  }));

/** Says what canonical text would not hold, if anything. */
function lostBy(issues: readonly ParseIssue[]): string | undefined {
  const issue = issues.find(({ code }) => LOST.has(code));
  if (issue === undefined) return undefined;
  const { line } = issue.position.start;
  return `not written, since line ${line} would be lost (${issue.code}); correct it first, or take --fix`;
}

function ofJson(source: string): Formatted {
  try {
    const result = Post.safeParse(JSON.parse(source));
    if (result.success) return written(result.data);
    const [issue] = result.error.issues;
    return { problem: `the JSON is not a post: ${issue?.path.join(".")}: ${issue?.message}` };
  } catch (error) {
    return { problem: `it is not JSON: ${showName((error as Error).message)}` };
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
