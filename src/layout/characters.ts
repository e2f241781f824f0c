import { lower } from "../format/case.ts";
import { flagged, pattern } from "../format/pattern.ts";
import { NAME, NAMED, REFERENCE } from "../format/references.ts";
import { NON_JOINER, ODD_LAYOUT, plain } from "../format/text.ts";
import { Row } from "./row.ts";
import type { Strand } from "./strand.ts";

/**
 * Characters that an extractor left as the page had them: spaces that do not break, hyphens that show at line ends alone,
 * marks of direction and of no width, joiners between letters, hyphens that do not break, digits and colons as wide as
 * Chinese letters, and references to characters (`&amp;`, `&#8217;`).
 */

/** Marks around what a wiki shows in bold. */
const BOLD = /(?<!')'{3}(?!')(?=\S)|(?<=\S)'{3}(?!')/;

/** Digits and colons as wide as Chinese letters. */
const WIDE = /[\uff10-\uff19\uff1a]/;
const ALL_WIDE = new RegExp(WIDE, "g");

/** All others. */
const NARROW = pattern`${ODD_LAYOUT}|(?<=\w)\u200d(?=\w)|[&¨]${NAME}|${BOLD}`;

const ODD = pattern`${NARROW}|${WIDE}`;
const ALL_ODD = new RegExp(ODD, "gu");

/** All that are narrow, but for marks that are of the spelling of some languages. */
const OF_ANY = flagged("u")`(?!${NON_JOINER})(?:${NARROW})`;
const ALL_OF_ANY = new RegExp(OF_ANY, "gu");

/** Tells whether a text has such characters. */
export const hasOddCharacters = (text: string): boolean => ODD.test(text);

/** The character that is meant; nothing where it only says how to show others. */
function meant(found: string): string | undefined {
  if (found.startsWith("'")) return "**";
  if (/^[&¨]/.test(found)) return reference(lower(found.slice(1, -1)));
  if (ODD_LAYOUT.test(found)) return plain(found);
  return WIDE.test(found) ? narrow(found) : "";
}

/** The plain character for a wide one. */
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - WIDER);
const WIDER = 0xfee0;

/** A text with plain digits and colons for wide ones. */
export const withNarrowDigits = (text: string): string => text.replace(ALL_WIDE, narrow);

/** The character that a reference names; undefined where there is none, or one that acts rather than shows. */
function reference(name: string): string | undefined {
  if (!name.startsWith("#")) return NAMED.get(name);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isText =
    (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return isText ? String.fromCodePoint(code) : undefined;
}

/** Gives a text with the characters that references in it name. */
export const withoutReferences = (text: string): string =>
  text.replace(ALL_REFERENCES, (found) => meant(found) ?? found);
const ALL_REFERENCES = new RegExp(REFERENCE, "g");

/** Writes the characters that are meant. */
export const withPlainCharacters = (text: Strand): Strand => text.replace(ALL_ODD, ([found]) => meant(found));

/** Makes what writes some odd characters of rows as they are meant, but for references that are a row's own; most rows have none. */
const rowsWithout =
  (odd: RegExp, all: RegExp) =>
  (rows: readonly Row[], keeps: (row: Row, found: string) => boolean = () => false): Row[] =>
    rows.map((row) => {
      if (!odd.test(row.text.text)) return row;
      const text = row.text.replace(all, ([found]) =>
        found.startsWith("&") && keeps(row, found) ? undefined : meant(found),
      );
      return new Row(text, row.role);
    });

/** Writes the characters of rows as they are meant. */
export const plainRows = rowsWithout(ODD, ALL_ODD);

/** Writes the same but for wide digits and colons, and marks between letters, which texts of some languages have as their own. */
export const rowsOfAnyLanguage = rowsWithout(OF_ANY, ALL_OF_ANY);
