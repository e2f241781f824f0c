import type { Piece } from "../syntax/nodes.ts";
import { type PostPosition, spanOf } from "../syntax/position.ts";
import type { Source } from "../syntax/scan.ts";
import type { Place } from "./place.ts";

/** A value, by its place, and where it stands. */
export interface Spot {
  readonly place: Place;
  readonly position: PostPosition;
}

/**
 * Notes where values stand, as composers take them. A value may still be given up: what was noted counts once it is
 * kept.
 */
export class Spots {
  private readonly noted: Spot[] = [];
  private kept = 0;

  /**
   * @param source - the source that values are taken from
   * @param root - the place from which pointers lead
   */
  constructor(
    private readonly source: Source,
    private readonly root: Place,
  ) {}

  /** Notes the piece from which a value was taken, or the first and the last. */
  note(place: Place, first: Piece, last: Piece = first): void {
    this.noted.push({ place, position: spanOf(this.source, first, last) });
  }

  /** Keeps what was noted so far. */
  keep(): void {
    this.kept = this.noted.length;
  }

  /** Forgets what was noted and not kept. */
  drop(): void {
    this.noted.length = this.kept;
  }

  /** Takes out what was noted and not kept. */
  cut(): readonly Spot[] {
    return this.noted.splice(this.kept);
  }

  /** Notes again what was taken out. */
  take(spots: readonly Spot[]): void {
    for (const spot of spots) this.noted.push(spot);
  }

  /** Where the values stand that were kept, by JSON Pointer. */
  positions(): Map<string, PostPosition> {
    this.drop();
    const positions = new Map<string, PostPosition>();
    const past = this.root.pointer.length;
    for (const { place, position } of this.noted)
      positions.set(past === 0 ? place.pointer : place.pointer.slice(past), position);
    return positions;
  }
}
