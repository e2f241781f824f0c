import type { Post } from "alphanode-post";
import { CODES, FIGURES, HEADINGS, piecesOf, type Writing } from "./articles.ts";
import { boxOf, CASES, HEADS, MARKUPS } from "./boxes.ts";
import { INSERTS } from "./inserts.ts";
import { SIMILAR, THEMES } from "./sites.ts";
import { ENTRIES, escapeText, LISTS, type Printing, RECORDS, titleCase } from "./values.ts";

/** How a page is printed: a choice of each table. */
export interface Way extends Printing, Writing {
  readonly markup: string;
  readonly head: string;
  readonly labels: string;
  readonly theme: string;
  readonly insert: string;
  readonly similar: string;
  readonly damage: string;
}

/** What filters of WordPress do to what is printed. */
const DAMAGES: Readonly<Record<string, (html: string) => string>> = {
  none: (html) => html,
  texturized: (html) =>
    html
      .split(/(<pre[\s\S]*?<\/pre>|<[^>]*>)/)
      .map((part, i) =>
        i % 2 === 1
          ? part
          : part
              .replace(/'/g, "&#8217;")
              .replace(/(\d)x(?=\d)/g, "$1&#215;")
              .replace(/ - /g, " &#8211; ")
              .replace(/(?<=\w)--(?=\w)/g, "&#8211;"),
      )
      .join(""),
  autop: (html) =>
    html
      .replace(/<span>(\s*)<ul>/g, "<span>$1</p>\n<ul>")
      .replace(/<\/ul><\/span>/g, "</ul>\n<p></span></p>"),
  minified: (html) =>
    html
      .split(/(<pre[\s\S]*?<\/pre>)/)
      .map((part, i) =>
        i % 2 === 1
          ? part
          : part
              .replace(/>\n+</g, "><")
              .replace(
                /<\/p>(?=<(?:p|div|ul|ol|dl|table|section|pre|figure|h\d)\b)|<\/(?:li|td|tr|dd|dt)>/g,
                "",
              ),
      )
      .join(""),
  indented: (html) =>
    html.replace(
      /(<pre[\s\S]*?<\/pre>)|>(?=<(?:div|p|ul|li|tr|td|dt|dd|h\d|section|table))/g,
      (_, pre) => pre ?? ">\n\t\t  ",
    ),
  "line ends of Windows": (html) => html.replaceAll("\n", "\r\n"),
};

const TABLES = {
  markup: MARKUPS,
  head: HEADS,
  labels: CASES,
  list: LISTS,
  entries: ENTRIES,
  records: RECORDS,
  figure: FIGURES,
  code: CODES,
  heading: HEADINGS,
  theme: THEMES,
  insert: INSERTS,
  similar: SIMILAR,
  damage: DAMAGES,
} as const satisfies Record<keyof Way, Readonly<Record<string, unknown>>>;

/** The plainest way. */
const PLAIN = Object.fromEntries(
  Object.entries(TABLES).map(([key, table]) => [key, Object.keys(table)[0]]),
) as unknown as Way;

/** Ways that differ from the plainest in one choice. */
export const singleWays = (): Way[] =>
  Object.entries(TABLES).flatMap(([key, table]) =>
    Object.keys(table).map((choice) => ({ ...PLAIN, [key]: choice })),
  );

/** The n-th of many ways that have their choices mixed. */
export function mixedWay(n: number): Way {
  let state = (n * 2_654_435_761 + 12_345) >>> 0;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let i = 0; i < 5; i++) next();
  return Object.fromEntries(
    Object.entries(TABLES).map(([key, table]) => {
      const choices = Object.keys(table);
      return [key, choices[next() % choices.length]];
    }),
  ) as unknown as Way;
}

/** Writes the page of a post in a way. */
export function pageIn(post: Post, way: Way): string {
  const pieces = [...piecesOf(post, way)];
  // Behind the first paragraph, and behind one in the middle.
  for (const at of [Math.min(pieces.length, Math.ceil(pieces.length / 2)), 1])
    pieces.splice(at, 0, INSERTS[way.insert] as string);
  const html = (THEMES[way.theme] as (typeof THEMES)[string])({
    title: escapeText(titleCase(post.title)),
    pieces,
    box: boxOf(post, way),
    similar: (SIMILAR[way.similar] as (typeof SIMILAR)[string])(post.similarPosts.map(escapeText)),
  });
  return (DAMAGES[way.damage] as (typeof DAMAGES)[string])(html);
}
