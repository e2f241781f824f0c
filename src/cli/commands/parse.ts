import { type ParseOptions, parseTree } from "alphanode-post";
import type { Box } from "alphanode-post/box";
import { type Command, Option } from "commander";
import { loadBox } from "../box-module.ts";
import { EXIT, raiseExit } from "../exit.ts";
import { FORMATS, type Format, formatOf } from "../formats/formats.ts";
import { FORMS, type From } from "../forms.ts";
import { readOrTell } from "../input.ts";
import { toJson } from "../json.ts";
import { notes } from "../notes.ts";
import { toCount, toJobs, toNames } from "../options.ts";
import { showLines, tellIssues } from "../output.ts";
import { printBoxes } from "../parse-boxes.ts";
import { parseLines } from "../parse-lines.ts";
import { READERS, type ReadAs } from "../readers.ts";
import { FIELDS } from "../records.ts";
import { findFiles } from "../sources.ts";
import { type ReadingOptions, readTexts, SOURCES, SOURCES_HELP, tellNone } from "../texts.ts";

interface ParseCommandOptions {
  strict?: boolean;
  tree?: boolean;
  positions?: boolean;
  as: ReadAs;
  box?: string;
  maxLength?: number;
  ndjson?: boolean;
  rows?: boolean;
  sketch?: boolean;
  format?: Format;
  out?: string;
  resume?: boolean;
  from?: From;
  idField?: string;
  textField?: string;
  keep?: string[];
  failOn?: "errors" | "never";
  quiet?: boolean;
  jobs?: number;
}

/** Options that make no sense for a post that is printed by itself. */
const FOR_MANY = [
  "out",
  "resume",
  "idField",
  "textField",
  "keep",
  "sketch",
  "quiet",
  "jobs",
] as const satisfies (keyof ParseCommandOptions)[];

/** Options of posts, which boxes of other sites have no use for. */
const FOR_POSTS = ["tree", "as", "rows", "sketch", "format", "out", "resume", "quiet", "jobs"] as const;

/** Adds `parse`: JSON of each post on standard output; its issues as code frames on standard error, or in its line. */
export function addParse(program: Command): void {
  program
    .command("parse")
    .description("print posts as JSON; issues go to standard error as code frames")
    .argument("<source...>", SOURCES)
    .option("--strict", "count warnings as errors")
    .option("--tree", "print the syntax tree of each text")
    .option("--positions", "tell where each value stands, by JSON Pointer")
    .addOption(asOption())
    .option("--box <module>", "read boxes of another site, as the module declares them: see docs/boxes.md")
    .option("--max-length <characters>", "the longest text that is read (default: 1000000)", toCount)
    .addOption(new Option("--fail-on <what>", "what ends with 1").choices(["errors", "never"]))
    .option("--ndjson", "print each post as a line, with its issues")
    .option("--rows", "the same, as rows of one shape for engines: see docs/engines.md")
    .addOption(
      new Option(
        "--format <format>",
        "of rows; parquet and arrow need hyparquet-writer and apache-arrow",
      ).choices(Object.keys(FORMATS)),
    )
    .option(
      "--out <file>",
      "write to a file, whole or not at all; its ending tells the format, or it is ndjson",
    )
    .option("--resume", "with --out, go on where an earlier run of the same call was ended")
    .addOption(fromOption())
    .option("--id-field <name>", 'property of a line that holds the id (default: "id", or "url")')
    .option("--text-field <name>", 'property of a line that holds the text (default: "text")')
    .option("--keep <names>", "properties of a line to keep, with commas between them", toNames)
    .option("--sketch", "give each row the sketch of its post, for duplicates --blocks")
    .option("--quiet", "say nothing on standard error that the lines say")
    .option("--jobs <threads>", "parse in so many threads (default: 1)", toJobs)
    .addHelpText(
      "after",
      notes(`
${SOURCES_HELP}

With --ndjson and --rows, each line of standard input is a post unless --from says otherwise, and each line and each text
becomes a line, in order, whatever it holds:
  {"id": "...", "success": true, "data": {...}, "issues": [...]}
  {"id": "...", "success": false, "partial": {...}, "issues": [...]}
with --positions each has "positions": {"/meta/score/quality": {"start": {...}, "end": {...}}, ...}, too, and so has a post that is
printed by itself. "data" is the post; "partial" is what could be read of one that has errors. A line that is no post has an issue whose
code begins with "input_", and is reported on standard error with its file and number. --rows writes
  {"id": "...", "success": ..., "post": {...}, "issues": [...]}
with the same keys in each line; "alphanode schema --of row --for ..." has the types. What --keep names stands under
"kept", as texts. --box prints what each box of a text holds, or with --ndjson the same lines; several boxes of a text are
known as name#1, name#2. --out writes over no file that is read. Memory stays flat however many posts there are. A count of posts, errors and issues goes to standard
error at the end.

Exit status: 0, 1 if a post had errors (what could be parsed is printed all the same) or a line was no post, unless
--fail-on never; 2 on a wrong call, where a file cannot be read or written or, without --ndjson and --rows, there was no post,
and on any other failure.

Examples:
  alphanode parse post.txt
  alphanode parse posts | jq .title
  alphanode parse - < post.txt | jq .meta.score
  alphanode parse posts.ndjson --rows --out posts.parquet
  alphanode parse --ndjson --jobs 4 posts "more/**/*.txt" | jq -c 'select(.success) | .data.title'
  alphanode parse --box ./my-box.js --ndjson texts
  alphanode synth --count 1000 --form ndjson | alphanode parse --rows - > rows.ndjson`),
    )
    .action(async (sources: string[], given: ParseCommandOptions, command: Command) => {
      const { strict = false, maxLength, as, failOn, out, from = "auto", keep = [] } = given;
      const { positions = false } = given;
      const options: ParseOptions = {
        strict,
        ...(maxLength !== undefined && { maxLength }),
        ...(positions && { positions }),
      };
      const failOnErrors = failOn !== "never";
      const { idField, textField = FIELDS.text, resume = false, quiet = false } = given;
      const fields = { text: textField, id: idField === undefined ? FIELDS.id : [idField], keep };
      if (given.box !== undefined) {
        const box = await boxOf(command, given.box);
        const { ndjson = false } = given;
        if (!ndjson && keep.length > 0) command.error("error: option '--keep' goes with --ndjson");
        if (!ndjson && positions) command.error("error: option '--positions' of boxes goes with --ndjson");
        return printBoxes(sources, { box, options, from, fields, ndjson, failOnErrors });
      }
      const format = given.format ?? formatOf(out ?? "") ?? "ndjson";
      const rows = given.rows ?? format !== "ndjson";
      if (positions && (rows || given.tree))
        command.error("error: option '--positions' goes with posts as JSON, not with --rows or --tree");
      if (!rows && given.ndjson === undefined) {
        refuse(command, given);
        return given.tree ? printTrees(sources) : printPosts(sources, { from, as, options, failOnErrors });
      }
      if (given.tree) command.error("error: option '--tree' goes with texts alone");
      if (format !== "ndjson" && given.ndjson) command.error(`error: --format ${format} takes --rows`);
      const { sketch = false } = given;
      if (sketch && !rows) command.error("error: option '--sketch' goes with --rows");
      if (given.resume && (out === undefined || format !== "ndjson")) {
        command.error("error: option '--resume' goes with --out, and with lines of JSON");
      }
      await parseLines({
        sources,
        inputs: { files: from, stdin: from === "auto" ? "lines" : from, as, options },
        making: { as, options, rows, sketch, fields },
        jobs: given.jobs ?? 1,
        format,
        ...(out !== undefined && { out }),
        resume,
        quiet,
        failOnErrors,
      });
    });
}

