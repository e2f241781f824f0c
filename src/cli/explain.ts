import { ISSUE_CODES } from "alphanode-post";
import { document } from "./package.ts";

/** Gives what docs/issues.md says of a code; nothing where there is no such code. */
export function explain(code: string): string | undefined {
  if (!Object.hasOwn(ISSUE_CODES, code)) return undefined;
  const text = document("issues.md");
  const start = text.indexOf(`\n### ${code}\n`) + 1;
  const [entry = ""] = text.slice(start).split(/\n(?=##)/, 1);
  return entry.trim();
}
