import { type PartialPost, safeParsePost } from "alphanode-post";
import type { Input } from "./content.ts";
import { EXIT, raiseExit } from "./exit.ts";
import { showName, tell } from "./output.ts";
import { readPieces } from "./pieces.ts";
import { progressOf } from "./reading-progress.ts";
import { FIELDS, recordsOf } from "./records.ts";
import { findFiles } from "./sources.ts";

/** What could be read of a post, and what the post is known by. */
export interface NamedPost {
  readonly id: string;
  readonly post: PartialPost;
}

/** How the commands name what they read, for their help. */
export const SOURCES_HELP = `Posts are read from files of text (known by the file's name; where one holds several, as name#1, name#2 and so on,
with lines counted from where each starts), from .ndjson and .jsonl files with
{"id": "...", "text": "..."} on each line ("url" in the place of "id" if need be), from directories (their
.txt, .text, .md, .ndjson and .jsonl files, and those without an ending), and from quoted patterns such as
"posts/**/*.txt".`;

/** The text of a post, and what it is known by. */
export interface NamedText {
  readonly place: string;
  readonly id: string;
  readonly text: string;
}

/** How sources are read. */
interface Reading {
  /** What they hold. */
  readonly input?: Input | undefined;
  /** Whether a terminal shows how far the run is, since nothing is printed before all is read. */
  readonly progress?: boolean;
}

/** Reads the texts of posts, one after the other. What cannot be read is reported on standard error, and the rest goes on. */
export async function* readTexts(
  sources: readonly string[],
  { input = "auto", progress = false }: Reading = {},
): AsyncGenerator<NamedText> {
  const bar = progress && process.stderr.isTTY ? progressOf(sources) : undefined;
  for await (const piece of readPieces(findFiles(sources), { files: input, stdin: input })) {
    let posts = 0;
    for (const { place, id, text, problem } of recordsOf(piece, FIELDS)) {
      // An empty line is no post, and none is missed in it.
      if (problem?.code === "input_empty_line") continue;
      if (problem !== undefined) {
        raiseExit(EXIT.problems);
        tell(place, problem.message);
      }
      if (text === undefined) continue;
      posts += 1;
      yield { place, id: id ?? place, text };
    }
    bar?.add(posts, piece.bytes.length);
  }
  bar?.clear();
}

/** Reads what can be read of posts, by id. An id that stands twice is reported; the later post is to be kept. */
export async function* readPosts(
  sources: readonly string[],
  reading: Reading = {},
): AsyncGenerator<NamedPost> {
  const seen = new Set<string>();
  for await (const { place, id, text } of readTexts(sources, reading)) {
    const post = readable(place, text);
    if (post === undefined) continue;
    if (seen.has(id)) tell(place, `the id ${showName(id)} stands twice; the later post is kept`);
    seen.add(id);
    yield { id, post };
  }
}

/** Reads what can be read of a post; of a text of which nothing can be read, says so. */
function readable(place: string, text: string): PartialPost | undefined {
  const result = safeParsePost(text);
  if (result.success) return result.data;
  const { title, intro, sections, meta } = result.partial;
  // Two texts of which nothing is known are not alike.
  if (title ?? intro?.[0] ?? sections?.[0] ?? Object.keys(meta).find((key) => key !== "extra"))
    return result.partial;
  tell(place, `left out, since nothing could be read: ${result.issues[0]?.message ?? "no text"}`);
  raiseExit(EXIT.problems);
  return undefined;
}
