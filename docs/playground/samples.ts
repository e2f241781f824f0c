import { postToHtml, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";

const post = synthesizePost(39770);
const text = stringifyPost(post);

/** Texts to begin with, by what they show. */
export const SAMPLES: Readonly<Record<string, string>> = {
  "A post with mistakes": text
    .replace("\ndifficulty", "\ndificulty")
    .replace(/\nreading time(\d+)/, "\nreading time$1 min")
    .replace(/quality: \d+/, "quality: 360"),
  "A post as the site has it": text,
  "Labels with colons": text.replace(/^(code language|difficulty|view count)/gm, "$1: "),
  "Wrapped by an extractor": text.replace(/[^\n]{70,}/g, (line) => line.replace(/(.{50,64}) /g, "$1\n")),
  "As Markdown": text
    .replace(/^(production checks|implementation checklist|final notes|alphanode post meta)$/gm, "## $1")
    .replace(/^ {2,4}• /gm, "- "),
  "A page as HTML": postToHtml(post),
  "Cut off in the box": text.slice(0, text.indexOf("\nreference")),
  "A dense copy without a box": stringifyPost(post, { form: "dense" }),
};
