import { lower } from "../format/case.ts";
import { anyCase, flagged, pattern } from "../format/pattern.ts";
import { IMAGE_HOSTS } from "../format/words.ts";
import { foldCase } from "../syntax/letters.ts";
import { endsSentence, isWordUnit } from "../syntax/look.ts";
import { pastBullets } from "./bullets.ts";
import { type Draft, quoted } from "./draft.ts";
import { isHeadingText } from "./markdown.ts";
import { hasText, Row, rowOf } from "./row.ts";
import type { Strand } from "./strand.ts";
import { lettersOf } from "./words.ts";

/**
 * Images as extractors write them: alt text in brackets, with an address, as Markdown, glued to its caption or unlike
 * it, several on one line. Each is laid out as its alt line, where it has one, and its caption line right under it.
 */

/** The hosts of the site's images, as a pattern. */
export const HOSTS = [...new Set(IMAGE_HOSTS)].map((host) => host.replace(".", "\\."));

const HOST = pattern`(?:${HOSTS}|[\w-]+(?:\.[\w-]+)+|\w+)`;

/** What leads to the host of an image. */
const SOURCE = /(?:\\?\.)?\s*image source:/;

/** A known host in an address. */
const HOST_OF_ADDRESS = anyCase`https?://(?:[\w-]+\.)*?(${HOSTS})(?=[./:])`;

/** The end of an image on a line on which more follows. */
const END = flagged(
  "giu",
)`${SOURCE}\s*(?:${HOSTS}|[\w-]+(?:\.[\w-]+)+(?=\s|$)|\w+(?=\s|$))\]?(?=\s*[\p{L}![])`;

/** A caption line, in brackets or not. */
const CAPTION = anyCase`^\[?(.*?)${SOURCE}\s*(${HOST})?\]?$`;

/** Alt text of Markdown, as a link to the whole image or not. */
const MARKDOWN =
  /^(?:\[(?=!))?!\[(.*?)\]\(\S*?(?:\s"[^"]*")?\)(?:\{[^{}]*\})?(?:\]\(\S*?(?:\s"[^"]*")?\))?\s*/;

/** Alt text of DokuWiki, as a link to the whole image or not. */
const BRACED = /^(?:\[\[[^\s[\]|]+\|)?\{\{\s*[^\s{}|]+\s*\|\s*([^{}]*?)\s*\}\}(?:\]\])?\s*/;

/** Alt text of AsciiDoc. */
const ASCIIDOC = /^image::\S*?\[(.*)\]$/;

/** Alt text and address in brackets, or alt text in brackets. */
const BRACKETED = /^(?:(.{3,200}?)\s\[(?:https?:|\/|data:)[^\]\s]*\]|\[([^\][]{3,200})\](?!\())\s*/;

const MARKED = [MARKDOWN, ASCIIDOC, BRACED, BRACKETED];

/** Tells whether a text has what leads to the host of an image. */
export const namesSource = (text: string): boolean => text.includes(":") && /image source:/i.test(text);

/** Tells whether a row is a line of an image: its alt text, or a caption with its source. */
export const isImageRow = ({ role, said }: Row): boolean => role === "alt" || namesSource(said);

