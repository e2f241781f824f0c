import { safeParseArticle, safeParsePost, stringifyPost } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { describe, expect, test } from "vitest";

/** Titles with what a page shows around them: the box says what the title is made of, and so where it starts and ends. */

const post = synthesizePost(4_212);
const { title } = post;
const text = stringifyPost(post);
const rest = text.slice(text.indexOf(title) + title.length);
const shown = title.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
const half = shown.lastIndexOf(" ", 60);

describe("is read alone, and what stands around it is told", () => {
  test.each<[string, string]>([
    ["before the name of a site", `${shown} - Small Notes`],
    ["before the name of a site and itself once more", `${shown} - Small Notes${shown}`],
    ["above itself, with the name of a site", `${shown} - Small Notes\n\n${shown}`],
    ["run into a date", `${shown}Mar 5, 2024`],
    ["run into a byline", `${shown}By kim | March 5, 2024 | 7 min read`],
    ["run into the name of a category", `DevOps${shown}Posted on March 5, 2024 by admin`],
    ["before the address of its link", `${shown} [/self]`],
    ["before the name of a site in small letters", `${title} ~ small notes`],
    ["behind the name of a site and a dash", `small notes - ${title}`],
    ["behind categories and dashes", `home - devops - ${title}`],
    ["behind the name of a site in brackets", `[small notes] ${title}`],
    ["before a name in brackets", `${title} (Small Notes)`],
    ["before its address", `${title} https://blog.example.org/p/1`],
    ["behind a date", `5 march 2024 ${title}`],
    ["before a date in figures", `${title} 05/03/2024`],
    ["in a link over two lines", `## [${shown.slice(0, half)}\n${shown.slice(half + 1)}](/self)`],
    ["behind the number of its link, over two lines", `[1]${shown.slice(0, half)}\n${shown.slice(half + 1)}`],
  ])("%s", (_, head) => {
    const { value, issues } = safeParsePost(head + rest);
    expect(value.title?.toLowerCase()).toBe(title);
    expect(value.intro).toEqual(post.intro);
    expect(issues.some(({ path }) => path[0] !== "meta")).toBe(true);
  });
});

describe("is told where only words stand around it", () => {
  const heads = [`${shown} DevOps`, `devops ${title}`, `${title} handbook`, `${title} #devops #bash`];
  test.each(heads)("%s", (head) => {
    const { value, issues } = safeParsePost(head + rest);
    expect(value.title).toBe(head);
    expect(issues).toMatchObject([{ code: "unusual_article", path: ["title"] }]);
  });

  test("without a box, where its words are known", () => {
    const article = rest.slice(0, rest.indexOf("alphanode post meta"));
    expect(safeParsePost(`${title} share${article}`).issues).toContainEqual(
      expect.objectContaining({ code: "unusual_article", path: ["title"] }),
    );
    expect(safeParseArticle(`${title} share${article}`).issues).toContainEqual(
      expect.objectContaining({ code: "unusual_article", path: ["title"] }),
    );
  });
});

describe("is told where it is a piece of one", () => {
  const { problem, stack } = post.meta.aiOutline;
  test.each([
    ["its edition", "step by step"],
    ["its end", `${problem} with ${stack}`],
    ["its start", title.slice(0, half)],
  ])("%s", (_, piece) => {
    const { value, issues } = safeParsePost(piece + rest);
    expect(value.title).toBe(piece);
    expect(issues).toMatchObject([{ code: "unusual_article", path: ["title"] }]);
  });
});

test("is not doubted where the topic alone is damaged", () => {
  const { topic } = post.meta;
  const { issues } = safeParsePost(
    title + rest.replace(`${topic}\n`, () => `${topic.replace(/ \S+$/, "")}\n`),
  );
  expect(issues.filter(({ path }) => path[0] === "title")).toEqual([]);
});

test("is whole where another word of it stands below", () => {
  const { value } = safeParsePost(`${shown}:\nStep By Step${rest}`);
  expect(value.title?.toLowerCase()).toBe(`${title}: step by step`);
});

describe("is whole where it stands", () => {
  const [start, end] = [shown.slice(0, half), shown.slice(half + 1)];
  test.each([
    ["over an empty line", `${start}\n\n${end}`],
    ["between signs over two lines", `****** ${start}\n${end} ******`],
    ["between signs over three lines", `====== ${start}\n${end.replace(" ", "\n")} ======`],
  ])("%s", (_, head) => {
    const { value } = safeParsePost(head + rest);
    expect(value.title?.toLowerCase()).toBe(title);
    expect(value.intro).toEqual(post.intro);
  });

  test("and the topic runs over three lines, as code", () => {
    const { topic } = post.meta;
    const wrapped = `\`${topic.replace(/ (?=\S+$)/, "\n").replace(" / ", " /\n")}\``;
    const narrow = rest.replace(`topic${topic}`, () => `topic: ${wrapped}`);
    const { value } = safeParsePost(`# ${start}\n${end}${narrow}`);
    expect(value.title?.toLowerCase()).toBe(title);
  });
});

test("is known of a topic that was wrapped", () => {
  const { topic } = post.meta;
  const wrapped = topic.replace(/ (?=\S+$)/, "\n  ");
  const head = `  ${shown.slice(0, half)}\n  ${shown.slice(half + 1)}\n\nMar 5, 2024`;
  const { value } = safeParsePost(head + rest.replace(topic, () => wrapped));
  expect(value.title?.toLowerCase()).toBe(title);
});

describe("is told where something of the article is told, too, and", () => {
  const cut = rest.replace(/[.](?=\n\n)/, "");
  const { problem } = post.meta.aiOutline;
  const told = (head: string) => safeParsePost(head + cut).issues.filter(({ path }) => path[0] === "title");

  test.each([
    ["no word of it is in the topic", "Put the copy back once"],
    ["the name of a category has run into it", `MiscellanyTroubles of ${problem}`],
  ])("%s", (_, head) => expect(told(head)).toMatchObject([{ code: "unusual_article" }]));

  test.each([["WordPress"], ["Troubles"]])("not for a name of two words: %s", (name) =>
    expect(told(`${name} and ${problem}, day by day`)).toEqual([]),
  );
});
