import { type Bit, emphasisReader } from "../layout/bits.ts";
import type { Row } from "../layout/row.ts";
import { Strand } from "../layout/strand.ts";
import type { LabelTable } from "./labels.ts";

/** Marks around labels and values: icons, emphasis, links and their addresses. */

/** A sign that stands for an icon. */
const SIGN = "(?:\\p{Extended_Pictographic}|[»›→➔])[\\uFE0F\\u200D]?";

const ANY_ICON = /\p{Extended_Pictographic}/u;

/** An icon before a label: a sign, or an image. */
const ICON = `(?:${SIGN}|!?\\[[^\\]]{0,80}\\](?:\\([^)\\s]*\\))?)\\s*`;

/** Icons before what looks like a label. */
const BEFORE_ROW = new RegExp(`^(?:${SIGN}\\s*)+(?=\\p{L}[^:]{0,40}:)`, "gu");

/** An image of Markdown. */
const IMAGE = "!\\[[^\\]]*\\]\\([^)\\s]*\\)\\s*";

/** A link of Markdown, whose text alone was printed: its target starts as addresses and anchors do. */
const LINK =
  /(?<!!)\[([^\][]+)\]\((?:<[^<>\s]*>|(?:[a-z][a-z+.-]*:|[/#.?])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s"[^"]*")?\)/gi;

/** The same as a page writes it. */
const ANCHOR = /<a\s[^<>]*>([^<>]*)<\/a>/gi;

/** A link without a text, as around an icon. */
const EMPTY_LINK = /(?<![\]\w])\[\s*\](?:\([^()\s]*\)|$)/g;

/** An image beside a text, or without one that stands for it. */
const IMAGE_BESIDE =
  /!\[\]\([^)\s]*\)\s*|!\[[^\]]*\]\([^)\s]*\)\s*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\s*!\[[^\]]*\]\([^)\s]*\)/gu;

/** Links of Org and of reStructuredText: `[[address][text]]`, `` `text <address>`__ ``. */
const ORG_LINK = /\[\[[^\][\s]*\]\[([^\][]+)\]\]/g;
const RST_LINK = /(?:\\ )?`([^`<>]+?) <[^`<>\s]*>`__?(?:\\ )?/g;

/** An address between angles. */
const ADDRESS = /<((?:https?:\/\/|mailto:)?[^\s<>@]+(?:@[^\s<>]+)?)>/gi;

/** Emphasis up to the end of a line, from its start or past a space: `Series: _Northern Walks_`; and what is shown as code. */
const EMPHASIS = /(?<=^|\s)(?:([*_]{1,3})(?=[^\s*_])([^*_]*[^\s*_])\1|`([^`]+)`)$/g;

/** A cell of a row of a table that has marks around all of it. */
const MARKED_CELL = "\\|\\s*(?:([*_]{1,3})(?=[^\\s*_])[^*_|]*[^\\s*_|]\\1|`[^`|]+`)\\s*(?:\\||$)";

/** A cell in bold, and the bar behind it. */
const BOLD_CELL = "\\*\\*[^*|]+\\*\\*\\s*\\|\\s*";

