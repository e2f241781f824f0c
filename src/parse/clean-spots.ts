import { FIELDS, type FieldRow, isValueRow } from "../format/fields.ts";
import { writeValue } from "../format/values.ts";
import { type Line, SITE_BULLET, type Source } from "../syntax/scan.ts";
import type { CleanBox } from "./clean-box.ts";
import { META, type Place } from "./place.ts";
import type { Spots } from "./spots.ts";

/** Notes where the values of a clean box stand: each right behind its label or its bullet, in the order of the table. */
export function noteCleanBox({ start, meta }: CleanBox, { text, lines }: Source, spots: Spots): void {
  let past = start;
  let at = lines.findIndex(({ from }) => from === start);

  const skip = (before: string): void => {
    past = text.indexOf(before, past) + before.length;
  };

  const note = (place: Place, before: string, value: string): void => {
    skip(before);
    const from = text.indexOf(value, past);
    past = from + value.length;
    while ((lines[at] as Line).to < past) at++;
    spots.note(place, lines[at] as Line, from, past);
  };

  const noteAll = (
    rows: readonly FieldRow[],
    values: Readonly<Record<string, unknown>>,
    around: Place,
  ): void => {
    for (const row of rows) {
      const place = around.of(row);
      const value = values[row.key];
      if (isValueRow(row)) {
        note(place, row.label, writeValue(value as string | number | boolean));
      } else if (row.kind === "entries") {
        skip(row.label);
        noteAll(row.entries, value as Record<string, unknown>, place);
      } else {
        const parts = value as readonly (string | Record<string, unknown>)[];
        if (parts.length > 0) skip(row.label);
        for (const [i, part] of parts.entries()) {
          if (typeof part === "string") note(place.at(i), SITE_BULLET, part);
          else if (row.kind === "records") noteAll(row.entries, part, place.at(i));
        }
      }
    }
  };

  noteAll(FIELDS, meta as unknown as Record<string, unknown>, META);
  spots.keep();
}
