import { LineTable } from "../../src/syntax/position.ts";
import { type Origin, Source } from "../../src/syntax/scan.ts";

/** A text as one that was laid out from itself; as a page, where its line ends mean nothing. */
export function laidOut(text: string, { roles = [], flows = false }: Partial<Origin> = {}): Source {
  const table = new LineTable(text);
  const origin: Origin = {
    text,
    pointAt: (offset) => table.pointAt(offset),
    placeOf: (offset) => offset,
    pastOf: (offset) => offset,
    stretchOf: (from, to) => ({ from, to }),
    flows,
    roles,
  };
  return new Source(text, origin);
}
