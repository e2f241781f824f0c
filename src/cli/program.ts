import { Command } from "commander";
import { addAudit } from "./commands/audit.ts";
import { addCheck } from "./commands/check.ts";
import { addDuplicates } from "./commands/duplicates.ts";
import { addFormat } from "./commands/format.ts";
import { addParse } from "./commands/parse.ts";
import { addSchema } from "./commands/schema.ts";
import { addSimilar } from "./commands/similar.ts";
import { addSynth } from "./commands/synth.ts";
import { EXIT } from "./exit.ts";
import { endHere } from "./failure.ts";
import { notes } from "./notes.ts";
import { showLines } from "./output.ts";
import { version } from "./package.ts";

/** Builds the command `alphanode`. Each subcommand adds itself. */
export function createProgram(): Command {
  const program = new Command("alphanode")
    .description("Parse the extracted text of AlphaNode posts.")
    .version(version(), "-v, --version", "print the version")
    .option("--no-color", "print no colours, as with NO_COLOR=1")
    .on("option:no-color", () => {
      process.env.NO_COLOR = "1";
    })
    .addHelpText(
      "after",
      notes(`
Examples:
  alphanode check posts
  alphanode parse post.txt | jq .meta
  alphanode similar post.txt --in posts/*.txt
  alphanode synth --count 1000 --form ndjson > posts.ndjson`),
    )
    .showHelpAfterError("(see alphanode --help)")
    .configureOutput({
      outputError: (text, write) => write(showLines(text).replace(/^error: /, "alphanode: ")),
    })
    .exitOverride(({ exitCode }) => (exitCode === 0 ? endHere() : process.exit(EXIT.failure)));
  addParse(program);
  addCheck(program);
  addFormat(program);
  addSimilar(program);
  addDuplicates(program);
  addSynth(program);
  addAudit(program);
  addSchema(program);
  for (const command of program.commands) {
    command.showHelpAfterError(`(see alphanode ${command.name()} --help)`);
  }
  return program;
}
