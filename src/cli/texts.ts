import { type PartialPost, safeParsePost } from "alphanode-post";
import { EXIT, raiseExit } from "./exit.ts";
import { readOrTell } from "./input.ts";
import { showName } from "./output.ts";

/** The text of a post and what it is known by. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
}

/** Gives what can be read of the text of a post. */
export function readable(text: string): PartialPost {
  const result = safeParsePost(text);
  return result.success ? result.data : result.partial;
}

/** Names of files that hold a JSON object a line. */
const NDJSON = /\.(?:ndjson|jsonl)$/i;

/**
 * Reads texts from files: a file of text is one post, known by its name; in an ndjson file each line is one. What
 * cannot be read is told on standard error, and the rest goes on.
 */
export async function readTexts(files: readonly string[]): Promise<NamedText[]> {
  const texts = new Map<string, NamedText>();
  for (const file of files) {
    for (const text of await readFileTexts(file)) {
      if (texts.has(text.id)) tell(file, `the id ${showName(text.id)} stands twice; the later post is kept`);
      texts.set(text.id, text);
    }
  }
  return [...texts.values()];
}

/** Reads the texts of one file, as {@link readTexts} does. */
export async function readFileTexts(file: string): Promise<NamedText[]> {
  const source = await readOrTell(file);
  if (source === undefined) {
    raiseExit(EXIT.usage);
    return [];
  }
  const isNdjson = NDJSON.test(file) || (file === "-" && source.trimStart().startsWith("{"));
  return isNdjson ? readLines(file, source) : [{ id: file, text: source }];
}

function readLines(file: string, source: string): NamedText[] {
  return source.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const text = readLine(line);
    if (text !== undefined) return [text];
    raiseExit(EXIT.problems);
    tell(`${file}:${at + 1}`, 'expected a JSON object with "text" and "id" or "url", all strings');
    return [];
  });
}

/** Reads a line of an ndjson file: `id`, or `url` where there is none, and `text`. */
function readLine(line: string): NamedText | undefined {
  try {
    const { id, url, text } = JSON.parse(line) as Record<string, unknown>;
    const name = id ?? url;
    return typeof name === "string" && typeof text === "string" ? { id: name, text } : undefined;
  } catch {
    return undefined;
  }
}

function tell(where: string, what: string): void {
  process.stderr.write(`alphanode: ${showName(where)}: ${what}\n`);
}
