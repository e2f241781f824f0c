// Reads rows into DuckDB, typed, and writes them as Parquet.
//
//     alphanode parse --rows posts.ndjson > rows.ndjson
//     node duckdb_rows.mjs rows.ndjson rows.parquet
import { DuckDBInstance } from "@duckdb/node-api";
import { engineSchema } from "alphanode-post/rows";

const [source, out] = process.argv.slice(2);
const database = await DuckDBInstance.create(":memory:");
const connection = await database.connect();
const columns = engineSchema("row", "duckdb");
await connection.run(`
  copy (
    select * from read_json('${source}', format = 'newline_delimited', columns = ${columns}, maximum_object_size = 67108864)
  ) to '${out}' (format parquet, compression zstd)
`);
connection.closeSync();
