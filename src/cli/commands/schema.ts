import type { Command } from "commander";
import { toJson } from "../output.ts";
import { postSchema } from "../package.ts";

/** Adds `schema`: the JSON Schema of a post. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("print the JSON Schema of a post, as parse prints posts")
    .addHelpText(
      "after",
      `
The schema (draft 2020-12) is the file that "alphanode-post/schema.json" names for programs.

Exit status: 0, 2 on a wrong call.

Examples:
  alphanode schema > post.schema.json
  alphanode schema | jq '."$defs".PostMeta.properties | keys'`,
    )
    .action(() => {
      process.stdout.write(`${toJson(postSchema(), 2)}\n`);
    });
}
