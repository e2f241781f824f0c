import { type Block, type PartialPost, type Post, safeParsePost } from "alphanode-post";

/** What became of the 20 fields of a box. */
export interface FieldCount {
  /** Read as they are. */
  right: number;
  /** Not whole in the text, and an issue says so. */
  lost: number;
  /** In the text and left out, with an issue. */
  refused: number;
  /** Another value, with an issue on the field. */
  wrong: number;
  /** Another value or none, and no issue on the field. */
  silent: number;
}

/** What became of the title, headings and blocks of an article. */
export interface PartCount {
  /** Read as they are. */
  parts: number;
  /** In the text, and read otherwise. */
  misread: number;
  /** Articles with a part misread and no issue outside the box. */
  untold: number;
}

export type Count = FieldCount & PartCount & { texts: number };

export const noCount = (): Count => ({
  texts: 0,
  right: 0,
  lost: 0,
  refused: 0,
  wrong: 0,
  silent: 0,
  parts: 0,
  misread: 0,
  untold: 0,
});

/** Adds what one text counts to a sum. */
export function addCount(sum: Count, count: Count): void {
  for (const key of Object.keys(count) as (keyof Count)[]) sum[key] += count[key];
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** A text as it is searched: without letter case, white space, invisible letters, escapes and entities. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[\s\u00ad\u200b-\u200f]+/g, "");

const leavesOf = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one)?.toLowerCase() === JSON.stringify(other)?.toLowerCase();

/** Tells whether nothing shows where an item ends and the next begins, so that nobody could read the list. */
function runsTogether(items: readonly string[], text: string): boolean {
  const plain = text.toLowerCase().replace(/\\([\W_])/g, "$1");
  const joined = (by: string) => plain.includes(items.join(by).toLowerCase());
  return items.length > 1 && (joined(" ") || joined(""));
}

/** What of a text may be the box: all from its last heading on, and nothing where neither heading nor field is there. */
function boxOf(text: string): string {
  const heading = text.replace(/[*#_]/g, " ").lastIndexOf("postmeta");
  if (heading >= 0) return text.slice(heading);
  return /view\W{0,4}count/.test(text) ? text : "";
}

/** Tells whether a field's value stands whole in the text. Flags do not: `1` and `0` are everywhere. */
function stands(value: unknown, box: string, text: string): boolean {
  const leaves = leavesOf(value).filter((leaf) => typeof leaf !== "boolean");
  if (box === "" || !leaves.every((leaf) => box.includes(folded(String(leaf))))) return false;
  return !(Array.isArray(value) && typeof value[0] === "string" && runsTogether(value, text));
}

interface Part {
  readonly kind: string;
  readonly texts: readonly string[];
}

function partsOf({ title, intro = [], sections = [] }: PartialPost): Part[] {
  const part = (block: Block): Part => {
    if (block.type === "list") return { kind: "list", texts: block.items };
    if (block.type === "image") return { kind: "image", texts: [block.caption, block.source ?? ""] };
    return { kind: block.type, texts: [block.text] };
  };
  return [
    ...(title === undefined ? [] : [{ kind: "title", texts: [title] }]),
    ...intro.map(part),
    ...sections.flatMap(({ heading, blocks }) => [
      { kind: "heading", texts: [heading] },
      ...blocks.map(part),
    ]),
  ];
}

/** Parts are compared without letter case, but for code, which has none to lose. */
const keyOf = ({ kind, texts }: Part): string =>
  JSON.stringify([kind, ...(kind === "code" ? texts : texts.map((text) => text.toLowerCase()))]);

/** Holds what the parser reads in a tool's text against the post that the page showed. */
export function assess(post: Post, text: string): Count {
  const result = safeParsePost(text);
  const read: PartialPost = result.value;
  const paths = result.issues.map(({ path }) => path);
  const all = folded(text);
  const box = boxOf(all);
  const count = { ...noCount(), texts: 1 };

  const { extra: _, ...fields } = post.meta;
  for (const [field, value] of Object.entries(fields)) {
    const here = read.meta[field as keyof typeof fields];
    const toldHere = paths.some(([root, name]) => root === "meta" && name === field);
    const told = toldHere || paths.some((path) => path.length === 1 && path[0] === "meta");
    if (same(here, value)) count.right++;
    else if (!(here === undefined ? told : toldHere)) count.silent++;
    else if (!stands(value, box, text)) count.lost++;
    else if (here === undefined) count.refused++;
    else count.wrong++;
  }

  const left = partsOf(read).map(keyOf);
  for (const part of partsOf(post)) {
    const place = left.indexOf(keyOf(part));
    if (place >= 0) {
      left.splice(place, 1);
      count.parts++;
    } else if (part.texts.every((one) => all.includes(folded(one)))) count.misread++;
  }
  if (count.misread > 0 && !paths.some(([root]) => root !== "meta")) count.untold = 1;
  return count;
}
