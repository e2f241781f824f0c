/**
 * Results as rows that data engines can give a type, and the types for each engine.
 *
 * @module alphanode-post/rows
 */

export {
  type PostRow,
  type RowBlock,
  type RowIssue,
  type RowMeta,
  type RowPost,
  type RowSource,
  toRow,
} from "./row.ts";
export { type Engine, engineSchema, rowJsonSchema } from "./schema.ts";
export { ROW_VERSION, type Shape, type Shaped, type ShapeOptions, type Struct, shapeOf } from "./shape.ts";
