import type { Shape, Struct } from "alphanode-post/rows";

/** Bytes, as they come. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Writes rows in another form: takes whole lines of JSON, and gives the bytes of a file. */
export type Encode = (lines: Bytes, row: Struct) => Bytes;

export type Row = Record<string, unknown>;

/** How many rows a form that gathers them takes at once. */
const GATHERED = 4_096;

/** Gives the rows of lines, some thousands at once, so that memory does not grow with their number; at least one list. */
export async function* rowsOf(lines: Bytes): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for await (const bytes of lines) {
    for (const line of Buffer.from(bytes).toString().split("\n")) {
      if (line === "") continue;
      rows.push(JSON.parse(line));
      if (rows.length < GATHERED) continue;
      yield rows;
      rows = [];
    }
  }
  yield rows;
}

/** Gives a value with whole numbers as 64-bit integers, which binary forms want. */
export function withIntegers(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case "integer":
      return BigInt(value as number);
    case "list":
      return (value as unknown[]).map((item) => withIntegers(shape.of, item));
    case "struct":
      return Object.fromEntries(
        Object.entries(shape.fields).map(([key, of]) => [key, withIntegers(of, (value as Row)[key])]),
      );
    default:
      return value;
  }
}
