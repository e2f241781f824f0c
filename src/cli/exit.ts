/** Exit status of a run: how it went. What fails for any reason but the posts is never 0 or 1. */
export const EXIT = { ok: 0, problems: 1, failure: 2 } as const;

/** Sets the exit status that the run will end with, unless a graver one is set. */
export function raiseExit(status: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? EXIT.ok), status);
}
