import * as z from "zod";
import { PostBlock, PostSection } from "./article.ts";
import { PostMeta } from "./meta.ts";
import { Post } from "./post.ts";
import { Text, VALUE_SCHEMAS } from "./values.ts";

const [paragraph, code, list, image] = PostBlock.options;

const PartialMeta = PostMeta.partial().describe("The fields of the box that are whole.");
const PartialPost = Post.partial()
  .extend({ meta: PartialMeta })
  .describe("What could be read of a post that has errors.");

const Point = z.object({
  line: z.int().min(1).describe("The line, from 1."),
  column: z.int().min(1).describe("The column, from 1."),
  offset: z.int().min(0).describe("The place in the text, from 0, in UTF-16 units."),
});

const Issue = z
  .object({
    code: z.string().describe("What kind of problem it is."),
    severity: z.enum(["error", "warning"]).describe("How grave it is."),
    message: z.string().describe("What stood there, what was expected, what to do."),
    path: z.array(z.union([z.string(), z.int()])).describe("Where in the post the problem is."),
    position: z
      .object({ start: Point.describe("Where it starts."), end: Point.describe("Where it ends.") })
      .describe("Where in the text the problem is."),
    fix: z
      .object({
        range: z
          .tuple([z.int().min(0), z.int().min(0)])
          .describe("Where it starts and ends, in UTF-16 units."),
        text: z.string().describe("What is to stand there."),
      })
      .optional()
      .describe("The change of the text that corrects it, where there is one."),
  })
  .describe("A problem of a text.");

/** What a line of `alphanode parse --ndjson` holds, whatever became of the post. */
const COMMON = {
  id: z.string().nullable().describe("What the post is known by; null where the input did not say."),
  issues: z.array(Issue).describe("What was found, in the order of the text."),
  kept: z.record(z.string(), z.string().nullable()).optional().describe("What was kept of the input."),
};

const Result = z
  .discriminatedUnion("success", [
    z.object({ ...COMMON, success: z.literal(true).describe("The post has no error."), data: Post }),
    z.object({ ...COMMON, success: z.literal(false).describe("The post has errors."), partial: PartialPost }),
  ])
  .describe("A line that alphanode parse --ndjson writes.");

/** The schemas that stand under `$defs` by a name of their own, so that others refer to them. */
const NAMES: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [Text, "Text"],
  [VALUE_SCHEMAS.count, "Count"],
  [VALUE_SCHEMAS.percent, "Percent"],
  [PostBlock, "Block"],
  [paragraph, "ParagraphBlock"],
  [code, "CodeBlock"],
  [list, "ListBlock"],
  [image, "ImageBlock"],
  [PostSection, "Section"],
  [PostMeta, "PostMeta"],
  [Post, "Post"],
  [PartialMeta, "PartialMeta"],
  [PartialPost, "PartialPost"],
  [Issue, "Issue"],
]);

/** What the schemas say of themselves. In zod's own registry, the names would meet those of a user's schemas. */
const metadataIn = (root: z.ZodType) =>
  Object.assign(z.registry<z.GlobalMeta>(), {
    get: (schema: z.core.$ZodType) => {
      const id = schema === root ? undefined : NAMES.get(schema);
      return { ...z.globalRegistry.get(schema), ...(id !== undefined && { id, title: id }) };
    },
  });

/** Escapes of units in a pattern. RE2 knows none of the kind, and no source of Go may hold a byte-order mark. */
const ESCAPE = /\\u([0-9a-f]{4})/g;
const IN_PLACE: Readonly<Record<string, string>> = { "000b": "\\v", "000c": "\\f", feff: "" };

/** What no text with a pattern holds: a byte-order mark, and a line end after which Python's `$` has ended. */
const NOT = { pattern: "\ufeff|\\n$" };

/** Says the pattern of a schema so that all engines of regular expressions take it for the same. */
function portable(schema: unknown): unknown {
  const { pattern } = (schema ?? {}) as z.core.JSONSchema.BaseSchema;
  if (typeof pattern !== "string") return schema;
  const stated = pattern.replace(
    ESCAPE,
    (_, code) => IN_PLACE[code] ?? String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { ...(schema as object), pattern: stated, not: NOT };
}

/** Writes a schema as JSON Schema (draft 2020-12). */
function jsonSchemaOf(schema: z.ZodType, id: string, title: string): object {
  const { $schema, description, ...rest } = z.toJSONSchema(schema, { metadata: metadataIn(schema) });
  const plain = JSON.parse(JSON.stringify(rest), (_, node) => portable(node));
  return { $schema, $id: id, title, description, ...plain };
}

/**
 * Writes the schema of a post as JSON Schema, which the build puts into the package as `schema.json`. It describes
 * posts as they are parsed: what it accepts is what `Post` accepts and gives back as it was, so no property is left out
 * and none is added.
 */
export const postJsonSchema = (): object => jsonSchemaOf(Post, "urn:alphanode-post:schema", "Post");

/** Writes the schema of a line that `alphanode parse --ndjson` writes, the package's `result.schema.json`. */
export const resultJsonSchema = (): object => jsonSchemaOf(Result, "urn:alphanode-post:result", "PostResult");
