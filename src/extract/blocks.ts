import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PostBlock, PostSection } from "../schema/article.ts";
import { fold } from "./fold.ts";
import type { Readable } from "./input.ts";

const isChecklist = ({ heading }: PostSection): boolean => fold(heading) === CHECKLIST_HEADING;

/** Gives all blocks of an article in order, the intro's first. */
export function allBlocks({ intro = [], sections = [] }: Readable): PostBlock[] {
  const all = [...intro];
  // One by one: so many arguments as a long list has no call takes.
  for (const { blocks } of sections) for (const block of blocks) all.push(block);
  return all;
}

/** Gives the texts a reader reads as sentences: paragraphs and list items. Captions, headings and code are not. */
export function proseOf(blocks: readonly PostBlock[]): string[] {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.type === "paragraph") texts.push(block.text);
    else if (block.type === "list") for (const item of block.items) texts.push(item);
  }
  return texts;
}

type ListBlock = Extract<PostBlock, { type: "list" }>;

/**
 * Parts the blocks of an article into the lists of its checklist and all others. The checklist is the lists under its
 * heading. Where the heading is lost, every list is taken for it: no other list was ever seen in an article.
 */
export function partChecklist({ intro = [], sections = [] }: Readable): {
  checklist: ListBlock[];
  others: PostBlock[];
} {
  const checklist: ListBlock[] = [];
  const others: PostBlock[] = [];
  const part = (blocks: readonly PostBlock[], isIn: boolean): void => {
    for (const block of blocks) {
      if (isIn && block.type === "list") checklist.push(block);
      else others.push(block);
    }
  };
  const isLost = !sections.some(isChecklist);
  part(intro, isLost);
  for (const section of sections) part(section.blocks, isLost || isChecklist(section));
  return { checklist, others };
}
