import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PostBlock, Section } from "../schema/article.ts";
import { fold } from "./fold.ts";
import type { Readable } from "./input.ts";

const isChecklist = (section: Section): boolean => fold(section.heading) === CHECKLIST_HEADING;

/** Gives all blocks of an article in order, the intro's first. */
export function allBlocks({ intro = [], sections = [] }: Readable): PostBlock[] {
  return [...intro, ...sections.flatMap((section) => section.blocks)];
}

/** Gives the texts a reader reads as sentences: paragraphs and list items. Captions, headings and code are not. */
export function proseOf(blocks: readonly PostBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return block.text;
    return block.type === "list" ? block.items : [];
  });
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
