/** The element around content of Atom that has a prefix for XHTML, as the standard's own example has it. */
const PREFIXED = /^\s*<([A-Za-z][\w.-]*):div[\s>]/;

/** Gives content of Atom without the prefix of its elements. */
export function unprefixed(content: string): string {
  const prefix = PREFIXED.exec(content)?.[1];
  return prefix === undefined
    ? content
    : content.replaceAll(`<${prefix}:`, "<").replaceAll(`</${prefix}:`, "</");
}
