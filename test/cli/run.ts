import { vi } from "vitest";
import { createProgram } from "../../src/cli/program.ts";

/** How a run of the command went. */
export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** Takes the place of the end of the process. */
class Exit extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** Collects what is written to a stream, until its mock is restored. */
function capture(stream: NodeJS.WriteStream): string[] {
  const chunks: string[] = [];
  vi.spyOn(stream, "write").mockImplementation((chunk) => chunks.push(String(chunk)) > 0);
  return chunks;
}

// A run listens to the streams until its process ends; here many runs share one.
process.stdout.setMaxListeners(0);

/** Runs `alphanode` with arguments in this process. */
export async function run(...args: string[]): Promise<Run> {
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  vi.spyOn(process, "exit").mockImplementation((status) => {
    throw new Exit(Number(status));
  });
  const { exitCode } = process;
  process.exitCode = 0;
  try {
    await createProgram().parseAsync(args, { from: "user" });
    return { status: Number(process.exitCode), stdout: stdout.join(""), stderr: stderr.join("") };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { status: error.status, stdout: stdout.join(""), stderr: stderr.join("") };
  } finally {
    process.exitCode = exitCode;
    vi.restoreAllMocks();
  }
}
