import type { Piece } from "../syntax/nodes.ts";
import { type PostPosition, stretchAt } from "../syntax/position.ts";
import type { Line, Source } from "../syntax/scan.ts";
import type { Place } from "./place.ts";

/** A value, by its JSON Pointer, and where it stands. */
export type Spot = readonly [pointer: string, position: PostPosition];

/**
 * Notes where values stand, as composers take them. A value may still be given up: what was noted counts once it is
 * kept. Most is, so that notes go into the result at once, and what is given up is taken out.
 */
export class Spots {
  private readonly noted = new Map<string, PostPosition>();
  /** How many notes are kept: the first. */
  private kept = 0;
  /** How much of each pointer leads to the value as a whole. */
  private readonly past: number;

  /**
   * @param source - the source that values are taken from
   * @param root - the place from which pointers lead
   */
  constructor(
    private readonly source: Source,
    root: Place,
  ) {
    this.past = root.pointer.length;
  }

  /** Notes the stretch from which a value was taken: of one line, or from one to another. */
  note(place: Place, line: Line, from: number, to: number, last = line): void {
    this.noteAt(place, stretchAt(this.source, line, from, to, last));
  }

  /** Notes a position that is known, of a text that was not laid out. */
  noteAt({ pointer }: Place, position: PostPosition): void {
    this.noted.set(this.past === 0 ? pointer : pointer.slice(this.past), position);
  }

  /** Notes the pieces that a value was put together of. */
  notePieces(place: Place, pieces: readonly Piece[]): void {
    const first = pieces[0] as Piece;
    const last = pieces.at(-1) as Piece;
    this.note(place, first.line, first.from, last.to, last.line);
  }

  /** Keeps what was noted so far. */
  keep(): void {
    this.kept = this.noted.size;
  }

  /** Forgets what was noted and not kept. */
  drop(): void {
    if (this.noted.size > this.kept) this.cut();
  }

  /** Takes out what was noted and not kept. */
  cut(): readonly Spot[] {
    const spots = [...this.noted].slice(this.kept);
    for (const [pointer] of spots) this.noted.delete(pointer);
    return spots;
  }

  /** Notes again what was taken out. */
  take(spots: readonly Spot[]): void {
    for (const [pointer, position] of spots) this.noted.set(pointer, position);
  }

  /** Where the values stand that were kept, by JSON Pointer. */
  positions(): Map<string, PostPosition> {
    this.drop();
    return this.noted;
  }
}
