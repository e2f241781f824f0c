import { type PartialPost, safeParsePost } from "alphanode-post";
import { EXIT, raiseExit } from "./exit.ts";
import { showName, tell } from "./output.ts";
import { readPieces } from "./pieces.ts";
import { type BrokenLine, type NamedText, recordsOf } from "./records.ts";
import { findFiles } from "./sources.ts";

/** What could be read of a post, and what the post is known by. */
export interface NamedPost {
  readonly id: string;
  readonly post: PartialPost;
}

/** How the commands name what they read, for their help. */
export const SOURCES_HELP = `Posts are read from files of text (one post, known by the file's name), from .ndjson and .jsonl files with
{"id": "...", "text": "..."} on each line ("url" in the place of "id" if need be), from directories (their
.txt, .text, .md, .ndjson and .jsonl files, and those without an ending), and from quoted patterns such as
"posts/**/*.txt".`;

/** Tells a line that is no post; the run goes on. */
export function tellBroken({ place, problem }: BrokenLine): void {
  raiseExit(EXIT.problems);
  tell(place, problem);
}

/** Reads the texts of posts, one after the other. What cannot be read is told on standard error, and the rest goes on. */
export async function* readTexts(sources: readonly string[]): AsyncGenerator<NamedText> {
  for await (const piece of readPieces(findFiles(sources), "either")) {
    for (const found of recordsOf(piece)) {
      if ("problem" in found) tellBroken(found);
      else yield found;
    }
  }
}

/** Reads what can be read of posts, by id. An id that stands twice is told; the later post is to be kept. */
export async function* readPosts(sources: readonly string[]): AsyncGenerator<NamedPost> {
  const seen = new Set<string>();
  for await (const { place, id, text } of readTexts(sources)) {
    if (seen.has(id)) tell(place, `the id ${showName(id)} stands twice; the later post is kept`);
    seen.add(id);
    yield { id, post: readable(text) };
  }
}

function readable(text: string): PartialPost {
  const result = safeParsePost(text);
  return result.success ? result.data : result.partial;
}
