#!/usr/bin/env node
import { createProgram } from "./program.ts";

// A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

await createProgram().parseAsync();
