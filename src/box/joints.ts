import { escaped } from "../format/pattern.ts";

/** What stands between a label and its value: a sign, white space, the border of a cell, or nothing. */
export type Joint = "colon" | "cell" | "dash" | "alone" | "space" | "fused";

/** A joint, and how it stands behind a label. */
export type JointForm = readonly [joint: Joint, form: RegExp];

/** A dash, as it is and as text of another encoding. */
const DASH = "[-–—]|â€[“”]|â\\u0080[\\u0093\\u0094]";

const JOINTS: readonly JointForm[] = [
  // A unit or a remark in brackets, and the star of what must be filled in, belong to the label.
  ["colon", /^(?:\s?\([^()]{1,20}\)|\s?\*)?\s*(?:::|[:：])\s*/],
  ["alone", /^\s*$/],
  ["cell", /^\s*[|│┃║]\s*/],
  ["dash", new RegExp(`^\\s+(?:${DASH})(?:\\s+|$)`)],
  // Its line was joined to that of the label.
  ["dash", /^[–—]\s+/],
  ["dash", /^\s*／\s*/],
  ["space", /^\s+/],
];

/** The joint that a text starts with, and how long it is; `own` is that of the box where it has one. */
export function jointOf(text: string, own: JointForm | undefined): { joint: Joint; size: number } {
  for (const [joint, form] of own === undefined ? JOINTS : [own, ...JOINTS]) {
    const found = form.exec(text)?.[0];
    if (found !== undefined) return { joint, size: found.length };
  }
  return { joint: "fused", size: 0 };
}

/** The form of a joint that a box is written with; undefined where it is one of those that any box may have. */
export function ownJoint(written: string): JointForm | undefined {
  const { size } = jointOf(written, undefined);
  return size === written.length ? undefined : ["dash", new RegExp(`^\\s*${escaped(written)}\\s*`)];
}
