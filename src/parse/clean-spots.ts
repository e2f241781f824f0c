import { FIELDS, type FieldRow, isValueRow, type ValueRow } from "../format/fields.ts";
import { BOX_HEADING } from "../format/headings.ts";
import { writeValue } from "../format/values.ts";
import type { PostBlock } from "../schema/article.ts";
import type { PostMeta } from "../schema/meta.ts";
import { type CleanArticle, LEAD, startOfTitle } from "./clean-article.ts";
import { type CleanBox, ITEM, OF_RECORD } from "./clean-box.ts";
import { INTRO, META, type Place, SECTIONS, TITLE } from "./place.ts";
import type { Spots } from "./spots.ts";

type Value = string | number | boolean;
type Values = Readonly<Record<string, Value>>;

/** How much of a line stands before a value: of an item; of an entry, its label set aside; of that of a record. */
const BEFORE_ITEM = ITEM.length - 1;
const BEFORE_ENTRY = BEFORE_ITEM + ": ".length;
const BEFORE_OF_RECORD = OF_RECORD.length - 1 + ": ".length;

/**
 * Notes where the values of a clean article and of the box under it stand: each on the line after the one before, right
 * behind its label or its bullet.
 */
export function noteClean(text: string, article: CleanArticle, { meta }: CleanBox, spots: Spots): void {
  const start = startOfTitle(text);
  const notes = new Notes(spots, start > 0 ? 3 : 1, start);
  notes.article(article);
  notes.box(meta);
}

/** Notes where the values of a clean box stand, by the number of the line of its heading: other line ends than LF may stand above. */
export const noteCleanBox = ({ start, meta }: CleanBox, number: number, spots: Spots): void =>
  new Notes(spots, number, start).box(meta);

/** Goes through the lines of a clean text. */
class Notes {
  /**
   * @param spots - takes the notes
   * @param number - the number of the next line
   * @param start - where it starts
   */
  constructor(
    private readonly spots: Spots,
    private number: number,
    private start: number,
  ) {}

  article({ title, intro, sections }: CleanArticle): void {
    this.value(TITLE, 0, title);
    this.blocks(intro, INTRO);
    for (let i = 0; i < sections.length; i++) {
      const { heading, blocks } = sections[i] as (typeof sections)[number];
      const section = SECTIONS.at(i);
      this.skip("");
      this.value(section.at("heading"), 0, heading);
      this.blocks(blocks, section.at("blocks"));
    }
    this.skip("");
  }

  box(meta: PostMeta): void {
    this.skip(BOX_HEADING);
    this.skip("");
    for (const row of FIELDS) this.field(row, meta[row.key as keyof typeof meta]);
    this.spots.keep();
  }

  /** Notes blocks, each below an empty line, but images right under a list or another image. */
  private blocks(blocks: readonly PostBlock[], around: Place): void {
    let before: PostBlock["type"] | undefined;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as PostBlock;
      if (block.type !== "image" || (before !== "list" && before !== "image")) this.skip("");
      this.block(block, around.at(i));
      before = block.type;
    }
  }

  private block(block: PostBlock, place: Place): void {
    switch (block.type) {
      case "list":
        for (let i = 0; i < block.items.length; i++)
          this.value(place.at("items").at(i), BEFORE_ITEM, block.items[i] as string);
        return;
      case "image": {
        const { caption, source } = block;
        this.skip(caption);
        this.note(place.at("caption"), 0, caption.length);
        this.value(place.at("source"), caption.length + LEAD.length, source as string);
        return;
      }
      case "code":
        this.code(place.at("text"), block.text);
        return;
      default:
        this.value(place.at("text"), 0, block.text);
    }
  }

  /** Notes all of some lines. */
  private code(place: Place, text: string): void {
    const first = { line: this.number, column: 1, offset: this.start };
    const offset = this.start + text.length;
    let end = text.indexOf("\n");
    for (; end >= 0; end = text.indexOf("\n", end + 1)) this.number++;
    const column = text.length - text.lastIndexOf("\n");
    this.spots.noteAt(place, { start: first, end: { line: this.number, column, offset } });
    this.number++;
    this.start = offset + 1;
  }

  private field(row: FieldRow, value: unknown): void {
    const place = META.of(row);
    const { length } = row.label;
    if (isValueRow(row)) {
      this.value(place, length, value as Value);
      return;
    }
    // Without records, a field that may be absent has no label.
    if ((value as unknown[]).length === 0) return;
    this.skip(row.label);
    if (row.kind === "entries") {
      this.entries(row.entries, value as Values, place, BEFORE_ENTRY);
      return;
    }
    const parts = value as readonly (string | Values)[];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as string | Values;
      if (typeof part === "string") this.value(place.at(i), BEFORE_ITEM, part);
      else if (row.kind === "records") this.entries(row.entries, part, place.at(i), BEFORE_OF_RECORD);
    }
  }

  private entries(rows: readonly ValueRow[], values: Values, around: Place, before: number): void {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as ValueRow;
      this.value(around.of(row), before + row.label.length, values[row.key] as Value);
    }
  }

  /** Notes a value that is all of the next line but so many characters before it. */
  private value(place: Place, before: number, value: Value): void {
    const { length } = typeof value === "string" ? value : writeValue(value);
    this.note(place, before, length);
    this.start += before + length + 1;
    this.number++;
  }

  /** Notes a stretch of the next line. */
  private note(place: Place, before: number, length: number): void {
    const line = this.number;
    const offset = this.start + before;
    this.spots.noteAt(place, {
      start: { line, column: before + 1, offset },
      end: { line, column: before + length + 1, offset: offset + length },
    });
  }

  /** Goes past the next line, which holds no value. */
  private skip({ length }: string): void {
    this.start += length + 1;
    this.number++;
  }
}