/** The option that says what texts are. */
export const asOption = (): Option =>
  new Option(
    "--as <what>",
    "what texts are: auto takes a post without a box or without an article for what it is",
  )
    .choices(Object.keys(READERS))
    .default("post");

/** The option that says what files hold. */
export const fromOption = (): Option =>
  new Option("--input, --from <form>", "what sources hold, if not what they look like").choices([...FORMS]);

/** Ends the run where an option is given that goes with many posts. */
function refuse(command: Command, given: ParseCommandOptions): void {
  const wrong = FOR_MANY.find((name) => given[name] !== undefined);
  if (wrong === undefined) return;
  const flag = command.options.find((option) => option.attributeName() === wrong)?.long;
  command.error(`error: option '${flag}' goes with --ndjson or --rows`);
}

/** Loads the box of a module; ends the run where there is none, or an option has no meaning for it. */
async function boxOf(command: Command, file: string): Promise<Box> {
  const wrong = FOR_POSTS.find((name) => command.getOptionValueSource(name) === "cli");
  const flag = command.options.find((option) => option.attributeName() === wrong)?.long;
  if (flag !== undefined) command.error(`error: option '${flag}' goes with posts, not with --box`);
  try {
    return await loadBox(file);
  } catch (error) {
    return command.error(showLines(`error: cannot read a box from ${file}: ${(error as Error).message}`));
  }
}

/** Prints posts one after the other, and what is wrong with each. */
async function printPosts(sources: readonly string[], reading: ReadingOptions): Promise<void> {
  for await (const { id, text, reading: result } of readTexts(sources, reading)) {
    const { post, positions } = result;
    process.stdout.write(
      `${toJson({ ...post, ...(positions && { positions: Object.fromEntries(positions) }) }, 2)}\n`,
    );
    tellIssues(id, text, result.issues);
    if (!result.success && reading.failOnErrors) raiseExit(EXIT.problems);
  }
}

/** Prints the syntax trees of files, each as one text. */
async function printTrees(sources: readonly string[]): Promise<void> {
  let trees = 0;
  for await (const file of findFiles(sources)) {
    const source = await readOrTell(file);
    if (source === undefined) raiseExit(EXIT.failure);
    else process.stdout.write(`${toJson(parseTree(source), 2)}\n`);
    trees += 1;
  }
  tellNone(trees);
}
