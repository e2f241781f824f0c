/** Texts in the fragment of a link: it never leaves the browser, so that no server sees them. */

/** Packs a text for a fragment. */
export async function toFragment(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#text=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Tells whether a fragment is to carry a text. */
export const isLink = (fragment: string): boolean => fragment.startsWith("#text=");

/** Unpacks the text of a fragment, up to a length; undefined where it is damaged. */
export async function fromFragment(fragment: string, longest: number): Promise<string | undefined> {
  const [, packed] = /^#text=([\w-]+)$/.exec(fragment) ?? [];
  if (packed === undefined) return undefined;
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
    const reader = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"))
      .pipeThrough(new TextDecoderStream())
      .getReader();
    let text = "";
    // A small fragment may unpack to a text without an end.
    while (text.length <= longest) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
    }
    await reader.cancel();
    return text.slice(0, longest);
  } catch {
    return undefined;
  }
}
