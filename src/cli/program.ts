import { Command } from "commander";
import { addAudit } from "./commands/audit.ts";
import { addDuplicates } from "./commands/duplicates.ts";
import { addParse } from "./commands/parse.ts";
import { addSimilar } from "./commands/similar.ts";
import { addSynth } from "./commands/synth.ts";
import { EXIT } from "./exit.ts";

/** Builds the command `alphanode`. Each subcommand adds itself. */
export function createProgram(): Command {
  const program = new Command("alphanode")
    .description("Parse the extracted text of AlphaNode posts.")
    .showHelpAfterError("(see alphanode --help)")
    .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));
  addParse(program);
  addSimilar(program);
  addDuplicates(program);
  addSynth(program);
  addAudit(program);
  return program;
}
