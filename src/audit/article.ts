import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PostBlock } from "../schema/article.ts";
import type { Post } from "../schema/post.ts";
import type { Path, Side } from "./compare.ts";

/** A block of one type, and where it stands. */
interface Placed<Type extends PostBlock["type"]> {
  readonly block: Extract<PostBlock, { type: Type }>;
  readonly path: () => Path;
}

/** Appends the blocks of one type in a list of blocks, whose path is asked for where it is reported. */
function addBlocks<Type extends PostBlock["type"]>(
  found: Placed<Type>[],
  type: Type,
  blocks: readonly PostBlock[],
  pathOf: (index: number) => Path,
): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Placed<Type>["block"];
    if (block.type === type) found.push({ block, path: () => pathOf(index) });
  }
}

/** Finds the blocks of one type in the sections of an article, after those found before. */
function inSections<Type extends PostBlock["type"]>(
  type: Type,
  { sections }: Post,
  found: Placed<Type>[] = [],
): Placed<Type>[] {
  sections.forEach(({ blocks }, section) => {
    addBlocks(found, type, blocks, (index) => ["sections", section, "blocks", index]);
  });
  return found;
}

/** Finds all images of an article, in order. */
export function imagesOf(post: Post): Placed<"image">[] {
  const images: Placed<"image">[] = [];
  addBlocks(images, "image", post.intro, (index) => ["intro", index]);
  return inSections("image", post, images);
}

/** Finds the paragraphs that `payload.paragraphs` counts: all after the intro, final notes included. */
export function countedParagraphs(post: Post): Placed<"paragraph">[] {
  return inSections("paragraph", post);
}

/** Gives the items of the article's checklist. */
export function articleChecklist({ sections }: Post): Side {
  const section = sections.findIndex(({ heading }) => heading.toLowerCase() === CHECKLIST_HEADING);
  const lists: Placed<"list">[] = [];
  addBlocks(lists, "list", sections[section]?.blocks ?? [], (index) => [
    "sections",
    section,
    "blocks",
    index,
  ]);
  const [list] = lists;
  return {
    value: list?.block.items,
    name: () => "the article's checklist",
    paths: () => (list ? [[...list.path(), "items"]] : []),
  };
}
