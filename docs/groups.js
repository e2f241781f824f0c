/**
 * Has TypeDoc group the names of the root by what they are for, which is the room of `src` that they come from, show the
 * example of a type with the schema of the same name, too, and call guides by their headings.
 */
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";

/** What names are for, by their room. Other rooms have modules of their own. */
const GROUPS = {
  parse: "Parsing and issues",
  schema: "Posts and their schemas",
  syntax: "The syntax tree",
  stringify: "Writing posts",
  extract: "Extractors",
  format: "Extractors",
  similarity: "Similarity",
  audit: "Audit",
  "former-names": "Former names",
};

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, ({ project }, reflection) => {
    const { fileName = "" } = project.getSymbolIdFromReflection(reflection) ?? {};
    const [, room] = /\/src\/([\w-]+)/.exec(fileName) ?? [];
    const group = GROUPS[room];
    if (group === undefined || reflection.parent?.name !== "alphanode-post") return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@group", [{ kind: "text", text: group }]));
  });
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, guide) => {
    const [, heading] = /^# (.+)/.exec(guide.content[0]?.text ?? "") ?? [];
    guide.name = heading ?? guide.name;
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const schema of project.getReflectionsByKind(ReflectionKind.Variable)) {
      const type = schema.parent?.children?.find((one) => one.name === schema.name && one !== schema);
      const examples = type?.comment?.blockTags.filter(({ tag }) => tag === "@example") ?? [];
      schema.comment?.blockTags.push(...examples.map((example) => example.clone()));
    }
  });
}
