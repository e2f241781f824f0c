import { ARTICLE_HEADINGS, CHECKLIST_HEADING, FINAL_HEADING } from "../format/headings.ts";
import type { Remark } from "../layout/draft.ts";
import { isFurniture, isSurelyFurniture } from "../layout/furniture.ts";
import { endsSentence } from "../syntax/look.ts";
import type { Block, Code, Heading, Image, List, Prose } from "./block.ts";
import { isPrinted } from "./code-furniture.ts";
import { hasForm, isMostlyLinks, isPoll, linkedShare } from "./links.ts";
import type { HtmlElement } from "./node.ts";
import { folded, type Walk } from "./segments.ts";
import { doubtRemark, strayRemark } from "./stray.ts";

/**
 * Strangers are what plugins and themes put between the blocks of an article: share lines, adverts, teasers of other posts,
 * newsletters. Where no class tells, what they say does, and where they stand: in an element of their own that holds
 * nothing which is surely the article's. What is doubtful stays and is reported.
 */

/** A block that is surely the article's, or blocks of one element that holds none that is. */
interface Island {
  readonly isSure: boolean;
  /** The element; undefined for text that stands right among what is sure. */
  readonly root: HtmlElement | undefined;
  readonly blocks: Block[];
}

/** The shortest sentence that is surely the article's, whatever element it stands in. */
const SURE_LENGTH = 120;

/** Takes strangers out of the blocks of an article, and tells them. */
export function withoutStrangers(
  blocks: readonly Block[],
  { walk, article, title }: { readonly walk: Walk; readonly article: HtmlElement; readonly title: string },
): { blocks: Block[]; remarks: Remark[] } {
  const islands = islandsOf(blocks, article, walk);
  const sorter = new Sorter(walk, title, isFlat(islands));
  islands.forEach((island, i) => {
    sorter.take(island, islands[i + 1]);
  });
  sorter.remarks.push(...splitIntro(sorter.blocks));
  return sorter;
}

/** Tells a heading between the first paragraph and the image that belongs to it. */
function splitIntro(blocks: readonly Block[]): Remark[] {
  const isHeading = ({ type }: Block): boolean => type === "heading";
  const at = blocks.findIndex(isHeading);
  const heading = blocks[at];
  if (heading?.type !== "heading" || ARTICLE_HEADINGS.has(folded(heading.line))) return [];
  const next = blocks.findIndex((block, i) => i > at && isHeading(block));
  const image = blocks.findIndex(({ type }) => type === "image");
  if (image < at || (next >= 0 && image > next)) return [];
  const message = "a heading that the site's posts have not; what stands under it may belong to the intro";
  return [doubtRemark([heading], ["intro"], message)];
}

/** Tells whether paragraphs that are surely the article's stand beside each other, rather than each in its own element. */
function isFlat(islands: readonly Island[]): boolean {
  const sure = islands.flatMap(({ isSure, blocks: [first] }) =>
    isSure && first?.type === "prose" && !first.isCaption ? [first.at] : [],
  );
  return 2 * new Set(sure.map(({ parent }) => parent)).size <= sure.length;
}

/** Puts blocks together that stand in one element which holds nothing sure. */
function islandsOf(blocks: readonly Block[], article: HtmlElement, walk: Walk): Island[] {
  const sure = new Set<HtmlElement>([article]);
  const isSure = sureBlocks(blocks);
  blocks.forEach(({ at }, i) => {
    if (!isSure[i]) return;
    for (let up: HtmlElement | undefined = at; up !== undefined && !sure.has(up); up = up.parent)
      sure.add(up);
  });
  const islands: Island[] = [];
  blocks.forEach((block, i) => {
    const root = rootOf(block.at, (element) => sure.has(element) || walk.kept.has(element));
    const last = islands[islands.length - 1];
    if (root !== undefined && root === last?.root) last.blocks.push(block);
    else islands.push({ isSure: isSure[i] === true, root, blocks: [block] });
  });
  return islands;
}

/** The outermost element around a block that is not held; the block's own where it stands right in one that is. */
function rootOf(at: HtmlElement, isHeld: (element: HtmlElement) => boolean): HtmlElement | undefined {
  if (isHeld(at)) return undefined;
  let root = at;
  while (root.parent !== undefined && !isHeld(root.parent)) root = root.parent;
  return root;
}

