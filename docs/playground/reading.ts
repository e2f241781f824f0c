/** What page and worker say to each other. */
import type { ParseIssue, PostDifference, Similarity } from "alphanode-post";

/** A text to read, and the one to compare it with. */
export interface Question {
  readonly id: number;
  readonly text: string;
  readonly other: string;
}

/** An issue as the page shows it. */
export interface ShownIssue extends Pick<ParseIssue, "code" | "severity" | "message" | "position" | "path"> {
  /** The lines of the code frame, without its headline and message. */
  readonly frame: string;
}

/** The ways in which a post is shown as text, by the names of their tabs, and what readers of screens hear of each. */
export const VIEWS = {
  post: "The post as JSON",
  tree: "The tree",
  text: "The canonical text",
  html: "The post as HTML",
  markdown: "The post as Markdown",
} as const;
export type ViewName = keyof typeof VIEWS;

/** How a text is read. */
export interface Reading {
  readonly id: number;
  /** How many issues there are. */
  readonly errors: number;
  readonly warnings: number;
  /** The first of them. */
  readonly issues: readonly ShownIssue[];
  /** What each view shows, or why it shows nothing. */
  readonly views: Readonly<Record<ViewName, string>>;
  /** The text with the fixes of its issues; absent where there are none. */
  readonly fixed?: string;
  readonly comparison?: {
    readonly score: number;
    /** How many errors the other text has. */
    readonly errors: number;
    readonly facets: Similarity["facets"];
    readonly differences: readonly PostDifference[];
  };
}

/** Texts to begin with, by what they show: what a worker says first. */
export interface Samples {
  readonly samples: Readonly<Record<string, string>>;
}

/** The longest text that is read, in UTF-16 units. */
export const LONGEST = 1_000_000;
