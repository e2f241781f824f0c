import { kindOf } from "../format/kind-of.ts";
import { textInJson } from "../layout/json.ts";
import { type LaidOut, layOut } from "../layout/lay-out.ts";
import { withoutCodes } from "../layout/terminal.ts";
import type { PartialPost, Post } from "../schema/post.ts";
import { startOfSource } from "../syntax/position.ts";
import { charactersOf, Source } from "../syntax/scan.ts";
import { isBetter, isSettled } from "./better.ts";
import { readClean } from "./clean.ts";
import { type CleanBox, readCleanBox } from "./clean-box.ts";
import { foreignForm, noText, type Refusal } from "./foreign.ts";
import { IssueList, type ParseIssue, PostParseError } from "./issues.ts";
import { isError, type ParseOptions, readOptions, type Settings } from "./options.ts";
import { type Composed, type Part, POST_PART } from "./part.ts";
import type { ParseResult, Positioned } from "./result.ts";
import { Spots } from "./spots.ts";

/** More lines than any post has; a text that has more is not laid out. */
const MAX_LINES = 5000;

/**
 * Parses a source and composes a value from it, with the checks and the result that all functions share. Most texts are
 * as the site's own; one in which anything is otherwise is laid out anew and read again, and the better reading counts.
 */
export function run<T extends P, P>(
  source: string,
  options: ParseOptions | undefined,
  part: Part<P>,
): ParseResult<T, P> {
  checkText(source);
  const settings = readOptions(options);
  const { maxLength } = settings;
  if (source.length > maxLength) return refused<T, P>(part, tooLong(source, maxLength), settings);
  const foreign = foreignForm(source);
  if (foreign) return readWithin(source, part, foreign, settings);
  const cleanBox = readCleanBox(source);
  // The characters of a clean box are known.
  const text = new Source(source, undefined, charactersOf(source, cleanBox?.start));
  const codeless = text.isBroken ? withoutCodes(source) : undefined;
  if (codeless) return readWhole(layOut(source, codeless), part, settings);
  const box = text.isBroken ? undefined : cleanBox;
  const clean = box && readClean(text, box, part, settings);
  if (clean) return resultOf<T, P>(clean, settings);
  if (text.lines.length === 0) return refused<T, P>(part, EMPTY, settings);
  const plain = read(text, part, settings, box);
  if (isSettled(plain, text) || text.lines.length > MAX_LINES) return resultOf<T, P>(plain, settings);
  const laidOut = readLaidOut(layOut(source), part, settings);
  return resultOf<T, P>(laidOut && isBetter(laidOut, plain) ? laidOut : plain, settings);
}

/** Refuses a source of another form; the text of a post that stands within JSON is read all the same. */
function readWithin<T extends P, P>(
  source: string,
  part: Part<P>,
  refusals: readonly [Refusal, ...Refusal[]],
  settings: Settings,
): ParseResult<T, P> {
  const text = textInJson(source);
  const reading = text && readLaidOut(layOut(source, text), part, settings);
  if (!reading) return refused<T, P>(part, refusals, settings);
  const [[code, message]] = refusals;
  reading.list.addAt(code, [], message, startOfSource());
  return resultOf<T, P>(reading, settings);
}

/** Parses a post in another form than text, which is laid out as text first; positions point into what was given. */
export function safeParseLaidOut(
  source: string,
  options: ParseOptions | undefined,
  layOut: (source: string) => LaidOut,
): ParseResult<Post, PartialPost> {
  checkText(source);
  const settings = readOptions(options);
  const { maxLength } = settings;
  if (source.length > maxLength)
    return refused<Post, PartialPost>(POST_PART, tooLong(source, maxLength), settings);
  const foreign = noText(source);
  if (foreign) return refused<Post, PartialPost>(POST_PART, foreign.refusals, settings);
  return readWhole(layOut(source), POST_PART, settings);
}

/** Reads a source that was laid out, whatever comes of it. */
function readWhole<T extends P, P>(laidOut: LaidOut, part: Part<P>, settings: Settings): ParseResult<T, P> {
  const reading = readLaidOut(laidOut, part, settings);
  return reading ? resultOf<T, P>(reading, settings) : refused<T, P>(part, EMPTY, settings);
}

/** Composes a value from a source. */
const read = <P>(
  source: Source,
  { compose, place }: Part<P>,
  { positions }: Settings,
  box?: CleanBox,
): Composed<P> => compose(new IssueList(source, positions ? new Spots(source, place) : undefined), box);

/**
 * Composes a value from a source that was laid out anew, and tells what the layout has to tell. Gives nothing where marks
 * were all that the source had.
 */
function readLaidOut<P>(
  { source, remarks }: LaidOut,
  part: Part<P>,
  settings: Settings,
): Composed<P> | undefined {
  if (source.lines.length === 0) return undefined;
  const reading = read(source, part, settings);
  for (const remark of remarks) if (part.concerns(remark)) reading.list.remark(remark);
  return reading;
}

const EMPTY: readonly Refusal[] = [
  ["empty_source", "the text is empty; expected a title line and an article"],
];

/** Refuses what is no text. */
function checkText(source: string): void {
  if (typeof source === "string") return;
  const hint = ArrayBuffer.isView(source) ? '; decode them first, as readFileSync(file, "utf8") does' : "";
  throw new TypeError(`expected the text of a post as a string, got ${kindOf(source)}${hint}`);
}

const tooLong = ({ length }: string, maxLength: number): readonly Refusal[] => [
  [
    "source_too_long",
    `the text has ${length} characters, more than the ${maxLength} allowed; split it, or raise maxLength`,
  ],
];

/** The result of a text of which nothing is read. */
function refused<T extends P, P>(
  { nothing }: Part<P>,
  refusals: readonly Refusal[],
  settings: Settings,
): ParseResult<T, P> {
  const list = new IssueList(new Source(""));
  for (const [code, message, path = []] of refusals) list.addAt(code, [...path], message, startOfSource());
  return resultOf<T, P>({ value: nothing(), list }, settings);
}

/** Makes the result: data where nothing is graver than a warning. Without an error the value is whole. */
function resultOf<T extends P, P>(
  { value: read, list }: Pick<Composed<P>, "value" | "list">,
  { grade, positions }: Settings,
): ParseResult<T, P> {
  const value = read as T;
  const issues = grade(list.issues).sort((a, b) => a.position.start.offset - b.position.start.offset);
  const result: ParseResult<T, P> & Partial<Positioned<unknown>> = issues.some(isError)
    ? failed(value, issues)
    : { success: true, data: value, value, issues };
  if (positions) result.positions = list.spots?.positions() ?? new Map();
  return result;
}

/** A result that failed. Its error is made when it is asked for: with the stack, that takes a fifth of the time of reading a post. */
function failed<P>(value: P, issues: ParseIssue[]): Extract<ParseResult<never, P>, { success: false }> {
  let error: PostParseError | undefined;
  return {
    success: false,
    partial: value,
    value,
    issues,
    get error() {
      error ??= new PostParseError(issues);
      return error;
    },
  };
}
