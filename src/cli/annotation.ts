import { sep } from "node:path";
import type { ParseIssue } from "alphanode-post";
import { showLines } from "./output.ts";

/** Characters that a workflow command gives a meaning, in any part of it and in its properties. */
const IN_MESSAGE = /[%\r\n]/g;
const IN_PROPERTY = /[%\r\n:,]/g;

/** Writes the characters that a pattern matches as the runner of GitHub Actions decodes them: `%0A`. */
function encode(text: string, pattern: RegExp): string {
  return text.replace(pattern, (unit) => {
    const code = unit.charCodeAt(0).toString(16).toUpperCase();
    return `%${code.padStart(2, "0")}`;
  });
}

/** Writes an issue as the workflow command with which GitHub Actions shows it at its line of the file. */
export function toAnnotation(file: string, { severity, code, message, position }: ParseIssue): string {
  const { line, column } = position.start;
  const properties = { file: showLines(file.replaceAll(sep, "/")), line, col: column, title: code };
  const shown = Object.entries(properties).map(
    ([name, value]) => `${name}=${encode(`${value}`, IN_PROPERTY)}`,
  );
  return `::${severity} ${shown.join(",")}::${encode(message, IN_MESSAGE)}`;
}
