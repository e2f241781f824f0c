import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Code of a document, and the output that the document shows right under it. */
export interface Example {
  /** What the test is called: the line of the code that says most. */
  readonly name: string;
  readonly language: "ts" | "sh";
  readonly code: string;
  readonly output: string;
}

/** A block of code, and the output that may follow it. */
const EXAMPLE = /^```(ts|sh)\n(.*?)^```$(?:\n\n```console\n(.*?)^```$)?/gms;

/** Finds the examples of a document, in order. */
export function examplesIn(markdown: string): Example[] {
  return [...markdown.matchAll(EXAMPLE)].map(([, language, code = "", output = ""]) => ({
    name: /import (?:type )?\{ (.*?) \} from "alphanode-post/.exec(code)?.[1] ?? code.trim(),
    language: language as Example["language"],
    code,
    output,
  }));
}

/** Reads a document of the repository. */
export const readDoc = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Makes a folder of a user who has installed the package, with the built package in it. */
export function userFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "alphanode-"));
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(ROOT, join(folder, "node_modules/alphanode-post"));
  for (const name of ["alphanode", "alphanode-post"]) {
    symlinkSync(join(ROOT, "dist/cli.js"), join(folder, "node_modules/.bin", name));
  }
  for (const peer of ["zod", "fast-check", "htmlparser2"]) {
    symlinkSync(join(ROOT, "node_modules", peer), join(folder, "node_modules", peer));
  }
  return folder;
}

/** Writes the post that examples read, as `npx alphanode-post synth --first 39770` does. */
export function writePost(folder: string): void {
  writeFileSync(join(folder, "post.txt"), `${stringifyPost(synthesizePost(39770))}\n`);
}

/** Runs code as a user would, in a folder, and gives all that it prints. */
export function run(
  { language, code }: Pick<Example, "language" | "code">,
  folder: string,
  env: Record<string, string> = { NO_COLOR: "1" },
): Promise<string> {
  const [file, args] = language === "ts" ? [process.execPath, moduleOf(code)] : ["sh", ["-c", code]];
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  // What npx has to say of this machine's settings is no part of the output.
  const options = { cwd: folder, env: { ...inherited, npm_config_loglevel: "error", ...env } };
  return new Promise((resolve) => {
    execFile(file, args, options, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}

/**
 * Runs examples in TypeScript one after the other in a single process, which loads the library once for all, and gives what each
 * prints. An error is printed as such.
 */
export async function runInTurn(examples: readonly Example[], folder: string): Promise<string[]> {
  const files = examples.map(({ code }, at) => {
    const file = `./example-${at}.mjs`;
    writeFileSync(join(folder, file), scriptOf(code));
    return file;
  });
  const code = `
    let printed;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = process.stderr.write = (text) => (printed += text, true);
    const outputs = [];
    for (const file of ${JSON.stringify(files)}) {
      printed = "";
      await import(file).catch(console.error);
      outputs.push(printed);
    }
    write(JSON.stringify(outputs));
  `;
  writeFileSync(join(folder, "examples.mjs"), code);
  return JSON.parse(await run({ language: "sh", code: `"${process.execPath}" examples.mjs` }, folder));
}

/** The arguments with which Node runs TypeScript code as a module of the folder it is started in. */
const moduleOf = (code: string): string[] => ["--input-type=module", "--eval", scriptOf(code)];

/** Code in TypeScript as JavaScript. */
function scriptOf(code: string): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(code, { compilerOptions: options }).outputText;
}

/** Checks modules by the project's settings; gives what the compiler says of each, as lines. */
export function typeErrors(modules: readonly string[]): string[] {
  const files = new Map(modules.map((code, at) => [join(ROOT, `example-${at}.ts`), code]));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const code = files.get(path);
    return code === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, code, target, true);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${ts.flattenDiagnosticMessageText(messageText, "\n")}\n${files.get(path)}`,
    );
  });
}

/** The project's settings. */
export const OPTIONS: ts.CompilerOptions = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
  ts.sys,
  ROOT,
).options;
