import * as z from "zod";
import { PostBlock, Section } from "./article.ts";
import { PostMeta } from "./meta.ts";
import { Post } from "./post.ts";
import { Text, VALUE_SCHEMAS } from "./values.ts";

/** The schemas that stand under `$defs` by a name of their own, so that others refer to them. */
const NAMES: ReadonlyMap<z.core.$ZodType, string> = new Map<z.core.$ZodType, string>([
  [Text, "Text"],
  [VALUE_SCHEMAS.count, "Count"],
  [VALUE_SCHEMAS.percent, "Percent"],
  [PostBlock, "Block"],
  [Section, "Section"],
  [PostMeta, "PostMeta"],
]);

/** What the schemas say of themselves. In zod's own registry, the names would meet those of a user's schemas. */
const metadata = Object.assign(z.registry<z.GlobalMeta>(), {
  get: (schema: z.core.$ZodType) => {
    const id = NAMES.get(schema);
    return { ...z.globalRegistry.get(schema), ...(id !== undefined && { id }) };
  },
});

/**
 * Writes the schema of a post as JSON Schema, which the build puts into the package as `schema.json`. It describes
 * posts as they are parsed: what it accepts is what `Post` accepts and gives back as it was, so no property is left out
 * and none is added.
 */
export function postJsonSchema(): object {
  const { $schema, description, ...rest } = z.toJSONSchema(Post, { metadata });
  return { $schema, $id: "urn:alphanode-post:schema", title: "Post", description, ...rest };
}
