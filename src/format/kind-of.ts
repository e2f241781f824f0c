/** Says in words what a value is, for messages to callers that may have no types. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (ArrayBuffer.isView(value)) return "bytes";
  const kind = typeof value;
  return `${kind === "object" ? "an" : "a"} ${kind}`;
}
