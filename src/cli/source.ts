import type { Form } from "./forms.ts";
import { type Reading, readPage } from "./readers.ts";
import { sitePosts } from "./site-posts.ts";

/** A post of a file that was read as a whole. */
export interface SourcePost {
  readonly id: string;
  readonly text: string;
  readonly reading: Reading;
}

/** Reads the post of a page, or the posts of what WordPress gives, whose whole content is at hand. */
export async function* readSource(
  file: string,
  source: string,
  form: Exclude<Form, "text" | "lines">,
): AsyncGenerator<SourcePost> {
  if (form === "html") return yield { id: file, text: source, reading: await readPage(source, "post", {}) };
  const content = (async function* () {
    yield Buffer.from(source);
  })();
  yield* sitePosts(form, file, content, "post", {});
}
