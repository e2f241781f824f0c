import type { Positioned } from "alphanode-post";
import { type Box, type BoxOptions, type BoxResult, parseBoxes, safeParseBox } from "alphanode-post/box";
import { issueOf, type LineIssue } from "./batch.ts";
import { EXIT, raiseExit } from "./exit.ts";
import type { From } from "./forms.ts";
import { toJson } from "./json.ts";
import { tell, tellIssues } from "./output.ts";
import { fromUtf8, type Piece } from "./piece.ts";
import { readPieces } from "./pieces.ts";
import { type Fields, type Found, type InputProblem, recordsOf } from "./records.ts";
import { findFiles, tellUnreadable } from "./sources.ts";

/** What `parse --box` reads, and how it prints it. */
export interface BoxRun {
  readonly box: Box;
  readonly options: BoxOptions;
  readonly from: From;
  readonly fields: Fields;
  /** Whether each box is a line, with its issues. */
  readonly ndjson: boolean;
  readonly failOnErrors: boolean;
}

const PAGE: InputProblem = {
  code: "input_page",
  message: "it is a web page; --box reads what an extractor made of one (--from text reads it all the same)",
};

/** Reads the boxes of texts. Each text gives at least one result: that there is no box, if need be. */
export async function printBoxes(sources: readonly string[], run: BoxRun): Promise<void> {
  const { from, fields, failOnErrors } = run;
  const inputs = { files: from, stdin: from, as: "post", options: {} } as const;
  for await (const piece of readPieces(findFiles(sources), inputs)) {
    if (piece.holds === "page" || piece.holds === "site post") {
      tellUnreadable(piece.file, new Error(PAGE.message));
      continue;
    }
    for (const found of piece.holds === "text" ? [textOf(piece, fields)] : recordsOf(piece, fields)) {
      const isRight = printRecord(found, run);
      if (!isRight && failOnErrors) raiseExit(EXIT.problems);
    }
  }
}

/** A text as it stands: where it holds several boxes, they are told apart by the box, not by what parts posts. */
const textOf = ({ file, bytes }: Piece, { keep }: Fields): Found => ({
  place: file,
  id: file,
  text: fromUtf8(bytes),
  problem: undefined,
  kept: Object.fromEntries(keep.map((name) => [name, null])),
});

type Result = BoxResult<Record<string, unknown>> & Partial<Positioned<unknown>>;

/** Prints the boxes of a record, and tells whether all is right with it. */
function printRecord({ place, id, text, problem, isPage, kept }: Found, run: BoxRun): boolean {
  const wrong = problem ?? (isPage && run.from === "auto" ? PAGE : undefined);
  if (wrong !== undefined) tell(place, wrong.message);
  const isRead = text !== undefined && wrong !== PAGE;
  const results = isRead ? resultsOf(text, run) : [];
  const shown = results.length > 0 ? results : [undefined];
  for (const [i, result] of shown.entries()) {
    const name = shown.length === 1 ? id : `${id ?? place}#${i + 1}`;
    if (run.ndjson) printLine(name, result, wrong, run.fields.keep.length > 0 ? { kept } : {});
    else if (result !== undefined) {
      process.stdout.write(`${toJson(heldBy(result), 2)}\n`);
      tellIssues(name ?? place, text ?? "", result.issues);
    }
  }
  return wrong === undefined && results.every(({ success }) => success);
}

/** The boxes of a text: all of them where there are several, else what says why there is none. */
function resultsOf(text: string, { box, options }: BoxRun): Result[] {
  const results = parseBoxes(box, text, options);
  return results.length > 0 ? results : [safeParseBox(box, text, options)];
}

const heldBy = (result: Result): object => (result.success ? result.data : result.partial);

function printLine(
  id: string | null,
  result: Result | undefined,
  problem: InputProblem | undefined,
  more: object,
): void {
  const issues: (Result["issues"][number] | LineIssue)[] = [
    ...(problem === undefined ? [] : [issueOf(problem)]),
    ...(result?.issues ?? []),
  ];
  const isWhole = problem === undefined && result?.success === true;
  const value = result === undefined ? {} : heldBy(result);
  const line = isWhole ? { success: true, data: value } : { success: false, partial: value };
  const positions = result?.positions && { positions: Object.fromEntries(result.positions) };
  process.stdout.write(`${toJson({ id, ...line, issues, ...positions, ...more })}\n`);
}
