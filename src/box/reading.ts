import type { Bit } from "../layout/bits.ts";
import type { Context } from "./context.ts";
import type { Notes, Path } from "./issues.ts";
import type { Region } from "./regions.ts";

/** A field that is read, and what came of it. */

/** What became of a field. */
export interface Outcome {
  /** The value; absent where there is none, or none that is right. */
  readonly value?: unknown;
  /** Whether the label stands without a value. */
  readonly isLost: boolean;
  /** The bits that the value took. */
  readonly used: readonly Bit[];
}

/** A field as it is read: from what, and where it is reported. */
export interface Reading {
  readonly region: Region;
  /** The bits of the text. */
  readonly bits: readonly Bit[];
  readonly path: Path;
  readonly notes: Notes;
  readonly context: Context;
}
