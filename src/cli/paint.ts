import type { FormatOptions } from "alphanode-post";
import type { Command } from "commander";
import picocolors from "picocolors";

/** Paints a part of what the command prints. */
export type Paint = NonNullable<FormatOptions["paint"]>;

/**
 * Gives the paint for standard output: colours on a terminal, none elsewhere. `NO_COLOR` and `FORCE_COLOR` in the
 * environment say otherwise; commander knows the rules, since it follows them for its help.
 */
export function paintFor(command: Command): Paint {
  const { bold, red, yellow, dim } = picocolors.createColors(
    command.configureOutput().getOutHasColors?.() ?? false,
  );
  const paints: Readonly<Record<Parameters<Paint>[0], (text: string) => string>> = {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    gutter: dim,
  };
  return (part, text) => paints[part](text);
}