/** Tells of each block whether it is surely the article's. */
function sureBlocks(blocks: readonly Block[]): boolean[] {
  let checklist: Block | undefined;
  return blocks.map((block, i) => {
    switch (block.type) {
      case "heading": {
        const text = folded(block.line);
        checklist = text === CHECKLIST_HEADING ? checklistUnder(blocks, i) : undefined;
        return ARTICLE_HEADINGS.has(text);
      }
      case "list":
        return block === checklist || (linkedShare(block) === 0 && !isPoll(block));
      case "prose":
        if (block.isCaption) return true;
        return block.line.length >= SURE_LENGTH && endsSentence(block.line) && !isSurelyFurniture(block.line);
      case "image":
        return block.isCaption;
      default:
        return true;
    }
  });
}

/** The list under its heading that is the checklist: the first that is not of links, else the first. */
function checklistUnder(blocks: readonly Block[], at: number): Block | undefined {
  const end = blocks.findIndex(({ type }, i) => i > at && type === "heading");
  const lists = blocks.slice(at + 1, end < 0 ? undefined : end).filter((block) => block.type === "list");
  return lists.find((list) => !isMostlyLinks(list) && !isPoll(list)) ?? lists[0];
}

class Sorter {
  readonly blocks: Block[] = [];
  readonly remarks: Remark[] = [];
  /** The heading of the section, folded; undefined in the intro. */
  private section: string | undefined;
  /** How many paragraphs the intro, or the section, has. */
  private paragraphs = 0;
  private readonly captions = new Set<string>();
  /** How many lists the section has. */
  private lists = 0;
  private hasProse = false;
  private isPastEnd = false;

  constructor(
    private readonly walk: Walk,
    private readonly title: string,
    /** Whether it is unusual that a paragraph stands in an element of its own. */
    private readonly isFlat: boolean,
  ) {}

  /** Takes the next island: leaves it out, or takes its blocks one by one. */
  take(island: Island, next: Island | undefined): void {
    const { root, blocks } = island;
    if (root !== undefined && this.isStranger(root, blocks, next)) {
      const message = "a part that pages show around their posts or put between paragraphs; it was left out";
      this.leaveOut([root], message);
      return;
    }
    for (const block of blocks) {
      const place = this.blocks.length;
      this.block(block, island);
      if (this.blocks.length > place) this.tellDoubt(block, island);
    }
  }

  /** Tells whether an element of its own is none of the article: by its first line, its form, its heading, its links. */
  private isStranger(root: HtmlElement, blocks: readonly Block[], next: Island | undefined): boolean {
    const texts = blocks.filter((block) => block.type !== "image");
    const [first] = texts;
    if (first === undefined) return false;
    if (texts.every(isMostlyLinks)) return true;
    const isWrapper = root !== first.at || blocks.length > 1;
    if (!isWrapper) return false;
    if (first.type === "heading" && folded(first.line) === this.title) return false;
    if ((first.type === "heading" || first.type === "prose") && isFurniture(first.line)) return true;
    const prose = texts.filter((block) => block.type === "prose");
    if (prose.length > 0 && prose.every((block) => this.isFurnitureLine(block))) return true;
    if (hasForm(root, texts)) return true;
    // A heading within an element of its own would take what follows out of its section.
    const follows = next?.isSure ? next.blocks[0]?.type : undefined;
    return (
      texts.some(({ type }) => type === "heading") &&
      this.section !== undefined &&
      (follows === "prose" || follows === "list" || follows === "code")
    );
  }

  private block(block: Block, { isSure }: Island): void {
    if (block.type === "heading") this.heading(block);
    else if (block.type === "prose") this.prose(block, isSure);
    else if (block.type === "list" && !isSure && isMostlyLinks(block))
      this.leaveOut([block], "a list of links to something else; it was left out");
    else this.blocks.push(block);
  }

  private heading(heading: Heading): void {
    const text = folded(heading.line);
    if (!this.hasProse && text === this.title) return;
    const isKnown = ARTICLE_HEADINGS.has(text);
    if (!isKnown && isSurelyFurniture(heading.line)) {
      this.leaveOut([heading], FURNITURE);
      return;
    }
    if (this.isPastEnd && !isKnown) {
      const message =
        "a section under the final notes, which pages show around their posts; it was read as one of the article";
      this.doubt(heading, message);
    }
    this.isPastEnd &&= !isKnown;
    this.section = text;
    this.paragraphs = 0;
    this.lists = 0;
    this.blocks.push(heading);
  }

