import { arrow } from "./arrow.ts";
import { csv } from "./csv.ts";
import type { Encode } from "./format.ts";
import { parquet } from "./parquet.ts";

/** The forms that rows are written in. Their libraries are loaded only when asked for. */
export const FORMATS = {
  ndjson: (lines) => lines,
  parquet,
  arrow,
  csv,
} as const satisfies Record<string, Encode>;
export type Format = keyof typeof FORMATS;

/** The form that the name of a file ends with. */
export function formatOf(file: string): Format | undefined {
  const [, ending] = /\.(\w+)$/.exec(file) ?? [];
  return Object.hasOwn(FORMATS, ending ?? "") ? (ending as Format) : undefined;
}
