import type { Shape, Struct } from "alphanode-post/rows";
import type { SchemaElement } from "hyparquet";
import { load } from "../load.ts";
import { type Encode, type Row, rowsOf, withIntegers } from "./format.ts";

/** What Parquet calls values that are no objects. */
const VALUES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  json: { type: "BYTE_ARRAY", converted_type: "JSON" },
  integer: { type: "INT64" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<string, Partial<SchemaElement>>;

/** The elements of a schema, as Parquet lists them: each before what is in it. */
function elementsOf(name: string, shape: Shape): SchemaElement[] {
  const element = { name, repetition_type: "OPTIONAL" } as const;
  switch (shape.kind) {
    case "struct":
      return [{ ...element, num_children: Object.keys(shape.fields).length }, ...fieldsOf(shape)];
    case "list":
      return [
        { ...element, converted_type: "LIST", num_children: 1 },
        { name: "list", repetition_type: "REPEATED", num_children: 1 },
        ...elementsOf("element", shape.of),
      ];
    case "map":
      return [{ ...element, ...VALUES.json }];
    default:
      return [{ ...element, ...VALUES[shape.kind] }];
  }
}

const fieldsOf = ({ fields }: Pick<Struct, "fields">): SchemaElement[] =>
  Object.entries(fields).flatMap(([name, shape]) => elementsOf(name, shape));

/** Writes rows as Parquet, nested as they are. */
export const parquet: Encode = async function* (lines, row) {
  const { ByteWriter, ParquetWriter } = await load("hyparquet-writer", import("hyparquet-writer"));
  const names = Object.keys(row.fields);
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: names.length }, ...fieldsOf(row)],
    createdBy: "alphanode-post",
  });
  const taken = (): Uint8Array => {
    const bytes = new Uint8Array(writer.buffer.slice(0, writer.index));
    writer.index = 0;
    return bytes;
  };
  for await (const rows of rowsOf(lines)) {
    const typed = rows.map((each) => withIntegers(row, each) as Row);
    const columnData = names.map((name) => ({ name, data: typed.map((each) => each[name]) }));
    await file.write({ columnData, rowGroupSize: Math.max(rows.length, 1) });
    yield taken();
  }
  await file.finish();
  yield taken();
};
