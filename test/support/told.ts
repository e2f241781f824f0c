import { diffPosts, type ParseIssue, safeParsePost } from "alphanode-post";

/**
 * Writes down what is read of a text and told of it, and how that changes with one of its lines: a record that shows in
 * its diff what a change of the parser does to texts as they come.
 */

const LAST = "is the last, and cut in two";

/** What may come over a line, or between it and the next: the lines that stand in place of these two. */
const HARMS: Readonly<Record<string, (line: string, next: string) => string[]>> = {
  "is gone": (_, next) => [next],
  "stands twice": (line, next) => [line, line, next],
  "has an empty line under it": (line, next) => [line, "", next],
  "goes on with the next": (line, next) => [line + next],
  "is wrapped": (line, next) => [...halves(line), next],
  "has a line of the page under it": (line, next) => [line, "Share this article", next],
  "lacks a letter": (line, next) => [line.replace(/(?<=[a-z]{3})[a-z]/, ""), next],
  "lacks its first word": (line, next) => [line.replace(/[^\s\p{P}]+[ :]*/u, ""), next],
  "goes on with the next behind a space": (line, next) => [`${line} ${next.trim()}`],
  "ends behind its first half": (line, next) => [halves(line)[0] as string, next],
  [LAST]: (line) => [halves(line)[0] as string],
};

/** Cuts a line in two, between words where it can. */
function halves(line: string): string[] {
  const space = line.indexOf(" ", line.length / 2);
  const at = space < 0 ? Math.ceil(line.length / 2) : space;
  return [line.slice(0, at), line.slice(at).trimStart()];
}

const NAMES = Object.keys(HARMS);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 48 ? `${text.slice(0, 25)} … ${text.slice(-15)}` : text;
};

/** At most so many values that differ are shown, and the others counted. */
const MOST = 2;

/** The values of one reading that are others in the next. */
function valuesTold(before: object, after: object): string[] {
  const differences = diffPosts(before, after);
  const lines = differences
    .slice(0, MOST)
    .map(({ path, before, after }) => `${path.join(".")}: ${shown(before)} → ${shown(after)}`);
  const others = differences.length - MOST;
  return others > 0 ? [...lines, `and ${others} more`] : lines;
}

/** An issue as it is told: what it is, where, and of what. */
interface Entry {
  readonly code: string;
  readonly place: string;
  readonly path: string;
  readonly message: string;
}

/** Issues as they are told; lines below another are counted as if `added` lines were not there. */
const entriesOf = (issues: readonly ParseIssue[], below = 0, added = 0): Entry[] =>
  issues.map(({ code, path, message, position: { start, end } }) => {
    const [from, to] = [start, end].map(({ line }) => (line > below ? line - added : line));
    const place = `${from}:${start.column}-${to === from ? "" : `${to}:`}${end.column}`;
    return { code, place, path: path.join(".").replace(/^meta\./, ""), message };
  });

/** The entries that another list does not have. */
const without = (entries: readonly Entry[], others: readonly Entry[]): Entry[] =>
  entries.filter(
    ({ code, place, path }) =>
      !others.some((other) => other.code === code && other.place === place && other.path === path),
  );

/** Writes down texts, each kind of message in full where it comes first. */
export class Recorder {
  private readonly messages = new Set<string>();

  /**
   * Writes down what is read and told of a text, and how that changes with harm to one of its lines.
   *
   * @param text - the text
   * @param post - the post that it is of; values that are read otherwise are shown
   * @param harms - how many of its lines come to harm, one at a time
   * @param turn - a number that picks other lines, and other harm, for another text
   */
  record(text: string, post: object, harms: number, turn: number): string {
    const { value, issues } = safeParsePost(text);
    const told = entriesOf(issues);
    const lines = text.split("\n");
    const filled = [...lines.keys()].filter((at) => lines[at]?.trim() !== "" && at + 1 < lines.length);
    const whole = [...valuesTold(post, value), ...this.listed(told)];
    const blocks = [whole.length > 0 ? whole : ["all is right"]];
    for (let i = 0; i < harms; i++) {
      const at = filled[Math.floor(((i + (turn % 7) / 7) * filled.length) / harms)] as number;
      const name = NAMES[(turn + i * 3) % NAMES.length] as string;
      const harmed = HARMS[name]?.(lines[at] as string, lines[at + 1] as string) as string[];
      const rest = name === LAST ? [] : lines.slice(at + 2);
      const after = safeParsePost([...lines.slice(0, at), ...harmed, ...rest].join("\n"));
      const toldNow = entriesOf(after.issues, at + 1, name === LAST ? 0 : harmed.length - 2);
      blocks.push([
        `line ${at + 1} ${name}: ${shown(lines[at])}`,
        ...valuesTold(value, after.value),
        ...this.listed(without(told, toldNow), "- "),
        ...this.listed(without(toldNow, told), "+ "),
      ]);
    }
    return blocks.map((block) => block.join("\n")).join("\n\n");
  }

  /** Lists issues; those of one code whose messages are known stand on one line. */
  private listed(entries: readonly Entry[], mark = ""): string[] {
    const lines: string[] = [];
    let before: Entry | undefined;
    for (const entry of entries) {
      const { code, place, path, message } = entry;
      const kind = `${code} ${message.replace(/"[^"]*"|; expected.*|\d+/g, "")}`;
      const isNew = mark !== "- " && !this.messages.has(kind);
      if (isNew) {
        this.messages.add(kind);
        lines.push(`${mark}${code} ${place} ${path}: ${message}`);
      } else if (before?.code === code) {
        lines.push(`${lines.pop()}, ${before.place === place ? "" : `${place} `}${path}`);
      } else {
        lines.push(`${mark}${code} ${place} ${path}`);
      }
      before = isNew ? undefined : entry;
    }
    return lines;
  }
}
