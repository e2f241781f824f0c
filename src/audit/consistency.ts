import { fixedImageUrl, IMAGE_HEAVY_FROM } from "../format/images.ts";
import type { Post } from "../schema/post.ts";
import { articleChecklist, countedParagraphs, imagesOf } from "./article.ts";
import { at, compare, type Disagreement, placed, type Rule, type Side } from "./compare.ts";

/** The name of the first entity of a type. */
function entityName(post: Post, type: string): Side {
  const index = post.meta.entities.findIndex((entity) => entity.type.toLowerCase() === type);
  return index < 0
    ? { value: undefined, name: () => `the entity of type ${type}`, paths: () => [["meta", "entities"]] }
    : at(post, "meta", "entities", index, "name");
}

/** The first six digits of an id. */
function numberIn(id: Side): Side {
  return {
    value: Number(/\d{6}/.exec(String(id.value))?.[0]),
    name: () => `the number in ${id.name()}`,
    paths: id.paths,
  };
}

/** Compares one property of each image in the article with the box's record at the same place. */
function compareImages(post: Post, key: "caption" | "source"): Disagreement[] {
  return imagesOf(post)
    .slice(0, post.meta.imageSources.length)
    .flatMap(({ block, path }, index) =>
      // An image whose caption line is lost names no host.
      block[key] === null
        ? []
        : compare(
            at(post, "meta", "imageSources", index, key),
            placed(block[key], () => [...path(), key]),
          ),
    );
}

/** Whether the article has images, or many, as a side. */
function imagesAtLeast(post: Post, least: number): Side {
  const images = imagesOf(post);
  return {
    value: images.length >= least,
    name: () => `the article has ${images.length} images, so it`,
    paths: () => images.map(({ path }) => path()),
  };
}

/** What the fields say of each other. All hold in the five real posts that were read whole. */
export const CONSISTENCY_RULES: readonly Rule[] = [
  {
    id: "topic",
    about: "The topic is the outline's problem and stack.",
    check: (post) =>
      compare(at(post, "meta", "topic"), {
        value: `${post.meta.aiOutline.problem} / ${post.meta.aiOutline.stack}`,
        name: () => "meta.aiOutline's problem / stack",
        paths: () => [
          ["meta", "aiOutline", "problem"],
          ["meta", "aiOutline", "stack"],
        ],
      }),
  },
  {
    id: "context",
    about: "The outline's context is the payload's scenario.",
    check: (post) =>
      compare(at(post, "meta", "aiOutline", "context"), at(post, "meta", "payload", "scenario")),
  },
  {
    id: "stack",
    about: "The first item of the stack is the outline's stack.",
    check: (post) => compare(at(post, "meta", "stack", 0), at(post, "meta", "aiOutline", "stack")),
  },
  {
    id: "code-language",
    about: "The third item of the stack is the code language.",
    check: (post) => compare(at(post, "meta", "codeLanguage"), at(post, "meta", "stack", 2)),
  },
  {
    id: "stack-entity",
    about: "The entity of type stack is the outline's stack.",
    check: (post) => compare(entityName(post, "stack"), at(post, "meta", "aiOutline", "stack")),
  },
  {
    id: "area-entity",
    about: "The entity of type area is the second item of the stack.",
    check: (post) => compare(entityName(post, "area"), at(post, "meta", "stack", 1)),
  },
  {
    id: "problem-entity",
    about: "The entity of type problem is the outline's problem.",
    check: (post) => compare(entityName(post, "problem"), at(post, "meta", "aiOutline", "problem")),
  },
  {
    id: "source-id",
    about: "The source id holds the seed.",
    check: (post) =>
      compare(numberIn(at(post, "meta", "payload", "sourceId")), at(post, "meta", "payload", "seed")),
  },
  {
    id: "reference",
    about: "The reference holds the seed.",
    check: (post) => compare(numberIn(at(post, "meta", "reference")), at(post, "meta", "payload", "seed")),
  },
  {
    id: "checklist",
    about: "The box's checklist is the article's.",
    check: (post) => compare(at(post, "meta", "checklist"), articleChecklist(post)),
  },
  {
    id: "paragraphs",
    about: "The payload counts the paragraphs after the intro, final notes included.",
    check: (post) => {
      const paragraphs = countedParagraphs(post);
      return compare(at(post, "meta", "payload", "paragraphs"), {
        value: paragraphs.length,
        name: () => "the number of paragraphs after the intro",
        paths: () => paragraphs.map(({ path }) => path()),
      });
    },
  },
  {
    id: "has-images",
    about: "The flag has images tells whether the article has one.",
    check: (post) => compare(at(post, "meta", "flags", "hasImages"), imagesAtLeast(post, 1)),
  },
  {
    id: "image-heavy",
    about: "The flag image heavy tells whether the article has three images or more.",
    check: (post) => compare(at(post, "meta", "flags", "imageHeavy"), imagesAtLeast(post, IMAGE_HEAVY_FROM)),
  },
  {
    id: "image-count",
    about: "The box has as many image sources as the article has images.",
    check: (post) => {
      const images = imagesOf(post);
      return compare(
        {
          value: post.meta.imageSources.length,
          name: () => "the number of image sources",
          paths: () => [["meta", "imageSources"]],
        },
        {
          value: images.length,
          name: () => "the number of images in the article",
          paths: () => images.map(({ path }) => path()),
        },
      );
    },
  },
  {
    id: "image-caption",
    about: "The captions of the image sources are those of the article's images, in order.",
    check: (post) => compareImages(post, "caption"),
  },
  {
    id: "image-host",
    about: "The hosts of the image sources are those of the article's images, in order.",
    check: (post) => compareImages(post, "source"),
  },
  {
    id: "image-url",
    about: "The URL of an image holds its number or the start of its caption, as its host has it.",
    check: (post) =>
      post.meta.imageSources.flatMap(({ source, caption }, index) => {
        const url = fixedImageUrl(source.toLowerCase(), post.meta.payload.seed, index + 1, caption);
        if (url === undefined) return [];
        return compare(at(post, "meta", "imageSources", index, "url"), {
          value: url,
          name: () => `the URL by seed ${post.meta.payload.seed} and caption`,
          paths: () => [
            ["meta", "payload", "seed"],
            ["meta", "imageSources", index, "caption"],
          ],
        });
      }),
  },
];
