import { flagged } from "./pattern.ts";
import { REFERENCE } from "./references.ts";

/**
 * White space of the format. Extractors put other spaces where the page had plain ones; they are layout, so a
 * value never holds them.
 */

/** Spaces that are read as a plain one: no-break, typographic and full-width spaces, vertical tab, form feed. */
const ODD_SPACES = [
  0x0b, 0x0c, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
  0x200a, 0x202f, 0x205f, 0x3000,
];

/**
 * Marks that take no room and are dropped: soft hyphen, zero-width space and non-joiner, word joiner, marks of direction,
 * byte-order mark. The zero-width joiner stays, since it makes one sign of several.
 */
const INVISIBLE = [
  0xad, 0x200b, 0x200c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067,
  0x2068, 0x2069, 0xfeff,
];

/** A hyphen at which a line does not break; it is read as a plain one. */
const HYPHEN = 0x2011;

/** Letters that a typesetter put into one, from `ﬀ` to `ﬆ`, as texts taken from PDF have them; they are read as those letters. */
const LIGATURES = [0xfb00, 0xfb01, 0xfb02, 0xfb03, 0xfb04, 0xfb05, 0xfb06];

/** Layout that is white space to others, too, and layout that is not. */
const SPACE = 1;
const MARK = 2;

/** What each UTF-16 unit is as layout: a table, since the scanner asks of every unit at the ends of a line. */
const LAYOUT = new Uint8Array(0x1_0000);
for (const unit of [0x09, 0x0a, 0x0d, 0x20, 0x2028, 0x2029, ...ODD_SPACES]) LAYOUT[unit] = SPACE;
for (const unit of INVISIBLE) LAYOUT[unit] = /\s/.test(String.fromCharCode(unit)) ? SPACE : MARK;

/** Tells whether a UTF-16 unit is layout: white space, or an invisible mark. */
export const isBlank = (unit: number): boolean => (LAYOUT[unit] as number) > 0;

/** Tells whether a UTF-16 unit is white space to regular expressions, too. */
export const isSpace = (unit: number): boolean => LAYOUT[unit] === SPACE;

/** Writes units for a character class. */
const classOf = (units: readonly number[]): string =>
  units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");

/** What {@link plain} would change, for a character class. */
export const ODD = classOf([...ODD_SPACES, ...INVISIBLE, HYPHEN, ...LIGATURES]);

const oddSpaces = new RegExp(`[${classOf(ODD_SPACES)}]`, "g");
const invisible = new RegExp(`[${classOf(INVISIBLE)}]`, "g");
const ligatures = new RegExp(`[${classOf(LIGATURES)}]`, "g");
const hyphens = new RegExp(classOf([HYPHEN]), "g");

/** What {@link plain} would change. */
export const ODD_LAYOUT = new RegExp(`[${ODD}]`);

/** A mark that keeps letters apart where their script joins them: there it is of the spelling, as in most Persian texts. */
export const NON_JOINER = flagged("u")`(?<=[\p{Lo}\p{M}])\u200c(?=[\p{Lo}\p{M}])`;

/** What {@link plain} would change, and line ends other than LF. */
const ODD_TEXT = new RegExp(`[\\r\\u2028\\u2029${ODD}]`);

/** How much of a text is matched at once, since a loop takes room for each turn. */
const PIECE = 0x1_0000;

/**
 * Makes what tells whether a text is made of units of a class alone. Engines go through a loop of sixteen three times as fast as they search
 * for a unit of another class.
 */
export function madeOf(unit: string): (text: string) => boolean {
  const pattern = new RegExp(`^(?:${unit.repeat(16)})*${unit}{0,15}$`);
  return (text) => {
    // Stryker disable next-line EqualityOperator: what is empty is made of any units.
    for (let at = 0; at < text.length; at += PIECE)
      if (!pattern.test(text.slice(at, at + PIECE))) return false;
    return true;
  };
}

/** Tells whether a text is made of what most are: of {@link ODD_TEXT} it has control characters at most, and of {@link SIGN_OF_NONE} {@link ESCAPE} alone. */
export const isUsual = madeOf("[\\t-\\x7f\\u2012-\\u2027]");

/** The character with which codes of terminals start. */
export const ESCAPE = "\u001b";

/** A sign that stands in no text: a control character, {@link ESCAPE} among them, half of a pair of units, that for what could not be decoded. */
export const SIGN_OF_NONE = flagged("u")`[\0-\x08${ESCAPE}\ufffd\p{Cs}]`;

/** What stands in no text: such a sign, or a reference to a character. */
export const BROKEN = flagged("u")`${SIGN_OF_NONE}|${REFERENCE}`;

/** Tells whether a text has one of the units of {@link ODD_TEXT} that are usual; engines find them soonest one by one. */
const hasOddControl = (text: string): boolean =>
  text.includes("\r") || text.includes("\v") || text.includes("\f");

/** Tells whether a text, which may be a usual one, has layout that {@link plain} would change, or line ends other than LF. */
export const isOdd = (text: string, usual: boolean): boolean =>
  usual ? hasOddControl(text) : ODD_TEXT.test(text);

/** Gives the text with odd spaces and hyphens made plain, invisible marks dropped, and letters that were put into one apart. */
export const plain = (text: string): string =>
  text
    .replace(oddSpaces, " ")
    .replace(invisible, "")
    .replace(hyphens, "-")
    .replace(ligatures, (letters) => letters.normalize("NFKC"));

/** A label that the field table does not know: one to four words of letters, digits, hyphens and the like. */
export const EXTRA_LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_'’./-]*)(?: [\p{L}\p{N}_'’./()-]+){0,3}$/u;

/** How long a label may be that the table does not know, in UTF-16 units. */
export const EXTRA_LABEL_LENGTH = 40;
