import { type FieldRow, placeOf } from "../format/fields.ts";
import { pointerOf } from "./pointer.ts";

/** How many parts of a place are kept: posts have as many. More are made where they are asked for. */
const KEPT = 32;

/**
 * A place in a `Post`, as a link to the place around it. Places are much the same from post to post, so that most are
 * made but once; their paths and pointers are written where there is an issue to tell, or a position.
 */
export class Place {
  private readonly items: Place[] = [];
  private readonly parts = new Map<string, Place>();
  private readonly rows: Place[] = [];
  private written: string | undefined;

  /**
   * @param key - its key in the place around it; absent for the place of a whole value
   * @param around - the place around it
   */
  constructor(
    readonly key?: string | number,
    readonly around?: Place,
  ) {}

  /** The place of a part. */
  at(key: string | number): Place {
    const known = typeof key === "number" ? this.items[key] : this.parts.get(key);
    if (known) return known;
    const part = new Place(key, this);
    if (typeof key === "string" && this.parts.size < KEPT) this.parts.set(key, part);
    if (key === this.items.length && key < KEPT) this.items.push(part);
    return part;
  }

  /** The place of what a row of a table holds: of a field in the box, or of an entry in its field. */
  of(row: FieldRow): Place {
    const place = placeOf(row);
    this.rows[place] ??= this.at(row.key);
    return this.rows[place];
  }

  get path(): (string | number)[] {
    const path = [];
    for (let place: Place = this; place.key !== undefined; place = place.around as Place)
      path.push(place.key);
    return path.reverse();
  }

  /** The JSON Pointer of the place. */
  get pointer(): string {
    this.written ??= pointerOf(this.path);
    return this.written;
  }
}

/** The place of a whole post. */
export const POST = new Place();

/** Where the title is. */
export const TITLE = POST.at("title");

/** Where the blocks before the first section are. */
export const INTRO = POST.at("intro");

/** Where the sections are. */
export const SECTIONS = POST.at("sections");

/** Where the titles of similar posts are. */
export const SIMILAR = POST.at("similarPosts");

/** Where the box is. */
export const META = POST.at("meta");

/** Where its last field is, under which the similar posts stand. */
export const NOTES = META.at("notes");
