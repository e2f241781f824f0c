import { Progress } from "./progress.ts";
import { findFiles, sizeOf } from "./sources.ts";

/** Shows on standard error how far sources are read. */
export function progressOf(sources: readonly string[]): Progress {
  const progress = new Progress(process.stderr);
  // Files are measured while the first are read. What cannot be read is reported where it is read.
  sizeOf(findFiles(sources, () => {})).then((size) => {
    progress.total = size;
  });
  return progress;
}
