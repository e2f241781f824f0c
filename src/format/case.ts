/** A text as it is compared where letter case does not count. */
export const lower = (text: string): string => text.toLowerCase();
