#!/usr/bin/env node
import { endWith } from "./failure.ts";
import { createProgram } from "./program.ts";

// Output that is lost fails the run, be the disk full or the pipe closed.
process.stdout.on("error", endWith);
process.on("uncaughtException", endWith);
process.on("unhandledRejection", endWith);

await createProgram().parseAsync();
