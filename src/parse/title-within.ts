import { lower } from "../format/case.ts";
import { anyCase } from "../format/pattern.ts";
import { TABLE } from "../format/table.ts";
import { EDITIONS, TITLE_PATTERNS } from "../format/words.ts";
import { KNOWN_TITLE, titlesOf } from "../layout/title-words.ts";
import type { PartialArticle, PartialMeta } from "../schema/post.ts";
import type { ArticleNode } from "../syntax/nodes.ts";
import type { Line } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { MARKED, tellerOf } from "./odd.ts";
import { TITLE } from "./place.ts";

/** Titles that hold one of the site's and more: the name of a site, a category, a word of a button. */

/** What the box says that the title is made of. */
interface Words {
  readonly problem: string;
  readonly stack: string;
  readonly scenario: string;
}

/** Gives what the title is made of, where fields that say the same agree on it: a damaged one says nothing of the title. */
function wordsOf({ topic, aiOutline, payload }: PartialMeta): Words | undefined {
  if (!aiOutline || !payload) return undefined;
  const { problem, stack, context } = aiOutline;
  const isSame = topic === problem + TABLE.topic.joint + stack && payload.scenario === context;
  return isSame ? { problem, stack, scenario: context } : undefined;
}

/** The titles of the site, cut at what they are made of. */
const PARTS = TITLE_PATTERNS.map((title) => title.split(/\{(\w+)\}/));

/** Tells whether a title is one that the site makes, to the letter: most are, which is found out sooner so. */
const isAsMade = (title: string, words: Words): boolean =>
  PARTS.some((parts) => {
    if (!title.startsWith(parts[0] as string)) return false;
    const made = parts.map((part, i) => (i % 2 === 0 ? part : words[part as keyof Words])).join("");
    return title === made || (title.startsWith(made) && EDITIONS.some((one) => title === `${made}: ${one}`));
  });

/** Tells whether a title is one of the site's and more. */
function holdsMore(title: string, meta: PartialMeta): boolean {
  const words = wordsOf(meta);
  if (words && isAsMade(title, words)) return false;
  if (words && !lower(title).includes(lower(words.problem))) return false;
  const titles = words
    ? anyCase`${titlesOf({ problems: [words.problem], stacks: [words.stack], scenarios: [words.scenario] })}`
    : KNOWN_TITLE;
  const [found] = titles.exec(title) ?? [];
  return found !== undefined && found !== title;
}

/** Tells a title that holds one of the site's and more, where nothing is told of it yet; gives whether it was told. */
export function tellTitleWithin(
  list: IssueList,
  { title: node }: ArticleNode,
  { title }: PartialArticle,
  meta: PartialMeta,
): boolean {
  if (!node || title === undefined || !holdsMore(title, meta)) return false;
  if (list.issues.some(({ path }) => path[0] === "title")) return false;
  tellerOf(list)(TITLE, MARKED, node.lines[0] as Line, node.lines.at(-1));
  return true;
}
