import type { ParseOptions } from "alphanode-post";
import type { WordPressPost } from "alphanode-post/wordpress";
import type { Form } from "./forms.ts";
import { load } from "./load.ts";
import { type ReadAs, type Reading, readingOf, viewAs } from "./readers.ts";

/** Posts of a file that holds what WordPress gives: exports, feeds, REST answers. */

type Library = typeof import("alphanode-post/wordpress");
type Content = AsyncIterable<Buffer>;

export type SiteForm = Extract<Form, "wxr" | "feed" | "json">;

/** A post as WordPress gives it, read. */
export interface SitePost {
  /** The address of the post, or its place in the file where it has none. */
  readonly id: string;
  readonly place: string;
  /** What positions of issues point into. */
  readonly text: string;
  readonly reading: Reading;
}

const READERS: Readonly<
  Record<
    SiteForm,
    (library: Library, content: AsyncIterable<string>, options: ParseOptions) => AsyncIterable<WordPressPost>
  >
> = {
  wxr: ({ readExport }, content, options) => readExport(content, options),
  feed: ({ readFeed }, content, options) => readFeed(content, options),
  async *json({ readRest }, content, options) {
    let text = "";
    for await (const piece of content) text += piece;
    yield* readRest(text, options);
  },
};

/** Content as text: it is UTF-8 by now, whatever it says. */
async function* textsOf(content: Content): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of content) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Reads the posts of a file one by one, in flat memory unless it is a REST answer. */
export async function* sitePosts(
  form: SiteForm,
  file: string,
  content: Content,
  as: ReadAs,
  options: ParseOptions,
): AsyncGenerator<SitePost> {
  const library = await load("htmlparser2", import("alphanode-post/wordpress"));
  let number = 0;
  for await (const post of READERS[form](library, textsOf(content), options)) {
    number += 1;
    const place = `${file}#${number}`;
    const { source, link, result } = post;
    yield {
      id: link ?? place,
      place,
      text: source,
      reading: viewAs(
        as,
        readingOf(result, (value) => value),
      ),
    };
  }
}
