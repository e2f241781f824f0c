import { anyCase } from "../format/pattern.ts";
import type { Bit } from "./bits.ts";
import { beforeBullet } from "./bullets.ts";
import { append } from "./row.ts";
import { Strand } from "./strand.ts";
import { LABEL, STARTS_WITH_LABEL } from "./words.ts";

/** What extractors leave around each value of a field: the marks of code, a bullet behind every item. */

/** The marks of code around a text: back-ticks, tags, those of XWiki, DokuWiki, Jira, Textile and Org. */
const CODE = [
  /`{1,2}([^`]+)`{1,2}/,
  /<code>([^<>]+)<\/code>/,
  /\{\{code\}\}(.+?)\{\{\/code\}\}/,
  /''%%(.+?)%%''/,
  /''([^'%]+)''/,
  /\{\{([^{}]+)\}\}/,
  /@([^@]+)@/,
  /=([^=]+)=/,
];

/** A text between marks of code, be it behind a label. */
const AS_CODE = anyCase`^((?:${LABEL}\s*[:|]?\s*)?)${CODE}$`;

/** Gives a bit without the marks of code around its value; undefined where it has none. */
function withoutMarks(bit: Bit): Bit | undefined {
  const { text } = bit;
  const [, label = "", ...marked] = AS_CODE.exec(text.text) ?? [];
  const code = marked.find((one) => one !== undefined);
  if (code === undefined) return undefined;
  const from = text.text.indexOf(code, label.length);
  const plain = Strand.join([text.slice(0, label.length), text.slice(from, from + code.length)]);
  return { ...bit, text: plain, cell: plain, whole: false };
}

/** Gives an item without the bullet behind it; undefined where it has none, or one before it. */
function withoutBulletBehind(bit: Bit): Bit | undefined {
  const text = bit.isItem ? undefined : beforeBullet(bit.text);
  return text && { ...bit, text, cell: text, isItem: true, whole: false };
}

/** Changes all bits, or none where one cannot be changed. */
function allChanged(bits: readonly Bit[], change: (bit: Bit) => Bit | undefined): readonly Bit[] {
  const changed = bits.flatMap((bit) => change(bit) ?? []);
  return changed.length === bits.length ? changed : bits;
}

/** Takes off the signs that stand around the values of fields: around those behind labels, and around all that stand under one. */
export function withoutSignsAround(bits: readonly Bit[]): Bit[] {
  const out: Bit[] = [];
  let under: Bit[] = [];
  const end = (): void => {
    const bare = allChanged(under, withoutMarks);
    append(out, bare.length > 1 ? allChanged(bare, withoutBulletBehind) : bare);
    under = [];
  };
  for (const bit of bits) {
    // An entry may have the label of a field; behind that, no bullet stands.
    if (!STARTS_WITH_LABEL.test(bit.text.text) || beforeBullet(bit.text)) under.push(bit);
    else {
      end();
      out.push(withoutMarks(bit) ?? bit);
    }
  }
  end();
  return out;
}
