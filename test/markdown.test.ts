import { type PostStringifyError, parsePost, postNumberOf, postToMarkdown } from "alphanode-post";
import { synthesizePost } from "alphanode-post/synth";
import { expect, test } from "vitest";

test("marks in a text are no marks of Markdown", () => {
  const made = synthesizePost(0);
  const post = { ...made, title: "notes on *stars*, [brackets] and `ticks` in a_b_c" };
  expect(parsePost(postToMarkdown(post)).title).toBe(post.title);
  const empty = { ...post, title: "" };
  expect(() => postToMarkdown(empty)).toThrow(
    expect.objectContaining({ path: ["title"] } as PostStringifyError),
  );
});

test.each([
  ["https://a.example/x-alphanode-020690/", 20_690],
  ["x-alphanode-020690-2", 20_690],
  ["/2024/alphanode-000007/?utm=1#c", 7],
  ["alphanode-123456", 123_456],
  ["https://a.example/alphanode-12345/", null],
  ["https://a.example/my-alphanode-020690-classic/", null],
  ["", null],
])("the number of %s is %s", (address, number) => {
  expect(postNumberOf(address)).toBe(number);
});

test("an address is text", () => {
  expect(() => postNumberOf(null as never)).toThrow(TypeError);
});
