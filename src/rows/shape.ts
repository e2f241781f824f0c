import { FIELDS, type FieldRow, type ValueKind } from "../format/fields.ts";
import { oneOf } from "../format/options.ts";

/**
 * What a value is to an engine that knows types: plain data, from which the types of each engine are written. `json` is
 * a value of any kind, which most engines keep as its JSON text; a map has keys that nobody knows beforehand.
 *
 * @example
 * ```ts
 * import { type Shape, shapeOf } from "alphanode-post/rows";
 *
 * const id: Shape | undefined = shapeOf("row").fields.id;
 * console.log(id);
 * ```
 *
 * ```console
 * { kind: 'text' }
 * ```
 */
export type Shape = (
  | { readonly kind: "text" | "integer" | "boolean" | "json" }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | Pick<Struct, "kind" | "name" | "fields">
) & {
  /** Whether the value is never null. */
  readonly present?: true;
};

/**
 * The shape of an object whose keys are known.
 *
 * @example
 * ```ts
 * import { type Struct, shapeOf } from "alphanode-post/rows";
 *
 * const row: Struct = shapeOf("row", { keep: ["host"] });
 * console.log(Object.keys(row.fields));
 * ```
 *
 * ```console
 * [ 'id', 'success', 'post', 'issues', 'kept' ]
 * ```
 */
export interface Struct {
  /** Always `struct`. */
  readonly kind: "struct";
  /** What objects of the shape are called. */
  readonly name: string;
  /** The shape of each value, by its key, in order. */
  readonly fields: Readonly<Record<string, Shape>>;
}

const TEXT: Shape = { kind: "text" };
const INTEGER: Shape = { kind: "integer" };
const BOOLEAN: Shape = { kind: "boolean" };
const ANY: Shape = { kind: "json" };
const list = (of: Shape): Shape => ({ kind: "list", of });
const struct = (name: string, fields: Readonly<Record<string, Shape>>): Struct => ({
  kind: "struct",
  name,
  fields,
});
const present = (shape: Shape): Shape => ({ ...shape, present: true });

/** Kinds of values that are no texts. Dates are texts: engines differ in the days that they know. */
const VALUES: Partial<Record<ValueKind, Shape>> = { count: INTEGER, percent: INTEGER, flag: BOOLEAN };

/** The shape of a field of the box, or of an entry of one. */
function shapeOfField(row: FieldRow): Shape {
  switch (row.kind) {
    case "list":
      return list(TEXT);
    case "entries":
      return structOf(row.key, row.entries, present);
    case "records":
      return list(structOf(row.key, row.entries, present));
    default:
      return VALUES[row.kind] ?? TEXT;
  }
}

/** The shape of what some rows of the table describe. */
function structOf(key: string, rows: readonly FieldRow[], as = (shape: Shape) => shape): Struct {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return struct(name, Object.fromEntries(rows.map((row) => [row.key, as(shapeOfField(row))])));
}

/** A block of any kind: what a kind has not is null. */
const BLOCK = struct("Block", {
  type: present(TEXT),
  text: TEXT,
  items: list(TEXT),
  caption: TEXT,
  source: TEXT,
});

const SECTION = struct("Section", { heading: present(TEXT), blocks: present(list(BLOCK)) });

/** A post, with its unknown fields in the shape that is given. */
const postWith = (extra: Shape): Struct =>
  struct("Post", {
    title: TEXT,
    intro: list(BLOCK),
    sections: list(SECTION),
    similarPosts: list(TEXT),
    meta: present(struct("Meta", { ...structOf("meta", FIELDS).fields, extra })),
  });

const POINT = struct("Point", {
  line: present(INTEGER),
  column: present(INTEGER),
  offset: present(INTEGER),
});

/** A post as it is parsed. */
const POST = postWith({ kind: "map", of: ANY });

/** The start of an issue, which rows and results share. */
const ISSUE = { code: present(TEXT), severity: present(TEXT), message: present(TEXT) };

/** A line that `alphanode parse --ndjson` writes. */
const RESULT = struct("Result", {
  id: TEXT,
  success: present(BOOLEAN),
  data: POST,
  partial: POST,
  issues: present(
    list(
      struct("Issue", {
        ...ISSUE,
        path: present(list(ANY)),
        position: present(struct("Position", { start: present(POINT), end: present(POINT) })),
        fix: struct("Fix", { range: present(list(INTEGER)), text: present(TEXT) }),
      }),
    ),
  ),
});

/**
 * The version of the shape of rows. It goes up with any change to it, so that whoever stored rows can tell.
 *
 * @example
 * ```ts
 * import { ROW_VERSION } from "alphanode-post/rows";
 *
 * console.log(ROW_VERSION);
 * ```
 *
 * ```console
 * 1
 * ```
 */
export const ROW_VERSION = 1;

/** A row for engines: the same keys in each, and no key that comes from a text. */
export const ROW = struct("Row", {
  id: TEXT,
  success: present(BOOLEAN),
  post: present(postWith(list(struct("Extra", { label: present(TEXT), values: present(list(TEXT)) })))),
  issues: present(list(struct("Issue", { ...ISSUE, path: present(TEXT), position: present(TEXT) }))),
});

/** What near copies are found by; docs/engines.md tells how. */
const SKETCH = struct("Sketch", { blocks: present(list(TEXT)), features: present(TEXT) });

const SHAPES = { post: POST, result: RESULT, row: ROW };

/**
 * What there is a shape of: a post as it is parsed, a result as `alphanode parse --ndjson` writes it, or a row.
 *
 * @example
 * ```ts
 * import { type Shaped, shapeOf } from "alphanode-post/rows";
 *
 * const shaped: Shaped[] = ["post", "result", "row"];
 * console.log(shaped.map((what) => Object.keys(shapeOf(what).fields).length));
 * ```
 *
 * ```console
 * [ 5, 5, 4 ]
 * ```
 */
export type Shaped = keyof typeof SHAPES;

/**
 * What else a row holds.
 *
 * @example
 * ```ts
 * import { type ShapeOptions, shapeOf } from "alphanode-post/rows";
 *
 * const options: ShapeOptions = { keep: ["host", "fetched_at"] };
 * console.log(shapeOf("row", options).fields.kept?.kind);
 * ```
 *
 * ```console
 * struct
 * ```
 */
export interface ShapeOptions {
  /** Properties of the input that are kept, by name; see `--keep` of `alphanode parse`. Default: none. */
  keep?: readonly string[] | undefined;
  /** Whether there is a sketch of the post; see `--sketch` of `alphanode parse`. Default: no. */
  sketch?: boolean | undefined;
}

/**
 * Gives the shape of posts, results or rows.
 *
 * @param what - what to describe
 * @param options - see {@link ShapeOptions}
 * @returns the shape; kept properties are texts under `kept`, and a sketch stands under `sketch`
 *
 * @example
 * ```ts
 * import { shapeOf } from "alphanode-post/rows";
 *
 * console.log(Object.keys(shapeOf("row").fields));
 * ```
 *
 * ```console
 * [ 'id', 'success', 'post', 'issues' ]
 * ```
 */
export function shapeOf(what: Shaped, { keep = [], sketch = false }: ShapeOptions = {}): Struct {
  const shape = oneOf<Shaped, Struct>(SHAPES, what, "shape");
  const kept = struct("Kept", Object.fromEntries(keep.map((name) => [name, TEXT])));
  return struct(shape.name, {
    ...shape.fields,
    ...(sketch && { sketch: present(SKETCH) }),
    ...(keep.length > 0 && { kept: present(kept) }),
  });
}
