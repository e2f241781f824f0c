import { EDITIONS, TITLE_PATTERNS } from "../format/words.ts";
import type { Draft } from "./draft.ts";
import type { Hints } from "./head.ts";
import { HOSTS } from "./images.ts";
import { blankAt, Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/**
 * What the box says of an article that has lost its line ends: the captions of its images, and the problem and the stack
 * that its title is made of. They are put on lines of their own, so that what stands between them is read as well.
 */

/** How long a line is that holds several parts of an article. */
const LONG = 120;

/** An image in the marks of Markdown or AsciiDoc. */
const MARKED = /^(?:!?\[|image::)/;

/** Puts the title and the images of long lines on lines of their own. */
export function knownApart(rows: readonly Row[], _: Draft, hints: Hints): Row[] {
  const title = titleOf(hints);
  const images = imagesOf(hints);
  let hasTitle = title === undefined;
  return (title === undefined ? rows : wholeTitle(rows, title)).flatMap((row) => {
    if (row.role !== undefined || row.body.text.length < LONG || MARKED.test(row.body.text)) {
      if (row.role === "heading") hasTitle = true;
      return [row];
    }
    const parts = images === undefined ? [row] : cut(row, [...row.text.text.matchAll(images)]);
    if (hasTitle) return parts;
    hasTitle = true;
    const [first, ...others] = parts as [Row, ...Row[]];
    // A page repeats its title, and what stands above the last is no part of the post.
    return [...cut(first, [...first.text.text.matchAll(title as RegExp)].slice(-1), "title"), ...others];
  });
}

/** Joins the two rows of a title that was wrapped. */
function wholeTitle(rows: readonly Row[], title: RegExp): readonly Row[] {
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    if (next === undefined || row.isBlank || next.isBlank || row.body.text.length > LONG) continue;
    const whole = row.body.joinedWith(" ", next.body);
    if (whole.text.replace(title, "") === "")
      return [...rows.slice(0, at), new Row(whole, row.role), ...rows.slice(at + 2)];
  }
  return rows;
}

/** Cuts a row before and after what was found in it. */
function cut(row: Row, found: readonly RegExpMatchArray[], role?: "title"): Row[] {
  const rows: Row[] = [];
  let last = 0;
  const push = (text: Strand, as?: "title"): void => {
    const part = new Row(text.trim(), as);
    if (!part.isBlank) rows.push(part, blankAt(part));
  };
  for (const { index = 0, 0: text } of found) {
    push(row.text.slice(last, index));
    last = index + text.length;
    push(row.text.slice(index, last), role);
  }
  if (last === 0) return [row];
  push(row.text.slice(last));
  return rows;
}

/** A text as a pattern, with white space of any kind. */
const pattern = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+");

/** How titles of the site are made of what the box says. */
function titleOf({ topic, scenario }: Hints): RegExp | undefined {
  const [problem, stack] = topic?.split(" / ") ?? [];
  if (problem === undefined || stack === undefined) return undefined;
  const titles = TITLE_PATTERNS.map((title) =>
    pattern(
      title
        .replace("{problem}", problem)
        .replace("{stack}", stack)
        .replace("{scenario}", scenario ?? ""),
    ),
  );
  return new RegExp(
    `(?<!\\S)(?:${titles.join("|")})(?::\\s+(?:${EDITIONS.map(pattern).join("|")}))?(?!\\S)`,
    "gi",
  );
}

/** The images whose captions the box names, or that name its topic, each with its host; the alt text may stand before. */
function imagesOf({ captions, topic }: Hints): RegExp | undefined {
  const named = captions.map(pattern);
  const [problem, stack] = topic?.split(" / ") ?? [];
  if (problem !== undefined && stack !== undefined)
    named.push(`${pattern(problem)}\\s+with\\s+${pattern(stack)}(?:\\s+[a-z]+){1,2}\\s+\\d+`);
  if (named.length === 0) return undefined;
  const images = named.map((caption) => `(?:${caption}\\s*)?${caption}`);
  return new RegExp(`(?:${images.join("|")})\\s*\\.?\\s*image\\s+source:\\s*(?:${HOSTS}|\\S+)`, "gi");
}
