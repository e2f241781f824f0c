import type { Row } from "./row.ts";
import { STARTS_WITH_LABEL } from "./words.ts";

/** What is known of the post besides its article, from its box. */
export interface Hints {
  /** The problem and the stack, as far as they are known. */
  readonly topic: readonly string[];
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
  scenario: undefined,
  checklist: [],
  captions: [],
  isEscaped: false,
};

/** Reads what the box says of the article from its rows as they were laid out. */
export function hintsOf(rows: readonly Row[]): Omit<Hints, "isEscaped"> {
  const checklist: string[] = [];
  const captions: string[] = [];
  let topic: string[] = [];
  let scenario: string | undefined;
  let within = false;
  for (const [i, { said }] of rows.entries()) {
    const topicLine = /^topic\s*[:|.]?\s*(?=\S)/i.exec(said);
    if (topicLine !== null && topic.length === 0) {
      // The topic may have been wrapped.
      const below = rows[i + 1]?.said ?? "";
      const rest = /^\p{L}/u.test(below) && !STARTS_WITH_LABEL.test(below) ? ` ${below}` : "";
      topic = (said.slice(topicLine[0].length) + rest).split(" / ");
    }
    const [, item] = /^[•*-]\s+(.*)/.exec(said) ?? [];
    const [, key, value = ""] = /^(caption|context|scenario)\s*:\s*(\S.*)$/i.exec(item ?? said) ?? [];
    if (key?.toLowerCase() === "caption") captions.push(value);
    else if (key !== undefined) scenario ??= value;
    if (item !== undefined) {
      if (within) checklist.push(item);
    } else if (said !== "") {
      within = /^checklist:?$/i.test(said);
    }
  }
  return { topic, scenario, checklist, captions };
}
