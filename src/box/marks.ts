import type { Strand } from "../layout/strand.ts";

/** Marks of Markdown in values: links to addresses, and emphasis of a value as a whole. */

/** A link of Markdown, whose text alone was printed: its target starts as addresses and anchors do. */
const LINK =
  /(?<!!)\[([^\][]+)\]\((?:<[^<>\s]*>|(?:[a-z][a-z+.-]*:|[/#.?])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s"[^"]*")?\)/gi;

/** An address between angles. */
const ADDRESS = /<((?:https?:\/\/|mailto:)?[^\s<>@]+(?:@[^\s<>]+)?)>/gi;

/** Emphasis up to the end of a line, from its start or past a space: `Series: _Northern Walks_`. */
const EMPHASIS = /(?<=^|\s)([*_]{1,3})(?=[^\s*_])([^*_]*[^\s*_])\1$/g;

/** Takes links off a text. */
export const withoutLinks = (text: Strand): Strand =>
  /[\]>]/.test(text.text)
    ? text
        .replace(LINK, ([, shown]) => shown)
        .replace(ADDRESS, ([, shown = ""]) => (/^https?:|@/.test(shown) ? shown : undefined))
    : text;

/** Takes the emphasis of its last words off a text. */
export const withoutEmphasisAtEnd = (text: Strand): Strand =>
  /[*_]$/.test(text.text) ? text.replace(EMPHASIS, ([, , shown]) => shown) : text;
