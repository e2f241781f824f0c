import type { AddHelpTextContext } from "commander";

/** The width of help where no terminal says one. */
const WIDTH = 80;

/** Text below the help of a command: paragraphs are wrapped as the options above are, indented lines stay as they are. */
export const notes =
  (text: string) =>
  ({ command }: AddHelpTextContext): string => {
    const width = command.configureOutput().getOutHelpWidth?.() ?? WIDTH;
    return text.replace(/^\S.*(?:\n\S.*)*/gm, (paragraph) =>
      command.createHelp().boxWrap(paragraph.replaceAll("\n", " "), width),
    );
  };
