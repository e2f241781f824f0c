import { isSurelyFurniture } from "../layout/furniture.ts";
import { firstLine, lastLine, rawText } from "../syntax/ends.ts";
import { endsSentence, lookOfLine } from "../syntax/look.ts";
import type { ArticleNode, BlockNode, Code } from "../syntax/nodes.ts";
import type { Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { FLAT, JOINED, MARKED, OF_PAGE, SPACED, tellerOf } from "./odd.ts";
import { INTRO, SECTIONS } from "./place.ts";
import { hasHeadings } from "./typical.ts";

/**
 * What an article that was laid out anew may have lost or gained though it has the shape of the site's own: lines of the page
 * within code, code in two parts.
 */
export function tellLaidOut(source: Source, { body }: ArticleNode, list: IssueList): void {
  const tell = (message: string, node: BlockNode): void =>
    tellerOf(list)(SECTIONS, message, firstLine(node), lastLine(node));
  let hasCode = false;
  let place = INTRO;
  for (const node of body) {
    if (node.type === "heading") place = SECTIONS;
    if (node.type === "paragraph" && hasHeadings(rawText(source, node)))
      tellerOf(list)(place, JOINED, firstLine(node), lastLine(node));
    if (node.type === "paragraph" && LEFT_IN.test(rawText(source, node))) tell(MARKED, node);
    if (node.type !== "code") continue;
    const fault = faultOf(source, node);
    if (fault !== undefined) tell(fault, node);
    if (hasCode) tell(OF_PAGE, node);
    hasCode = true;
  }
}

/** What an extractor leaves in paragraphs: the address of a link or its number, emphasis, marks of a wiki, the hyphen of a broken word. */
const LEFT_IN = /[[(<]https?:\S+[\])>|]|\[\d{1,3}\]\p{L}|(?<!\w)__\w[^_]*__(?!\w)|''%%|‐ /u;

/** A line that opens a block, at the margin, as the one under it stands, too. */
const FLAT_BLOCK =
  /^(?:(?:async |export )?(?:class|def|elif|else|except|finally|for|function|if|try|while|with)\b.*:|[^\s#/;*].*\{)[ \t]*\n(?=[^\s}#/;*])/m;

/** The shortest sentence that is none of code: comments and texts within it are shorter, or have a sign before them. */
const MIN_SENTENCE = 60;

const isOfPage = (line: string): boolean =>
  isSurelyFurniture(line) ||
  /^(?:https?:\/\/\S+|(?:\* ){2,}\*|subscribe to .*)$/i.test(line) ||
  (line.length >= MIN_SENTENCE && endsSentence(line) && lookOfLine(line) === "prose");

/** Tells what is wrong with the lines of code. */
function faultOf(source: Source, code: Code): string | undefined {
  const text = rawText(source, code);
  if (code.lines.some((line) => isOfPage(source.body(line)))) return OF_PAGE;
  if (FLAT_BLOCK.test(text)) return FLAT;
  return /\n[ \t]*\n[ \t]*\n/.test(text) ? SPACED : undefined;
}
