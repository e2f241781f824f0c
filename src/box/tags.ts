import type { Strand } from "../layout/strand.ts";

/** Tags of the page, and marks of pictures, that some extractors leave around labels and values, where they know no other way to write them. */

/** Names of tags, as alternatives, by what stands for them in a text. */
const BLOCKS =
  "address|br|caption|colgroup|col|dd|div|dl|dt|h[1-6]|hr|li|ol|p|section|table|tbody|tfoot|thead|tr|ul";
const CELLS = "td|th";
const INLINE = "a|abbr|b|code|em|font|i|img|label|mark|small|span|strong|sub|sup|svg|time|u";

const TAGS = new RegExp(`(?:\\s*</?(?:${BLOCKS}|${CELLS}|${INLINE})\\b[^<>]*>)+\\s*`, "gi");
const BLOCK = new RegExp(`</?(?:${BLOCKS})\\b`, "i");
const CELL = new RegExp(`</?(?:${CELLS})\\b`, "i");

/** A stretch with attributes of Markdown, which may have links in it: `[Weight]{.label}`. */
const SPAN = /\[((?:[^\][]|\[[^\][]*\])*)\]\{[.#][^{}]*\}/g;

/** Characters that stand for others between tags. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  "#x27": "'",
};

/** How many labels stand between tags where these are none of a value. */
const MIN_LABELS = 2;

/** What stands for a run of tags. */
function plainTags(run: string): string {
  if (/\n\s*\n/.test(run)) return "\n\n";
  if (BLOCK.test(run)) return "\n";
  if (CELL.test(run)) return "\t";
  if (run.includes("\n")) return "\n";
  return /\s/.test(run.replace(/<[^<>]*>/g, "")) ? " " : "";
}

/** Takes tags off texts that have labels between them. */
export class TagReader {
  private readonly tagged: RegExp;
  private readonly spanned: RegExp;
  /** Pictures without a text, before labels and at the start of lines. */
  private readonly drawn: RegExp;

  /** @param labels - all labels, as a pattern without groups that capture */
  constructor(labels: string) {
    this.tagged = new RegExp(`>\\s*(?:${labels})\\s*[:：]?\\s*</`, "giu");
    this.drawn = new RegExp(`\\[\\](?=\\s*(?:${labels}))|(?<=^[^\\S\\n]{0,80})\\[\\](?=\\s)`, "gimu");
    this.spanned = new RegExp(`\\[(?:${labels})\\s*[:：]?\\]\\{[.#]`, "giu");
  }

  read(text: Strand): Strand {
    const bare = isIn(text, this.drawn) ? text.replace(this.drawn, () => " ") : text;
    const plain = isIn(bare, this.spanned) ? bare.replace(SPAN, ([, shown]) => shown) : bare;
    if (!isIn(plain, this.tagged)) return plain;
    return plain
      .replace(TAGS, ([run]) => plainTags(run))
      .replace(/&([\w#]{2,5});/g, ([, name = ""]) => ENTITIES[name.toLowerCase()]);
  }
}

const isIn = ({ text }: Strand, form: RegExp): boolean => [...text.matchAll(form)].length >= MIN_LABELS;
