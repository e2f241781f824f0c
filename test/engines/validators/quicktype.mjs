// Reads with the JavaScript that quicktype made: node quicktype.mjs schema.json good.ndjson bad.ndjson
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { toPost } = createRequire(import.meta.url)("./generated.cjs");
const takes = (line) => {
  try {
    toPost(line);
    return true;
  } catch {
    return false;
  }
};
for (const file of process.argv.slice(3)) {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  console.log(lines.map((line) => (takes(line) ? "+" : "-")).join(""));
}
