import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, run, userFolder, writePost } from "../support/examples.ts";
import { terminalSvg } from "../support/terminal-svg.ts";

/** What the picture in the README shows: this command on a damaged post. `npm run picture` draws it anew. */
const COMMAND = "alphanode check damaged.txt";
const PICTURE = "docs/images/damaged.svg";

const DAMAGES: readonly [string, string][] = [
  ["\ndifficulty", "\ndificulty"],
  ["reading time5", "reading time5 min"],
  ["quality: 36", "quality: 360"],
];

test("the picture shows what the command prints", async () => {
  const folder = userFolder();
  writePost(folder);
  const text = readFileSync(join(folder, "post.txt"), "utf8");
  writeFileSync(
    join(folder, "damaged.txt"),
    DAMAGES.reduce((damaged, [right, wrong]) => damaged.replace(right, wrong), text),
  );
  const output = await run({ language: "sh", code: `npx ${COMMAND}` }, folder, { FORCE_COLOR: "1" });
  const prompt = `\u001b[90m$\u001b[39m \u001b[1m${COMMAND}\u001b[22m\n\n`;
  await expect(terminalSvg(`What ${COMMAND} prints`, prompt + output)).toMatchFileSnapshot(
    join(ROOT, PICTURE),
  );
}, 60_000);
