import { anyCase, flagged } from "../format/pattern.ts";
import { STACKS, TITLE_PATTERNS } from "../format/words.ts";
import { pastBullets, withoutBullets } from "./bullets.ts";
import { type Draft, flattened } from "./draft.ts";
import { isFurniture } from "./furniture.ts";
import { hasText, type Row, rowOf } from "./row.ts";
import type { Strand } from "./strand.ts";
import { TITLE_PATTERN } from "./title-words.ts";
import { isFull } from "./wrapped.ts";

/** The titles of similar posts, each on a line of its own: they may run over several lines, or share one, or have the signs of links. */

const PATH = ["similarPosts"];

/** The words that titles of the site start with. */
export const TITLE_STARTS = TITLE_PATTERNS.flatMap((title) => title.split(/ ?\{/)[0] || []);

/** How a title of the site starts; the last kind, with its stack. */
const START = anyCase`^(?:${TITLE_STARTS}\b|[^:]{1,40} notes: )`;

/** Where a title of the site starts within a line, one that starts with its stack where that is known; or what a theme has to say for itself. */
const START_WITHIN = flagged(
  "gi",
)`(?<=\S\s)(?:${TITLE_STARTS} |${STACKS} notes: |(?:designed with|proudly powered by) )`;

/** Tells whether a text is two titles of the site, of which the second starts with a stack that need not be known. */
export const isSeveralTitles = (text: string): boolean => SECOND_NOTES.test(text);
const SECOND_NOTES = anyCase`^(?:${TITLE_STARTS} |[^:]* notes: ).* notes: `;

/** The longest title of the site is half as long. */
export const MAX_TITLE = 200;

const isWhole = (text: string): boolean =>
  text.length <= MAX_TITLE && TITLE_PATTERN.test(text) && !isSeveralTitles(text);

/** What parts titles as it parts columns. */
const GAP = /\t\s*|\s{2,}/g;

/** The fewest words of a title that only a gap parts from another. */
const MIN_WORDS = 3;

const hasWords = ({ text }: Strand): boolean => text.split(" ").length >= MIN_WORDS;

/** Puts titles on lines of their own, where gaps or their known words tell where each starts. */
function titlesApart(row: Row, draft: Draft): Row[] {
  const text = withoutBullets(row.body);
  const columns = text.split(GAP);
  const titles = (columns.every(hasWords) ? columns : [text]).flatMap((part) => {
    const starts = [...part.text.matchAll(START_WITHIN)].map(({ index }) => index);
    const pieces = [0, ...starts].map((from, i) => part.slice(from, starts[i]).trim());
    return pieces.every(({ text }, i) => isWhole(text) || (i > 0 && isFurniture(text))) ? pieces : [part];
  });
  if (titles.length === 1) return [row];
  draft.tell("flattened_list", PATH, flattened("similar posts"), row);
  return titles.map((title) => withText(row, title));
}

/** A row of another text, with the same bullet. */
const withText = ({ text, body }: Row, title: Strand): Row =>
  rowOf([text.text.slice(0, text.text.indexOf(body.text) + pastBullets(body.text)), title]);

/** How many lines a title may run over. */
const MAX_ROWS = 4;

/** Joins the lines over which a title runs: a known one, or another in a text that is wrapped at a width. */
function unwrappedTitles(rows: readonly Row[], width: number | undefined): Row[] {
  const [first, last] = [rows.findIndex(hasText), rows.findLastIndex(hasText)];
  const isApart = rows.some(({ isBlank }, at) => isBlank && at > first && at < last);
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const lines = rows.slice(at, endOfTitle(rows, at));
    const [row, next] = lines as [Row, Row?];
    const whole = rowOf(lines.flatMap(({ body }, i) => (i === 0 ? [body] : [" ", body])));
    const isKnown = isWhole(whole.said) && !lines.some(({ said }) => isWhole(said));
    const isFilled =
      width !== undefined && lines.slice(1).every((line, i) => isFull(lines[i] as Row, line, width));
    const isOne = next && (isKnown || (isFilled && (isApart || isWhole(whole.said))));
    out.push(isOne ? whole : row);
    at += isOne ? lines.length : 1;
  }
  return out;
}

/** Finds the end of the rows that may be those of one title: none but the first starts as a title does, and none has a bullet. */
function endOfTitle(rows: readonly Row[], at: number): number {
  let past = at + 1;
  if (!mayBeOfTitle(rows[at] as Row)) return past;
  while (past < Math.min(rows.length, at + MAX_ROWS)) {
    const row = rows[past] as Row;
    if (!mayBeOfTitle(row) || START.test(row.said)) break;
    past++;
  }
  return past;
}

const mayBeOfTitle = (row: Row): boolean => !row.isBlank && pastBullets(row.said) === 0;

/** The address of a link as the last word of its text. */
const ADDRESS = /^(?:[(<[]?https?:\/\/\S+|[(<[]\/\S*[)>\]])$/;

/** The number of a link right behind its text, as programs write it that list addresses below. */
const NUMBER = /⟨\d{1,3}⟩$/;

/** A title whose words are joined by underscores, as where a link was underlined. */
const UNDERSCORED = /^(?:[^\s_]+_){3,}[^\s_]+(?: \S+)*$/;

/** Takes the signs of a link off a title. */
function withoutLink(row: Row, draft: Draft): Row {
  const title = withoutBullets(row.body);
  if (UNDERSCORED.test(title.text))
    return withText(
      row,
      title.replace(/_/g, () => " "),
    );
  const number = NUMBER.exec(title.text);
  if (number !== null) {
    draft.leaveOut(PATH, "is the number of a title", row, row, title.slice(number.index));
    return withText(row, title.slice(0, number.index));
  }
  const end = title.text.lastIndexOf(" ");
  const address = title.slice(end + 1);
  if (end < 0 || !ADDRESS.test(address.text)) return row;
  draft.leaveOut(PATH, "is the address of a title", row, row, address);
  return withText(row, title.slice(0, end).trim());
}

/** Puts each title of similar posts on a line of its own, without the signs of its link, in a text that may be wrapped at a width. */
export const titlesAlone = (rows: readonly Row[], width: number | undefined, draft: Draft): readonly Row[] =>
  unwrappedTitles(rows, width)
    .flatMap((row) => titlesApart(row, draft))
    .map((row) => withoutLink(row, draft));
