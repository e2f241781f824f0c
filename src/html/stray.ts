import type { Remark } from "../layout/draft.ts";
import type { HtmlText } from "./node.ts";

/** A stretch of the page. */
export type Stretch = Pick<HtmlText, "from" | "to">;

/** Tells stretches that were left out. */
export function strayRemark(
  texts: readonly (Stretch | { readonly text: Stretch })[],
  path: Remark["path"],
  message: string,
): Remark {
  const places = texts.map((one) => ("text" in one ? one.text : one));
  const [{ from }, { to }] = [places[0], places[places.length - 1]] as [Stretch, Stretch];
  return { code: "stray_text", path, message, from, to };
}

/** Tells stretches that were read, and may be none of what they were read as. */
export const doubtRemark = (...told: Parameters<typeof strayRemark>): Remark => ({
  ...strayRemark(...told),
  code: "unusual_article",
});
