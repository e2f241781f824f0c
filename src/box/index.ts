/**
 * Boxes of any site: declare the labels of a box once, and read it from what any extractor left of it.
 *
 * @module alphanode-post/box
 */
export { alphanodeBox } from "./alphanode.ts";
export type { Codec } from "./codec.ts";
export { type Box, type BoxDeclaration, type BoxOf, defineBox } from "./define.ts";
export { type Field, field, type Infer } from "./field.ts";
export { BOX_ISSUE_CODES, type BoxIssue, type BoxIssueCode, BoxParseError } from "./issues.ts";
export type { BoxOptions } from "./options.ts";
export { type BoxResult, parseBox, parseBoxes, safeParseBox } from "./parse.ts";
export { boxJsonSchema, boxSchema } from "./schema.ts";
export { stringifyBox } from "./stringify.ts";
