import { EXIT } from "./exit.ts";
import { say, showLines } from "./output.ts";

/** Ends the run where it cannot go on: with a message, and a status that nobody takes for that of a damaged post. */
export function endWith(error: unknown): never {
  say(`alphanode: ${showLines(reasonOf(error))}`);
  process.exit(EXIT.failure);
}

/** Ends the run where all is said, or with a failure where that could not be written: its event would come too late. */
export function endHere(): never {
  const { errored } = process.stdout;
  return errored ? endWith(errored) : process.exit(EXIT.ok);
}

/** What could not be written, by the code of the error. */
const LOST: Readonly<Record<string, string>> = {
  EPIPE: "cannot write standard output: whoever read it has closed the pipe",
  ENOSPC: "cannot write standard output: no space is left",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return LOST[code ?? ""] ?? message ?? String(error);
}
