import type { ParseOptions, PartialPost } from "alphanode-post";
import { EXIT, raiseExit } from "./exit.ts";
import type { From } from "./forms.ts";
import { say, showName, tell } from "./output.ts";
import { readPieces } from "./pieces.ts";
import type { ReadAs, Reading } from "./readers.ts";
import { progressOf } from "./reading-progress.ts";
import { FIELDS, readFound, recordsOf } from "./records.ts";
import { findFiles } from "./sources.ts";

/** What could be read of a post, and what the post is known by. */
export interface NamedPost {
  readonly id: string;
  readonly post: PartialPost;
}

/** What commands read, and how they name it, for their help. */
export const SOURCES = "texts of posts, .ndjson files, directories, patterns; - reads standard input";
export const SOURCES_HELP = `Posts are read from files of text (known by the file's name; where one holds several, as name#1, name#2 and so on),
from .ndjson and .jsonl files with {"id": "...", "text": "..."} on each line ("url" in the place of "id" if need be), from
directories (their .txt, .text, .md, .html, .ndjson and .jsonl files, those without an ending, and .xml and .json files that
hold posts, but for what hides behind a dot or in node_modules), and from quoted patterns such as "posts/**/*.txt".

What a file holds is recognized by its content, unless --from says it: text, lines (of JSON), html (a web page), wxr (an export of
WordPress), feed (RSS or Atom) or json (an answer of WordPress' REST interface). Posts of the last three are known by their address.
All but text and lines need htmlparser2: npm install htmlparser2.`;

/** The text of a post, what it is known by, and what was read of it. */
export interface NamedText {
  readonly place: string;
  readonly id: string;
  /** The file that holds the text as it is, or else the id. */
  readonly file: string;
  /** What positions of issues point into. */
  readonly text: string;
  readonly reading: Reading;
}

/** How sources are read. */
export interface ReadingOptions {
  /** What they hold. */
  readonly from?: From | undefined;
  /** What texts are read as, and how. */
  readonly as?: ReadAs;
  readonly options?: ParseOptions;
  /** Whether a line that is no post fails the run. */
  readonly failOnErrors?: boolean;
  /** Whether a terminal shows how far the run is, since nothing is printed before all is read. */
  readonly progress?: boolean;
}

/** Reads the texts of posts, one after the other. What cannot be read is reported on standard error, and the rest goes on. */
export async function* readTexts(
  sources: readonly string[],
  { from = "auto", as = "post", options = {}, failOnErrors = true, progress = false }: ReadingOptions = {},
): AsyncGenerator<NamedText> {
  const bar = progress && process.stderr.isTTY ? progressOf(sources) : undefined;
  let total = 0;
  for await (const piece of readPieces(findFiles(sources), { files: from, stdin: from, as, options })) {
    let posts = 0;
    for (const found of recordsOf(piece, FIELDS)) {
      const { place, text, joined, problem } = found;
      // An empty line is no post, and none is missed in it.
      if (problem?.code === "input_empty_line") continue;
      if (problem !== undefined) {
        if (failOnErrors) raiseExit(EXIT.problems);
        tell(place, problem.message);
      }
      if (text === undefined) continue;
      posts += 1;
      const id = found.id ?? place;
      const reading = await readFound(found, as, options);
      yield { place, id, file: joined ? piece.file : id, text: joined?.text ?? text, reading };
    }
    bar?.add(posts, piece.bytes.length);
    total += posts;
  }
  bar?.clear();
  tellNone(total);
}

/** Ends with a failure where there was no post: a run that read nothing must not pass for one that found nothing. */
export function tellNone(posts: number): void {
  if (posts > 0 || process.exitCode === EXIT.failure) return;
  say("alphanode: there was no post to read");
  raiseExit(EXIT.failure);
}

/**
 * Reads what can be read of posts, by id; articles without a box are posts, too. Those with errors are named on standard
 * error. An id that stands twice is reported; the later post is to be kept.
 */
export async function* readPosts(
  sources: readonly string[],
  from: From | undefined,
): AsyncGenerator<NamedPost> {
  const seen = new Set<string>();
  for await (const { place, id, reading } of readTexts(sources, { from, as: "auto", progress: true })) {
    const post = readable(place, reading);
    if (post === undefined) continue;
    if (!reading.success) tell(place, DAMAGED);
    if (seen.has(id)) tell(place, `the id ${showName(id)} stands twice; the later post is kept`);
    seen.add(id);
    yield { id, post };
  }
}

const DAMAGED = "it has errors, and counts by what could be read; alphanode check shows them";

/** Reads what can be read of a post, and fails the run where that is not all; of a text of which nothing can be read, says so. */
export function readable(place: string, { success, post, issues }: Reading): PartialPost | undefined {
  if (success) return post;
  raiseExit(EXIT.problems);
  const { title, intro, sections, meta } = post;
  // Two texts of which nothing is known are not alike.
  if (title ?? intro?.[0] ?? sections?.[0] ?? Object.keys(meta).find((key) => key !== "extra")) return post;
  tell(place, `left out, since nothing could be read: ${issues[0]?.message ?? "no text"}`);
  return undefined;
}
