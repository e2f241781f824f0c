import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Where the cursor stands in a text. */
const CURSOR = "¦";

/** A file beside this one, so that the package's name leads to its built types as it does for a user. */
const FILE = fileURLToPath(new URL("user.ts", import.meta.url));

/** The text of the one file that is open, and how often it was changed. */
const open = { text: "", version: 0 };

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  types: [],
};

const service = ts.createLanguageService({
  getScriptFileNames: () => [FILE],
  getScriptVersion: (name) => (name === FILE ? String(open.version) : "0"),
  getScriptSnapshot: (name) => {
    const text = name === FILE ? open.text : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === FILE || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

/** Opens a text in the editor and gives the place of the cursor in it. */
function openAt(text: string): number {
  const plain = text.replace(CURSOR, "");
  if (plain !== open.text) Object.assign(open, { text: plain, version: open.version + 1 });
  return text.indexOf(CURSOR);
}

/** What the editor shows of the name under the cursor: its type, and its documentation. */
export function hover(text: string): { type: string; about: string } {
  const info = service.getQuickInfoAtPosition(FILE, openAt(text));
  return {
    type: ts.displayPartsToString(info?.displayParts),
    about: ts.displayPartsToString(info?.documentation),
  };
}

/** The names and words that the editor offers at the cursor. */
export function completions(text: string): string[] {
  const offered = service.getCompletionsAtPosition(FILE, openAt(text), {});
  return offered?.entries.map(({ name }) => name) ?? [];
}

/** What the compiler says against a text. */
export function problems(text: string): string[] {
  openAt(text);
  const found = [...service.getSyntacticDiagnostics(FILE), ...service.getSemanticDiagnostics(FILE)];
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** The names that an entry of the package exports, types among them. */
export function exportsOf(entry: string): string[] {
  return completions(`import { ¦ } from "${entry}";`).filter((name) => name !== "type");
}
