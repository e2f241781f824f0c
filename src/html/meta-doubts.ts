import type { FieldRow } from "../format/fields.ts";
import type { Remark } from "../layout/draft.ts";

/** What is to be told of a field of the meta of an item. */
export interface MetaDoubt {
  readonly row: FieldRow;
  readonly kind: keyof typeof TOLD;
}

type Told = Pick<Remark, "code" | "message">;

/** Where a field is that is told: whether the box has it, and whether the content shows it. */
interface Place {
  readonly isRead: boolean;
  readonly isShown: boolean;
}

const UNREADABLE = "is a serialised value that cannot be read";

/** How each kind is told; undefined where nothing is to be. */
const TOLD = {
  corrected: {
    code: "rewritten_value",
    message: "has lengths that do not fit its texts; they were read to their ends",
  },
  escaped: {
    code: "rewritten_value",
    message:
      "has references in the place of signs, as WordPress writes them when it cleans a text; they were read as the signs",
  },
  slashless: {
    code: "unusual_value",
    message: "has numbers of letters that JSON wrote behind a backslash, which is lost",
  },
  unset: { code: "unusual_value", message: "is 0, as is a number that was never set" },
  unreadable: { code: "uncertain_value", message: `${UNREADABLE}; expected PHP's form, whole` },
} as const satisfies Record<string, Told>;

const FROM_CONTENT: Told = {
  code: "rewritten_value",
  message: `${UNREADABLE}; it was taken from the box that the content shows`,
};

/** Gives what is told of a field. What the content shows, too, is compared with it. */
export function toldOf(kind: MetaDoubt["kind"], { isRead, isShown }: Place): Told | undefined {
  if (kind === "unreadable" && isRead) return FROM_CONTENT;
  return kind === "unset" && isShown ? undefined : TOLD[kind];
}