  private prose(prose: Prose, isSure: boolean): void {
    if (!prose.isCaption) {
      if (!isSure && this.isFurnitureLine(prose)) {
        this.leaveOut(prose.run, FURNITURE);
        return;
      }
      this.hasProse = true;
      this.paragraphs++;
      this.isPastEnd ||= this.section === FINAL_HEADING;
    }
    this.blocks.push(prose);
  }

  /** Tells whether a line is furniture. What ends as a sentence within the article may say what it likes. */
  private isFurnitureLine({ line, at, ...prose }: Prose): boolean {
    if (isSurelyFurniture(line) || isMostlyLinks({ line, at, ...prose })) return true;
    const isBare = at.name === "div" && at.attributes.size > 0 && !this.walk.kept.has(at);
    const isAround = !this.hasProse || this.isPastEnd || isBare || !endsSentence(line);
    return isAround && isFurniture(line);
  }

  /** Tells what was read as the article's and may be none of it. */
  private tellDoubt(block: Block, { isSure, root }: Island): void {
    const { section } = this;
    // A section under the final notes is reported as a whole.
    if (this.isPastEnd && section !== FINAL_HEADING) return;
    if (block.type === "heading" && !isSure && root !== block.at && root !== undefined)
      this.doubt(block, "a heading in an element of its own; it was read as one of the article");
    if ((block.type === "image" || block.type === "prose") && block.isCaption) this.tellCaption(block);
    if (block.type === "row")
      this.doubt(block, "a row of a table; it was read as a paragraph of the article");
    if (block.type === "list") this.tellList(block);
    if (block.type === "code") this.tellCode(block);
    if (block.type !== "prose" || block.isCaption) return;
    if (this.paragraphs > 1 && (section === undefined || section === FINAL_HEADING)) {
      const where = section ?? "the intro";
      this.doubt(block, `another paragraph in ${where}, which has one; it was read as one of the article`);
    } else if (!isSure && root?.name === "blockquote") {
      this.doubt(block, "a quotation; it was read as a paragraph of the article");
    } else if (!isSure && !/[.!?…:;][)"”’»\]]*$/.test(block.line)) {
      this.doubt(block, "a line that is not a sentence; it was read as a paragraph of the article");
    } else if (!isSure && this.isFlat && root !== undefined && root !== block.at && section !== undefined) {
      this.doubt(
        block,
        "a paragraph in an element of its own, unlike others; it was read as one of the article",
      );
    }
  }

  /** Tells a caption that stands twice, as pages have where they show images large. */
  private tellCaption(block: Image | Prose): void {
    const line = folded(block.line);
    if (this.captions.has(line)) this.doubt(block, "a caption that stood above already");
    this.captions.add(line);
  }

  /** Tells a list that is not the one of the checklist, and one with lists in it. */
  private tellList(list: List): void {
    this.lists++;
    const [{ lists: level = 0 } = {}] = list.segments;
    if (this.section !== CHECKLIST_HEADING || this.lists > 1)
      this.doubt(
        list,
        "a list outside of the checklist, or another in it; it was read as one of the article",
      );
    else if (list.segments.some(({ lists }) => lists !== level))
      this.doubt(list, "a list with lists in it, whose items were read as one list");
  }

  /** Tells a line of code right under another, which editors keep as a piece of code of its own, and what code prints. */
  private tellCode(code: Code): void {
    const above = this.blocks.at(-2);
    if (above?.type !== "code") return;
    const isLine = ({ lines }: Code): boolean => lines.length === 1;
    if (isPrinted(code)) this.doubt(code, "what the code above prints; it was read as code");
    else if (isLine(code) && isLine(above) && above.at.parent === code.at.parent)
      this.doubt(code, "a line of code under another, which may be one piece of code with it");
  }

  private doubt(block: Block, message: string): void {
    const path = this.section === undefined ? ["intro"] : ["sections"];
    this.remarks.push(doubtRemark([block], path, message));
  }

  private leaveOut(stretches: Parameters<typeof strayRemark>[0], message: string): void {
    this.remarks.push(strayRemark(stretches, [], message));
  }
}

const FURNITURE = "a line that pages show around their posts; it was left out";
