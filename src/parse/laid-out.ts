import { FINAL_HEADING } from "../format/headings.ts";
import { isSurelyFurniture } from "../layout/furniture.ts";
import { firstLine, lastLine, rawText } from "../syntax/ends.ts";
import { headingText } from "../syntax/known-heading.ts";
import { endsSentence, lookOfLine } from "../syntax/look.ts";
import type { ArticleNode, BlockNode, Code } from "../syntax/nodes.ts";
import { visible } from "../syntax/pieces.ts";
import type { Source } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import { SECTIONS } from "./place.ts";

/**
 * What an article that was laid out anew may have lost or gained though it has the shape of the site's own: lines of the page
 * within code, code in two parts, paragraphs cut in two.
 */
export function tellLaidOut(source: Source, { body }: ArticleNode, list: IssueList): void {
  const tell = (message: string, node: BlockNode): void =>
    list.add("unusual_article", SECTIONS, message, visible(firstLine(node)), visible(lastLine(node)));
  let hasCode = false;
  let hasNotes = false;
  let isFinal = false;
  for (const node of body) {
    if (node.type === "heading") {
      isFinal = headingText(source.body(node.line)) === FINAL_HEADING;
    } else if (node.type === "code") {
      const fault = faultOf(source, node);
      if (fault !== undefined) tell(fault, node);
      if (hasCode)
        tell("a second block of code; one seems to be parted, or a line of the page among them", node);
      hasCode = true;
    } else if (node.type === "paragraph") {
      if (!endsSentence(source.body(lastLine(node))))
        tell("a paragraph without an end; it seems to be cut in two", node);
      if (isFinal && hasNotes)
        tell("a second paragraph in the final notes; one seems to be cut in two", node);
      hasNotes ||= isFinal;
    }
  }
}

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
  if (code.lines.some((line) => isOfPage(source.body(line))))
    return "a line of the page stands within code; take it out";
  if (FLAT_BLOCK.test(text)) return "a block within code is not indented; its indentation seems to be lost";
  return /\n[ \t]*\n[ \t]*\n/.test(text) ? "empty lines seem to have come into code" : undefined;
}
