import { type Engine, engineSchema, type Shaped, shapeOf } from "alphanode-post/rows";
import { type Command, Option } from "commander";
import { arrowSchema } from "../formats/arrow.ts";
import { notes } from "../notes.ts";
import { toNames } from "../options.ts";
import { jsonSchema } from "../package.ts";

interface SchemaOptions {
  of: Shaped;
  for: "json" | "arrow" | Engine;
  keep?: string[];
  sketch?: boolean;
}

type Writer = (options: SchemaOptions) => string | Uint8Array | Promise<Uint8Array>;

const forEngine: Writer = ({ of, for: engine, keep, sketch }) =>
  `${engineSchema(of, engine as Engine, { keep, sketch })}\n`;

/** What writes the types for each taker. */
const WRITERS: Readonly<Record<SchemaOptions["for"], Writer>> = {
  json: ({ of }) => jsonSchema(of),
  duckdb: forEngine,
  spark: forEngine,
  arrow: ({ of, keep, sketch }) => arrowSchema(shapeOf(of, { keep, sketch })),
  clickhouse: forEngine,
};

/** Adds `schema`: the types of posts, results and rows, as JSON Schema and for engines. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("print the types of posts, results or rows, as JSON Schema or for an engine")
    .addOption(
      new Option("--of <what>", "what to describe").choices(["post", "result", "row"]).default("post"),
    )
    .addOption(new Option("--for <taker>", "who reads it").choices(Object.keys(WRITERS)).default("json"))
    .option("--keep <names>", "properties that parse --keep keeps, with commas between them", toNames)
    .option("--sketch", "the column that parse --sketch adds to rows")
    .addHelpText(
      "after",
      notes(`
post is what "alphanode parse" prints, result a line of "parse --ndjson", row a line of "parse --rows".
  json        JSON Schema (draft 2020-12), as in the files alphanode-post/schema.json, result.schema.json, row.schema.json
  duckdb      what "columns" of read_json takes
  spark       a schema in DDL, for DataFrameReader.schema and from_json
  arrow       an Arrow stream without rows, whose schema pyarrow.ipc.open_stream and others read; takes apache-arrow
  clickhouse  a structure, as table functions take it

Exit status: 0, 2 on a wrong call or where apache-arrow is not installed.

Examples:
  alphanode schema > post.schema.json
  alphanode schema | jq '."$defs".PostMeta.properties | keys'
  alphanode schema --of row --for spark --keep host`),
    )
    .action(async (options: SchemaOptions, command: Command) => {
      if (options.keep !== undefined && (options.of === "post" || options.for === "json")) {
        command.error("error: option '--keep' goes with the columns of results and rows");
      }
      if (options.sketch && (options.of !== "row" || options.for === "json")) {
        command.error("error: option '--sketch' goes with the columns of rows");
      }
      process.stdout.write(await WRITERS[options.for](options));
    });
}
