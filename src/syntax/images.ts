import type { Image } from "./nodes.ts";
import type { Line, Source } from "./scan.ts";

/** What leads from a caption to the host of its image. */
const SOURCE_LEAD = /\.?\s*\bimage\s+source:/gi;

/** How an alt text ends that lost its caption line. */
const ALT_END = /\bvisual\s+reference\s+\d+$/i;

type Caption = NonNullable<Image["caption"]>;

/** Reads a line as `<caption>. image source: <host>`. The host is one word; it may be lost. */
function captionOf(source: Source, line: Line): Caption | undefined {
  const text = source.text.slice(line.from, line.to);
  source.touched += text.length;
  let lead: RegExpExecArray | undefined;
  for (const match of text.matchAll(SOURCE_LEAD)) lead = match;
  if (lead === undefined || lead.index === 0) return undefined;
  const leadFrom = line.from + lead.index;
  const leadTo = leadFrom + lead[0].length;
  const from = leadTo + (/^\s*/.exec(source.text.slice(leadTo, line.to))?.[0].length ?? 0);
  if (/\s/.test(source.text.slice(from, line.to))) return undefined;
  return {
    text: { line, from: line.from, to: leadFrom },
    lead: { line, from: leadFrom, to: leadTo },
    source: from < line.to ? { line, from, to: line.to } : undefined,
  };
}

/** Reads an image at a line: an alt line and its caption line, or either alone. */
export function imageAt(source: Source, line: Line, next: Line | undefined): Image | undefined {
  const text = source.body(line);
  if (text.endsWith(".")) return undefined;
  if (next !== undefined) {
    const caption = captionOf(source, next);
    if (caption !== undefined && sameText(text, source.slice(caption.text.from, caption.text.to))) {
      return { type: "image", alt: line, caption };
    }
  }
  const caption = captionOf(source, line);
  if (caption !== undefined) return { type: "image", alt: undefined, caption };
  return ALT_END.test(text) ? { type: "image", alt: line, caption: undefined } : undefined;
}

/** Compares an alt text with a caption, letter case aside. */
const sameText = (alt: string, caption: string): boolean =>
  alt === caption || alt.toLowerCase() === caption.toLowerCase();
