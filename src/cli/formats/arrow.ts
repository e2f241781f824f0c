import { pipeline, Readable } from "node:stream";
import type { Shape, Struct } from "alphanode-post/rows";
import type { DataType } from "apache-arrow";
import { load } from "../load.ts";
import { type Encode, rowsOf, withIntegers } from "./format.ts";

type Arrow = typeof import("apache-arrow");

/** What Arrow calls a shape. */
function typeOf(arrow: Arrow, shape: Shape): DataType {
  switch (shape.kind) {
    case "text":
      return new arrow.Utf8();
    case "integer":
      return new arrow.Int64();
    case "boolean":
      return new arrow.Bool();
    case "list":
      return new arrow.List(new arrow.Field("item", typeOf(arrow, shape.of), true));
    case "struct":
      return structOf(arrow, shape);
    default:
      throw new TypeError(
        "Arrow has no type for a value of any kind, which posts and results hold; take rows (--of row)",
      );
  }
}

const structOf = (arrow: Arrow, { fields }: Pick<Struct, "fields">) =>
  new arrow.Struct(
    Object.entries(fields).map(([name, shape]) => new arrow.Field(name, typeOf(arrow, shape), true)),
  );

/** The bytes of an Arrow stream that holds no row, but tells their type. */
export async function arrowSchema(row: Struct): Promise<Uint8Array> {
  const arrow = await load("apache-arrow", import("apache-arrow"));
  return arrow.tableToIPC(new arrow.Table(new arrow.Schema(structOf(arrow, row).children)), "stream");
}

/** Writes rows as an Arrow file (Feather). */
export const arrow: Encode = async function* (lines, row) {
  const arrow = await load("apache-arrow", import("apache-arrow"));
  const type = structOf(arrow, row);
  const schema = new arrow.Schema(type.children);
  const batches = async function* () {
    for await (const rows of rowsOf(lines)) {
      const values = arrow.vectorFromArray(
        rows.map((each) => withIntegers(row, each)),
        type,
      );
      for (const data of values.data) yield new arrow.RecordBatch(schema, data);
    }
  };
  const file = arrow.RecordBatchFileWriter.throughNode();
  pipeline(Readable.from(batches()), file, () => {});
  yield* file as AsyncIterable<Uint8Array>;
};
