/** A damaged copy of a text: a score out of range, and a label that is lost. */
const damage = (text) => text.replace(/quality: \d+/, "quality: 920").replace(/\nhash:? ?/i, "\n");

/**
 * The assertions that hold on every runtime: parse, extract, compare, stringify, synthesize.
 *
 * @returns how many were made, and what was read and made, which has to be the same everywhere
 */
export function smoke(library, { synthesizePost, synthesizePosts }) {
  let checks = 0;
  const check = (what, holds) => {
    checks++;
    if (!holds) throw new Error(`it does not hold that ${what}`);
  };
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  const post = synthesizePost(39770);
  const text = library.stringifyPost(post);
  const parsed = library.parsePost(text);
  check("a made post is read back from its text", same(parsed.meta.score, post.meta.score));
  check("text, post and text are one", library.stringifyPost(parsed) === text);
  check("the schema accepts the post", library.Post.safeParse(parsed).success);
  check("the schema refuses what is no post", !library.Post.safeParse({ ...post, title: 1 }).success);
  check("the tree starts with the title", library.parseTree(text).children[0].type === "title");

  const damaged = damage(text);
  const result = library.safeParsePost(damaged);
  check("a damaged post is told", !result.success && result.error instanceof library.PostParseError);
  check("what is right of it is kept", same(result.partial.meta.revision, post.meta.revision));
  check("what is wrong is left out", result.partial.meta.score === undefined);
  const frames = library.formatIssues(damaged, result.issues);
  check("an issue is shown where it is", frames.includes("quality: 920"));

  const checklist = library.extractChecklist(text);
  check("the checklist is found", checklist.length === post.meta.checklist.length);
  check("entities are found", library.extractEntities(text).length >= post.meta.entities.length);
  const topic = library.extractTopic(post.title);
  check("the topic is told by the title", `${topic?.problem} / ${topic?.stack}` === post.meta.topic);
  check("a made post is ready to index", library.isIndexable(post));

  const index = new library.SimilarityIndex();
  for (const made of synthesizePosts({ count: 100 })) index.add(made.meta.payload.sourceId, made);
  const stored = library.SimilarityIndex.fromJSON(JSON.parse(JSON.stringify(index)));
  const found = stored.query(post, { limit: 3 });
  check("similar posts are found", found.length === 3);
  check("a post is like itself", library.similarity(post, parsed).score === 1);

  return { checks, answer: [text, frames, checklist, topic, found] };
}
