import { parseArticleLines } from "./article.ts";
import { parseBox } from "./box.ts";
import { divide } from "./division.ts";
import type { Syntax } from "./nodes.ts";
import type { Source } from "./scan.ts";

/** Parses the whole of a source. */
export function parseSyntax(source: Source): Syntax {
  const { article, boxes, similar } = divide(source);
  return {
    article: parseArticleLines(source, article),
    boxes: boxes.map((box) => parseBox(source, box)),
    similar,
  };
}
