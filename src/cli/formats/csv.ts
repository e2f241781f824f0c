import type { Shape } from "alphanode-post/rows";
import { stringify } from "csv-stringify/sync";
import { type Encode, type Row, rowsOf } from "./format.ts";

/** A column: the name of a value, with those of the objects around it, and how to get at it. */
interface Column {
  readonly key: string;
  readonly of: (row: Row) => unknown;
}

/** The columns of an object: one for each value that is no object itself. */
function columnsOf(
  fields: Readonly<Record<string, Shape>>,
  before = "",
  of: Column["of"] = (row) => row,
): Column[] {
  return Object.entries(fields).flatMap(([name, shape]) => {
    const inner: Column["of"] = (row) => (of(row) as Row | null)?.[name] ?? null;
    const key = before + name;
    return shape.kind === "struct" ? columnsOf(shape.fields, `${key}.`, inner) : [{ key, of: inner }];
  });
}

/** Writes rows as CSV (RFC 4180) with a header. Objects are columns with dotted names, and lists are JSON. */
export const csv: Encode = async function* (lines, row) {
  const columns = columnsOf(row.fields);
  const options = {
    record_delimiter: "windows" as const,
    cast: { boolean: String, object: (value: unknown) => JSON.stringify(value) },
  };
  yield Buffer.from(stringify([columns.map(({ key }) => key)], options));
  for await (const rows of rowsOf(lines)) {
    yield Buffer.from(
      stringify(
        rows.map((each) => columns.map(({ of }) => of(each))),
        options,
      ),
    );
  }
};
