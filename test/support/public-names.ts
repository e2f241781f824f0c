import { join } from "node:path";
import ts from "typescript";
import { type Example, examplesIn, OPTIONS, ROOT } from "./examples.ts";

/** The entries of the package, by the name they are imported by. */
const ENTRIES = {
  "alphanode-post": "src/index.ts",
  "alphanode-post/rows": "src/rows/index.ts",
  "alphanode-post/synth": "src/synth/index.ts",
  "alphanode-post/testing": "src/testing/index.ts",
  "alphanode-post/html": "src/html/index.ts",
  "alphanode-post/wordpress": "src/wordpress/index.ts",
  "alphanode-post/box": "src/box/index.ts",
};

/** What members may be. A prototype is a property to the compiler, and nothing that users see. */
const MEMBER = ts.SymbolFlags.Property | ts.SymbolFlags.Method | ts.SymbolFlags.Accessor;

/** A name that users see: what an entry exports, or a member of it. */
export interface PublicName {
  readonly name: string;
  /** What its comment says, without the tags. */
  readonly about: string;
  readonly examples: readonly Example[];
  /** Whether it is something of its own, an export or a method of a class, not just a part of something. */
  readonly standsAlone: boolean;
}

/** Reads the comments of all public names: exports of the entries, and members of classes and interfaces. */
export function publicNames(): PublicName[] {
  const paths = Object.entries(ENTRIES).map(([entry, path]) => ({ entry, path: join(ROOT, path) }));
  const program = ts.createProgram(
    paths.map(({ path }) => path),
    OPTIONS,
  );
  const checker = program.getTypeChecker();

  const named = (name: string, symbol: ts.Symbol, standsAlone: boolean): PublicName => ({
    name,
    about: ts.displayPartsToString([
      ...symbol.getDocumentationComment(checker),
      ...symbol.getJsDocTags(checker).flatMap((tag) => (tag.name === "deprecated" ? (tag.text ?? []) : [])),
    ]),
    examples: symbol
      .getJsDocTags(checker)
      .filter((tag) => tag.name === "example")
      .flatMap(({ text }) => examplesIn(ts.displayPartsToString(text))),
    standsAlone: standsAlone && !isDeprecated(symbol),
  });

  /** A name that only leads to its new one has nothing to show. */
  const isDeprecated = (symbol: ts.Symbol): boolean =>
    symbol.getJsDocTags(checker).some((tag) => tag.name === "deprecated");

  return paths.flatMap(({ entry, path }) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path) as ts.SourceFile) as ts.Symbol;
    return checker.getExportsOfModule(module).flatMap((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const name = `${entry}: ${symbol.name}`;
      const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0;
      return [
        named(name, symbol, true),
        ...membersOf(symbol).map((member) =>
          named(`${name}.${member.name}`, member, isClass && (member.flags & ts.SymbolFlags.Property) === 0),
        ),
      ];
    });
  });
}

/** What users see of a class, its static members too, or of an interface. */
function membersOf({ flags, members, exports }: ts.Symbol): ts.Symbol[] {
  if ((flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) === 0) return [];
  return [...(members?.values() ?? []), ...(exports?.values() ?? [])].filter(
    (member) =>
      (member.flags & MEMBER) !== 0 &&
      (member.flags & ts.SymbolFlags.Prototype) === 0 &&
      !member.name.startsWith("#"),
  );
}
