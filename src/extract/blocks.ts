import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PostBlock, Section } from "../schema/article.ts";
import { fold } from "./fold.ts";
import type { Readable } from "./input.ts";

const isChecklist = (section: Section): boolean => fold(section.heading) === CHECKLIST_HEADING;

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

/** Gives the blocks of an article but its checklist. */
export function blocksBesideChecklist(post: Readable): PostBlock[] {
  const checklist = new Set<PostBlock>(checklistBlocks(post));
  return allBlocks(post).filter((block) => !checklist.has(block));
}

/**
 * Gives the lists under the checklist's heading. Where the heading is lost, every list of the article is taken for
 * its checklist: no other list was ever seen in one.
 */
export function checklistBlocks(post: Readable): Extract<PostBlock, { type: "list" }>[] {
  const sections = post.sections?.filter(isChecklist) ?? [];
  const blocks = sections.length > 0 ? sections.flatMap((section) => section.blocks) : allBlocks(post);
  return blocks.filter((block) => block.type === "list");
}
