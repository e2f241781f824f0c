/** A text as it is compared where letter case does not count. */
export const lower = (text: string): string => text.toLowerCase();

/** The same where words may be Turkish: its i with a dot in capitals and its i without are no letters of two units, and no others than i. */
export const folded = (text: string): string => lower(text.replace(/[İı]/g, "i"));
