import type { ParseOptions } from "alphanode-post";
import { type From, formOf } from "./forms.ts";
import { READERS, type ReadAs, type Reading, readPage } from "./readers.ts";
import { sitePosts } from "./site-posts.ts";

/** A post of a file that was read as a whole. */
export interface SourcePost {
  readonly id: string;
  readonly text: string;
  readonly reading: Reading;
}

/** Reads the posts of a file whose whole content is one post, unless it is what WordPress gives of several. */
export async function* readSource(
  file: string,
  source: string,
  { from, as, options }: { readonly from: From; readonly as: ReadAs; readonly options: ParseOptions },
): AsyncGenerator<SourcePost> {
  const bytes = Buffer.from(source);
  const form = from === "auto" ? formOf(bytes, file) : from;
  if (form === "html") yield { id: file, text: source, reading: await readPage(source, as, options) };
  else if (form === "text" || form === "lines")
    yield { id: file, text: source, reading: READERS[as](source, options) };
  else {
    const content = (async function* () {
      yield bytes;
    })();
    yield* sitePosts(form, file, content, as, options);
  }
}
