import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Box, type BoxDeclaration, defineBox } from "alphanode-post/box";

/** What a module may export of a box: the box, or the declaration of one. */
type Exported = BoxDeclaration | Box;

/**
 * Loads the box that a module declares: its default export, else the only box among its named ones.
 *
 * @throws Error that says what is wrong with the module
 */
export async function loadBox(file: string): Promise<Box> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) throw new Error("no such file");
  const module: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href).catch(explain);
  const names = Object.keys(module).filter((name) => isDeclaration(module[name]));
  if (names.includes("default")) return boxOf(module.default as Exported);
  const [name, ...others] = names;
  if (name === undefined)
    throw new Error("it exports no box; expected `export default defineBox({ heading, fields })`");
  if (others.length > 0)
    throw new Error(`it exports several boxes, ${names.join(", ")}; make one of them the default export`);
  return boxOf(module[name] as Exported);
}

/** What to do about a module that cannot be loaded, by what the error says. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/outside a module|Unexpected token 'export'/, 'name it .mjs, or say `"type": "module"` in package.json'],
  [/Cannot find package 'alphanode-post'/, "run: npm install alphanode-post, in the folder of the module"],
];

function explain(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : String(cause);
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1];
  throw new Error(hint === undefined ? message : `${message}; ${hint}`, { cause });
}

const isDeclaration = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "fields" in value;

const boxOf = (given: Exported): Box => ("headings" in given ? given : defineBox(given));