/** Lays out the images of an article. */
export function laidOutImages(rows: readonly Row[], draft: Draft): Row[] {
  const split = rows.flatMap((row) =>
    row.role === undefined && /image source:|!\[/i.test(row.text.text) && !ASCIIDOC.test(row.said)
      ? several(row)
      : [row],
  );
  const out: Row[] = [];
  for (let at = 0; at < split.length; at++) {
    const row = split[at] as Row;
    const image = row.role === undefined ? imageOf(row) : undefined;
    if (!image || (!image.caption && !isAltAlone(split, at))) {
      out.push(row);
      continue;
    }
    if (!image.caption) {
      // Alt text alone: its caption line is the next that is not blank, or it has none.
      const next = nextText(split, at + 1);
      const below = next === undefined ? undefined : imageOf(split[next] as Row);
      if (next !== undefined && below?.caption && !below.alt) {
        out.push(rowOf([image.alt as Strand], "alt"), captionRow(split[next] as Row, below.caption));
        at = next;
      } else if (next === undefined || below?.caption || below?.alt?.text !== image.alt?.text) {
        // The same alt text on the next line, as of a lazy image and its fallback, stands for both.
        out.push(rowOf([image.alt as Strand], "alt"));
        if (image.host) out.push(captionOf(row, image.alt as Strand, image.host, draft));
      }
      continue;
    }
    if (!image.alt) takeAltAbove(out, image.caption, draft);
    else out.push(rowOf([image.alt], "alt"));
    out.push(captionRow(row, image.caption));
  }
  return out;
}

/** Tells whether alt text in brackets is that of an image: a caption line follows, or it is marked as Markdown marks images. */
function isAltAlone(rows: readonly Row[], at: number): boolean {
  const { said } = rows[at] as Row;
  if (MARKDOWN.test(said) || BRACED.test(said)) return true;
  const next = nextText(rows, at + 1);
  return next !== undefined && imageOf(rows[next] as Row) !== undefined;
}

/** A caption line as it stands, or without what stood around it. */
const captionRow = (row: Row, caption: Strand): Row =>
  row.said === caption.text && row.indent === 0 ? row : rowOf([caption]);

/** Cuts a row after each image on it, and after the sentences before one. */
function several(row: Row): Row[] {
  const rows: Row[] = [];
  let last = 0;
  const push = (text: Strand): void => {
    const sentences = /^.*[.!?]["”)]?\s+(?=\S.*image source:)/i.exec(text.text)?.[0];
    if (sentences === undefined || sentences.length < MIN_SENTENCE) rows.push(new Row(text));
    else
      rows.push(
        new Row(text.slice(0, sentences.length).trim()),
        new Row(text.slice(0, 0)),
        new Row(text.slice(sentences.length)),
      );
  };
  for (const { index, 0: found } of row.text.text.matchAll(END)) {
    push(row.text.slice(last, index + found.length));
    last = index + found.length;
  }
  if (last > 0 || namesSource(row.text.text)) {
    push(last === 0 ? row.text : row.text.slice(last).trim());
    return rows;
  }
  return [row];
}

/** How long a text before a caption is that is no part of it. */
const MIN_SENTENCE = 60;

interface ImageParts {
  readonly alt: Strand | undefined;
  readonly caption: Strand | undefined;
  /** The known host of its address, where it stands without a caption. */
  readonly host?: Strand | undefined;
}

/** Reads a row as an image. */
function imageOf(row: Row): ImageParts | undefined {
  const { body } = row;
  if (body.text.length > 1000) return undefined;
  const marked = MARKED.find((mark) => mark.test(body.text))?.exec(body.text);
  const isCaption = CAPTION.test(body.text);
  if (marked != null) {
    const shown = marked[1] ?? marked[2] ?? "";
    const from = body.text.indexOf(shown);
    const alt = shown === "" ? undefined : body.slice(from, from + shown.length).trim();
    const rest = bare(withoutTwin(body.slice(marked[0].length).trim(), shown));
    // Where a page has no other caption, its alt text may be all of it.
    if (rest.text === "" && alt && marked[0].length > shown.length + 2 && CAPTION.test(alt.text))
      return { alt: undefined, caption: alt };
    if (rest.text === "" && alt && !(isCaption && body.text.startsWith("[")))
      return { alt, caption: undefined, host: hostOf(body) };
    if (CAPTION.test(rest.text) && !(isCaption && body.text.startsWith("[") && body.text.endsWith("]")))
      return { alt, caption: rest };
  }
  if (!isCaption) return undefined;
  const caption = bare(body);
  const text = captionIn(caption.text);
  const half = halfOf(text);
  return half === undefined
    ? { alt: undefined, caption }
    : { alt: caption.slice(0, half), caption: caption.slice(half).trim() };
}

/** What stands after an image without its fallback, which has the same alt text, as of an image that is loaded late. */
function withoutTwin(rest: Strand, shown: string): Strand {
  const twin = BRACKETED.exec(rest.text);
  return twin?.[1] === shown ? rest.slice(twin[0].length) : rest;
}

/** The known host of an address. */
function hostOf(body: Strand): Strand | undefined {
  const found = HOST_OF_ADDRESS.exec(body.text);
  if (found === null) return undefined;
  const at = found.index + found[0].length;
  return body.slice(at - (found[1] as string).length, at);
}

/** The caption line that an image has lost, from its alt text and its address. */
function captionOf(row: Row, alt: Strand, host: Strand, draft: Draft): Row {
  const message = `the image ${quoted(alt.text)} has no caption line; its alt text and the host of its address were read as one`;
  draft.tell("missing_caption", ["sections"], message, row);
  return rowOf([alt, ". image source: ", host]);
}

/** What a caption line says before its source. */
const captionIn = (line: string): string => CAPTION.exec(line)?.[1]?.trim() ?? "";

/** Brackets or marks of emphasis around a caption line. */
const AROUND = /^(?:\[.*\]|([*_]).*\1)$/;

/** A caption line without what stands around it. */
const bare = (text: Strand): Strand =>
  AROUND.test(text.text) ? text.slice(1, text.text.length - 1).trim() : text;

/** Finds where a text starts again that is written twice: an alt text glued to its caption. */
export function halfOf(text: string): number | undefined {
  const half = text.length >>> 1;
  const second = text.length - half;
  // Few texts have the letter in the middle that they start with, and those alone are made lower case.
  if (half < MIN_HALF || isOtherWord(text.charCodeAt(0), text.charCodeAt(second))) return undefined;
  return lower(text.slice(0, half)) === lower(text.slice(second)) ? half : undefined;
}

/** Tells whether a plain letter or digit differs from another character in more than its case. */
const isOtherWord = (one: number, other: number): boolean =>
  isWordUnit(one) && foldCase(one) !== foldCase(other);

/** How many characters a text has at least that may stand twice. */
const MIN_HALF = 8;

/** The index of the next row that says something, if it is near. */
function nextText(rows: readonly Row[], from: number): number | undefined {
  const past = rows.slice(from, from + 3).findIndex(hasText);
  return past < 0 ? undefined : from + past;
}

/** Letters and digits of a text, lower case: alt texts and captions differ in typography, since one is an attribute. */
const foldText = (text: string): string => lettersOf(lower(text).replace(/×/g, "x"));

/** Tells whether two texts say the same; those of signs alone say nothing that could be compared. */
const saysSame = (one: string, other: string): boolean =>
  one === other || (foldText(one) !== "" && foldText(one) === foldText(other));

/** Takes the line right above a caption line, or the same text further above, for its alt text. */
function takeAltAbove(out: Row[], caption: Strand, draft: Draft): void {
  const text = captionIn(caption.text);
  let at = out.length - 1;
  while (at >= 0 && (out[at] as Row).isBlank && out.length - at < 3) at--;
  const above = out[at];
  if (!above || above.isBlank || above.role !== undefined) return;
  const near = at === out.length - 1;
  const isSame = saysSame(above.said, text);
  if (!isSame && !(near && couldBeAlt(above, out[at - 1]) && out.slice(0, at).some(hasText))) return;
  if (!isSame) {
    const message = `the alt text ${quoted(above.said)} is not the caption under it; the caption was kept`;
    draft.tell("unusual_article", ["sections"], message, above);
  }
  out.splice(at, out.length - at, rowOf([above.body], "alt"));
  // A lazy image and its fallback show the same alt text twice.
  const twin = out.findLastIndex((row, i) => i < at && hasText(row));
  const { role, said = "" } = out[twin] ?? {};
  if (isSame && role === undefined && saysSame(said, text)) out.splice(twin, 1);
}

/** Tells whether a line right above a caption line may be its alt text though it says something else. */
function couldBeAlt({ said: text, indent }: Row, before: Row | undefined): boolean {
  if (endsSentence(text) || isHeadingText(text) || CAPTION.test(text) || text.length > 200) return false;
  if (pastBullets(text) > 0 || indent > 3) return false;
  return !before?.said || pastBullets(before.said) > 0 || CAPTION.test(before.said);
}