/** The address of a link between brackets behind its text, or that text once more. */
const ADDRESS_BEHIND =
  / \[(?<=(\S+) \[)(?:(?:https?:\/\/|mailto:|tel:|[/#])[^\][\s]*|[^\][\s@]+@[^\][\s@]+|\1)\](?!\()/gi;

/** The number of a link before its text, as browsers for terminals print it. */
const NUMBER = /(?<=^|[\s,;:|(\p{L}])\[(\d{1,3})\](?=[^\s([:])/gu;

/** Tells whether the links of a text are numbered: from 1 on, or nearly all in order where a line may be damaged. */
function hasLinkNumbers(text: string): boolean {
  const numbers = [...text.matchAll(NUMBER)].map(([, number]) => Number(number));
  const inOrder = numbers.filter((number, i) => number === (numbers[i - 1] ?? 0) + 1).length;
  return inOrder > 0 && (inOrder === numbers.length || (inOrder > 2 && inOrder * 3 >= numbers.length * 2));
}

/** The sign of a hint. */
const HINT = /[ⓘ🛈ℹ]\uFE0F?/u;

/** Brackets that stand around labels in texts of East Asia. */
const BRACKETED = /[【〔［＜]\s*([^【】〔〕［］＜＞]{1,20}?)\s*[】〕］＞]\s*[:：]?/g;

/** How many emphasised values say that a text is Markdown. */
const MIN_EMPHASISED = 2;

/** What marks a text has besides its own signs. */
export interface Marks {
  /** Whether they are those of Markdown. */
  readonly areMarkdown: boolean;
  /** Whether its links are numbered. */
  readonly hasLinkNumbers: boolean;
  /** Whether several labels have icons before them, so that others may, too. */
  readonly hasIcons: boolean;
  /** Whether a label has brackets around it, so that others have them, too. */
  readonly hasBrackets: boolean;
}

/** Takes marks off lines, by the labels that they may stand around. */
export class MarkReader {
  private readonly emphasis: (text: Strand) => { text: Strand; bold: boolean };
  /** A line of Markdown: a heading, a label with marks of emphasis, or the row of a table whose value has some. */
  private readonly markdown: RegExp;
  /** Icons before a label: signs, images, and marks of emphasis with nothing between them. */
  private readonly icons: RegExp;
  /** A label and a value that is emphasised. */
  private readonly emphasised: RegExp;
  /** The same with two marks and a joint, in an item or not, which says that a text is Markdown. */
  private readonly emphasisedValue: RegExp;

  /** A sign behind a label, or alone, that shows what it means. */
  private readonly hints: RegExp;
  /** A label between brackets. */
  private readonly bracketed: RegExp;

  /** @param labels - all labels, as a pattern without groups that capture */
  constructor(labels: string) {
    this.emphasis = emphasisReader(labels);
    this.markdown = new RegExp(
      `^(?:[-*+•]\\s+|\\|\\s*(?:${BOLD_CELL})*)?(?:#{1,6}\\s\\S|(?:${IMAGE})?(?:\\*{1,2}|_{1,2})(?:•\\s+|${ICON})?(?:${labels})(?:\\s*:?\\s*[*_]|.*[*_]$)|(?<=^\\|\\s*)(?:${labels})\\s*[:：]?\\s*${MARKED_CELL})`,
      "iu",
    );
    const icons = [
      `(?<=^[*_]{0,2})(?:${ICON})+(?=[*_]{0,2}(?:${labels}))`,
      `^${IMAGE}(?=\\*\\*)`,
      `^__\\s*(?=(?:\\*\\*)?(?:${labels})(?!.*__))`,
      `^\\*\\*\\s*(?=(?:${labels})(?!.*\\*\\*))`,
      `(?<=^|\\s)__(?=\\*\\*(?:${labels})\\*\\*|(?:${labels})\\s*[:：])`,
    ];
    this.icons = new RegExp(icons.join("|"), "giu");
    this.hints = new RegExp(`(?<=^|(?:^|[^\\p{L}\\p{N}])(?:${labels}))\\s*${HINT.source}`, "giu");
    this.bracketed = new RegExp(`[【〔［＜]\\s*(${labels})\\s*[】〕］＞]\\s*[:：]?`, "iu");
    this.emphasisedValue = new RegExp(
      `^(?:[-*+•]\\s+)?(?:${labels})\\s*[:：]?\\s+(\\*\\*|__)(?=\\S)[^*_]+\\1$`,
      "iu",
    );
    this.emphasised = new RegExp(
      `^((?:${labels})\\s*[:：]?\\s*)([*_]{1,2})(?=\\S)([^*_]*[^\\s*_])\\2$`,
      "giu",
    );
  }

  /** Takes the sign off that shows what a label means, behind it or alone. */
  withoutHints(text: Strand): Strand {
    return HINT.test(text.text) ? text.replace(this.hints, () => "") : text;
  }

  /** Takes brackets off around a label at the start of a line, be it declared or not, and declared ones within: each has a colon then. */
  withoutBrackets(text: Strand, { hasBrackets }: Marks): Strand {
    if (!hasBrackets) return text;
    let last = 0;
    const parts = [...text.text.matchAll(BRACKETED)].flatMap(({ index, 0: whole, 1: label = "" }) => {
      // Within a line, a remark may have brackets, too.
      if (index > 0 && !this.bracketed.test(whole)) return [];
      const from = index + whole.indexOf(label);
      const before = text.slice(last, index);
      last = index + whole.length;
      return [before, index === 0 ? "" : "  ", text.slice(from, from + label.length), "："];
    });
    return last === 0 ? text : Strand.join([...parts, text.slice(last)]);
  }

  /** Tells what marks a text has. */
  marksOf(text: string, rows: readonly Row[]): Marks {
    const areMarkdown =
      rows.some(({ body }, i) => this.markdown.test(body.text) || isUnderline(rows, i)) ||
      rows.filter(({ body }) => this.emphasisedValue.test(body.text)).length >= MIN_EMPHASISED;
    const icons = rows.filter(({ body }) => body.text.search(this.icons) === 0);
    return {
      areMarkdown,
      hasLinkNumbers: hasLinkNumbers(text),
      hasIcons: icons.length > 1,
      hasBrackets: this.bracketed.test(text),
    };
  }

  /** Takes icons before a label off a text, be it declared or not. */
  withoutIcons(text: Strand, { hasIcons }: Marks): Strand {
    const plain = text.replace(this.icons, () => "");
    return hasIcons ? plain.replace(BEFORE_ROW, () => "") : plain;
  }

  /** Takes emphasis around a label off a text. */
  withoutEmphasis(text: Strand): { text: Strand; bold: boolean } {
    return this.emphasis(text);
  }

  /** Takes emphasis of a value off, which stands behind its label or is the last of a text. */
  withoutEmphasisOfValue(text: Strand): Strand {
    if (!/[*_`]$/.test(text.text)) return text;
    return text
      .replace(this.emphasised, ([, label = "", , value = ""]) => label + value)
      .replace(EMPHASIS, ([, , shown, code]) => shown ?? code);
  }
}

/** How long the line under a heading is at least. */
const MIN_UNDERLINE = 3;

/**
 * Tells whether a row draws the line under a heading of Markdown: as long as that, or longer under one that stands alone, where no
 * row of a box does.
 */
function isUnderline(rows: readonly Row[], i: number): boolean {
  const [text, heading] = [rows[i]?.said ?? "", rows[i - 1]?.said ?? ""];
  if (heading === "" || !/^(?:-{3,}|={3,})$/.test(text)) return false;
  const least = Math.max(heading.length, MIN_UNDERLINE);
  return text.length === least || (text.length > least && (rows[i - 2]?.isBlank ?? true));
}

/** Takes links off a text. */
export function withoutLinks(text: Strand, areNumbered: boolean): Strand {
  if (!/[\]>]/.test(text.text)) return text;
  const plain = text
    .replace(IMAGE_BESIDE, () => "")
    .replace(EMPTY_LINK, () => "")
    .replace(LINK, ([, shown]) => shown)
    .replace(ANCHOR, ([, shown]) => shown)
    .replace(ORG_LINK, ([, shown]) => shown)
    .replace(RST_LINK, ([, shown]) => shown)
    .replace(ADDRESS, ([, shown = ""]) => (/^https?:|@/.test(shown) ? shown : undefined))
    .replace(ADDRESS_BEHIND, () => "");
  return areNumbered ? plain.replace(NUMBER, () => "") : plain;
}

/** An icon at the end of what stands before a label. */
const ICON_AT_END = /\s*(?![©®™])\p{Extended_Pictographic}[\uFE0F\u200D]*\s*$/u;

/** How many labels of a line have icons before them where these are none of the values between. */
const MIN_ICONS = 2;

/** Takes icons off that stand before most labels of a line of several rows: a space is left, as between rows. */
export function withoutIconsBetween(text: Strand, table: LabelTable): Strand {
  if (!ANY_ICON.test(text.text)) return text;
  const labels = table.matches(text.text);
  let past = 0;
  const icons = labels.flatMap(({ from, text: label }) => {
    const before = text.text.slice(past, from);
    // What stands alone between two labels may be a value that is drawn.
    const isFree = past === 0 || /[\p{L}\p{N}]/u.test(before);
    past = from + label.length;
    const [icon] = (isFree && ICON_AT_END.exec(before)) || [];
    return icon === undefined ? [] : [{ from: from - icon.length, to: from }];
  });
  if (icons.length < MIN_ICONS || icons.length * 3 < labels.length * 2) return text;
  let last = 0;
  const parts = icons.flatMap(({ from, to }) => {
    const before = text.slice(last, from);
    last = to;
    return [before, "  "];
  });
  return Strand.join([...parts, text.slice(last)]).trim();
}

/** Signs that draw something, and nothing else. */
const DRAWN = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D]*\s*)+$/u;

/** Takes icons off that stand on a line or in a cell of their own before a label: one where others do not may be the value of the label before. */
export function withoutIconLines(bits: readonly Bit[], table: LabelTable): readonly Bit[] {
  if (!bits.some(({ text }) => DRAWN.test(text.text))) return bits;
  const startsLabel = bits.map(({ text }) => table.startOf(text.text) !== undefined);
  const isAbove = bits.map(
    ({ text, isItem, after }, i) =>
      startsLabel[i + 1] === true &&
      !isItem &&
      (!after || bits[i + 1]?.after === true) &&
      DRAWN.test(text.text),
  );
  const count = (those: readonly boolean[]): number => those.filter(Boolean).length;
  const areAbove = count(isAbove) * 2 > count(startsLabel);
  const left = bits.filter(
    (_, i) => !isAbove[i] || (!areAbove && table.of(bits[i - 1]?.text.text ?? "") !== undefined),
  );
  if (!areAbove) return left;
  // The line of an icon may have been joined to the one above it.
  return left.map((bit, i) => {
    const next = left[i + 1];
    const isBefore = next !== undefined && !next.after && table.startOf(next.text.text) !== undefined;
    const [icon = ""] = (isBefore && ICON_AT_END.exec(bit.text.text)) || [];
    return icon === "" ? bit : { ...bit, text: bit.text.slice(0, bit.text.text.length - icon.length) };
  });
}
