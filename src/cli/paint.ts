import type { FormatOptions } from "alphanode-post";
import { Command } from "commander";
import picocolors from "picocolors";

/** Paints a part of what the command prints. */
export type Paint = NonNullable<FormatOptions["paint"]>;

/**
 * Gives the paint for standard output or standard error: colours on a terminal, none elsewhere. `NO_COLOR` and `FORCE_COLOR`
 * in the environment say otherwise; commander knows the rules, since it follows them for its help.
 */
export function paintFor(stream: "Out" | "Err"): Paint {
  const hasColors = new Command().configureOutput()[`get${stream}HasColors`];
  const { bold, red, yellow, dim } = picocolors.createColors(hasColors?.() ?? false);
  const paints: Readonly<Record<Parameters<Paint>[0], (text: string) => string>> = {
    error: (text) => bold(red(text)),
    warning: (text) => bold(yellow(text)),
    gutter: dim,
  };
  return (part, text) => paints[part](text);
}
