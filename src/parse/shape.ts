import { BOX_HEADING, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import { firstLine, lastLine } from "../syntax/ends.ts";
import { headingText } from "../syntax/known-heading.ts";
import type { ArticleNode, BlockNode, Heading, Piece } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import type { Line, Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { INTRO, type Place, SECTIONS, TITLE } from "./place.ts";
import { hasPageMarks, isJoinedCode, MAX_PARAGRAPH, MAX_TITLE, SIGNS } from "./typical.ts";

/**
 * What an article that was laid out anew has otherwise than the site's own: where an extractor lost a part of it or ran
 * parts together, that shows in its shape.
 */

/** What stands under a heading. */
interface Part {
  readonly heading: Heading | undefined;
  readonly blocks: BlockNode[];
}

/** Tells whether code has lost its indentation: a line that is no comment opens a block, and none is indented. */
const isFlatCode = (text: string): boolean =>
  !/\n[ \t]/.test(text) && /^(?![#/;*]).*[{:]\n(?!\})/m.test(text);

/**
 * Tells code whose indentation is lost. Dense copies, whose extractor takes it off, have no box, and are not asked.
 */
export function tellFlatCode(source: Source, { body }: ArticleNode, list: IssueList): void {
  for (const node of body) {
    if (node.type !== "code") continue;
    const [first, last] = [node.lines[0] as Line, node.lines.at(-1) as Line];
    if (!isFlatCode(source.text.slice(first.from, last.to))) continue;
    const message =
      "code that opens a block, but no line of it is indented; its indentation seems to be lost";
    list.add("unusual_article", SECTIONS, message, visible(first), visible(last));
  }
}

/** Tells the parts of an article that are missing or seem to be several. */
export function tellShape(source: Source, { title, body }: ArticleNode, list: IssueList): void {
  const parts: Part[] = [{ heading: undefined, blocks: [] }];
  for (const node of body) {
    if (node.type === "heading") parts.push({ heading: node, blocks: [] });
    else parts.at(-1)?.blocks.push(node);
  }
  const tell = (place: Place, message: string, first: Piece, last?: Piece): void =>
    list.add("unusual_article", place, message, first, last ?? first);
  const [intro, ...sections] = parts as [Part, ...Part[]];
  if (title !== undefined && body.length > 0 && hasPageMarks(source.body(title.lines[0] as Line))) {
    const line = visible(title.lines[0] as Line);
    tell(TITLE, "the title seems to hold what a page shows beside it; expected a title alone", line);
  }
  if (title !== undefined && source.body(title.lines[0] as Line).length > MAX_TITLE) {
    const line = visible(title.lines[0] as Line);
    tell(
      TITLE,
      `a title of more than ${MAX_TITLE} characters; what follows it seems to be run into it`,
      line,
    );
  }
  if (title !== undefined && body.length > 0 && intro.blocks[0]?.type !== "paragraph") {
    const line = title.lines.at(-1) as Line;
    tell(
      INTRO,
      "no paragraph stands between the title and what follows; expected the intro there",
      visible(line),
    );
  }
  sections.forEach(({ heading, blocks }, i) => {
    const place = SECTIONS.at(i);
    const { line } = heading as Heading;
    const known = headingText(source.body(line));
    if (known === CHECKLIST_HEADING && !blocks.some(({ type }) => type === "list")) {
      tell(place, `no list stands under "${CHECKLIST_HEADING}"; expected its items`, visible(line));
    } else if (blocks.length === 0 && known !== FINAL_HEADING) {
      tell(place, "nothing stands under this heading; expected a paragraph", visible(line));
    }
  });
  for (const node of body) {
    if (node.type === "heading") continue;
    const first = firstLine(node);
    const last = lastLine(node);
    const text =
      node.type === "image"
        ? source.slice(node.caption, node.captionEnd)
        : source.text.slice(first.from, last.to);
    const fault = FAULTS.find(({ types, isFound }) => types.includes(node.type) && isFound(text));
    if (fault !== undefined) tell(SECTIONS, fault.message, visible(first), visible(last));
  }
}

/** What a block has that none of the site's has. */
interface Fault {
  readonly types: readonly BlockNode["type"][];
  readonly isFound: (text: string) => boolean;
  readonly message: string;
}

const ALL = ["paragraph", "code", "list", "image"] as const;

const FAULTS: readonly Fault[] = [
  {
    types: ALL,
    isFound: (text) => text.toLowerCase().includes(BOX_HEADING),
    message: `the heading "${BOX_HEADING}" stands within a text; the box seems to be run into the article`,
  },
  {
    types: ALL,
    isFound: (text) => /\bimage source:/i.test(text),
    message: 'the words "image source:" stand within a text; an image seems to be run into it',
  },
  {
    types: ["image"],
    isFound: (text) => SIGNS.test(text),
    message: "the caption of an image holds signs of a layout; expected a text alone",
  },
  {
    types: ["paragraph"],
    isFound: ({ length }) => length > MAX_PARAGRAPH,
    message: `a paragraph of more than ${MAX_PARAGRAPH} characters; several seem to have lost what stood between them`,
  },
  {
    types: ["code"],
    isFound: isJoinedCode,
    message: "code with several statements on one line; its line ends seem to be lost",
  },
];
