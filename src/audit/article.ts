import { CHECKLIST_HEADING } from "../format/headings.ts";
import type { PostBlock } from "../schema/article.ts";
import type { Post } from "../schema/post.ts";
import type { Path, Side } from "./compare.ts";

/** A block of one type, and where it stands. */
interface Placed<Type extends PostBlock["type"]> {
  readonly block: Extract<PostBlock, { type: Type }>;
  readonly path: Path;
}

/** Finds the blocks of one type in a list of blocks that stands at a path. */
function blocksOf<Type extends PostBlock["type"]>(
  type: Type,
  blocks: readonly PostBlock[],
  path: Path,
): Placed<Type>[] {
  return blocks.flatMap((block, index) =>
    block.type === type ? [{ block: block as Placed<Type>["block"], path: [...path, index] }] : [],
  );
}

/** Finds the blocks of one type in the sections of an article. */
function inSections<Type extends PostBlock["type"]>(type: Type, { sections }: Post): Placed<Type>[] {
  return sections.flatMap(({ blocks }, index) => blocksOf(type, blocks, ["sections", index, "blocks"]));
}

/** Finds all images of an article, in order. */
export function imagesOf(post: Post): Placed<"image">[] {
  return [...blocksOf("image", post.intro, ["intro"]), ...inSections("image", post)];
}

/** Finds the paragraphs that `payload.paragraphs` counts: all after the intro, final notes included. */
export function countedParagraphs(post: Post): Placed<"paragraph">[] {
  return inSections("paragraph", post);
}

/** Gives the items of the article's checklist. */
export function articleChecklist({ sections }: Post): Side {
  const index = sections.findIndex(({ heading }) => heading.toLowerCase() === CHECKLIST_HEADING);
  const [list] = blocksOf("list", sections[index]?.blocks ?? [], ["sections", index, "blocks"]);
  return {
    name: "the article's checklist",
    value: list?.block.items,
    paths: list ? [[...list.path, "items"]] : [],
  };
}
