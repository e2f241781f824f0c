import { type Post, stringifyPost } from "alphanode-post";
import { synthesizePost, synthesizePosts } from "alphanode-post/synth";
import { plantedPosts } from "../bench/copies.ts";

/** Damages, in turn: what a text of a post may have become. */
const DAMAGES: readonly ((text: string) => string | null)[] = [
  (text) => text.slice(0, text.length / 2),
  (text) => text.replace(/^reading time.*$/m, "reading time a while"),
  (text) => text.replace(/quality: \d+/, "quality: 360"),
  (text) => text.replace(/^difficulty.*\n/m, ""),
  (text) => text.slice(0, text.indexOf("\ntopic")),
  (text) => text.replace("\nreference", "\neditor: somebody\nEditor: another\nreference"),
  () => "",
  () => null,
];

/** One post in so many is damaged: 4 %. */
const EACH = 25;

/** Lines with a made post each, of which some are damaged. */
export function* lines(count: number): Iterable<string> {
  let n = 0;
  for (const post of synthesizePosts({ count })) {
    const damage = n % EACH === EACH - 1 ? DAMAGES[Math.floor(n / EACH) % DAMAGES.length] : undefined;
    const text = stringifyPost(post);
    yield `${JSON.stringify({ id: post.meta.payload.sourceId, text: damage ? damage(text) : text, host: `h${n % 7}` })}\n`;
    n += 1;
  }
}

/** Lines with a post each, of which 18 in 100 are near copies; a copy without a box is dense. */
export function* copyLines(count: number): Iterable<string> {
  for (const { id, number, post } of plantedPosts(count)) {
    const text =
      "meta" in post
        ? stringifyPost(post as Post)
        : stringifyPost({ ...synthesizePost(number), ...post }, { form: "dense" });
    yield `${JSON.stringify({ id, text })}\n`;
  }
}
