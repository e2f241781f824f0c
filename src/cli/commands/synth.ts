import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Post, postToHtml, postToMarkdown, stringifyPost } from "alphanode-post";
import { synthesizePosts } from "alphanode-post/synth";
import { type Command, InvalidArgumentError, Option } from "commander";
import { EXIT, raiseExit } from "../exit.ts";
import { makeFolder } from "../folder.ts";
import { toJson } from "../json.ts";
import { load } from "../load.ts";
import { notes } from "../notes.ts";
import { say, tellFailure } from "../output.ts";
import { Progress, withProgress } from "../progress.ts";

/** How posts are written: one to a file of its own, or all to one stream. */
interface Form {
  readonly extension: string;
  /** Writes a post, without a line end after its last line. */
  readonly write: (post: Post) => string;
  /** What a stream holds besides posts; `none` is a stream without any. */
  readonly stream: {
    readonly before: string;
    readonly between: string;
    readonly after: string;
    readonly none: string;
  };
}

const TEXTS: Form["stream"] = { before: "", between: "\n\n", after: "\n", none: "" };

const FORMS: Readonly<Record<string, Form>> = {
  spaced: { extension: "txt", write: (post) => stringifyPost(post), stream: TEXTS },
  dense: { extension: "txt", write: (post) => stringifyPost(post, { form: "dense" }), stream: TEXTS },
  json: {
    extension: "json",
    write: (post) => toJson(post, 2),
    stream: { before: "[\n", between: ",\n", after: "\n]\n", none: "[]\n" },
  },
  ndjson: { extension: "ndjson", write: toLine, stream: { ...TEXTS, between: "\n" } },
  html: { extension: "html", write: (post) => postToHtml(post), stream: TEXTS },
  markdown: { extension: "md", write: postToMarkdown, stream: TEXTS },
};

/** The form of a WordPress export, whose files hold many posts each. */
const EXPORT = "wxr";

/** Writes a post as a line of the form that the other commands read: its id and its text. */
function toLine(post: Post): string {
  return toJson({ id: post.meta.payload.sourceId, text: stringifyPost(post) });
}

interface SynthOptions {
  count: number;
  first: number;
  form: string;
  out?: string;
}

/** Adds `synth`: made posts on standard output, or each in a file of its own. */
export function addSynth(program: Command): void {
  program
    .command("synth")
    .description("make posts by number: the same number is the same post, everywhere")
    .option("--count <posts>", "how many", toNumber, 1)
    .option("--first <number>", "number of the first, 0 to 999999", toNumber, 1)
    .addOption(
      new Option("--form <form>", "what to write").choices([...Object.keys(FORMS), EXPORT]).default("spaced"),
    )
    .option("--out <dir>", "write each post to a file of its own there, named after its source id")
    .addHelpText(
      "after",
      notes(`
Without --out, posts go to standard output: texts with an empty line between them, json as one array,
ndjson as {"id", "text"} a line, which parse --ndjson, similar and duplicates read. wxr is a WordPress
export: one on standard output, or with --out files under 2 MB, which is what PHP takes as an upload.
It needs htmlparser2.

Exit status: 0, 2 on a wrong call or where a file cannot be written.

Examples:
  alphanode synth --count 1000 --form ndjson > posts.ndjson
  alphanode synth --first 39770 --form dense
  alphanode synth --count 1000 --out posts && alphanode audit posts/*.txt`),
    )
    .action(async ({ count, first, form: name, out }: SynthOptions, command: Command) => {
      const posts = callOrEnd(() => synthesizePosts({ first, count }), command);
      // Posts that go to the terminal show by themselves how far the run is.
      const bar = process.stderr.isTTY && (out !== undefined || !process.stdout.isTTY);
      const shown = bar ? withProgress(posts, new Progress(process.stderr, count)) : posts;
      if (name === EXPORT) {
        raiseExit(await writeExports(shown, out, count));
        return;
      }
      const form = FORMS[name] as Form;
      if (out === undefined) {
        await pipeline(Readable.from(chunks(shown, form)), process.stdout, { end: false });
      } else {
        raiseExit(await writeFiles(shown, out, form));
      }
    });
}

/** Reads the number that an option is given. */
function toNumber(text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isNaN(number)) throw new InvalidArgumentError("It is not a number.");
  return number;
}

/** Calls a function; a RangeError is a wrong call of the command and ends it. */
function callOrEnd<Result>(call: () => Result, command: Command): Result {
  try {
    return call();
  } catch (error) {
    if (error instanceof RangeError) command.error(`error: ${error.message}`);
    throw error;
  }
}

/** Writes posts one after the other. */
function* chunks(posts: Iterable<Post>, { write, stream }: Form): Iterable<string> {
  let separator = stream.before;
  let end = stream.none;
  for (const post of posts) {
    yield separator + write(post);
    separator = stream.between;
    end = stream.after;
  }
  yield end;
}

/** Writes each post to a file of its own; gives the exit status that follows. */
async function writeFiles(posts: Iterable<Post>, dir: string, { extension, write }: Form): Promise<number> {
  try {
    await makeFolder(dir);
    let replaced = 0;
    for (const post of posts) {
      const path = join(dir, `${post.meta.payload.sourceId}.${extension}`);
      if (!(await putFile(path, `${write(post)}\n`))) replaced += 1;
    }
    if (replaced > 0) say(`alphanode: ${replaced} of the files were there before, and are replaced`);
    return EXIT.ok;
  } catch (error) {
    tellFailure("write", dir, error);
    return EXIT.failure;
  }
}

/** Writes a file, and tells whether it is new. */
async function putFile(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    await writeFile(path, text);
    return false;
  }
}

/** Writes WordPress exports: one to standard output, or files of a size that can be uploaded. */
async function writeExports(posts: Iterable<Post>, dir: string | undefined, count: number): Promise<number> {
  const { writeExport } = await load("htmlparser2", import("alphanode-post/wordpress"));
  const maxBytes = dir === undefined ? 2 ** 28 : undefined;
  const digits = String(Math.ceil(count / 100)).length;
  let n = 0;
  try {
    if (dir !== undefined) await makeFolder(dir);
    for await (const file of writeExport(posts, { maxBytes })) {
      n++;
      if (dir !== undefined)
        await writeFile(join(dir, `export-${String(n).padStart(digits, "0")}.xml`), file);
      else if (n === 1) await pipeline(Readable.from([file]), process.stdout, { end: false });
      else throw new Error("these are more posts than one export can hold; give --out for several");
    }
    return EXIT.ok;
  } catch (error) {
    tellFailure("write", dir ?? "standard output", error);
    return EXIT.failure;
  }
}
