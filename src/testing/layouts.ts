import { ARTICLE_LAYOUTS } from "./article-layouts.ts";
import { BOX_LAYOUTS } from "./box-layouts.ts";
import type { Form } from "./forms.ts";

/**
 * The layouts in which extractors leave a page. Each is of one program, so a text has one of them; whatever comes of it
 * parses to the same post.
 */
export const LAYOUTS: readonly Form[] = [...BOX_LAYOUTS, ...ARTICLE_LAYOUTS];
