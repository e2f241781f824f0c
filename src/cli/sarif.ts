import { sep } from "node:path";
import { toUSVString } from "node:util";
import { ISSUE_CODES, type ParseIssue } from "alphanode-post";
import { version } from "./package.ts";

/** A post, and what was found in it. */
export interface SarifPost {
  readonly file: string;
  readonly issues: readonly ParseIssue[];
}

/** The address of a file, or what a post is known by if that is an address. */
const uriOf = (file: string): string =>
  /^https?:/.test(file) && URL.canParse(file)
    ? new URL(file).href
    : encodeURI(toUSVString(file.replaceAll(sep, "/"))).replace(/[?#]/g, encodeURIComponent);

/** Makes a result of an issue. Columns are counted in UTF-16 units, as positions are. */
const resultOf = (
  file: string,
  { code, severity, message, position: { start, end } }: ParseIssue,
): object => ({
  ruleId: code,
  level: severity,
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file) },
        region: {
          startLine: start.line,
          startColumn: start.column,
          endLine: end.line,
          endColumn: end.column,
          charOffset: start.offset,
          charLength: end.offset - start.offset,
        },
      },
    },
  ],
});

/** Writes what was found in posts as SARIF 2.1.0, which code scanners read. */
export function toSarif(posts: readonly SarifPost[]): object {
  const rules = Object.entries(ISSUE_CODES).map(([id, level]) => ({ id, defaultConfiguration: { level } }));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "alphanode-post", version: version(), rules } },
        columnKind: "utf16CodeUnits",
        results: posts.flatMap(({ file, issues }) => issues.map((issue) => resultOf(file, issue))),
      },
    ],
  };
}
