import { readFileSync } from "node:fs";
import { safeParseArticle, safeParseMetaBox, safeParsePost } from "alphanode-post";
import { describe, expect, test } from "vitest";

/** Texts that were shown in a terminal: what it was told is no text. */

const text = readFileSync(new URL("../../fixtures/posts/two-images-bash.txt", import.meta.url), "utf8");
const { value: whole } = safeParsePost(text);

const ESCAPE = "\u001b";
const bold = (shown: string): string => `${ESCAPE}[1m${shown}${ESCAPE}[0m`;
const struckTwice = (shown: string): string => shown.replace(/\S/g, "$&\b$&");
const LINES = /^.+$/gm;
const LABELS = /^(?:topic|summary|ai brief|stack|tools|code language|hash|notes)/gm;

describe("codes of terminals", () => {
  test.each<[string, string]>([
    ["around every line", text.replace(LINES, (line) => `${ESCAPE}[38;2;10;20;30m${line}${ESCAPE}[m`)],
    ["around labels", text.replace(LABELS, bold)],
    ["around one value", text.replace("journalctl\n", `${bold("journalctl")}\n`)],
    ["within a paragraph", text.replace("safe to repeat", bold("safe to repeat"))],
    ["within the title", text.replace("linux", bold("linux"))],
    ["that clear the screen", `${ESCAPE}[2J${ESCAPE}[1;1H${text}`],
    ["that choose letters", `${ESCAPE}(B${text}${ESCAPE}=`],
    ["that name the window", `${ESCAPE}]0;a post\u0007${text}`],
    [
      "of links",
      text.replace(/https:\S+/g, (url) => `${ESCAPE}]8;id=1;${url}${ESCAPE}\\${url}${ESCAPE}]8;;${ESCAPE}\\`),
    ],
    ["that are letters struck twice", text.replace(LABELS, struckTwice)],
    ["that are letters struck with a line", text.replace("journalctl\n", "_\bjournalctl\n")],
  ])("%s are left out", (_, shown) => {
    expect(shown).not.toBe(text);
    expect(safeParsePost(shown)).toEqual({ success: true, data: whole, value: whole, issues: [] });
  });

  test("leave values where they stand", () => {
    const shown = text.replace("journalctl\n", `${bold("journalctl")}\n`);
    const { positions } = safeParsePost(shown, { positions: true });
    const { start, end } = positions.get("/meta/tools/1") ?? {};
    expect(shown.slice(start?.offset, end?.offset)).toBe("journalctl");
    expect(start?.line).toBe(text.slice(0, text.indexOf("journalctl\n")).split("\n").length);
  });

  test("are left out by every function", () => {
    const shown = text.replace(LINES, bold);
    const { meta, ...article } = whole;
    expect(safeParseArticle(shown).value).toEqual(article);
    expect(safeParseMetaBox(shown).value).toEqual(meta);
  });

  test("alone are no text", () => {
    expect(safeParsePost(bold("")).issues.map(({ code }) => code)).toEqual(["empty_source"]);
  });

  test.each([
    ["without an end", `${ESCAPE}]0;journalctl\n`],
    ["that are none", `${ESCAPE}journalctl\n`],
    ["that are a bell alone", "journal\u0007ctl\n"],
    ["that strike another letter over one", "journak\bctl\n"],
  ])("%s are kept, and reported", (_, item) => {
    const { value, issues } = safeParsePost(text.replace("journalctl\n", item));
    expect(value.meta.tools?.[1]).toBe(item.trimEnd());
    expect(issues.map(({ path }) => path.join("."))).toEqual(["meta.tools.1"]);
  });
});
