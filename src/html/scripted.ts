import { SCRIPTED } from "./elements.ts";
import type { HtmlElement, HtmlText } from "./node.ts";

/** Texts that stand in a page for what a script writes: addresses that a network hides from robots, numbers that count up. */

const [HIDDEN_ADDRESS, ...COUNTERS] = SCRIPTED;

/**
 * The text that an element hides: `node@20` looks like an address, too. It is written in hexadecimal digits, of which the first two
 * are the key of the others.
 */
export function hiddenText(element: HtmlElement): HtmlText | undefined {
  const code = element.attribute(HIDDEN_ADDRESS);
  if (!/^(?:[\da-f]{2}){3,}$/i.test(code)) return undefined;
  const [key = 0, ...units] = (code.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  const bytes = Uint8Array.from(units, (unit) => unit ^ key);
  return { character: new TextDecoder().decode(bytes), from: element.from, to: element.to };
}

/** What stands in the place of a text that is hidden and was not brought back. */
const PROTECTED = /\[email\s*protected\]/i;

/** Tells a text for which a script would write another; nothing of any other. */
export function scriptedText(line: string, parents: readonly HtmlElement[]): string | undefined {
  if (PROTECTED.test(line)) return "what looks like an address is hidden here, and lost";
  const isCounter = parents.some((parent) =>
    COUNTERS.some(
      (name) => isNumber(parent.attribute(name)) && plain(parent.attribute(name)) !== plain(line),
    ),
  );
  return isCounter ? "a script of the page counts up to another number from here" : undefined;
}

const isNumber = (text: string): boolean => /^[\d.,]+$/.test(text);
const plain = (text: string): string => text.replace(/[.,\s]/g, "");
