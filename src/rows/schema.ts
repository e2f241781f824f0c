import { oneOf } from "../format/options.ts";
import { ROW_VERSION, type Shape, type Shaped, type ShapeOptions, type Struct, shapeOf } from "./shape.ts";

/** How an engine writes types. */
interface Dialect {
  readonly text: string;
  readonly integer: string;
  readonly boolean: string;
  /** A value of any kind. */
  readonly json: string;
  readonly list: (of: string) => string;
  readonly map: (of: string) => string;
  readonly struct: (fields: readonly Named[]) => string;
  /** The columns of a table. */
  readonly columns: (fields: readonly Named[]) => string;
  /** A value in an object; most engines take null for any. */
  readonly value?: (type: string, shape: Shape) => string;
}

/** A name and its type. */
type Named = readonly [name: string, type: string];

/** Writes a name between quotes, with the quotes in it doubled. */
const quoted = (name: string, quote: string): string => quote + name.replaceAll(quote, quote + quote) + quote;

/** Writes names with their types. */
const listed = (fields: readonly Named[], quote: string, between: string): string =>
  fields.map(([name, type]) => `${quoted(name, quote)}${between}${type}`).join(", ");

const DIALECTS = {
  // As `columns` of read_json takes it.
  duckdb: {
    text: "VARCHAR",
    integer: "BIGINT",
    boolean: "BOOLEAN",
    json: "JSON",
    list: (of) => `${of}[]`,
    map: (of) => `MAP(VARCHAR, ${of})`,
    struct: (fields) => `STRUCT(${listed(fields, '"', " ")})`,
    columns: (fields) =>
      `{${listed(
        fields.map(([name, type]) => [name, quoted(type, "'")]),
        "'",
        ": ",
      )}}`,
  },
  // A schema in Spark's DDL, as DataFrameReader.schema and from_json take it.
  spark: {
    text: "STRING",
    integer: "BIGINT",
    boolean: "BOOLEAN",
    json: "STRING",
    list: (of) => `ARRAY<${of}>`,
    map: (of) => `MAP<STRING, ${of}>`,
    struct: (fields) => `STRUCT<${listed(fields, "`", ": ")}>`,
    columns: (fields) => listed(fields, "`", " "),
  },
  // A structure as table functions take it. Neither arrays nor tuples can be null: they are empty in its place, and so
  // that nothing reads as 0 that is not there, all values in tuples are nullable.
  clickhouse: {
    text: "String",
    integer: "Int64",
    boolean: "Bool",
    json: "String",
    list: (of) => `Array(${of})`,
    map: (of) => `Map(String, ${of})`,
    struct: (fields) => `Tuple(${listed(fields, "`", " ")})`,
    columns: (fields) => listed(fields, "`", " "),
    value: (type, { kind }) =>
      kind === "list" || kind === "map" || kind === "struct" ? type : `Nullable(${type})`,
  },
} as const satisfies Record<string, Dialect>;

/**
 * An engine that {@link engineSchema} writes types for.
 *
 * @example
 * ```ts
 * import { type Engine, engineSchema } from "alphanode-post/rows";
 *
 * const engines: Engine[] = ["duckdb", "spark", "clickhouse"];
 * for (const engine of engines) console.log(engineSchema("row", engine).slice(0, 43));
 * ```
 *
 * ```console
 * {'id': 'VARCHAR', 'success': 'BOOLEAN', 'po
 * `id` STRING, `success` BOOLEAN, `post` STRU
 * `id` Nullable(String), `success` Nullable(B
 * ```
 */
export type Engine = keyof typeof DIALECTS;

/**
 * Writes the columns of posts, results or rows as an engine declares them, so that it need not guess types from the
 * first lines: for DuckDB what `columns` of `read_json` takes, for Spark a schema in DDL, for ClickHouse a structure.
 *
 * @param what - what is to be read
 * @param engine - the engine that reads it
 * @param options - see {@link ShapeOptions}
 * @returns the columns
 * @throws RangeError if `what` or `engine` is none that there is; the message names them
 *
 * @example
 * ```ts
 * import { engineSchema } from "alphanode-post/rows";
 *
 * const columns = engineSchema("row", "duckdb");
 * const sql = `select id, unnest(issues).code from read_json('rows.ndjson', columns = ${columns})`;
 * console.log(sql.includes("'issues': 'STRUCT(\"code\" VARCHAR, "));
 * ```
 *
 * ```console
 * true
 * ```
 */
export function engineSchema(what: Shaped, engine: Engine, options?: ShapeOptions): string {
  const dialect = oneOf<Engine, Dialect>(DIALECTS, engine, "engine");
  return dialect.columns(typesOf(shapeOf(what, options), dialect));
}

const typesOf = ({ fields }: Pick<Struct, "fields">, dialect: Dialect): Named[] =>
  Object.entries(fields).map(([name, shape]) => {
    const type = typeOf(shape, dialect);
    return [name, dialect.value?.(type, shape) ?? type];
  });

function typeOf(shape: Shape, dialect: Dialect): string {
  switch (shape.kind) {
    case "list":
    case "map":
      return dialect[shape.kind](typeOf(shape.of, dialect));
    case "struct":
      return dialect.struct(typesOf(shape, dialect));
    default:
      return dialect[shape.kind];
  }
}

/**
 * Writes the JSON Schema (draft 2020-12) of rows, which the package holds as `alphanode-post/row.schema.json`.
 * Its `$id` ends with {@link ROW_VERSION}.
 *
 * @returns the schema, as plain data
 *
 * @example
 * ```ts
 * import { rowJsonSchema } from "alphanode-post/rows";
 *
 * console.log(rowJsonSchema().$id);
 * ```
 *
 * ```console
 * urn:alphanode-post:row:1
 * ```
 */
export function rowJsonSchema(): Record<string, unknown> {
  const defs: Record<string, unknown> = {};
  const { fields } = shapeOf("row");
  const root = objectOf(fields, defs);
  // Any text may be kept, under any name.
  const kept = { type: "object", additionalProperties: { type: ["string", "null"] } };
  const sketch = {
    type: "object",
    properties: { blocks: { type: "array", items: { type: "string" } }, features: { type: "string" } },
    required: ["blocks", "features"],
    additionalProperties: false,
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:alphanode-post:row:${ROW_VERSION}`,
    title: "PostRow",
    description: `A row of alphanode-post, version ${ROW_VERSION}: a post or what is right of it, and its issues.`,
    ...root,
    properties: { ...root.properties, sketch, kept },
    $defs: defs,
  };
}

/** An object that has all of its keys, and no other. */
function objectOf(fields: Struct["fields"], defs: Record<string, unknown>) {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => [name, orNull(shape, jsonOf(shape, defs))]),
  );
  return { type: "object", properties, required: Object.keys(fields), additionalProperties: false };
}

const TYPES = { text: "string", integer: "integer", boolean: "boolean" } as const;

function jsonOf(shape: Shape, defs: Record<string, unknown>): object {
  if (shape.kind === "struct") {
    defs[shape.name] ??= { title: shape.name, ...objectOf(shape.fields, defs) };
    return { $ref: `#/$defs/${shape.name}` };
  }
  if (shape.kind === "list") return { type: "array", items: jsonOf(shape.of, defs) };
  return { type: TYPES[shape.kind as keyof typeof TYPES] };
}

const orNull = (shape: Shape, schema: object): object => {
  if (shape.present) return schema;
  return "type" in schema
    ? { ...schema, type: [schema.type, "null"] }
    : { anyOf: [schema, { type: "null" }] };
};
