import * as z from "zod";
import { safeParsePost } from "../parse/parse.ts";
import { Post } from "../schema/post.ts";
import { PostStringifyError, stringifyPost } from "./stringify.ts";

/**
 * A zod codec between the text of a post and the post: `decode` parses, `encode` writes canonical text. With it, whatever
 * takes a zod schema or a Standard Schema takes text and hands over a {@link Post}; problems keep their paths.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { postText } from "alphanode-post";
 *
 * const post = postText.parse(readFileSync("post.txt", "utf8"));
 * console.log(post.meta.difficulty, postText.encode(post).split("\n")[0] === post.title);
 * console.log(postText.safeParse("no post").error?.issues.map(({ path }) => path.join(".")));
 * ```
 *
 * ```console
 * advanced true
 * [ 'meta' ]
 * ```
 */
export const postText: z.ZodCodec<z.ZodString, typeof Post> = /* @__PURE__ */ z.codec(
  /* @__PURE__ */ z.string(),
  Post,
  {
    decode: (text, { issues }) => {
      const result = safeParsePost(text, { maxLength: Number.POSITIVE_INFINITY });
      if (result.success) return result.data;
      for (const { severity, message, path } of result.issues) {
        if (severity === "error") issues.push({ code: "custom", message, path, input: text });
      }
      return z.NEVER;
    },
    encode: (post, { issues }) => {
      try {
        return stringifyPost(post);
      } catch (error) {
        if (!(error instanceof PostStringifyError)) throw error;
        issues.push({ code: "custom", message: error.message, path: error.path, input: post });
        return z.NEVER;
      }
    },
  },
);
