import type { Remark } from "../layout/draft.ts";
import type { HtmlText } from "./node.ts";

/** A stretch of the page. */
export type Stretch = Pick<HtmlText, "from" | "to">;

type Told = readonly [
  texts: readonly (Stretch | { readonly text: Stretch })[],
  path: Remark["path"],
  message: string,
];

/** Tells something of stretches that follow each other. */
export function remarkOn(code: Remark["code"], ...[texts, path, message]: Told): Remark {
  const places = texts.map((one) => ("text" in one ? one.text : one));
  const [{ from }, { to }] = [places[0], places[places.length - 1]] as [Stretch, Stretch];
  return { code, path, message, from, to };
}

/** Tells stretches that were left out. */
export const strayRemark = (...told: Told): Remark => remarkOn("stray_text", ...told);

/** Tells stretches of an article that were read, and may be none of what they were read as. */
export const doubtRemark = (...told: Told): Remark => remarkOn("unusual_article", ...told);
