import { beforeEach } from "vitest";

/**
 * Has Stryker note which files of tests run a mutant, not which of two thousand tests do: that would be gigabytes, and a
 * pattern of as many names for each mutant.
 */
beforeEach(({ task }) => {
  const { __stryker__: stryker } = globalThis as { __stryker__?: { currentTestId?: string } };
  if (stryker !== undefined) stryker.currentTestId = `${task.file.filepath}#`;
});
