import {
  AiOutline,
  Block,
  Entity,
  Flags,
  ImageSource,
  Payload,
  PostAiOutline,
  PostBlock,
  PostEntity,
  PostFlags,
  PostImageSource,
  PostPayload,
  PostRevision,
  PostScore,
  PostSection,
  Revision,
  Score,
  Section,
} from "alphanode-post";
import { expect, test } from "vitest";

test("former names lead to the schemas that have the name of the package before theirs", () => {
  expect(AiOutline).toBe(PostAiOutline);
  expect(Block).toBe(PostBlock);
  expect(Entity).toBe(PostEntity);
  expect(Flags).toBe(PostFlags);
  expect(ImageSource).toBe(PostImageSource);
  expect(Payload).toBe(PostPayload);
  expect(Revision).toBe(PostRevision);
  expect(Score).toBe(PostScore);
  expect(Section).toBe(PostSection);
});
