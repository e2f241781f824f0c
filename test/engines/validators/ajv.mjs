// Validates with ajv: node ajv.mjs schema.json good.ndjson bad.ndjson
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, "utf8")),
);
for (const file of files) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  console.log(lines.map((line) => (validate(JSON.parse(line)) ? "+" : "-")).join(""));
}
