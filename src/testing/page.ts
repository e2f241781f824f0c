import { pick } from "./parts.ts";

/** What pages put among the lines of a post. */

/** Lines of page furniture as extractors leave them between fields. */
export const FURNITURE: readonly (readonly string[])[] = [
  ["Advertisement"],
  ["advertisement"],
  ["Share this"],
  ["share this post with your team"],
  ["We use cookies to improve your experience. Read more in our policy."],
  ["we use cookies to improve your experience."],
  ["Home | About | Contact"],
  ["Home", "About", "Contact"],
  ["tools we love"],
  ["stackoverflow"],
  ["© 2026 all rights reserved"],
  ["***"],
  ["Skip to content", "Search", "Log in"],
];

/** Sentences that pages put among the paragraphs of a post. */
const SENTENCES_OF_PAGES = [
  "We use cookies to improve your experience on this site.",
  "Subscribe to our newsletter to get new posts by mail.",
  "See also: how to keep a log that others can read.",
  "Please enable JavaScript to see the comments.",
  "This post was last updated on March 5, 2024.",
  "Disclosure: some links of this post are paid for.",
];

/** The end of a paragraph before another: a sentence with a blank line behind it, and the start of a line of as many words. */
const BETWEEN_PARAGRAPHS = /[\p{L}.][.?!]\n\n(?=\p{L}[^\n]{60,}[\p{L}.][.?!]\n\n)/gu;

/** Puts a sentence of the page between the paragraphs of an article, where two stand under each other. */
export const withSentences = (article: string, n: number): string =>
  article.replace(BETWEEN_PARAGRAPHS, (end) => `${end}${pick(SENTENCES_OF_PAGES, n)}\n\n`);
