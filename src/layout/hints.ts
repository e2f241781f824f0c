import { lower } from "../format/case.ts";
import type { Row } from "./row.ts";
import { STARTS_WITH_LABEL } from "./words.ts";

/** What is known of the post besides its article, from its box. */
export interface Hints {
  /** The problem and the stack, as far as they are known. */
  readonly topic: readonly string[];
  /** The items of the stack in small letters: pages name the area as a category of the post. */
  readonly stack: readonly string[];
  /** The circumstances that a title may name. */
  readonly scenario: string | undefined;
  readonly checklist: readonly string[];
  /** The captions of the images. */
  readonly captions: readonly string[];
  /** Whether the text is in a language of marks, which keeps signs from acting. */
  readonly isEscaped: boolean;
}

/** What is known of a post before anything of it was laid out. */
export const NOTHING: Hints = {
  topic: [],
  stack: [],
  scenario: undefined,
  checklist: [],
  captions: [],
  isEscaped: false,
};

/** How many lines a topic may run over. */
const MAX_TOPIC = 4;

/** Reads the parts of a topic, which may have been wrapped or stand as code, from its first line and those below. */
function topicOf([first = "", ...below]: readonly string[]): string[] {
  const past = below.findIndex((said) => !/^[\p{L}/]/u.test(said) || STARTS_WITH_LABEL.test(said));
  const text = [first, ...below.slice(0, past < 0 ? below.length : past)].join(" ");
  return text.replace(/^`|`$/g, "").split(" / ");
}

/** Reads what the box says of the article from its rows as they were laid out. */
export function hintsOf(rows: readonly Row[]): Omit<Hints, "isEscaped"> {
  const lists = new Map<string, string[]>([
    ["checklist", []],
    ["stack", []],
  ]);
  const captions: string[] = [];
  let topic: string[] = [];
  let scenario: string | undefined;
  let within: string[] | undefined;
  for (const [i, { said }] of rows.entries()) {
    const topicLine = /^topic\s*[:|.]?\s*(?=\S)/i.exec(said);
    if (topicLine !== null && topic.length === 0)
      topic = topicOf([
        said.slice(topicLine[0].length),
        ...rows.slice(i + 1, i + MAX_TOPIC).map((row) => row.said),
      ]);
    const [, item] = /^[•*-]\s+(.*)/.exec(said) ?? [];
    const [, key, value = ""] = /^(caption|context|scenario)\s*:\s*(\S.*)$/i.exec(item ?? said) ?? [];
    if (key?.toLowerCase() === "caption") captions.push(value);
    else if (key !== undefined) scenario ??= value;
    if (item !== undefined) {
      within?.push(item);
    } else if (said !== "") {
      within = lists.get(said.toLowerCase().replace(/:$/, ""));
    }
  }
  const [checklist = [], stack = []] = lists.values();
  return { topic, stack: stack.map(lower), scenario, checklist, captions };
}
