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

/** How a text is read. */
export interface Reading {
  readonly id: number;
  readonly issues: readonly ShownIssue[];
  /** The post, or what is right of it, as JSON. */
  readonly post: string;
  readonly tree: string;
  /** The canonical text; or why there is none. */
  readonly canonical: string;
  /** The text with the fixes of its issues; absent where there are none. */
  readonly fixed?: string;
  readonly comparison?: {
    readonly score: number;
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
