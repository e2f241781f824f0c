import { visible } from "../syntax/pieces.ts";
import type { Line } from "../syntax/scan.ts";
import type { IssueList } from "./issues.ts";
import type { Place } from "./place.ts";

/** Tells a heading that is one edit away from the known one. */
export function tellMisspelled(known: string, line: Line, place: Place, list: IssueList): void {
  list.add("misspelled_heading", place, `did you mean "${known}"? It was read as "${known}"`, visible(line));
  list.offer(known);
}
